"""The queue of downloads, in the order in which they come."""

from __future__ import annotations

from itertools import pairwise
from typing import assert_never

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.session.download_list import DownloadItem
from app.ui.models.download_row import DownloadAction, DownloadRow
from app.ui.models.protocols import Downloads
from app.ui.models.state_panel import StateAction, StateFace, StatePanel
from app.ui.theme import Theme
from app.ui.widgets.announce import announce
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.text_label import text_label


class DownloadsView(QWidget):
    """Rows are kept while their download is there: nothing jumps, the keyboard stays where it is."""

    discover_wanted = Signal()
    library_wanted = Signal()

    def __init__(self, theme: Theme, queue: Downloads, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._queue = queue
        self.rows: dict[str, DownloadRow] = {}
        self.empty = StatePanel(theme, self)
        self.hint = text_label(self, "muted")
        self._column = ScrollColumn(self, 10)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._column.column.addWidget(self.hint)
        self._column.column.addLayout(self._rows)
        self._column.column.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._column)
        self._stack.addWidget(self.empty)
        queue.changed.connect(self.refresh)
        queue.row_changed.connect(self._refresh_row)
        self.refresh()

    def refresh(self) -> None:
        """Show the queue as it is now."""
        items = list(self._queue.items)
        self._show_words()
        for key in [key for key in self.rows if key not in {item.id for item in items}]:
            self._remove(key)
        for number, item in enumerate(items):
            row = self.rows.get(item.id) or self._new_row(item.id)
            if self._rows.indexOf(row) != number:
                self._rows.removeWidget(row)
                self._rows.insertWidget(number, row)
            row.show_item(item)
        self._order_focus(items)
        self._stack.setCurrentWidget(self._column if items else self.empty)

    def _show_words(self) -> None:
        self.hint.setText(self.tr("Drag to change the order, or press Alt with the up and down arrow keys."))
        self.empty.show_face(
            StateFace(
                "save",
                self.tr("Nothing is being downloaded"),
                self.tr("Downloads go on by themselves after a break, even when Parley was closed in between."),
                [StateAction(self.tr("Discover models"), self.discover_wanted.emit)],
            )
        )

    def _refresh_row(self, key: str) -> None:
        item = next((item for item in self._queue.items if item.id == key), None)
        row = self.rows.get(key)
        if item is not None and row is not None:
            row.show_item(item)

    def _new_row(self, key: str) -> DownloadRow:
        row = DownloadRow(self._theme, self)
        row.asked.connect(self._do)
        row.dragged.connect(self._drag)
        row.dropped.connect(lambda _key: self.refresh())
        self.rows[key] = row
        return row

    def _remove(self, key: str) -> None:
        gone = self.rows.pop(key)
        self._rows.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def _order_focus(self, items: list[DownloadItem]) -> None:
        chain = [w for item in items for w in (self.rows[item.id], self.rows[item.id].main, self.rows[item.id].cancel)]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _do(self, key: str, action: DownloadAction) -> None:
        match action:
            case DownloadAction.PAUSE:
                self._queue.pause(key)
            case DownloadAction.RESUME:
                self._queue.resume(key)
            case DownloadAction.CANCEL:
                self._queue.cancel(key)
            case DownloadAction.RETRY:
                self._queue.retry(key)
            case DownloadAction.SHOW:
                self.library_wanted.emit()
            case DownloadAction.UP:
                self._step(key, -1)
            case DownloadAction.DOWN:
                self._step(key, 1)
            case other:
                assert_never(other)

    def _step(self, key: str, step: int) -> None:
        ids = [item.id for item in self._queue.items]
        target = ids.index(key) + step
        if not 0 <= target < len(ids):
            return
        self._queue.move(key, target)
        words = self.tr("Now at place {place} of {count}")
        announce(self, words.format(place=target + 1, count=len(ids)))
        self.rows[key].setFocus()

    def _drag(self, key: str, place: QPoint) -> None:
        """Move the row to where the pointer is, as soon as it is over the middle of a neighbour."""
        ids = [item.id for item in self._queue.items]
        here = ids.index(key)
        for other, name in enumerate(ids):
            middle = self.rows[name].geometry().center().y()
            if (other < here and place.y() < middle) or (other > here and place.y() > middle):
                self._queue.move(key, other)
                break
