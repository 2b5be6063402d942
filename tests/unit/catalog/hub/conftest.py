"""A hub in this process, and the way to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from app.catalog.hub.access import Access
from app.catalog.hub.finder import Finder
from app.catalog.net_api import Source
from tests.helpers.hub_server import HubServer, hub_server


@pytest.fixture
def hub() -> Iterator[HubServer]:
    with hub_server() as server:
        yield server


@pytest.fixture
def reach(hub: HubServer) -> Iterator[Callable[..., Finder]]:
    """Make finders that reach the hub, with a token where one is given."""
    made: list[Finder] = []

    def make(token: str = "") -> Finder:
        endpoints = dict.fromkeys(Source, hub.address)
        finder = Finder(Access(endpoints=endpoints, tokens=dict.fromkeys(Source, token) if token else {}))
        made.append(finder)
        return finder

    yield make
    for finder in made:
        finder.close()
