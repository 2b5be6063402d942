"""Keeps the search index in step with the messages, in small steps. No Qt.

Triggers of the database note every message that was added, finished or changed, in the same commit; nothing that is
still being written. ``update`` takes those notes a few at a time, newest first, so that neither a streaming answer nor
the opening of a large store waits for it. A message that is deleted leaves the index in the same commit as well; what
its pieces of three letters still occupy in the index's older parts is cleared by ``tidy``.
"""

from __future__ import annotations

import time

from app.chat.conversation import AnyPart, AttachmentPart, TextPart, ThinkingPart
from app.chat.database import Database
from app.chat.rows import decode_parts
from app.chat.search_text import FOLD_VERSION, fold, grams

TABLES = ("search_text", "search_thoughts")

_BATCH = 16
_MERGE_PAGES = 64
"""A step of tidying rewrites about so many pages: some milliseconds."""


def searched_text(parts: list[AnyPart]) -> str:
    """Return what the search finds of a message beside its thoughts: its text, its attachments' names and texts."""
    pieces: list[str] = []
    for part in parts:
        if isinstance(part, TextPart):
            pieces.append(part.text)
        elif isinstance(part, AttachmentPart):
            pieces += [part.name, part.text]
    return "\n".join(pieces)


def searched_thoughts(parts: list[AnyPart]) -> str:
    """Return the thoughts of a message."""
    return "\n".join(part.text for part in parts if isinstance(part, ThinkingPart))


class SearchIndex:
    """The index of one open database; bound to its thread. Raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._version_checked = False

    @property
    def waiting(self) -> int:
        """How many messages are not in the index yet."""
        self._check_version()
        return int(self._database.value("SELECT count(*) FROM search_waiting"))

    def update(self, seconds: float) -> int:
        """Index for about so long; at least a few messages. Returns how many still wait."""
        end = time.monotonic() + seconds
        while self.waiting:
            self._update_some(end)
            if time.monotonic() >= end:
                break
        return self.waiting

    def tidy(self, seconds: float) -> bool:
        """Clear what deleted messages left, for about so long. Returns whether there is more to do."""
        end = time.monotonic() + seconds
        while self._database.value("SELECT step FROM search_state") > 0:
            self._tidy_some()
            if time.monotonic() >= end:
                break
        return bool(self._database.value("SELECT step FROM search_state") > 0)

    def _update_some(self, end: float) -> None:
        """Index a few messages in one commit, fewer when time is up: one may be a whole book."""
        with self._database.transaction():
            rows = self._database.rows(
                "SELECT search_waiting.sequence, id, parts FROM search_waiting LEFT JOIN messages USING (sequence) "
                "ORDER BY search_waiting.sequence DESC LIMIT ?",
                _BATCH,
            )
            for row in rows:
                parts = [] if row["parts"] is None else decode_parts(row["parts"], row["id"])
                self._put("search_text", row["sequence"], searched_text(parts))
                self._put("search_thoughts", row["sequence"], searched_thoughts(parts))
                self._database.run("DELETE FROM search_waiting WHERE sequence = ?", row["sequence"])
                if time.monotonic() >= end:
                    break

    def _put(self, table: str, sequence: int, text: str) -> None:
        self._database.run(f"DELETE FROM {table} WHERE rowid = ?", sequence)  # noqa: S608 - one of TABLES
        pieces = grams(fold(text))
        if pieces:
            sql = f"INSERT INTO {table} (rowid, pieces) VALUES (?, ?)"  # noqa: S608
            self._database.run(sql, sequence, " ".join(pieces))

    def _tidy_some(self) -> None:
        """Take one step: the first marks everything for merging, the others merge until nothing is left to do."""
        step = int(self._database.value("SELECT step FROM search_state"))
        pages = -_MERGE_PAGES if step == 1 else _MERGE_PAGES
        with self._database.transaction():
            before = self._changes()
            for table in TABLES:
                self._database.run(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", pages)  # noqa: S608
            # FTS5 says by this number that there was nothing to merge: below 2 for each command
            done = step > 1 and self._changes() - before < 2 * len(TABLES)
            self._database.run("UPDATE search_state SET step = ?", 0 if done else 2)

    def _changes(self) -> int:
        return int(self._database.value("SELECT total_changes()"))

    def _check_version(self) -> None:
        """An index that was made by other rules finds nothing reliably: everything is indexed anew."""
        if self._version_checked:
            return
        if self._database.value("SELECT fold_version FROM search_state") != FOLD_VERSION:
            with self._database.transaction():
                for table in TABLES:
                    self._database.run(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608
                self._database.run(
                    "INSERT OR IGNORE INTO search_waiting SELECT sequence FROM messages WHERE status <> 'generating'"
                )
                self._database.run("UPDATE search_state SET fold_version = ?", FOLD_VERSION)
        self._version_checked = True
