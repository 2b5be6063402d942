"""One document that is being translated: what was ordered, how far it is, whether its file is still the same."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import msgspec

from app.chat.conversation import new_id
from app.chat.store_documents import DocumentRecord, UnitRecord
from app.session.notices import Problem
from app.translate.documents.problem import ProblemCode
from app.translate.documents.unit import Column, Unit
from app.translate.prompt import Style, Tone

log = logging.getLogger(__name__)


class JobState(StrEnum):
    """Where a document is."""

    READING = "reading"
    CHOOSING = "choosing"  # a table: the person says which columns
    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"

    @property
    def unfinished(self) -> bool:
        """Whether it goes on by itself after a restart."""
        return self in {JobState.READING, JobState.QUEUED, JobState.RUNNING}


UNFINISHED = tuple(state.value for state in JobState if state.unfinished)


class SourceState(StrEnum):
    """What became of a document's file since it was read."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


class Order(msgspec.Struct, frozen=True):
    """How a document is to be translated. Languages are codes, ``source`` "" until it is detected."""

    target: str
    source: str = ""
    tone: Tone = Tone.DEFAULT
    style: Style = Style.DEFAULT
    domain: str = ""
    think: bool = False
    columns: list[int] = []


class FileMark(msgspec.Struct, frozen=True):
    """By what a file is known again: bytes, nanoseconds, hexadecimal digits."""

    size: int = 0
    modified: int = 0
    sha256: str = ""


@dataclass(eq=False)
class DocumentJob:
    """One row of the queue. ``units`` None: not loaded from the store; the counts are known all the same."""

    path: Path
    order: Order
    id: str = field(default_factory=new_id)
    state: JobState = JobState.READING
    source_state: SourceState = SourceState.SAME
    mark: FileMark = field(default_factory=FileMark)
    problem: Problem | None = None
    code: ProblemCode | None = None  # what ``problem`` says in words
    saved_as: str = ""
    unsaved: bool = False  # there is something that ``saved_as`` has not
    kept: bool = True  # on disk, so that it outlives Parley
    total: int = 0
    done: int = 0
    marked: int = 0
    units: list[UnitRecord] | None = None
    columns: list[Column] = field(default_factory=list)  # while CHOOSING
    saving: bool = False  # the translation, to a file
    storing: bool = False  # all pieces anew, in the store
    open_letters: int = 0  # of the units that are not translated
    asked_letters: int = 0  # that the model translated in ``asked_seconds``
    asked_seconds: float = 0.0

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    @property
    def seconds_left(self) -> float | None:
        """How long it takes at this speed; None while that is not known."""
        if self.state is not JobState.RUNNING or not self.asked_letters:
            return None
        return self.open_letters * self.asked_seconds / self.asked_letters

    @property
    def problem_code(self) -> str:
        """What is stored of the problem. A model's is not: after a restart it may be gone."""
        return self.code.value if self.code is not None else ""

    def take_units(self, units: list[UnitRecord]) -> None:
        """Have these pieces from now on."""
        self.units = units
        self.total = len(units)
        self.done = sum(unit.translation is not None for unit in units)
        self.marked = sum(bool(unit.marks) for unit in units)
        self.open_letters = sum(len(unit.text) for unit in units if unit.translation is None)

    def put(self, place: int, unit: UnitRecord) -> None:
        """Exchange a piece."""
        if self.units is None:
            return
        before, self.units[place] = self.units[place], unit
        for one, sign in ((before, -1), (unit, 1)):
            self.done += sign * (one.translation is not None)
            self.marked += sign * bool(one.marks)
            self.open_letters += sign * len(one.text) * (one.translation is None)


def job_of(record: DocumentRecord) -> DocumentJob:
    """Return a document as the last run of Parley left it: what ran goes on."""
    try:
        order = msgspec.json.decode(record.order, type=Order)
    except (msgspec.DecodeError, UnicodeDecodeError):
        log.warning("the order of a document is unreadable")
        order = Order("en")
    state, code = _state_of(record), ProblemCode(record.problem) if record.problem in set(ProblemCode) else None
    if (state is JobState.FAILED and code is None) or (state is JobState.DONE and record.done < record.units):
        state = JobState.QUEUED  # a model failed, or the last pieces could not be stored
    if not record.units and state in {JobState.QUEUED, JobState.CHOOSING, JobState.DONE}:
        state = JobState.READING
    job = DocumentJob(Path(record.path), order, record.id, state, saved_as=record.saved_as, code=code)
    job.mark = FileMark(record.size, record.modified, record.sha256)
    job.unsaved = record.unsaved
    job.total, job.done, job.marked = record.units, record.done, record.marked
    return job


def _state_of(record: DocumentRecord) -> JobState:
    if record.state not in set(JobState):
        return JobState.PAUSED
    state = JobState(record.state)
    return JobState.QUEUED if state is JobState.RUNNING else state


def record_of(job: DocumentJob) -> DocumentRecord:
    """Return what is stored of a document, without its pieces."""
    return DocumentRecord(
        id=job.id,
        path=str(job.path),
        state=job.state.value,
        order=msgspec.json.encode(job.order).decode(),
        size=job.mark.size,
        modified=job.mark.modified,
        sha256=job.mark.sha256,
        problem=job.problem_code,
        saved_as=job.saved_as,
        unsaved=job.unsaved,
    )


def mark_of(path: Path) -> FileMark:
    """Read a file and return by what it is known again; not on the window's thread. Raises OSError."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    found = path.stat()
    return FileMark(found.st_size, found.st_mtime_ns, digest)


def look_at(path: Path, mark: FileMark) -> SourceState:
    """Return whether a file is still what it was; it is only read when its size or time differ."""
    try:
        found = path.stat()
        if (found.st_size, found.st_mtime_ns) == (mark.size, mark.modified):
            return SourceState.SAME
        return SourceState.SAME if mark_of(path).sha256 == mark.sha256 else SourceState.CHANGED
    except OSError:
        return SourceState.GONE


def carried_over(units: list[Unit], before: list[UnitRecord]) -> list[UnitRecord]:
    """Return pieces that were read, with the translations that the same texts had before, in the order they came."""
    known: dict[str, list[UnitRecord]] = {}
    for one in reversed(before):
        if one.translation is not None:
            known.setdefault(one.text, []).append(one)
    return [_carried(unit, known.get(unit.text, [])) for unit in units]


def _carried(unit: Unit, known: list[UnitRecord]) -> UnitRecord:
    fresh = UnitRecord(id=unit.id, text=unit.text, where=unit.where)
    if not known:
        return fresh
    old = known.pop() if len(known) > 1 else known[0]
    return msgspec.structs.replace(old, id=unit.id, where=unit.where)
