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
from PySide6.QtCore import QObject, QTimer, Signal

from app.engine.files_api import FILES_PROTOCOL, AnyFilesEvent, FilesCommand, FilesHello, JobProgress
from app.session.workers.worker_process import DeathKind, WorkerDeath, WorkerProcess, new_request_id
from app.system.child import worker_command
from app.system.logs import fresh_log

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
        self._queue: deque[FilesCommand] = deque()
        self._running: FilesCommand | None = None
        self._greeted = False
        self._stopped = False
        self._process: WorkerProcess[AnyFilesEvent] | None = None
        self._idle = QTimer(self, interval=int(IDLE_SECONDS * 1000), singleShot=True)
        self._idle.timeout.connect(self._let_go)
        self._silence = QTimer(self, interval=int(SILENCE_SECONDS * 1000), singleShot=True)
        self._silence.timeout.connect(self._hung)

    @property
    def process_id(self) -> int:
        """The worker's process id, 0 while there is none."""
        return self._process.process_id if self._process else 0

    @property
    def waiting(self) -> list[str]:
        """Request ids of the jobs that have not begun."""
        return [command.request_id for command in self._queue]

    def submit(self, command: FilesCommand) -> str:
        """Queue a job and return its request id, a fresh one unless it has one."""
        if not command.request_id:
            command = msgspec.structs.replace(command, request_id=new_request_id())
        if not self._stopped:  # who asks late would start a worker that nobody ends, with a new log
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
        """Forget all jobs, also those that come later; end the worker and wait for it."""
        self._stopped = True
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
            self._process.write(self._running)

    def _start(self) -> None:
        log_path = fresh_log(self._logs, self._name)
        self._greeted = False
        self._process = WorkerProcess(self, self._command, log_path, AnyFilesEvent, self._take, self._bury)
        self._process.start()

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
            self._process.write(self._running)

    def _hung(self) -> None:
        self._kill(DeathKind.HUNG)

    def _kill(self, kind: DeathKind) -> None:
        if self._process is not None:
            self._process.kill(kind)

    def _let_go(self) -> None:
        """Nothing was asked for a while: the worker ends with its input."""
        if self._running is None and not self._queue:
            self._end_process(politely=True)

    def _end_process(self, *, politely: bool = False) -> None:
        self._idle.stop()
        self._silence.stop()
        process, self._process = self._process, None
        self._greeted = False
        if process is not None:
            process.end(STOP_SECONDS if politely else 0.0)

    def _bury(self, death: WorkerDeath) -> None:
        """Report the job that died with the worker, and go on with the next."""
        self._silence.stop()
        self._process = None
        self._greeted = False
        command, self._running = self._running, None
        if command is not None:
            self.lost.emit(LostJob(command, death))
        QTimer.singleShot(0, self, self._next)  # not at once: where no worker starts at all, every job ends up here
