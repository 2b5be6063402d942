"""The store's documents that are being translated: what was ordered, how far each piece is. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from app.chat.database import Row
from app.chat.rows import clean, encode_json
from app.chat.store_translations import TranslationStore


class DocumentRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One document. ``order``: what was asked for, as JSON of whoever asked; times are UTC seconds since the epoch.

    ``size`` (bytes), ``modified`` (nanoseconds) and ``sha256`` are the file's when it was read. ``unsaved``: there is
    something that ``saved_as`` has not. ``units``, ``done`` and ``marked`` count its pieces: all, translated, doubtful.
    """

    id: str
    path: str
    state: str
    order: str = "{}"
    size: int = 0
    modified: int = 0
    sha256: str = ""
    problem: str = ""
    saved_as: str = ""
    unsaved: bool = False
    units: int = 0
    done: int = 0
    marked: int = 0


class UnitRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of a document. ``translation`` None: not there yet. ``marks``: what may be wrong with it."""

    id: str
    text: str
    where: str = ""
    translation: str | None = None
    marks: list[str] = []
    by_person: bool = False


_LISTED = """
SELECT documents.*,
    (SELECT count(*) FROM document_units WHERE document_id = documents.id) AS units,
    (SELECT count(translation) FROM document_units WHERE document_id = documents.id) AS done,
    (SELECT count(*) FROM document_units WHERE document_id = documents.id AND marks <> '[]') AS marked
FROM documents WHERE deleted_at IS NULL ORDER BY place, created_at, rowid
"""
_SAVE = """
INSERT INTO documents (id, place, created_at, path, state, ordered, size, modified, sha256, problem, saved_as,
    unsaved)
VALUES (?1, coalesce((SELECT max(place) + 1 FROM documents), 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (id) DO UPDATE SET path = excluded.path, state = excluded.state, ordered = excluded.ordered,
    size = excluded.size, modified = excluded.modified, sha256 = excluded.sha256, problem = excluded.problem,
    saved_as = excluded.saved_as, unsaved = excluded.unsaved
"""
_ADD_UNIT = """
INSERT INTO document_units (document_id, place, id, text, place_words, translation, marks, by_person)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_SET_UNIT = """
UPDATE document_units SET translation = ?, marks = ?, by_person = ? WHERE document_id = ? AND place = ?
"""


class DocumentStore(TranslationStore):
    """Documents in the person's order, each with its pieces in the file's order."""

    def documents(self) -> list[DocumentRecord]:
        """Return all that are not deleted."""
        return [_record(row) for row in self._database.rows(_LISTED)]

    def has_documents(self, *states: str) -> bool:
        """Return whether one of them is in one of these states."""
        rows = self._database.rows("SELECT DISTINCT state FROM documents WHERE deleted_at IS NULL")
        return any(row["state"] in states for row in rows)

    def save_document(self, record: DocumentRecord) -> None:
        """Add a document at the end, or change it where it is. Its counts are those of its pieces, not the record's."""
        with self._database.transaction():
            self._database.run(
                _SAVE, record.id, self._clock(), clean(record.path), record.state, clean(record.order), record.size,
                record.modified, record.sha256, clean(record.problem), clean(record.saved_as), record.unsaved,
            )  # fmt: skip

    def order_documents(self, ids: Sequence[str]) -> None:
        """Put them into this order."""
        with self._database.transaction():
            for place, document_id in enumerate(ids):
                self._database.run("UPDATE documents SET place = ? WHERE id = ?", place, document_id)

    def delete_documents(self, *ids: str) -> int:
        """Hide them until ``undelete_documents`` or ``purge_documents``. Returns how many there were."""
        sql = "UPDATE documents SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL"
        return self._change_each(sql, self._clock(), ids)

    def undelete_documents(self, *ids: str) -> int:
        """Show them again. Returns how many were hidden."""
        return self._change_each("UPDATE documents SET deleted_at = ? WHERE id = ?", None, ids)

    def purge_documents(self, older_than: float) -> int:
        """Remove for ever what was deleted at least so many seconds ago, with its pieces; returns how many."""
        with self._database.transaction():
            count = self._database.run("DELETE FROM documents WHERE deleted_at <= ?", self._clock() - older_than)
        if count:
            self._database.checkpoint()
        return count

    def forget_documents(self, *states: str) -> None:
        """Remove all in one of these states, without undo."""
        with self._database.transaction():
            for state in states:
                self._database.run("DELETE FROM documents WHERE state = ?", state)
        self._database.checkpoint()

    # --- pieces ---

    def document_units(self, document_id: str) -> list[UnitRecord]:
        """Return the pieces of a document in the file's order."""
        sql = "SELECT * FROM document_units WHERE document_id = ? ORDER BY place"
        return [_unit(row) for row in self._database.rows(sql, document_id)]

    def add_units(self, document_id: str, units: Sequence[UnitRecord], first: int = 0) -> None:
        """Add pieces, ``first`` being the place of the first one; whatever there was from there on goes."""
        with self._database.transaction():
            sql = "DELETE FROM document_units WHERE document_id = ? AND place >= ?"
            self._database.run(sql, document_id, first)
            for place, unit in enumerate(units, start=first):
                self._database.run(
                    _ADD_UNIT, document_id, place, clean(unit.id), clean(unit.text), clean(unit.where),
                    None if unit.translation is None else clean(unit.translation), encode_json(unit.marks),
                    unit.by_person,
                )  # fmt: skip

    def save_units(
        self, document_id: str, units: Mapping[int, UnitRecord], sentences: Mapping[str, str] | None = None
    ) -> None:
        """Keep the translations of pieces by their place, and with them sentences by digest: all in one commit."""
        with self._database.transaction():
            for place, unit in units.items():
                translation = None if unit.translation is None else clean(unit.translation)
                self._database.run(_SET_UNIT, translation, encode_json(unit.marks), unit.by_person, document_id, place)
            self._insert_sentences(sentences or {})


def _record(row: Row) -> DocumentRecord:
    return DocumentRecord(
        id=row["id"],
        path=row["path"],
        state=row["state"],
        order=row["ordered"],
        size=row["size"],
        modified=row["modified"],
        sha256=row["sha256"],
        problem=row["problem"],
        saved_as=row["saved_as"],
        unsaved=bool(row["unsaved"]),
        units=row["units"],
        done=row["done"],
        marked=row["marked"],
    )


def _unit(row: Row) -> UnitRecord:
    return UnitRecord(
        id=row["id"],
        text=row["text"],
        where=row["place_words"],
        translation=row["translation"],
        marks=msgspec.json.decode(row["marks"], type=list[str]),
        by_person=bool(row["by_person"]),
    )
