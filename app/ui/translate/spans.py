"""Where the sentences of a text lie, in Qt's counting: UTF-16 units, so that a smiley counts twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


def units(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def common_length(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike; by halves, since long texts mostly do."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


class Spans:
    """The pieces of a text one after the other; each belongs to a row, -1 to none."""

    def __init__(self, pieces: Iterable[tuple[int, str]] = ()) -> None:
        self._rows: list[int] = []
        self._starts: list[int] = []
        end = 0
        for row, text in pieces:
            self._rows.append(row)
            self._starts.append(end)
            end += units(text)
        self._ends = [*self._starts[1:], end]
        self._place = {row: number for number, row in enumerate(self._rows)}

    def row_at(self, position: int) -> int:
        """Return the row that a position lies in; -1 when there is none."""
        number = bisect_right(self._starts, position) - 1
        return self._rows[number] if number >= 0 and position < self._ends[number] else -1

    def span(self, row: int) -> tuple[int, int] | None:
        """Return where a row begins and ends; None when it has no text."""
        number = self._place.get(row)
        if number is None or row < 0 or self._starts[number] == self._ends[number]:
            return None
        return self._starts[number], self._ends[number]
