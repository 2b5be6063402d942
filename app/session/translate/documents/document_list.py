"""The documents in the person's order, as they are kept between two runs of Parley."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from app.chat.errors import StoreError
from app.chat.store import ConversationStore
from app.chat.store_documents import DocumentRecord, UnitRecord
from app.session.keeping.store_access import StoreAccess
from app.session.keeping.undo import UNDO_SECONDS, UndoWindow
from app.session.models.model_session import ModelSession
from app.session.notices import Notice, NoticeAction, Problem, Severity
from app.session.tasks import BackgroundThread
from app.session.translate.documents.job import DocumentJob, JobState, job_of, record_of
from app.session.translate.documents.wording import file_problem
from app.session.wording import problem_for, store_problem
from app.session.workers.engine_lane import EngineLane
from app.settings.store import SettingsStore
from app.translate.documents.kinds import ReadDocument
from app.translate.documents.problem import DocumentProblem
from app.translate.glossary import Glossary
from app.translate.memory import SegmentMemory

log = logging.getLogger(__name__)

TELL_MS = 100
"""Progress is told so often, however fast pieces come."""

ReadDone = Callable[[ReadDocument | DocumentProblem], None]
WriteDone = Callable[[DocumentProblem | None], None]


class Reads(Protocol):
    """``TranslateReader``: opens documents where a crash hurts nobody."""

    def read(self, path: Path, columns: frozenset[int], done: ReadDone) -> None:
        """Read the texts of a document."""

    def write(
        self,
        source: Path,
        target: Path,
        texts: Mapping[str, str],
        columns: frozenset[int],
        language: str,
        done: WriteDone,
    ) -> None:
        """Write a document with other texts."""

    def close(self) -> None:
        """Stop."""


class DocumentMeans(msgspec.Struct, frozen=True):
    """What the queue needs of the rest. ``glossary`` returns that of two languages' codes, ``memory`` is the page's."""

    lane: EngineLane
    models: ModelSession
    store: StoreAccess
    settings: SettingsStore
    thread: BackgroundThread
    reader: Reads
    memory: SegmentMemory
    glossary: Callable[[str, str], Glossary | None]


class DocumentList(QObject):
    """``changed``: other rows or another order; ``job_changed`` has an id; ``unit_changed`` an id and a place."""

    changed = Signal()
    job_changed = Signal(str)
    unit_changed = Signal(str, int)
    units_changed = Signal(str)  # all of them: loaded, or read again
    notice = Signal(object)

    def __init__(self, with_: DocumentMeans, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._with = with_
        self.jobs: list[DocumentJob] = []
        self.loaded = False
        self._told_of: set[str] = set()  # jobs whose progress is still to be told
        self._tell_soon = QTimer(self, singleShot=True, interval=TELL_MS)
        self._tell_soon.timeout.connect(self._tell_now)
        self._removed: UndoWindow[DocumentJob] = UndoWindow(self, self._erase)
        with_.store.run(_left, self._take_records, self._not_done)

    def job(self, job_id: str) -> DocumentJob | None:
        """Return a row."""
        return next((job for job in self.jobs if job.id == job_id), None)

    def move(self, job_id: str, position: int) -> None:
        """Put a row at ``position``, counted from 0."""
        job = self.job(job_id)
        if job is not None:
            self.jobs.remove(job)
            self.jobs.insert(max(0, min(position, len(self.jobs))), job)
            self._keep_order()
            self.changed.emit()

    def remove(self, job_id: str) -> None:
        """Take a row out of the list; what was translated of it can come back for a minute. No file is touched."""
        job = self.job(job_id)
        if job is None:
            return
        self._stop(job)
        place = self.jobs.index(job)
        self.jobs.remove(job)
        self._removed.keep(job_id, job)
        if job.kept:
            self._with.store.run(lambda store: store.delete_documents(job_id), None, self._not_done)
        words = self.tr("“{name}” was removed from the list.").format(name=job.name)
        undo = NoticeAction.UNDO
        self.notice.emit(Notice(Severity.INFO, words, undo, job_id, lambda: self.undo_remove(job_id, place)))
        self.changed.emit()
        self._pump()

    def undo_remove(self, job_id: str, place: int = 0) -> None:
        """Bring a removed row back."""
        job = self._removed.take(job_id)
        if job is None:
            return
        self.jobs.insert(min(place, len(self.jobs)), job)
        if job.kept:
            self._with.store.run(lambda store: store.undelete_documents(job_id), None, self._not_done)
            self._keep_order()
        self.changed.emit()
        self._pump()

    def forget_finished(self) -> None:
        """Remove all that is translated, without undo; no file is touched."""
        self.jobs = [job for job in self.jobs if job.state is not JobState.DONE]
        self._with.store.run(lambda store: store.forget_documents(JobState.DONE.value), None, self._not_done)
        self.changed.emit()

    # --- for the rest of the queue ---

    def _pump(self) -> None:
        """Do what can be done next."""

    def _stop(self, job: DocumentJob) -> None:
        """Leave a document as it is, so that it can go on later."""

    def _set(self, job: DocumentJob, state: JobState, problem: Problem | None = None) -> None:
        """Change a row's state, here and on the disk."""
        job.state, job.problem = state, problem
        if state is not JobState.FAILED:
            job.code = None
        self._save(job)
        self.job_changed.emit(job.id)

    def _progressed(self, job: DocumentJob) -> None:
        """Tell of a row's progress in a moment."""
        self._told_of.add(job.id)
        if not self._tell_soon.isActive():
            self._tell_soon.start()

    def _tell_now(self) -> None:
        told, self._told_of = self._told_of, set()
        for job_id in told:
            self.job_changed.emit(job_id)

    def _save(self, job: DocumentJob, then: Callable[[], None] | None = None) -> None:
        if job.kept:
            record = record_of(job)
            done = (lambda _: then()) if then is not None else None
            self._with.store.run(lambda store: store.save_document(record), done, self._not_done)
        elif then is not None:
            then()

    def _keep_order(self) -> None:
        ids = [job.id for job in self.jobs if job.kept]
        self._with.store.run(lambda store: store.order_documents(ids), None, self._not_done)

    def _with_units(self, job: DocumentJob, then: Callable[[], None]) -> None:
        """Do something once the pieces of a document are loaded."""
        if job.units is not None or not job.kept:
            then()
            return

        def take(units: list[UnitRecord]) -> None:
            if job.units is None:
                job.take_units(units)
                self.units_changed.emit(job.id)
            then()

        self._with.store.run(lambda store: store.document_units(job.id), take, self._not_done)

    def _take_records(self, records: list[DocumentRecord]) -> None:
        self.jobs = [*map(job_of, records), *self.jobs]
        for job in self.jobs:
            if job.code is not None:
                job.problem = file_problem(job.code)
        self.loaded = True
        self.changed.emit()
        self._pump()

    def _erase(self) -> None:
        self._with.store.run(lambda store: store.purge_documents(older_than=UNDO_SECONDS))

    def _not_done(self, error: Exception) -> None:
        log.warning("documents could not be read or kept: %s", error)
        self.notice.emit(Notice(Severity.ERROR, problem_of_store(error).sentence))


def _left(store: ConversationStore) -> list[DocumentRecord]:
    """Return what the last run left; what was removed in it cannot come back any more."""
    store.purge_documents(older_than=0)
    return store.documents()


def problem_of_store(error: Exception) -> Problem:
    """Return what to say when something could not be kept."""
    return store_problem(error) if isinstance(error, StoreError) else problem_for("internal")
