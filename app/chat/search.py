"""Finds text in everything that was said: titles, messages, attachments and, last, thoughts. No Qt.

All words of a query must be there, each anywhere in the text, also inside other words; words between quotation marks
stand together. Titles come first, then messages, the newest first.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import assert_never

import msgspec

from app.chat.database import Database, Row
from app.chat.rows import decode_parts
from app.chat.search_index import searched_text, searched_thoughts
from app.chat.search_text import fold, original_place, query_grams, ranges

_LONGEST_QUERY = 300
_MOST_TERMS = 16
_MOST_PIECES = 48
_MOST_TITLES = 20
_BATCH = 128
_NEWEST = 1 << 62
_BEFORE, _SNIPPET = 48, 180
_QUOTES = re.compile('["“”„«»]([^"“”„«»]+)["“”„«»]?|(\\S+)')


class FoundIn(StrEnum):
    """Where a hit is."""

    TITLE = "title"
    TEXT = "text"
    THOUGHTS = "thoughts"


class Hit(msgspec.Struct, frozen=True):
    """A place that was found. ``ranges`` are places in ``snippet`` to be lit: code points, end excluded.

    ``snippet`` is a piece of the text in one line, plain: what a model or a document wrote, not to be trusted. For a
    title it is the title.
    """

    conversation_id: str
    title: str
    message_id: str | None
    snippet: str
    ranges: list[tuple[int, int]]
    created_at: float  # UTC seconds
    found_in: FoundIn = FoundIn.TEXT
    archived: bool = False


@dataclass(frozen=True)
class Query:
    """What is searched for. ``empty`` when nothing of it can be found."""

    terms: list[re.Pattern[str]]
    pieces: list[str]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to search for."""
        return not self.terms

    def first_in(self, folded: str) -> int | None:
        """Return where the first term is in a folded text that holds all of them, else None."""
        found = [term.search(folded) for term in self.terms]
        return found[0].start() if found[0] is not None and all(found) else None


@dataclass(frozen=True)
class Place:
    """Where a search stands. The rest of ``found_in`` below the row ``before`` and what comes after it is to do."""

    found_in: FoundIn = FoundIn.TITLE
    before: int = _NEWEST


@dataclass(frozen=True)
class Page:
    """Some hits, and where to go on; ``next`` None: that was all."""

    hits: list[Hit] = field(default_factory=list)
    next: Place | None = None


def parse(text: str) -> Query:
    """Return the query that a person typed."""
    terms: list[re.Pattern[str]] = []
    pieces: dict[str, None] = {}
    for match in list(_QUOTES.finditer(text[:_LONGEST_QUERY]))[:_MOST_TERMS]:
        words = fold(match[1] or match[2]).split()
        if words:
            terms.append(re.compile(r"\s+".join(map(re.escape, words))))
            pieces |= dict.fromkeys(gram for word in words for gram in query_grams(word))
    return Query(terms, list(pieces)[:_MOST_PIECES])


