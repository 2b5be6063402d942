"""What the panel needs of the sessions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance

from app.chat.conversation import Conversation, ConversationSettings, Preset
from app.ui.chat.composer.thinking_controls import ThinkingChoice


class OwnSettings(ThinkingChoice, Protocol):
    """The part of ``ChatSession`` that holds what one conversation does differently."""

    @property
    def settings_changed(self) -> SignalInstance:
        """The settings changed, or another conversation's are shown."""
        ...

    @property
    def conversation_changed(self) -> SignalInstance:
        """Another conversation is shown."""
        ...

    @property
    def conversation(self) -> Conversation | None:
        """The conversation shown; None: the next one."""
        ...

    @property
    def own_settings(self) -> ConversationSettings:
        """As they are now."""
        ...

    def set_own_settings(self, value: ConversationSettings) -> None:
        """Use other ones from the next answer on."""


class Presets(Protocol):
    """``PresetList`` as the panel uses it."""

    @property
    def changed(self) -> SignalInstance:
        """There are others, or one has another name."""
        ...

    @property
    def presets(self) -> Sequence[Preset]:
        """In the order in which they are shown."""
        ...

    def save(self, name: str) -> None:
        """Keep the settings of the conversation shown under a name."""

    def apply(self, preset_id: str) -> None:
        """Give a preset's settings to the conversation shown."""

    def reset(self) -> None:
        """Let the conversation shown do nothing differently; a notice offers to undo it."""

    def rename(self, preset_id: str, name: str) -> None:
        """Give another name."""

    def delete(self, preset_id: str) -> None:
        """Remove; a notice offers to undo it."""


ModelChoices = Callable[[], dict[str, str]]
"""Paths of the models that can be chosen and what they are called."""
