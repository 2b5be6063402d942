"""The round button that leads to the newest text when the person has scrolled away from it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from app.ui.icons import pixmap
from app.ui.theme import Theme

SIZE = 40
ICON = 18


class JumpButton(QAbstractButton):
    """A dot in the accent colour says that something new came in below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._news = False
        self.setFixedSize(SIZE, SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)
        self.retranslate()

    def retranslate(self) -> None:
        """Set its name again."""
        self.setAccessibleName(self.tr("Jump to the newest text"))
        self.setToolTip(self.tr("Jump to the newest text"))

    def set_news(self, *, news: bool) -> None:
        """Show or hide the dot."""
        if news != self._news:
            self._news = news
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(SIZE, SIZE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        painter.setPen(QPen(self._theme.colour("accent" if focus else "control_line"), 2 if focus else 1))
        painter.setBrush(self._theme.colour("hover" if self.underMouse() else "background"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        drawn = pixmap("arrow_down", self._theme.colour("text").name(), ICON, self.devicePixelRatioF())
        painter.drawPixmap((SIZE - ICON) // 2, (SIZE - ICON) // 2, drawn)
        if self._news:
            painter.setPen(QPen(self._theme.colour("background"), 2))
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(QRectF(SIZE - 15, 3, 11, 11))
