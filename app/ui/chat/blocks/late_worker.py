"""A worker process that may take too long: every job has a deadline, and a job that is late ends the worker.

For libraries that a few hostile characters keep busy for ever (Pygments, ziamath). The window never waits.
"""

from __future__ import annotations

import itertools
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from app.ipc.message import Message
from app.session.workers.worker_process import WorkerDeath, WorkerProcess
from app.system.child import worker_command

log = logging.getLogger(__name__)

FIRST_DEADLINE_MS = 5000  # the worker starts first
MAX_FAILURES = 8  # worker ends that we did not plan; then no job is taken until the next start of Parley
STOP_SECONDS = 1.0
IDLE_MS = 60_000  # then the worker ends; the next job starts another

Q = TypeVar("Q", bound=Message)
R = TypeVar("R", bound=Message)


@dataclass(frozen=True)
class _Job(Generic[Q, R]):
    request: Q
    deliver: Callable[[R | None], None]


class LateWorker(QObject, Generic[Q, R]):
    """Jobs are done one after another. Only for the window's thread; lives as long as its parent."""

    def __init__(self, kind: str, reply: type[R], deadline_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind, self._reply, self._deadline_ms = kind, reply, deadline_ms
        self._jobs: deque[_Job[Q, R]] = deque()
        self._ids = (str(number) for number in itertools.count())
        self._process: WorkerProcess[R] | None = None
        self._answered = False
        self._failures = 0
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._give_up)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self.close)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    @property
    def given_up(self) -> bool:
        """Whether the worker has died so often that no job is taken any more."""
        return self._failures >= MAX_FAILURES

    def next_id(self) -> str:
        """Return the id for the next request."""
        return next(self._ids)

    def ask(self, request: Q, deliver: Callable[[R | None], None]) -> None:
        """Put a job at the end of the line. ``deliver`` gets the reply, or None when it is late or the worker died."""
        self._jobs.append(_Job(request, deliver))
        if len(self._jobs) == 1:
            self._send()

    def drop(self, request_id: str) -> None:
        """Forget a job that nobody waits for any more."""
        for waiting in list(self._jobs)[1:]:
            if waiting.request.request_id == request_id:
                self._jobs.remove(waiting)
                return
        if self._jobs and self._jobs[0].request.request_id == request_id:
            self._jobs[0] = _Job(self._jobs[0].request, _nobody)

    def close(self) -> None:
        """End the worker and forget all jobs."""
        self._jobs.clear()
        self._idle.stop()
        self._end_process(STOP_SECONDS)

    def _send(self) -> None:
        if self._jobs:
            process = self._process or self._start()
            self._deadline.start(self._deadline_ms if self._answered else FIRST_DEADLINE_MS)
            process.write(self._jobs[0].request)

    def _start(self) -> WorkerProcess[R]:
        process = WorkerProcess(self, worker_command(self._kind), None, self._reply, self._hear, self._died)
        self._process, self._answered = process, False
        process.start()
        return process

    def _hear(self, reply: R) -> None:
        if self._jobs and reply.request_id == self._jobs[0].request.request_id:
            self._answered = True
            self._idle.start()
            self._finish(reply)

    def _finish(self, reply: R | None) -> None:
        self._deadline.stop()
        if self._jobs:
            self._jobs.popleft().deliver(reply)
        self._send()

    def _give_up(self) -> None:
        """The job at the head of the line takes too long, and a new worker does the rest."""
        log.info("a job of the %s worker took too long and was ended", self._kind)
        self._end_process(0)
        self._finish(None)

    def _died(self, death: WorkerDeath) -> None:
        self._process = None
        self._failures += 1
        log.info("the %s worker ended: %s, %s", self._kind, death.kind, death.code)
        waiting, self._jobs = (self._jobs, deque()) if self.given_up else (deque(), self._jobs)
        for job in waiting:
            job.deliver(None)
        self._finish(None)

    def _end_process(self, patience: float) -> None:
        self._deadline.stop()
        process, self._process = self._process, None
        if process is not None:
            process.end(patience)


def _nobody(_reply: object) -> None:
    """Take what nobody waits for."""
