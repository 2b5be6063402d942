"""Exporting and importing conversations in the background, one at a time, with progress.

Files are written and read on a thread of its own; the store's thread is asked for one conversation after the other, so
that a chat goes on meanwhile.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal

from app.chat.errors import StoreError
from app.chat.exporting.api import ExportFormat, ExportOptions
from app.chat.importing.report import ImportReport
from app.session.keeping.store_access import StoreAccess
from app.session.keeping.transfer_wording import export_problem, export_words, import_problem
from app.session.notices import Problem
from app.session.tasks import BackgroundThread
from app.session.wording import problem_for

if TYPE_CHECKING:
    from app.chat.exporting.run import Draw, ExportReport
    from app.chat.store import ConversationStore

log = logging.getLogger(__name__)

T = TypeVar("T")
LOOK_MS = 100
_WAIT_SECONDS = 0.2


class TransferState(StrEnum):
    """What is being done."""

    IDLE = "idle"
    EXPORTING = "exporting"
    IMPORTING = "importing"


class TransferSession(QObject):
    """Make it when first needed. After an import read the list of conversations again (``imported``)."""

    changed = Signal()
    exported = Signal(object)  # ExportReport
    imported = Signal(object)  # ImportReport, also when it stopped half way
    failed = Signal(object)  # Problem

    def __init__(self, store: StoreAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._thread: BackgroundThread | None = None
        self._job = _Job(store)
        self.state = TransferState.IDLE
        self.progress = 0.0  # 0 to 1
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether something is under way; another export or import is ignored until it ends."""
        return self.state is not TransferState.IDLE

    def export(
        self,
        ids: Sequence[str],
        format: ExportFormat,  # noqa: A002 - the word for it
        path: Path,
        *,
        thoughts: bool = True,
        draw: AbstractContextManager[Draw] | None = None,
    ) -> None:
        """Write conversations into the file ``path``; several go into one archive, except as JSON.

        ``draw`` makes a PDF of a conversation's title and HTML, on the session's thread; it is entered there and left.
        """
        if self.busy or not ids:
            return
        options = ExportOptions(export_words(), thoughts)
        job = self._begin(TransferState.EXPORTING)
        self._run(lambda: job.export(list(ids), format, path, options, draw), self._exported, self._export_failed)

    def import_file(self, path: Path) -> None:
        """Read a file, an archive, or a folder of files."""
        if self.busy:
            return
        job = self._begin(TransferState.IMPORTING)
        self._run(lambda: job.bring(path), lambda report: self._imported(path, report), self._import_failed)

    def find_conversations(self, paths: Sequence[Path], done: Callable[[list[Path]], None]) -> None:
        """Tell ``done`` which of these files begin with a conversation that can be imported."""
        self._run(lambda: _holding_conversations(paths), done, lambda error: self.failed.emit(_fault(error)))

    def cancel(self) -> None:
        """Stop. An export leaves no file; what was imported stays."""
        self._job.stopped.set()

    def close(self) -> None:
        """Stop and end the thread; before the store is closed."""
        self.cancel()
        self._timer.stop()
        if self._thread is not None:
            self._thread.close()

    def _begin(self, state: TransferState) -> _Job:
        self._job = _Job(self._store)
        self.state, self.progress = state, 0.0
        self._timer.start()
        self.changed.emit()
        return self._job

    def _run(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        if self._thread is None:
            self._thread = BackgroundThread("transfer", self)
        self._thread.run(job, done, failed)

    def _look(self) -> None:
        if self.progress != self._job.progress:
            self.progress = self._job.progress
            self.changed.emit()

    def _end(self) -> None:
        self._timer.stop()
        self.state = TransferState.IDLE
        self.changed.emit()

    def _exported(self, report: ExportReport | None) -> None:
        self._end()
        if report is not None:
            self.exported.emit(report)

    def _imported(self, path: Path, report: ImportReport) -> None:
        self._end()
        self.imported.emit(report)
        if report.failure is not None:
            self.failed.emit(import_problem(report.failure, path.name))

    def _export_failed(self, error: Exception) -> None:
        log.warning("an export failed: %s", type(error).__name__)
        self._fail(export_problem(error) if isinstance(error, OSError | StoreError) else _fault(error))

    def _import_failed(self, error: Exception) -> None:
        self._fail(_fault(error))

    def _fail(self, problem: Problem) -> None:
        self._end()
        self.failed.emit(problem)


def _fault(error: Exception) -> Problem:
    log.error("a fault while conversations were moved", exc_info=error)
    return problem_for("internal")


class _Job:
    """One export or import, on the transfer's thread. ``progress`` and ``stopped`` are all that others touch."""

    def __init__(self, store: StoreAccess) -> None:
        self._store = store
        self.progress = 0.0
        self.stopped = threading.Event()

    def export(
        self,
        ids: list[str],
        kind: ExportFormat,
        path: Path,
        options: ExportOptions,
        draw: AbstractContextManager[Draw] | None,
    ) -> ExportReport | None:
        """Return what was written, None when it was stopped."""
        from app.chat.exporting.run import ExportOrder, export  # noqa: PLC0415 - not on the window's thread
        from app.chat.importing.run import CancelledError  # noqa: PLC0415

        try:
            with draw or nullcontext() as drawing:
                return export(ExportOrder(ids, kind, path, options, drawing), self._call, self._went_on)
        except CancelledError:
            return None

    def bring(self, path: Path) -> ImportReport:
        """Return what was imported."""
        from app.chat.importing.run import import_path  # noqa: PLC0415

        return import_path(path, self._call, self._went_on)

    def _went_on(self, done: float) -> None:
        from app.chat.importing.run import CancelledError  # noqa: PLC0415

        self.progress = done
        if self.stopped.is_set():
            raise CancelledError

    def _call(self, job: Callable[[ConversationStore], T]) -> T:
        """Run a job on the store's thread and wait for it, unless it is to stop."""
        answers: queue.SimpleQueue[tuple[T | None, Exception | None]] = queue.SimpleQueue()
        self._store.run(lambda store: answers.put(_outcome(job, store)))
        while True:
            try:
                value, error = answers.get(timeout=_WAIT_SECONDS)
            except queue.Empty:
                self._went_on(self.progress)
                continue
            if error is not None:
                raise error
            return cast("T", value)


def _holding_conversations(paths: Sequence[Path]) -> list[Path]:
    from app.chat.importing.sources import holds_conversations  # noqa: PLC0415 - not on the window's thread

    return [path for path in paths if holds_conversations(path)]


def _outcome(job: Callable[[ConversationStore], T], store: ConversationStore) -> tuple[T | None, Exception | None]:
    try:
        return job(store), None
    except Exception as error:  # noqa: BLE001 - a task boundary: whoever asked gets it
        return None, error
