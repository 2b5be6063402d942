"""When thoughts begin, how long they may go on, and how they end. Pure: tokens in, decisions out.

The rules: one budget for the whole turn; at the budget a short grace to the end of the sentence; then Qwen's own
early-stop sentence; "answer now" is the same without grace; the answer's room is never thought away; after the thoughts
no second ones begin. Characters are never cut in two.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from enum import StrEnum

import msgspec

from app.engine.api import ThinkingOutcome

EARLY_STOP = "Considering the limited time by the user, I have to give the solution based on the thinking directly now."
"""What Qwen3 was made to answer after (Qwen3 technical report, section 4.3). English whatever the chat's language: the
model knows this sentence and no other."""

MAX_GRACE = 32
SENTENCE_ENDS = (b".", b"!", b"?", b"\n", "。".encode(), "！".encode(), "？".encode(), "؟".encode(), "।".encode())
MAX_BROKEN = 4
"""A character has at most four bytes: after so many tokens without a whole one, it is not going to be one."""

TAG_PAIRS = (("<think>", "</think>"), ("[THINK]", "[/THINK]"), ("<seed:think>", "</seed:think>"))


class Tags(msgspec.Struct, frozen=True):
    """The two tokens around thoughts, looked up by their text: ids differ between models."""

    open: int
    close: int
    open_text: str
    close_text: str


def find_tags(find: Callable[[str], int | None]) -> Tags | None:
    """Return the first pair of tags that the vocabulary has as single tokens, or None."""
    for open_text, close_text in TAG_PAIRS:
        first, last = find(open_text), find(close_text)
        if first is not None and last is not None:
            return Tags(first, last, open_text, close_text)
    return None


class Phase(StrEnum):
    """Where an answer is."""

    WAITING = "waiting"  # nothing but white space so far; thoughts may begin
    THINKING = "thinking"
    ANSWERING = "answering"


class Step(StrEnum):
    """What one token is."""

    OPENED = "opened"  # the opening tag; not shown
    THOUGHT = "thought"
    CLOSED = "closed"  # the closing tag; not shown
    ANSWER = "answer"


class Limits(msgspec.Struct, frozen=True):
    """How many tokens thoughts may have: ``budget`` as asked (None: unlimited), ``room`` as the context allows."""

    budget: int | None
    room: int

    @property
    def tokens(self) -> int:
        """The smaller of the two."""
        return self.room if self.budget is None else min(self.budget, self.room)

    @property
    def cause(self) -> ThinkingOutcome:
        """Which of the two it is."""
        by_budget = self.budget is not None and self.budget <= self.room
        return ThinkingOutcome.BUDGET if by_budget else ThinkingOutcome.CONTEXT

    @property
    def grace(self) -> int:
        """Tokens allowed past the limit to end a sentence: short for short budgets, none when the context ends."""
        if self.cause is ThinkingOutcome.CONTEXT:
            return 0
        return min(MAX_GRACE, max(4, self.tokens // 8))


class ThinkingMachine:
    """Follows one answer, token by token."""

    def __init__(self, tags: Tags | None, limits: Limits, *, inside: bool = False, end_loops: bool = False) -> None:
        """Start an answer. No ``tags``: it may not think. ``inside``: the prompt has already opened the thoughts."""
        self._tags = tags
        self._limit, self._cause, self._grace = limits.tokens, limits.cause, limits.grace
        self._end_loops = end_loops
        self._inside = inside
        self._guard = LoopGuard()
        self._waited = 0
        self._broken = 0
        self.asked = False
        self.tokens = 0
        self.loop_found = False
        self.outcome = ThinkingOutcome.NONE
        self.phase = Phase.ANSWERING if tags is None else Phase.THINKING if inside else Phase.WAITING

    def answer_now(self) -> None:
        """End the thoughts at the next chance. Does nothing to an answer."""
        self.asked = True

    def classify(self, token: int, *, blank: bool) -> Step:
        """Say what a drawn token is, and move on. ``blank``: it is white space alone."""
        if self._tags is None or self.phase is Phase.ANSWERING:
            return Step.ANSWER
        if self.phase is Phase.WAITING:
            return self._first(token, self._tags, blank=blank)
        if token == self._tags.close:
            self._end(ThinkingOutcome.BY_ITSELF)
            return Step.CLOSED
        self.tokens += 1
        if not self.loop_found:
            self.loop_found = self._guard.add(token)
        return Step.THOUGHT

    def must_end(self, piece: bytes, *, whole: bool) -> bool:
        """Say whether the thoughts end here, after ``piece``. ``whole``: the text so far has no half character."""
        if self.phase is not Phase.THINKING:
            return False
        self._broken = 0 if whole else self._broken + 1
        if 0 < self._broken < MAX_BROKEN:
            return False
        if self.asked or (self.loop_found and self._end_loops):
            return True
        over = self.tokens - self._limit
        return over >= 0 and (over >= self._grace or piece.rstrip(b" ").endswith(SENTENCE_ENDS))

    def due(self) -> bool:
        """Say whether the thoughts end before the first token: "answer now" while the prompt was read, or no room."""
        return self.phase is not Phase.ANSWERING and (self.asked or self._limit <= 0)

    def end(self, tail: str) -> Injection:
        """End the thoughts as ``due`` or ``must_end`` said; ``tail`` is how they end so far."""
        assert self._tags is not None, "without tags there are no thoughts to end"
        opening = self._tags.open_text if self.phase is Phase.WAITING else ""
        nothing_thought = not tail.strip()
        self._end(self._forced_outcome())
        if nothing_thought:  # the empty block of a chat without thinking: models are trained on it
            gap = "\n" if self._inside or tail else "\n\n"
            return Injection("", f"{opening}{gap}{self._tags.close_text}\n\n")
        shown = _paragraph(tail) + EARLY_STOP
        return Injection(shown, f"{shown}\n{self._tags.close_text}\n\n")

    def end_of_turn(self) -> Injection:
        """The model ended its turn inside its thoughts: close them instead, so that there is an answer."""
        assert self._tags is not None, "without tags there are no thoughts to end"
        self._end(ThinkingOutcome.BY_ITSELF)
        return Injection("", f"\n{self._tags.close_text}\n\n")

    def break_off(self, outcome: ThinkingOutcome) -> None:
        """The answer ends here for another reason: stopped, failed."""
        if self.phase is Phase.THINKING:
            self._end(outcome)

    def _first(self, token: int, tags: Tags, *, blank: bool) -> Step:
        if token == tags.open:
            self.phase = Phase.THINKING
            return Step.OPENED
        self._waited += 1
        if not blank or self._waited > MAX_BROKEN:
            self.phase = Phase.ANSWERING
        return Step.ANSWER

    def _end(self, outcome: ThinkingOutcome) -> None:
        self.phase = Phase.ANSWERING
        self.outcome = outcome

    def _forced_outcome(self) -> ThinkingOutcome:
        if self.asked:
            return ThinkingOutcome.ANSWER_NOW
        if self.loop_found and self._end_loops:
            return ThinkingOutcome.LOOP
        return self._cause


class Injection(msgspec.Struct, frozen=True):
    """Text that is put into the answer without being drawn: ``shown`` to the person, ``text`` to the model."""

    shown: str
    text: str


def strip_early_stop(thoughts: str) -> str:
    """Return thoughts without our own sentence at their end, so that they can be gone on from."""
    bare = thoughts.rstrip()
    return bare.removesuffix(EARLY_STOP).rstrip() if bare.endswith(EARLY_STOP) else thoughts


def _paragraph(tail: str) -> str:
    """Return the line breaks that start a new paragraph after ``tail``."""
    return "" if tail.endswith("\n\n") else "\n" if tail.endswith("\n") else "\n\n"


class LoopGuard:
    """Notices thoughts that repeat themselves: few different 8-token sequences among the last many.

    Ordinary text has more than half of them different; a paragraph of n tokens said again and again has n.
    """

    LENGTH = 8
    WINDOWS = ((64, 512), (256, 2048))
    """How often to look (tokens), and how far back: short loops are found early, long ones surely."""

    SHARE = 0.12

    def __init__(self) -> None:
        self._tokens: array[int] = array("i")

    def add(self, token: int) -> bool:
        """Take the next token; return whether the thoughts repeat themselves now."""
        self._tokens.append(token)
        count = len(self._tokens)
        if count % self.WINDOWS[0][0]:
            return False
        return any(count >= window and count % every == 0 and self._repeats(window) for every, window in self.WINDOWS)

    def _repeats(self, window: int) -> bool:
        last = self._tokens[-window:].tolist()
        sequences = set(zip(*(last[start:] for start in range(self.LENGTH)), strict=False))
        return len(sequences) < self.SHARE * window
