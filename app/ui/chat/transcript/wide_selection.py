"""A selection with the mouse that begins in one text of an answer and goes on in those above or below it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from app.ui.chat.blocks.text_view import TextView

KEEP = QTextCursor.MoveMode.KeepAnchor


class WideSelection(QObject):
    """Extends what Qt selects in the text where the button was pressed to the others inside ``whole``."""

    def __init__(self, whole: QWidget) -> None:
        super().__init__(whole)
        self._whole = whole
        self._origin: TextView | None = None

    def watch(self, view: TextView) -> None:
        """Take part in what the mouse does in a text."""
        view.pressed.connect(lambda: self._begin(view))
        view.dragged.connect(self._extend)
        view.gather = self.text

    def text(self) -> str:
        """Return all that is selected, from top to bottom."""
        return "\n\n".join(view.selected_text() for view in self._views() if view.textCursor().hasSelection())

    def _views(self) -> list[TextView]:
        views = [view for view in self._whole.findChildren(TextView) if view.isVisible()]
        return sorted(views, key=self._top)

    def _top(self, view: TextView) -> int:
        return view.mapTo(self._whole, QPoint(0, 0)).y()

    def _begin(self, origin: TextView) -> None:
        self._origin = origin
        for view in self._views():
            if view is not origin and view.textCursor().hasSelection():
                _select(view, 0, 0)

    def _extend(self, place: QPoint) -> None:
        """Select up to a place on the screen."""
        views = self._views()
        if self._origin not in views:
            return
        y = self._whole.mapFromGlobal(place).y()
        start = views.index(self._origin)
        end = max((index for index, view in enumerate(views) if self._top(view) <= y), default=0)
        down = end > start
        for index, view in enumerate(views):
            first, last = view.ends()
            if index == start:
                if end != start:
                    _select(view, view.textCursor().anchor(), last if down else first)
            elif index == end:
                _select(view, first if down else last, view.cursorForPosition(view.mapFromGlobal(place)).position())
            elif min(start, end) < index < max(start, end):
                _select(view, first, last)
            elif view.textCursor().hasSelection():
                _select(view, 0, 0)


def _select(view: TextView, anchor: int, position: int) -> None:
    """Select without scrolling sideways to where the selection ends."""
    bar = view.horizontalScrollBar()
    before = bar.value()
    cursor = view.textCursor()
    cursor.setPosition(anchor)
    cursor.setPosition(position, KEEP)
    view.setTextCursor(cursor)
    bar.setValue(before)
