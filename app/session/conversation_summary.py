"""A summary of the beginning of a conversation, written by the model itself without thinking."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from app.engine.api import (
    AnyEvent,
    Cancel,
    ChatMessage,
    EngineError,
    Generate,
    GenerationFinished,
    Role,
    StopReason,
    TextDelta,
    ThinkingOptions,
)
from app.session.engine_client import EngineClient
from app.session.worker_process import WorkerDeath, new_request_id

SUMMARY_TOKENS = 700
REQUEST = (
    "Summarise our conversation up to this point, for yourself: you will go on with it from your summary alone. "
    "Keep names, numbers, dates, decisions, open questions and what I asked you to keep to. Write in the language of "
    "the conversation, only the summary, at most 350 words."
)
"""The model reads this, not the person. It comes after the turns themselves, which the engine has in memory."""


class SummaryState(StrEnum):
    """What is happening with the summary."""

    NONE = "none"
    WRITING = "writing"
    FAILED = "failed"


class ConversationSummary(QObject):
    """Writes one summary at a time."""

    changed = Signal()
    finished = Signal(str)  # the summary

    def __init__(self, engine: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._request = ""
        self._pieces: list[str] = []
        self.state = SummaryState.NONE
        engine.received.connect(self._take)
        engine.died.connect(self._worker_died)

    @property
    def text(self) -> str:
        """What is written so far."""
        return "".join(self._pieces).strip()

    def write(self, messages: list[ChatMessage], conversation: str) -> None:
        """Summarise these turns, which end with an answer. Only when no answer is being written."""
        self.cancel()
        self._request, self._pieces = new_request_id(), []
        self._engine.send(
            Generate(
                request_id=self._request,
                messages=[*messages, ChatMessage(Role.USER, REQUEST)],
                thinking=ThinkingOptions(enabled=False, budget=0),
                max_tokens=SUMMARY_TOKENS,
                conversation=conversation,
            )
        )
        self._set(SummaryState.WRITING)

    def cancel(self) -> None:
        """Stop writing; nothing comes of it."""
        request, self._request = self._request, ""
        if request:
            if not self._engine.drop_waiting(request):
                self._engine.send(Cancel(request_id=new_request_id(), target=request))
            self._set(SummaryState.NONE)

    def _take(self, event: AnyEvent) -> None:
        if not self._request or event.request_id != self._request:
            return
        match event:
            case TextDelta():
                self._pieces.append(event.text)
                self.changed.emit()
            case GenerationFinished():
                self._done(event.stop_reason)
            case EngineError():
                self._fail()
            case _:
                pass

    def _done(self, reason: StopReason) -> None:
        self._request = ""
        if reason is StopReason.CANCELLED or not self.text:
            self._fail()
            return
        self._set(SummaryState.NONE)
        self.finished.emit(self.text)

    def _fail(self) -> None:
        self._request = ""
        self._set(SummaryState.FAILED)

    def _worker_died(self, _death: WorkerDeath) -> None:
        if self._request:
            self._fail()

    def _set(self, state: SummaryState) -> None:
        self.state = state
        self.changed.emit()
