"""A file whose sum is wrong: find the bad range by fetching again, what is most suspicious first, and replace it.

The hub names one sum for the whole file, so a bad range shows only by being different the second time. Around places
where one connection took over from another it is most likely; then the file is gone through from its start. As soon as
something was replaced the sum is tried again, so that what lies behind need not be fetched.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from app.catalog.download.part import PartFile
from app.catalog.download.web import Answer, AttemptError
from app.catalog.net_api import NetProblem

UNIT = 1 << 20
"""Bytes that are compared, and replaced, at once."""


class Mender:
    """One pass over a file. ``step`` compares an answer with the disk; it may be cut and called again."""

    def __init__(self, part: PartFile) -> None:
        self._part = part
        self._size = part.state.file.size
        self._ranges = deque(_suspects(part.state.seams, self._size))
        self._lowest = self._size
        self.untried = 0  # differences that the sum was not tried with
        self.differences = 0

    @property
    def next_range(self) -> tuple[int, int] | None:
        """The bytes to ask for, None at the end."""
        return self._ranges[0] if self._ranges else None

    @property
    def trial_due(self) -> bool:
        """Something was replaced and the sum should be tried: after the first, second, fourth, eighth … difference."""
        often_enough = self.untried * 2 >= self.differences
        return bool(self.untried) and (often_enough or not self._ranges)

    def begin_trial(self) -> None:
        """Let the part sum its bytes again from the first one that was replaced."""
        self._part.resum(self._lowest)
        self._lowest, self.untried = self._size, 0

    def step(self, answer: Answer, moved: Callable[[int], None]) -> None:
        """Compare until the range ends or a trial is due; ``moved`` is told of bytes. Raises AttemptError, OSError."""
        start, end = self._ranges[0]
        if answer.start == 0 and start > 0 and answer.end in {-1, self._size}:
            # The server gives nothing but the whole file, so that the whole file it is, once.
            self._ranges = deque([(0, self._size)])
            start, end = self._ranges[0]
        at, held = answer.start, bytearray()
        for piece in answer.pieces():
            moved(len(piece))
            useful = memoryview(piece)[max(0, start - at) : max(0, end - at)]
            at += len(piece)
            held += useful
            start, held = self._compare_units(start, end, held)
            if start >= end or self.trial_due:
                return
        raise AttemptError(NetProblem.NO_CONNECTION, f"cut at {at}")

    def _compare_units(self, start: int, end: int, held: bytearray) -> tuple[int, bytearray]:
        """Compare all whole units of ``held``, which begins at ``start``; return what is left and where it begins."""
        while start < end:
            length = min(UNIT - start % UNIT, end - start)
            if len(held) < length:
                break
            self._compare(start, bytes(held[:length]))
            del held[:length]
            start += length
            self._ranges[0] = (start, end)
            if self.trial_due:
                break
        if start >= end:
            self._ranges.popleft()
        return start, held

    def _compare(self, start: int, data: bytes) -> None:
        if self._part.read(start, len(data)) != data:
            self._part.replace(start, data)
            self.differences += 1
            self.untried += 1
            self._lowest = min(self._lowest, start)


def _suspects(seams: list[int], size: int) -> list[tuple[int, int]]:
    """Return ranges that together are the whole file once: those around seams first."""
    units = sorted({unit for seam in seams for unit in (max(0, seam - 1) // UNIT, seam // UNIT)})
    first = [(unit * UNIT, min(size, (unit + 1) * UNIT)) for unit in units if unit * UNIT < size]
    rest, at = [], 0
    for start, end in first:
        if at < start:
            rest.append((at, start))
        at = end
    if at < size:
        rest.append((at, size))
    return first + rest
