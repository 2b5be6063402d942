"""Modules that are large and not needed at once are loaded on a thread, while the window goes on."""

from __future__ import annotations

import importlib
import threading

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_MS = 15


class ImportBeside(QObject):
    """``start`` loads a module beside the event loop; ``done`` comes on the window's thread.

    The thread touches nothing of Qt: a window that is closed meanwhile would be gone under it.
    """

    done = Signal()

    def __init__(self, module: str, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = threading.Thread(
            target=importlib.import_module, args=(module,), name=f"import {module}", daemon=True
        )
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()
        self._timer.start()

    def _look(self) -> None:
        if not self._thread.is_alive():
            self._timer.stop()
            self.done.emit()
