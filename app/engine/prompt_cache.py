"""What a context holds, token by token, and how little must be read anew. Pure bookkeeping over a context."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable
from enum import IntEnum
from typing import Protocol

from app.engine.reading_costs import ReadingCosts

SLOW_SECONDS = 0.5
SMALL_SLICE = 128
"""Where a slice takes longer, the next are shorter, down to this: progress is then seen to move, and processors read
128 tokens at a time as fast as 512."""


TELLING_SLICE = 32
"""Shorter ones cost more per token and say little about the rest."""


class DecodeStatus(IntEnum):
    """What a context says to new tokens, as llama.h numbers it; anything negative is fatal for the context."""

    OK = 0
    NO_ROOM = 1
    ABORTED = 2


class Holds(Protocol):
    """A context as this module needs it: ``llama.Context``."""

    size: int
    batch: int

    def decode(self, tokens: array[int]) -> int:
        """Append at most ``batch`` tokens; return a ``DecodeStatus`` or a negative number."""

    def decode_one(self, token: int) -> int:
        """Append one token."""

    def length(self) -> int:
        """Return how many positions are filled."""

    def keep(self, count: int) -> bool:
        """Drop everything from ``count`` on, or return False when that cannot be done."""

    def clear(self) -> None:
        """Forget everything."""

    def restore(self, state: bytearray) -> bool:
        """Take over what ``state`` of a context like this one held; False: it does not fit, nothing is held now."""


class DecodeError(Exception):
    """The context refused tokens for a reason other than room or an abort. It was emptied."""


class PromptCache:
    """The tokens in a context. Every token goes in through here, so that the two never differ."""

    def __init__(self, context: Holds, costs: ReadingCosts | None = None) -> None:
        """``costs`` are given where short batches are slow."""
        self._context, self._costs = context, costs
        self._decode_one = context.decode_one
        self.tokens: array[int] = array("i")
        self.seconds_per_token = 0.0  # of reading a prompt, as seen last; 0.0 not yet

    @property
    def room(self) -> int:
        """How many tokens still fit."""
        return self._context.size - len(self.tokens)

    def reuse(self, wanted: array[int], *, leave: int = 1) -> int:
        """Keep the longest common beginning with ``wanted`` and drop the rest; return its length.

        At least ``leave`` tokens of ``wanted`` stay to be read: only reading makes the logits of the last one.
        """
        count = min(common_prefix(self.tokens, wanted), max(0, len(wanted) - leave))
        if count < len(self.tokens):
            self._drop_from(count)
        return len(self.tokens)

    def read(self, tokens: array[int], go_on: Callable[[int], bool]) -> DecodeStatus:
        """Append tokens in slices. ``go_on`` hears how many are done, and ends the reading by returning False.

        After ABORTED or NO_ROOM the cache holds what was read. Raises DecodeError.
        """
        again = self._take_back(len(tokens))
        tokens = again + tokens
        done, step = 0, even_slice(len(tokens), self._context.batch)
        while done < len(tokens):
            if not go_on(max(0, done - len(again))):
                return DecodeStatus.ABORTED
            piece = tokens[done : done + step]
            began = time.perf_counter()
            status = self._context.decode(piece)
            if status != DecodeStatus.OK:
                return self._failed(status, piece)
            self.tokens += piece
            done += len(piece)
            seconds = time.perf_counter() - began
            if len(piece) >= TELLING_SLICE:
                self.seconds_per_token = seconds / len(piece)
            if seconds > SLOW_SECONDS and step > SMALL_SLICE:
                step //= 2
        return DecodeStatus.OK

    def _take_back(self, new: int) -> array[int]:
        """Let go of the last tokens if they are better read again with ``new`` ones, and return them."""
        again = self._costs.again(new, len(self.tokens)) if self._costs else 0
        start = len(self.tokens) - again
        if not again or again + new > self._context.batch or not self._context.keep(start):
            return array("i")
        taken = self.tokens[start:]
        del self.tokens[start:]
        return taken

    def append(self, token: int) -> DecodeStatus:
        """Append one token. Raises DecodeError."""
        status = self._decode_one(token)
        if status == 0:
            self.tokens.append(token)
            return DecodeStatus.OK
        return self._failed(status, array("i", [token]))

    def restore(self, tokens: array[int], state: bytearray) -> bool:
        """Hold ``tokens`` as ``state`` has them, instead of what is held. False: it does not fit, and nothing is held.

        ``state`` must be what a context said when it held exactly these tokens.
        """
        self.clear()
        if not self._context.restore(state) or self._context.length() != len(tokens):
            self.clear()
            return False
        self.tokens = tokens[:]
        return True

    def clear(self) -> None:
        """Forget everything."""
        self._context.clear()
        self.tokens = array("i")

    def _drop_from(self, count: int) -> None:
        """Models with recurrent layers cannot go back a part of the way: they start over."""
        if count and self._context.keep(count):
            del self.tokens[count:]
        else:
            self.clear()

    def _failed(self, status: int, piece: array[int]) -> DecodeStatus:
        """After an abort the finished part of ``piece`` may have stayed: ask the context."""
        if status < 0:
            self.clear()
            raise DecodeError(f"decode returned {status}")
        held = len(self.tokens)
        self.tokens += piece
        del self.tokens[max(held, self._context.length()) :]
        return DecodeStatus(status)


def even_slice(count: int, batch: int) -> int:
    """Return the size of equal slices: a short last one would cost nearly as much as a whole one."""
    slices = -(-count // batch)
    return -(-count // slices) if slices else batch


def common_prefix(first: array[int], second: array[int]) -> int:
    """Return how many tokens the two begin with in common. Compares bytes: 131k tokens take well under 1 ms."""
    size = first.itemsize
    a, b = memoryview(first).cast("B"), memoryview(second).cast("B")
    low, high = 0, min(len(first), len(second))
    if a[: high * size] == b[: high * size]:
        return high
    while low + 1 < high:
        middle = (low + high) // 2
        if a[low * size : middle * size] == b[low * size : middle * size]:
            low = middle
        else:
            high = middle
    return low
