"""The thinking switch and budget in the composer. What is shown is what the next message gets."""

from __future__ import annotations

from typing import Protocol, assert_never

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QStackedLayout, QWidget
from typing_extensions import override

from app.engine.api import ModelDescription, ThinkingSupport
from app.ui.chat.composer.budget_scale import LARGEST, OFF, STOPS, Budget, parse_budget
from app.ui.chat.composer.budget_slider import BudgetSlider
from app.ui.theme import Theme, set_kind
from app.ui.widgets.flat_button import CHIP, LINK, FlatButton
from app.ui.widgets.keys import keeps_escape

QWIDGETSIZE_MAX = 16_777_215  # Qt's own: no limit


class ThinkingChoice(Protocol):
    """The part of ``ChatSession`` that these controls show and change."""

    @property
    def thinking_changed(self) -> SignalInstance:
        """The switch or the budget changed."""
        ...

    @property
    def thinking_enabled(self) -> bool:
        """Whether the next message thinks, as far as the model allows."""
        ...

    @property
    def thinking_budget(self) -> int | None:
        """Tokens; None is unlimited."""
        ...

    def set_thinking(self, enabled: bool) -> None:
        """Switch."""

    def set_budget(self, tokens: int | None) -> None:
        """Set the budget."""


class LoadedModel(Protocol):
    """The part of ``ModelSession`` that says what the model can do."""

    @property
    def changed(self) -> SignalInstance:
        """Another model, or another state."""
        ...

    @property
    def model(self) -> ModelDescription | None:
        """The loaded model."""
        ...


class NumberField(QLineEdit):
    """Takes one exact number; Escape or leaving it empty keeps the old one."""

    committed = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self._open = False
        self.textEdited.connect(lambda: set_kind(self, "number"))
        set_kind(self, "number")

    def open_with(self, text: str) -> None:
        """Take the keyboard, with a number to change."""
        set_kind(self, "number")
        self.setText(text)
        self.selectAll()
        self._open = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def event(self, event: QEvent) -> bool:
        return keeps_escape(event) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._commit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self._open:
            self._commit(leaving=True)

    def _commit(self, *, leaving: bool = False) -> None:
        try:
            number = parse_budget(self.text())
        except ValueError:
            if leaving:
                self._leave()
            else:
                set_kind(self, "wrong")
            return
        self._leave()
        self.committed.emit(number)

    def _leave(self) -> None:
        self._open = False  # before the focus goes, which would commit
        self.left.emit()


