"""The frame around a pane, with what belongs to the pane at its foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.theme import Theme

RADIUS = 12


class PaneCard(QWidget):
    """Round corners, lit while its pane has the keyboard."""

    def __init__(self, theme: Theme, pane: QWidget, fill: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._pane, self._fill = theme, pane, fill
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3, 3, 3, 3)
        self.column.setSpacing(0)
        self.column.addWidget(pane, 1)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(6, 0, 6, 4)
        self.foot.setSpacing(4)
        self.column.addLayout(self.foot)
        pane.installEventFilter(self)
        theme.changed.connect(self.update)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._pane.hasFocus()
        painter.setBrush(self._theme.colour(self._fill))
        painter.setPen(QPen(self._theme.colour("accent" if focused else "line"), 2 if focused else 1))
        inset = 1.0 if focused else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
