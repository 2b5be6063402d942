"""A running sha256 beside the thread that reads and writes, with the sum so far noted at every chunk's end."""

from __future__ import annotations

import hashlib
import queue
import threading
from typing import TYPE_CHECKING

from app.catalog.download.state import MARK_BYTES

if TYPE_CHECKING:
    from hashlib import _Hash

WAITING_PIECES = 8
"""Pieces that may wait to be hashed: with pieces of 1 MiB, the most memory that this takes."""


class RunningHash:
    """Sums of a file from its start. ``feed`` returns at once; the others wait until all that was fed is summed.

    A sum over the whole beginning, not one per chunk: it comes for free while the whole sum is made.
    """

    def __init__(self, chunk: int) -> None:
        self._chunk = chunk
        self._states: list[_Hash] = [hashlib.sha256()]  # at every chunk's start, so that going back costs nothing
        self._current = self._states[0].copy()
        self._length = 0
        self._queue: queue.Queue[memoryview | None] = queue.Queue(WAITING_PIECES)
        self._thread: threading.Thread | None = None

    def feed(self, data: memoryview) -> None:
        """Sum what follows. ``data`` must not change any more."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="download-hash", daemon=True)
            self._thread.start()
        self._queue.put(data)

    def marks(self) -> list[str]:
        """Return the sums up to the end of every whole chunk that is there."""
        self._settle()
        return [_mark(state) for state in self._states[1:]]

    def mark(self) -> str:
        """Return the sum of all so far, cut like those in the table."""
        self._settle()
        return _mark(self._current)

    def digest(self) -> str:
        """Return the sum of all so far."""
        self._settle()
        return self._current.hexdigest()

    def rewind(self, chunks: int) -> None:
        """Go back to the start of chunk number ``chunks``."""
        self._settle()
        del self._states[chunks + 1 :]
        self._current = self._states[chunks].copy()
        self._length = chunks * self._chunk

    def close(self) -> None:
        """End the thread."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    def _settle(self) -> None:
        self._queue.join()

    def _work(self) -> None:
        while (data := self._queue.get()) is not None:
            while data:
                room = self._chunk - self._length % self._chunk
                self._current.update(data[:room])
                self._length += len(data[:room])
                data = data[room:]
                if self._length % self._chunk == 0:
                    self._states.append(self._current.copy())
            self._queue.task_done()
        self._queue.task_done()


def _mark(state: _Hash) -> str:
    return state.digest()[:MARK_BYTES].hex()
