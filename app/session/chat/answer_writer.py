"""The life of one answer: its rows are stored, the engine is asked, its text arrives and is kept.

Rows are committed before the engine is asked, the growing answer three times a second, and its end at once: whatever
dies, no acknowledged message and at most a second of the answer is lost.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from app.chat.conversation import Message, MessageStatus
from app.engine.api import (
    AnswerNow,
    AnyEvent,
    Cancel,
    EngineError,
    ErrorCode,
    Generate,
    GenerationFinished,
    LoopDetected,
    PromptProgress,
    StopReason,
    TextDelta,
    ThinkingEnded,
    ThinkingOptions,
    ThinkingSupport,
    Usage,
)
from app.session.chat.answer_order import AnswerOrder
from app.session.chat.live_answer import AnswerPhase, LiveAnswer
from app.session.keeping.store_access import StoreAccess
from app.session.models.model_session import ModelSession, ModelState
from app.session.notices import Notice, NoticeAction, Severity
from app.session.wording import MODEL_FAILED, NOT_SAVED, WORKER_DIED, death_problem, problem_for
from app.session.workers.engine_client import EngineClient
from app.session.workers.worker_process import DeathKind, WorkerDeath, new_request_id

if TYPE_CHECKING:
    from app.chat.store import ConversationStore

log = logging.getLogger(__name__)

FLUSH_MILLISECONDS = 300
LIVE_MILLISECONDS = 200  # numbers: what more shows, nobody reads, and on two cores the model waits for it
STOP_MILLISECONDS = 3000
BUSY_MILLISECONDS = 60


class AnswerWriter(QObject):
    """Writes one answer at a time, whether or not its conversation is the one shown."""

    text_appended = Signal(str, object, str)  # message id, TextKind, text
    thinking_ended = Signal(str)
    changed = Signal()  # numbers or phase of the live answer
    stored = Signal(object)  # Conversation: its rows are on disk
    finished = Signal(object)  # Message
    notice = Signal(object)  # Notice

    def __init__(
        self, engine: EngineClient, models: ModelSession, store: StoreAccess, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine, self._models, self._store = engine, models, store
        self.live: LiveAnswer | None = None
        self._order: AnswerOrder | None = None
        self._stored = self._flushing = self._flush_late = False
        self._flushed_pieces = 0
        self._live_timer = self._timer(LIVE_MILLISECONDS, self._tick)
        self._flush_timer = self._timer(FLUSH_MILLISECONDS, self._flush)
        self._stop_timer = self._timer(STOP_MILLISECONDS, self._stop_by_force)
        engine.received.connect(self._take)
        engine.died.connect(self._worker_died)
        models.changed.connect(self._generate_when_ready)

    def message(self) -> Message | None:
        """Return the message being written, with all text that has arrived by now."""
        if self.live is None or self._order is None:
            return None
        return msgspec.structs.replace(self._order.answer, parts=self.live.parts)

    def begin(self, order: AnswerOrder) -> None:
        """Store what is new, then ask the engine. Only when no answer is being written."""
        self.live = _live_answer(order.for_model(self._support))
        self._order, self._stored, self._flushed_pieces = order, False, 0
        self._live_timer.start()
        self._models.ensure(order.conversation.settings.model_path)
        live = self.live
        self._store.run(
            lambda store: _store_rows(store, order),
            lambda _: self._rows_stored(live, order),
            lambda error: self._rows_failed(live, error),
        )

    def stop(self) -> None:
        """Stop; what is there so far is kept."""
        live = self.live
        if live is None or live.stopped_by_person:
            return
        live.stopped_by_person = True
        if live.request_id:
            self._engine.send(Cancel(request_id=new_request_id(), target=live.request_id))
            self._stop_timer.start()
        else:
            self._finish(MessageStatus.STOPPED)

    def leave(self) -> None:
        """Keep what is there, at once: nobody waits for the engine any more."""
        if self.live is not None:
            self._finish(MessageStatus.STOPPED)

    def answer_now(self) -> None:
        """End the thinking; the answer follows."""
        if self.live and self.live.request_id:
            self._engine.send(AnswerNow(request_id=new_request_id(), target=self.live.request_id))

    @property
    def _support(self) -> ThinkingSupport:
        """What the model can do; one that is not loaded yet is taken for the usual kind."""
        return self._models.model.thinking if self._models.model else ThinkingSupport.HYBRID

    def _rows_stored(self, live: LiveAnswer, order: AnswerOrder) -> None:
        self.stored.emit(order.conversation)  # also when it was stopped meanwhile: it is there now
        if self.live is live:
            self._stored = True
            self._generate_when_ready()

    def _rows_failed(self, live: LiveAnswer, error: Exception) -> None:
        log.warning("messages could not be stored: %s", error)
        if self.live is live:
            self._finish(MessageStatus.FAILED, error=NOT_SAVED)

    def _generate_when_ready(self) -> None:
        live = self.live
        if live is None or live.request_id or not self._stored:
            return
        if self._models.state is ModelState.READY:
            self._generate(live)
        elif self._models.state is ModelState.FAILED:
            self._finish(MessageStatus.FAILED, error=MODEL_FAILED)

    def _generate(self, live: LiveAnswer) -> None:
        if self._order is None:
            return
        self._order = order = self._order.for_model(self._support)
        kept = order.manner.kept_thoughts
        live.request_id, live.phase, live.budget = new_request_id(), AnswerPhase.READING, order.budget
        live.model_name = _name_of(self._models)  # another may be chosen while this one writes
        live.thinking_pieces = [order.manner.thoughts] if order.manner.thoughts else []
        self._flush_timer.start()
        self._engine.send(
            Generate(
                request_id=live.request_id,
                messages=order.prompt,
                thinking=ThinkingOptions(enabled=order.budget != 0, budget=order.budget, end_loops=order.end_loops),
                sampling=order.sampling,
                continue_thinking=kept.text if kept else order.manner.thoughts,
                continue_answer=order.manner.text,
                conversation=order.conversation.id,
            )
        )
        self.changed.emit()

    def _take(self, event: AnyEvent) -> None:
        live = self.live
        if live is None or not live.request_id or event.request_id != live.request_id:
            return
        match event:
            case TextDelta():
                if live.take(event):
                    self.text_appended.emit(live.message_id, event.kind, event.text)
            case PromptProgress():
                live.prompt_done, live.prompt_total = event.done, event.total
            case ThinkingEnded():
                live.end_thinking(event)
                self.thinking_ended.emit(live.message_id)
            case LoopDetected():
                live.loop_detected = True
            case GenerationFinished():
                self._generation_finished(live, event)
            case EngineError(code=ErrorCode.BUSY):
                self._wait_for_engine(live)
            case EngineError():
                self._finish(MessageStatus.FAILED, error=event.code)
            case _:
                pass

    def _wait_for_engine(self, live: LiveAnswer) -> None:
        """Ask again in a moment: a summary, which gives way to an answer, has not ended yet."""
        live.request_id, live.phase = "", AnswerPhase.WAITING
        QTimer.singleShot(BUSY_MILLISECONDS, self, self._generate_when_ready)

    def _generation_finished(self, live: LiveAnswer, event: GenerationFinished) -> None:
        live.thinking_outcome = event.thinking
        live.thinking_tokens = event.usage.thinking_tokens
        live.thinking_seconds = event.usage.thinking_seconds
        stopped = event.stop_reason is StopReason.CANCELLED
        status = MessageStatus.STOPPED if stopped else MessageStatus.COMPLETE
        self._finish(status, usage=event.usage, stop_reason=event.stop_reason)
        if event.stop_reason is StopReason.CONTEXT_FULL:
            sentence = problem_for("context_full").sentence
            self.notice.emit(Notice(Severity.WARNING, sentence, NoticeAction.NEW_CHAT))

    def _worker_died(self, death: WorkerDeath) -> None:
        live = self.live
        if live is None or not live.request_id:
            return
        if live.stopped_by_person or death.kind is DeathKind.NOT_STOPPING:
            self._finish(MessageStatus.STOPPED)
            return
        self._finish(MessageStatus.INTERRUPTED, error=WORKER_DIED)
        where = live.conversation_id
        self.notice.emit(Notice(Severity.ERROR, death_problem(death).sentence, NoticeAction.RETRY, where))

    def _stop_by_force(self) -> None:
        if self.live and self.live.stopped_by_person:
            self._engine.kill(DeathKind.NOT_STOPPING)

    def _finish(
        self,
        status: MessageStatus,
        *,
        error: str = "",
        usage: Usage | None = None,
        stop_reason: StopReason | None = None,
    ) -> None:
        """Close the answer: on disk, then for whoever listens."""
        live, message, order = self.live, self.message(), self._order
        if live is None or message is None or order is None:
            return
        message = msgspec.structs.replace(
            message,
            status=status,
            error=error,
            usage=order.usage(usage),
            stop_reason=stop_reason,
            model_name=live.model_name or _name_of(self._models),
        )
        self.live = self._order = None
        for timer in (self._live_timer, self._flush_timer, self._stop_timer):
            timer.stop()
        if error != NOT_SAVED:
            self._store.run(lambda store: _store_end(store, message), None, self._not_kept)
        self.finished.emit(message)
        self.changed.emit()

    def _flush(self) -> None:
        """Store the text so far, unless the last time is still under way or nothing is new."""
        live = self.live
        self._flush_late = self._flushing
        if live is None or self._flushing:
            return
        pieces = len(live.thinking_pieces) + len(live.answer_pieces)
        if pieces == self._flushed_pieces:
            return
        self._flushing, self._flushed_pieces = True, pieces
        message_id, parts = live.message_id, live.parts
        self._store.run(
            lambda store: store.update_streaming(message_id, parts),
            lambda _: self._flush_done(None),
            self._flush_done,
        )

    def _flush_done(self, error: Exception | None) -> None:
        self._flushing = False
        if error:
            log.warning("the growing answer could not be stored: %s", error)
        elif self._flush_late:  # a slow disk: what came meanwhile has waited long enough
            self._flush()

    def _not_kept(self, error: Exception) -> None:
        log.warning("an answer could not be stored: %s", error)
        self.notice.emit(Notice(Severity.ERROR, problem_for(NOT_SAVED).sentence))

    def _tick(self) -> None:
        if self.live and self.live.phase is not AnswerPhase.ANSWERING:  # the text itself shows that it goes on
            self.live.tick()
            self.changed.emit()

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=milliseconds)
        timer.timeout.connect(slot)
        return timer


def _store_rows(store: ConversationStore, order: AnswerOrder) -> None:
    if order.fresh and store.conversation(order.conversation.id) is None:  # there already after a failed first try
        store.create(msgspec.structs.replace(order.conversation, leaf_id=None))  # its leaf is stored next
    if order.resumed and store.reopen_message(order.answer.id):
        store.add_messages(order.new_rows)
    else:
        store.add_messages([*order.new_rows, order.answer])


def _name_of(models: ModelSession) -> str:
    return models.model.name if models.model else ""


def _live_answer(order: AnswerOrder) -> LiveAnswer:
    manner = order.manner
    return LiveAnswer(
        order.answer.id,
        order.conversation.id,
        "",
        order.budget,
        thinking_pieces=[manner.thoughts] if manner.thoughts else [],
        answer_pieces=[manner.text] if manner.text else [],
        kept_thoughts=manner.kept_thoughts,
    )


def _store_end(store: ConversationStore, message: Message) -> None:
    store.finish_message(
        message.id,
        message.parts,
        message.status,
        usage=message.usage,
        stop_reason=message.stop_reason,
        error=message.error,
        model_name=message.model_name,
    )
