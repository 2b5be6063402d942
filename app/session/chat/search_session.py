"""Searching all conversations while the person types, and keeping the index up to date behind their back.

One slice of work at a time stands on the store's thread, so that an answer being written waits for none of it long.
"""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.chat.errors import StoreError
from app.session.keeping.store_access import StoreAccess
from app.session.notices import Problem
from app.session.wording import problem_for, store_problem

if TYPE_CHECKING:
    from app.chat.search import Hit, Page, Place, Query
    from app.chat.store import ConversationStore

log = logging.getLogger(__name__)

PAGE = 50
SLICE_SECONDS = 0.08
INDEX_SECONDS = 0.02
INDEX_PAUSE_MS = 60
"""Indexing a large old store takes a quarter of one core for some minutes."""


class SearchState(StrEnum):
    """What the search is doing."""

    IDLE = "idle"  # nothing is asked for
    SEARCHING = "searching"  # `results` may be those found so far, or still those of the last query
    DONE = "done"
    FAILED = "failed"  # `problem` says why


class SearchSession(QObject):
    """Results of the query, best first. Make it when the search is first needed; ``keep_up`` after each answer."""

    changed = Signal()

    def __init__(self, store: StoreAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.state = SearchState.IDLE
        self.text = ""
        self.thoughts = False
        self.results: list[Hit] = []
        self.has_more = False
        self.waiting = 0  # messages that are not in the index yet
        self.problem: Problem | None = None
        self._wanted = PAGE
        self._more_wanted = False  # somebody came to the end while it was searching
        self._fresh = False  # the next page replaces the results
        self._place: Place | None = None
        self._asked = 0  # counts the queries: an answer to an older one is dropped
        self._running = self._indexing = self._tidied = False
        self._incomplete = False  # the query was answered by an index that lacked messages
        self._pause = QTimer(self, interval=INDEX_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._index_some)
        store.opened.connect(self.keep_up)

    def search(self, text: str) -> None:
        """Look for ``text``; the latest query wins, "" ends the search."""
        self.text = text
        self._more_wanted = False
        self._begin()

    def set_thoughts(self, thoughts: bool) -> None:
        """Look into thoughts too, or not."""
        self.thoughts = thoughts
        self._begin()

    def more(self) -> None:
        """Look for the next results, after those that are being looked for; ``has_more``: there may be any."""
        self._more_wanted = self.state is SearchState.SEARCHING
        if self.has_more and self.state is SearchState.DONE:
            self._wanted += PAGE
            self.state = SearchState.SEARCHING
            self.changed.emit()
            self._go_on()

    def keep_up(self) -> None:
        """Index what is new, in the background."""
        if self._store.is_open and not self._indexing:
            self._indexing = True
            self._pause.start()

    def _begin(self, wanted: int = PAGE) -> None:
        self._asked += 1
        self._wanted, self._place, self._fresh = wanted, None, True
        self.has_more = self._incomplete = False
        if self.text.strip():
            self.state = SearchState.SEARCHING
            self._go_on()
        else:
            self.state, self.results = SearchState.IDLE, []
        self.changed.emit()

    def _go_on(self) -> None:
        """Search one slice, unless one is under way: then its end goes on."""
        if self._running or self.state is not SearchState.SEARCHING:
            return
        self._running = True
        asked, job = self._asked, _Slice(self.text, self._place, self._wanted - self._count(), thoughts=self.thoughts)
        self._store.run(job.run, lambda found: self._found(asked, found), lambda error: self._failed(asked, error))

    def _count(self) -> int:
        return 0 if self._fresh else len(self.results)

    def _found(self, asked: int, found: tuple[Page, int]) -> None:
        self._running = False
        page, self.waiting = found
        if asked == self._asked:
            self._incomplete = self._incomplete or self.waiting > 0
            self._take(page)
        if self.waiting:
            self.keep_up()
        self._go_on()

    def _take(self, page: Page) -> None:
        if page.hits or page.next is None or not self._fresh:
            self.results = page.hits if self._fresh else self.results + page.hits
            self._fresh = False
        self._place, self.has_more = page.next, page.next is not None
        if page.next is None or len(self.results) >= self._wanted:
            self.state = SearchState.DONE
        self.changed.emit()
        if self._more_wanted and self.state is SearchState.DONE:
            self.more()

    def _failed(self, asked: int, error: Exception) -> None:
        self._running = False
        log.warning("a search failed: %s", error)
        if asked == self._asked:
            self.state, self.results, self.has_more = SearchState.FAILED, [], False
            self.problem = store_problem(error) if isinstance(error, StoreError) else problem_for("internal")
            self.changed.emit()
        self._go_on()

    def _index_some(self) -> None:
        self._store.run(lambda store: store.search_index.update(INDEX_SECONDS), self._indexed, self._not_indexed)

    def _indexed(self, waiting: int) -> None:
        told, self.waiting = self.waiting, waiting
        if waiting:
            self._pause.start()
        elif not self._tidied:
            self._store.run(lambda store: store.search_index.tidy(INDEX_SECONDS), self._tidied_some, self._not_indexed)
        else:
            self._indexing = False
        if self._incomplete and not waiting:
            self._begin(max(self._wanted, len(self.results)))  # who came to the end meanwhile wants more
        elif waiting // 500 != told // 500 or (told and not waiting):
            self.changed.emit()

    def _tidied_some(self, more: bool) -> None:
        self._tidied = not more  # once per start is enough: a tidying rewrites the index
        self._pause.start()

    def _not_indexed(self, error: Exception) -> None:
        log.warning("the search index could not be brought up to date: %s", error)
        self._indexing = False


class _Slice:
    """One piece of a search, on the store's thread; the search's modules are first imported there."""

    def __init__(self, text: str, place: Place | None, limit: int, *, thoughts: bool) -> None:
        self._text, self._place, self._limit, self._thoughts = text, place, limit, thoughts

    def run(self, store: ConversationStore) -> tuple[Page, int]:
        """Search for a moment, what was said just now too. Returns how many messages are not in the index yet."""
        from app.chat.search import Place, parse  # noqa: PLC0415 - not on the window's thread

        index, place = store.search_index, self._place or Place()
        waiting = index.update(INDEX_SECONDS) if self._place is None else index.waiting
        query: Query = parse(self._text)
        page = store.search.page(query, place, thoughts=self._thoughts, limit=self._limit, seconds=SLICE_SECONDS)
        return page, waiting