class ThinkingControls(QWidget):
    """Chip, slider, and a label that opens the exact number."""

    def __init__(
        self,
        theme: Theme,
        chat: ThinkingChoice,
        model: LoadedModel,
        parent: QWidget | None = None,
        *,
        stacked: bool = False,  # the slider below: for a narrow place
    ) -> None:
        super().__init__(parent)
        self._chat = chat
        self._stacked = stacked
        self._model = model
        self.chip = FlatButton(theme, CHIP, "thinking", self)
        self.chip.setCheckable(True)
        self.slider = BudgetSlider(theme, self)
        self.label = FlatButton(theme, LINK, parent=self)
        self.field = NumberField(self)
        self._build()
        self.chip.toggled.connect(self._switched)
        self.slider.chosen.connect(self._budget_chosen)
        self.label.clicked.connect(self._open_field)
        self.field.committed.connect(self._budget_chosen)
        self.field.left.connect(self._close_field)
        chat.thinking_changed.connect(self.refresh)
        model.changed.connect(self.refresh)
        self.refresh()

    @property
    def support(self) -> ThinkingSupport:
        """What the loaded model allows; without one, everything, for the next model."""
        return self._model.model.thinking if self._model.model else ThinkingSupport.HYBRID

    def toggle(self) -> None:
        """Turn the switch over, if the model has one."""
        if self.chip.isEnabled():
            self.chip.toggle()

    def refresh(self) -> None:
        """Show what is in force."""
        support, enabled = self.support, self._in_force()
        self.chip.blockSignals(True)
        self.chip.setChecked(enabled)
        self.chip.blockSignals(False)
        self.chip.setEnabled(support is ThinkingSupport.HYBRID)
        usable = support is not ThinkingSupport.NEVER
        self.slider.setEnabled(usable)
        self.slider.set_long(long=usable or self._stacked)
        if self._stacked:
            self.slider.setMaximumWidth(QWIDGETSIZE_MAX)
        self.label.setEnabled(usable)
        self.slider.allow_off(allowed=support is ThinkingSupport.HYBRID)
        self.slider.show_budget(self._chat.thinking_budget if enabled else OFF)
        self.retranslate()

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        reason = self._reason()
        self.chip.set_words(self.tr("Thinking"), reason or self._switch_hint())
        self.chip.set_trailing("")
        words, advice = self._budget_words(), self._advice()
        self.slider.setAccessibleName(self.tr("Thinking budget: {budget}").format(budget=words))
        self.slider.setAccessibleDescription(advice)
        never = self.support is ThinkingSupport.NEVER
        self.slider.setToolTip(reason if never else f"{words}\n{advice}")
        hint = self.tr("Click to type an exact number.")
        self.label.set_words(reason if never else words, "" if never else hint, reason if never else f"{words}\n{hint}")
        self.label.reserve([self._words_for(budget) for budget in (OFF, STOPS[-2], None)])
        self.field.setAccessibleName(self.tr("Exact thinking budget in tokens"))
        self.field.setToolTip(self.tr("A whole number up to {most}").format(most=QLocale().toString(LARGEST)))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        if self._stacked:
            return QSize(self.chip.minimumSizeHint().width() + 64 + 8, 76)
        widths = (self.chip.minimumSizeHint().width(), self.slider.minimumSizeHint().width(), 64)
        return QSize(sum(widths) + 16, 36)

    def _build(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.label)
        self._stack.addWidget(self.field)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(self.chip, 0, 0)
        grid.addWidget(self.slider, *((1, 0, 1, 2) if self._stacked else (0, 1)))
        grid.addLayout(self._stack, 0, 1 if self._stacked else 2)
        grid.setColumnStretch(1 if self._stacked else 2, 1)
        # A stack is as wide as its widest page, but the field has room enough where the label was.
        self.field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _in_force(self) -> bool:
        match self.support:
            case ThinkingSupport.HYBRID:
                return self._chat.thinking_enabled
            case ThinkingSupport.ALWAYS | ThinkingSupport.EFFORT:
                return True
            case ThinkingSupport.NEVER:
                return False
            case other:
                assert_never(other)

    def _reason(self) -> str:
        """Return why the switch cannot be turned over, "" when it can."""
        match self.support:
            case ThinkingSupport.HYBRID:
                return ""
            case ThinkingSupport.ALWAYS | ThinkingSupport.EFFORT:
                return self.tr("This model always thinks before it answers. The budget limits how long.")
            case ThinkingSupport.NEVER:
                return self.tr("This model does not think before it answers")
            case other:
                assert_never(other)

    def _switch_hint(self) -> str:
        if self._chat.thinking_enabled:
            return self.tr("The model thinks before it answers. Click to let it answer at once.")
        return self.tr("The model answers at once. Click to let it think first.")

    def _advice(self) -> str:
        return self.tr("At the budget the model stops thinking and answers. Below about 1,000 tokens little is gained.")

    def _budget_words(self) -> str:
        return self._words_for(self._chat.thinking_budget if self._in_force() else OFF)

    def _words_for(self, budget: Budget) -> str:
        if budget == OFF:
            return self.tr("off")
        if budget is None:
            return self.tr("no limit")
        return self.tr("up to {tokens} tokens").format(tokens=QLocale().toString(budget))

    def _switched(self, enabled: bool) -> None:
        self._chat.set_thinking(enabled)
        self.refresh()

    def _budget_chosen(self, budget: Budget) -> None:
        if budget == OFF:
            if self.support is ThinkingSupport.HYBRID:
                self._chat.set_thinking(False)
        else:
            self._chat.set_budget(budget)
            if not self._chat.thinking_enabled:
                self._chat.set_thinking(True)
        self.refresh()

    def _open_field(self) -> None:
        budget = self._chat.thinking_budget
        self._stack.setCurrentWidget(self.field)
        self.field.open_with(QLocale().toString(budget) if budget else "")

    def _close_field(self) -> None:
        if self._stack.currentWidget() is self.field:
            had_focus = self.field.hasFocus()
            self._stack.setCurrentWidget(self.label)
            if had_focus:
                self.label.setFocus(Qt.FocusReason.OtherFocusReason)
