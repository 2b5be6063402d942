"""What the window sees of one answer: text merged to 15 or 30 messages a second, counts, the thoughts' end."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable

from app.engine.api import (
    Event,
    Generate,
    LoopDetected,
    TextDelta,
    TextKind,
    ThinkingEnded,
)
from app.engine.text import TextStream
from app.engine.thinking import ThinkingMachine
from app.system.hardware import physical_cores

FLUSH_SECONDS = 1 / 30
FEW_CORES, FEW_CORES_SECONDS = 2, 1 / 10
"""Where the window has no core of its own, every message takes time from the model; text still flows at 10 a second."""

TAIL = 200

Emit = Callable[[Event], None]


class AnswerOutput:
    """Collects the bytes of one answer's tokens and reports them as text."""

    def __init__(self, command: Generate, emit: Emit) -> None:
        self._id, self._emit = command.request_id, emit
        self._flush_seconds = _flush_seconds()
        self.thoughts = TextStream()
        self._answers = TextStream(command.stop, begun=bool(command.continue_answer))
        self._answer_parts: list[str] = []
        self._pending: list[str] = []
        self._pending_kind = TextKind.ANSWER
        self._flushed_at = 0.0
        self._thinking_since = 0.0
        self._loop_told = False
        self.thinking_tokens = self.answer_tokens = 0
        self.whole_tokens = 0  # answer tokens up to the last whole character
        self.thinking_seconds = 0.0
        self.thoughts_tail = ""

    @property
    def answer(self) -> str:
        """The answer's text so far."""
        return "".join(self._answer_parts)

    @property
    def stopped(self) -> bool:
        """Whether a stop string was written."""
        return self._answers.stopped

    def thought_token(self, piece: bytes) -> None:
        """Take one drawn token of the thoughts."""
        if not self._thinking_since:
            self._thinking_since = time.perf_counter()
        self.thinking_tokens += 1
        self._add(TextKind.THINKING, self.thoughts.feed(piece))

    def answer_token(self, piece: bytes) -> None:
        """Take one drawn token of the answer."""
        self.answer_tokens += 1
        self._add(TextKind.ANSWER, self._answers.feed(piece))
        if self._answers.whole:
            self.whole_tokens = self.answer_tokens

    def injected(self, text: str) -> None:
        """Report text of the thoughts that was not drawn."""
        self._add(TextKind.THINKING, self.thoughts.finish())
        self._flush()
        if text:
            tokens = self.thinking_tokens
            self._send(TextDelta(kind=TextKind.THINKING, text=text, tokens=tokens, injected=True, request_id=self._id))

    def thoughts_end(self, machine: ThinkingMachine) -> None:
        """Report that the thoughts are complete."""
        self._add(TextKind.THINKING, self.thoughts.finish())
        self._flush()
        self._stop_clock()
        self._send(
            ThinkingEnded(
                outcome=machine.outcome,
                tokens=self.thinking_tokens,
                seconds=self.thinking_seconds,
                request_id=self._id,
            )
        )

    def loop_found(self) -> None:
        """Report, once, that the thoughts repeat themselves."""
        if not self._loop_told:
            self._loop_told = True
            self._flush()
            self._send(LoopDetected(request_id=self._id))

    def finish(self, *, broken_off: bool = False) -> None:
        """Report what was held back. ``broken_off``: more could have come."""
        self._stop_clock()
        self._add(TextKind.THINKING, self.thoughts.finish(broken_off=broken_off))
        self._add(TextKind.ANSWER, self._answers.finish(broken_off=broken_off))
        self._flush()

    def _stop_clock(self) -> None:
        if self._thinking_since:
            self.thinking_seconds += time.perf_counter() - self._thinking_since
            self._thinking_since = 0.0

    def _add(self, kind: TextKind, text: str) -> None:
        if not text:
            return
        if kind is not self._pending_kind:
            self._flush()
            self._pending_kind = kind
        self._pending.append(text)
        if kind is TextKind.ANSWER:
            self._answer_parts.append(text)
        else:
            self.thoughts_tail = (self.thoughts_tail + text)[-TAIL:]
        if time.perf_counter() - self._flushed_at >= self._flush_seconds:
            self._flush()

    def _flush(self) -> None:
        if not self._pending:
            return
        kind = self._pending_kind
        tokens = self.thinking_tokens if kind is TextKind.THINKING else self.answer_tokens
        self._send(TextDelta(kind=kind, text="".join(self._pending), tokens=tokens, request_id=self._id))
        self._pending.clear()
        self._flushed_at = time.perf_counter()

    def _send(self, event: Event) -> None:
        self._emit(event)


@functools.cache
def _flush_seconds() -> float:
    return FEW_CORES_SECONDS if physical_cores() <= FEW_CORES else FLUSH_SECONDS
