"""What these widgets need of ``ContextSession``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance

from app.chat.conversation import AttachmentPart
from app.session.context.conversation_summary import SummaryState


class Parts(Protocol):
    """What the context is made of, in tokens."""

    @property
    def system(self) -> int:
        """Instructions."""
        ...

    @property
    def history(self) -> int:
        """The conversation so far."""
        ...

    @property
    def attachments(self) -> int:
        """Files of this message and of those before."""
        ...

    @property
    def message(self) -> int:
        """What is being written."""
        ...


class Larger(Protocol):
    """A window that would hold more."""

    @property
    def context(self) -> int:
        """Tokens."""
        ...

    @property
    def extra_bytes(self) -> int:
        """Memory that it takes beside what is taken now."""
        ...

    @property
    def fits(self) -> bool:
        """Whether that much was free when the model was loaded."""
        ...


class Summary(Protocol):
    """The summary that the model is writing of what it will no longer see."""

    @property
    def state(self) -> SummaryState:
        """Whether it is being written, or could not be."""
        ...

    @property
    def text(self) -> str:
        """What is written so far."""
        ...

    @property
    def done(self) -> int:
        """Parts that are read."""
        ...

    @property
    def total(self) -> int:
        """Parts in all; 1 where all is read in one go."""
        ...


class ContextSource(Protocol):
    """The numbers, and what can be done about them."""

    @property
    def changed(self) -> SignalInstance:
        """A number is another one."""
        ...

    @property
    def full_question(self) -> SignalInstance:
        """The next message does not fit: the person is to be asked."""
        ...

    @property
    def used(self) -> int:
        """Tokens in use, with what is being written."""
        ...

    @property
    def size(self) -> int:
        """Tokens of the window; 0 with no model."""
        ...

    @property
    def parts(self) -> Parts:
        """What is in use, by kind."""
        ...

    @property
    def reused(self) -> int:
        """Tokens that the last answer found in memory."""
        ...

    @property
    def new(self) -> int:
        """Tokens that it had to read."""
        ...

    @property
    def level(self) -> str:
        """One of "ok", "warn", "full"."""
        ...

    @property
    def larger_windows(self) -> Sequence[Larger]:
        """What this computer could hold, smallest first."""
        ...

    @property
    def can_drop(self) -> bool:
        """Whether there are older turns that could go."""
        ...

    @property
    def summary(self) -> Summary:
        """The summary being written; ``changed`` tells of it too."""
        ...

    def draft(self, text: str, attachments: Sequence[AttachmentPart] = ()) -> None:
        """Count what is being written."""

    def take_larger(self, context: int) -> None:
        """Load the model again with a window of so many tokens."""

    def drop_oldest(self) -> None:
        """Show the model only the newer part of the conversation."""

    def summarise(self) -> None:
        """Let the model put the older part into a few sentences, and go on from them."""

    def cancel_summary(self) -> None:
        """Write no summary after all."""
