"""A working stand-in for the translation's session: sentences become capitals, when the test lets them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from app.chat.conversation import new_id
from app.chat.store_translations import HistoryEntry
from app.session.notices import Problem
from app.session.translate.rows import Row, RowState, merged
from app.session.workers.engine_lane import LaneState
from app.translate.advice import Advice
from app.translate.glossary import Glossary, from_csv, tidy, to_csv
from app.translate.joining import Joined, join
from app.translate.languages import Language, all_languages, by_code
from app.translate.prompt import Style, Tone
from app.translate.segments import split


class FakeTranslate(QObject):
    """``finish`` translates what waits; ``grow`` shows a part of one sentence."""

    changed = Signal()
    segment_changed = Signal(int)
    back_changed = Signal()
    explained = Signal(str, str)
    notice = Signal(object)
    history_changed = Signal()
    glossaries_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.source = ""
        self.source_language, self.target_language = "", "de"
        self.rows: list[Row] = []
        self.detected: Language | None = None
        self.looks_like: Language | None = None
        self.problem: Problem | None = None
        self.tone, self.style, self.domain, self.think_harder = Tone.DEFAULT, Style.DEFAULT, "", False
        self.recent_languages: Sequence[str] = ["de", "ar"]
        self.waits_for = LaneState.IDLE
        self.recommendation: Advice | None = None
        self.busy_beside = self.stopped = False
        self.glossary: Glossary | None = None
        self.history: list[HistoryEntry] = []
        self.history_enabled = True
        self.asked: list[str] = []
        self.searched: list[tuple[str, bool]] = []

    @property
    def language(self) -> Language | None:
        return by_code(self.source_language) if self.source_language else self.detected

    @property
    def target(self) -> Language:
        return by_code(self.target_language) or all_languages()[0]

    @property
    def joined(self) -> Joined:
        return join([row.source for row in self.rows], [row.target for row in self.rows], self.target)

    @property
    def target_text(self) -> str:
        return self.joined.text

    @property
    def busy(self) -> bool:
        return any(row.open for row in self.rows)

    def set_source(self, text: str) -> None:
        self.source = text
        self.detected = by_code("en") if text.strip() else None
        self.rows, _ = merged(self.rows, split(text, "en"))
        self.changed.emit()

    def finish(self) -> None:
        for index, row in enumerate(self.rows):
            if row.open:
                self.put(index, row.source.text.upper())
        self.changed.emit()

    def put(self, index: int, text: str, state: RowState = RowState.DONE) -> None:
        self.rows[index].target, self.rows[index].state = text, state
        self.segment_changed.emit(index)

    def swap(self) -> None:
        self.asked.append("swap")

    def set_tone(self, tone: Tone) -> None:
        self.tone = tone
        self.changed.emit()

    def set_domain(self, domain: str) -> None:
        self.domain = domain
        self.changed.emit()

    def set_think_harder(self, think: bool) -> None:
        self.think_harder = think
        self.changed.emit()

    def more_literal(self) -> None:
        self.asked.append("literal")

    def more_natural(self) -> None:
        self.asked.append("natural")

    def stop(self) -> None:
        self.asked.append("stop")
        self.stopped = True
        self.changed.emit()

    def go_on(self) -> None:
        self.asked.append("go on")
        self.stopped = False
        self.changed.emit()

    def alternatives(self, index: int) -> None:
        self.rows[index].alternatives = ["One", "Two"]
        self.segment_changed.emit(index)

    def choose_alternative(self, index: int, text: str) -> None:
        self.put(index, text)

    def edit(self, index: int, text: str) -> None:
        self.put(index, text)

    def back_translate(self) -> None:
        for row in self.rows:
            row.back = row.target.lower()
        self.back_changed.emit()

    def review(self) -> None:
        self.asked.append("review")

    def explain(self, word: str, index: int) -> None:
        self.asked.append(f"explain {word} {index}")
        self.busy_beside = True

    def search_history(self, text: str, *, starred: bool = False) -> None:
        self.searched.append((text, starred))

    def star(self, entry_id: str) -> None:
        self.history = [
            msgspec.structs.replace(one, starred=one.starred ^ (one.id == entry_id)) for one in self.history
        ]
        self.history_changed.emit()

    def remove(self, entry_id: str) -> None:
        self.history = [one for one in self.history if one.id != entry_id]
        self.history_changed.emit()

    def open_entry(self, entry_id: str) -> None:
        self.set_source(next(one.source for one in self.history if one.id == entry_id))

    def clear_history(self) -> None:
        self.history = []
        self.history_changed.emit()

    def save_glossary(self, pairs: Sequence[tuple[str, str]]) -> None:
        self.glossary = Glossary(id=new_id(), source="en", target=self.target.code, terms=tidy(pairs))
        self.glossaries_changed.emit()

    def import_glossary(self, file: Path) -> int:
        terms = from_csv(file.read_bytes(), "en", self.target.code)
        here = self.glossary.terms if self.glossary else []
        self.save_glossary([(term.source, term.target) for term in [*here, *terms]])
        return len(terms)

    def export_glossary(self, file: Path) -> None:
        assert self.glossary is not None
        file.write_bytes(to_csv(self.glossary))


def entry(source: str, target: str, **values: object) -> HistoryEntry:
    """Return something that was translated."""
    plain: dict[str, object] = {"id": new_id(), "source_language": "en", "target_language": "de", "updated_at": 1e9}
    return msgspec.convert(plain | {"source": source, "target": target} | values, HistoryEntry)
