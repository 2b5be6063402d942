"""Turn-taking: the two sides of a comparison run one after the other, several times."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Comparison:
    """``ratio`` is ours over theirs, the median over the rounds; ``goal`` says what is good enough."""

    name: str
    ours: float
    theirs: float
    ratio: float
    spread: tuple[float, float]
    goal: str
    met: bool

    def line(self) -> str:
        """One line for the terminal: ratio first; the absolute numbers are only there to be understood."""
        low, high = self.spread
        mark = "ok  " if self.met else "MISS"
        return (
            f"{mark} {self.name:<58} {self.ratio:6.3f}  goal {self.goal:<7} "
            f"(rounds {low:.3f} to {high:.3f}; medians {self.ours:.4g} and {self.theirs:.4g})"
        )


def compare(
    name: str, ours: Callable[[], float], theirs: Callable[[], float], *, rounds: int, at_least: float | None = None,
    at_most: float | None = None,
) -> Comparison:  # fmt: skip
    """Measure both sides ``rounds`` times in turn, after one round that does not count."""
    ours()
    theirs()
    # The order alternates, so that a drift of the machine favours neither.
    pairs = [(ours(), theirs()) if number % 2 == 0 else (theirs(), ours())[::-1] for number in range(rounds)]
    ratios = [a / b for a, b in pairs]
    ratio = statistics.median(ratios)
    met = (at_least is None or ratio >= at_least) and (at_most is None or ratio <= at_most)
    goal = f">= {at_least}" if at_least is not None else f"<= {at_most}"
    return Comparison(
        name,
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        ratio,
        (min(ratios), max(ratios)),
        goal,
        met,
    )
