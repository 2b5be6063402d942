"""Summarises what is long with the loaded model: in one go where it fits, else part by part, then the summaries.

Without thinking, and after every answer that the person asks for meanwhile: see ``EngineLane``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from app.documents.passes import gathered, room, tokens
from app.engine.api import ChatMessage, Generate, Role, StopReason, ThinkingOptions
from app.session.workers.engine_lane import EngineLane, LaneJob

SHORTEST = 400
"""Characters: what has fewer and still does not fit will not fit in halves either."""


class PassEnd(StrEnum):
    """How it ended."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Task:
    """What is to be summarised, and how the model is asked."""

    texts: Callable[[], list[str]]  # its paragraphs, in order; asked for where it goes in parts
    ask: Callable[[str, bool], str]  # a piece, and whether it is made of summaries -> the words for the model
    cost: Callable[[str], int]  # the tokens of a text
    context: int  # the model's window, in tokens
    at_once: Sequence[ChatMessage] = ()  # a prompt for all of it, tried first; none: it is known not to fit
    conversation: str = ""  # which ``at_once`` is the beginning of


@dataclass
class _Work:
    """A task on its way. ``pieces`` are still to be summarised, ``summaries`` are what came of them."""

    task: Task
    pieces: list[str] = field(default_factory=list)
    whole: bool = False  # the pieces are summaries
    summaries: list[str] = field(default_factory=list)
    passes_done: int = 0

    @property
    def passes(self) -> int:
        """How many passes there will be, as far as one can tell."""
        left = len(self.pieces) - len(self.summaries)
        return self.passes_done + left + (0 if self.whole and len(self.pieces) == 1 else 1)


class SummaryPasses(QObject):
    """One task at a time."""

    progressed = Signal(int, int)  # passes done, passes in all; a summary of all at once is the only one
    written = Signal(str)  # by the pass that runs
    finished = Signal(object, str)  # PassEnd, the summary

    def __init__(self, lane: EngineLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._work: _Work | None = None
        self._job: LaneJob | None = None

    @property
    def running(self) -> bool:
        """Whether something is being summarised."""
        return self._work is not None

    def start(self, task: Task) -> None:
        """Begin."""
        self._work = work = _Work(task)
        if task.at_once:
            self.progressed.emit(0, 1)
            self._submit(list(task.at_once), whole=True, done=self._at_once, full=self._in_parts)
        else:
            self._begin_parts(work)

    def cancel(self) -> None:
        """Stop; ``finished`` says so."""
        job, self._job = self._job, None
        if job is not None:
            self._lane.cancel(job)
        self._end(PassEnd.CANCELLED)

    def _submit(
        self,
        messages: list[ChatMessage],
        *,
        whole: bool,
        done: Callable[[str, StopReason], None],
        full: Callable[[], None],
    ) -> None:
        task = self._work.task if self._work else None
        if task is None:
            return
        request = Generate(
            messages=messages,
            thinking=ThinkingOptions(enabled=False, budget=0),
            max_tokens=tokens(task.context, whole=whole),
        )
        self._job = LaneJob(
            request,
            on_done=lambda text, reason: done(text.strip(), reason),
            on_failed=lambda _problem: self._end(PassEnd.FAILED),
            on_text=self.written.emit,
            on_full=full,
            conversation=task.conversation,
        )
        self._lane.submit(self._job)

    def _at_once(self, summary: str, reason: StopReason) -> None:
        if reason is StopReason.CONTEXT_FULL:  # there was less room for it than was counted on
            self._in_parts()
        else:
            self._end(PassEnd.DONE if summary else PassEnd.FAILED, summary)

    def _in_parts(self) -> None:
        if self._work is not None:
            self._begin_parts(self._work)

    def _begin_parts(self, work: _Work) -> None:
        task = work.task
        work.pieces = gathered(task.texts(), room(task.context), task.cost)
        if work.pieces:
            self._tell()
            self._go_on()
        else:
            self._end(PassEnd.FAILED)

    def _go_on(self) -> None:
        work = self._work
        if work is not None:
            text = work.task.ask(work.pieces[len(work.summaries)], work.whole)
            message = ChatMessage(role=Role.USER, content=text)
            self._submit([message], whole=work.whole, done=self._passed, full=self._halve)

    def _halve(self) -> None:
        """Cut the next piece in two: it had more tokens than was counted on."""
        work = self._work
        if work is None:
            return
        place = len(work.summaries)
        piece = work.pieces[place]
        if len(piece) < SHORTEST:
            self._end(PassEnd.FAILED)
            return
        middle = piece.rfind("\n", 0, len(piece) // 2 + 1)
        middle = middle if middle > len(piece) // 4 else len(piece) // 2
        work.pieces[place : place + 1] = [piece[:middle], piece[middle:]]
        self._tell()
        self._go_on()

    def _passed(self, summary: str, _reason: StopReason) -> None:
        work = self._work
        if work is None:
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
        texts = [text for text in work.summaries if text]
        pieces = gathered(texts, room(work.task.context), work.task.cost)
        if not pieces or (work.whole and len(pieces) >= len(work.pieces)):  # nothing came, or it grows no shorter
            self._end(PassEnd.DONE if pieces else PassEnd.FAILED, "\n\n".join(pieces))
            return
        work.pieces, work.summaries, work.whole = pieces, [], True
        self._go_on()

    def _tell(self) -> None:
        if self._work is not None:
            self.progressed.emit(self._work.passes_done, self._work.passes)

    def _end(self, how: PassEnd, summary: str = "") -> None:
        if self._work is not None:
            self._work = self._job = None
            self.finished.emit(how, summary)
