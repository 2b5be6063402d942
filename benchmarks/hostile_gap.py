"""How long hostile answers hold up the window's event loop: those made by hand in full length, and generated ones.

``python -m benchmarks.hostile_gap [COUNT [FIRST]]``; goal: p99 at most 50 ms, over all ticks of a 2 ms timer.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.window_gap import Gaps
from tests.helpers.fake_chat_session import assistant, person
from tests.helpers.hostile_payloads import generated, hand_made, make_canaries
from tests.helpers.hostile_stage import HostileStage

COUNT = 500


def run(count: int = COUNT, first: int = 0) -> dict[str, float]:
    """Measure both kinds; milliseconds."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    results: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        canary = make_canaries(Path(folder))
        by_hand = hand_made(canary) if first == 0 else []
        made = [(str(seed), generated(seed, canary)) for seed in range(first, first + count)]
        for name, payloads in (("by_hand", by_hand), ("generated", made)):
            if payloads:
                results |= _show(application, name, payloads)
    return results


def _show(application: QApplication, name: str, payloads: list[tuple[str, str]]) -> dict[str, float]:
    stage = HostileStage(application)
    stage.show("Hello.")
    worst: list[tuple[float, str]] = []
    with Gaps() as gaps:
        for label, payload in payloads:
            before = len(gaps.busy)
            stage.session.show([person(payload), assistant(payload, payload)])
            stage.settle()
            worst.append((max(gaps.busy[before:], default=0.0), label))
    stage.close()
    for milliseconds, label in sorted(worst)[-5:]:
        print(f"{name}: {milliseconds:8.1f} ms busy  {label}")
    return gaps.numbers(name)


def main(arguments: Sequence[str] = ()) -> None:
    """Print the numbers."""
    for name, value in run(*map(int, arguments)).items():
        print(f"{name:28}{value:10.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
