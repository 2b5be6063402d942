"""The slider of the thinking budget: stops for mouse and keys, exact values shown where they lie."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.chat.composer.budget_scale import LAST, OFF, STOPS, Budget, nearest_stop, next_stop, position_of
from app.ui.theme import Theme
from app.ui.widgets.slider import Slider

PER_STOP = 100  # QSlider counts in whole numbers: hundredths of a stop
LENGTH = 160
SHORT = 72


class BudgetSlider(Slider):
    """Reports stops that the person chose; what is shown is set from outside with ``show_budget``."""

    chosen = Signal(object)  # Budget

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._budget: Budget = OFF
        self._lowest = 0  # index of the first stop that may be chosen
        self.setRange(0, LAST * PER_STOP)
        self.setPageStep(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_long(long=True)

    @property
    def budget(self) -> Budget:
        """The budget shown."""
        return self._budget

    def show_budget(self, budget: Budget) -> None:
        """Move the handle; nothing is reported."""
        self._budget = budget
        self.show_value(round(position_of(budget) * PER_STOP))

    def allow_off(self, *, allowed: bool) -> None:
        """Whether the first stop may be chosen."""
        self._lowest = 0 if allowed else 1

    def set_long(self, *, long: bool) -> None:
        """Take the full length, or a short one that leaves room for words about why it cannot be moved."""
        self.setMaximumWidth(LENGTH if long else SHORT)

    @override
    def take(self, value: int) -> None:
        self._choose(nearest_stop(value / PER_STOP))

    @override
    def step(self, steps: int) -> None:
        self._choose(next_stop(self._budget, steps))

    @override
    def paint_marks(self, painter: QPainter) -> None:
        here = position_of(self._budget)
        for index in range(1, LAST):
            painter.setBrush(self._theme.colour("on_accent" if index < here else "control_line"))
            painter.drawEllipse(QPointF(self.x_of(index * PER_STOP), self.height() / 2), 1.25, 1.25)

    @override
    def sizeHint(self) -> QSize:
        return QSize(LENGTH, 32)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(SHORT, 32)

    def _choose(self, budget: Budget) -> None:
        if budget == OFF and self._lowest:
            budget = STOPS[self._lowest]
        if budget != self._budget:
            self.show_budget(budget)
            self.chosen.emit(budget)
