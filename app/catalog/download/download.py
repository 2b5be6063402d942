"""One download request, one or more files, run to its end. Called from a thread of the net worker.

```python
download = Download(request, Reach(client=..., url_of=..., headers_for=...))
finished = download.run(report, stop)  # blocks; Finished, or DownloadError, or StoppedError
download.discard()  # only after a run has ended: takes the unfinished files away
```

While it runs, each file is ``NAME.part`` with its state ``NAME.part.json`` and a lock ``NAME.part.lock`` beside it.
When all files of the request are whole and right they get their names, the first part last, so that a model is never
seen without its other parts; ``NAME.parley.json`` beside each says where it came from. ``state.unfinished(folder)``
finds what an earlier process began.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from app.catalog.download.control import Control, disk_trouble, free_bytes, margin
from app.catalog.download.fetch import FileFetch
from app.catalog.download.names import LOCK, local_names
from app.catalog.download.part import PartFile
from app.catalog.download.placing import Piece, give_name, sum_in_place
from app.catalog.download.report import DiskFullError, DownloadError, Finished, Progress, Reach
from app.catalog.download.state import remove_state
from app.catalog.download.timing import Clock, Timing
from app.catalog.download.watchdog import Watchdog
from app.catalog.download.web import AttemptError, Web
from app.catalog.net_api import DownloadRequest, NetProblem
from app.system.file_lock import FleetingLock, LockTakenError


class Download:
    """A request and how to reach its files. Raises DownloadError(NAME_REFUSED) for names that are not safe."""

    def __init__(
        self, request: DownloadRequest, reach: Reach, timing: Timing | None = None, clock: Clock | None = None
    ) -> None:
        self._request = request
        self._reach = reach
        self._timing = timing or Timing()
        self._clock = clock or Clock()
        self._folder = Path(request.folder)
        if not self._folder.is_absolute():
            raise DownloadError(NetProblem.NAME_REFUSED, request.folder)
        names = local_names(request.files)
        self._pieces = [Piece(file, self._folder / name) for file, name in zip(request.files, names, strict=True)]

    def run(self, report: Callable[[Progress], None], stop: threading.Event) -> Finished:
        """Fetch, verify and name every file. Returns at the end; raises DownloadError or StoppedError.

        ``report`` is called from this thread, about four times a second. Setting ``stop`` ends the run within about a
        second, even when the server is silent; what was fetched stays.
        """
        total = sum(file.size for file in self._request.files)
        control = Control(report, stop, self._timing, self._clock, total)
        try:
            with self._locked():
                return self._run(control)
        except OSError as error:
            trouble = disk_trouble(error)
            if trouble.problem is NetProblem.DISK_FULL:
                raise DiskFullError(total - control.done, free_bytes(self._folder)) from error
            raise DownloadError(trouble.problem, trouble.detail) from error

    def discard(self) -> None:
        """Take away what an ended run left, but no finished file. Raises OSError, DownloadError(IN_USE)."""
        with self._locked():
            for piece in self._pieces:
                piece.part.unlink(missing_ok=True)
                remove_state(piece.part)
        with contextlib.suppress(OSError):  # it holds other files
            self._folder.rmdir()

    def _run(self, control: Control) -> Finished:
        sums: dict[Path, str] = {}
        for piece in self._pieces:
            digest = sum_in_place(piece, self._request, lambda done: control.moved(done, verifying=True))
            if digest:
                sums[piece.final] = digest
        missing = [piece for piece in self._pieces if piece.final not in sums]
        self._check_room(missing)
        self._check_all_there(missing, control)
        before = sum(piece.file.size for piece in self._pieces if piece.final in sums)
        for piece in missing:
            sums[piece.final] = self._fetch(piece, control, before)
            before += piece.file.size
        for piece in reversed(missing):
            give_name(piece, self._request, sums[piece.final])
        return Finished(
            path=self._pieces[0].final,
            sha256={piece.final.name: sums[piece.final] for piece in self._pieces},
            unverified=tuple(piece.final.name for piece in self._pieces if not piece.file.sha256),
        )

    def _fetch(self, piece: Piece, control: Control, before: int) -> str:
        """Return the sum of a file that is now whole and right under its ``.part`` name."""
        part = PartFile(piece.part, self._request, piece.file)
        try:
            part.open()
            if part.checked and piece.file.sha256:
                return piece.file.sha256
            fetch = FileFetch(part, self._web(piece), control, before)
            try:
                return fetch.run()
            finally:
                fetch.park()
        except DownloadError as error:
            if error.problem is NetProblem.NOT_FOUND and len(self._pieces) > 1:
                raise DownloadError(NetProblem.PART_MISSING, piece.final.name) from error
            raise
        finally:
            part.close()

    def _check_room(self, missing: list[Piece]) -> None:
        """Refuse before the first byte what cannot be stored."""
        here = sum(min(piece.part.stat().st_size, piece.file.size) for piece in missing if piece.part.exists())
        needed = sum(piece.file.size for piece in missing) - here
        available = free_bytes(self._folder)
        if needed and available < needed + margin(needed):
            raise DiskFullError(needed + margin(needed), available)

    def _check_all_there(self, missing: list[Piece], control: Control) -> None:
        """Ask for every part's first bytes: that one does not exist must not come out after 100 GB of the others."""
        if len(self._pieces) < 2:
            return
        begun = [piece for piece in missing if piece.part.exists()]
        gone = [piece.final.name for piece in missing if piece not in begun and self._is_gone(piece, control)]
        if gone:
            everything = len(gone) == len(self._pieces)
            raise DownloadError(NetProblem.NOT_FOUND if everything else NetProblem.PART_MISSING, ", ".join(gone))

    def _is_gone(self, piece: Piece, control: Control) -> bool:
        control.check()
        with Watchdog(control.timing, control.clock, control.stop) as dog:
            try:
                with self._web(piece).ask(0, 4, dog):
                    return False
            except AttemptError as trouble:
                control.check()
                return trouble.problem is NetProblem.NOT_FOUND

    def _web(self, piece: Piece) -> Web:
        return Web(self._reach, piece.file, self._timing.connect, self._timing.stall)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep other windows away from every file of the request."""
        with ExitStack() as stack:
            self._folder.mkdir(parents=True, exist_ok=True)
            for piece in self._pieces:
                try:
                    lock = FleetingLock(piece.final.with_name(piece.final.name + LOCK))
                except LockTakenError as error:
                    raise DownloadError(NetProblem.IN_USE, str(piece.final)) from error
                stack.callback(lock.release)
            yield
