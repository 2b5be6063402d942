"""The window's side of the net worker: started when something is asked, gone when nothing is left to do.

With ``offline_mode`` set nothing is started, and what runs is ended at once. Whatever was asked gets an end: when the
worker dies, a ``NetFailed`` is made for every request that it leaves behind.
"""

from __future__ import annotations

import logging
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.catalog.net_api import (
    NET_PROTOCOL,
    AnyNetCommand,
    AnyNetEvent,
    CancelRequest,
    Configure,
    DownloadProgress,
    DownloadStopped,
    NetFailed,
    NetHello,
    NetProblem,
    Source,
    StopDownload,
)
from app.session.models.hub_tokens import HubTokens
from app.session.workers.worker_process import DeathKind, WorkerDeath, WorkerProcess, new_request_id
from app.settings.store import SettingsStore
from app.system.child import worker_command
from app.system.logs import fresh_log

log = logging.getLogger(__name__)

STOP_SECONDS = 6.0
"""A little more than the worker itself takes to write down where its downloads are."""

LOG_LINES = 8


class NetState(StrEnum):
    """The life of the worker process."""

    STOPPED = "stopped"
    STARTING = "starting"
    RUNNING = "running"


class NetClient(QObject):
    """Starts, feeds and hears the net worker."""

    received = Signal(object)  # AnyNetEvent, never NetHello
    state_changed = Signal()  # also: the offline switch

    def __init__(
        self,
        logs: Path,
        settings: SettingsStore,
        tokens: HubTokens,
        parent: QObject | None = None,
        command: list[str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._command = command or worker_command("net")
        self._log_folder = logs
        self._settings = settings
        self._tokens = tokens
        self.state = NetState.STOPPED
        self._process: WorkerProcess[AnyNetEvent] | None = None
        self._waiting: list[AnyNetCommand] = []
        self._pending: dict[str, AnyNetCommand] = {}  # sent or waiting, and not answered
        self._sent_again: set[str] = set()
        tokens.changed.connect(self.reconfigure)

    @property
    def offline(self) -> bool:
        """Whether the person wants nothing to be asked of any network."""
        return self._settings.current.offline_mode

    @property
    def process_id(self) -> int:
        """The worker's process id, 0 while there is none."""
        return self._process.process_id if self._process else 0

    def set_offline(self, *, offline: bool) -> None:
        """Turn the switch. On: what runs ends at once and is not answered any more."""
        if offline == self.offline:
            return
        self._settings.change(offline_mode=offline)
        if offline:
            self._waiting.clear()
            self._pending.clear()
            self._end(0.0)
        self.state_changed.emit()

    def send(self, command: AnyNetCommand) -> bool:
        """Write one command, starting the worker when there is none. False: offline, and nothing was done."""
        if self.offline:
            return False
        self._pending[command.request_id] = command
        if isinstance(command, StopDownload):
            self._pending.pop(command.target, None)
        if self.state is NetState.RUNNING:
            self._write(command)
        else:
            self._waiting.append(command)
            self._start()
        return True

    def cancel(self, request_id: str) -> None:
        """Forget a question; no answer comes any more."""
        if self._pending.pop(request_id, None) is None:
            return
        self._waiting = [command for command in self._waiting if command.request_id != request_id]
        if self.state is NetState.RUNNING:
            self._write(CancelRequest(request_id=new_request_id(), target=request_id))

    def reconfigure(self) -> None:
        """Tell a running worker about changed addresses, proxy or tokens."""
        if self.state is NetState.RUNNING:
            self._write(self._configure())

    def stop(self) -> None:
        """End the worker and wait for it. Nothing is reported."""
        self._waiting.clear()
        self._pending.clear()
        self._end(STOP_SECONDS)

    def _start(self) -> None:
        if self.state is not NetState.STOPPED:
            return
        self._set_state(NetState.STARTING)
        self._tokens.load(self._launch)

    def _launch(self) -> None:
        if self.state is not NetState.STARTING or self._process is not None:
            return  # ended while the keyring was asked
        log_path = fresh_log(self._log_folder, "net")
        self._process = WorkerProcess(self, self._command, log_path, AnyNetEvent, self._hear, self._bury)
        self._process.start()

    def _hear(self, event: AnyNetEvent) -> None:
        if isinstance(event, NetHello):
            self._greet(event)
        else:
            self._take(event)

    def _greet(self, hello: NetHello) -> None:
        if self.state is not NetState.STARTING:
            return
        if hello.protocol != NET_PROTOCOL:
            log.error("the net worker speaks protocol %d instead of %d", hello.protocol, NET_PROTOCOL)
            self._end(0.0)
            self._fail_pending("")
            return
        self._set_state(NetState.RUNNING)
        self._write(self._configure())
        waiting, self._waiting = self._waiting, []
        for command in waiting:
            self._write(command)

    def _take(self, event: AnyNetEvent) -> None:
        if not isinstance(event, DownloadProgress):
            self._pending.pop(event.request_id, None)
            self._sent_again.discard(event.request_id)
        self.received.emit(event)

    def _configure(self) -> Configure:
        settings = self._settings.current
        endpoints = {source: settings.hub_endpoints.get(source.value, "") for source in Source}
        return Configure(
            request_id=new_request_id(),
            endpoints={source: address for source, address in endpoints.items() if address},
            proxy=self._tokens.proxy,
            tokens=self._tokens.tokens,
        )

    def _write(self, command: AnyNetCommand) -> None:
        if self._process is not None:
            self._process.write(command)

    def _bury(self, death: WorkerDeath) -> None:
        well = death.kind is DeathKind.EXITED and death.code == 0 and self.state is NetState.RUNNING
        self._process = None
        self._set_state(NetState.STOPPED)
        again = [command for command in self._pending.values() if command.request_id not in self._sent_again]
        if well and len(again) == len(self._pending):
            self._send_again(again)  # it had ended, idle, just before it was asked
        else:
            log.info("the net worker ended: %s %d", death.kind, death.code)
            self._fail_pending("\n".join(death.log_tail.splitlines()[-LOG_LINES:]))

    def _send_again(self, commands: list[AnyNetCommand]) -> None:
        for command in commands:
            self._sent_again.add(command.request_id)
            self.send(command)

    def _fail_pending(self, detail: str) -> None:
        left, self._pending = list(self._pending.values()), {}
        self._waiting.clear()
        for command in left:
            if isinstance(command, StopDownload):
                self.received.emit(DownloadStopped(request_id=command.request_id))
            else:
                problem = NetProblem.INTERNAL
                self.received.emit(NetFailed(request_id=command.request_id, problem=problem, detail=detail))

    def _end(self, patience: float) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.end(patience)
        self._set_state(NetState.STOPPED)

    def _set_state(self, state: NetState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit()
