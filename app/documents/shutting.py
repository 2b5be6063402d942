"""How a process that reads what may harm it shuts itself in: little memory, little time, nothing to be opened."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

from app.documents.api import CPU_SECONDS, MEMORY_BYTES, WALL_SECONDS
from app.system.sandbox import limit_memory, limit_processor, open_nothing


def shut_in() -> None:
    """Limit this process; what it needs is loaded and open by now."""
    limit_memory(MEMORY_BYTES)
    limit_processor(CPU_SECONDS)
    open_nothing()


def end_in_time(tell: Callable[[], None]) -> None:
    """End this process, whatever it is doing, when it takes too long; the window would, if it still could."""

    def end() -> None:
        tell()
        os._exit(0)

    timer = threading.Timer(WALL_SECONDS, end)
    timer.daemon = True
    timer.start()
