"""How many threads compute a token, when other programs want the cores too. No llama.cpp.

llama.cpp's threads wait for one another hundreds of times a token, spinning. That is fastest on a quiet computer and
ruinous on a busy one: with one of two cores taken away, the starter model fell from 600 tokens/s to 8. So the pacer
watches how much of the processor time that its threads could have had they really got. Too little: it tries half the
threads, and stays there for a while if that is faster.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum, auto

WINDOW = 8  # tokens that are measured together
ENOUGH_SECONDS, ENOUGH_TOKENS = 0.15, 2  # so much is a window as well: a crawl shows at once
CROWDED = 0.75  # share of the processor time below which somebody else is at work
CROWDED_BESIDE_GPU = 0.4  # the same where a GPU works in between and the threads rest
CROWDED_WINDOWS = 2  # one after the other: a window that opens or a page that is drawn is over before the next
BETTER = 0.9  # a try stays when its tokens take at most this part of the time
SHORTEST_HOLD, LONGEST_HOLD = 32, 1024  # tokens until the other choice is looked at again


class Pace(Enum):
    """What is being tried."""

    ALL = auto()
    TRYING_FEWER = auto()
    FEWER = auto()


class ThreadPacer:
    """Call ``start`` before an answer's first token and ``token`` after each. ``apply`` sets the number of threads."""

    def __init__(
        self,
        threads: int,
        apply: Callable[[int], None],
        wall: Callable[[], float] = time.perf_counter,
        cpu: Callable[[], float] = time.process_time,
        crowded: float = CROWDED,
    ) -> None:
        self._threads, self._apply, self._wall, self._cpu = threads, apply, wall, cpu
        self._enough = crowded
        self._pace = Pace.ALL
        self._seconds_with_all = 0.0
        self._crowded = 0  # windows, one after the other
        self._hold = SHORTEST_HOLD
        self._rest = 0  # tokens during which nothing is changed
        self._count = 0
        self._began = self._cpu_began = 0.0

    @property
    def fewer(self) -> int:
        """How many threads a crowded computer gets."""
        return max(1, self._threads // 2)

    def start(self) -> None:
        """Begin to measure; what was found out during the last answer stays."""
        self._count = 0
        self._began, self._cpu_began = self._wall(), self._cpu()

    def token(self) -> None:
        """Count one token; at the end of a window, decide."""
        self._count += 1
        if self._threads < 2 or self._count < ENOUGH_TOKENS:
            return
        seconds = self._wall() - self._began
        if self._count < WINDOW and seconds < ENOUGH_SECONDS:
            return
        self._rest -= self._count
        self._decide(seconds / self._count, (self._cpu() - self._cpu_began) / self._count)
        self.start()

    def _decide(self, seconds: float, cpu: float) -> None:
        """Take the wall and processor seconds of one token, as measured in a window."""
        if self._pace is Pace.ALL:
            self._with_all(seconds, crowded=cpu < seconds * self._threads * self._enough)
        elif self._pace is Pace.TRYING_FEWER:
            # The longer the same is found again, the less often it is asked.
            self._hold = min(self._hold * 2, LONGEST_HOLD)
            self._rest = self._hold
            if seconds <= self._seconds_with_all * BETTER:
                self._pace = Pace.FEWER
            else:  # nobody was in the way after all, or all threads are still better
                self._change(Pace.ALL, self._threads)
        elif self._rest <= 0:
            self._change(Pace.ALL, self._threads)

    def _with_all(self, seconds: float, *, crowded: bool) -> None:
        if self._rest > 0:
            return
        if not crowded:
            self._crowded, self._hold = 0, SHORTEST_HOLD
            return
        self._crowded += 1
        if self._crowded >= CROWDED_WINDOWS:
            self._crowded, self._seconds_with_all = 0, seconds
            self._change(Pace.TRYING_FEWER, self.fewer)

    def _change(self, pace: Pace, threads: int) -> None:
        self._pace = pace
        self._apply(threads)
