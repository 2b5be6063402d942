"""One background thread for everything that touches the conversations' database.

``run(job, on_done, on_error)``: the job runs on the thread, in order; the callbacks run on the window's thread. A job
never touches a widget. Broad ``except`` is right here: this is a task boundary.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

log = logging.getLogger(__name__)

SLOW_SECONDS = 0.5
T = TypeVar("T")


class BackgroundThread(QObject):
    """Runs jobs one after the other on a thread of its own."""

    _returned = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._returned.connect(_call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        """Queue a job. Without ``on_error`` a failure is logged with its traceback."""
        self._pool.submit(self._work, job, on_done, on_error)

    def close(self) -> None:
        """Finish what is queued, then end the thread. Callbacks that have not run yet are dropped."""
        self._pool.shutdown(wait=True)

    def _work(
        self,
        job: Callable[[], T],
        on_done: Callable[[T], None] | None,
        on_error: Callable[[Exception], None] | None,
    ) -> None:
        started = time.monotonic()
        try:
            result = job()
        except Exception as error:
            if on_error is None:
                log.exception("a background job failed")
            else:
                failure = error
                self._returned.emit(lambda: on_error(failure))
            return
        finally:
            if time.monotonic() - started > SLOW_SECONDS:
                log.info("a background job took %.1f s", time.monotonic() - started)
        if on_done is not None:
            self._returned.emit(lambda: on_done(result))


def _call(function: Callable[[], None]) -> None:
    function()
