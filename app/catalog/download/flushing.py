"""Sends what was written to the disk while the download goes on, so that its end need not wait for all of it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

FLUSH_EVERY = 32 << 20

_flush: Callable[[int], None] = getattr(os, "fdatasync", os.fsync)


class Flusher:
    """Flushes a file from a thread of its own, a request at a time; requests that come meanwhile become one."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._unflushed = 0
        self._wanted = threading.Event()
        self._closing = False
        self._error: OSError | None = None
        self._thread: threading.Thread | None = None

    def wrote(self, count: int) -> None:
        """Count bytes that were written; flush when there are many."""
        self._unflushed += count
        if self._unflushed < FLUSH_EVERY:
            return
        self._unflushed = 0
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="download-flush", daemon=True)
            self._thread.start()
        self._wanted.set()

    def finish(self) -> None:
        """Return when everything written so far is on the disk. Raises OSError, also for what was flushed before."""
        os.fsync(self._descriptor)
        if self._error is not None:
            # The system tells of a lost write once; after that an fsync succeeds although the bytes are gone.
            error, self._error = self._error, None
            raise error

    def close(self) -> None:
        """End the thread."""
        if self._thread is not None:
            self._closing = True
            self._wanted.set()
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        while self._wanted.wait() and not self._closing:
            self._wanted.clear()
            try:
                _flush(self._descriptor)
            except OSError as error:
                self._error = error
