"""The net worker's downloads: each on a thread, told to stop through an event."""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field

from app.catalog.download.download import Download
from app.catalog.download.report import DownloadError, Progress, Reach, StoppedError
from app.catalog.hub.access import Access, HubClient
from app.catalog.net_api import (
    DownloadFinished,
    DownloadProgress,
    DownloadRequest,
    DownloadStopped,
    NetEvent,
    NetFailed,
    NetProblem,
    StartDownload,
    StopDownload,
)

log = logging.getLogger(__name__)

MOST_AT_ONCE = 2


@dataclass
class _Running:
    request: DownloadRequest
    stop: threading.Event = field(default_factory=threading.Event)
    stopped_by: StopDownload | None = None
    future: Future[None] | None = None


class Downloads:
    """Runs downloads. ``ended`` is called once for each that was accepted."""

    def __init__(self, send: Callable[[NetEvent], None], ended: Callable[[], None]) -> None:
        self._send = send
        self._ended = ended
        self._threads = ThreadPoolExecutor(MOST_AT_ONCE, thread_name_prefix="download")
        self._running: dict[str, _Running] = {}
        self._lock = threading.Lock()

    def start(self, command: StartDownload, access: Access) -> bool:
        """Begin a download. False: one of this id runs already."""
        with self._lock:
            if command.request_id in self._running:
                return False
            running = self._running[command.request_id] = _Running(command.download)
            running.future = self._threads.submit(self._run, command.request_id, running, access)
            return True

    def stop(self, command: StopDownload) -> None:
        """Stop a download; the answer comes when its thread has let go of the files."""
        with self._lock:
            running = self._running.get(command.target)
            if running is not None:
                running.stopped_by = command
                running.stop.set()
        if running is None:
            self._send(DownloadStopped(request_id=command.request_id))

    def end(self, seconds: float) -> None:
        """Stop everything and wait so long for it."""
        with self._lock:
            running = list(self._running.values())
        for one in running:
            one.stop.set()
        wait([one.future for one in running if one.future is not None], timeout=seconds)

    def _run(self, request_id: str, running: _Running, access: Access) -> None:
        """One download; whatever goes wrong becomes its NetFailed."""
        last: NetEvent | None = None
        try:
            last = self._download(request_id, running, access)
        except StoppedError:
            pass
        except DownloadError as error:
            last = _failed(request_id, running.request, access, error)
        except Exception as error:  # noqa: BLE001  (the task boundary: a fault of ours ends one download)
            traceback.print_exception(error)
            detail = f"{type(error).__name__}: {error}"
            last = NetFailed(problem=NetProblem.INTERNAL, detail=detail, request_id=request_id)
        with self._lock:
            del self._running[request_id]
            stopped_by = running.stopped_by
        if last is not None:
            self._send(last)
        if stopped_by is not None:
            if stopped_by.discard:
                discard(running.request)
            self._send(DownloadStopped(request_id=stopped_by.request_id))
        self._ended()

    def _download(self, request_id: str, running: _Running, access: Access) -> NetEvent:
        request = running.request

        def report(progress: Progress) -> None:
            self._send(
                DownloadProgress(
                    done=progress.done,
                    total=progress.total,
                    bytes_per_second=progress.bytes_per_second,
                    verifying=progress.verifying,
                    waiting=progress.waiting,
                    retry_in=progress.retry_in,
                    request_id=request_id,
                )
            )

        end = Download(request, reach(request, access)).run(report, running.stop)
        return DownloadFinished(path=str(end.path), sha256=end.sha256, request_id=request_id)


def discard(request: DownloadRequest) -> None:
    """Take away what a download that ended left, but no finished file."""
    try:
        Download(request, reach(request, Access())).discard()
    except (OSError, DownloadError) as error:
        log.info("what a download left could not be taken away: %s", error)


def reach(request: DownloadRequest, access: Access) -> Reach:
    """Return how the files of a request are fetched."""
    source, repository, revision = request.source, request.repository, request.revision
    return Reach(
        client=lambda: HubClient(access),
        url_of=lambda file: access.file_address(source, repository, revision, file.name),
        headers_for=lambda _address: access.headers(source),
    )


def _failed(request_id: str, request: DownloadRequest, access: Access, error: DownloadError) -> NetFailed:
    gated = error.problem is NetProblem.GATED
    return NetFailed(
        problem=error.problem,
        detail=access.page(request.source, request.repository) if gated else error.detail,
        retry_after=error.retry_after,
        needed=error.needed,
        available=error.available,
        request_id=request_id,
    )
