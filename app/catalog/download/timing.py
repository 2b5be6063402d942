"""How long a download waits for what, how fast it is, and how it notices that the machine was asleep."""

from __future__ import annotations

import random
import time
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """All in seconds, but for ``slowest``."""

    connect: float = 15.0
    stall: float = 30.0  # without a byte: the connection is given up
    slow_window: float = 60.0
    slowest: float = 1024.0  # bytes per second over the window: below, another connection is tried
    first_wait: float = 1.0
    longest_wait: float = 120.0
    report_every: float = 0.25
    save_every: float = 2.0
    asleep: float = 20.0  # that much more on the clock on the wall than on the other: the machine was asleep


class Clock:
    """The two clocks of a computer. Asleep, one of them stands still or both go on, depending on the system."""

    def monotonic(self) -> float:
        """Seconds that never go back."""
        return time.monotonic()

    def wall(self) -> float:
        """Seconds that a person or a time server may set."""
        return time.time()


class SleepDetector:
    """Notices a gap between two looks at the clock that no thread would leave awake."""

    def __init__(self, clock: Clock, asleep: float) -> None:
        self._clock = clock
        self._asleep = asleep
        self._last = self._now()

    def woke(self) -> bool:
        """Tell whether the machine was asleep since the last call; to be called every second or so."""
        before, self._last = self._last, self._now()
        return max(self._last[0] - before[0], self._last[1] - before[1]) > self._asleep

    def _now(self) -> tuple[float, float]:
        return self._clock.monotonic(), self._clock.wall()


class BackOff:
    """Longer and longer waits, each drawn at random from its upper half: many downloads must not come back as one."""

    def __init__(self, first: float, longest: float) -> None:
        self._first = first
        self._longest = longest
        self._failures = 0
        self._random = random.SystemRandom()

    def next(self, asked: float = 0.0) -> float:
        """Return the seconds to wait now, never less than what the server asked for."""
        wait = min(self._longest, self._first * 2.0 ** min(self._failures, 30))
        self._failures += 1
        return max(asked, self._random.uniform(wait / 2, wait))

    def reset(self) -> None:
        """Begin with short waits again: bytes came."""
        self._failures = 0


class SpeedMeter:
    """Bytes per second over the last few seconds."""

    def __init__(self, clock: Clock, window: float = 5.0) -> None:
        self._clock = clock
        self._window = window
        self._points: deque[tuple[float, int]] = deque()
        self._total = 0

    def add(self, count: int) -> None:
        """Count bytes that came now."""
        self._total += count
        now = self._clock.monotonic()
        if self._points and now - self._points[-1][0] < 0.1:
            return
        self._points.append((now, self._total))
        while len(self._points) > 2 and now - self._points[0][0] > self._window:
            self._points.popleft()

    def rate(self) -> float:
        """Return bytes per second; 0 when nothing came for a whole window."""
        if len(self._points) < 2 or self._clock.monotonic() - self._points[-1][0] > self._window:
            return 0.0
        (began, first), (ended, last) = self._points[0], self._points[-1]
        return (last - first) / max(ended - began, 0.001)

    def reset(self) -> None:
        """Forget what was: the next bytes come from somewhere else."""
        self._points.clear()
