"""A real worker as a child process: commands in, messages out, every wait with a deadline."""

from __future__ import annotations

import queue
import subprocess
import threading
import uuid
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

from app.ipc.framing import FrameDecoder, FrameError, encode_frame
from app.ipc.message import Message
from app.system.child import worker_command, worker_environment, worker_folder

DEADLINE = 60.0
"""Seconds: for liveness, not for speed."""

M = TypeVar("M", bound=Message)


class WorkerChild(Generic[M]):
    """A worker. Use it as a context manager; ``home`` holds its log, and whatever it keeps."""

    def __init__(self, kind: str, messages: object, home: Path, environment: Mapping[str, str] | None = None) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.log_path = home / f"{kind}-{uuid.uuid4().hex[:8]}.log"
        self._decoder: FrameDecoder[M] = FrameDecoder(messages)
        self._messages: queue.Queue[M | FrameError | None] = queue.Queue()
        with self.log_path.open("wb") as log:
            self.process = subprocess.Popen(
                worker_command(kind),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=worker_folder(),
                env=worker_environment() | {"PARLEY_HOME": str(home)} | dict(environment or {}),
                bufsize=0,
            )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        self.greet()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def log(self) -> str:
        """The worker's stderr so far."""
        return self.log_path.read_text("utf-8", "replace")

    def greet(self) -> None:
        """Wait for its first words."""
        raise NotImplementedError

    def send(self, command: Message) -> str:
        """Send one command; return its request id."""
        self.send_bytes(encode_frame(command))
        return command.request_id

    def send_bytes(self, data: bytes) -> None:
        """Write bytes as they are."""
        assert self.process.stdin is not None
        view = memoryview(data)
        while view:
            view = view[self.process.stdin.write(view) :]

    def next(self, deadline: float = DEADLINE) -> M:
        """Return the next message."""
        try:
            message = self._messages.get(timeout=deadline)
        except queue.Empty:
            raise AssertionError(f"nothing in {deadline} s; log:\n{self.log[-3000:]}") from None
        assert message is not None, f"the worker ended; log:\n{self.log[-3000:]}"
        assert not isinstance(message, FrameError), message
        return message

    def take(self, message: M | FrameError) -> None:
        """Hear one message, on the reading thread."""
        self._messages.put(message)

    def close(self) -> int:
        """Close its input, which ends it, and return its exit code."""
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
            for message in self._decoder.feed(data):
                self.take(message)
        self._messages.put(None)
