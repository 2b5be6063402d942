"""The store's translations: what was translated, the person's glossaries, and sentences known already. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from app.chat.database import Row
from app.chat.rows import clean, encode_json
from app.chat.search_text import fold
from app.chat.store_base import StoreBase

MOST_ENTRIES = 2000
"""Of the history; the oldest ones without a star go first."""

MOST_SENTENCES = 50_000
_AT_ONCE = 500


class HistoryEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One text that was translated. Languages are codes, times UTC seconds since the epoch."""

    id: str
    source_language: str
    target_language: str
    source: str
    target: str
    created_at: float = 0.0
    updated_at: float = 0.0
    model_name: str = ""
    starred: bool = False


_SAVE = """
INSERT INTO translations (id, created_at, updated_at, source_language, target_language, source, target, folded,
    model_name, starred)
VALUES (?1, ?2, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, source_language = excluded.source_language,
    target_language = excluded.target_language, source = excluded.source, target = excluded.target,
    folded = excluded.folded, model_name = excluded.model_name, deleted_at = NULL
"""
_TRIM = """
DELETE FROM translations WHERE id IN (SELECT id FROM translations WHERE NOT starred
    ORDER BY updated_at DESC LIMIT -1 OFFSET ?)
"""


class TranslationStore(StoreBase):
    """History, glossaries and segment memory."""

    # --- history ---

    def save_translation(self, entry: HistoryEntry) -> None:
        """Add a text, or replace what is kept of the one with this id; its star stays."""
        with self._database.transaction():
            self._database.run(
                _SAVE,
                entry.id, self._clock(), entry.source_language, entry.target_language, clean(entry.source),
                clean(entry.target), clean(fold(f"{entry.source}\n{entry.target}")), clean(entry.model_name),
                entry.starred,
            )  # fmt: skip
            self._database.run(_TRIM, MOST_ENTRIES)

    def translations(self, text: str = "", *, starred: bool = False, limit: int = 200) -> list[HistoryEntry]:
        """Return the latest texts that have ``text`` in them or in their translation, or only those with a star."""
        rows = self._database.rows(
            "SELECT * FROM translations WHERE deleted_at IS NULL AND starred >= ? AND instr(folded, ?) > 0 "
            "ORDER BY updated_at DESC, rowid DESC LIMIT ?",
            starred, clean(fold(text.strip())), limit,
        )  # fmt: skip
        return [_entry(row) for row in rows]

    def star_translation(self, entry_id: str, starred: bool) -> bool:
        """Give a text a star, or take it away. Returns whether it is there."""
        return self._change("UPDATE translations SET starred = ? WHERE id = ?", starred, entry_id)

    def delete_translations(self, *ids: str) -> int:
        """Hide texts until ``undelete_translations`` or ``purge_translations``. Returns how many there were."""
        sql = "UPDATE translations SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL"
        return self._change_each(sql, self._clock(), ids)

    def undelete_translations(self, *ids: str) -> int:
        """Show them again. Returns how many were hidden."""
        sql = "UPDATE translations SET deleted_at = ? WHERE id = ? AND deleted_at IS NOT NULL"
        return self._change_each(sql, None, ids)

    def purge_translations(self, older_than: float) -> int:
        """Remove for ever what was deleted at least so many seconds ago; returns how many."""
        with self._database.transaction():
            count = self._database.run("DELETE FROM translations WHERE deleted_at <= ?", self._clock() - older_than)
        if count:
            self._database.checkpoint()
        return count

    def forget_translations(self) -> None:
        """Remove the whole history without undo, and all sentences that are known."""
        with self._database.transaction():
            self._database.run("DELETE FROM translations")
            self._database.run("DELETE FROM translated_sentences")
        self._database.checkpoint()

    # --- glossaries ---

    def glossaries(self) -> list[tuple[str, str, str, str]]:
        """Return id, source, target (codes) and terms (JSON) of every glossary."""
        rows = self._database.rows("SELECT * FROM glossaries ORDER BY rowid")
        return [(row["id"], row["source_language"], row["target_language"], row["terms"]) for row in rows]

    def save_glossary(self, glossary_id: str, source: str, target: str, terms: object) -> None:
        """Add the glossary of a pair of languages, or replace it."""
        with self._database.transaction():
            self._database.run(
                "DELETE FROM glossaries WHERE source_language = ? AND target_language = ?", source, target
            )
            self._database.run(
                "INSERT OR REPLACE INTO glossaries (id, source_language, target_language, terms) VALUES (?, ?, ?, ?)",
                glossary_id, source, target, encode_json(terms),
            )  # fmt: skip

    def delete_glossary(self, glossary_id: str) -> bool:
        """Remove a glossary. Returns whether it was there."""
        return self._change("DELETE FROM glossaries WHERE id = ?", glossary_id)

    # --- sentences ---

    def known_sentences(self, digests: Sequence[str]) -> dict[str, str]:
        """Return the translations that are known, by digest."""
        found: dict[str, str] = {}
        for start in range(0, len(digests), _AT_ONCE):
            part = digests[start : start + _AT_ONCE]
            marks = ",".join("?" * len(part))
            sql = f"SELECT digest, translation FROM translated_sentences WHERE digest IN ({marks})"  # noqa: S608
            found |= {row["digest"]: row["translation"] for row in self._database.rows(sql, *part)}
        return found

    def keep_sentences(self, translations: Mapping[str, str]) -> None:
        """Remember translations by digest, the latest ``MOST_SENTENCES`` of all."""
        with self._database.transaction():
            self._insert_sentences(translations)

    def _insert_sentences(self, translations: Mapping[str, str]) -> None:
        """Do it inside a transaction of the caller's."""
        for digest, translation in translations.items():
            self._database.run(
                "INSERT OR REPLACE INTO translated_sentences (digest, translation) VALUES (?, ?)",
                digest, clean(translation),
            )  # fmt: skip
        if translations:
            self._database.run(
                "DELETE FROM translated_sentences WHERE sequence <= "
                "(SELECT max(sequence) FROM translated_sentences) - ?",
                MOST_SENTENCES,
            )


def _entry(row: Row) -> HistoryEntry:
    return HistoryEntry(
        id=row["id"],
        source_language=row["source_language"],
        target_language=row["target_language"],
        source=row["source"],
        target=row["target"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        model_name=row["model_name"],
        starred=bool(row["starred"]),
    )
