"""Working stand-ins for what surrounds one conversation: its own settings, presets, the context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.chat.conversation import AttachmentPart, ConversationSettings, Preset, new_id
from app.session.context.context_window import ContextLevel, ContextParts, LargerWindow, level_of
from app.session.context.conversation_summary import SummaryState
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

    def reset(self) -> None:
        self._chat.set_own_settings(ConversationSettings())

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


@dataclass
class FakeSummary:
    """A summary whose state the test sets."""

    state: SummaryState = SummaryState.NONE
    text: str = ""
    done: int = 0
    total: int = 1


class FakeContext(QObject):
    """A window of ``size`` tokens; what the person decides is noted in ``calls``."""

    changed = Signal()
    full_question = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.size = 16_384
        self.parts = ContextParts(system=120, history=11_200, attachments=2_300, message=14)
        self.reused, self.new = 1930, 24
        self.larger_windows = [
            LargerWindow(32_768, 1_288_490_189, fits=True),
            LargerWindow(40_960, 1_932_735_283, fits=False),
        ]
        self.can_drop = True
        self.summary = FakeSummary()
        self.calls: list[str] = []
        self.drafts: list[tuple[str, int]] = []

    @property
    def used(self) -> int:
        parts = self.parts
        return parts.system + parts.history + parts.attachments + parts.message

    @property
    def level(self) -> ContextLevel:
        return level_of(self.used, self.size)

    def show_parts(self, parts: ContextParts) -> None:
        self.parts = parts
        self.changed.emit()

    def show_summary(self, state: SummaryState, text: str = "", done: int = 0, total: int = 1) -> None:
        self.summary.state, self.summary.text = state, text
        self.summary.done, self.summary.total = done, total
        self.changed.emit()

    def draft(self, text: str, attachments: Sequence[AttachmentPart] = ()) -> None:
        self.drafts.append((text, len(attachments)))

    def take_larger(self, context: int) -> None:
        self.calls.append(f"larger {context}")

    def drop_oldest(self) -> None:
        self.calls.append("drop")

    def summarise(self) -> None:
        self.calls.append("summarise")
        self.show_summary(SummaryState.WRITING)

    def cancel_summary(self) -> None:
        self.calls.append("cancel")
        self.show_summary(SummaryState.NONE)
