"""Run the benchmarks, or those named on the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable

from benchmarks import (
    budget,
    detection,
    download,
    find_gap,
    hostile_gap,
    memory,
    models_gap,
    planner,
    search,
    sidebar_gap,
    speed,
    start_gap,
    startup,
    translate,
    translate_gap,
    turns,
    window_gap,
    window_speed,
)
from benchmarks.rounds import Comparison

COMPARISONS: dict[str, Callable[[], list[Comparison]]] = {
    "speed": speed.run,
    "window_speed": window_speed.run,
    "memory": memory.run,
    "startup": startup.run,
    "turns": turns.run,
    "translate": translate.run,
    "download": download.run,
    "search": search.run,
}

OTHERS: dict[str, Callable[[], None]] = {
    "budget": budget.main,
    "detection": detection.main,
    "window_gap": window_gap.main,
    "hostile_gap": hostile_gap.main,
    "find_gap": find_gap.main,
    "start_gap": start_gap.main,
    "planner": planner.main,
    "models_gap": models_gap.main,
    "sidebar_gap": sidebar_gap.main,
    "translate_gap": translate_gap.main,
}
"""What has no peer: accuracy, and how long the window's thread is away from its events."""


def main(names: list[str]) -> int:
    """Return 0 when every goal was met."""
    unknown = set(names) - {*COMPARISONS, *OTHERS}
    if unknown:
        sys.stderr.write(f"no such benchmark: {', '.join(sorted(unknown))}\n")
        return 2
    missed = 0
    for name in names or COMPARISONS:
        if name in COMPARISONS:
            for comparison in COMPARISONS[name]():
                print(comparison.line(), flush=True)
                missed += not comparison.met
    for name, run in OTHERS.items():
        if not names or name in names:
            run()
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
