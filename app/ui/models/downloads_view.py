"""The queue of downloads, in the order in which they come."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.ui.models.download_row import DownloadAction, DownloadRow
from app.ui.models.protocols import Downloads
from app.ui.models.state_panel import StateAction, StateFace, StatePanel
from app.ui.theme import Theme
from app.ui.widgets.queue_column import QueueColumn
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.text_label import text_label


class DownloadsView(QWidget):
    """``rows`` has them by the download's id."""

    discover_wanted = Signal()
    library_wanted = Signal()

    def __init__(self, theme: Theme, queue: Downloads, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._queue = queue
        self.empty = StatePanel(theme, self)
        self.hint = text_label(self, "muted")
        self._column = ScrollColumn(self, 10)
        self._rows = QueueColumn(self._new_row, queue.move)
        self.rows = self._rows.rows
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
        by_id = {item.id: item for item in items}
        self._rows.show_rows(list(by_id), lambda row, key: row.show_item(by_id[key]))
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

    def _new_row(self) -> DownloadRow:
        row = DownloadRow(self._theme, self)
        row.asked.connect(self._do)
        return row

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
            case other:
                assert_never(other)
