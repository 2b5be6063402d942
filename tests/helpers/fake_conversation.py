"""Working stand-ins for what surrounds one conversation: its own settings, presets, the context."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.chat.conversation import ConversationSettings, Preset, new_id
from tests.helpers.fake_sessions import FakeChat, FakeConversations


class FakeOwnChat(FakeChat):
    """A chat whose conversations have settings of their own."""

    settings_changed = Signal()

    def __init__(self, conversations: FakeConversations | None = None) -> None:
        super().__init__(conversations)
        self._own: dict[str, ConversationSettings] = {}

    @property
    def own_settings(self) -> ConversationSettings:
        return self._own.get(self._key(), ConversationSettings())

    def set_own_settings(self, value: ConversationSettings) -> None:
        self._own[self._key()] = value
        self.settings_changed.emit()

    def _key(self) -> str:
        return self.conversation.id if self.conversation else ""


class FakePresets(QObject):
    """Keeps presets in memory; ``undo`` brings the last deleted one back."""

    changed = Signal()

    def __init__(self, chat: FakeOwnChat) -> None:
        super().__init__()
        self._chat = chat
        self._gone: list[Preset] = []
        self.presets: list[Preset] = []

    def save(self, name: str) -> None:
        own = self._chat.own_settings
        switch, budget = self._chat.thinking_enabled, self._chat.thinking_budget or 0
        self.presets.append(
            Preset(id=new_id(), name=name, settings=own, thinking_enabled=switch, thinking_budget=budget)
        )
        self.changed.emit()

    def apply(self, preset_id: str) -> None:
        preset = next(preset for preset in self.presets if preset.id == preset_id)
        if preset.thinking_enabled is not None:
            self._chat.set_thinking(preset.thinking_enabled)
        if preset.thinking_budget is not None:
            self._chat.set_budget(preset.thinking_budget or None)
        self._chat.set_own_settings(preset.settings)

    def rename(self, preset_id: str, name: str) -> None:
        self.presets = [
            Preset(
                id=preset.id,
                name=name if preset.id == preset_id else preset.name,
                settings=preset.settings,
                thinking_enabled=preset.thinking_enabled,
                thinking_budget=preset.thinking_budget,
            )
            for preset in self.presets
        ]
        self.changed.emit()

    def delete(self, preset_id: str) -> None:
        self._gone += [preset for preset in self.presets if preset.id == preset_id]
        self.presets = [preset for preset in self.presets if preset.id != preset_id]
        self.changed.emit()

    def undo(self) -> None:
        self.presets.append(self._gone.pop())
        self.changed.emit()
