"""The rows of a queue, one below the other, in an order that the person changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.announce import announce
from app.ui.widgets.queue_row import QueueRow

R = TypeVar("R", bound=QueueRow)


class QueueColumn(QVBoxLayout, Generic[R]):
    """Rows are kept while what they show is there: nothing jumps, the keyboard stays where it is.

    ``make`` makes a row, ``move`` is told the id of one and its new position.
    """

    def __init__(self, make: Callable[[], R], move: Callable[[str, int], None]) -> None:
        super().__init__()
        self._make, self._move = make, move
        self._ids: list[str] = []
        self.rows: dict[str, R] = {}
        self.setSpacing(10)

    def show_rows(self, ids: Sequence[str], show: Callable[[R, str], None]) -> None:
        """Have one row for each id, in this order; ``show`` fills it."""
        self._ids = list(ids)
        for key in [key for key in self.rows if key not in set(ids)]:
            self._remove(key)
        for number, key in enumerate(ids):
            row = self.rows.get(key) or self._new_row(key)
            if self.indexOf(row) != number:
                self.removeWidget(row)
                self.insertWidget(number, row)
            show(row, key)
        chain = [widget for key in ids for widget in self.rows[key].chain()]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _new_row(self, key: str) -> R:
        row = self.rows[key] = self._make()
        row.id = key
        row.step_wanted.connect(self._step)
        row.dragged.connect(self._drag)
        row.dropped.connect(lambda _key: self.invalidate())
        return row

    def _remove(self, key: str) -> None:
        gone = self.rows.pop(key)
        if gone.hasFocus() or any(widget.hasFocus() for widget in gone.chain()):
            self._focus_beside(gone)
        self.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def _focus_beside(self, gone: R) -> None:
        """Leave the keyboard in the list when its row goes."""
        at = self.indexOf(gone)
        item = self.itemAt(at + 1) or self.itemAt(at - 1)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, key: str, step: int) -> None:
        target = self._ids.index(key) + step
        if not 0 <= target < len(self._ids):
            return
        count = len(self._ids)
        self._move(key, target)
        row = self.rows[key]
        announce(row, self.tr("Now at place {place} of {count}").format(place=target + 1, count=count))
        row.setFocus()

    def _drag(self, key: str, place: QPoint) -> None:
        """Move the row to where the pointer is, as soon as it is over the middle of a neighbour."""
        here = self._ids.index(key)
        for other, name in enumerate(self._ids):
            middle = self.rows[name].geometry().center().y()
            if (other < here and place.y() < middle) or (other > here and place.y() > middle):
                self._move(key, other)
                break
