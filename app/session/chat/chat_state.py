"""The conversation on the screen, and what happens to it from outside: it is opened, answers grow, rows are stored."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from PySide6.QtCore import QObject, Signal

from app.chat.conversation import Conversation, Message, MessageStatus
from app.chat.tree import Link, MessageTree
from app.engine.api import TextKind
from app.session.chat.answer_order import AnswerOrder
from app.session.chat.answer_writer import AnswerWriter
from app.session.chat.live_answer import LiveAnswer
from app.session.keeping.store_access import StoreAccess
from app.session.models.model_session import ModelSession
from app.session.notices import Notice, Severity
from app.session.wording import NOT_SAVED, problem_for
from app.settings.store import SettingsStore

if TYPE_CHECKING:
    from app.chat.store import ConversationStore

log = logging.getLogger(__name__)

NOBODY = Conversation(id="")


class Opened(NamedTuple):
    """A conversation as the store has it: the branch that is shown, root first, and the shape of the whole."""

    conversation: Conversation
    messages: list[Message]
    links: list[Link]


class ChatState(QObject):
    """Observable state of the chat. ``messages`` is the branch shown, root first."""

    conversation_changed = Signal()
    conversation_saved = Signal(object)  # Conversation: made, or moved to the top
    message_added = Signal(str)
    message_changed = Signal(str)
    message_wanted = Signal(str)  # a message of the branch shown that the person wants to see
    versions_changed = Signal(str)
    text_appended = Signal(str, object, str)  # message id, TextKind, text
    thinking_ended = Signal(str)
    live_changed = Signal()
    thinking_changed = Signal()
    settings_changed = Signal()
    context_changed = Signal()
    answer_finished = Signal(object)  # Message, of whatever conversation
    notice = Signal(object)

    def __init__(
        self,
        writer: AnswerWriter,
        models: ModelSession,
        store: StoreAccess,
        settings: SettingsStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writer, self._models, self._store, self._settings = writer, models, store, settings
        self.conversation: Conversation | None = None
        self.messages: list[Message] = []
        self.context_used = 0
        self._tree = MessageTree()
        self._draft = NOBODY  # what the next new conversation begins with
        self._read_twice = ""
        self._gone = ""  # was shown when it was deleted
        self._wanted: object = None  # the last thing that was asked to be shown
        self._unsaved: list[Message] = []  # rows that are not stored yet; they go with the next answer
        self._unsaved_conversation = False
        self._order: AnswerOrder | None = None  # whose rows are on their way to the disk
        writer.text_appended.connect(self._text_appended)
        writer.thinking_ended.connect(self._thinking_ended)
        writer.changed.connect(self.live_changed)
        writer.stored.connect(self._rows_stored)
        writer.finished.connect(self._answer_finished)
        writer.notice.connect(self.notice)

    # --- reading ---

    @property
    def live(self) -> LiveAnswer | None:
        """The answer being written, when it belongs to the branch shown."""
        live = self._writer.live
        return live if live and self.messages and self.messages[-1].id == live.message_id else None

    @property
    def busy(self) -> bool:
        """Whether an answer is being written, in whatever conversation."""
        return self._writer.live is not None

    @property
    def context_size(self) -> int:
        """Tokens that the loaded model's context holds; 0 with no model."""
        return self._models.model.context_size if self._models.model else 0

    def message(self, message_id: str) -> Message | None:
        """Return a message of the branch shown, with all text that has arrived by now."""
        if self.live and self.live.message_id == message_id:
            return self._writer.message()
        return next((message for message in self.messages if message.id == message_id), None)

    def versions(self, message_id: str) -> list[str]:
        """Return the ids of a message's versions, itself among them, oldest first."""
        return self._tree.versions(message_id)

    # --- opening ---

    def new_conversation(self, folder_id: str | None = None) -> None:
        """Show an empty conversation; it is stored with its first message, in this folder."""
        self._draft = msgspec.structs.replace(NOBODY, folder_id=folder_id)
        self._show(None)

    def open_conversation(self, conversation_id: str, message_id: str = "") -> None:
        """Show a stored conversation; the branch with this message, which is then wanted."""
        here = self.conversation is not None and self.conversation.id == conversation_id
        if here and message_id and any(message.id == message_id for message in self.messages):
            self._wanted = None
            self.message_wanted.emit(message_id)
        else:
            self._show_after(lambda store: load(store, conversation_id, message_id), message_id)

    def forget_conversations(self, ids: list[str]) -> None:
        """Stop showing conversations that are being deleted, and writing in them."""
        if self._writer.live and self._writer.live.conversation_id in ids:
            self._writer.stop()
        if self.conversation and self.conversation.id in ids:
            gone = self.conversation.id
            self.new_conversation()
            self._gone = gone

    def remember_conversations(self, ids: list[str]) -> None:
        """Show again what was shown when it was deleted, unless something else is by now."""
        if self.conversation is None and self._gone in ids:
            self.open_conversation(self._gone)

    def take_over(self, row: Conversation) -> None:
        """Follow a change that was made in the list."""
        if self.conversation and self.conversation.id == row.id:
            self.conversation = msgspec.structs.replace(
                self.conversation,
                title=row.title,
                title_by_person=row.title_by_person,
                pinned=row.pinned,
                folder_id=row.folder_id,
                archived=row.archived,
            )

    def _show_after(
        self,
        job: Callable[[ConversationStore], Opened | None],
        message_id: str = "",
        then: Callable[[], None] | None = None,
    ) -> None:
        """Do something to the store, then show what it returns and go on, unless something else is wanted by then."""
        self._save_rows()
        wanted = self._wanted = object()
        self._store.run(job, lambda found: self._opened(wanted, found, message_id, then), self._not_done)

    def _opened(
        self, wanted: object, found: Opened | None, message_id: str, then: Callable[[], None] | None = None
    ) -> None:
        if found is None or wanted is not self._wanted:
            return
        self._show(found)
        if message_id:
            self.message_wanted.emit(message_id)
        if then is not None:
            then()

    def _show(self, found: Opened | None) -> None:
        self._save_rows()
        self._wanted, self._gone = None, ""
        self.conversation, self.messages = (self._as_known(found), found.messages) if found else (None, [])
        self._tree = MessageTree(found.links if found else ())
        usage = next((message.usage for message in reversed(self.messages) if message.usage), None)
        self._set_context(usage.context_used if usage else 0)
        self.conversation_changed.emit()
        self.live_changed.emit()
        self.thinking_changed.emit()
        self.settings_changed.emit()
        self._read_again()

    def _as_known(self, found: Opened) -> Conversation:
        """What is changed of the conversation shown is changed here first: the reading may have been before it."""
        known, read = self.conversation, found.conversation
        if known is None or known.id != read.id:
            return read
        return msgspec.structs.replace(known, leaf_id=read.leaf_id, updated_at=read.updated_at)

    def _read_again(self) -> None:
        """Once more, if an answer ended between the reading and the showing: what was read is not its end."""
        last = self.messages[-1] if self.messages else None
        if last is None or last.status is not MessageStatus.GENERATING or self.live or self._read_twice == last.id:
            return
        conversation_id, self._read_twice = last.conversation_id, last.id
        self._show_after(lambda store: load(store, conversation_id))

    # --- rows on their way to the disk ---

    def _save_rows(self) -> None:
        """Store what could not be stored with an answer, before something else is shown."""
        rows, fresh, self._unsaved, self._unsaved_conversation = self._unsaved, self._unsaved_conversation, [], False
        if rows and self.conversation:
            self._store_rows(self.conversation, rows, fresh)

    def _store_rows(self, conversation: Conversation, rows: list[Message], fresh: bool) -> None:
        self._store.run(
            lambda store: add_rows(store, conversation, rows, fresh),
            lambda _: self.conversation_saved.emit(conversation),
            lambda error: self._rows_refused(conversation, rows, fresh, error),
        )

    def _rows_refused(self, conversation: Conversation, rows: list[Message], fresh: bool, error: Exception) -> None:
        log.warning("messages could not be stored: %s", error)
        self._try_again_later(conversation, rows, fresh)
        words = self.tr("This change could not be saved: it will be gone when Parley starts again.")
        self.notice.emit(Notice(Severity.ERROR, words))

    def _try_again_later(self, conversation: Conversation, rows: list[Message], fresh: bool) -> None:
        if self.conversation and self.conversation.id == conversation.id:
            self._unsaved, self._unsaved_conversation = [*rows, *self._unsaved], fresh

    def _take_back(self, order: AnswerOrder) -> None:
        """The rows of an answer could not be stored: they go with the next try, at once if that may not come."""
        if self.conversation and self.conversation.id == order.conversation.id:
            self._try_again_later(order.conversation, order.new_rows, order.fresh)
        elif order.new_rows:
            self._store_rows(order.conversation, order.new_rows, order.fresh)

    def _rows_stored(self, conversation: Conversation) -> None:
        if self._order is not None and self._order.conversation is conversation:
            self._order = None
        self.conversation_saved.emit(conversation)

    # --- the answer grows ---

    def _text_appended(self, message_id: str, kind: TextKind, text: str) -> None:
        if self.live:
            self.text_appended.emit(message_id, kind, text)

    def _thinking_ended(self, message_id: str) -> None:
        if self.live:
            self.thinking_ended.emit(message_id)

    def _answer_finished(self, message: Message) -> None:
        order, self._order = self._order, None
        if order and message.error == NOT_SAVED:
            self._take_back(order)
        if any(other.id == message.id for other in self.messages):
            self.messages = [message if other.id == message.id else other for other in self.messages]
            if order and message.error == NOT_SAVED and not order.resumed:
                self._tree.remove(message.id)  # nothing can show it again
            if message.usage:
                self._set_context(message.usage.context_used)
            self.message_changed.emit(message.id)
        self.answer_finished.emit(message)

    def _not_done(self, error: Exception) -> None:
        log.warning("the conversations could not be read or changed: %s", error)
        self.notice.emit(Notice(Severity.ERROR, problem_for("internal").sentence))

    def _set_context(self, used: int) -> None:
        self.context_used = used
        self.context_changed.emit()


def load(store: ConversationStore, conversation_id: str, message_id: str = "") -> Opened | None:
    """Read what is shown of a conversation; the branch with this message becomes the one that is shown."""
    conversation = store.conversation(conversation_id)
    if conversation is None or conversation.deleted_at is not None:
        return None
    messages = store.load_branch(conversation_id, conversation.leaf_id)
    if message_id and all(message.id != message_id for message in messages):
        leaf = store.newest_leaf_below(message_id)
        found = store.load_branch(conversation_id, leaf)
        if found:
            store.set_leaf(conversation_id, leaf)
            conversation, messages = msgspec.structs.replace(conversation, leaf_id=leaf), found
    return Opened(conversation, messages, store.links(conversation_id))


def add_rows(store: ConversationStore, conversation: Conversation, rows: list[Message], fresh: bool) -> None:
    """Store messages, and their conversation before them if it is not there."""
    if fresh and store.conversation(conversation.id) is None:  # there already after a failed first try
        store.create(msgspec.structs.replace(conversation, leaf_id=None))  # its leaf is stored next
    store.add_messages(rows)
