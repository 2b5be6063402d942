"""What a translation leaves behind: history, glossaries, and sentences that need no model again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from app.chat.conversation import new_id
from app.session.keeping.undo import UNDO_SECONDS, UndoWindow
from app.session.notices import Notice, NoticeAction, Severity
from app.session.translate.rows import Row, RowState
from app.session.translate.state import Collaborators
from app.session.translate.work import TranslateWork
from app.session.wording import problem_for
from app.system.files import atomic_write
from app.translate.glossary import MAX_BYTES, Glossary, GlossaryError, Term, from_csv, from_tbx, tidy, to_csv, to_tbx
from app.translate.joining import taken_apart
from app.translate.languages import by_code
from app.translate.segments import split

if TYPE_CHECKING:
    from app.chat.store import ConversationStore
    from app.chat.store_translations import HistoryEntry

log = logging.getLogger(__name__)

KEEP_MS = 2000
"""After the last sentence: whoever types on does not want every state of the text in the history."""


class TranslateKeeping(TranslateWork):
    """History, glossaries and the memory on disk."""

    history_changed = Signal()
    glossaries_changed = Signal()

    def __init__(self, with_: Collaborators, parent: QObject | None = None) -> None:
        super().__init__(with_, parent)
        self.history: list[HistoryEntry] = []
        self.glossaries: list[Glossary] = []
        self._searched, self._only_starred = "", False
        self._entry_id = new_id()
        self._opened: tuple[str, list[str] | None] | None = None  # a translation that was kept, whole and in pieces
        self._kept = ("", "")  # what was stored last, text and translation
        self._looked_up: set[str] = set()
        self._new_sentences: dict[str, str] = {}
        self._deleted: UndoWindow[str] = UndoWindow(self, self._erase)
        self._keep_timer = self._timer(KEEP_MS, self.keep_now)
        self.refresh_glossaries()
        self._read_history()

    # --- history ---

    @property
    def history_enabled(self) -> bool:
        """Whether anything that is translated is kept; off keeps no sentences either."""
        return self._settings.current.translate_history

    @history_enabled.setter
    def history_enabled(self, enabled: bool) -> None:
        self._settings.change(translate_history=enabled)
        self.settings_changed()

    def settings_changed(self) -> None:
        """The settings were changed elsewhere; what waits to be kept is not kept once nothing is to be."""
        if not self.history_enabled:
            self._keep_timer.stop()
            self._new_sentences.clear()
        self.history_changed.emit()

    def search_history(self, text: str, *, starred: bool = False) -> None:
        """Let ``history`` be what has ``text`` in it; "" is all of it. It comes with ``history_changed``."""
        self._searched, self._only_starred = text, starred
        self._read_history()

    def star(self, entry_id: str) -> None:
        """Give an entry a star, or take it away."""
        entry = next((entry for entry in self.history if entry.id == entry_id), None)
        if entry is not None:
            starred = not entry.starred
            self._change_history(lambda store: store.star_translation(entry_id, starred))

    def remove(self, entry_id: str) -> None:
        """Take an entry out of the history. It can come back for a minute."""
        self._deleted.keep(entry_id, entry_id)
        if entry_id == self._entry_id:
            self._entry_id = new_id()
        self._change_history(lambda store: store.delete_translations(entry_id))
        words = self.tr("The translation was deleted.")
        undo = NoticeAction.UNDO
        self.notice.emit(Notice(Severity.INFO, words, undo, entry_id, lambda: self.undo_remove(entry_id)))

    def undo_remove(self, entry_id: str = "") -> None:
        """Bring a deleted entry back, the last one when none is named."""
        found = self._deleted.take(entry_id)
        if found is not None:
            self._change_history(lambda store: store.undelete_translations(found))

    def clear_history(self) -> None:
        """Remove everything that was kept of translations, without undo; glossaries stay."""
        self.memory.clear()
        self._looked_up.clear()
        self._new_sentences.clear()
        self._change_history(lambda store: store.forget_translations())

    def open_entry(self, entry_id: str) -> None:
        """Put an entry's text back with the translation that was kept, whatever model is loaded by now."""
        entry = next((entry for entry in self.history if entry.id == entry_id), None)
        if entry is not None:
            self._thread.run(lambda: _pieces(entry), lambda pieces: self._open(entry, pieces))

    def _open(self, entry: HistoryEntry, pieces: list[str] | None) -> None:
        self.set_source("")
        self.target_language = entry.target_language
        self.source_language = entry.source_language
        self.set_source(entry.source)
        self._corrected = True  # its languages are known
        self._entry_id, self._opened, self._kept = entry.id, (entry.target, pieces), (entry.source, entry.target)

    def keep_now(self) -> None:
        """Store the text and its translation, if they are complete and anything is to be kept."""
        self._keep_timer.stop()
        text = self.target_text
        if not self.history_enabled or self.busy or self._preparing or not (self.source.strip() and text.strip()):
            return
        if self._kept == (self.source, text):
            return
        from app.chat.store_translations import HistoryEntry  # noqa: PLC0415 - the store is open by then

        model = self._models.model
        entry = HistoryEntry(
            id=self._entry_id,
            source_language=self.language.code if self.language else "",
            target_language=self.target.code,
            source=self.source,
            target=text,
            model_name=model.name if model else "",
        )
        self._kept = (self.source, text)
        self._change_history(lambda store: store.save_translation(entry))

    def refresh_history(self) -> None:
        """Read it again: another session has added to it."""
        self._read_history()

    def refresh_glossaries(self) -> None:
        """Read them again: another session has changed them."""
        self._store.run(lambda store: store.glossaries(), self._take_glossaries, self._not_done)

    def close(self) -> None:
        """Stop, and keep at once what would have been kept in a moment."""
        self.stop()
        if self._keep_timer.isActive():
            self.keep_now()
        self._keep_sentences()

    def _read_history(self) -> None:
        text, starred = self._searched, self._only_starred
        self._store.run(lambda store: store.translations(text, starred=starred), self._take_history, self._not_done)

    def _take_history(self, found: list[HistoryEntry]) -> None:
        self.history = found
        self.history_changed.emit()

    def _change_history(self, job: Callable[[ConversationStore], object]) -> None:
        self._store.run(job, lambda _: self._read_history(), self._not_done)

    def _erase(self) -> None:
        self._store.run(lambda store: store.purge_translations(older_than=UNDO_SECONDS))

    @override
    def _all_done(self) -> None:
        super()._all_done()
        self._keep_sentences()
        if self.history_enabled and self.source.strip():
            self._keep_timer.start()

    @override
    def _text_replaced(self) -> None:
        if self._keep_timer.isActive():
            self.keep_now()
        self._entry_id, self._opened, self._kept = new_id(), None, ("", "")
        super()._text_replaced()

    @override
    def _recall(self, rows: Iterable[Row]) -> None:
        super()._recall(rows)
        if self._opened is not None:
            self._put_back(*self._opened)
            self._opened = None

    def _put_back(self, kept: str, pieces: list[str] | None) -> None:
        """Show the translation as it was kept. Where it could not be cut into rows, a new one is another entry."""
        if pieces is None or len(pieces) != len(self.rows):
            self._entry_id = self._entry_id if self.target_text == kept else new_id()
            return
        for row, piece in zip(self.rows, pieces, strict=True):
            if row.source.translate:
                row.target, row.state, row.marks = piece, RowState.DONE, []

    # --- sentences ---

    @override
    def _rows_changed(self) -> None:
        """Look into the store before the model is asked."""
        unknown = [digest for digest in self._digests(list(self._open_rows)) if digest not in self._looked_up]
        if unknown and self.history_enabled and self._store.is_open:
            self._looked_up.update(unknown)
            self._store.run(lambda store: store.known_sentences(unknown), self._remember, self._not_remembered)
        else:
            super()._rows_changed()

    def _remember(self, found: dict[str, str]) -> None:
        for digest, translation in found.items():
            self.memory.put_digest(digest, translation)
        if found:
            self._recall(self._open_rows)
            self.changed.emit()
        self._rows_changed()

    def _not_remembered(self, error: Exception) -> None:
        log.warning("known sentences could not be read: %s", error)
        super()._rows_changed()

    @override
    def _keep(self, row: Row) -> None:
        super()._keep(row)
        if self.history_enabled:
            self._new_sentences[self._digests([row])[0]] = row.target

    def _keep_sentences(self) -> None:
        sentences, self._new_sentences = self._new_sentences, {}
        if sentences and self.history_enabled:
            self._store.run(lambda store: store.keep_sentences(sentences), None, self._not_kept)

    def _not_kept(self, error: Exception) -> None:
        log.warning("translated sentences could not be kept: %s", error)

    # --- glossaries ---

    def save_glossary(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Let these be the terms of the present pair of languages; none removes its glossary."""
        language = self.language
        if language is not None:
            self._save(Glossary(id=new_id(), source=language.code, target=self.target.code, terms=tidy(pairs)))

    def import_glossary(self, file: Path) -> int:
        """Add a CSV or TBX file's terms for the present pair; return how many. Raises GlossaryError, OSError."""
        language = self.language
        if language is None:
            raise GlossaryError("the language of the text is not known")
        if file.stat().st_size > MAX_BYTES:
            raise GlossaryError("too large")
        read = from_tbx if file.suffix.lower() in {".tbx", ".xml"} else from_csv
        terms = read(file.read_bytes(), language.code, self.target.code)
        here = self.glossary.terms if self.glossary else []
        self.save_glossary([(term.source, term.target) for term in [*here, *terms]])
        return len(terms)

    def export_glossary(self, file: Path) -> None:
        """Write the present glossary as CSV, or TBX if the file is called so. Raises OSError."""
        if self.glossary is not None:
            write = to_tbx if file.suffix.lower() in {".tbx", ".xml"} else to_csv
            atomic_write(file, write(self.glossary))

    def _save(self, glossary: Glossary) -> None:
        same = (glossary.source, glossary.target)
        self.glossaries = [one for one in self.glossaries if (one.source, one.target) != same]
        if glossary.terms:
            self.glossaries.append(glossary)
        self._store.run(
            lambda store: _store_glossary(store, glossary), lambda _: self.refresh_glossaries(), self._not_done
        )
        self._glossary_wanted()
        self.glossaries_changed.emit()
        self._again()

    def _take_glossaries(self, rows: list[tuple[str, str, str, str]]) -> None:
        self.glossaries = [_glossary(*row) for row in rows]
        self._glossary_wanted()
        self.glossaries_changed.emit()

    @override
    def _glossary_wanted(self) -> None:
        self.glossary = self.glossary_for(self.language.code if self.language else "", self.target.code)

    def glossary_for(self, source: str, target: str) -> Glossary | None:
        """Return the person's words for two languages, by their codes."""
        pair = (source, target)
        return next((one for one in self.glossaries if (one.source, one.target) == pair), None)

    def _not_done(self, error: Exception) -> None:
        log.warning("translations could not be read or kept: %s", error)
        self.notice.emit(Notice(Severity.ERROR, problem_for("internal").sentence))


def _pieces(entry: HistoryEntry) -> list[str] | None:
    """Return the sentences of a translation that was kept, as ``rows`` of its source will be."""
    target = by_code(entry.target_language)
    return taken_apart(entry.target, split(entry.source, entry.source_language), target) if target else None


def _store_glossary(store: ConversationStore, glossary: Glossary) -> None:
    store.save_glossary(glossary.id, glossary.source, glossary.target, glossary.terms)
    if not glossary.terms:
        store.delete_glossary(glossary.id)


def _glossary(glossary_id: str, source: str, target: str, terms: str) -> Glossary:
    try:
        found = msgspec.json.decode(terms, type=list[Term])
    except msgspec.DecodeError:
        log.warning("a glossary is unreadable")
        found = []
    return Glossary(id=glossary_id, source=source, target=target, terms=found)
