"""The real files worker as a child process: commands in, events out, every wait with a deadline."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
import uuid
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from app.engine.files_api import AnyFilesEvent, FileFailed, FilesCommand, FilesEvent, FilesHello, JobProgress
from app.ipc.framing import FrameDecoder, FrameError, encode_frame
from app.system.child import worker_command, worker_environment, worker_folder

DEADLINE = 60.0
"""Seconds: for liveness, not for speed."""

E = TypeVar("E", bound=FilesEvent)


class FilesProcess:
    """A worker. Use it as a context manager; ``home`` holds its log."""

    def __init__(self, home: Path) -> None:
        self.log_path = home / f"files-{uuid.uuid4().hex[:8]}.log"
        self._decoder: FrameDecoder[AnyFilesEvent] = FrameDecoder(AnyFilesEvent)
        self._events: queue.Queue[AnyFilesEvent | FrameError | None] = queue.Queue()
        with self.log_path.open("wb") as log:
            self.process = subprocess.Popen(
                worker_command("files"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=worker_folder(),
                env=worker_environment() | {"PARLEY_HOME": str(home)},
                bufsize=0,
            )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> FilesProcess:
        assert isinstance(self.next(), FilesHello)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def log(self) -> str:
        """The worker's stderr so far."""
        return self.log_path.read_text("utf-8", "replace")

    def send(self, command: FilesCommand) -> None:
        """Write one command."""
        self.send_bytes(encode_frame(command))

    def send_bytes(self, data: bytes) -> None:
        """Write bytes as they are."""
        assert self.process.stdin is not None
        view = memoryview(data)
        while view:
            view = view[self.process.stdin.write(view) :]

    def ask(self, command: FilesCommand) -> AnyFilesEvent:
        """Send a command and return its last event."""
        self.send(command)
        event = self.next()
        while isinstance(event, JobProgress):
            event = self.next()
        return event

    def answer(self, command: FilesCommand, kind: type[E]) -> E:
        """Send a command and return its last event, which has to be of this type."""
        event = self.ask(command)
        assert isinstance(event, kind), event
        return event

    def failure(self, command: FilesCommand) -> FileFailed:
        """Send a command that has to fail."""
        return self.answer(command, FileFailed)

    def next(self) -> AnyFilesEvent:
        """Return the next event."""
        try:
            event = self._events.get(timeout=DEADLINE)
        except queue.Empty:
            raise AssertionError(f"no event in {DEADLINE} s; log:\n{self.log[-3000:]}") from None
        assert event is not None, f"the worker ended; log:\n{self.log[-3000:]}"
        assert not isinstance(event, FrameError), event
        return event

    def close(self) -> int:
        """Close its input and return its exit code."""
        if self.process.stdin is not None and not self.process.stdin.closed:
            self.process.stdin.close()
        try:
            return self.process.wait(DEADLINE)
        finally:
            self.process.kill()
            self.process.wait()
            self._reader.join(DEADLINE)
            if self.process.stdout is not None:
                self.process.stdout.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        while data := self.process.stdout.read(65536):
            for event in self._decoder.feed(data):
                self._events.put(event)
        self._events.put(None)


if sys.platform == "win32":
    raise ImportError("these tests drive POSIX pipes")
