"""One worker process as the window sees it: how it is started, its frames, and its end."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
import shiboken6
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from app.ipc.framing import FrameDecoder, FrameError, encode_frame
from app.ipc.message import Message
from app.system.child import worker_environment, worker_folder
from app.system.logs import tail

log = logging.getLogger(__name__)

KILL_SECONDS = 2.0

M = TypeVar("M", bound=Message)


class DeathKind(StrEnum):
    """How a worker ended that nobody asked to end."""

    CRASHED = "crashed"  # by a signal: a crash, or killed for memory
    EXITED = "exited"
    HUNG = "hung"
    NOT_STARTED = "not_started"
    WRONG_PROTOCOL = "wrong_protocol"
    NOT_STOPPING = "not_stopping"  # it did not stop when the person asked, so we ended it


class WorkerDeath(msgspec.Struct, frozen=True):
    """How the worker died. ``code`` is the exit code or the signal, ``log_tail`` its last lines."""

    kind: DeathKind
    code: int = 0
    log_tail: str = ""


class WorkerProcess(Generic[M]):
    """Runs one worker once. Keep it for as long as it runs; the next worker is a new object."""

    def __init__(
        self,
        owner: QObject,
        command: list[str],
        log_path: Path | None,
        messages: type[M] | object,
        hear: Callable[[M], None],
        died: Callable[[WorkerDeath], None],
    ) -> None:
        """Prepare it; ``start`` starts it.

        Args:
            owner: The process ends with it.
            command: Program and arguments.
            log_path: What it writes to standard error is added here; None: nowhere.
            messages: The union of the messages that it may send.
            hear: Gets each message.
            died: Gets its end, once, unless ``end`` was called. May be called by ``start``.
        """
        self._hear, self._died = hear, died
        self._log_path = log_path
        self._kind: DeathKind | None = None
        self._decoder: FrameDecoder[M] = FrameDecoder(messages)
        self._process = QProcess(owner)
        self._process.setProgram(command[0])
        self._process.setArguments(command[1:])
        self._process.setWorkingDirectory(str(worker_folder()))
        self._process.setProcessEnvironment(_environment())
        errors = str(log_path) if log_path else QProcess.nullDevice()
        self._process.setStandardErrorFile(errors, QProcess.OpenModeFlag.Append)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)

    @property
    def process_id(self) -> int:
        """The system's number for it, 0 when it does not run."""
        return int(self._process.processId())

    def take_input(self, path: Path) -> None:
        """Let its standard input be this file. A file that cannot be opened is a worker that does not start."""
        self._process.setStandardInputFile(str(path))

    def start(self) -> None:
        """Start the worker."""
        self._process.start()

    def write(self, message: Message) -> None:
        """Send one message."""
        self._process.write(encode_frame(message))

    def close_input(self) -> None:
        """Say that nothing more comes, once all that was written is read."""
        self._process.closeWriteChannel()

    def kill(self, kind: DeathKind) -> None:
        """End the worker at once; its death will be of this kind."""
        self._kind = kind
        self._process.kill()

    def end(self, patience: float) -> None:
        """End the worker and wait for it; nothing is heard of it any more.

        Args:
            patience: Seconds that it has to end by itself once its input is closed. 0: it is killed.
        """
        self._process.blockSignals(True)
        self._process.closeWriteChannel()
        if not (patience and self._process.waitForFinished(int(patience * 1000))):
            self._process.kill()
            self._process.waitForFinished(int(KILL_SECONDS * 1000))
        self._process.deleteLater()

    def _read(self) -> None:
        if not shiboken6.isValid(self._process):
            return  # its owner is gone without a word: Qt reads and says so while it takes the process down
        for item in self._decoder.feed(bytes(self._process.readAllStandardOutput().data())):
            if isinstance(item, FrameError):
                log.info("dropped a line from %s: %s: %s", self._process.arguments()[-1:], item.reason, item.excerpt)
            elif not self._process.signalsBlocked():
                self._hear(item)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # the one error after which `finished` never comes
            self._bury(DeathKind.NOT_STARTED, 0)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if not shiboken6.isValid(self._process):
            return  # as above
        self._read()
        self._bury(DeathKind.CRASHED if status is QProcess.ExitStatus.CrashExit else DeathKind.EXITED, code)

    def _bury(self, kind: DeathKind, code: int) -> None:
        self._process.deleteLater()
        self._died(WorkerDeath(self._kind or kind, code, tail(self._log_path) if self._log_path else ""))


def new_request_id() -> str:
    """Return a fresh id for one command."""
    return uuid.uuid4().hex


def _environment() -> QProcessEnvironment:
    environment = QProcessEnvironment()
    for name, value in worker_environment().items():
        environment.insert(name, value)
    return environment
