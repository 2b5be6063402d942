"""Searching, exporting, importing, copies: what can be done with all that was said. Built when first needed."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from app.chat.conversation import Message
from app.session.search_session import SearchSession
from app.session.store_access import StoreAccess
from app.ui.search.protocols import Listed
from app.ui.search.search_panel import SearchPanel
from app.ui.theme import Theme


class KeepingChat(Protocol):
    """The part of ``ChatSession`` that is needed here."""

    @property
    def answer_finished(self) -> SignalInstance:
        """A ``Message`` that is whole."""
        ...

    def open_conversation(self, conversation_id: str, message_id: str = "") -> None:
        """Show a stored conversation, and a message of it."""


class KeepingWindow(Protocol):
    """The part of ``MainWindow`` that is needed here."""

    @property
    def frame(self) -> QWidget:
        """What the search covers."""
        ...

    def went_somewhere(self) -> None:
        """Show the chat, with the keyboard in the composer."""


class KeepingSide(QObject):
    """The sessions behind it, and what they show in the window."""

    def __init__(
        self, theme: Theme, access: StoreAccess, chat: KeepingChat, listed: Listed, window: KeepingWindow
    ) -> None:
        super().__init__(window.frame)
        self._theme, self._chat, self._window, self._listed = theme, chat, window, listed
        self.searching = SearchSession(access, self)
        self._panel: SearchPanel | None = None
        chat.answer_finished.connect(self._answered)
        self.searching.keep_up()

    @property
    def panel(self) -> SearchPanel:
        """The search."""
        if self._panel is None:
            self._panel = SearchPanel(self._theme, self.searching, self._listed, self._window.frame)
            self._panel.chosen.connect(self._go_to)
        return self._panel

    def search(self) -> None:
        """Open the search."""
        self.panel.open()

    def escape(self) -> bool:
        """Close the search; say whether it was open."""
        return self._panel is not None and self._panel.close_panel()

    def _go_to(self, conversation_id: str, message_id: str) -> None:
        self._chat.open_conversation(conversation_id, message_id)
        self._window.went_somewhere()

    def _answered(self, _message: Message) -> None:
        self.searching.keep_up()
