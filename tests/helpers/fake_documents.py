"""A queue of documents that a test drives by hand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from app.chat.store_documents import UnitRecord
from app.session.notices import Problem
from app.session.translate.documents.job import DocumentJob, JobState, Order, SourceState
from app.session.workers.engine_lane import LaneState
from app.translate.advice import Advice
from app.translate.guards import Fault


class FakeDocuments(QObject):
    """``listed`` puts a document in; ``asked`` says what was wanted of which."""

    changed = Signal()
    job_changed = Signal(str)
    unit_changed = Signal(str, int)
    units_changed = Signal(str)
    saved = Signal(str)
    not_saved = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[DocumentJob] = []
        self.waits_for = LaneState.IDLE
        self.recommendation: Advice | None = None
        self.asked: list[tuple[object, ...]] = []

    def listed(
        self, name: str, state: JobState = JobState.DONE, pairs: Iterable[tuple[str, str | None]] = ()
    ) -> DocumentJob:
        job = DocumentJob(Path("/documents") / name, Order("en", "de"), id=name, state=state)
        units = [
            UnitRecord(id=str(place), text=text, where=f"{place + 1}", translation=translation)
            for place, (text, translation) in enumerate(pairs)
        ]
        if units:
            job.take_units(units)
        self.jobs.append(job)
        self.changed.emit()
        return job

    def doubt(self, job: DocumentJob, place: int) -> None:
        assert job.units is not None
        job.put(place, msgspec.structs.replace(job.units[place], marks=[Fault.LOST_NUMBER.value]))
        self.unit_changed.emit(job.id, place)
        self.job_changed.emit(job.id)

    def set(self, job: DocumentJob, state: JobState, problem: Problem | None = None) -> None:
        job.state, job.problem = state, problem
        self.job_changed.emit(job.id)

    def job(self, job_id: str) -> DocumentJob | None:
        return next((job for job in self.jobs if job.id == job_id), None)

    def add(self, paths: Iterable[Path], order: Order) -> list[str]:
        files = list(paths)
        self.asked.append(("add", [path.name for path in files], order))
        for path in files:
            self.listed(path.name, JobState.READING)
        return [path.name for path in files]

    def choose_columns(self, job_id: str, columns: Iterable[int]) -> None:
        self.asked.append(("columns", job_id, list(columns)))

    def read_again(self, job_id: str) -> None:
        job = self.job(job_id)
        assert job is not None
        job.source_state = SourceState.SAME
        self.asked.append(("read again", job_id))
        self.job_changed.emit(job_id)

    def set_languages(self, job_id: str, source: str, target: str) -> None:
        self.asked.append(("languages", job_id, source, target))

    def pause(self, job_id: str) -> None:
        self._state(job_id, JobState.PAUSED)

    def resume(self, job_id: str) -> None:
        self._state(job_id, JobState.RUNNING)

    def _state(self, job_id: str, state: JobState) -> None:
        job = self.job(job_id)
        assert job is not None
        self.set(job, state)

    def move(self, job_id: str, position: int) -> None:
        job = self.job(job_id)
        assert job is not None
        self.jobs.remove(job)
        self.jobs.insert(position, job)
        self.changed.emit()

    def remove(self, job_id: str) -> None:
        self.jobs = [job for job in self.jobs if job.id != job_id]
        self.changed.emit()

    def open(self, job_id: str) -> None:
        self.asked.append(("open", job_id))

    def edit(self, job_id: str, place: int, text: str) -> None:
        job = self.job(job_id)
        assert job is not None
        assert job.units is not None
        job.put(place, msgspec.structs.replace(job.units[place], translation=text, marks=[], by_person=True))
        self.unit_changed.emit(job_id, place)
        self.job_changed.emit(job_id)

    def suggested_path(self, job_id: str) -> Path:
        return Path("/documents") / f"{job_id}.en"

    def save(self, job_id: str, target: Path) -> None:
        job = self.job(job_id)
        assert job is not None
        job.saved_as = str(target)
        self.saved.emit(job_id)
