"""One text of a document on its way through the model: its sentences one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import msgspec

from app.chat.store_documents import UnitRecord
from app.engine.api import StopReason
from app.session.models.model_session import ModelSession
from app.session.notices import Problem
from app.session.translate.manner import is_simple, memory_key, reads_context
from app.session.workers.engine_lane import EngineLane, LaneJob
from app.settings.store import SettingsStore
from app.translate.context import before
from app.translate.glossary import Glossary
from app.translate.guards import QUIET, Fault
from app.translate.joining import join
from app.translate.memory import MemoryKey, SegmentMemory
from app.translate.prompt import Manner
from app.translate.segments import Segment, split
from app.translate.task import SentenceTask


class Means(msgspec.Struct, frozen=True):
    """With what the sentences of one document are translated."""

    lane: EngineLane
    models: ModelSession
    memory: SegmentMemory
    wanted: Manner
    glossary: Glossary | None
    settings: SettingsStore

    @property
    def keeps(self) -> bool:
        """Whether sentences are kept on disk, and looked for there."""
        return self.settings.current.translate_history

    @property
    def manner(self) -> Manner:
        """As it is wanted, for the model that is loaded now."""
        return msgspec.structs.replace(self.wanted, simple=is_simple(self.models.model))

    def key(self, text: str) -> MemoryKey:
        """Return under what a sentence is remembered."""
        return self.keys()(text)

    def keys(self) -> Callable[[str], MemoryKey]:
        """Return what says that of many sentences, for the model of now; any thread may call it."""
        return partial(memory_key, manner=self.manner, glossary=self.glossary, model=self.models.model)


class Cut(msgspec.Struct, frozen=True):
    """A piece of a document in its sentences. ``digests``: under what each may be known, "" what is not translated."""

    place: int
    segments: list[Segment]
    digests: list[str]


def cut(texts: Sequence[tuple[int, str]], language: str, key: Callable[[str], MemoryKey]) -> list[Cut]:
    """Cut pieces, given by their places; not on the window's thread."""
    found = [(place, split(text, language)) for place, text in texts]
    return [
        Cut(place, segments, [key(one.text).digest if one.translate else "" for one in segments])
        for place, segments in found
    ]


class TextTranslation:
    """``go_on`` begins; when it returns False the rest comes later, by ``on_done`` or ``on_failed``."""

    def __init__(
        self,
        piece: Cut,
        means: Means,
        on_done: Callable[[TextTranslation], None],
        on_failed: Callable[[Problem], None],
    ) -> None:
        self._piece, self._segments, self._means = piece, piece.segments, means
        self._on_done, self._on_failed = on_done, on_failed
        self._targets: list[str] = []
        self._faults: set[Fault] = set()
        self._job: LaneJob | None = None
        self.asked = False  # the model, for any of it
        self.sentences: dict[str, str] = {}
        """New translations by digest, to be kept."""

    def go_on(self) -> bool:
        """Translate up to the first sentence that needs the model; return whether there was none."""
        while len(self._targets) < len(self._segments):
            segment, digest = self._segments[len(self._targets)], self._piece.digests[len(self._targets)]
            known = self._means.memory.get_digest(digest) if segment.translate else segment.text
            if known is None:
                self._begin(segment.text)
                return False
            self._targets.append(known)
        return True

    def cancel(self) -> None:
        """Stop; nothing comes any more."""
        job, self._job = self._job, None
        if job is not None:
            self._means.lane.cancel(job)

    def result(self, unit: UnitRecord) -> UnitRecord:
        """Return the piece with its translation."""
        text = join(self._segments, self._targets, self._means.wanted.target).text
        marks = [fault.value for fault in Fault if fault in self._faults - QUIET]
        return msgspec.structs.replace(unit, translation=text, marks=marks, by_person=False)

    def _begin(self, text: str) -> None:
        terms = self._means.glossary.matches(text) if self._means.glossary else []
        known = before(self._segments, len(self._targets)) if reads_context(self._means.models.model) else ""
        self._ask(text, SentenceTask(text, self._means.manner, terms, before=known))

    def _ask(self, text: str, task: SentenceTask) -> None:
        self.asked = True
        self._job = LaneJob(
            task.request(), on_done=partial(self._answered, text, task), on_failed=self._failed, urgent=False
        )
        self._means.lane.submit(self._job)

    def _answered(self, text: str, task: SentenceTask, raw: str, reason: StopReason) -> None:
        task.judge(raw, reason)
        if task.done is None:
            self._ask(text, task)
            return
        self._job = None
        self._targets.append(task.done.text)
        self._faults.update(task.done.faults)
        if not task.done.serious:
            key = self._means.key(text)
            self._means.memory.put(key, task.done.text)
            self.sentences[key.digest] = task.done.text
        if self.go_on():
            self._on_done(self)

    def _failed(self, problem: Problem) -> None:
        self._job = None
        self._on_failed(problem)
