"""How this conversation is answered: instructions, model, thinking, and, one click deeper, the expert's values."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.chat.conversation import ConversationSettings, Preset
from app.engine.api import SamplingParams
from app.ui.chat.composer.thinking_controls import LoadedModel, ThinkingControls
from app.ui.chat.own_settings.instructions_edit import InstructionsEdit
from app.ui.chat.own_settings.preset_bar import PresetBar
from app.ui.chat.own_settings.protocols import ModelChoices, OwnSettings, Presets
from app.ui.chat.own_settings.sampling_editor import SamplingEditor
from app.ui.chat.top_bar import HEIGHT
from app.ui.theme import Theme
from app.ui.widgets.choice_button import ChoiceButton
from app.ui.widgets.direction import forward_icon
from app.ui.widgets.flat_button import ICON, LINK, FlatButton
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.text_label import text_label

WIDTH = 336


class ConversationPanel(QWidget):
    """Everything shown is what the next answer gets; what is changed holds from the next answer on."""

    close_wanted = Signal()

    def __init__(
        self, theme: Theme, chat: OwnSettings, model: LoadedModel, models: ModelChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._chat, self._model, self._models = theme, chat, model, models
        self._shown = self._key()
        self.title = text_label(self, "strong", wraps=False)
        self.close_button = FlatButton(theme, ICON, "close", self)
        self.inside = ScrollColumn(self, gap=8)
        self.headings: list[QLabel] = []
        self.presets = PresetBar(theme, self)
        self.instructions = InstructionsEdit(theme, self)
        self.model_choice = ChoiceButton(theme, "", {"": ""}, self)
        self.thinking = ThinkingControls(theme, chat, model, self, stacked=True)
        self.more = FlatButton(theme, LINK, "chevron_right", self)
        self.sampling = SamplingEditor(theme, self)
        self.reset = FlatButton(theme, LINK, "regenerate", self)
        self._build()
        self._connect()
        self.setFocusProxy(self.instructions.edit)
        self.retranslate()

    def use_presets(self, presets: Presets) -> None:
        """Take the list of presets."""
        self.presets.use_presets(presets)
        presets.changed.connect(self.refresh)
        self.reset.clicked.connect(presets.reset)
        self.refresh()

    def refresh(self) -> None:
        """Show what is in force."""
        settings = self._chat.own_settings
        if self._key() != self._shown:  # what was typed a moment ago belonged to the other conversation
            self._shown = self._key()
            self.instructions.edit.setPlainText(settings.system_prompt)
        self.instructions.show_text(settings.system_prompt)
        self._show_models(settings)
        self.sampling.setVisible(self.more.isChecked())
        self.more.set_icon("chevron_down" if self.more.isChecked() else forward_icon(self))
        self.sampling.show_settings(settings, self._architecture())
        self.presets.show_current(self._matching())
        self.reset.setVisible(settings != ConversationSettings())

    def retranslate(self) -> None:
        """Set all words again."""
        self.title.setText(self.tr("This conversation"))
        self.close_button.set_hint(self.tr("Close"))
        words = (self.tr("Preset"), self.tr("Instructions"), self.tr("Model"), self.tr("Thinking"))
        for heading, text in zip(self.headings, words, strict=True):
            heading.setText(text)
        self.instructions.edit.setAccessibleName(self.tr("Instructions for the model"))
        self.instructions.edit.setPlaceholderText(
            self.tr("What the model should always keep in mind. For example: “Answer briefly, in plain words.”")
        )
        self.more.set_words(self.tr("Expert values"), self.tr("How the next word is drawn"))
        self.reset.set_words(
            self.tr("Reset everything here"), self.tr("No instructions, whichever model, recommended values")
        )
        self.presets.retranslate()
        self.sampling.retranslate()
        self.refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 600)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange, QEvent.Type.LayoutDirectionChange}:
            self.retranslate()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        line = self._theme.colour("line")
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(self.width() - 1 if mirrored else 0, 0, 1, self.height(), line)
        painter.fillRect(0, HEIGHT - 1, self.width(), 1, line)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 8, 1)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        self.title.setMinimumHeight(HEIGHT - 1)
        self.more.setCheckable(True)
        self.model_choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.inside.set_sides(16, 16)
        sections = (self.presets, self.instructions, self.model_choice, self.thinking)
        for number, section in enumerate(sections):
            heading = text_label(self.inside.inside, "strong", wraps=False)
            self.headings.append(heading)
            if number:
                self.inside.column.addSpacing(10)
            self.inside.column.addWidget(heading)
            self.inside.column.addWidget(section)
        self.inside.column.addSpacing(10)
        for widget in (self.more, self.sampling, self.reset):
            self.inside.column.addWidget(widget)
        self.inside.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.inside, 1)

    def _connect(self) -> None:
        self._chat.settings_changed.connect(self.refresh)
        self._chat.conversation_changed.connect(self.refresh)
        self._chat.thinking_changed.connect(self.refresh)
        self._model.changed.connect(self.refresh)
        self.close_button.clicked.connect(self.close_wanted)
        self.instructions.changed.connect(lambda text: self._change(system_prompt=text))
        self.model_choice.chosen.connect(lambda path: self._change(model_path=path))
        self.more.toggled.connect(lambda _on: self.refresh())
        self.sampling.changed.connect(self._sampling_changed)

    def _key(self) -> str:
        return self._chat.conversation.id if self._chat.conversation else ""

    def _architecture(self) -> str:
        return self._model.model.architecture if self._model.model else ""

    def _show_models(self, settings: ConversationSettings) -> None:
        choices = {"": self.tr("Whichever is loaded")} | self._models()
        if settings.model_path and settings.model_path not in choices:
            choices[settings.model_path] = settings.model_path.replace("\\", "/").rsplit("/", 1)[-1]
        self.model_choice.set_choices(self.tr("Model"), choices)
        self.model_choice.show_value(settings.model_path)

    def _matching(self) -> Preset | None:
        """Return the preset whose settings these are."""
        own = self._chat.own_settings
        thinks, budget = self._chat.thinking_enabled, self._chat.thinking_budget
        for preset in self.presets.presets():
            same_switch = preset.thinking_enabled in {None, thinks}
            same_budget = preset.thinking_budget is None or (preset.thinking_budget or None) == budget
            if preset.settings == own and same_switch and same_budget:
                return preset
        return None

    def _change(self, **values: object) -> None:
        self._chat.set_own_settings(msgspec.structs.replace(self._chat.own_settings, **values))

    def _sampling_changed(self, thinking: bool, params: SamplingParams) -> None:
        if thinking:
            self._change(thinking_sampling=params)
        else:
            self._change(plain_sampling=params)
