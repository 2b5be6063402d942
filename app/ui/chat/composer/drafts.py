"""What was written but not sent, per conversation, in memory only. No Qt."""

from __future__ import annotations

import msgspec

from app.ui.chat.composer.outbox import Waiting


class Draft(msgspec.Struct):
    """Text in the field, long pastes beside it, messages waiting for the running answer."""

    text: str = ""
    pasted: list[str] = msgspec.field(default_factory=list)
    queued: list[Waiting] = msgspec.field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not (self.text or self.pasted or self.queued)


class Drafts:
    """One draft per conversation; the key None is the conversation that does not exist yet."""

    def __init__(self) -> None:
        self._kept: dict[str | None, Draft] = {}

    def keep(self, key: str | None, draft: Draft) -> None:
        """Remember a draft, or forget it when it is empty."""
        if draft.empty:
            self._kept.pop(key, None)
        else:
            self._kept[key] = draft

    def of(self, key: str | None) -> Draft:
        """Return the draft of a conversation, an empty one when there is none."""
        return self._kept.get(key, Draft())
