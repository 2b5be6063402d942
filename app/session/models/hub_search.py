"""The search of a hub, and the repository that is looked at."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from app.catalog.net_api import (
    AnyNetEvent,
    ListRepository,
    NetFailed,
    Repository,
    RepositoryListed,
    Search,
    SearchResults,
    Source,
)
from app.session.notices import Problem
from app.session.workers.net_client import NetClient
from app.session.workers.net_wording import ELSEWHERE_HELPS, failed_problem, other_source
from app.session.workers.worker_process import new_request_id

PAGE = 50


class SearchState(StrEnum):
    """What the search does."""

    IDLE = "idle"
    SEARCHING = "searching"
    DONE = "done"
    FAILED = "failed"
    OFFLINE = "offline"


class HubSearch(QObject):
    """Asks one hub at a time. A new search makes the one before it forgotten."""

    changed = Signal()

    def __init__(self, net: NetClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._net = net
        self.state = SearchState.IDLE
        self.results: list[Repository] = []
        self.problem: Problem | None = None
        self.detail: Repository | None = None
        self.opening: Repository | None = None
        self.detail_problem: Problem | None = None
        self.other_source_offered: Source | None = None
        self._text, self._source, self._cursor = "", Source.HUGGING_FACE, ""
        self._search_id = self._detail_id = ""
        net.received.connect(self._take)
        net.state_changed.connect(self._net_changed)

    @property
    def has_more(self) -> bool:
        """Whether the hub has further results."""
        return bool(self._cursor) and self.state is SearchState.DONE

    def search(self, text: str, source: Source) -> None:
        """Search for words, "owner/name" or an address. An empty text finds the most downloaded models."""
        self._net.cancel(self._search_id)
        self._text, self._source, self._cursor, self.results = text, source, "", []
        self._ask()

    def more(self) -> None:
        """Ask for the next results; they are appended."""
        if self.has_more:
            self._ask()

    def open(self, repository: Repository) -> None:
        """Ask for a repository's files and card. ``opening`` until they are there, then ``detail``."""
        self._net.cancel(self._detail_id)
        self._detail_id = new_request_id()
        self.detail, self.detail_problem, self.opening = None, None, repository
        question = ListRepository(
            request_id=self._detail_id,
            source=repository.source,
            repository=repository.id,
            revision=repository.revision or "main",
        )
        if not self._net.send(question):
            self.opening, self.state = None, SearchState.OFFLINE
        self.changed.emit()

    def _ask(self) -> None:
        self._search_id, self.problem, self.other_source_offered = new_request_id(), None, None
        question = Search(
            request_id=self._search_id, text=self._text, source=self._source, limit=PAGE, cursor=self._cursor
        )
        self.state = SearchState.SEARCHING if self._net.send(question) else SearchState.OFFLINE
        self.changed.emit()

    def _take(self, event: AnyNetEvent) -> None:
        if event.request_id and event.request_id == self._search_id:
            self._take_results(event)
        elif event.request_id and event.request_id == self._detail_id:
            self._take_detail(event)

    def _take_results(self, event: AnyNetEvent) -> None:
        if isinstance(event, SearchResults):
            known = {(one.source, one.id) for one in self.results}
            self.results = self.results + [one for one in event.found if (one.source, one.id) not in known]
            self._cursor, self.state = event.cursor, SearchState.DONE
        elif isinstance(event, NetFailed):
            self.problem, self.state = failed_problem(event, self._source), SearchState.FAILED
            self.other_source_offered = other_source(self._source) if event.problem in ELSEWHERE_HELPS else None
        self._search_id = ""
        self.changed.emit()

    def _take_detail(self, event: AnyNetEvent) -> None:
        if isinstance(event, RepositoryListed):
            self.detail = event.repository
        elif isinstance(event, NetFailed) and self.opening is not None:
            self.detail_problem = failed_problem(event, self.opening.source)
        self._detail_id, self.opening = "", None
        self.changed.emit()

    def _net_changed(self) -> None:
        """The switch was turned: what was asked is not answered any more, and may be asked again."""
        if self._net.offline and self.state is not SearchState.OFFLINE:
            self._search_id = self._detail_id = ""
            self.opening, self.state = None, SearchState.OFFLINE
            self.changed.emit()
        elif not self._net.offline and self.state is SearchState.OFFLINE:
            self.state = SearchState.DONE if self.results else SearchState.IDLE
            self.changed.emit()
