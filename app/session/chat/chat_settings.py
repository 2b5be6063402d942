"""How the conversation shown is answered: thinking, system prompt, model, sampling; for a new one before it begins."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject

from app.chat.conversation import ContextCut, ConversationSettings, Message, Preset
from app.engine.api import ThinkingSupport
from app.session.chat.answer_writer import AnswerWriter
from app.session.chat.chat_state import ChatState
from app.session.keeping.store_access import StoreAccess
from app.session.models.model_session import ModelSession
from app.session.notices import Notice, Severity
from app.settings.store import SettingsStore


class ChatSettings(ChatState):
    """The settings of the conversation shown."""

    def __init__(
        self,
        writer: AnswerWriter,
        models: ModelSession,
        store: StoreAccess,
        settings: SettingsStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(writer, models, store, settings, parent)
        self._known_model = models.path
        self._known_state = models.state, models.model
        models.changed.connect(self._models_changed)

    # --- thinking ---

    @property
    def thinking_enabled(self) -> bool:
        """Whether the next answer thinks first, as far as the model can."""
        own = (self.conversation or self._draft).thinking_enabled
        return self._settings.current.thinking_enabled if own is None else own

    @property
    def thinking_budget(self) -> int | None:
        """Thinking tokens that the next answer may use; None is unlimited."""
        own = (self.conversation or self._draft).thinking_budget
        return (self._settings.current.thinking_budget if own is None else own) or None

    def set_thinking(self, enabled: bool) -> None:
        """Think before answering, or not: for this conversation, or for all new ones when none is shown."""
        self._change_thinking(enabled, self.thinking_budget)

    def set_budget(self, tokens: int | None) -> None:
        """Set the thinking budget (None: unlimited), for this conversation or for all new ones."""
        self._change_thinking(self.thinking_enabled, tokens)

    def _change_thinking(self, enabled: bool, budget: int | None) -> None:
        draft = self._draft
        if self.conversation is None and draft.thinking_enabled is None and draft.thinking_budget is None:
            self._settings.change(thinking_enabled=enabled, thinking_budget=budget or 0)
            self.thinking_changed.emit()
        else:
            self._keep_thinking(enabled, budget or 0)

    def _keep_thinking(self, enabled: bool | None, budget: int | None) -> None:
        """Set both for this conversation, or for the one that comes next."""
        row = msgspec.structs.replace(
            self.conversation or self._draft, thinking_enabled=enabled, thinking_budget=budget
        )
        if self.conversation is None:
            self._draft = row
        else:
            self.conversation = row
            self._store.run(lambda store: store.set_thinking(row.id, enabled, budget), None, self._not_done)
        self.thinking_changed.emit()

    # --- everything else ---

    @property
    def own_settings(self) -> ConversationSettings:
        """What this conversation, or the next new one, does differently."""
        return (self.conversation or self._draft).settings

    def set_own_settings(self, value: ConversationSettings) -> None:
        """Replace them; they hold from the next answer on. ``ConversationSettings()`` is a reset."""
        if value == self.own_settings:
            return
        row = msgspec.structs.replace(self.conversation or self._draft, settings=value)
        if self.conversation is None:
            self._draft = row
        else:
            self.conversation = row
            self._store.run(lambda store: store.set_settings(row.id, value), None, self._not_done)
        self.settings_changed.emit()
        self.context_changed.emit()

    def use_preset(self, preset: Preset) -> None:
        """Give this conversation, or the next new one, all values of a preset."""
        self.set_own_settings(preset.settings)
        self._keep_thinking(preset.thinking_enabled, preset.thinking_budget)

    def give_settings(self, conversation_id: str, value: ConversationSettings) -> None:
        """Replace those of any conversation, shown or not; "" is the next new one, while none is shown."""
        if conversation_id == self._shown_id:
            self.set_own_settings(value)
        elif conversation_id:
            self._store.run(lambda store: store.set_settings(conversation_id, value), None, self._not_done)

    def give_preset(self, conversation_id: str, preset: Preset) -> None:
        """Give any conversation all values of a preset, as ``give_settings`` does."""
        if conversation_id == self._shown_id:
            self.use_preset(preset)
            return
        if not conversation_id:
            return
        self.give_settings(conversation_id, preset.settings)
        switch, budget = preset.thinking_enabled, preset.thinking_budget
        self._store.run(lambda store: store.set_thinking(conversation_id, switch, budget), None, self._not_done)

    def give_cuts(self, conversation_id: str, cuts: list[ContextCut]) -> None:
        """Say it for any conversation, shown or not."""
        if conversation_id == self._shown_id:
            self.set_cuts(cuts)
        else:
            self._store.run(lambda store: store.set_cuts(conversation_id, cuts), None, self._not_done)

    @property
    def _shown_id(self) -> str:
        return self.conversation.id if self.conversation is not None else ""

    def as_preset(self, preset_id: str, name: str) -> Preset:
        """Return what holds here, under a name."""
        return Preset(
            id=preset_id,
            name=name,
            settings=self.own_settings,
            thinking_enabled=self.thinking_enabled,
            thinking_budget=self.thinking_budget or 0,
        )

    @property
    def messages_seen(self) -> Sequence[Message]:
        """The part of the branch shown that the model sees."""
        from app.session.chat.prompt_messages import after_cut  # noqa: PLC0415 - the window's start needs no documents

        return after_cut(self.messages, self.conversation.cuts if self.conversation is not None else ())[0]

    def set_cuts(self, cuts: list[ContextCut]) -> None:
        """Say from where on the model sees the branches of this conversation."""
        if self.conversation is not None:
            row = self.conversation = msgspec.structs.replace(self.conversation, cuts=cuts)
            self._store.run(lambda store: store.set_cuts(row.id, cuts), None, self._not_done)
            self.context_changed.emit()

    def _move_cuts(self, message_id: str, version_id: str) -> None:
        """Where the model's view begins with a message it begins with another version of it too."""
        cuts = self.conversation.cuts if self.conversation is not None else []
        begun = [msgspec.structs.replace(cut, first_kept=version_id) for cut in cuts if cut.first_kept == message_id]
        if begun:
            self.set_cuts([*cuts, *begun])

    # --- the model ---

    @property
    def can_think(self) -> bool:
        """Whether the loaded model thinks when it is asked to; one that is not loaded yet may."""
        return self._models.model is None or self._models.model.thinking is not ThinkingSupport.NEVER

    def _models_changed(self) -> None:
        path = self._models.path
        if path and path != self._known_model:
            self._known_model = path
            own = self.own_settings
            if own.model_path and own.model_path != path:  # a person who picks another model means it
                self.set_own_settings(msgspec.structs.replace(own, model_path=path))
        state = self._models.state, self._models.model
        if state != self._known_state:  # else it is being loaded, and is a little further
            self._known_state = state
            self.context_changed.emit()
            self.thinking_changed.emit()

    def _say_which_model(self) -> None:
        """Before an answer: say it when the conversation's own model has to be loaded, or cannot be."""
        path = self.own_settings.model_path
        if not path or path == self._models.path:
            return
        name = Path(path).name
        if Path(path).exists():
            words = self.tr("This conversation uses “{name}”, which is being loaded.").format(name=name)
            self.notice.emit(Notice(Severity.INFO, words))
        else:
            words = self.tr("“{name}”, the model of this conversation, is not there any more. Another one answers.")
            self.notice.emit(Notice(Severity.WARNING, words.format(name=name)))
