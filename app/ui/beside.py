"""Modules that are large and not needed at once are loaded on a thread, while the window goes on."""

from __future__ import annotations

import contextlib
import importlib
import threading

from PySide6.QtCore import QObject, Signal


class ImportBeside(QObject):
    """``start`` loads a module beside the event loop; ``done`` comes on the window's thread."""

    done = Signal()

    def __init__(self, module: str, parent: QObject) -> None:
        super().__init__(parent)
        self._module = module

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._import, name=f"import {self._module}", daemon=True).start()

    def _import(self) -> None:
        importlib.import_module(self._module)
        with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
            self.done.emit()
