"""A number between two buttons: fewer, more."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from app.ui.theme import set_kind


class Stepper(QWidget):
    """``words`` turns the number into text; ``changed`` carries a number that the person took."""

    changed = Signal(int)

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._most = most
        self.value = least
        self._template = "{number}"
        self.fewer = QPushButton("−", self)
        self.more = QPushButton("+", self)
        self._label = QLabel(self)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_kind(self._label, "body")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.fewer)
        row.addWidget(self._label, 1)
        row.addWidget(self.more)
        for button, step in ((self.fewer, -1), (self.more, 1)):
            button.setAutoDefault(False)
            button.setFixedWidth(44)
            button.setAutoRepeat(True)
            button.clicked.connect(self._stepper(step))

    def set_words(self, fewer: str, more: str, template: str) -> None:
        """Name both buttons; ``template`` has one field, ``{number}``."""
        self.fewer.setAccessibleName(fewer)
        self.fewer.setToolTip(fewer)
        self.more.setAccessibleName(more)
        self.more.setToolTip(more)
        self._template = template
        self.show_value(self.value)

    def show_value(self, value: int) -> None:
        """Show a number without reporting it."""
        self.value = max(self._least, min(self._most, value))
        self._label.setText(self._template.format(number=QLocale().toString(self.value)))
        self.fewer.setEnabled(self.value > self._least)
        self.more.setEnabled(self.value < self._most)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match Qt.Key(event.key()):
            case Qt.Key.Key_Up | Qt.Key.Key_Plus:
                self._step(1)
            case Qt.Key.Key_Down | Qt.Key.Key_Minus:
                self._step(-1)
            case _:
                super().keyPressEvent(event)

    def _stepper(self, step: int) -> object:
        return lambda: self._step(step)

    def _step(self, step: int) -> None:
        before = self.value
        self.show_value(self.value + step)
        if self.value != before:
            self.changed.emit(self.value)
