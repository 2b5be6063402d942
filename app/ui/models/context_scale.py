"""The stops of the context slider: doublings, and the most that the model can hold."""

from __future__ import annotations

SMALLEST = 2048
HALVES = 65_536
"""From here on there is a stop between two doublings: a step is many gigabytes."""


def context_stops(most: int) -> list[int]:
    """Return contexts in tokens from 2,048 up to ``most``, at least one."""
    stops = []
    size = SMALLEST
    while size < most:
        stops.append(size)
        if size >= HALVES and size * 3 // 2 < most:
            stops.append(size * 3 // 2)
        size *= 2
    return [*stops, max(1, most)]


def nearest(stops: list[int], tokens: int) -> int:
    """Return the number of the stop that is nearest to ``tokens``."""
    return min(range(len(stops)), key=lambda number: abs(stops[number] - tokens))
