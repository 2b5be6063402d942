"""A document beside its translation: thousands of rows, measured when they are seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from app.ui.theme import Theme, set_kind
from app.ui.translate.documents.unit_delegate import ENTER, UnitDelegate
from app.ui.translate.documents.unit_rows import TRANSLATION, UnitRows

USUAL = 72  # pixels of a row that nobody has seen yet
HEADING = 34


class UnitTable(QTableView):
    """Enter or F2 edits a translation."""

    def __init__(self, theme: Theme, rows: UnitRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._delegate = UnitDelegate(theme, self)
        self.measured: set[int] = set()
        """Rows whose height is known for these columns."""
        self._measuring = False
        self.setModel(rows)
        self.setItemDelegate(self._delegate)
        self._build()
        rows.modelReset.connect(self._forget_heights)
        rows.dataChanged.connect(self._data_changed)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.measure)
        self.verticalScrollBar().valueChanged.connect(self.measure)
        self.horizontalHeader().sectionResized.connect(self._columns_resized)
        theme.changed.connect(self._forget_heights)

    def measure(self) -> None:
        """Give every row that is seen its height; what the person looks at stays where it is."""
        if self._measuring or not self.isVisible():
            return
        self._measuring = True
        row = max(0, self.rowAt(0))
        anchor = next((one for one in range(row, self._last_seen() + 1) if one in self.measured), row)
        before = self.rowViewportPosition(anchor) if anchor < self._rows.rowCount() else 0
        widths = (self.columnWidth(0), self.columnWidth(1))
        y = self.rowViewportPosition(row)
        while row < self._rows.rowCount() and y < self.viewport().height():
            if row not in self.measured:
                self.measured.add(row)
                self.setRowHeight(row, self._delegate.height(self._rows.unit(row), widths))
            y += self.rowHeight(row)
            row += 1
        if anchor < self._rows.rowCount() and (moved := self.rowViewportPosition(anchor) - before):
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)
        self._measuring = False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange}:
            self._forget_heights()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.state() != QAbstractItemView.State.EditingState:
            index = self.currentIndex()
            if index.isValid():
                self.edit_row(index.row())
                return
        super().keyPressEvent(event)

    def edit_row(self, row: int) -> None:
        """Open the editor of a row's translation."""
        index = self._rows.index(row, TRANSLATION)
        self.setCurrentIndex(index)
        self.edit(index)

    def _columns_resized(self) -> None:
        """The texts break elsewhere. Both columns say so, one after the other."""
        self.measured.clear()
        self._soon.start()

    def _last_seen(self) -> int:
        last = self.rowAt(self.viewport().height() - 1)
        return last if last >= 0 else self._rows.rowCount() - 1

    def _forget_heights(self) -> None:
        self.measured.clear()
        self.verticalHeader().setDefaultSectionSize(USUAL)
        self._soon.start()

    def _data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.measured.difference_update(range(first.row(), last.row() + 1))
        seen = self.rowAt(0), self._last_seen()
        if seen[0] <= last.row() and first.row() <= seen[1]:
            self._soon.start()

    def _build(self) -> None:
        set_kind(self, "side-by-side")
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        across.setFixedHeight(HEADING)
        down.hide()
        down.setMinimumSectionSize(32)
        down.setDefaultSectionSize(USUAL)
