"""Opens documents for translation, one after another, each in a process that ends with it."""

from __future__ import annotations

import os
import signal
import stat
import uuid
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer

from app.documents.api import WALL_SECONDS
from app.session.tasks import BackgroundThread
from app.session.workers.worker_process import DeathKind, WorkerDeath, WorkerProcess
from app.system.child import worker_command
from app.system.files import take_place
from app.system.logs import fresh_log
from app.translate.documents.api import (
    CHARACTERS_AT_ONCE,
    WORKER,
    AnyTranslateEvent,
    TranslateCommand,
    TranslateFailed,
    TranslateRead,
    TranslateReadDone,
    TranslateTexts,
    TranslateUnits,
    TranslateWrite,
    TranslateWritten,
)
from app.translate.documents.kinds import ReadDocument
from app.translate.documents.problem import DocumentProblem, ProblemCode, problem_of
from app.translate.documents.unit import Unit

PATIENCE_SECONDS = WALL_SECONDS + 15  # the worker ends itself before
SIGXCPU = getattr(signal, "SIGXCPU", 24)
Last = TranslateReadDone | TranslateWritten | TranslateFailed


class _Job(msgspec.Struct):
    """One document on its way; ``end`` gets how it ended, and the units that came."""

    commands: Callable[[], Iterator[TranslateCommand]]
    end: Callable[[Last, list[Unit]], None]
    units: list[Unit] = []
    last: Last | None = None


class TranslateReader(QObject):
    """Calls ``done`` once for every ``read`` and ``write``, on the window's thread, unless it is closed before."""

    def __init__(self, logs: Path, thread: BackgroundThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logs, self._thread = logs, thread
        self._jobs: deque[_Job] = deque()
        self._process: WorkerProcess[AnyTranslateEvent] | None = None
        self._closed = False
        self._deadline = QTimer(self, singleShot=True, interval=PATIENCE_SECONDS * 1000)
        self._deadline.timeout.connect(self._give_up)

    @property
    def process_id(self) -> int:
        """The system's number for the worker, 0 while there is none."""
        return self._process.process_id if self._process else 0

    def read(self, path: Path, columns: frozenset[int], done: Callable[[ReadDocument | DocumentProblem], None]) -> None:
        """Read a document's texts; of a table, those in ``columns``."""
        order = TranslateRead(path=os.fsencode(path), columns=sorted(columns))

        def end(last: Last, units: list[Unit]) -> None:
            match last:
                case TranslateReadDone():
                    done(ReadDocument(last.kind, units, last.columns, last.language))
                case TranslateFailed() | TranslateWritten():
                    done(_problem(last))

        self._queue(_Job(lambda: iter([order]), end))

    def write(
        self,
        source: Path,
        target: Path,
        texts: Mapping[str, str],
        columns: frozenset[int],
        language: str,
        done: Callable[[DocumentProblem | None], None],
    ) -> None:
        """Write ``source`` to ``target`` with these texts. ``target`` is the old file or the new one, never a half."""
        temporary = target.with_name(f".{uuid.uuid4().hex}.new")
        order = TranslateWrite(
            source=os.fsencode(source), target=os.fsencode(temporary), columns=sorted(columns), language=language
        )

        def end(last: Last, _units: list[Unit]) -> None:
            problem = None if isinstance(last, TranslateWritten) else _problem(last)
            self._thread.run(
                lambda: _settled(temporary, source, target, problem), done, lambda error: done(_of_system(error))
            )

        self._queue(_Job(lambda: _with_texts(order, texts), end))

    def close(self) -> None:
        """Stop; nothing more is called."""
        self._closed = True
        self._jobs.clear()
        self._deadline.stop()
        process, self._process = self._process, None
        if process is not None:
            process.end(0)

    def _queue(self, job: _Job) -> None:
        self._jobs.append(job)
        if len(self._jobs) == 1:
            self._start()

    def _start(self) -> None:
        log = fresh_log(self._logs, WORKER)
        process = WorkerProcess(self, worker_command(WORKER), log, AnyTranslateEvent, self._hear, self._ended)
        self._process = process
        self._deadline.start()
        process.start()
        self._feed(process, self._jobs[0].commands())

    def _feed(self, process: WorkerProcess[AnyTranslateEvent], commands: Iterator[TranslateCommand]) -> None:
        """Send one message after the other, with the window's own work between them: a book is 30 of them."""
        if process is not self._process:
            return
        command = next(commands, None)
        if command is None:
            process.close_input()
        else:
            process.write(command)
            QTimer.singleShot(0, self, lambda: self._feed(process, commands))

    def _hear(self, event: AnyTranslateEvent) -> None:
        if not self._jobs:
            return
        if isinstance(event, TranslateUnits):
            self._jobs[0].units += event.units
        else:
            self._jobs[0].last = event

    def _ended(self, death: WorkerDeath) -> None:
        self._process = None
        self._deadline.stop()
        if self._closed:
            return
        job = self._jobs.popleft()
        if self._jobs:
            self._start()
        job.end(job.last or _failed(death), job.units)

    def _give_up(self) -> None:
        if self._process is not None:
            self._process.kill(DeathKind.HUNG)


def _with_texts(order: TranslateWrite, texts: Mapping[str, str]) -> Iterator[TranslateCommand]:
    yield order
    portion: dict[str, str] = {}
    characters = 0
    for unit, text in texts.items():
        portion[unit] = text
        characters += len(text)
        if characters >= CHARACTERS_AT_ONCE:
            yield TranslateTexts(texts=portion)
            portion, characters = {}, 0
    yield TranslateTexts(texts=portion)


def _settled(temporary: Path, source: Path, target: Path, problem: DocumentProblem | None) -> DocumentProblem | None:
    """Let what was written take its place, or clear it away."""
    try:
        if problem is None:
            take_place(temporary, target, stat.S_IMODE(source.stat().st_mode))
    finally:
        temporary.unlink(missing_ok=True)
    return problem


def _of_system(error: Exception) -> DocumentProblem:
    if not isinstance(error, OSError):
        raise error
    return problem_of(error)


def _problem(last: Last) -> DocumentProblem:
    if isinstance(last, TranslateFailed):
        return DocumentProblem(last.code, last.detail)
    return DocumentProblem(ProblemCode.DAMAGED, f"answered {type(last).__name__}")


def _failed(death: WorkerDeath) -> TranslateFailed:
    """Say what a worker that left without a word died of."""
    if death.kind is DeathKind.HUNG or (death.kind is DeathKind.CRASHED and death.code == SIGXCPU):
        return TranslateFailed(code=ProblemCode.TOO_LARGE, detail="too slow")
    return TranslateFailed(code=ProblemCode.DAMAGED, detail=death.log_tail[-400:])
