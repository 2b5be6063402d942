"""What the search's window part needs of the sessions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance

from app.chat.conversation import Conversation
from app.session.chat.search_session import SearchState
from app.session.notices import Problem

if TYPE_CHECKING:
    from app.chat.search import Hit


class Searching(Protocol):
    """``SearchSession``: one search at a time, the newest; results grow while it looks on."""

    @property
    def changed(self) -> SignalInstance:
        """State or results are others."""
        ...

    @property
    def state(self) -> SearchState:
        """What it does."""
        ...

    @property
    def results(self) -> Sequence[Hit]:
        """What was found by now, best first."""
        ...

    @property
    def problem(self) -> Problem | None:
        """Why it failed."""
        ...

    @property
    def thoughts(self) -> bool:
        """Whether thoughts are searched too."""
        ...

    @property
    def waiting(self) -> int:
        """Messages that cannot be found yet: they are being indexed."""
        ...

    def search(self, text: str) -> None:
        """Look for this; "" ends the search."""

    def set_thoughts(self, thoughts: bool) -> None:
        """Look into thoughts too, or not."""

    def more(self) -> None:
        """Look for more of the same."""


class Listed(Protocol):
    """``ConversationList``: what there is when nothing is searched."""

    def rows(self) -> Sequence[Conversation]:
        """Return the conversations listed, pinned ones first, then the newest."""
