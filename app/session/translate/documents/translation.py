"""The translation of documents: one after the other, behind whatever the person looks at, and on after a crash."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import assert_never

import msgspec
from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from app.chat.store_documents import UnitRecord
from app.session.models.model_session import ModelState
from app.session.notices import Problem
from app.session.translate.documents.document_list import DocumentMeans, problem_of_store
from app.session.translate.documents.job import DocumentJob, JobState, Order, SourceState, look_at
from app.session.translate.documents.reading import DocumentReading
from app.session.translate.documents.run import DocumentRun
from app.session.translate.documents.text import Means
from app.session.translate.documents.wording import file_problem
from app.session.workers.engine_lane import LaneState
from app.translate.advice import Advice, advise
from app.translate.documents.formats import suggested_name
from app.translate.documents.problem import DocumentProblem, ProblemCode
from app.translate.guards import Fault
from app.translate.languages import all_languages, by_code
from app.translate.masking import mask, missing
from app.translate.prompt import Manner
from app.translate.segments import split

log = logging.getLogger(__name__)


class DocumentTranslation(DocumentReading):
    """The queue. ``finished`` has the id of a document that is translated; ``saved`` that of one that was written."""

    finished = Signal(str)
    saved = Signal(str)
    not_saved = Signal(str, object)  # id, Problem

    def __init__(self, with_: DocumentMeans, parent: QObject | None = None) -> None:
        self._running: DocumentRun | None = None
        self._running_job: DocumentJob | None = None
        self._held = False  # the model failed: nothing is begun before somebody wants it
        super().__init__(with_, parent)
        with_.models.changed.connect(self._model_changed)
        with_.lane.changed.connect(self._lane_changed)

    @property
    def waits_for(self) -> LaneState:
        """Why nothing happens: the model loads, or a chat's answer goes first."""
        if self._with.models.state is ModelState.LOADING:
            return LaneState.MODEL_LOADING
        return self._with.lane.state

    @property
    def recommendation(self) -> Advice | None:
        """A better model for the documents that are listed, if there is one."""
        models = self._with.models
        if models.model is None or models.state is not ModelState.READY:
            return None
        for job in self.jobs:
            source, target = by_code(job.order.source), by_code(job.order.target)
            if target is not None and job.total:
                length, starter = job.open_letters, models.is_starter
                found = advise(models.model.parameters, starter=starter, source=source, target=target, length=length)
                if found is not None:
                    return found
        return None

    # --- going on and stopping ---

    @override
    def add(self, paths: Iterable[Path], order: Order) -> list[str]:
        self._held = False
        return super().add(paths, order)

    def pause(self, job_id: str) -> None:
        """Stop a document where it is."""
        job = self.job(job_id)
        if job is not None and job.state.unfinished:
            self._stop(job)
            self._set(job, JobState.PAUSED)
            self._pump()

    def resume(self, job_id: str) -> None:
        """Go on with a document that was paused, or that failed."""
        job = self.job(job_id)
        if job is None or job.state not in {JobState.PAUSED, JobState.FAILED}:
            return
        self._held = False
        self._set(job, JobState.QUEUED if job.total else JobState.READING)
        self.look_again(job_id)
        self._pump()

    def set_languages(self, job_id: str, source: str, target: str) -> None:
        """Translate a document from and into other languages; what the person wrote into the same one stays."""
        job = self.job(job_id)
        if job is None or not job.total or job.storing or (source, target) == _pair(job):
            return
        self._stop(job)
        self._set(job, JobState.PAUSED)  # a crash in between must not leave it half in the one language
        self._with_units(job, lambda: self._begin_anew(job, source, target))

    def _begin_anew(self, job: DocumentJob, source: str, target: str) -> None:
        same = target == job.order.target
        units = [unit if unit.by_person and same else _untranslated(unit) for unit in job.units or []]
        job.order = msgspec.structs.replace(job.order, source=source, target=target)
        job.saved_as = ""
        job.take_units(units)
        self._held = False
        self._store_units(job, lambda: self._go_on_anew(job))

    def _go_on_anew(self, job: DocumentJob) -> None:
        self._set(job, JobState.QUEUED)
        self.units_changed.emit(job.id)
        self._pump()

    def close(self) -> None:
        """Stop; what is translated is kept, and goes on at the next start."""
        if self._running is not None:
            self._running.stop()
        self._held = True
        self._with.reader.close()

    @override
    def _pump(self) -> None:
        super()._pump()
        if self._running_job is not None or self._held or self._with.models.state is ModelState.LOADING:
            return
        job = next((job for job in self.jobs if job.state is JobState.QUEUED and not job.storing), None)
        if job is not None:
            self._running_job = job
            self._set(job, JobState.RUNNING)
            self._with_units(job, lambda: self._begin(job))

    def _begin(self, job: DocumentJob) -> None:
        if self._running_job is not job or self._running is not None:
            return
        means = self._means(job)
        self._running = DocumentRun(job, means, self._with.store, self._with.thread, self._told, self._ended)
        self._running.start()

    def _means(self, job: DocumentJob) -> Means:
        with_, order = self._with, job.order
        glossary = with_.glossary(order.source, order.target)
        return Means(with_.lane, with_.models, with_.memory, _manner(job), glossary, with_.settings)

    def _told(self, job: DocumentJob, place: int) -> None:
        if job.saved_as and not job.unsaved:
            job.unsaved = True
            self._save(job)
        self.unit_changed.emit(job.id, place)
        self._progressed(job)

    def _ended(self, job: DocumentJob, why: Problem | Exception | None) -> None:
        self._running = self._running_job = None
        if why is None:
            self._set(job, JobState.DONE)
            self.finished.emit(job.id)
        else:
            self._held = True
            problem = problem_of_store(why) if isinstance(why, Exception) else why
            log.info("a document could not go on: %s", why)
            self._set(job, JobState.FAILED, problem)
        self._pump()

    @override
    def _stop(self, job: DocumentJob) -> None:
        if job is self._running_job:
            run, self._running, self._running_job = self._running, None, None
            if run is not None:
                run.stop()
            job.state = JobState.QUEUED

    def _model_changed(self) -> None:
        """A model is ready: what another one could not do is tried again."""
        if self._with.models.state is not ModelState.READY:
            return
        if self._held:
            self._held = False
            for job in self.jobs:
                if job.state is JobState.FAILED and job.code is None:
                    self._set(job, JobState.QUEUED)
        self._pump()

    def _lane_changed(self) -> None:
        if self._running_job is not None:
            self._progressed(self._running_job)

    # --- one document on the screen ---

    def open(self, job_id: str) -> None:
        """Load the pieces of a document, which come with ``units_changed``, and look at its file."""
        job = self.job(job_id)
        if job is not None:
            self._with_units(job, lambda: None)
            self.look_again(job_id)

    def edit(self, job_id: str, place: int, text: str) -> None:
        """Take the person's own translation of a piece, now and, where it is one sentence, the next time.

        A placeholder or tag that it lacks is marked: the person may not have meant that.
        """
        job = self.job(job_id)
        if job is None or job.units is None:
            return
        lost = missing(text, mask(job.units[place].text).kept)
        marks = [Fault.LOST_PLACEHOLDER.value] if lost else []
        unit = msgspec.structs.replace(job.units[place], translation=text, marks=marks, by_person=True)
        self._put(job, place, unit, self._remembered(job, unit))

    def _put(self, job: DocumentJob, place: int, unit: UnitRecord, sentences: dict[str, str]) -> None:
        job.put(place, unit)
        if job.kept:
            self._with.store.run(lambda store: store.save_units(job.id, {place: unit}, sentences), None, self._not_done)
        self._told(job, place)

    def _remembered(self, job: DocumentJob, unit: UnitRecord) -> dict[str, str]:
        """Remember a translation by the person; return what is to be kept of it."""
        sentences = [one.text for one in split(unit.text, job.order.source) if one.translate]
        if len(sentences) != 1 or sentences[0] != unit.text.strip() or not unit.translation:
            return {}
        means = self._means(job)
        key = means.key(sentences[0])
        means.memory.put(key, unit.translation)
        return {key.digest: unit.translation} if means.keeps else {}

    # --- writing ---

    def suggested_path(self, job_id: str) -> Path:
        """Return where a translation would be saved: where it was saved last, else beside its source."""
        job = self.job(job_id)
        if job is None:
            return Path()
        return Path(job.saved_as) if job.saved_as else job.path.with_name(suggested_name(job.path, job.order.target))

    def save(self, job_id: str, target: Path) -> None:
        """Write the translation as far as it is there; ``saved`` or ``not_saved`` comes later."""
        job = self.job(job_id)
        if job is not None and not job.saving:
            job.saving = True
            self.job_changed.emit(job_id)
            self._with_units(job, lambda: self._look_before(job, target))

    def _look_before(self, job: DocumentJob, target: Path) -> None:
        path, mark = job.path, job.mark
        self._with.thread.run(
            lambda: (look_at(path, mark), _same_file(path, target)),
            lambda found: self._write(job, target, found[0], itself=found[1]),
        )

    def _write(self, job: DocumentJob, target: Path, state: SourceState, *, itself: bool) -> None:
        job.source_state = state
        if state is not SourceState.SAME or itself:
            self._not_written(job, self._refusal(state))
            return
        texts = {unit.id: unit.translation for unit in job.units or [] if unit.translation is not None}
        columns, language = frozenset(job.order.columns), job.order.target
        self._with.reader.write(
            job.path, target, texts, columns, language, lambda problem: self._written(job, target, problem)
        )

    def _written(self, job: DocumentJob, target: Path, problem: DocumentProblem | None) -> None:
        if problem is not None:
            self._not_written(job, file_problem(problem.code, problem.detail))
            return
        job.saving, job.saved_as, job.unsaved = False, str(target), False
        self._save(job)
        self.job_changed.emit(job.id)
        self.saved.emit(job.id)

    def _not_written(self, job: DocumentJob, problem: Problem) -> None:
        job.saving = False
        self.job_changed.emit(job.id)
        self.not_saved.emit(job.id, problem)

    def _refusal(self, state: SourceState) -> Problem:
        """Return why nothing is written."""
        match state:
            case SourceState.GONE:
                return file_problem(ProblemCode.GONE)
            case SourceState.CHANGED:
                return Problem(
                    self.tr("The document has changed since it was read."),
                    self.tr("Read it again: what stayed the same keeps its translation."),
                )
            case SourceState.SAME:
                return Problem(
                    self.tr("This is the document itself."), self.tr("Choose another name for the translation.")
                )
            case other:
                assert_never(other)


def _pair(job: DocumentJob) -> tuple[str, str]:
    return job.order.source, job.order.target


def _untranslated(unit: UnitRecord) -> UnitRecord:
    return msgspec.structs.replace(unit, translation=None, marks=[], by_person=False)


def _manner(job: DocumentJob) -> Manner:
    order = job.order
    target = by_code(order.target) or all_languages()[0]
    return Manner(
        by_code(order.source) if order.source else None, target, order.tone, order.style, order.domain, order.think
    )


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
