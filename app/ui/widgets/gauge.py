"""A thin bar that says how much of something is used."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.theme import Theme


class Gauge(QWidget):
    """Filled from the start side. It says nothing to a screen reader: numbers stand beside it."""

    def __init__(self, theme: Theme, thickness: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thickness = thickness
        self._fraction = 0.0
        theme.changed.connect(self.update)

    @property
    def fraction(self) -> float:
        """How much is filled, 0 to 1."""
        return self._fraction

    def set_fraction(self, fraction: float) -> None:
        """Fill this much, 0 to 1."""
        self._fraction = min(1.0, max(0.0, fraction))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(140, self._thickness)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.height() - self._thickness) / 2
        radius = self._thickness / 2
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(QRectF(0, top, self.width(), self._thickness), radius, radius)
        filled = self.width() * self._fraction
        left = self.width() - filled if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 0
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(QRectF(left, top, filled, self._thickness), radius, radius)
