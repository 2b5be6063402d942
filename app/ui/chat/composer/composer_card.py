"""The composer's card: a rounded surface with a soft shadow, its border shows where the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.ui.theme import Theme

RADIUS = 16
SHADOW = 6  # pixels around the card that belong to the shadow


class ComposerCard(QWidget):
    """Keeps ``SHADOW`` pixels free around its content."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        self._paint_shadow(painter, card)
        focused = self._has_focus()
        width = 1.0
        painter.setBrush(self._theme.colour("background"))
        painter.setPen(QPen(self._theme.colour("control_line" if focused else "line"), width))
        painter.drawRoundedRect(card.adjusted(width / 2, width / 2, -width / 2, -width / 2), RADIUS, RADIUS)

    def _paint_shadow(self, painter: QPainter, card: QRectF) -> None:
        colour = QColor(0, 0, 0, 18 if self._theme.dark else 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for grow in range(SHADOW, 0, -1):
            ring = card.adjusted(-grow + 1, -grow + 2, grow - 1, grow - 1)
            painter.drawRoundedRect(ring, RADIUS + grow, RADIUS + grow)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if any(widget is not None and self.isAncestorOf(widget) for widget in (old, new)):
            self.update()
