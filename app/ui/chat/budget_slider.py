"""The slider of the thinking budget: stops for mouse and keys, exact values shown where they lie."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget
from typing_extensions import override

from app.ui.chat.budget_scale import LAST, OFF, STOPS, Budget, nearest_stop, next_stop, position_of
from app.ui.theme import Theme

STEP = 100  # QSlider counts in whole numbers: hundredths of a stop
GROOVE = 4
HANDLE = 16
LENGTH = 160
SHORT = 72
MARGIN = 10  # room for the handle and its focus ring at both ends


class BudgetSlider(QSlider):
    """Reports stops that the person chose; what is shown is set from outside with ``show_budget``."""

    chosen = Signal(object)  # Budget

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._budget: Budget = OFF
        self._lowest = 0  # index of the first stop that may be chosen
        self.setRange(0, LAST * STEP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_long(long=True)
        theme.changed.connect(self.update)

    @property
    def budget(self) -> Budget:
        """The budget shown."""
        return self._budget

    def show_budget(self, budget: Budget) -> None:
        """Move the handle; nothing is reported."""
        self._budget = budget
        self.setValue(round(position_of(budget) * STEP))
        self.update()

    def allow_off(self, *, allowed: bool) -> None:
        """Whether the first stop may be chosen."""
        self._lowest = 0 if allowed else 1

    def set_long(self, *, long: bool) -> None:
        """Take the full length, or a short one that leaves room for words about why it cannot be moved."""
        self.setMaximumWidth(LENGTH if long else SHORT)

    @override
    def sizeHint(self) -> QSize:
        return QSize(LENGTH, 32)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(SHORT, 32)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._choose_at(event.position().x())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._choose_at(event.position().x())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        self.update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Without focus the wheel passes on: scrolling over the slider must not change the next answer.
        if not self.hasFocus() or not event.angleDelta().y():
            event.ignore()
            return
        self._choose(next_stop(self._budget, 1 if event.angleDelta().y() > 0 else -1))
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        forward = -1 if self._mirrored() else 1
        steps = {
            key.Key_Up: 1,
            key.Key_PageUp: 1,
            key.Key_Right: forward,
            key.Key_Down: -1,
            key.Key_PageDown: -1,
            key.Key_Left: -forward,
            key.Key_Home: -LAST,
            key.Key_End: LAST,
        }.get(key(event.key()))
        if steps is None:
            event.ignore()
            return
        self._choose(next_stop(self._budget, steps))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        handle = self._x_of(position_of(self._budget))
        start = self._x_of(0)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_bar(painter, self._x_of(0), self._x_of(LAST), "line" if self.isEnabled() else "hover")
        if self.isEnabled():
            self._paint_bar(painter, start, handle, "accent")
            self._paint_stops(painter, middle)
        self._paint_handle(painter, QPointF(handle, middle))

    def _paint_bar(self, painter: QPainter, start: float, end: float, colour: str) -> None:
        left, right = sorted((start, end))
        painter.setBrush(self._theme.colour(colour))
        bar = QRectF(left, (self.height() - GROOVE) / 2, right - left, GROOVE)
        painter.drawRoundedRect(bar, GROOVE / 2, GROOVE / 2)

    def _paint_stops(self, painter: QPainter, middle: float) -> None:
        here = position_of(self._budget)
        for index in range(1, LAST):
            painter.setBrush(self._theme.colour("on_accent" if index < here else "control_line"))
            painter.drawEllipse(QPointF(self._x_of(index), middle), 1.25, 1.25)

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

    def _x_of(self, position: float) -> float:
        room = max(1, self.width() - 2 * MARGIN)
        x = MARGIN + room * position / LAST
        return self.width() - x if self._mirrored() else x

    def _choose_at(self, x: float) -> None:
        room = max(1, self.width() - 2 * MARGIN)
        along = (self.width() - x if self._mirrored() else x) - MARGIN
        self._choose(nearest_stop(along / room * LAST))

    def _choose(self, budget: Budget) -> None:
        if budget == OFF and self._lowest:
            budget = STOPS[self._lowest]
        if budget != self._budget:
            self.show_budget(budget)
            self.chosen.emit(budget)
