"""Where the sentences of a text lie, in Qt's counting: UTF-16 units, so that a smiley counts twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate


def units(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class Spans:
    """The rows of a text one after the other. Measured when first asked: most of them never are."""

    def __init__(self, texts: Sequence[str] = ()) -> None:
        self._texts = texts

    def row_at(self, position: int) -> int:
        """Return the row that a position lies in; -1 when there is none."""
        row = bisect_right(self._bounds, position) - 1
        return row if 0 <= row < len(self._texts) else -1

    def span(self, row: int) -> tuple[int, int] | None:
        """Return where a row begins and ends; None when it has no text."""
        if not 0 <= row < len(self._texts) or not self._texts[row]:
            return None
        return self._bounds[row], self._bounds[row + 1]

    @cached_property
    def _bounds(self) -> list[int]:
        return list(accumulate(map(units, self._texts), initial=0))
