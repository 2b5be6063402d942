"""Searching, exporting, importing, copies: what can be done with all that was said. Built when first needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.chat.conversation import Conversation, Message
from app.session.chat.search_session import SearchSession
from app.session.keeping.backup_session import BackupSession
from app.session.keeping.store_access import StoreAccess
from app.session.keeping.transfer_session import TransferSession
from app.session.keeping.vault_session import VaultSession, VaultState
from app.ui.chat.sidebar.sidebar import Sidebar
from app.ui.search.protocols import Listed
from app.ui.search.search_panel import SearchPanel
from app.ui.theme import Theme
from app.ui.transfer.backup_panel import BackupDialog, BackupPanel
from app.ui.transfer.transfer_bar import TransferBar
from app.ui.transfer.transfer_flow import TransferFlow, TransferWindow


@dataclass(frozen=True)
class Kept:
    """Where the conversations are: in the open store, under lock and key, in a file."""

    access: StoreAccess
    vault: VaultSession
    file: Path


class KeepingChat(Protocol):
    """The part of ``ChatSession`` that is needed here."""

    def stop(self) -> None:
        """Stop the answer."""

    def new_conversation(self) -> None:
        """Show an empty conversation."""

    @property
    def answer_finished(self) -> SignalInstance:
        """A ``Message`` that is whole."""
        ...

    def open_conversation(self, conversation_id: str, message_id: str = "") -> None:
        """Show a stored conversation, and a message of it."""


class KeepingList(Listed, Protocol):
    """The part of ``ConversationList`` that is needed here."""

    def conversation(self, conversation_id: str) -> Conversation | None:
        """Return a row by its id."""

    def reload(self) -> None:
        """Read the rows again."""


class KeepingWindow(TransferWindow, Protocol):
    """The part of ``MainWindow`` that is needed here."""

    @property
    def sidebar(self) -> Sidebar:
        """Where exports and imports are asked for."""
        ...

    @property
    def frame(self) -> QWidget:
        """What the search covers."""
        ...

    @property
    def escapes(self) -> list[Callable[[], bool]]:
        """What Esc closes before anything else."""
        ...

    def went_somewhere(self) -> None:
        """Show the chat, with the keyboard in the composer."""


class KeepingSide(QObject):
    """The sessions behind it, and what they show in the window. ``light_wanted``: words, where they were found."""

    light_wanted = Signal(str)

    def __init__(self, theme: Theme, kept: Kept, chat: KeepingChat, listed: KeepingList, window: KeepingWindow) -> None:
        super().__init__(window.frame)
        access, self._vault = kept.access, kept.vault
        self._theme, self._chat, self._window, self._listed = theme, chat, window, listed
        self.searching = SearchSession(access, self)
        self._panel: SearchPanel | None = None
        self.transfer = TransferSession(access, self)
        bar = TransferBar(theme, window.sidebar)
        window.sidebar.add_to_foot(bar)
        self.flow = TransferFlow(theme, self.transfer, bar, listed.conversation, window, window.frame)
        self.flow.imported.connect(listed.reload)
        self.flow.imported.connect(self.searching.keep_up)
        self.flow.show_wanted.connect(lambda conversation_id: self._go_to(conversation_id, ""))
        self.backups = BackupSession(access, kept.vault, kept.file, self)
        self.backups.notice.connect(window.show_notice)
        self.backups.replaced.connect(self._replaced)
        self.backups.start()
        window.escapes.append(self.escape)
        chat.answer_finished.connect(self._answered)
        self.searching.keep_up()

    @property
    def panel(self) -> SearchPanel:
        """The search."""
        if self._panel is None:
            self._panel = SearchPanel(self._theme, self.searching, self._listed, self._window.frame)
            self._panel.chosen.connect(self._go_to_found)
        return self._panel

    def search(self) -> None:
        """Open the search."""
        self.panel.open()

    def escape(self) -> bool:
        """Close the search; say whether it was open."""
        return self._panel is not None and self._panel.close_panel()

    def show_copies(self) -> None:
        """Open what there is of copies."""
        BackupDialog(self.backup_panel(), self._window.frame).open()

    def backup_panel(self) -> BackupPanel:
        """Make a panel about the copies, for a dialog or the settings."""
        return BackupPanel(self._theme, self.backups, lambda: self._vault.state is VaultState.FAILED)

    def close(self) -> None:
        """Stop what runs; before the store is closed."""
        self.transfer.close()
        self.backups.close()

    def _replaced(self) -> None:
        """Other conversations are in the store: what is being written has no place there."""
        self._chat.stop()
        self._chat.new_conversation()
        self._listed.reload()
        self.searching.keep_up()

    def _go_to_found(self, conversation_id: str, message_id: str) -> None:
        self._go_to(conversation_id, message_id)
        if message_id:
            self.light_wanted.emit(_to_light(self.panel.field.text()))

    def _go_to(self, conversation_id: str, message_id: str) -> None:
        self._chat.open_conversation(conversation_id, message_id)
        self._window.went_somewhere()

    def _answered(self, _message: Message) -> None:
        self.searching.keep_up()


def _to_light(query: str) -> str:
    """Return what of a query is lit: the words in quotation marks, else the longest."""
    quoted = query.split('"')[1:2]
    return quoted[0] if quoted and quoted[0].strip() else max(query.split(), key=len, default="")
