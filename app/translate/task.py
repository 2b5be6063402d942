"""One sentence on its way through a model: what is asked, what came back, whether to ask once more. No Qt."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import msgspec

from app.engine.api import StopReason
from app.translate.context import says_more
from app.translate.guards import SERIOUS, Fault, check, clean
from app.translate.masking import MarkForm, mask, missing, unmask, unmask_growing
from app.translate.prompt import SEED, Manner, Request, request


class Translated(msgspec.Struct, frozen=True):
    """A sentence's translation, and what is wrong with it."""

    text: str
    faults: list[Fault] = []

    @property
    def serious(self) -> int:
        """How many faults are worth another try."""
        return len(SERIOUS.intersection(self.faults))


class SentenceTask:
    """Ask with ``request``, tell what came with ``judge``; while ``done`` is None, ask again."""

    def __init__(
        self, text: str, manner: Manner, terms: Sequence[tuple[str, str]] = (), seed: int = SEED, before: str = ""
    ) -> None:
        """``before``: the sentences before it, for the first try alone."""
        self._source, self._manner, self._terms, self._seed = text, manner, list(terms), seed
        self._before = before
        form = MarkForm.NUMBERS if manner.simple else MarkForm.SIGNS
        self._masked = mask(unicodedata.normalize("NFC", text), form)
        self._first: Translated | None = None
        self.done: Translated | None = None

    def request(self) -> Request:
        """Return what to ask. The second try shows the model what the first had hidden, and draws otherwise."""
        if self._first is None:
            return request(self._masked.text, self._manner, self._terms, before=self._before, seed=self._seed)
        plain = unmask(self._masked.text, self._masked.kept, self._masked.first).text
        return request(plain, self._manner, self._terms, kept=self._masked.kept, seed=self._seed + 100)

    def growing(self, raw: str) -> str:
        """Return what can be shown of an answer that is still being written."""
        kept = self._masked.kept if self._first is None else []
        return unmask_growing(clean(raw, self._source), kept, self._masked.first)

    def judge(self, raw: str, reason: StopReason) -> None:
        """Take an answer. Nothing, or the better of two, is then ``done``."""
        found = self._judged(raw, reason)
        if self._first is None and found.serious:
            self._first = found
        elif self._first is None or found.serious < self._first.serious:
            self.done = self._shown(found)
        else:
            self.done = self._shown(self._first)

    def _shown(self, found: Translated) -> Translated:
        """What is no translation at all gives way to the source, with its mark."""
        hopeless = not {Fault.LOOP, Fault.TOO_LONG, Fault.EMPTY}.isdisjoint(found.faults)
        return Translated(self._source, found.faults) if hopeless else found

    def _came_along(self, text: str) -> bool:
        source = self._manner.source
        return says_more(self._masked.text, text, source.code if source else "", self._manner.target.code)

    def _judged(self, raw: str, reason: StopReason) -> Translated:
        text, kept = clean(raw, self._source), self._masked.kept
        along = False
        if self._first is None:
            along = bool(self._before) and self._came_along(text)
            shown = unmask(text, kept, self._masked.first)
            text, lost = shown.text, shown.lost
        else:
            lost = missing(text, kept)
        manner = self._manner
        faults = check(self._source, text, manner.target, manner.source, self._terms)
        faults += [Fault.LOST_PLACEHOLDER] if lost and Fault.LOST_PLACEHOLDER not in faults else []
        faults += [Fault.CHATTER] if along and Fault.CHATTER not in faults else []
        faults += [Fault.CUT] if reason in {StopReason.MAX_TOKENS, StopReason.CONTEXT_FULL} else []
        return Translated(in_its_lines(text, self._source), faults)


def reviewed(source: str, raw: str, reason: StopReason, manner: Manner, terms: Sequence[tuple[str, str]]) -> Translated:
    """Judge what came of a review. Asked once: whoever gets a serious fault keeps what was there before."""
    text = in_its_lines(clean(raw, source), source)
    faults = check(source, text, manner.target, manner.source, terms)
    faults += [Fault.LOST_PLACEHOLDER] if missing(text, mask(source).kept) else []
    faults += [Fault.CUT] if reason is not StopReason.END else []
    return Translated(text, faults)


def in_its_lines(text: str, source: str) -> str:
    """Return a translation without line breaks that the source has not, so that the layout stays."""
    return text if "\n" in source else " ".join(text.split("\n")).replace("  ", " ")
