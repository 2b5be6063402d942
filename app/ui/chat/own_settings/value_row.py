"""One value of the sampling: its name, a slider, the exact number, and a way back to what is usual."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from app.ui.chat.own_settings.sampling_values import LARGEST_SEED, Value
from app.ui.theme import Theme, set_kind
from app.ui.widgets.flat_button import FlatButton, Look
from app.ui.widgets.keys import keeps_escape
from app.ui.widgets.slider import Slider
from app.ui.widgets.text_label import text_label

BACK = Look(height=32, padding=6, gap=4, icon_size=14, font_size=12, text="muted")
FIELD = 64


class ExactField(QLineEdit):
    """Takes one number in the person's notation; Escape and what is no number keep the old one."""

    committed = Signal(object)  # float, or None when it was emptied

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.textEdited.connect(lambda: set_kind(self, "number"))
        set_kind(self, "number")

    def show_text(self, text: str) -> None:
        """Show this, unless the person is typing."""
        self._shown = text
        if not self.hasFocus() or not self.isModified():
            self.setText(text)

    @override
    def event(self, event: QEvent) -> bool:
        return (self.isModified() and keeps_escape(event)) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match Qt.Key(event.key()):
            case Qt.Key.Key_Escape if self.isModified():
                self._put_back()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._commit(leaving=False)
            case _:
                super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._commit(leaving=True)

    def _commit(self, *, leaving: bool) -> None:
        if not self.isModified():
            return
        text = self.text().strip()
        number, right = QLocale().toDouble(text)
        if text and not right:
            if leaving:
                self._put_back()
            else:
                set_kind(self, "wrong")
            return
        self.setModified(False)
        self.committed.emit(number if text else None)

    def _put_back(self) -> None:
        set_kind(self, "number")
        self.setText(self._shown)
        self.setModified(False)


class ValueRow(QWidget):
    """``chosen`` carries a number, or None for what is usual."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, value: Value, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self.name = text_label(self, "muted", wraps=False)
        self.back = FlatButton(theme, BACK, "regenerate", self)
        self.slider = Slider(theme, self)
        self.slider.setRange(0, value.steps)
        self.slider.setPageStep(max(1, value.steps // 8))
        self.field = ExactField(self)
        self.field.setFixedWidth(FIELD)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.back, 0, 1, 1, 1, Qt.AlignmentFlag.AlignTrailing)
        grid.addWidget(self.slider, 1, 0)
        grid.addWidget(self.field, 1, 1, 1, 1, Qt.AlignmentFlag.AlignTrailing)
        grid.setColumnStretch(0, 1)
        grid.setRowMinimumHeight(0, 32)
        self.slider.moved.connect(lambda step: self.chosen.emit(value.value_at(step)))
        self.field.committed.connect(self._typed)
        self.back.clicked.connect(lambda: self.chosen.emit(None))

    def set_words(self, name: str, hint: str) -> None:
        """Name the value; ``hint`` says what it does."""
        self.name.setText(name)
        self.name.setToolTip(hint)
        self.slider.setAccessibleName(name)
        self.slider.setToolTip(hint)
        self.field.setAccessibleName(name)
        self.field.setToolTip(hint)

    def show_number(self, chosen: float | None, usual: float) -> None:
        """Show what was chosen, or what is usual."""
        number = usual if chosen is None else chosen
        words = self._words(number)
        if not self.slider.isSliderDown():
            self.slider.show_value(self.value.step_of(number))
        self.slider.setAccessibleDescription(words)
        self.field.show_text(words)
        back = self.tr("{value} is recommended").format(value=self._words(usual))
        self.back.set_words(self._words(usual), self.tr("Back to what is recommended"))
        self.back.setAccessibleName(self.tr("{name}: back to {value}").format(name=self.name.text(), value=back))
        self.back.setVisible(chosen is not None)

    def _words(self, number: float) -> str:
        return QLocale().toString(float(number), "f", self.value.digits)

    def _typed(self, number: float | None) -> None:
        self.chosen.emit(None if number is None else self.value.bounded(number))


class SeedRow(QWidget):
    """The number that chance starts from: empty is another one for every answer."""

    chosen = Signal(object)  # int or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = text_label(self, "muted", wraps=False)
        self.field = ExactField(self)
        self.field.setFixedWidth(FIELD + 50)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.setColumnStretch(0, 1)
        self.field.committed.connect(self._typed)

    def retranslate(self) -> None:
        """Set all words again."""
        self.name.setText(self.tr("Seed"))
        hint = self.tr("The same number gives the same answer to the same conversation. Empty: another one every time.")
        self.name.setToolTip(hint)
        self.field.setToolTip(hint)
        self.field.setAccessibleName(self.tr("Seed"))
        self.field.setPlaceholderText(self.tr("random"))

    def show_seed(self, seed: int | None) -> None:
        """Show a seed."""
        self.field.show_text("" if seed is None else str(seed))

    def _typed(self, number: float | None) -> None:
        self.chosen.emit(None if number is None else max(0, min(LARGEST_SEED, round(number))))
