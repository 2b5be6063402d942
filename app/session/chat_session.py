"""The conversation on the screen: what is shown, what the person does with it, how it thinks.

One answer is written at a time (``AnswerWriter``), and it goes on when the person looks at another conversation.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from app.chat.conversation import Conversation, Message, MessageStatus, TextPart, new_id
from app.chat.titles import title_from
from app.engine.api import Role, TextKind, ThinkingSupport
from app.session.answer_writer import AnswerOrder, AnswerWriter
from app.session.live_answer import LiveAnswer
from app.session.model_session import ModelSession
from app.session.notices import Notice, Severity
from app.session.store_access import StoreAccess
from app.session.wording import problem_for
from app.settings.store import SettingsStore

if TYPE_CHECKING:
    from app.chat.store import ConversationStore

log = logging.getLogger(__name__)

THINK_LONGER_TOKENS = 1024  # added to twice the budget that was too small


class ChatSession(QObject):
    """Observable state of the chat. ``messages`` is the branch shown, root first."""

    conversation_changed = Signal()
    conversation_saved = Signal(object)  # Conversation: made, or moved to the top
    message_added = Signal(str)
    message_changed = Signal(str)
    text_appended = Signal(str, object, str)  # message id, TextKind, text
    thinking_ended = Signal(str)
    live_changed = Signal()
    thinking_changed = Signal()
    context_changed = Signal()
    answer_finished = Signal(object)  # Message, of whatever conversation
    notice = Signal(object)
    versions_changed = Signal(str)

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
        self._opening = ""
        self._unsaved: list[Message] = []  # rows that could not be stored; they go with the next try
        self._unsaved_conversation = False
        writer.text_appended.connect(self._text_appended)
        writer.thinking_ended.connect(self._thinking_ended)
        writer.changed.connect(self.live_changed)
        writer.stored.connect(self._rows_stored)
        writer.finished.connect(self._answer_finished)
        writer.notice.connect(self.notice)
        models.changed.connect(self.context_changed)
        models.changed.connect(self.thinking_changed)

    @property
    def live(self) -> LiveAnswer | None:
        """The answer being written, when it belongs to the conversation shown."""
        live = self._writer.live
        return live if live and self.conversation and live.conversation_id == self.conversation.id else None

    @property
    def busy(self) -> bool:
        """Whether an answer is being written, in whatever conversation."""
        return self._writer.live is not None

    @property
    def thinking_enabled(self) -> bool:
        """Whether the next answer thinks first, as far as the model can."""
        own = self.conversation.thinking_enabled if self.conversation else None
        return self._settings.current.thinking_enabled if own is None else own

    @property
    def thinking_budget(self) -> int | None:
        """Thinking tokens that the next answer may use; None is unlimited."""
        own = self.conversation.thinking_budget if self.conversation else None
        return (self._settings.current.thinking_budget if own is None else own) or None

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
        """Return the ids of a message's versions, oldest first."""
        return [message_id]

    def send(self, text: str) -> None:
        """Add the person's message and ask for an answer. Ignored while an answer is being written."""
        if self.busy or not text.strip():
            return
        first = self.conversation is None
        self._unsaved_conversation = first or self._unsaved_conversation
        conversation = self.conversation or self._new_conversation(title_from(text))
        question = Message(
            id=new_id(),
            conversation_id=conversation.id,
            parent_id=self.messages[-1].id if self.messages else None,
            role=Role.USER,
            parts=[TextPart(text=text)],
        )
        self.conversation = conversation
        self.messages.append(question)
        self._unsaved.append(question)
        if first:
            self.conversation_changed.emit()
        else:
            self.message_added.emit(question.id)
        self._begin()

    def stop(self) -> None:
        """Stop the answer being written; what it has so far is kept."""
        self._writer.stop()

    def answer_now(self) -> None:
        """End the thinking; the answer follows."""
        self._writer.answer_now()

    def regenerate(self, message_id: str) -> None:
        """Write another answer to the same question, beside the first."""
        self._answer_again(message_id, continue_thinking="")

    def think_longer(self, message_id: str) -> None:
        """Write another answer that goes on from this one's own thoughts."""
        message = self.message(message_id)
        if message and message.thinking:
            self._answer_again(message_id, continue_thinking=message.thinking.text)

    def retry(self) -> None:
        """Ask again for the last answer, after whatever went wrong."""
        if self.messages and self.messages[-1].role is Role.ASSISTANT:
            self.regenerate(self.messages[-1].id)

    def new_conversation(self) -> None:
        """Show an empty conversation; it is stored with its first message."""
        self._show(None, [])

    def open_conversation(self, conversation_id: str) -> None:
        """Show a stored conversation."""
        self._opening = conversation_id
        self._store.run(
            lambda store: _load(store, conversation_id),
            lambda found: self._opened(conversation_id, found),
            self._not_opened,
        )

    def forget_conversation(self, conversation_id: str) -> None:
        """Stop showing a conversation that is being deleted, and writing in it."""
        if self._writer.live and self._writer.live.conversation_id == conversation_id:
            self.stop()
        if self.conversation and self.conversation.id == conversation_id:
            self.new_conversation()

    def forget_conversations(self, ids: list[str]) -> None:
        """Stop showing conversations that are being deleted, and writing in them."""
        for conversation_id in ids:
            self.forget_conversation(conversation_id)

    def take_over(self, row: Conversation) -> None:
        """Follow a change that was made in the list (title, pin)."""
        if self.conversation and self.conversation.id == row.id:
            self.conversation = msgspec.structs.replace(
                self.conversation, title=row.title, title_by_person=row.title_by_person, pinned=row.pinned
            )

    def set_thinking(self, enabled: bool) -> None:
        """Think before answering, or not: for this conversation, or for all new ones when none is shown."""
        self._change_thinking(enabled, self.thinking_budget)

    def set_budget(self, tokens: int | None) -> None:
        """Set the thinking budget (None: unlimited), for this conversation or for all new ones."""
        self._change_thinking(self.thinking_enabled, tokens)

    def _answer_again(self, message_id: str, *, continue_thinking: str) -> None:
        index = next((i for i, message in enumerate(self.messages) if message.id == message_id), None)
        if self.busy or not index or self.messages[index].role is not Role.ASSISTANT:
            return
        self.messages = self.messages[:index]
        self.conversation_changed.emit()
        self._begin(continue_thinking=continue_thinking)

    def _begin(self, *, continue_thinking: str = "") -> None:
        if self.conversation is None:
            raise RuntimeError("an answer needs a conversation")
        answer = Message(
            id=new_id(),
            conversation_id=self.conversation.id,
            parent_id=self.messages[-1].id,
            role=Role.ASSISTANT,
            parts=[],
            status=MessageStatus.GENERATING,
        )
        self.conversation = msgspec.structs.replace(self.conversation, leaf_id=answer.id, updated_at=time.time())
        order = AnswerOrder(
            conversation=self.conversation,
            context=list(self.messages),
            new_rows=list(self._unsaved),
            answer=answer,
            fresh=self._unsaved_conversation,
            budget=self._budget_in_force(continue_thinking),
            end_loops=self._settings.current.end_loops,
            continue_thinking=continue_thinking,
        )
        self.messages.append(answer)
        self._writer.begin(order)
        self.message_added.emit(answer.id)
        self.live_changed.emit()

    def _budget_in_force(self, continue_thinking: str) -> int | None:
        """Return the budget of the next answer: 0 does not think, None has no limit."""
        support = self._models.model.thinking if self._models.model else ThinkingSupport.HYBRID
        if support is ThinkingSupport.NEVER:
            return 0
        if continue_thinking:
            return None if self.thinking_budget is None else self.thinking_budget * 2 + THINK_LONGER_TOKENS
        if not self.thinking_enabled and support is not ThinkingSupport.ALWAYS:
            return 0
        return self.thinking_budget

    def _rows_stored(self, conversation: Conversation) -> None:
        if self.conversation and conversation.id == self.conversation.id:
            self._unsaved, self._unsaved_conversation = [], False
        self.conversation_saved.emit(conversation)

    def _text_appended(self, message_id: str, kind: TextKind, text: str) -> None:
        if self.live:
            self.text_appended.emit(message_id, kind, text)

    def _thinking_ended(self, message_id: str) -> None:
        if self.live:
            self.thinking_ended.emit(message_id)

    def _answer_finished(self, message: Message) -> None:
        if self.conversation and message.conversation_id == self.conversation.id:
            self.messages = [message if other.id == message.id else other for other in self.messages]
            if message.usage:
                self._set_context(message.usage.context_used)
            self.message_changed.emit(message.id)
        self.answer_finished.emit(message)

    def _show(self, conversation: Conversation | None, messages: list[Message]) -> None:
        self._opening = ""
        self._unsaved, self._unsaved_conversation = [], False
        self.conversation, self.messages = conversation, messages
        usage = next((message.usage for message in reversed(messages) if message.usage), None)
        self._set_context(usage.context_used if usage else 0)
        self.conversation_changed.emit()
        self.live_changed.emit()
        self.thinking_changed.emit()

    def _opened(self, conversation_id: str, found: tuple[Conversation, list[Message]] | None) -> None:
        if found and self._opening == conversation_id:
            self._show(*found)

    def _not_opened(self, error: Exception) -> None:
        log.warning("a conversation could not be opened: %s", error)
        self.notice.emit(Notice(Severity.ERROR, problem_for("internal").sentence))

    def _set_context(self, used: int) -> None:
        self.context_used = used
        self.context_changed.emit()

    def _new_conversation(self, title: str) -> Conversation:
        """Return a conversation that keeps today's thinking settings, so that later changes leave it alone."""
        settings = self._settings.current
        return Conversation(
            id=new_id(),
            title=title,
            thinking_enabled=settings.thinking_enabled,
            thinking_budget=settings.thinking_budget,
        )

    def _change_thinking(self, enabled: bool, budget: int | None) -> None:
        if self.conversation is None:
            self._settings.change(thinking_enabled=enabled, thinking_budget=budget or 0)
        else:
            row = msgspec.structs.replace(self.conversation, thinking_enabled=enabled, thinking_budget=budget or 0)
            self.conversation = row
            self._store.run(lambda store: store.set_thinking(row.id, enabled, budget or 0))
        self.thinking_changed.emit()


def _load(store: ConversationStore, conversation_id: str) -> tuple[Conversation, list[Message]] | None:
    conversation = store.conversation(conversation_id)
    return (conversation, store.load_branch(conversation_id, conversation.leaf_id)) if conversation else None
