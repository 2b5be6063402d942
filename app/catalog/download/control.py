"""What all files of a download share: when to stop, what to report, how to wait, whether there is room."""

from __future__ import annotations

import errno
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from app.catalog.download.report import Progress, StoppedError
from app.catalog.download.timing import Clock, SleepDetector, SpeedMeter, Timing
from app.catalog.download.web import AttemptError
from app.catalog.net_api import NetProblem

LEAST_MARGIN = 64 << 20
MOST_MARGIN = 1 << 30
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
NOT_ALLOWED = {errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOTDIR}


class Control:
    """One download's bookkeeping. ``done`` counts bytes of all files and is kept current by whoever moves them."""

    def __init__(
        self, report: Callable[[Progress], None], stop: threading.Event, timing: Timing, clock: Clock, total: int
    ) -> None:
        self.timing = timing
        self.clock = clock
        self.stop = stop
        self.total = total
        self.done = 0
        self._report = report
        self._meter = SpeedMeter(clock)
        self._reported = float("-inf")

    def check(self) -> None:
        """Raise StoppedError once the person wants it."""
        if self.stop.is_set():
            raise StoppedError

    def moved(self, done: int, received: int = 0, *, verifying: bool = False) -> None:
        """Take the bytes that are good now and those that just came; report from time to time. Raises StoppedError."""
        self.check()
        self.done = done
        if received:
            self._meter.add(received)
        now = self.clock.monotonic()
        if now - self._reported >= self.timing.report_every:
            self._reported = now
            self._report(Progress(done, self.total, 0.0 if verifying else self._meter.rate(), verifying))

    def wait(self, problem: NetProblem, seconds: float) -> None:
        """Wait before another try, saying why. Ends early when the machine was asleep. Raises StoppedError."""
        self._meter.reset()
        sleep = SleepDetector(self.clock, self.timing.asleep)
        until = self.clock.monotonic() + seconds
        while (left := until - self.clock.monotonic()) > 0 and not sleep.woke():
            self._report(Progress(self.done, self.total, waiting=problem, retry_in=left))
            self.stop.wait(min(1.0, left))
            self.check()
        self._reported = float("-inf")


def free_bytes(folder: Path) -> int:
    """Return the bytes that may still be written there. Raises OSError."""
    return shutil.disk_usage(folder).free


def margin(size: int) -> int:
    """Return what has to stay free beside a download of ``size`` bytes: a full disk breaks more than a download."""
    return min(max(size // 20, LEAST_MARGIN), MOST_MARGIN)


def disk_trouble(error: OSError) -> AttemptError:
    """Return what an error of the disk means."""
    if error.errno in NO_ROOM:
        return AttemptError(NetProblem.DISK_FULL, str(error))
    if error.errno == errno.EFBIG:
        return AttemptError(NetProblem.DISK_FULL, f"files of this size cannot be stored here: {error}", final=True)
    problem = NetProblem.READ_ONLY if error.errno in NOT_ALLOWED else NetProblem.INTERNAL
    return AttemptError(problem, str(error), final=True)
