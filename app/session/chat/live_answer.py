"""The answer that is being written right now: its text so far, its numbers, its request."""

from __future__ import annotations

import time
from enum import StrEnum

import msgspec

from app.chat.conversation import AnyPart, TextPart, ThinkingPart
from app.engine.api import TextDelta, TextKind, ThinkingEnded, ThinkingOutcome


class AnswerPhase(StrEnum):
    """What the engine is doing for the answer."""

    WAITING = "waiting"  # being stored, or the model is loading
    READING = "reading"
    THINKING = "thinking"
    ANSWERING = "answering"


class LiveAnswer(msgspec.Struct):
    """Everything that changes while an answer streams. ``budget`` None is unlimited."""

    message_id: str
    conversation_id: str
    request_id: str
    budget: int | None
    phase: AnswerPhase = AnswerPhase.WAITING
    prompt_done: int = 0
    prompt_total: int = 0
    thinking_tokens: int = 0
    answer_tokens: int = 0
    thinking_seconds: float = 0.0
    tokens_per_second: float = 0.0
    loop_detected: bool = False
    stopped_by_person: bool = False
    thinking_outcome: ThinkingOutcome = ThinkingOutcome.NONE
    thinking_pieces: list[str] = msgspec.field(default_factory=list)
    answer_pieces: list[str] = msgspec.field(default_factory=list)
    kept_thoughts: ThinkingPart | None = None  # of an answer that is continued; they come first
    model_name: str = ""  # that writes it; "" until it was asked
    _first: float = 0.0
    _thinking_started: float = 0.0
    _thinking_ended: float = 0.0

    @property
    def parts(self) -> list[AnyPart]:
        """The message's parts so far."""
        parts: list[AnyPart] = [self.kept_thoughts] if self.kept_thoughts else []
        if self.thinking_pieces:
            parts.append(
                ThinkingPart(
                    text="".join(self.thinking_pieces).strip("\n"),
                    outcome=self.thinking_outcome,
                    tokens=self.thinking_tokens,
                    seconds=self.thinking_seconds,
                    budget=self.budget,
                )
            )
        text = "".join(self.answer_pieces)
        if text:
            parts.append(TextPart(text=text))
        return parts

    def take(self, delta: TextDelta) -> bool:
        """Add new text; say whether the person should see it (the injected stop text is not a thought)."""
        now = time.monotonic()
        self._first = self._first or now
        if delta.kind is TextKind.THINKING:
            self.phase = AnswerPhase.THINKING
            self._thinking_started = self._thinking_started or now
            self.thinking_tokens = delta.tokens
        else:
            self.phase = AnswerPhase.ANSWERING
            self.answer_tokens = delta.tokens
        if delta.injected:
            return False
        (self.thinking_pieces if delta.kind is TextKind.THINKING else self.answer_pieces).append(delta.text)
        self.tick()
        return True

    def end_thinking(self, event: ThinkingEnded) -> None:
        """Note how the thoughts ended; the answer comes next."""
        self.phase = AnswerPhase.ANSWERING
        self.thinking_outcome = event.outcome
        self.thinking_tokens = event.tokens
        self.thinking_seconds = event.seconds
        self._thinking_ended = time.monotonic()

    def tick(self) -> None:
        """Bring the clock's numbers up to date."""
        now = time.monotonic()
        if self._thinking_started and not self._thinking_ended:
            self.thinking_seconds = now - self._thinking_started
        elapsed = now - self._first if self._first else 0.0
        if elapsed > 0.5:
            self.tokens_per_second = (self.thinking_tokens + self.answer_tokens) / elapsed
