"""A slider with its name above and its value at its end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets.slider import Slider
from app.ui.widgets.text_label import text_label


class LabelledSlider(QWidget):
    """The value's words may change while the handle is moved; nothing else does."""

    moved = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = text_label(self, "muted")
        self.slider = Slider(theme, self)
        self.value = text_label(self, "cell", wraps=False)
        self.value.setMinimumWidth(56)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.name, 0, 0, 1, 2)
        grid.addWidget(self.slider, 1, 0)
        grid.addWidget(self.value, 1, 1)
        grid.setColumnStretch(0, 1)
        self.slider.moved.connect(self.moved)

    def show_state(self, name: str, most: int, value: int, words: str) -> None:
        """Show a value of 0 to ``most`` with its words."""
        self.name.setText(name)
        self.value.setText(words)
        self.slider.setAccessibleName(name)
        self.slider.setAccessibleDescription(words)
        if not self.slider.isSliderDown():
            self.slider.setRange(0, max(0, most))
            self.slider.setPageStep(max(1, most // 8))
            self.slider.show_value(min(value, most))
