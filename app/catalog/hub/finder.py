"""What a person typed -> repositories: by words, or the one that was named, with others of its name after it."""

from __future__ import annotations

import threading
from typing import Protocol

from app.catalog.hub.access import Access, SharedClient
from app.catalog.hub.failures import HubError
from app.catalog.hub.hugging_face import HuggingFace
from app.catalog.hub.modelscope import ModelScope
from app.catalog.hub.names import Query, is_repository, is_revision, understand
from app.catalog.net_api import NetProblem, Repository, Source


class Hub(Protocol):
    """What both hubs can do. Every failure is a ``HubError``."""

    def search(self, words: str, limit: int, cursor: str) -> tuple[list[Repository], str]:
        """Find GGUF repositories; return them and the cursor of the next page, "" at the end."""
        ...

    def repository(self, name: str, revision: str) -> Repository:
        """List one with its models, licence and card."""
        ...


class Finder:
    """Both hubs, reached in one way."""

    def __init__(self, access: Access) -> None:
        self.access = access
        self.client = SharedClient(access)
        self._lock = threading.Lock()
        self._hubs: dict[Source, Hub] = {}

    def close(self) -> None:
        """Close the connections; what still runs on them fails."""
        self.client.end()

    def hub(self, source: Source) -> Hub:
        """Return a hub, made when it is first asked for."""
        with self._lock:
            made = self._hubs.get(source)
            if made is None:
                make = HuggingFace if source is Source.HUGGING_FACE else ModelScope
                made = self._hubs[source] = make(self.access, self.client)
            return made

    def search(self, text: str, source: Source, limit: int, cursor: str) -> tuple[list[Repository], str]:
        """Find what was typed. An address decides the hub itself. Raises HubError."""
        query = understand(text)
        hub = self.hub(query.source or source)
        if not query.repository or cursor:
            return hub.search(query.words, limit, cursor)
        named = self._named(hub, query)
        if named is not None and named.models:
            return [named], ""
        found, after = hub.search(query.words, limit, "")
        return ([named] if named else []) + [other for other in found if not named or other.id != named.id], after

    def _named(self, hub: Hub, query: Query) -> Repository | None:
        """Return the repository that was named; None when there is no such one, and words may find what was meant."""
        try:
            return hub.repository(query.repository, query.revision)
        except HubError as error:
            if error.problem is not NetProblem.NOT_FOUND:
                raise
            return None

    def repository(self, source: Source, name: str, revision: str) -> Repository:
        """List one repository. Raises HubError."""
        if not is_repository(name) or not is_revision(revision or "main"):
            raise HubError(NetProblem.NOT_FOUND, name)
        return self.hub(source).repository(name, revision)
