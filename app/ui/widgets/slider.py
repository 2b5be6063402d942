"""A slider in the theme's colours: whole numbers, mirrored where reading starts at the right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget
from typing_extensions import override

from app.ui.theme import Theme

GROOVE = 4
HANDLE = 16
MARGIN = 10  # room for the handle and its focus ring at both ends


class Slider(QSlider):
    """``moved`` carries a value that the person took; ``show_value`` reports nothing.

    A subclass with a scale of its own says what ``take`` and ``step`` choose, and draws on the groove.
    """

    moved = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def show_value(self, value: int) -> None:
        """Move the handle."""
        self.setValue(value)
        self.update()

    def take(self, value: int) -> None:
        """Choose the value that the person pointed at."""
        value = max(self.minimum(), min(self.maximum(), value))
        if value != self.value():
            self.show_value(value)
            self.moved.emit(value)

    def step(self, steps: int) -> None:
        """Go so many steps up or, negative, down."""
        self.take(self.value() + steps)

    def paint_marks(self, painter: QPainter) -> None:
        """Draw what lies on the groove, under the handle; without a pen. Nothing by itself."""

    def x_of(self, value: int) -> float:
        """Return where a value lies, in pixels from the left."""
        room = max(1, self.width() - 2 * MARGIN)
        x = MARGIN + room * (value - self.minimum()) / max(1, self.maximum() - self.minimum())
        return self.width() - x if self._mirrored() else x

    @override
    def sizeHint(self) -> QSize:
        return QSize(180, 32)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, 32)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._take_at(event.position().x())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._take_at(event.position().x())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        self.update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Without focus the wheel passes on: scrolling over the slider must not change anything.
        if not self.hasFocus() or not event.angleDelta().y():
            event.ignore()
            return
        self.step(1 if event.angleDelta().y() > 0 else -1)
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        forward = -1 if self._mirrored() else 1
        all_steps = self.maximum() - self.minimum()
        steps = {
            key.Key_Up: 1,
            key.Key_Right: forward,
            key.Key_PageUp: self.pageStep(),
            key.Key_Down: -1,
            key.Key_Left: -forward,
            key.Key_PageDown: -self.pageStep(),
            key.Key_Home: -all_steps,
            key.Key_End: all_steps,
        }.get(key(event.key()))
        if steps is None:
            event.ignore()
            return
        self.step(steps)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        handle = self.x_of(self.value())
        groove = "line" if self.isEnabled() else "hover"
        self._paint_bar(painter, self.x_of(self.minimum()), self.x_of(self.maximum()), groove)
        if self.isEnabled():
            self._paint_bar(painter, self.x_of(self.minimum()), handle, "accent")
            self.paint_marks(painter)
        self._paint_handle(painter, QPointF(handle, self.height() / 2))

    def _paint_bar(self, painter: QPainter, start: float, end: float, colour: str) -> None:
        left, right = sorted((start, end))
        painter.setBrush(self._theme.colour(colour))
        bar = QRectF(left, (self.height() - GROOVE) / 2, right - left, GROOVE)
        painter.drawRoundedRect(bar, GROOVE / 2, GROOVE / 2)

    def _paint_handle(self, painter: QPainter, centre: QPointF) -> None:
        colour = self._theme.colour("accent" if self.isEnabled() else "faint")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 2))
            painter.drawEllipse(centre, HANDLE / 2 + 1, HANDLE / 2 + 1)
        painter.setBrush(self._theme.colour("accent" if self.isSliderDown() else "background"))
        painter.setPen(QPen(colour, 2))
        radius = HANDLE / 2 - (3 if self.hasFocus() else 1)
        painter.drawEllipse(centre, radius, radius)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _take_at(self, x: float) -> None:
        room = max(1, self.width() - 2 * MARGIN)
        along = (self.width() - x if self._mirrored() else x) - MARGIN
        self.take(self.minimum() + round(along / room * (self.maximum() - self.minimum())))
