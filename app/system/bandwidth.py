"""How fast the processor's memory is: what decides the speed of layers that run on the processor. No Qt.

Measured in less than a tenth of a second, a few times, and remembered. One thread per core copies between buffers
that are larger than any cache; ctypes lets go of Python's lock meanwhile. What is read and what is written both count.
"""

from __future__ import annotations

import contextlib
import ctypes
import threading
import time
from pathlib import Path

from app.system.files import atomic_write
from app.system.hardware import physical_cores

BANDWIDTH_FILE = "memory-bandwidth.txt"
BUFFER_BYTES = 16 << 20
MAX_THREADS = 4
"""More threads than memory channels gain nothing, and each needs its two buffers."""

SECONDS = 0.02
ROUNDS, TRIES = 3, 4
"""The best counts, and is looked for on later occasions too: other programs only ever make memory slower."""


def memory_bandwidth(cache: Path) -> float:
    """Return bytes per second: the best of ``TRIES`` calls, remembered in the file ``cache``."""
    best, tries = _remembered(cache)
    if tries >= TRIES:
        return best
    best = max(best, *(measure(min(MAX_THREADS, physical_cores())) for _ in range(ROUNDS)))
    with contextlib.suppress(OSError):  # then it is measured again the next time
        atomic_write(cache, f"{best:.0f} {tries + 1}".encode())
    return best


def remembered_bandwidth(cache: Path) -> float:
    """Return bytes per second as measured before, or 0.0."""
    return _remembered(cache)[0]


def _remembered(cache: Path) -> tuple[float, int]:
    try:
        best, tries = cache.read_text().split()
        return float(best), int(tries)
    except (OSError, ValueError):
        return 0.0, 0


def measure(threads: int) -> float:
    """Return bytes per second that ``threads`` copying at once move."""
    ready = threading.Barrier(threads)
    counts = [0.0] * threads

    def work(number: int) -> None:
        source, target = (ctypes.create_string_buffer(BUFFER_BYTES) for _ in range(2))
        ctypes.memset(source, 1, BUFFER_BYTES)  # pages that were only ever zero are all the same one
        ready.wait()
        begin = now = time.perf_counter()
        copies = 0
        while now - begin < SECONDS:
            ctypes.memmove(target, source, BUFFER_BYTES)
            copies += 1
            now = time.perf_counter()
        counts[number] = 2.0 * copies * BUFFER_BYTES / (now - begin)

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(counts)
