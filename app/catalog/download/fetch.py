"""One file, from its first byte until its sum is right, however often it takes."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator

from app.catalog.download.control import Control, disk_trouble, free_bytes
from app.catalog.download.mend import Mender
from app.catalog.download.part import PartFile
from app.catalog.download.report import DiskFullError, DownloadError
from app.catalog.download.timing import BackOff
from app.catalog.download.watchdog import Watchdog
from app.catalog.download.web import Answer, AttemptError, Web, total_of
from app.catalog.net_api import NetProblem

OVERLAP = 64 << 10
"""Bytes that are asked for a second time where a download goes on: if they differ, it is not the same file any more."""

MAGIC = b"GGUF"
MOST_PASSES = 3
GIVE_UP_AFTER = {
    NetProblem.UNEXPECTED_CONTENT: 5,
    NetProblem.CERTIFICATE: 5,
    NetProblem.CHANGED: 5,
}
"""Tries in a row without a byte. Whatever is not named here is tried for as long as the person lets it."""
REFUSALS_IN_A_ROW = 5
"""Likewise, of statuses from 400 to 499 that mean nothing in particular."""


class FileFetch:
    """Brings one ``PartFile`` to its end. ``before`` are the bytes of the download's other files."""

    def __init__(self, part: PartFile, web: Web, control: Control, before: int) -> None:
        self._part = part
        self._web = web
        self._control = control
        self._before = before
        self._file = part.state.file
        self._back_off = BackOff(control.timing.first_wait, control.timing.longest_wait)
        self._strikes: Counter[NetProblem] = Counter()
        self._ranges = True
        self._changed = False
        self._doubted = False
        self._anew = False
        self._passes = 0
        self._mender: Mender | None = None
        self._saved = control.clock.monotonic()
        self._sealed = False

    def run(self) -> str:
        """Return the sum of the whole, right file. Raises DownloadError and StoppedError; what is there stays."""
        while not self._sealed:
            before = self._part.position
            try:
                self._attempt()
            except AttemptError as trouble:
                self._after(trouble, moved=self._part.position > before)
            except OSError as error:
                self._after(disk_trouble(error), moved=self._part.position > before)
        return self._part.digest()

    def park(self) -> None:
        """Leave everything so that another run can go on."""
        if self._sealed:
            return
        if self._mender is not None and self._mender.untried:
            self._mender.begin_trial()
        with contextlib.suppress(OSError):  # the disk may be the very trouble; an older state is good enough
            self._part.save(durable=True)

    def _attempt(self) -> None:
        for position in self._part.recover():
            self._control.moved(self._before + position, verifying=True)
        if not self._part.whole:
            self._fetch()
        elif self._right():
            self._part.seal()
            self._sealed = True
        else:
            self._mend()

    def _right(self) -> bool:
        if self._file.sha256:
            return self._part.digest() == self._file.sha256
        if self._named_gguf and self._part.read(0, len(MAGIC)) != MAGIC:
            self._part.rewind(0)
            raise AttemptError(NetProblem.UNEXPECTED_CONTENT, "not a GGUF file")
        return True

    @property
    def _named_gguf(self) -> bool:
        return self._file.name.lower().endswith(".gguf")

    # --- fetching

    def _fetch(self) -> None:
        self._check_room()
        begin, end = max(0, self._part.position - OVERLAP), self._part.fetch_end
        with self._asked(begin, end) as (answer, dog):
            self._trust(answer)
            self._pour(answer, end, dog)
        if self._part.position < end:
            self._part.note_seam(self._part.position)
            if self._part.position < answer.end or answer.end < 0:
                raise AttemptError(NetProblem.NO_CONNECTION, f"cut at {self._part.position}")

    @contextlib.contextmanager
    def _asked(self, begin: int, end: int) -> Iterator[tuple[Answer, Watchdog]]:
        ranges, self._ranges = self._ranges, True
        with Watchdog(self._control.timing, self._control.clock, self._control.stop) as dog:
            try:
                with self._web.ask(begin, end, dog, ranges=ranges) as answer:
                    yield answer, dog
            except AttemptError as trouble:
                dog.explain(trouble)
                raise
            dog.explain(None)

    def _trust(self, answer: Answer) -> None:
        """Refuse an answer that is about another file than the one begun. Raises AttemptError."""
        if answer.total not in {-1, self._file.size}:
            raise AttemptError(NetProblem.CHANGED, f"{answer.total} bytes instead of {self._file.size}")
        state = self._part.state
        if state.etag and answer.etag and state.etag != answer.etag:
            # Mirrors of one file may well disagree about its tag. Where there is a sum, that decides in the end, and
            # the overlap notices at once when it is another file.
            self._changed = True
            if not self._file.sha256 and self._part.position:
                self._part.rewind(0)
                state.etag = answer.etag
                raise AttemptError(NetProblem.CHANGED, "another version")
        state.etag = answer.etag or state.etag

    def _pour(self, answer: Answer, end: int, dog: Watchdog) -> None:
        at = answer.start
        for piece in answer.pieces():
            dog.count(len(piece))
            self._take(piece, at, end)
            at += len(piece)
            self._control.moved(self._before + self._part.position, len(piece))
            self._save_sometimes()
            if self._part.position >= end:
                return

    def _take(self, piece: bytes, at: int, end: int) -> None:
        """Compare what is there already, append what is new."""
        known = min(len(piece), self._part.position - at)
        if known > 0 and self._part.read(at, known) != piece[:known]:
            self._part.rewind(0 if self._strikes[NetProblem.CHANGED] else at)
            raise AttemptError(NetProblem.CHANGED, f"other bytes at {at} than before")
        new = memoryview(piece)[max(0, known) : known + end - self._part.position]
        if self._part.position == 0 and self._named_gguf and not MAGIC.startswith(bytes(new[: len(MAGIC)])):
            raise AttemptError(NetProblem.UNEXPECTED_CONTENT, f"begins with {bytes(new[:16])!r}")
        self._part.append(new)

    def _save_sometimes(self) -> None:
        now = self._control.clock.monotonic()
        if now - self._saved >= self._control.timing.save_every:
            self._saved = now
            self._part.save()

    def _check_room(self) -> None:
        needed = self._control.total - self._before - self._part.on_disk
        available = free_bytes(self._part.path.parent)
        if available < needed:
            raise AttemptError(NetProblem.DISK_FULL, f"{needed} bytes needed, {available} free")

    # --- mending

    def _mend(self) -> None:
        """One step of finding out which bytes are wrong."""
        if not self._doubted:
            self._doubted = True
            self._part.doubt()
            return
        if self._mender is None:
            self._part.save_unmarked()
            self._mender = Mender(self._part)
        if self._mender.next_range is None:
            self._next_pass(self._mender)
            return
        try:
            with self._asked(*self._mender.next_range) as (answer, dog):
                self._trust(answer)
                self._mender.step(answer, self._compared(dog))
        finally:
            if self._mender.trial_due:
                self._mender.begin_trial()

    def _compared(self, dog: Watchdog) -> Callable[[int], None]:
        def moved(count: int) -> None:
            dog.count(count)
            self._control.moved(self._before + self._part.position, count, verifying=True)

        return moved

    def _next_pass(self, mender: Mender) -> None:
        self._mender = None
        self._passes += 1
        if mender.differences and self._passes < MOST_PASSES:
            return
        self._part.rewind(0)
        if mender.differences and not self._anew:
            self._anew, self._passes = True, 0
            return
        problem = NetProblem.CHANGED if self._changed else NetProblem.WRONG_CHECKSUM
        raise AttemptError(problem, f"not {self._file.sha256}", final=True)

    # --- after a failure

    def _after(self, trouble: AttemptError, *, moved: bool) -> None:
        """Wait before the next try. Raises DownloadError when there is no sense in one, StoppedError on demand."""
        self._control.check()
        if moved:
            self._back_off.reset()
            # A file that changes again and again is no progress, however many bytes of it came.
            self._strikes = Counter({NetProblem.CHANGED: self._strikes[NetProblem.CHANGED]})
        trouble = self._range_refused(trouble) if trouble.status == 416 else trouble
        self._strikes[trouble.problem] += 1
        refused = trouble.problem is NetProblem.SERVER and 400 <= trouble.status < 500 and trouble.status != 416
        limit = REFUSALS_IN_A_ROW if refused else GIVE_UP_AFTER.get(trouble.problem)
        if trouble.final or (limit is not None and self._strikes[trouble.problem] >= limit):
            raise self._error(trouble)
        self._control.wait(trouble.problem, self._back_off.next(trouble.retry_after))

    def _range_refused(self, trouble: AttemptError) -> AttemptError:
        total = total_of(trouble.detail)
        if total is not None and total != self._file.size:
            return AttemptError(NetProblem.CHANGED, f"{total} bytes instead of {self._file.size}")
        self._ranges = False
        return trouble

    def _error(self, trouble: AttemptError) -> DownloadError:
        if trouble.problem is NetProblem.DISK_FULL:
            return DiskFullError(self._file.size - self._part.position, free_bytes(self._part.path.parent))
        return DownloadError(trouble.problem, trouble.detail, retry_after=trouble.retry_after)
