"""The quants of one model, side by side where there is room and one below the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.models.measures import context_size
from app.ui.models.offer_row import COLUMNS, GAP, SIDE, OfferContent, OfferHeader, OfferRow
from app.ui.theme import Theme


class OfferTable(QWidget):
    """``chosen`` and ``selected`` carry the number of a row."""

    chosen = Signal(int)
    selected = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.header = OfferHeader(self)
        self.rows: list[OfferRow] = []
        self._needed = 0  # pixels for all columns
        self._in_columns = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._align)

    def show_offers(self, contents: list[OfferContent], context: int) -> None:
        """Show these offers; ``context`` (tokens, 0 for none) is the one that their fit was asked for."""
        words = self.tr("On this computer, {size} context").format(size=context_size(context))
        fit = words if context else self.tr("On this computer")
        self.header.show_words([self.tr("Quality"), self.tr("File"), self.tr("Size"), fit, self.tr("Tokens/s")])
        while len(self.rows) > len(contents):
            gone = self.rows.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(contents):
            self._add_row()
        for row, content in zip(self.rows, contents, strict=True):
            row.show_content(content)
        self._align()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Not at once: the layouts above are at work, and would not notice that the height changes with it.
        if (self._needed <= self.width()) != self._in_columns:
            self._later.start()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._later.start()
        return super().event(event)

    def _add_row(self) -> None:
        row, number = OfferRow(self._theme, self), len(self.rows)
        row.chosen.connect(lambda: self.chosen.emit(number))
        row.selected.connect(lambda: self.selected.emit(number))
        self.rows.append(row)
        self._column.addWidget(row)

    def _align(self) -> None:
        """Give every column the width of its widest cell, or none when that does not fit."""
        for row in self.rows:
            row.set_in_columns(on=True)
        lines: list[list[QWidget]] = [[*self.header.cells()], *(row.cells() for row in self.rows)]
        empty = [not any(row.has_content(column) for row in self.rows) for column in range(COLUMNS)]
        widths = [
            0 if empty[column] else max(line[column].sizeHint().width() for line in lines) for column in range(COLUMNS)
        ]
        buttons = max((row.button.sizeHint().width() for row in self.rows), default=0)
        self._needed = sum(widths) + buttons + COLUMNS * GAP + 2 * SIDE
        self._in_columns = self._needed <= self.width()
        self.header.setVisible(self._in_columns)
        for row in self.rows:
            row.button.setMinimumWidth(buttons if self._in_columns else 0)
            row.set_in_columns(on=self._in_columns)
        for line in lines:
            for cell, width, nothing in zip(line, widths, empty, strict=True):
                cell.setMinimumWidth(width if self._in_columns else 0)
                cell.setVisible(not nothing)
        self.updateGeometry()
