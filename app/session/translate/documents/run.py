"""The translation of one document, from the first piece that is missing to the last."""

from __future__ import annotations

import time
from collections.abc import Callable

from app.chat.store_documents import UnitRecord
from app.session.keeping.store_access import StoreAccess
from app.session.notices import Problem
from app.session.tasks import BackgroundThread
from app.session.translate.documents.job import DocumentJob
from app.session.translate.documents.text import Cut, Means, TextTranslation, cut

AT_ONCE = 32
"""Pieces that are cut and looked up together: what is known already needs one commit for all of them."""


class DocumentRun:
    """``start`` and ``stop``, once each. A piece is stored before the next one is begun: a crash loses one at most.

    ``told`` has the place of each piece that is translated, ``ended`` why it stopped: None when all is done, a problem
    of the model, or what the store raised.
    """

    def __init__(
        self,
        job: DocumentJob,
        means: Means,
        store: StoreAccess,
        thread: BackgroundThread,
        told: Callable[[DocumentJob, int], None],
        ended: Callable[[DocumentJob, Problem | Exception | None], None],
    ) -> None:
        self._job, self._means, self._store, self._thread = job, means, store, thread
        self._told, self._ended = told, ended
        self._next_place = self._place = 0
        self._began = 0.0
        self._cut: list[Cut] = []
        self._text: TextTranslation | None = None
        self._unsaved: dict[int, UnitRecord] = {}
        self._sentences: dict[str, str] = {}
        self._stopped = False

    def start(self) -> None:
        """Begin. The pieces are loaded."""
        self._prepare()

    def stop(self) -> None:
        """Leave it as it is; nothing is told any more."""
        self._stopped = True
        if self._text is not None:
            self._text.cancel()
            self._text = None

    # --- what comes next ---

    def _prepare(self) -> None:
        """Cut the next pieces into sentences on the other thread."""
        units = self._job.units or []
        places: list[int] = []
        while self._next_place < len(units) and len(places) < AT_ONCE:
            if units[self._next_place].translation is None:
                places.append(self._next_place)
            self._next_place += 1
        if not places:
            self._end(None)
            return
        texts = [(place, units[place].text) for place in places]
        source = self._means.wanted.source
        language = source.code if source else ""
        keys = self._means.keys()
        self._thread.run(lambda: cut(texts, language, keys), self._look_up, self._failed)

    def _look_up(self, pieces: list[Cut]) -> None:
        """Ask the store for sentences that were translated before."""
        if self._stopped:
            return
        self._cut = pieces
        memory = self._means.memory
        digests = [one for piece in pieces for one in piece.digests if one and memory.get_digest(one) is None]
        if digests and self._means.keeps:
            self._store.run(lambda store: store.known_sentences(digests), self._remember, self._failed)
        else:
            self._go_on()

    def _remember(self, found: dict[str, str]) -> None:
        for digest, translation in found.items():
            self._means.memory.put_digest(digest, translation)
        self._go_on()

    def _go_on(self) -> None:
        """Take all that is known, up to the first piece that needs the model."""
        if self._stopped:
            return
        units = self._job.units or []
        while self._cut:
            piece = self._cut.pop(0)
            place = piece.place
            if units[place].translation is not None:  # the person was faster
                continue
            text = TextTranslation(piece, self._means, self._text_done, self._end)
            self._place, self._text, self._began = place, text, time.monotonic()
            if not text.go_on():
                self._save(None)
                return
            self._take(text)
        self._save(self._prepare)

    # --- what has come ---

    def _text_done(self, text: TextTranslation) -> None:
        if self._job.units is not None:
            self._job.asked_letters += len(self._job.units[self._place].text)
            self._job.asked_seconds += time.monotonic() - self._began
        self._take(text)
        self._save(self._go_on)

    def _take(self, text: TextTranslation) -> None:
        self._text = None
        self._sentences |= text.sentences
        if self._job.units is None or self._job.units[self._place].translation is not None:
            return
        unit = text.result(self._job.units[self._place])
        self._job.put(self._place, unit)
        self._unsaved[self._place] = unit
        self._told(self._job, self._place)

    def _save(self, then: Callable[[], None] | None) -> None:
        units, self._unsaved = self._unsaved, {}
        sentences, self._sentences = self._sentences if self._means.keeps else {}, {}
        if units and self._job.kept:
            self._store.run(
                lambda store: store.save_units(self._job.id, units, sentences),
                lambda _: then() if then is not None and not self._stopped else None,
                self._failed,
            )
        elif then is not None:
            then()

    def _failed(self, error: Exception) -> None:
        self._end(error)

    def _end(self, why: Problem | Exception | None) -> None:
        if not self._stopped:
            self.stop()
            self._ended(self._job, why)
