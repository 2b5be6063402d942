"""The downloads: their order, how many run at once, and that they go on after Parley was closed."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from app.catalog.hub.names import DEFAULT_REVISIONS
from app.catalog.net_api import (
    AnyNetEvent,
    DownloadFinished,
    DownloadProgress,
    DownloadRequest,
    DownloadStopped,
    NetFailed,
    NetProblem,
    StartDownload,
    StopDownload,
)
from app.session.models.download_list import DownloadItem, DownloadState, load_downloads, save_downloads
from app.session.workers.net_client import NetClient
from app.session.workers.net_wording import failed_problem, net_problem
from app.session.workers.worker_process import new_request_id

AT_ONCE = 2
MOST_DEATHS = 3
"""Deaths of the worker in a row, with no byte between them, after which a download waits for the person."""


class DownloadQueue(QObject):
    """Hands downloads to the net worker, two at a time, in the person's order."""

    changed = Signal()
    row_changed = Signal(str)
    finished = Signal(str)  # path of the first part

    def __init__(self, net: NetClient, kept_in: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._net = net
        self._kept_in = kept_in
        self.items: list[DownloadItem] = load_downloads(kept_in)
        for item in self.items:
            if item.code is not None and item.problem is not None:
                item.problem = net_problem(item.code, item.request.source, item.problem.details)
        self._stopping: dict[str, str] = {}  # id of a StopDownload -> id of the download
        self._discarding: dict[str, DownloadRequest] = {}  # rows that are gone, while the worker lets go of them
        self._deaths: dict[str, int] = {}
        net.received.connect(self._take)
        net.state_changed.connect(self._net_changed)

    def start(self) -> None:
        """Go on with what the last run left; call it once the window is there."""
        self._pump()

    def item(self, download_id: str) -> DownloadItem | None:
        """Return a row."""
        return next((item for item in self.items if item.id == download_id), None)

    def add(self, request: DownloadRequest) -> str:
        """Queue a download and return its id. One of the same files that is there already is taken up again."""
        for item in list(self.items):
            if _same_files(item.request, request):
                if item.state is not DownloadState.DONE:
                    self.resume(item.id)
                    return item.id
                self.items.remove(item)
        item = DownloadItem(id=new_request_id(), request=request)
        self.items.append(item)
        self._rows_changed()
        return item.id

    def pause(self, download_id: str) -> None:
        """Stop a download; what is there stays."""
        item = self.item(download_id)
        if item is None or not (item.state.active or item.state is DownloadState.QUEUED):
            return
        if item.state.active:
            self._stop(item)
        self._set(item, DownloadState.PAUSED)
        self._rows_changed()

    def resume(self, download_id: str) -> None:
        """Go on with a download that was paused or failed; one that waits before its next try does that now."""
        item = self.item(download_id)
        if item is None or item.state not in {DownloadState.PAUSED, DownloadState.FAILED, DownloadState.WAITING}:
            return
        if item.state is DownloadState.WAITING:
            self._stop(item)
        self._deaths.pop(item.id, None)
        self._set(item, DownloadState.QUEUED)
        self._rows_changed()

    def retry(self, download_id: str) -> None:
        """Try again."""
        self.resume(download_id)

    def use_other_source(self, download_id: str) -> None:
        """Go on from ``other_source``, with what is there; the sums decide whether it has the same files."""
        item = self.item(download_id)
        source = item.other_source if item is not None else None
        if item is None or source is None:
            return
        item.request = msgspec.structs.replace(item.request, source=source, revision=DEFAULT_REVISIONS[source])
        self.resume(download_id)

    def cancel(self, download_id: str) -> None:
        """Take a row away, and what was downloaded of it, unless it is done: then only the row goes."""
        item = self.item(download_id)
        if item is None:
            return
        self.items.remove(item)
        if item.state.active:
            self._stop(item)
        if item.id in self._stopping.values():
            self._discarding[item.id] = item.request
        elif item.state is not DownloadState.DONE:
            _discard(item.request)
        self._rows_changed()

    def move(self, download_id: str, position: int) -> None:
        """Put a row at ``position``, counted from 0."""
        item = self.item(download_id)
        if item is not None:
            self.items.remove(item)
            self.items.insert(max(0, min(position, len(self.items))), item)
            self._rows_changed()

    def close(self) -> None:
        """Keep the list as it is; call it before the net client stops."""
        save_downloads(self._kept_in, self.items)

    def _rows_changed(self) -> None:
        self._pump()
        save_downloads(self._kept_in, self.items)
        self.changed.emit()

    def _pump(self) -> None:
        """Start what may run."""
        letting_go = set(self._stopping.values())
        busy = {item.id for item in self.items if item.state.active} | letting_go
        for item in self.items:
            if len(busy) >= AT_ONCE:
                return
            if item.state is not DownloadState.QUEUED or item.id in letting_go:
                continue
            if not self._net.send(StartDownload(request_id=item.id, download=item.request)):
                return  # offline: it stays queued
            busy.add(item.id)
            self._set(item, DownloadState.RUNNING)
            self.row_changed.emit(item.id)

    def _stop(self, item: DownloadItem) -> None:
        stop = StopDownload(request_id=new_request_id(), target=item.id)
        if self._net.send(stop):
            self._stopping[stop.request_id] = item.id

    def _set(self, item: DownloadItem, state: DownloadState) -> None:
        item.state, item.bytes_per_second, item.retry_in, item.problem, item.code = state, 0.0, 0.0, None, None

    def _take(self, event: AnyNetEvent) -> None:
        if isinstance(event, DownloadStopped):
            self._stopped(event.request_id)
            return
        item = self.item(event.request_id)
        if item is None or not item.state.active:
            return
        match event:
            case DownloadProgress():
                self._progress(item, event)
            case DownloadFinished():
                self._finished(item, event)
            case NetFailed():
                self._failed(item, event)
            case _:
                pass

    def _stopped(self, stop_id: str) -> None:
        download_id = self._stopping.pop(stop_id, "")
        request = self._discarding.pop(download_id, None)
        if request is not None:
            _discard(request)
        if download_id:
            self._pump()

    def _progress(self, item: DownloadItem, event: DownloadProgress) -> None:
        if event.done > item.done:
            self._deaths.pop(item.id, None)
        waits = event.waiting is not None
        state = DownloadState.VERIFYING if event.verifying else DownloadState.RUNNING
        self._set(item, DownloadState.WAITING if waits else state)
        item.done, item.bytes_per_second, item.retry_in = event.done, event.bytes_per_second, event.retry_in
        if event.waiting is not None:
            item.code = event.waiting
            item.problem = net_problem(event.waiting, item.request.source, retry_after=event.retry_in)
        self.row_changed.emit(item.id)

    def _finished(self, item: DownloadItem, event: DownloadFinished) -> None:
        self._set(item, DownloadState.DONE)
        item.done, item.path = item.total, event.path
        self._rows_changed()
        self.finished.emit(event.path)

    def _failed(self, item: DownloadItem, event: NetFailed) -> None:
        deaths = self._deaths.get(item.id, 0) + 1
        if event.problem is NetProblem.INTERNAL and deaths < MOST_DEATHS:
            self._deaths[item.id] = deaths
            self._set(item, DownloadState.QUEUED)  # the worker died: another one goes on
        else:
            self._set(item, DownloadState.FAILED)
            item.code, item.problem = event.problem, failed_problem(event, item.request.source)
        self._rows_changed()

    def _net_changed(self) -> None:
        """The switch was turned: what ran is queued again, and goes on when Parley may."""
        if not self._net.offline:
            self._pump()
            return
        for request in self._discarding.values():
            _discard(request)
        self._discarding.clear()
        self._stopping.clear()
        active = [item for item in self.items if item.state.active]
        for item in active:
            self._set(item, DownloadState.QUEUED)
        if active:
            self.changed.emit()


def _same_files(one: DownloadRequest, other: DownloadRequest) -> bool:
    return (one.source, one.repository, one.folder, [file.name for file in one.files]) == (
        other.source,
        other.repository,
        other.folder,
        [file.name for file in other.files],
    )


def _discard(request: DownloadRequest) -> None:
    # It loads the HTTP client, which a window needs for nothing else.
    from app.catalog.net_downloads import discard  # noqa: PLC0415

    discard(request)
