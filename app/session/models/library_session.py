"""The models on this computer, and the work on their files."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from app.catalog.library import Library, LibraryEntry, disk_free, files_of, first_part, remove_empty_folders
from app.catalog.net_api import Repository
from app.catalog.notebook import Known
from app.engine.files_api import (
    MODEL_TYPES,
    AnyFilesEvent,
    FileFailed,
    FileInspected,
    FileProblem,
    FileQuantized,
    FilesCommand,
    FileVerified,
    Inspect,
    JobProgress,
    Quantize,
    Verify,
)
from app.engine.quantize_files import MARGIN_BYTES, SOURCES, remove_leftovers
from app.gguf.blueprint import forecast
from app.session.models.library_jobs import Job, JobKind, QuantizeOffer
from app.session.models.model_session import ModelSession, ModelState
from app.session.models.trash import Trashed, TrashError, move_to_trash, put_back
from app.session.notices import Notice, Problem, Severity
from app.session.tasks import BackgroundThread
from app.session.workers.files_client import FilesClient, LostJob
from app.session.workers.files_wording import (
    file_problem,
    lost_problem,
    quantized_sentence,
    starter_name,
    trash_sentence,
    undo_sentence,
    verified_sentence,
)
from app.session.workers.worker_process import new_request_id

T = TypeVar("T")
log = logging.getLogger(__name__)

GROWING_SECONDS = 3.0
"""Between two looks at a file that changed meanwhile."""

_TYPE_IN_NAME = re.compile(r"[-._](F32|F16|BF16|Q8_0)(-\d{5}-of-\d{5})?$", re.IGNORECASE)
_OF_THE_FILE = frozenset(
    {
        FileProblem.WRONG_CHECKSUM,
        FileProblem.DAMAGED,
        FileProblem.TRUNCATED,
        FileProblem.NOT_GGUF,
        FileProblem.PART_MISSING,
        FileProblem.UNREADABLE,
    }
)


@dataclass(frozen=True)
class _Deleted:
    """What can be undone: files in the trash, or what was known of a file that stayed where it is."""

    entry: LibraryEntry
    known: Known
    trashed: list[Trashed]


class _UndoError(Exception):
    """A deleted model stays in the trash."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class LibrarySession(QObject):
    """Looks for models, has them inspected, and does what a person asks for one. Files are touched on a thread."""

    changed = Signal()
    notice = Signal(object)  # Notice
    folder_wanted = Signal(str)  # a folder to show in the system's file manager

    def __init__(
        self,
        library: Library,
        thread: BackgroundThread,
        quick: FilesClient,
        slow: FilesClient,
        models: ModelSession,
        parent: QObject | None = None,
    ) -> None:
        """``quick`` takes short jobs, ``slow`` long ones; both may be shared with other sessions, ``thread`` not."""
        super().__init__(parent)
        self._library = library
        self._thread = thread
        self._quick = quick
        self._slow = slow
        self._models = models
        self._jobs: dict[str, Job] = {}  # by request id
        self._closed = self._scanning = self._scan_again = False
        self._used = ""
        self._looked_at: dict[str, float] = {}  # when each was inspected the last time
        self._later = QTimer(self, interval=int(GROWING_SECONDS * 1000), singleShot=True)
        self._later.timeout.connect(self._refresh)
        self._deleted: _Deleted | None = None
        self.entries: list[LibraryEntry] = []
        self.disk_free = 0
        for client in (quick, slow):
            client.answered.connect(self._answered)
            client.progressed.connect(self._progressed)
            client.lost.connect(self._lost)
        models.changed.connect(self._model_changed)

    @property
    def folder(self) -> Path:
        """Our own folder."""
        return self._library.folder

    @property
    def disk_used(self) -> int:
        """Bytes of our own models."""
        return sum(entry.file_bytes for entry in self.entries if not entry.linked and not entry.builtin)

    def entry(self, entry_id: str) -> LibraryEntry | None:
        """Return an entry, None when it is gone."""
        return next((entry for entry in self.entries if entry.id == entry_id), None)

    def busy_with(self, entry_id: str) -> Job | None:
        """Return the work on a model."""
        found = (job for job in self._jobs.values() if job.entry.id == entry_id and job.kind is not JobKind.ADD)
        return next(found, None)

    def open(self) -> None:
        """Begin: what was loaded before there was a library is in it, what was left unfinished is removed."""
        recent = self._models.recent if self._library.is_new else []
        self._run(lambda: self._library.link(recent))
        self._run(lambda: remove_leftovers(self.folder))
        self._model_changed()  # the one that was loaded before there was a library to hear of it
        self._refresh()

    def close(self) -> None:
        """Begin nothing more, and wait for what is being written. Whoever made the clients stops them."""
        self._closed = True
        self._later.stop()
        self._thread.close()

    def rescan(self) -> None:
        """Look again, also at files with which something was wrong."""
        for entry in self.entries:
            if entry.fresh and entry.problem not in {None, FileProblem.WRONG_CHECKSUM} and entry.file_bytes:
                self._inspect(entry)
        self._refresh()

    def use(self, entry_id: str) -> None:
        """Load a model."""
        if self.entry(entry_id) is not None:
            self._models.load(entry_id)

    def add_file(self, path: str) -> str:
        """Add a file that stays where it is, once it has been looked at; return the id that it will have."""
        first = first_part(path)
        if self.entry(first) is None:
            entry = LibraryEntry(first, Path(first).stem, (first,))
            self._start(self._quick, JobKind.ADD, entry, Inspect(path=str(Path(path).absolute())))
        return first

    def open_folder(self, entry_id: str) -> None:
        """Show a model's folder."""
        self.folder_wanted.emit(str(Path(entry_id).parent if entry_id else self.folder))

    def listed(self, repository: Repository) -> None:
        """Learn from a hub's listing which models have newer files there."""
        self._run(lambda: self._library.listed(repository), self._refresh_after)

    def verify(self, entry_id: str) -> None:
        """Read a model to its end and compare it with what was downloaded."""
        entry = self.entry(entry_id)
        if entry is not None and self.busy_with(entry_id) is None:
            self._start(self._slow, JobKind.VERIFY, entry, Verify(path=entry.path, sha256=entry.sha256))

    def quantize_offers(self, entry_id: str) -> list[QuantizeOffer]:
        """Return what a model can be made into, large to small; nothing for one that is small already."""
        entry = self.entry(entry_id)
        if entry is None or entry.shape is None or entry.problem or entry.shape.quantization not in SOURCES:
            return []
        free = disk_free(self._target_folder(entry))
        sizes = {kind: forecast(entry.shape, kind) for kind in MODEL_TYPES}
        return [
            QuantizeOffer(kind, size, size + MARGIN_BYTES <= free)
            for kind, size in sizes.items()
            if size < entry.file_bytes
        ]

    def quantize(self, entry_id: str, kind: str) -> None:
        """Write a smaller copy beside the model, or into our folder when the model is not ours."""
        entry = self.entry(entry_id)
        if entry is not None and self.busy_with(entry_id) is None:
            stem = _TYPE_IN_NAME.sub("", Path(entry.path).stem)
            target = self._target_folder(entry) / f"{stem}-{kind}.gguf"
            command = Quantize(path=entry.path, target=str(target), quantization=kind)
            self._start(self._slow, JobKind.QUANTIZE, entry, command)

    def cancel(self, entry_id: str) -> None:
        """End the work on a model."""
        job = self.busy_with(entry_id)
        if job is None:
            return
        del self._jobs[job.request_id]
        for client in (self._quick, self._slow):
            client.cancel(job.request_id)
        if job.kind is JobKind.QUANTIZE:
            self._run(lambda: remove_leftovers(self._target_folder(job.entry)))
        self.changed.emit()

    def delete(self, entry_id: str) -> bool:
        """Move a model to the trash; one that is not ours only leaves the list. False: it cannot be deleted."""
        entry = self.entry(entry_id)
        if entry is None or entry.builtin:
            return False
        self.cancel(entry_id)
        for part in entry.parts:
            self._models.forget(part)
        self.entries = [other for other in self.entries if other.id != entry_id]
        self.changed.emit()
        self._run(lambda: self._take_away(entry), self._refresh_after, lambda error: self._kept(entry, error))
        return True

    def undo_delete(self) -> None:
        """Bring back what was deleted last."""
        self._run(self._bring_back, self._refresh_after, self._not_brought_back)

    def _take_away(self, entry: LibraryEntry) -> None:
        """On the thread, as its undoing: ``_deleted`` belongs to it."""
        self._deleted = None
        trashed = [] if entry.linked else move_to_trash(files_of(entry))
        self._deleted = _Deleted(entry, self._library.forget(entry.path), trashed)
        if not entry.linked:
            remove_empty_folders(Path(entry.path), self.folder)

    def _bring_back(self) -> None:
        deleted, self._deleted = self._deleted, None
        if deleted is None:
            return
        try:
            put_back(deleted.trashed)
        except OSError as error:
            raise _UndoError(deleted.entry.name) from error
        self._library.restore(deleted.entry.path, deleted.known)

    def _kept(self, entry: LibraryEntry, error: Exception) -> None:
        self._refresh()
        if not isinstance(error, TrashError):
            raise error
        self._tell(Severity.ERROR, trash_sentence(entry.name))

    def _not_brought_back(self, error: Exception) -> None:
        self._refresh()
        if not isinstance(error, _UndoError):
            raise error
        self._tell(Severity.ERROR, undo_sentence(error.name))

    def _start(self, client: FilesClient, kind: JobKind, entry: LibraryEntry, command: FilesCommand) -> None:
        command = msgspec.structs.replace(command, request_id=new_request_id())
        self._jobs[command.request_id] = Job(kind, entry, command.request_id)
        client.submit(command)
        self.changed.emit()

    def _inspect(self, entry: LibraryEntry) -> None:
        if self.busy_with(entry.id) is None:
            self._start(self._quick, JobKind.INSPECT, entry, Inspect(path=entry.path))

    def _look_at(self, entry: LibraryEntry) -> None:
        """Have a file inspected that is new or has changed; one that keeps changing is being copied, and can wait."""
        now = time.monotonic()
        if now - self._looked_at.get(entry.id, float("-inf")) < GROWING_SECONDS:
            self._later.start()
            return
        self._looked_at[entry.id] = now
        self._inspect(entry)

    def _progressed(self, event: JobProgress) -> None:
        job = self._jobs.get(event.request_id)
        if job is not None:
            self._jobs[event.request_id] = replace(job, done=event.done, total=event.total)
            self.changed.emit()

    def _answered(self, event: AnyFilesEvent) -> None:
        job = self._jobs.pop(event.request_id, None)
        if job is None:
            return
        match event:
            case FileInspected():
                self._inspected(job, event)
            case FileVerified():
                self._verified(job)
            case FileQuantized():
                self._tell(Severity.INFO, quantized_sentence(Path(event.path).name, event.file_bytes))
            case FileFailed():
                self._failed(job, event)
            case _:
                log.info("dropped %s for a job of another kind", type(event).__name__)
        self._refresh()

    def _inspected(self, job: Job, event: FileInspected) -> None:
        if job.kind is JobKind.ADD:  # the scan that follows has it looked at again, with the time that it was changed
            self._run(lambda: self._library.link([event.path]))
        else:
            self._run(lambda: self._library.inspected(job.entry, event))

    def _verified(self, job: Job) -> None:
        self._tell(Severity.INFO, verified_sentence(job.entry.name, compared=bool(job.entry.sha256)))
        if job.entry.problem is not None:
            self._inspect(job.entry)

    def _failed(self, job: Job, event: FileFailed) -> None:
        kept = job.kind is JobKind.INSPECT or (job.kind is JobKind.VERIFY and event.problem in _OF_THE_FILE)
        if kept:
            self._run(lambda: self._library.failed(job.entry, event.problem, event.detail))
        if job.kind is not JobKind.INSPECT:
            self._complain(file_problem(event, job.entry.name))

    def _lost(self, lost: LostJob) -> None:
        job = self._jobs.pop(lost.command.request_id, None)
        if job is None:
            return
        if job.kind is JobKind.INSPECT:
            self._run(lambda: self._library.failed(job.entry, FileProblem.INTERNAL, ""))
        else:
            self._complain(lost_problem(lost.death, job.entry.name))
        self._refresh()

    def _model_changed(self) -> None:
        """A model that was loaded was used just now, wherever it was chosen."""
        if self._models.state is not ModelState.READY:
            self._used = ""
        elif self._models.path != self._used:
            path = self._used = self._models.path
            self._run(lambda: self._library.used(path), self._refresh_after)

    def _run(
        self,
        job: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        if not self._closed:
            self._thread.run(job, on_done, on_error)

    def _refresh(self) -> None:
        """Scan on the thread; whoever asks meanwhile is heard once more after it."""
        if self._scanning:
            self._scan_again = True
            return
        self._scanning = True
        self._run(lambda: (self._library.scan(), disk_free(self.folder)), self._scanned)

    def _refresh_after(self, _: None) -> None:
        self._refresh()

    def _scanned(self, found: tuple[list[LibraryEntry], int]) -> None:
        self._scanning = False
        if self._scan_again:
            self._scan_again = False
            self._refresh()
            return
        entries, self.disk_free = found
        self.entries = [replace(entry, name=starter_name()) if entry.builtin else entry for entry in entries]
        self.changed.emit()
        for entry in self.entries:
            if not entry.fresh:
                self._look_at(entry)

    def _target_folder(self, entry: LibraryEntry) -> Path:
        return self.folder if entry.linked or entry.builtin else Path(entry.path).parent

    def _complain(self, problem: Problem) -> None:
        self._tell(Severity.ERROR, f"{problem.sentence} {problem.advice}".strip())

    def _tell(self, severity: Severity, text: str) -> None:
        self.notice.emit(Notice(severity, text))
