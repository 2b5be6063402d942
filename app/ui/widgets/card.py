"""A panel with round corners that groups what belongs together."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.theme import Theme

RADIUS = 12


class Card(QWidget):
    """Its colours are the theme's; ``fill`` names one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, fill: str = "panel") -> None:
        super().__init__(parent)
        self._theme = theme
        self._fill = fill
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour(self._fill))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
