"""Summarises one long document with the loaded model: part by part, then the summaries, without thinking.

An answer to the person always goes first: what runs is cancelled then, and done again when the model is free.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from app.documents.paragraphs import Paragraph
from app.documents.passes import TOKENS_PART, TOKENS_WHOLE, gathered, parts, prompt
from app.engine.api import (
    AnyEvent,
    Cancel,
    ChatMessage,
    EngineError,
    ErrorCode,
    Generate,
    GenerationFinished,
    Role,
    StopReason,
    TextDelta,
    ThinkingOptions,
)
from app.session.engine_client import EngineClient
from app.session.worker_process import WorkerDeath, new_request_id

RETRY_MS = 300
ROOM_SHARE = 0.7  # of the context, for the text of one part; the rest is for its summary and the prompt's own words
MAX_DEATHS = 2


class PassEnd(StrEnum):
    """How it ended."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass
class _Work:
    """A document on its way. ``pieces`` are still to be summarised, ``summaries`` are what came of them."""

    name: str
    pieces: list[str]
    cost: Callable[[str], int]
    room: int
    whole: bool = False  # the pieces are summaries
    summaries: list[str] = field(default_factory=list)
    passes_done: int = 0

    @property
    def passes(self) -> int:
        """How many passes there will be, as far as one can tell."""
        left = len(self.pieces) - len(self.summaries)
        return self.passes_done + left + (0 if self.whole and len(self.pieces) == 1 else 1)


class SummaryPasses(QObject):
    """One document at a time."""

    progressed = Signal(int, int)  # passes done, passes in all
    finished = Signal(object, str)  # PassEnd, the summary

    def __init__(
        self,
        engine: EngineClient,
        busy: Callable[[], bool],
        busy_changed: SignalInstance,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._busy = engine, busy
        self._work: _Work | None = None
        self._request = ""
        self._answer: list[str] = []
        self._deaths = 0
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._go_on)
        engine.received.connect(self._take)
        engine.died.connect(self._died)
        busy_changed.connect(self._look)

    @property
    def running(self) -> bool:
        """Whether a document is being summarised."""
        return self._work is not None

    def start(self, name: str, paragraphs: list[Paragraph], context: int, cost: Callable[[str], int]) -> None:
        """Begin. ``context`` is the model's window in tokens, ``cost`` counts the tokens of a text."""
        room = max(256, int(context * ROOM_SHARE) - TOKENS_WHOLE)
        self._deaths = 0
        self._work = _Work(name, parts(paragraphs, room, cost), cost, room)
        self._tell()
        self._go_on()

    def cancel(self) -> None:
        """Stop; ``finished`` says so."""
        self._interrupt()
        self._end(PassEnd.CANCELLED)

    def _go_on(self) -> None:
        work = self._work
        if work is None or self._request or self._busy():
            return
        self._request, self._answer = new_request_id(), []
        text = prompt(work.name, work.pieces[len(work.summaries)], whole=work.whole)
        self._engine.send(
            Generate(
                request_id=self._request,
                messages=[ChatMessage(role=Role.USER, content=text)],
                thinking=ThinkingOptions(enabled=False, budget=0),
                max_tokens=TOKENS_WHOLE if work.whole else TOKENS_PART,
            )
        )

    def _look(self) -> None:
        """Make room for an answer, or take the model again after it."""
        if self._busy():
            self._interrupt()
        elif self._work is not None and not self._request:
            self._retry.start()

    def _interrupt(self) -> None:
        request, self._request = self._request, ""
        if request and not self._engine.drop_waiting(request):
            self._engine.send(Cancel(request_id=new_request_id(), target=request))

    def _take(self, event: AnyEvent) -> None:
        if not self._request or event.request_id != self._request:
            return
        match event:
            case TextDelta():
                self._answer.append(event.text)
            case GenerationFinished():
                self._request = ""
                self._passed("".join(self._answer).strip(), event.stop_reason)
            case EngineError():
                self._request = ""
                self._refused(event.code)
            case _:
                pass

    def _refused(self, code: ErrorCode) -> None:
        if code in {ErrorCode.BUSY, ErrorCode.NO_MODEL}:  # something else goes first, or the model is being loaded
            self._retry.start()
        elif self._work is not None and code is ErrorCode.CONTEXT_FULL and self._halve(self._work):
            self._go_on()
        else:
            self._end(PassEnd.FAILED)

    def _halve(self, work: _Work) -> bool:
        """Cut the next piece in two: it had more tokens than was counted on."""
        piece = work.pieces[len(work.summaries)]
        if len(piece) < 400:
            return False
        middle = piece.rfind("\n", 0, len(piece) // 2 + 1)
        middle = middle if middle > len(piece) // 4 else len(piece) // 2
        work.pieces[len(work.summaries) : len(work.summaries) + 1] = [piece[:middle], piece[middle:]]
        return True

    def _passed(self, summary: str, reason: StopReason) -> None:
        work = self._work
        if work is None:
            return
        if reason is StopReason.CANCELLED:
            self._retry.start()
            return
        work.summaries.append(summary)
        work.passes_done += 1
        self._tell()
        if len(work.summaries) < len(work.pieces):
            self._go_on()
        elif len(work.pieces) == 1 and work.whole:
            self._end(PassEnd.DONE if summary else PassEnd.FAILED, summary)
        else:
            self._next_round(work)

    def _next_round(self, work: _Work) -> None:
        """Summarise the summaries, in as few pieces as they fit into."""
        pieces = gathered([text for text in work.summaries if text], work.room, work.cost)
        if not pieces or (work.whole and len(pieces) >= len(work.pieces)):  # nothing came, or it grows no shorter
            self._end(PassEnd.DONE if pieces else PassEnd.FAILED, "\n\n".join(pieces))
            return
        work.pieces, work.summaries, work.whole = pieces, [], True
        self._go_on()

    def _died(self, _death: WorkerDeath) -> None:
        if self._work is None or not self._request:
            return
        self._request = ""
        self._deaths += 1
        if self._deaths >= MAX_DEATHS:
            self._end(PassEnd.FAILED)
        else:
            self._retry.start()

    def _tell(self) -> None:
        if self._work is not None:
            self.progressed.emit(self._work.passes_done, self._work.passes)

    def _end(self, how: PassEnd, summary: str = "") -> None:
        if self._work is not None:
            self._work = None
            self._retry.stop()
            self.finished.emit(how, summary)
