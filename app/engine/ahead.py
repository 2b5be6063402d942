"""What is read while nothing is asked: the beginning of the next prompt, so that only what is new is read then."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

import msgspec

from app.engine import capability
from app.engine.api import ChatMessage, PrefillPrompt, Role
from app.engine.loading import Loaded
from app.engine.prompt_cache import DecodeStatus


class Ahead(msgspec.Struct):
    """One reading, which may be interrupted and gone on with. ``request_id`` is that of a ``PrefillPrompt``, or ""."""

    conversation: str
    messages: list[ChatMessage]
    values: dict[str, Any]
    draft: str = ""  # the person's message, as far as it is known
    request_id: str = ""
    reused: int = -1  # tokens that were there already; -1 before it began
    tokens: array[int] = msgspec.field(default_factory=lambda: array("i"))

    @classmethod
    def asked(cls, command: PrefillPrompt) -> Ahead:
        """Return what a command asks for."""
        messages, draft = command.messages, ""
        if messages and messages[-1].role is Role.USER:
            messages, draft = messages[:-1], messages[-1].content
        values = capability.options(thinking=command.thinking_enabled)
        return cls(command.conversation, messages, values, draft, command.request_id)

    def read(self, loaded: Loaded, go_on: Callable[[], bool]) -> bool:
        """Read as far as ``go_on`` allows; return whether all of it is in memory. Raises TemplateError, DecodeError.

        What does not fit the context is not begun: dropping what is held for it would gain nothing.
        """
        if self.reused < 0:
            self.tokens = loaded.prompts.before_next(self.messages, self.values, self.draft)
        if len(self.tokens) >= loaded.context.size:
            self.reused = max(self.reused, 0)
            return True
        loaded.kept.recall(self.conversation, self.tokens, go_on)
        held = loaded.cache.reuse(self.tokens, leave=0)
        self.reused = held if self.reused < 0 else self.reused
        status = loaded.cache.read(self.tokens[held:], lambda _done: go_on())
        return status is not DecodeStatus.ABORTED
