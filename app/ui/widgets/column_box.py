"""Keeps its content in the reading column: centred, never wider, with a margin in a narrow window."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override


class ColumnBox(QWidget):
    """``width`` and ``margin`` are pixels."""

    def __init__(self, width: int, margin: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self._margin = margin
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, 0, margin, 0)
        self.column.setSpacing(8)

    def set_column(self, width: int) -> None:
        """Use another width in pixels."""
        self._width = width
        self._centre()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._centre()
        super().resizeEvent(event)

    def _centre(self) -> None:
        side = max(self._margin, (self.width() - self._width) // 2)
        margins = self.column.contentsMargins()
        if margins.left() != side:
            self.column.setContentsMargins(side, margins.top(), side, margins.bottom())
