"""What a screen reader finds in a widget, and what the keyboard does not reach."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


def controls(root: QWidget) -> Iterator[QWidget]:
    """Yield everything that can be seen and acted on in a window or page, or takes the keyboard."""
    for widget in (root, *root.findChildren(QWidget)):
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        inner = isinstance(widget, QScrollBar) or isinstance(widget.parentWidget(), CONTROLS)  # a list's own parts
        if widget.isVisible() and not inner and (takes or isinstance(widget, CONTROLS)):
            yield widget


def spoken(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def nameless(root: QWidget) -> list[str]:
    """Return the controls without a name."""
    return [_place(widget) for widget in controls(root) if not spoken(widget)]


def out_of_reach(root: QWidget, driven: Collection[QWidget] = ()) -> list[str]:
    """Return the buttons and fields that neither Tab nor the arrows of their group reach.

    ``driven``: lists that obey the keys of the field above them.
    """
    return [
        _place(widget)
        for widget in controls(root)
        if isinstance(widget, CONTROLS) and widget.isEnabled() and widget not in driven and not _reached(widget)
    ]


def words_of(root: QWidget) -> set[str]:
    """Return all that labels and buttons show, and the names of controls."""
    shown = [w for w in root.findChildren(QWidget) if w.isVisible()]
    texts = {widget.text() for widget in shown if isinstance(widget, QLabel | QAbstractButton)}
    return texts | {spoken(widget) for widget in controls(root)} | {root.windowTitle()}


def _reached(widget: QWidget) -> bool:
    if isinstance(widget, QTextEdit | QPlainTextEdit) and widget.isReadOnly():
        return True  # text to read, nothing to be done with it
    in_group = isinstance(widget, QAbstractButton) and (widget.autoExclusive() or widget.group() is not None)
    return in_group or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _place(widget: QWidget) -> str:
    parents = [type(widget).__name__]
    above = widget.parentWidget()
    while above is not None and len(parents) < 4:
        parents.append(type(above).__name__)
        above = above.parentWidget()
    return f"{spoken(widget)} <{' in '.join(parents)}>"
