"""Modules that are large and not needed at once are loaded while the window goes on.

What has nothing of Qt comes on a thread. The rest comes between the window's events, a few modules at a time: PySide
makes a class when it is first named, and two threads that do so at the same moment end the process.
"""

from __future__ import annotations

import contextlib
import dis
import importlib
import importlib.util
import sys
import threading
import time
from collections.abc import Iterator
from types import CodeType

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_MS = 15
TURN_SECONDS = 0.008
QT = ("PySide6", "shiboken6")
WITH_QT = ("app.session", "app.ui")
"""Our rings that may name Qt's classes; all others must not, and a check keeps it so."""


class ImportBeside(QObject):
    """``start`` loads a module beside the event loop; ``done`` comes when it is there.

    The thread touches nothing of Qt: a window that is closed meanwhile would be gone under it.
    """

    done = Signal()

    def __init__(self, module: str, parent: QObject) -> None:
        super().__init__(parent)
        self._module = module
        self._steps: list[str] = []
        self._thread = threading.Thread(target=self._load_the_rest, name=f"import {module}", daemon=True)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()
        self._timer.start()

    def _load_the_rest(self) -> None:
        own: list[str] = []
        for name in order(self._module):
            if name.startswith(WITH_QT):
                own.append(name)
            else:
                with contextlib.suppress(ImportError):  # what tries one name and then another
                    importlib.import_module(name)
        self._steps = own

    def _look(self) -> None:
        if self._thread.is_alive():
            return
        self._timer.setInterval(0)
        end = time.perf_counter() + TURN_SECONDS
        while self._steps:
            importlib.import_module(self._steps.pop(0))
            if time.perf_counter() > end:
                return
        self._timer.stop()
        importlib.import_module(self._module)
        self.done.emit()


def order(module: str, seen: set[str] | None = None) -> Iterator[str]:
    """Yield what is still to be imported for a module of ours, itself last; Qt's own modules are left out."""
    seen = set() if seen is None else seen
    if module in seen or module in sys.modules or module.startswith(QT):
        return
    seen.add(module)
    if module.startswith("app."):
        spec = importlib.util.find_spec(module)
        get_code = getattr(spec.loader, "get_code", None) if spec else None
        for name in imported(get_code(module)) if get_code else ():
            yield from order(name, seen)
    yield module


def imported(code: CodeType) -> list[str]:
    """Return the modules that a module's code imports when it is run, without those for type checkers alone."""
    names: list[str] = []
    skip_until, typing_only = 0, False
    for instruction in dis.get_instructions(code):
        if instruction.offset < skip_until:
            continue
        if typing_only and "JUMP" in instruction.opname:
            skip_until = instruction.argval
        elif instruction.opname == "IMPORT_NAME":
            names.append(instruction.argval)
        typing_only = instruction.opname == "LOAD_NAME" and instruction.argval == "TYPE_CHECKING"
    return names
