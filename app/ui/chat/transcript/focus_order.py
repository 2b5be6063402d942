"""The order of the Tab key in a column whose widgets come and go: from top to bottom, whenever they were made."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget


def move_focus(column: QWidget, *, forward: bool) -> QWidget | None:
    """Move the focus to the next stop in the column, or out of it; return the new stop if it is in the column."""
    now = QApplication.focusWidget()
    if now is None:
        return None
    stops = sorted(_stops(column), key=lambda widget: _place(column, widget))
    index = stops.index(now) + (1 if forward else -1) if now in stops else 0
    target = stops[index] if 0 <= index < len(stops) else _outside(column, now, forward=forward)
    if target is None:
        return None
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return target if column.isAncestorOf(target) else None


def _stops(column: QWidget) -> list[QWidget]:
    return [widget for widget in column.findChildren(QWidget) if _is_stop(widget)]


def _is_stop(widget: QWidget) -> bool:
    takes = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(takes) and widget.isVisible() and widget.isEnabled()


def _place(column: QWidget, widget: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(column, QPoint(0, 0))
    across = corner.x() if column.layoutDirection() is Qt.LayoutDirection.LeftToRight else -corner.x()
    return corner.y(), across


def _outside(column: QWidget, start: QWidget, *, forward: bool) -> QWidget | None:
    """Return the next stop of the window that is not in the column."""
    widget = start.nextInFocusChain() if forward else start.previousInFocusChain()
    while widget is not None and widget is not start:
        if _is_stop(widget) and not column.isAncestorOf(widget):
            return widget
        widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
    return None
