"""The real net worker as a child process: commands in, events out, every wait with a deadline."""

from __future__ import annotations

import queue
import subprocess
import threading
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from app.catalog.net_api import AnyNetEvent, Configure, NetCommand, NetEvent, NetFailed, NetHello, Source
from app.ipc.framing import FrameDecoder, FrameError, encode_frame
from app.system.child import worker_command, worker_environment, worker_folder

DEADLINE = 60.0
"""Seconds: for liveness, not for speed."""

E = TypeVar("E", bound=NetEvent)


class NetProcess:
    """One worker. ``log`` is what it wrote to standard error."""

    def __init__(self, log: Path, environment: Mapping[str, str]) -> None:
        self.log = log
        with log.open("wb") as errors:
            self.process = subprocess.Popen(
                worker_command("net"), cwd=worker_folder(), env=worker_environment() | dict(environment),
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
            )  # fmt: skip
        self._events: queue.Queue[AnyNetEvent | None] = queue.Queue()
        self._put_back: list[AnyNetEvent] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        self.wait_for(NetHello, "")

    def configure(self, address: str, token: str = "") -> None:
        """Point both sources at one address."""
        tokens = dict.fromkeys(Source, token) if token else {}
        self.send(Configure(request_id=uuid.uuid4().hex, endpoints=dict.fromkeys(Source, address), tokens=tokens))

    def send(self, command: NetCommand) -> None:
        """Write one command."""
        assert self.process.stdin is not None
        self.process.stdin.write(encode_frame(command))
        self.process.stdin.flush()

    def send_raw(self, line: bytes) -> None:
        """Write anything."""
        assert self.process.stdin is not None
        self.process.stdin.write(line)
        self.process.stdin.flush()

    def wait_for(self, kind: type[E], request_id: str) -> E:
        """Return the next event of this kind and request; others stay for later."""
        for place, event in enumerate(self._put_back):
            if isinstance(event, kind) and event.request_id == request_id:
                del self._put_back[place]
                return event
        while True:
            event = self._next()
            if isinstance(event, kind) and event.request_id == request_id:
                return event
            assert not isinstance(event, NetFailed) or event.request_id != request_id, event
            self._put_back.append(event)

    def ended(self) -> int:
        """Wait for the end and return the exit code."""
        code = self.process.wait(DEADLINE)
        self._reader.join()
        return code

    def close(self) -> int:
        """Close its standard input, as a window that goes away does."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.ended()

    def _next(self) -> AnyNetEvent:
        event = self._events.get(timeout=DEADLINE)
        if event is None:
            raise AssertionError(f"the worker ended: {self.log.read_text()}")
        return event

    def _read(self) -> None:
        assert self.process.stdout is not None
        decoder: FrameDecoder[AnyNetEvent] = FrameDecoder(AnyNetEvent)
        while data := self.process.stdout.read1(65536):  # type: ignore[attr-defined]
            for item in decoder.feed(data):
                assert not isinstance(item, FrameError), item
                self._events.put(item)
        self._events.put(None)
        self.process.stdout.close()


@contextmanager
def net_process(folder: Path, **environment: str) -> Iterator[NetProcess]:
    """Run a worker for as long as the block lasts."""
    running = NetProcess(folder / f"net-{uuid.uuid4().hex[:6]}.log", environment)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.process.kill()
        running.ended()
        if running.process.stdin is not None and not running.process.stdin.closed:
            with suppress(BrokenPipeError):
                running.process.stdin.close()
