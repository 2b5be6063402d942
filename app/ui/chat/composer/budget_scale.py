"""The scale of the thinking budget: stops, positions between them, and numbers that a person types. No Qt.

A budget is a number of tokens, 0 for "off", or None for "no limit". Positions run from 0 (off) to ``LAST`` (no limit),
one per stop; between two stops the scale is logarithmic, below the first one linear.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise

from app.settings.schema import BUDGET_STOPS

Budget = int | None

OFF = 0
STOPS: tuple[Budget, ...] = (OFF, *BUDGET_STOPS, None)
LAST = len(STOPS) - 1
LARGEST = 1_000_000
"""The largest exact number; the schema's bound."""

_TOP = BUDGET_STOPS[-1]
_NUMBER = re.compile(r"(\d+)\s*([kK]?)")
_FINITE = (OFF, *BUDGET_STOPS)
_BEYOND = 0.9  # exact numbers above the last stop end short of "no limit"


def position_of(budget: Budget) -> float:
    """Return where a budget lies, 0 … ``LAST``."""
    if budget is None:
        return float(LAST)
    if budget >= _TOP:
        return len(BUDGET_STOPS) + _BEYOND * math.log(budget / _TOP) / math.log(LARGEST / _TOP)
    for index, (low, high) in enumerate(pairwise(_FINITE)):
        if low <= budget < high:
            return index + (math.log(budget / low) / math.log(high / low) if low else budget / high)
    raise ValueError(f"not a budget: {budget}")


def budget_at(position: float) -> Budget:
    """Return the budget at a position, rounded to whole tokens; the inverse of ``position_of``."""
    if position >= LAST:
        return None
    index = int(position)
    part = position - index
    if index >= len(BUDGET_STOPS):
        return round(_TOP * math.pow(LARGEST / _TOP, min(1.0, part / _BEYOND)))
    low, high = _FINITE[index], _FINITE[index + 1]
    return round(low * math.pow(high / low, part)) if low else round(part * high)


def nearest_stop(position: float) -> Budget:
    """Return the stop nearest to a position."""
    return STOPS[max(0, min(LAST, round(position)))]


def next_stop(budget: Budget, steps: int) -> Budget:
    """Return the stop so many steps above (or, negative, below) a budget, which may lie between two stops."""
    position = position_of(budget)
    at_stop = budget in STOPS
    start = position if at_stop else (math.floor(position) if steps > 0 else math.ceil(position))
    return STOPS[max(0, min(LAST, round(start) + steps))]


def parse_budget(text: str) -> int:
    """Read "4096", "4,096", "4.096", "4 096" or "4k" as tokens; digits of any script.

    Raises:
        ValueError: It is no whole number from 0 to ``LARGEST``.
    """
    match = _NUMBER.fullmatch(re.sub(r"[\s.,'’٬،  _]", "", text.strip()))
    if match is None:
        raise ValueError(text)
    number = int(match[1]) * (1024 if match[2] else 1)
    if number > LARGEST:
        raise ValueError(text)
    return number
