"""Documents come in: their files are read, tables ask for their columns, languages are found out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject
from typing_extensions import override

from app.chat.store_documents import UnitRecord
from app.session.translate.documents.document_list import DocumentList, DocumentMeans, problem_of_store
from app.session.translate.documents.job import (
    DocumentJob,
    FileMark,
    JobState,
    Order,
    SourceState,
    carried_over,
    look_at,
    mark_of,
)
from app.session.translate.documents.wording import file_problem
from app.session.translate.manner import other_than, own_language
from app.translate.detect import MAX_CHARS, detect
from app.translate.documents.kinds import ReadDocument
from app.translate.documents.problem import DocumentProblem, problem_of
from app.translate.languages import by_code

STORED_AT_ONCE = 2000
"""Pieces in one commit: an answer that is being written waits no longer than for these."""


class _Taken(msgspec.Struct, frozen=True):
    """A document as the other thread returns it."""

    units: list[UnitRecord]
    source: str


class DocumentReading(DocumentList):
    """Reads one document at a time, in their order."""

    def __init__(self, with_: DocumentMeans, parent: QObject | None = None) -> None:
        super().__init__(with_, parent)
        self._reading: DocumentJob | None = None

    def add(self, paths: Iterable[Path], order: Order) -> list[str]:
        """Queue documents and return their ids. ``order.source`` "" is found out for each."""
        kept = self._with.settings.current.translate_history
        added = [DocumentJob(path, order, kept=kept) for path in paths]
        self.jobs += added
        for job in added:
            self._save(job)
        self.changed.emit()
        self._pump()
        return [job.id for job in added]

    def choose_columns(self, job_id: str, columns: Iterable[int]) -> None:
        """Translate these columns of a table."""
        job, chosen = self.job(job_id), sorted(set(columns))
        if job is not None and chosen and job.state is JobState.CHOOSING:
            job.order = msgspec.structs.replace(job.order, columns=chosen)
            self._set(job, JobState.READING)
            self._pump()

    def read_again(self, job_id: str) -> None:
        """Read a file that has changed; texts that are still in it keep their translations."""
        job = self.job(job_id)
        if job is not None and job.state is not JobState.READING:
            self._stop(job)
            self._with_units(job, lambda: self._read_again(job))

    def _read_again(self, job: DocumentJob) -> None:
        self._set(job, JobState.READING)
        self._pump()

    def look_again(self, job_id: str) -> None:
        """Look whether a document's file is what it was; ``source_state`` says it after ``job_changed``."""
        job = self.job(job_id)
        if job is not None and job.mark.sha256:
            path, mark = job.path, job.mark
            self._with.thread.run(lambda: look_at(path, mark), lambda state: self._looked(job, state))

    def _looked(self, job: DocumentJob, state: SourceState) -> None:
        if state is not job.source_state:
            job.source_state = state
            self.job_changed.emit(job.id)

    # --- one document ---

    @override
    def _pump(self) -> None:
        super()._pump()
        if self._reading is not None or not self.loaded:
            return
        job = next((job for job in self.jobs if job.state is JobState.READING), None)
        if job is not None:
            self._reading = job
            self._with_units(job, lambda: self._look_first(job))

    def _look_first(self, job: DocumentJob) -> None:
        path = job.path
        self._with.thread.run(
            lambda: mark_of(path), lambda mark: self._read(job, mark), lambda error: self._unread(job, error)
        )

    def _read(self, job: DocumentJob, mark: FileMark) -> None:
        columns = frozenset(job.order.columns)
        self._with.reader.read(job.path, columns, lambda outcome: self._take_outcome(job, mark, outcome))

    def _unread(self, job: DocumentJob, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self._refuse(job, problem_of(error))

    def _take_outcome(self, job: DocumentJob, mark: FileMark, outcome: ReadDocument | DocumentProblem) -> None:
        job.mark = mark
        if isinstance(outcome, DocumentProblem):
            self._refuse(job, outcome)
        elif outcome.columns and not job.order.columns and len(outcome.columns) > 1:
            job.columns = outcome.columns
            self._read_done(job, JobState.CHOOSING)
        elif outcome.columns and not job.order.columns:
            job.order = msgspec.structs.replace(job.order, columns=[outcome.columns[0].index])
            self._read(job, mark)
        else:
            self._prepare(job, outcome)

    def _refuse(self, job: DocumentJob, problem: DocumentProblem) -> None:
        job.code = problem.code
        self._reading = None
        if job.state is JobState.READING:
            self._set(job, JobState.FAILED, file_problem(problem.code, problem.detail))
        self._pump()

    def _read_done(self, job: DocumentJob, state: JobState) -> None:
        self._reading = None
        job.source_state = SourceState.SAME
        if job.state is JobState.READING:  # it may have been paused meanwhile
            self._set(job, state)
        else:
            self._save(job)
        self.units_changed.emit(job.id)
        self._pump()

    def _prepare(self, job: DocumentJob, document: ReadDocument) -> None:
        before, source = job.units or [], job.order.source or document.language
        preferred = [code for code in (*self._with.settings.current.translate_recent, own_language()) if code]
        self._with.thread.run(
            lambda: _taken(document, before, source, preferred), lambda found: self._take_units(job, found)
        )

    def _take_units(self, job: DocumentJob, found: _Taken) -> None:
        target = job.order.target
        if found.source == target:  # a pair of languages turns round by itself
            target = other_than(target, self._with.settings.current.translate_recent)
        job.order = msgspec.structs.replace(job.order, source=found.source, target=target)
        job.take_units(found.units)
        self._store_units(job, lambda: self._read_done(job, JobState.QUEUED))

    def _store_units(self, job: DocumentJob, then: Callable[[], None], first: int = 0) -> None:
        """Keep all pieces, some thousand at a time; the document does not go on before."""
        job.storing = job.kept and first < len(job.units or [])
        if not job.storing:
            then()
            return
        part = (job.units or [])[first : first + STORED_AT_ONCE]
        self._with.store.run(
            lambda store: store.add_units(job.id, part, first),
            lambda _: self._store_units(job, then, first + STORED_AT_ONCE),
            lambda error: self._not_stored(job, error),
        )

    def _not_stored(self, job: DocumentJob, error: Exception) -> None:
        job.storing = False
        if self._reading is job:
            self._reading = None
        self._set(job, JobState.FAILED, problem_of_store(error))


def _taken(document: ReadDocument, before: list[UnitRecord], source: str, preferred: list[str]) -> _Taken:
    """Make pieces of what was read, and find out their language; not on the window's thread."""
    units = carried_over(document.units, before)
    language = by_code(source) if source else None
    if language is not None:
        return _Taken(units, language.code)
    guesses = detect(_sample(document), preferred)
    return _Taken(units, guesses[0].code if guesses else "")


def _sample(document: ReadDocument) -> str:
    """Return enough of the text to tell its language."""
    texts: list[str] = []
    length = 0
    for unit in document.units:
        texts.append(unit.text)
        length += len(unit.text) + 1
        if length > MAX_CHARS:
            break
    return "\n".join(texts)
