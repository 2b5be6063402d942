"""How long the window's event loop is held up in the first seconds after the start, while the rest is loaded and built.

The real program runs with a heartbeat of 5 ms from the moment on which its window takes input: first as somebody who
starts it for the first time, then once more with the same folders. ``python -m benchmarks.start_gap [SECONDS]``; goal:
no gap above 50 ms. ``busy`` is the processor time of the window's own thread between two beats: on a machine that does
other things as well, the gap is theirs too.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from app.system.child import worker_folder

SECONDS = 10.0
WORST = 5
PROGRAM = """
import gc, sys, time
gc.disable()  # as app/__main__.py does
from PySide6.QtCore import QTimer, Qt
from PySide6.QtWidgets import QApplication
from app.ui import application

beats = []
start = application.Parley.start

def start_and_listen(parley):
    timer = QTimer(parley.window, interval=5, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: beats.append((time.perf_counter(), time.thread_time())))
    timer.start()
    beats.append((time.perf_counter(), time.thread_time()))
    start(parley)
    QTimer.singleShot(round(float(sys.argv[1]) * 1000), parley.window, QApplication.quit)

application.Parley.start = start_and_listen
application.main([])
for beat in beats:
    print(*beat)
"""


class Gap(msgspec.Struct, frozen=True):
    """Seconds after the start, milliseconds that a click would have had to wait, and those of the window's thread."""

    at: float
    late: float
    busy: float


def run(seconds: float = SECONDS) -> dict[str, list[Gap]]:
    """Start twice; return every gap of the first start and of the second."""
    with tempfile.TemporaryDirectory() as home:
        return {name: _gaps(home, seconds) for name in ("first start", "second start")}


def _gaps(home: str, seconds: float) -> list[Gap]:
    environment = os.environ | {"PARLEY_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # every start but the first finds compiled modules
    command = [sys.executable, "-c", PROGRAM, str(seconds)]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=worker_folder(), env=environment, check=True
    )
    beats = [tuple(map(float, line.split())) for line in done.stdout.splitlines()]
    return [Gap(a[0] - beats[0][0], (b[0] - a[0]) * 1000 - 5, (b[1] - a[1]) * 1000) for a, b in pairwise(beats)]


def main(arguments: Sequence[str] = ()) -> None:
    """Print how late the beats were, and when the latest ones came."""
    for name, gaps in run(*map(float, arguments)).items():
        late, busy = sorted(gap.late for gap in gaps), sorted(gap.busy for gap in gaps)
        place = int(len(gaps) * 0.99)
        above = sum(value > 50 for value in late)
        print(
            f"{name}: p99 {late[place]:.1f} ms (busy {busy[place]:.1f}), max {late[-1]:.1f} ms (busy {busy[-1]:.1f}), "
            f"{above} above 50 ms"
        )
        for gap in sorted(gaps, key=lambda gap: -gap.late)[:WORST]:
            print(f"    after {gap.at:5.2f} s: {gap.late:6.1f} ms, of which {gap.busy:.1f} busy")


if __name__ == "__main__":
    main(sys.argv[1:])
