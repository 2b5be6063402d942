"""Asks the highlight worker for colours and ends it when it takes too long. One for the whole window."""

from __future__ import annotations

import itertools
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, QTimer

from app.chat.highlight_api import MAX_CODE, WORKER, HighlightReply, HighlightRequest
from app.ipc.framing import FrameDecoder, FrameError, encode_frame
from app.system.child import worker_command, worker_environment, worker_folder

log = logging.getLogger(__name__)

DEADLINE_MS = 300
FIRST_DEADLINE_MS = 5000  # the worker starts first
MAX_FAILURES = 8  # worker ends that we did not plan; then code stays plain until the next start of Parley
STOP_MS = 1000
IDLE_MS = 60_000  # then the worker ends; the next block of code starts another

Deliver = Callable[[list[int]], None]


@dataclass(frozen=True)
class _Job:
    request: HighlightRequest
    deliver: Deliver


class Highlighter(QObject):
    """Jobs are done one after another; a job that is late is dropped, and its code stays as it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: deque[_Job] = deque()
        self._ids = (str(number) for number in itertools.count())
        self._process: QProcess | None = None
        self._answered = False
        self._failures = 0
        self._decoder: FrameDecoder[HighlightReply] = FrameDecoder(HighlightReply)
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._give_up)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self.close)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def ask(self, language: str, code: str, deliver: Deliver) -> str:
        """Ask for the colours of some code; ``deliver`` gets the runs unless they are late. Returns the job's id."""
        if not language or len(code) > MAX_CODE or self._failures >= MAX_FAILURES:
            return ""
        request = HighlightRequest(request_id=next(self._ids), language=language, code=code)
        self._jobs.append(_Job(request, deliver))
        if len(self._jobs) == 1:
            self._send()
        return request.request_id

    def drop(self, job: str) -> None:
        """Forget a job that nobody waits for any more."""
        for waiting in list(self._jobs)[1:]:
            if waiting.request.request_id == job:
                self._jobs.remove(waiting)
                return
        if self._jobs and self._jobs[0].request.request_id == job:
            self._jobs[0] = _Job(self._jobs[0].request, _nobody)

    def close(self) -> None:
        """End the worker."""
        self._jobs.clear()
        self._deadline.stop()
        self._idle.stop()
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.closeWriteChannel()
            if not process.waitForFinished(STOP_MS):
                process.kill()
                process.waitForFinished(STOP_MS)
            process.deleteLater()

    def _send(self) -> None:
        if not self._jobs:
            return
        process = self._process or self._start()
        self._deadline.start(DEADLINE_MS if self._answered else FIRST_DEADLINE_MS)
        process.write(encode_frame(self._jobs[0].request))

    def _start(self) -> QProcess:
        process = QProcess(self)
        environment = QProcessEnvironment()
        for name, value in worker_environment().items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        process.setWorkingDirectory(str(worker_folder()))
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._ended)
        program, *arguments = worker_command(WORKER)
        self._process = process
        self._answered = False
        self._decoder = FrameDecoder(HighlightReply)
        process.start(program, arguments)
        return process

    def _read(self) -> None:
        if self._process is None:
            return
        for reply in self._decoder.feed(bytes(self._process.readAllStandardOutput().data())):
            if isinstance(reply, FrameError):
                log.warning("highlight worker: %s", reply.reason)
            elif self._jobs and reply.request_id == self._jobs[0].request.request_id:
                self._finish(self._jobs.popleft(), reply.runs)

    def _finish(self, job: _Job, runs: list[int]) -> None:
        self._answered = True
        self._deadline.stop()
        self._idle.start()
        job.deliver(runs)
        self._send()

    def _give_up(self) -> None:
        """The code at the head of the line takes too long: it stays plain, and a new worker does the rest."""
        log.info("highlighting took too long and was ended")
        self._end_process()
        if self._jobs:
            self._jobs.popleft()
        self._send()

    def _ended(self) -> None:
        if self._process is None or self._process.state() is not QProcess.ProcessState.NotRunning:
            return
        self._failures += 1
        log.info("the highlight worker ended with code %s", self._process.exitCode())
        self._end_process()
        if self._jobs:
            self._jobs.popleft()
        if self._failures < MAX_FAILURES:
            self._send()
        else:
            self._jobs.clear()

    def _end_process(self) -> None:
        self._deadline.stop()
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(STOP_MS)
            process.deleteLater()


def _nobody(_runs: list[int]) -> None:
    """Take what nobody waits for."""
