"""Reads files that a person attaches, one after another, each in a process that ends with it."""

from __future__ import annotations

import signal
import stat
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.documents.api import (
    MAX_FILE_BYTES,
    WALL_SECONDS,
    WORKER,
    AnyDocumentEvent,
    DocumentFailed,
    DocumentProblem,
    DocumentProgress,
    DocumentRead,
)
from app.session.tasks import BackgroundThread
from app.session.workers.worker_process import DeathKind, WorkerDeath, WorkerProcess
from app.system.child import worker_command
from app.system.logs import fresh_log

PATIENCE_SECONDS = WALL_SECONDS + 15  # the worker ends itself before
SIGXCPU = getattr(signal, "SIGXCPU", 24)
Outcome = DocumentRead | DocumentFailed


@dataclass(frozen=True)
class _Job:
    id: str
    path: Path


class DocumentReader(QObject):
    """``finished`` comes once for every ``read`` that is not dropped."""

    measured = Signal(str, int)  # job, bytes of the file
    progressed = Signal(str, int, int)  # job, pages done, pages in all
    finished = Signal(str, object)  # job, DocumentRead or DocumentFailed

    def __init__(self, logs: Path, thread: BackgroundThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logs = logs
        self._thread = thread
        self._jobs: deque[_Job] = deque()
        self._process: WorkerProcess[AnyDocumentEvent] | None = None
        self._last: Outcome | None = None
        self._deadline = QTimer(self, singleShot=True, interval=PATIENCE_SECONDS * 1000)
        self._deadline.timeout.connect(self._give_up)

    @property
    def process_id(self) -> int:
        """The system's number for the worker, 0 while there is none."""
        return self._process.process_id if self._process else 0

    def set_patience(self, seconds: float) -> None:
        """Wait so long for a file to be read."""
        self._deadline.setInterval(int(seconds * 1000))

    def read(self, job: str, path: Path) -> None:
        """Read a file; the answer comes with this id."""
        self._jobs.append(_Job(job, path))
        if len(self._jobs) == 1:
            self._look()

    def drop(self, job: str) -> None:
        """Do not read it, or stop reading it; nothing comes for it."""
        current = bool(self._jobs) and self._jobs[0].id == job
        self._jobs = deque(other for other in self._jobs if other.id != job)
        if current:
            self._end_process()
            self._look()

    def close(self) -> None:
        """Stop reading."""
        self._jobs.clear()
        self._end_process()

    def _look(self) -> None:
        """See what the first file is, on the thread: its disk may be slow or gone."""
        if self._jobs:
            job = self._jobs[0]
            self._thread.run(
                lambda: _size(job.path),
                lambda found: self._looked(job, found),
                lambda error: self._looked(job, DocumentFailed(problem=DocumentProblem.UNREADABLE, detail=str(error))),
            )

    def _looked(self, job: _Job, found: int | DocumentFailed) -> None:
        if not self._jobs or self._jobs[0] is not job:
            return
        if isinstance(found, DocumentFailed):
            self._finish(found)
            return
        self.measured.emit(job.id, found)
        self._last = None
        # The whole name would stand in the system's list of processes.
        command = [*worker_command(WORKER), f"file{job.path.suffix}" if job.path.suffix else job.path.name]
        log = fresh_log(self._logs, WORKER)
        self._process = WorkerProcess(self, command, log, AnyDocumentEvent, self._hear, self._ended)
        self._process.take_input(job.path)
        self._deadline.start()
        self._process.start()

    def _hear(self, event: AnyDocumentEvent) -> None:
        if isinstance(event, DocumentProgress):
            if self._jobs:
                self.progressed.emit(self._jobs[0].id, event.done, event.total)
        else:
            self._last = event

    def _ended(self, death: WorkerDeath) -> None:
        self._process = None
        self._deadline.stop()
        self._finish(self._last or DocumentFailed(problem=_problem_of(death), detail=death.log_tail[-400:]))

    def _finish(self, outcome: Outcome) -> None:
        job = self._jobs.popleft()
        self._look()
        self.finished.emit(job.id, outcome)

    def _give_up(self) -> None:
        if self._process is not None:
            self._process.kill(DeathKind.HUNG)

    def _end_process(self) -> None:
        self._deadline.stop()
        process, self._process = self._process, None
        if process is not None:
            process.end(0)


def _size(path: Path) -> int | DocumentFailed:
    """Return a file's bytes, or why it is not even tried. A pipe would block whoever opens it."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return DocumentFailed(problem=DocumentProblem.MISSING)
    except OSError as error:
        return DocumentFailed(problem=DocumentProblem.UNREADABLE, detail=error.strerror or "")
    if not stat.S_ISREG(found.st_mode):
        return DocumentFailed(problem=DocumentProblem.NO_FILE)
    if found.st_size > MAX_FILE_BYTES:
        return DocumentFailed(problem=DocumentProblem.TOO_LARGE, detail=str(found.st_size))
    return found.st_size or DocumentFailed(problem=DocumentProblem.EMPTY)


def _problem_of(death: WorkerDeath) -> DocumentProblem:
    """Say what a worker that left without a word died of."""
    if death.kind is DeathKind.NOT_STARTED:
        return DocumentProblem.UNREADABLE  # it starts with the file open: this one cannot be opened
    if death.kind is DeathKind.HUNG or (death.kind is DeathKind.CRASHED and death.code == SIGXCPU):
        return DocumentProblem.TOO_SLOW
    return DocumentProblem.CRASHED
