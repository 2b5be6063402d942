"""Cuts a connection that leads nowhere: silent, crawling, outlived by a sleep of the machine, or not wanted."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Mapping

from app.catalog.download.report import StoppedError
from app.catalog.download.timing import Clock, SleepDetector, Timing
from app.catalog.download.web import AttemptError
from app.catalog.net_api import NetProblem

LOOK_EVERY = 0.1


class Watchdog:
    """Looks after one attempt from a thread of its own; to be used in ``with``.

    A read with a timeout of its own cannot do this: a server that sends a byte now and then never runs into it.
    """

    def __init__(self, timing: Timing, clock: Clock, stop: threading.Event) -> None:
        self._timing = timing
        self._clock = clock
        self._stop = stop
        self._over = threading.Event()
        self._sockets: list[socket.socket] = []
        self._count = 0
        self._reason = ""
        self._thread = threading.Thread(target=self._work, name="download-watchdog", daemon=True)

    def __enter__(self) -> Watchdog:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._over.set()
        self._thread.join()

    def trace(self, name: str, info: Mapping[str, object]) -> None:
        """Take an event of the HTTP client: a connection was made."""
        if name in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            stream = info.get("return_value")
            get = getattr(stream, "get_extra_info", None)
            found = get("socket") if get is not None else None
            if isinstance(found, socket.socket):
                self._sockets.append(found)

    def count(self, received: int) -> None:
        """Bytes came."""
        self._count += received

    def explain(self, trouble: AttemptError | None) -> None:
        """Raise what cut the connection, when it was this watchdog; ``trouble`` is what it looked like."""
        if self._stop.is_set():
            raise StoppedError
        if self._reason:
            raise AttemptError(NetProblem.TIMEOUT, self._reason) from trouble

    def _work(self) -> None:
        sleep = SleepDetector(self._clock, self._timing.asleep)
        heard = slow_since = self._clock.monotonic()
        last = slow_count = self._count
        while not self._over.wait(LOOK_EVERY):
            now = self._clock.monotonic()
            if self._count != last:
                heard, last = now, self._count
            if now - slow_since > self._timing.slow_window:
                if self._count - slow_count < self._timing.slowest * self._timing.slow_window:
                    self._cut("too slow")
                slow_since, slow_count = now, self._count
            if now - heard > self._timing.stall:
                self._cut("no bytes")
            if sleep.woke():
                self._cut("asleep")
            if self._stop.is_set():
                self._cut("stopped")

    def _cut(self, reason: str) -> None:
        self._reason = self._reason or reason
        for found in self._sockets:
            with contextlib.suppress(OSError):
                # Not SSLSocket's own, which takes the connection apart under the reading thread's hands.
                socket.socket.shutdown(found, socket.SHUT_RDWR)
