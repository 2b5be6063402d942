"""The window's side of the engine worker: one QProcess, its frames, its death.

The client starts the worker, turns its lines into events, and watches its heartbeat. When the worker dies it says how
(``died``) and starts a new one, unless workers keep dying: then it waits until somebody asks for something again.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.engine.api import PROTOCOL_VERSION, AnyEvent, Command, Heartbeat, Hello, Shutdown
from app.session.workers.worker_process import DeathKind, WorkerDeath, WorkerProcess, new_request_id
from app.system.child import worker_command
from app.system.logs import fresh_log, tail

log = logging.getLogger(__name__)

HANG_SECONDS = 10.0
START_SECONDS = 180.0  # the first start on a machine may check several builds of llama.cpp
STOP_SECONDS = 2.0
TICK_SECONDS = 1.0
WORKING_CPU_SECONDS = 0.2  # less since the last sign of progress is only the heartbeat's own
BREAKER_DEATHS = 5
BREAKER_SECONDS = 120.0


class EngineState(StrEnum):
    """The life of the worker process."""

    STOPPED = "stopped"
    STARTING = "starting"
    RUNNING = "running"
    FAILED = "failed"  # died too often; the next command tries again


class EngineClient(QObject):
    """Starts, feeds, hears and replaces the engine worker."""

    received = Signal(object)  # AnyEvent, never Hello or Heartbeat
    died = Signal(object)  # WorkerDeath
    state_changed = Signal()

    def __init__(self, logs: Path, parent: QObject | None = None, command: list[str] | None = None) -> None:
        super().__init__(parent)
        self._command = command or worker_command("engine")
        self._log_folder = logs
        self._log_path = logs / "engine.log"
        self.state = EngineState.STOPPED
        self.hello: Hello | None = None
        self._process: WorkerProcess[AnyEvent] | None = None
        self._waiting: list[Command] = []
        self._deaths: deque[float] = deque(maxlen=BREAKER_DEATHS)
        self._watch = _Watch()
        self._timer = QTimer(self, interval=int(TICK_SECONDS * 1000))
        self._timer.timeout.connect(self._tick)

    @property
    def process_id(self) -> int:
        """The worker's process id, 0 while there is none."""
        return self._process.process_id if self._process else 0

    def start(self) -> None:
        """Start the worker if there is none."""
        if self.state in {EngineState.STARTING, EngineState.RUNNING}:
            return
        self._log_path = fresh_log(self._log_folder, "engine")
        self._process = WorkerProcess(self, self._command, self._log_path, AnyEvent, self._take, self._bury)
        self.hello = None
        self._watch.restart()
        self._set_state(EngineState.STARTING)
        self._timer.start()
        self._process.start()

    def send(self, command: Command) -> None:
        """Write one command, or keep it until the worker has said hello. Starts the worker when there is none."""
        if self.state is EngineState.RUNNING and self._process is not None:
            self._process.write(command)
            return
        self._waiting.append(command)
        self.start()

    def drop_waiting(self, request_id: str) -> bool:
        """Forget a command that was not yet written; say whether there was one."""
        kept = [command for command in self._waiting if command.request_id != request_id]
        found = len(kept) != len(self._waiting)
        self._waiting = kept
        return found

    def kill(self, kind: DeathKind) -> None:
        """End the worker at once; ``died`` will report ``kind``."""
        if self._process is not None:
            self._process.kill(kind)

    def stop(self) -> None:
        """End the worker and wait for it: politely, then by force. Nothing is reported."""
        self._timer.stop()
        process, self._process = self._process, None
        if process is None:
            return
        if self.state is EngineState.RUNNING:
            process.write(Shutdown(request_id=new_request_id()))
        process.end(STOP_SECONDS)
        self._set_state(EngineState.STOPPED)

    def log_tail(self) -> str:
        """Return the worker's last log lines."""
        return tail(self._log_path)

    def _take(self, event: AnyEvent) -> None:
        self._watch.heard()
        if isinstance(event, Hello):
            self._greet(event)
        elif isinstance(event, Heartbeat):
            self._watch.beat(event)
        elif self.state is EngineState.RUNNING:
            self.received.emit(event)
        else:
            log.info("dropped %s before the worker's hello", type(event).__name__)

    def _greet(self, hello: Hello) -> None:
        if self.state is not EngineState.STARTING:
            log.info("a second hello was dropped")
            return
        if hello.protocol != PROTOCOL_VERSION:
            self.kill(DeathKind.WRONG_PROTOCOL)
            return
        self.hello = hello
        self._set_state(EngineState.RUNNING)
        waiting, self._waiting = self._waiting, []
        for command in waiting:
            self.send(command)

    def _tick(self) -> None:
        if self._process is None:
            return
        limit = HANG_SECONDS if self.state is EngineState.RUNNING else START_SECONDS
        if self._watch.silent_for() > limit or self._watch.stuck_for() > HANG_SECONDS:
            self.kill(DeathKind.HUNG)

    def _bury(self, death: WorkerDeath) -> None:
        """Report the death, then start the next worker unless they keep dying."""
        self._timer.stop()
        self._process = None
        self._waiting.clear()
        broken = self._breaker_trips() or death.kind in {DeathKind.NOT_STARTED, DeathKind.WRONG_PROTOCOL}
        self._set_state(EngineState.FAILED if broken else EngineState.STOPPED)
        self.died.emit(death)
        if self.state is EngineState.STOPPED:
            self.start()

    def _breaker_trips(self) -> bool:
        now = time.monotonic()
        self._deaths.append(now)
        return len(self._deaths) == BREAKER_DEATHS and now - self._deaths[0] < BREAKER_SECONDS

    def _set_state(self, state: EngineState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit()


class _Watch:
    """Decides whether a worker hangs. A late tick (the machine slept) forgives everything before it."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        self._heard = self._moved = self._asked = time.monotonic()
        self._last: Heartbeat | None = None

    def heard(self) -> None:
        self._heard = time.monotonic()

    def beat(self, beat: Heartbeat) -> None:
        last = self._last
        if last is None or not (beat.busy and last.busy) or _moves(last, beat):
            self._moved = time.monotonic()
            self._last = beat

    def silent_for(self) -> float:
        now = time.monotonic()
        if now - self._asked > 4 * TICK_SECONDS:
            self._heard = self._moved = now
        self._asked = now
        return now - self._heard

    def stuck_for(self) -> float:
        busy = self._last is not None and self._last.busy
        return time.monotonic() - self._moved if busy else 0.0


def _moves(last: Heartbeat, beat: Heartbeat) -> bool:
    return beat.progress != last.progress or beat.cpu_seconds - last.cpu_seconds > WORKING_CPU_SECONDS