class Search:
    """Searches one open database; bound to its thread. Raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._titles: list[tuple[Row, str]] = []  # with the folded title, newest first
        self._titles_at = -1

    def page(self, query: Query, place: Place, *, thoughts: bool = False, limit: int, seconds: float) -> Page:
        """Return about ``limit`` hits from ``place`` on, thoughts among them only if asked.

        It looks for about ``seconds`` and returns what it found by then, perhaps nothing; ``Page.next`` goes on.
        """
        end = time.monotonic() + seconds
        hits: list[Hit] = []
        here: Place | None = None if query.empty else place
        while here is not None and len(hits) < limit:
            found, here = self._step(query, here, limit - len(hits), thoughts=thoughts)
            hits += found
            if time.monotonic() >= end:
                break
        return Page(hits, here)

    def _step(self, query: Query, here: Place, limit: int, *, thoughts: bool) -> tuple[list[Hit], Place | None]:
        """Search one batch; return its hits and where to go on."""
        match here.found_in:
            case FoundIn.TITLE:
                return self._in_titles(query), Place(FoundIn.TEXT)
            case FoundIn.TEXT | FoundIn.THOUGHTS:
                hits, before = self._in_messages(query, here, limit)
                if before:
                    return hits, Place(here.found_in, before)
                more = thoughts and here.found_in is FoundIn.TEXT
                return hits, Place(FoundIn.THOUGHTS) if more else None
            case _ as never:
                assert_never(never)

    def _in_messages(self, query: Query, here: Place, limit: int) -> tuple[list[Hit], int]:
        """Return up to ``limit`` hits of one batch, and below which row to go on, 0 when that was all."""
        rows = self._candidates(query, here)
        hits: list[Hit] = []
        for row in rows:
            hit = _message_hit(row, query, here.found_in)
            if hit is not None:
                hits.append(hit)
                if len(hits) == limit:
                    return hits, int(row["sequence"])
        return hits, int(rows[-1]["sequence"]) if len(rows) == _BATCH else 0

    def _in_titles(self, query: Query) -> list[Hit]:
        self._read_titles()
        found = (row for row, folded in self._titles if query.first_in(folded) is not None)
        return [_title_hit(row, query) for row in islice(found, _MOST_TITLES)]

    def _read_titles(self) -> None:
        """Read and fold all titles, unless nothing at all was written since the last time."""
        changes = int(self._database.value("SELECT total_changes()"))
        if changes == self._titles_at:
            return
        known = {row["id"]: (row["title"], folded) for row, folded in self._titles}
        rows = self._database.rows(
            "SELECT id, title, updated_at, archived FROM conversations WHERE deleted_at IS NULL AND title <> '' "
            "ORDER BY updated_at DESC"
        )
        self._titles = []
        for row in rows:
            title, folded = known.get(row["id"], ("", ""))
            self._titles.append((row, folded if title == row["title"] else fold(row["title"])))
        self._titles_at = changes

    def _candidates(self, query: Query, here: Place) -> list[Row]:
        """Return the next messages that hold all pieces of the query; whether they hold its words is not said yet."""
        table = "search_thoughts" if here.found_in is FoundIn.THOUGHTS else "search_text"
        # CROSS JOIN: SQLite must go through the index in its order, not through the conversations
        sql = f"""
            SELECT messages.sequence AS sequence, messages.id AS id, messages.parts AS parts,
                messages.created_at AS created_at, conversations.id AS conversation_id, title, archived
            FROM {table} CROSS JOIN messages ON messages.sequence = {table}.rowid
                CROSS JOIN conversations ON conversations.id = messages.conversation_id
            WHERE {table} MATCH ?1 AND {table}.rowid < ?2 AND deleted_with IS NULL AND conversations.deleted_at IS NULL
            ORDER BY {table}.rowid DESC LIMIT ?3
        """  # noqa: S608 - one of two names
        match_all = " AND ".join('"{}"'.format(piece.replace('"', '""')) for piece in query.pieces)
        return self._database.rows(sql, match_all, here.before, _BATCH)


def _title_hit(row: Row, query: Query) -> Hit:
    title = row["title"]
    lit = ranges(title, query.terms)
    return Hit(row["id"], title, None, title, lit, row["updated_at"], FoundIn.TITLE, bool(row["archived"]))


def _message_hit(row: Row, query: Query, found_in: FoundIn) -> Hit | None:
    """Return the hit, None when the pieces are there but not the words."""
    parts = decode_parts(row["parts"], row["id"])
    text = searched_thoughts(parts) if found_in is FoundIn.THOUGHTS else searched_text(parts)
    folded = fold(text)
    first = query.first_in(folded)
    if first is None:
        return None
    snippet = snippet_at(text, original_place(text, folded, first))
    lit = ranges(snippet, query.terms)
    return Hit(
        row["conversation_id"], row["title"], row["id"], snippet, lit, row["created_at"], found_in,
        bool(row["archived"]),
    )  # fmt: skip


def snippet_at(text: str, at: int) -> str:
    """Return what stands around ``at``, in one line, with an ellipsis where text was left out."""
    start = max(0, at - _BEFORE)
    if start:
        space = text.find(" ", start, at)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + _SNIPPET)
    line = " ".join(text[start:end].split())
    return ("…" if start else "") + line + ("…" if end < len(text) else "")
