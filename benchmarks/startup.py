"""Time from starting the program to a window that takes input, against an empty PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

from app.system.child import worker_folder
from benchmarks.rounds import Comparison, compare

ROUNDS = 11
EMPTY_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1100, 760)
window.show()
def usable():
    application.processEvents()
    sys.stdout.write("usable\\n")
    sys.stdout.flush()
    application.quit()
QTimer.singleShot(0, window, usable)
application.exec()
"""


def run() -> list[Comparison]:
    """Measure everything of this module."""
    with tempfile.TemporaryDirectory() as home:
        return [
            compare(
                "start to usable window, vs an empty PySide6 window",
                lambda: _seconds([sys.executable, "-m", "app", "--exit-when-usable"], home),
                lambda: _seconds([sys.executable, "-c", EMPTY_WINDOW], home),
                rounds=ROUNDS,
                at_most=2.5,
            )
        ]


def _seconds(command: list[str], home: str) -> float:
    """Return the seconds until the program says that it is usable."""
    environment = os.environ | {"PARLEY_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # every start but the first finds compiled modules
    started = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=worker_folder(), env=environment, text=True
    ) as process:
        if process.stdout is None:
            raise RuntimeError("no pipe")
        for line in process.stdout:
            if line.startswith("usable"):
                return time.perf_counter() - started
    raise RuntimeError(f"{command} ended before its window was usable")
