"""Heights of things that stand on top of each other, most of which exist only as numbers. No widgets."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate


class Stack:
    """Heights in pixels, with fast look-up in both directions. Tops are worked out again only after a change."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._edges: list[int] = [0]  # the top of each, and the bottom of the last
        self._valid = 0  # so many heights are in the edges

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """The height of all together."""
        return self._settled()[-1]

    def height(self, index: int) -> int:
        """Return one height."""
        return self._heights[index]

    def top(self, index: int) -> int:
        """Return where one begins; for ``len(self)`` where the last ends."""
        return self._settled()[index]

    def index_at(self, y: int) -> int:
        """Return which one covers a place; the nearest one for a place outside. -1 when there is none."""
        return min(max(0, bisect_right(self._settled(), y) - 1), len(self._heights) - 1)

    def set_height(self, index: int, height: int) -> None:
        """Change one height, or add one at the end."""
        if index == len(self._heights):
            self._heights.append(height)
        elif self._heights[index] == height:
            return
        else:
            self._heights[index] = height
        self._valid = min(self._valid, index)

    def cut(self, length: int) -> None:
        """Keep only the first ones."""
        del self._heights[length:]
        self._valid = min(self._valid, length)

    def _settled(self) -> list[int]:
        if self._valid < len(self._heights) or len(self._edges) != len(self._heights) + 1:
            rest = accumulate(self._heights[self._valid :], initial=self._edges[self._valid])
            self._edges[self._valid :] = rest
            self._valid = len(self._heights)
        return self._edges
