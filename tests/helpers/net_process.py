"""The real net worker as a child process: commands in, events out, every wait with a deadline."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from typing_extensions import override

from app.catalog.net_api import AnyNetEvent, Configure, NetEvent, NetFailed, NetHello, Source
from tests.helpers.worker_child import DEADLINE, WorkerChild

E = TypeVar("E", bound=NetEvent)


class NetProcess(WorkerChild[AnyNetEvent]):
    """One worker, which keeps what is not asked for until it is."""

    def __init__(self, home: Path, environment: Mapping[str, str]) -> None:
        super().__init__("net", AnyNetEvent, home, environment)
        self._put_back: list[AnyNetEvent] = []

    @override
    def greet(self) -> None:
        self.wait_for(NetHello, "")

    def configure(self, address: str, token: str = "") -> None:
        """Point both sources at one address."""
        tokens = dict.fromkeys(Source, token) if token else {}
        self.send(Configure(request_id=uuid.uuid4().hex, endpoints=dict.fromkeys(Source, address), tokens=tokens))

    def wait_for(self, kind: type[E], request_id: str) -> E:
        """Return the next event of this kind and request; others stay for later."""
        for place, event in enumerate(self._put_back):
            if isinstance(event, kind) and event.request_id == request_id:
                del self._put_back[place]
                return event
        while True:
            event = self.next()
            if isinstance(event, kind) and event.request_id == request_id:
                return event
            assert not isinstance(event, NetFailed) or event.request_id != request_id, event
            self._put_back.append(event)

    def ended(self) -> int:
        """Wait until it ended by itself and return the exit code."""
        return self.process.wait(DEADLINE)


@contextmanager
def net_process(folder: Path, **environment: str) -> Iterator[NetProcess]:
    """Run a worker for as long as the block lasts, and no longer: its downloads are not waited for."""
    with NetProcess(folder, environment) as running:
        try:
            yield running
        finally:
            running.process.kill()
