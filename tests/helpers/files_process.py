"""The real files worker as a child process: commands in, events out, every wait with a deadline."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TypeVar

from typing_extensions import override

from app.engine.files_api import AnyFilesEvent, FileFailed, FilesCommand, FilesEvent, FilesHello, JobProgress
from tests.helpers.worker_child import WorkerChild

E = TypeVar("E", bound=FilesEvent)


class FilesProcess(WorkerChild[AnyFilesEvent]):
    """A worker. Use it as a context manager; ``home`` holds its log."""

    def __init__(self, home: Path) -> None:
        super().__init__("files", AnyFilesEvent, home)

    @override
    def greet(self) -> None:
        assert isinstance(self.next(), FilesHello)

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


if sys.platform == "win32":
    raise ImportError("these tests drive POSIX pipes")
