"""A check box in the theme's colours: a style sheet cannot tint its tick."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from app.ui.icons import pixmap
from app.ui.theme import Theme

BOX = 20
GAP = 10
LEAST_HEIGHT = 32


class CheckBox(QCheckBox):
    """Its words wrap."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + BOX + GAP + 6
        return QSize(min(320, width), self.heightForWidth(min(320, width)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, LEAST_HEIGHT)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(40, width - BOX - GAP), 10_000)
        return max(LEAST_HEIGHT, self.fontMetrics().boundingRect(room, self._flags(), self.text()).height() + 8)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._mirrored(QRect(1, (min(self.height(), LEAST_HEIGHT) - BOX) // 2, BOX, BOX))
        on, width = self.isChecked(), 2 if self.hasFocus() else 1
        painter.setBrush(self._theme.colour("accent" if on else "background"))
        edge = "text" if on and self.hasFocus() else "accent" if on or self.hasFocus() else "control_line"
        painter.setPen(QPen(self._theme.colour(edge), width))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if on:
            tick = pixmap("check", self._theme.colours.on_accent, 16, self.devicePixelRatioF())
            painter.drawPixmap(box.topLeft() + QPoint(2, 2), tick)
        painter.setPen(self._theme.colour("text"))
        room = self._mirrored(QRect(BOX + GAP, 0, self.width() - BOX - GAP, self.height()))
        painter.drawText(room, self._flags() | Qt.AlignmentFlag.AlignVCenter, self.text())

    def _flags(self) -> int:
        return int(Qt.TextFlag.TextWordWrap)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
