"""What the person does with the conversation on the screen.

One answer is written at a time (``AnswerWriter``), and it goes on when the person looks at another conversation.
Nothing is overwritten: whatever is changed or asked again becomes a version beside the old one, and what is deleted
can come back for a minute.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from app.chat.conversation import (
    AnyPart,
    AttachmentPart,
    Conversation,
    DeletedBranch,
    Message,
    MessageStatus,
    TextPart,
    new_id,
)
from app.chat.titles import bare_title, numbered, title_from
from app.chat.tree import MessageTree
from app.engine.api import Role
from app.session.chat.answer_order import USUALLY, AnswerOrder, Manner, can_grow, going_on
from app.session.chat.answer_writer import AnswerWriter
from app.session.chat.chat_settings import ChatSettings
from app.session.chat.chat_state import Opened, load
from app.session.keeping.store_access import StoreAccess
from app.session.keeping.undo import UNDO_SECONDS, UndoWindow
from app.session.models.model_session import ModelSession
from app.session.notices import Notice, NoticeAction, Severity
from app.settings.store import SettingsStore

if TYPE_CHECKING:
    from app.chat.store import ConversationStore

PartsChooser = Callable[
    [str, Sequence[AttachmentPart], Sequence[Message], Callable[[list[AttachmentPart]], None]], None
]
"""Gets a question, its documents and what is above it; tells what the question needs of the documents."""


class ChatSession(ChatSettings):
    """Observable state of the chat, and everything that changes it. ``messages`` is the branch shown, root first."""

    def __init__(
        self,
        writer: AnswerWriter,
        models: ModelSession,
        store: StoreAccess,
        settings: SettingsStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(writer, models, store, settings, parent)
        self._deleted: UndoWindow[DeletedBranch] = UndoWindow(self, self._erase)
        self.choose_parts: PartsChooser | None = None

    # --- asking ---

    def send(self, text: str, attachments: Sequence[AttachmentPart] = ()) -> None:
        """Add the person's message and ask for an answer. Ignored while an answer is being written."""
        if self.busy or not (text.strip() or attachments):
            return
        first = self.conversation is None
        if self.conversation is None:
            named = next((title_from(one.name) for one in attachments), "")
            self.conversation = self._new_conversation(title_from(text) or named)
            self._unsaved_conversation = True
        question = Message(
            id=new_id(),
            conversation_id=self.conversation.id,
            parent_id=self.messages[-1].id if self.messages else None,
            role=Role.USER,
            parts=[*attachments, *([TextPart(text=text)] if text.strip() else [])],
        )
        self._append(question)
        if first:
            self.conversation_changed.emit()
        else:
            self.message_added.emit(question.id)
        self._begin()

    def stop(self) -> None:
        """Stop the answer being written; what it has so far is kept."""
        self._writer.stop()

    def leave(self) -> None:
        """Parley ends: keep what the answer has so far, and what is not stored yet."""
        self._writer.leave()
        self._save_rows()

    def answer_now(self) -> None:
        """End the thinking; the answer follows."""
        self._writer.answer_now()

    def regenerate(self, message_id: str) -> None:
        """Write another answer to the same question, beside the first; or one to this question."""
        self._answer_again(message_id, USUALLY)

    def think_longer(self, message_id: str) -> None:
        """Write another answer that goes on from this one's own thoughts, or thinks at all."""
        message = self.message(message_id)
        if message and message.thinking:
            self._answer_again(message_id, Manner(think=True, thoughts=message.thinking.text, longer=True))
        else:
            self._answer_again(message_id, Manner(think=True))

    def answer_without_thinking(self, message_id: str) -> None:
        """Write another answer at once."""
        self._answer_again(message_id, Manner(think=False))

    def retry(self) -> None:
        """Ask again for the last answer, after whatever went wrong."""
        if self.messages:
            self.regenerate(self.messages[-1].id)

    def retry_in(self, conversation_id: str) -> None:
        """Ask again for the last answer of a conversation, which is shown if another one is by now."""
        if self.conversation is not None and self.conversation.id == conversation_id:
            self.retry()
        else:
            self._show_after(lambda store: load(store, conversation_id), then=self.retry)

    def continue_answer(self, message_id: str) -> None:
        """Go on where an answer stopped. One that more was written after gets a version that goes on."""
        message = self.message(message_id)
        if message is None or message.role is not Role.ASSISTANT or not self._free():
            return
        manner = going_on(message)
        last = message_id == self.messages[-1].id and not self._tree.has_children(message_id)
        if last and manner is not USUALLY and can_grow(message):
            self._begin(manner, resumed=message)
        else:
            self._answer_again(message_id, manner)

    # --- versions ---

    def edit(self, message_id: str, text: str) -> None:
        """Make a version with another text. The person's own is answered; an answer is not asked again."""
        index, message = self._find(message_id)
        if message is None or not text.strip() or (self.live and message_id == self.live.message_id):
            return
        asked = message.role is Role.USER
        if asked and self.busy:
            return
        if text == message.text:
            if asked:
                self.regenerate(message_id)
            return
        parts = [part for part in message.parts if not isinstance(part, TextPart)]
        if self.choose_parts is not None and any(part.sent_text for part in message.attachments):
            earlier = self.messages[:index]
            self.choose_parts(text, message.attachments, earlier, lambda found: self._change(message_id, text, found))
        else:
            self._change(message_id, text, parts)

    def _change(self, message_id: str, text: str, parts: Sequence[AnyPart]) -> None:
        """Make the version, unless the message is gone, or an answer begun, since that was wanted."""
        index, message = self._find(message_id)
        asked = message is not None and message.role is Role.USER
        if message is None or (asked and not self._free()):
            return
        version = Message(
            id=new_id(),
            conversation_id=message.conversation_id,
            parent_id=message.parent_id,
            role=message.role,
            parts=[*parts, TextPart(text=text)],
        )
        self.messages = self.messages[:index]
        self._append(version)
        self._move_cuts(message_id, version.id)
        self.conversation_changed.emit()
        if asked:
            self._begin()
        else:
            self._save_rows()

    def show_version(self, version_id: str) -> None:
        """Show another version of a message, with what follows it."""
        conversation = self.conversation
        if conversation and all(message.id != version_id for message in self.messages):
            self._show_after(lambda store: load(store, conversation.id, version_id))

    def fork(self, message_id: str) -> None:
        """Copy everything up to a message into a new conversation, and show that."""
        conversation = self.conversation
        if conversation is None:
            return
        self._save_rows()
        wanted = self._wanted = object()
        self._store.run(
            lambda store: _fork(store, conversation.id, message_id),
            lambda found: self._forked(wanted, found),
            self._not_done,
        )

    def _forked(self, wanted: object, found: Opened | None) -> None:
        if found is not None:
            self.conversation_saved.emit(found.conversation)
            self._opened(wanted, found, "")

    # --- deleting ---

    def delete_message(self, message_id: str) -> None:
        """Take a message away with all that follows it. It can come back for a minute."""
        index, message = self._find(message_id)
        if message is None:
            return
        if self.live:  # it is the last of the branch, so it goes too
            self.stop()
        self._save_rows()
        more = len(self.messages) - index - 1
        self._store.run(
            lambda store: _delete(store, message),
            lambda found: self._message_deleted(more, *found),
            self._not_done,
        )

    def undo_delete_message(self, token: str = "") -> None:
        """Bring a deleted message back, the last one when none is named."""
        record = self._deleted.take(token)
        if record is None:
            return
        wanted = self._wanted
        self._store.run(
            lambda store: (store.undelete_message(record), load(store, record.conversation_id))[1],
            lambda found: self._undeleted(wanted, found),
            self._not_done,
        )

    def _undeleted(self, wanted: object, found: Opened | None) -> None:
        """Show what is back, unless the person has gone on meanwhile: then it is a version beside that."""
        if wanted is self._wanted:
            self._show_again(found)
        elif found and self.conversation and self.conversation.id == found.conversation.id:
            there = {message_id for message_id, _ in found.links}
            new = [(message.id, message.parent_id) for message in self.messages if message.id not in there]
            self._tree = MessageTree([*found.links, *new])
            for message in self.messages:
                self.versions_changed.emit(message.id)

    def _message_deleted(self, more: int, record: DeletedBranch | None, left: Opened | None) -> None:
        self._show_again(left)
        if record is None:
            return
        token = record.message_id
        self._deleted.keep(token, record)
        if more:
            words = self.tr("The message and %Ln after it were deleted.", "", more)
        else:
            words = self.tr("The message was deleted.")
        undo = NoticeAction.UNDO
        self.notice.emit(Notice(Severity.INFO, words, undo, token, lambda: self.undo_delete_message(token)))

    def _show_again(self, found: Opened | None) -> None:
        """Show what has become of the conversation, if it is still the one that is shown."""
        if found and self.conversation and self.conversation.id == found.conversation.id:
            self._show(found)

    def _erase(self) -> None:
        self._store.run(lambda store: store.purge_deleted(older_than=UNDO_SECONDS))

    # --- inside ---

    def _find(self, message_id: str) -> tuple[int, Message | None]:
        for index, message in enumerate(self.messages):
            if message.id == message_id:
                return index, message
        return -1, None

    def _append(self, message: Message) -> None:
        """Add a message that is not stored yet to the branch shown."""
        self.messages.append(message)
        self._unsaved.append(message)
        self._tree.add(message.id, message.parent_id)
        if self.conversation is not None:
            self.conversation = msgspec.structs.replace(
                self.conversation, leaf_id=message.id, updated_at=message.created_at
            )

    def _free(self) -> bool:
        """Whether an answer can be begun; the person hears why not."""
        if self.busy:
            words = self.tr("An answer is being written. Wait for it or stop it first.")
            self.notice.emit(Notice(Severity.INFO, words))
        return not self.busy

    def _answer_again(self, message_id: str, manner: Manner) -> None:
        index, message = self._find(message_id)
        if message is None or not self._free():
            return
        asked = message.role is Role.USER
        if not asked and not index:
            return  # an answer to nothing
        self.messages = self.messages[: index + asked]
        if not asked and not message.parts:
            self._drop_empty(message)
        self.conversation_changed.emit()
        self._begin(manner)

    def _drop_empty(self, message: Message) -> None:
        """An answer that never came is no version."""
        if not self._tree.has_children(message.id):
            self._tree.remove(message.id)
            self._store.run(lambda store: store.delete_message(message.id), None, self._not_done)

    def _begin(self, manner: Manner = USUALLY, resumed: Message | None = None) -> None:
        """Have the last message of the branch answered, or an answer written on."""
        if self.conversation is None:
            raise RuntimeError("an answer needs a conversation")
        self._wanted = object()  # whatever was to be shown: the person goes on here
        self._say_which_model()
        answer = self._reopened(resumed) if resumed else self._new_answer()
        order = AnswerOrder(
            conversation=msgspec.structs.replace(self.conversation, leaf_id=answer.id, updated_at=time.time()),
            context=self.messages[:-1],
            new_rows=self._unsaved,
            answer=answer,
            fresh=self._unsaved_conversation,
            thinking=self.thinking_enabled,
            budget=self.thinking_budget,
            end_loops=self._settings.current.end_loops,
            manner=manner,
            resumed=resumed is not None,
        )
        self.conversation, self._order = order.conversation, order
        self._unsaved, self._unsaved_conversation = [], False
        self._writer.begin(order)
        (self.message_changed if resumed else self.message_added).emit(answer.id)
        self.live_changed.emit()

    def _new_answer(self) -> Message:
        question = self.messages[-1]
        answer = Message(
            id=new_id(),
            conversation_id=question.conversation_id,
            parent_id=question.id,
            role=Role.ASSISTANT,
            parts=[],
            status=MessageStatus.GENERATING,
        )
        self.messages.append(answer)
        self._tree.add(answer.id, answer.parent_id)
        return answer

    def _reopened(self, message: Message) -> Message:
        answer = msgspec.structs.replace(message, status=MessageStatus.GENERATING, stop_reason=None, error="")
        self.messages = [*self.messages[:-1], answer]
        return answer

    def _new_conversation(self, title: str) -> Conversation:
        """Return a conversation that keeps today's thinking settings, so that later changes leave it alone."""
        draft, self._draft = self._draft, msgspec.structs.replace(self._draft, folder_id=None)
        return msgspec.structs.replace(
            draft,
            id=new_id(),
            title=title,
            created_at=time.time(),
            updated_at=time.time(),
            thinking_enabled=self.thinking_enabled,
            thinking_budget=self.thinking_budget or 0,
        )


def _fork(store: ConversationStore, conversation_id: str, message_id: str) -> Opened | None:
    conversation = store.conversation(conversation_id)
    if conversation is None:
        return None
    title = numbered(conversation.title, store.titles_with(bare_title(conversation.title)))
    copy = store.fork(conversation_id, message_id, title)
    return load(store, copy.id) if copy else None


def _delete(store: ConversationStore, message: Message) -> tuple[DeletedBranch | None, Opened | None]:
    record = store.delete_message(message.id)
    return record, load(store, message.conversation_id)
