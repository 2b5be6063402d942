"""A text and its translation as the window sees them: languages, rows, and what follows from a change of either."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.chat.rows import clean
from app.session.keeping.store_access import StoreAccess
from app.session.models.model_session import ModelSession, ModelState
from app.session.notices import Problem
from app.session.tasks import BackgroundThread
from app.session.translate.manner import is_simple, memory_key, other_than, own_language
from app.session.translate.rows import OpenRows, Row, RowState, merged
from app.session.workers.engine_lane import EngineLane, LaneState
from app.settings.store import SettingsStore
from app.translate.advice import Advice, advise
from app.translate.alike import alike_at_ends
from app.translate.detect import Guess, detect, is_clearly
from app.translate.glossary import Glossary
from app.translate.joining import Joined, join
from app.translate.languages import Language, all_languages, by_code
from app.translate.memory import MemoryKey, SegmentMemory
from app.translate.prompt import Manner, Style, Tone
from app.translate.segments import Segment, split

SETTLE_MS = 300
"""So long a sentence that is being typed is left alone."""

MAX_WAIT_MS = 1200
"""But not longer than this while the typing goes on."""

SURE = 0.6
"""So probable a language is said to be detected."""

RECENT = 8


@dataclass(frozen=True)
class Collaborators:
    """What a translation needs of the rest."""

    lane: EngineLane
    models: ModelSession
    store: StoreAccess
    settings: SettingsStore
    thread: BackgroundThread  # for detection and cutting; not the store's


@dataclass(frozen=True)
class _Prepared:
    """A text as the background thread returns it."""

    version: int
    guesses: list[Guess]
    segments: list[Segment]
    looks_like: str = ""  # another language than the chosen one


class TranslateState(QObject):
    """Source, target, and the rows between them. Whoever changes something reads what came of it after ``changed``."""

    changed = Signal()
    segment_changed = Signal(int)
    notice = Signal(object)

    def __init__(self, with_: Collaborators, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane, self._models, self._store = with_.lane, with_.models, with_.store
        self._settings, self._thread = with_.settings, with_.thread
        self.memory = SegmentMemory()
        self.source = ""
        self.rows: list[Row] = []
        self._open_rows = OpenRows()
        self._like: MemoryKey | None = None  # what digests of rows were made with last
        self.detected: Language | None = None
        self._looks_like = ""
        self.problem: Problem | None = None
        self.tone, self.style, self.domain, self.think_harder = Tone.DEFAULT, Style.DEFAULT, "", False
        self.glossary: Glossary | None = None
        self.tokens_used = 0
        settings = with_.settings.current
        self._source_language = settings.translate_source
        self._target_language = settings.translate_target or _usual_target()
        self._version = 0
        self._preparing = self._corrected = self._replaced = False
        self._hot: Row | None = None  # the sentence that is being typed
        self._settle = self._timer(SETTLE_MS, self._cool)
        self._settle_at_last = self._timer(MAX_WAIT_MS, self._cool)
        with_.lane.changed.connect(self.changed)

    # --- languages ---

    @property
    def source_language(self) -> str:
        """The chosen code; "" detects."""
        return self._source_language

    @source_language.setter
    def source_language(self, code: str) -> None:
        """Choose; whoever does so for this text knows better than any detection."""
        self._corrected = bool(code)
        if code and code == self._target_language:
            self._target_language = self._other_than(code)
        self._choose(code, self._target_language)

    @property
    def target_language(self) -> str:
        """The code of the language to translate into."""
        return self._target_language

    @target_language.setter
    def target_language(self, code: str) -> None:
        self._corrected = True
        source = self._source_language
        if source == code:
            source = self._target_language
        self._choose(source, code)

    @property
    def language(self) -> Language | None:
        """The source's language: the chosen one, else the detected."""
        return by_code(self._source_language) if self._source_language else self.detected

    @property
    def looks_like(self) -> Language | None:
        """What the text clearly is in, when another language was chosen for the texts before it."""
        return None if self._corrected else by_code(self._looks_like)

    @property
    def target(self) -> Language:
        """The language to translate into."""
        return by_code(self._target_language) or all_languages()[0]

    @property
    def recent_languages(self) -> list[str]:
        """Codes that were used, newest first."""
        return list(self._settings.current.translate_recent)

    def swap(self) -> None:
        """Turn the direction round; what was the translation becomes the text."""
        text, think, version = self.target_text, self.think_harder, self._version
        other = self.language.code if self.language else self._other_than(self._target_language)
        self._source_language, self._target_language = self._target_language, other
        self._remember_languages()
        self._forget_targets()
        if text.strip():
            self.set_source(text)
            self.think_harder = think  # the same text, from its other side
        self._corrected = True
        if self._version == version:
            self._prepare()

    def _choose(self, source: str, target: str) -> None:
        if (source, target) != (self._source_language, self._target_language):
            self._source_language, self._target_language = source, target
            self._remember_languages()
            self._glossary_wanted()
            self._forget_targets()
            self._prepare()

    def _remember_languages(self) -> None:
        used = [code for code in (self._target_language, self.language.code if self.language else "") if code]
        before = self._settings.current.translate_recent
        recent = [*used, *(code for code in before if code not in used)][:RECENT]
        self._settings.change(
            translate_source=self._source_language, translate_target=self._target_language, translate_recent=recent
        )

    def _other_than(self, code: str) -> str:
        """Return the other language of the pair in use."""
        return other_than(code, self._settings.current.translate_recent)

    # --- the text ---

    def set_source(self, text: str) -> None:
        """Translate this instead. The latest text wins; sentences that did not change are left alone."""
        text = clean(text)
        if text == self.source and not self._replaced:
            return
        self._replaced = not _continues(self.source, text)
        if self._replaced:
            self._corrected = False
            self.think_harder = self.think_harder and not self.source.strip()  # was meant for the text that goes
            self._text_replaced()
        self.source = text
        self._prepare()

    def _text_replaced(self) -> None:
        """Another text begins."""

    def _glossary_wanted(self) -> None:
        """The pair of languages has changed."""

    def _prepare(self) -> None:
        """Cut the text on the other thread. One at a time: what is typed meanwhile is cut afterwards, once."""
        self._version += 1
        if self._preparing:
            return
        self._preparing = True
        version, text, chosen = self._version, self.source, self._source_language
        preferred = [code for code in (*self._settings.current.translate_recent, own_language()) if code]
        self._thread.run(
            lambda: _prepared(version, text, chosen, preferred), self._take_prepared, self._preparation_failed
        )

    def _preparation_failed(self, error: Exception) -> None:
        self._preparing = False
        raise error

    def _take_prepared(self, found: _Prepared) -> None:
        self._preparing = False
        if found.version != self._version:
            self._prepare()
            return
        self._looks_like = found.looks_like
        self._take_guesses(found.guesses)
        self._glossary_wanted()
        was_empty = not self.rows
        self.rows, fresh = merged(self.rows, found.segments)
        self._open_rows = self._open_rows.followed_by(fresh, self.rows)
        if not self.source.strip():
            self.problem = None
        self._recall(self._open_rows)
        self._warm_up([row for row in fresh if row.open], typed=not (was_empty or self._replaced))
        self._replaced = False
        self.changed.emit()
        self._rows_changed()

    def _take_guesses(self, guesses: list[Guess]) -> None:
        best = guesses[0] if guesses else None
        if best is None:
            self.detected = self.detected if self.source.strip() and not self._replaced else None
            return
        if best.probability >= SURE or self.detected is None or self._replaced:
            self.detected = by_code(best.code)
        if self._corrected or self.detected is None:
            return
        target, source = self._target_language, self._source_language
        if self.detected.code == target and (not source or (best.probability > 0.85 and source != target)):
            self._flip(source or self._other_than(target))
            if source:
                self._prepare()  # it was cut as a text in the other language

    def _flip(self, new_target: str) -> None:
        """The text is in the language that would be translated into: the pair turns round."""
        if self._source_language:
            self._source_language = self._target_language
        self._target_language = new_target
        self._remember_languages()
        self._glossary_wanted()
        self._forget_targets()

    def _forget_targets(self) -> None:
        """All rows are to be translated anew."""
        for row in self.rows:
            if row.source.translate:
                row.target, row.state, row.marks, row.alternatives = "", RowState.WAITING, [], []
                row.by_person = False
        self._open_rows = OpenRows(self.rows)

    def _warm_up(self, fresh: list[Row], *, typed: bool) -> None:
        """A single sentence that has just changed is probably still being typed."""
        if not typed or len(fresh) != 1:
            self._hot = None
            return
        self._hot = fresh[0]
        self._settle.start()
        if not self._settle_at_last.isActive():
            self._settle_at_last.start()

    def _cool(self) -> None:
        self._hot = None
        self._settle.stop()
        self._settle_at_last.stop()
        self._rows_changed()

    def _rows_changed(self) -> None:
        """Rows may wait for their translation."""

    def _recall(self, rows: Iterable[Row]) -> None:
        """Take what was translated before."""
        wanted = [row for row in rows if row.source.translate]
        for row, digest in zip(wanted, self._digests(wanted), strict=True):
            known = self.memory.get_digest(digest)
            if known is not None:
                row.target, row.state, row.marks = known, RowState.DONE, []

    def key(self, text: str) -> MemoryKey:
        """Return what the translation of a sentence depends on."""
        return memory_key(text, self.manner, self.glossary, self._models.model)

    def _digests(self, rows: Sequence[Row]) -> list[str]:
        """Return what sentences are remembered under; made once for a row while it is translated in the same way."""
        like = self.key("")
        if like != self._like:
            self._like = like
        new = [row for row in rows if row.digest_of is not self._like]
        for row, digest in zip(new, like.digests(row.source.text for row in new), strict=True):
            row.digest, row.digest_of = digest, self._like
        return [row.digest for row in rows]

    @property
    def manner(self) -> Manner:
        """Everything about the translation but the text."""
        simple = is_simple(self._models.model)
        return Manner(self.language, self.target, self.tone, self.style, self.domain, self.think_harder, simple)

    # --- reading ---

    @property
    def joined(self) -> Joined:
        """The whole translation, and where each row lies in it."""
        return join([row.source for row in self.rows], [row.target for row in self.rows], self.target)

    @property
    def target_text(self) -> str:
        """The whole translation as far as it is there."""
        return self.joined.text

    @property
    def preparing(self) -> bool:
        """Whether the text is being cut into rows; they belong to an earlier one until then."""
        return self._preparing

    @property
    def busy(self) -> bool:
        """Whether a row is still to be translated."""
        return bool(self._open_rows)

    @property
    def waits_for(self) -> LaneState:
        """Why nothing happens although rows wait: the model loads, or a chat's answer goes first."""
        return self._lane.state

    @property
    def recommendation(self) -> Advice | None:
        """A better model for this pair and this text, if there is one."""
        model = self._models.model
        if model is None or self._models.state is not ModelState.READY:
            return None
        starter, length = self._models.is_starter, len(self.source)
        return advise(model.parameters, starter=starter, source=self.language, target=self.target, length=length)

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(slot)
        return timer


def _prepared(version: int, text: str, chosen: str, preferred: list[str]) -> _Prepared:
    guesses = detect(text, preferred) if text.strip() else []
    language = chosen or (guesses[0].code if guesses else "")
    best = guesses[0].code if guesses else ""
    other = best if chosen and best != chosen and is_clearly(text, {best}, chosen) else ""
    return _Prepared(version, guesses, split(text, language), other)


def _continues(old: str, new: str) -> bool:
    """Whether one text is the other with a change in one place, rather than another text."""
    if not old.strip():
        return False
    same = sum(alike_at_ends(old, new))
    return same * 2 >= min(len(old), len(new)) and same > 0


def _usual_target() -> str:
    return own_language()
