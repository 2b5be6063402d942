"""``TranslateSession`` as the page uses it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance

from app.session.notices import Problem
from app.session.translate.rows import Row
from app.session.workers.engine_lane import LaneState
from app.translate.advice import Advice
from app.translate.joining import Joined
from app.translate.languages import Language
from app.translate.prompt import Style, Tone


class Translating(Protocol):
    """A text and its translation, sentence by sentence."""

    source: str
    source_language: str
    target_language: str
    rows: list[Row]
    detected: Language | None
    problem: Problem | None
    tone: Tone
    style: Style
    domain: str
    think_harder: bool

    @property
    def changed(self) -> SignalInstance: ...

    @property
    def segment_changed(self) -> SignalInstance: ...

    @property
    def back_changed(self) -> SignalInstance: ...

    @property
    def explained(self) -> SignalInstance: ...

    @property
    def notice(self) -> SignalInstance: ...

    @property
    def language(self) -> Language | None: ...

    @property
    def looks_like(self) -> Language | None: ...

    @property
    def target(self) -> Language: ...

    @property
    def recent_languages(self) -> Sequence[str]: ...

    @property
    def joined(self) -> Joined: ...

    @property
    def target_text(self) -> str: ...

    @property
    def busy(self) -> bool: ...

    @property
    def stopped(self) -> bool: ...

    @property
    def busy_beside(self) -> bool: ...

    @property
    def waits_for(self) -> LaneState: ...

    @property
    def recommendation(self) -> Advice | None: ...

    def set_source(self, text: str) -> None: ...

    def swap(self) -> None: ...

    def set_tone(self, tone: Tone) -> None: ...

    def set_domain(self, domain: str) -> None: ...

    def set_think_harder(self, think: bool) -> None: ...

    def more_literal(self) -> None: ...

    def more_natural(self) -> None: ...

    def stop(self) -> None: ...

    def go_on(self) -> None: ...

    def alternatives(self, index: int) -> None: ...

    def choose_alternative(self, index: int, text: str) -> None: ...

    def edit(self, index: int, text: str) -> None: ...

    def back_translate(self) -> None: ...

    def review(self) -> None: ...

    def explain(self, word: str, index: int) -> None: ...
