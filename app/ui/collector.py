"""Python's garbage collector, run by the window's thread alone.

By itself it runs on whatever thread makes the next object. On the store's thread it would destroy widgets and timers
that were left in a circle of references, and Qt ends the process for that.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

MILLISECONDS = 400


class Collector(QObject):
    """Looks for garbage as often as Python would, between two events."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what the start made stays: looking through it again and again would hold the window up
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_due)
        self._timer.start(MILLISECONDS)

    def keep_all(self) -> None:
        """Look no more through what is there now: call it once the rest of the program is loaded."""
        gc.freeze()


def collect_due() -> None:
    """Collect the generations that have grown past Python's own thresholds, the youngest first."""
    for generation, threshold in enumerate(gc.get_threshold()):
        if gc.get_count()[generation] <= threshold:
            return
        gc.collect(generation)
