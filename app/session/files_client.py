"""The window's side of the files worker: a queue of jobs, one process that does them one by one, and its death.

The worker starts with the first job and ends when there was nothing to do for a while. A job that runs is cancelled by
ending the process; the next one starts another. A worker that dies takes the job with it that it was doing, no other.
"""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from app.engine.files_api import FILES_PROTOCOL, AnyFilesEvent, FilesCommand, FilesHello, JobProgress
from app.ipc.framing import FrameDecoder, FrameError, encode_frame
from app.session.engine_client import DeathKind, WorkerDeath, new_request_id
from app.system.child import worker_command, worker_environment, worker_folder
from app.system.logs import fresh_log, tail

log = logging.getLogger(__name__)

IDLE_SECONDS = 5.0
SILENCE_SECONDS = 300.0
"""Without any word of a running job: it hangs. The first look at graphics cards may try several builds of llama.cpp."""

STOP_SECONDS = 2.0


@dataclass(frozen=True)
class LostJob:
    """A job whose worker died."""

    command: FilesCommand
    death: WorkerDeath


class FilesClient(QObject):
    """Takes jobs and says how they went. Every job ends in ``answered`` or ``lost``, unless it was cancelled."""

    answered = Signal(object)  # the last event of a command: FileFailed or the one that its docstring names
    progressed = Signal(object)  # JobProgress
    lost = Signal(object)  # LostJob

    def __init__(
        self, logs: Path, name: str = "files", parent: QObject | None = None, command: list[str] | None = None
    ) -> None:
        """``name``: of the log. Long jobs and short ones go to a client each, so that they do not wait for another."""
        super().__init__(parent)
        self._command = command or worker_command("files")
        self._logs = logs
        self._name = name
        self._log_path = logs / f"{name}.log"
        self._queue: deque[FilesCommand] = deque()
        self._running: FilesCommand | None = None
        self._greeted = False
        self._process: QProcess | None = None
        self._decoder: FrameDecoder[AnyFilesEvent] = FrameDecoder(AnyFilesEvent)
        self._death_kind: DeathKind | None = None
        self._idle = QTimer(self, interval=int(IDLE_SECONDS * 1000), singleShot=True)
        self._idle.timeout.connect(self._let_go)
        self._silence = QTimer(self, interval=int(SILENCE_SECONDS * 1000), singleShot=True)
        self._silence.timeout.connect(self._hung)

    @property
    def process_id(self) -> int:
        """The worker's process id, 0 while there is none."""
        return int(self._process.processId()) if self._process else 0

    @property
    def waiting(self) -> list[str]:
        """Request ids of the jobs that have not begun."""
        return [command.request_id for command in self._queue]

    def submit(self, command: FilesCommand) -> str:
        """Queue a job and return its request id, a fresh one unless it has one."""
        if not command.request_id:
            command = msgspec.structs.replace(command, request_id=new_request_id())
        self._queue.append(command)
        self._next()
        return command.request_id

    def cancel(self, request_id: str) -> None:
        """Forget a job; nothing more is heard of it. One that runs ends with its process."""
        self._queue = deque(command for command in self._queue if command.request_id != request_id)
        if self._running is not None and self._running.request_id == request_id:
            self._running = None
            self._end_process()
            self._next()

    def stop(self) -> None:
        """Forget all jobs, end the worker and wait for it."""
        self._queue.clear()
        self._running = None
        self._end_process()

    def _next(self) -> None:
        """Give the worker the next job, if it is free."""
        self._idle.stop()
        if self._running is not None:
            return
        if not self._queue:
            self._idle.start()
            return
        self._running = self._queue.popleft()
        self._silence.start()
        if self._process is None:
            self._start()
        elif self._greeted:
            self._process.write(encode_frame(self._running))

    def _start(self) -> None:
        self._log_path = fresh_log(self._logs, self._name)
        process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments(self._command[1:])
        process.setWorkingDirectory(str(worker_folder()))
        process.setProcessEnvironment(_environment())
        process.setStandardErrorFile(str(self._log_path), QProcess.OpenModeFlag.Append)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._process_error)
        self._process, self._decoder = process, FrameDecoder(AnyFilesEvent)
        self._greeted, self._death_kind = False, None
        process.start()

    def _read(self) -> None:
        if self._process is None:
            return
        for item in self._decoder.feed(bytes(self._process.readAllStandardOutput().data())):
            if isinstance(item, FrameError):
                log.info("dropped a line from the files worker: %s: %s", item.reason, item.excerpt)
            else:
                self._take(item)

    def _take(self, event: AnyFilesEvent) -> None:
        running = self._running
        if isinstance(event, FilesHello):
            self._greet(event)
        elif running is None or event.request_id != running.request_id or not self._greeted:
            log.info("dropped %s of a job that does not run", type(event).__name__)
        elif isinstance(event, JobProgress):
            self._silence.start()
            self.progressed.emit(event)
        else:
            self._silence.stop()
            self._running = None
            self.answered.emit(event)
            self._next()

    def _greet(self, hello: FilesHello) -> None:
        if self._greeted or self._process is None:
            return
        if hello.protocol != FILES_PROTOCOL:
            self._kill(DeathKind.WRONG_PROTOCOL)
            return
        self._greeted = True
        if self._running is not None:
            self._process.write(encode_frame(self._running))

    def _hung(self) -> None:
        self._kill(DeathKind.HUNG)

    def _kill(self, kind: DeathKind) -> None:
        if self._process is not None:
            self._death_kind = kind
            self._process.kill()

    def _let_go(self) -> None:
        """Nothing was asked for a while: the worker ends with its input."""
        if self._running is None and not self._queue:
            self._end_process(politely=True)

    def _end_process(self, *, politely: bool = False) -> None:
        self._idle.stop()
        self._silence.stop()
        process, self._process = self._process, None
        self._greeted = False
        if process is None:
            return
        process.readyReadStandardOutput.disconnect(self._read)
        process.finished.disconnect(self._finished)
        process.errorOccurred.disconnect(self._process_error)
        process.closeWriteChannel()
        if not politely or not process.waitForFinished(int(STOP_SECONDS * 1000)):
            process.kill()
            process.waitForFinished(int(STOP_SECONDS * 1000))
        process.deleteLater()

    def _process_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # the one error after which `finished` never comes
            self._death_kind = DeathKind.NOT_STARTED
            self._bury(0)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        if self._death_kind is None:
            self._death_kind = DeathKind.CRASHED if status is QProcess.ExitStatus.CrashExit else DeathKind.EXITED
        self._bury(code)

    def _bury(self, code: int) -> None:
        """Report the job that died with the worker, and go on with the next."""
        death = WorkerDeath(self._death_kind or DeathKind.EXITED, code, tail(self._log_path))
        self._silence.stop()
        process, self._process = self._process, None
        self._greeted = False
        if process is not None:
            process.deleteLater()
        command, self._running = self._running, None
        if command is not None:
            self.lost.emit(LostJob(command, death))
        QTimer.singleShot(0, self, self._next)  # not at once: where no worker starts at all, every job ends up here


def _environment() -> QProcessEnvironment:
    environment = QProcessEnvironment()
    for name, value in worker_environment().items():
        environment.insert(name, value)
    return environment
