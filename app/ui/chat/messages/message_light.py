"""A light behind a message that the person was led to, for a moment."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.theme import Theme
from app.ui.widgets.motion import motion_ms

LIT_MS = 1800
RADIUS = 12
AROUND = 6  # pixels


class MessageLight(QWidget):
    """Stays behind one message, wherever that goes, and fades by itself. One at a time in its parent."""

    def __init__(self, theme: Theme, behind: QWidget) -> None:
        super().__init__(behind.parentWidget())
        self._theme, self._behind = theme, behind
        self._strength = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        behind.installEventFilter(self)
        behind.destroyed.connect(self.deleteLater)
        self._follow()
        self.lower()
        self.show()
        fade = QVariantAnimation(self, duration=LIT_MS, startValue=1.0, endValue=0.0)
        # Where motion is not wanted the light goes out at once, after the same time.
        fade.setEasingCurve(QEasingCurve.Type.InQuart if motion_ms(self) else QEasingCurve.Type.Linear)
        fade.valueChanged.connect(self._fade)
        fade.finished.connect(self.deleteLater)
        fade.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._follow()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._strength)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_background"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)

    def _follow(self) -> None:
        self.setGeometry(self._behind.geometry().adjusted(-AROUND, -AROUND, AROUND, AROUND))

    def _fade(self, strength: object) -> None:
        self._strength = float(str(strength)) if motion_ms(self) else 1.0
        self.update()
