"""The expert's values, for when the model thinks and for when it answers at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.chat.conversation import ConversationSettings
from app.engine.api import SamplingParams
from app.ui.chat.own_settings.sampling_values import VALUES, chosen, usual, with_value
from app.ui.chat.own_settings.value_row import SeedRow, ValueRow
from app.ui.theme import Theme, set_kind
from app.ui.widgets.flat_button import LINK, FlatButton
from app.ui.widgets.text_label import text_label


class SamplingEditor(QWidget):
    """Shows the values of one mode. ``changed`` carries whether it is the thinking one, and its new values."""

    changed = Signal(bool, object)  # thinking, SamplingParams

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = ConversationSettings()
        self._architecture = ""
        self.thinking = True
        self.modes = (QPushButton(self), QPushButton(self))  # thinking, at once
        self.about = text_label(self, "muted")
        self.rows = [ValueRow(theme, value, self) for value in VALUES]
        self.seed = SeedRow(self)
        self.reset = FlatButton(theme, LINK, "regenerate", self)
        self._build()
        self._connect()
        self.retranslate()

    def show_settings(self, settings: ConversationSettings, architecture: str) -> None:
        """Show these values for a model of this architecture, "" when none is loaded."""
        self._settings, self._architecture = settings, architecture
        params = self._params()
        for row in self.rows:
            field = row.value.field
            row.show_number(chosen(params, field), usual(field, architecture, thinking=self.thinking))
        self.seed.show_seed(params.seed)
        self.reset.setVisible(params != SamplingParams())

    def show_mode(self, *, thinking: bool) -> None:
        """Show the values for one of the two modes."""
        self.thinking = thinking
        self.modes[0 if thinking else 1].setChecked(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words again."""
        self.modes[0].setText(self.tr("When it thinks"))
        self.modes[1].setText(self.tr("At once"))
        self.modes[1].setAccessibleName(self.tr("When it answers at once"))
        qwen = self._architecture.startswith("qwen") or not self._architecture
        self.about.setText(
            self.tr("What is not changed is what Qwen recommends for this.")
            if qwen
            else self.tr("What is not changed is what usually suits such models.")
        )
        words = self._words()
        for row in self.rows:
            row.set_words(*words[row.value.field])
        self.seed.retranslate()
        self.reset.set_words(self.tr("Back to what is recommended"))
        self.show_settings(self._settings, self._architecture)

    def _words(self) -> dict[str, tuple[str, str]]:
        return {
            "temperature": (self.tr("Temperature"), self.tr("Low keeps to the likeliest words, high surprises.")),
            "top_p": (self.tr("Top-p"), self.tr("Only the likeliest words that together reach this share are drawn.")),
            "top_k": (self.tr("Top-k"), self.tr("Only so many of the likeliest words are drawn.")),
            "min_p": (self.tr("Min-p"), self.tr("Words less likely than this share of the likeliest are left out.")),
            "presence_penalty": (
                self.tr("Presence penalty"),
                self.tr("Makes words that were used already less likely. Helps when an answer goes round in circles."),
            ),
            "repeat_penalty": (self.tr("Repeat penalty"), self.tr("Makes repetitions less likely. 1 is off.")),
        }

    def _params(self) -> SamplingParams:
        return self._settings.thinking_sampling if self.thinking else self._settings.plain_sampling

    def _build(self) -> None:
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in self.modes:
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            set_kind(button, "choice")
            group.addButton(button)
            row.addWidget(button)
        self.modes[0].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        for widget in (self.about, *self.rows, self.seed, self.reset):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.modes[0].clicked.connect(lambda: self.show_mode(thinking=True))
        self.modes[1].clicked.connect(lambda: self.show_mode(thinking=False))
        for row in self.rows:
            row.chosen.connect(lambda value, field=row.value.field: self._change(field, value))
        self.seed.chosen.connect(lambda value: self._change("seed", value))
        self.reset.clicked.connect(lambda: self.changed.emit(self.thinking, SamplingParams()))

    def _change(self, field: str, value: float | None) -> None:
        self.changed.emit(self.thinking, with_value(self._params(), field, value))
