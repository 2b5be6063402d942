"""The rows of the download queue, and the file that they are kept in between two runs of Parley."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

import msgspec

from app.catalog.hub.grouping import PART
from app.catalog.net_api import DownloadRequest, NetProblem, Source
from app.session.notices import Problem
from app.session.workers.net_wording import ELSEWHERE_HELPS, other_source
from app.system.files import atomic_write

log = logging.getLogger(__name__)


class DownloadState(StrEnum):
    """Where a download is."""

    QUEUED = "queued"
    RUNNING = "running"
    WAITING = "waiting"  # before the next try, by itself
    VERIFYING = "verifying"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"

    @property
    def active(self) -> bool:
        """Whether the worker has it."""
        return self in {DownloadState.RUNNING, DownloadState.WAITING, DownloadState.VERIFYING}


@dataclass
class DownloadItem:
    """One row. Sizes in bytes."""

    id: str
    request: DownloadRequest
    state: DownloadState = DownloadState.QUEUED
    done: int = 0
    bytes_per_second: float = 0.0
    retry_in: float = 0.0  # seconds, while WAITING
    problem: Problem | None = None
    code: NetProblem | None = None  # what ``problem`` says in words
    path: str = ""  # the first part, when DONE

    @property
    def title(self) -> str:
        """The model's name, as its first file has it."""
        name = PurePosixPath(self.request.files[0].name).name if self.request.files else self.request.repository
        return PART.sub("", name).removesuffix(".gguf")

    @property
    def total(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.request.files)

    @property
    def other_source(self) -> Source | None:
        """The hub to offer when this one fails. Only for files whose sums are known: those are the same everywhere."""
        stuck = self.state in {DownloadState.WAITING, DownloadState.FAILED} and self.code in ELSEWHERE_HELPS
        known = all(file.sha256 for file in self.request.files)
        return other_source(self.request.source) if stuck and known else None

    @property
    def seconds_left(self) -> float | None:
        """How long it takes at this speed, None while nothing moves."""
        if self.state is not DownloadState.RUNNING or self.bytes_per_second <= 0:
            return None
        return max(0, self.total - self.done) / self.bytes_per_second


class _Kept(msgspec.Struct):
    id: str
    request: DownloadRequest
    state: DownloadState
    done: int = 0
    code: NetProblem | None = None
    detail: str = ""


class _File(msgspec.Struct):
    downloads: list[_Kept]
    version: int = 1


def load_downloads(path: Path) -> list[DownloadItem]:
    """Return the rows of the last run: what ran goes on, what was paused stays so. A damaged file gives none."""
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=_File).downloads
    except FileNotFoundError:
        return []
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        log.info("the list of downloads cannot be read: %s", error)
        return []
    return [_item(one) for one in kept]


def save_downloads(path: Path, items: list[DownloadItem]) -> None:
    """Write the rows that are not done. A disk that refuses is no reason to stop a download."""
    kept = [_kept(item) for item in items if item.state is not DownloadState.DONE]
    try:
        atomic_write(path, msgspec.json.format(msgspec.json.encode(_File(kept)), indent=1))
    except OSError as error:
        log.info("the list of downloads could not be kept: %s", error)


def _item(kept: _Kept) -> DownloadItem:
    state = DownloadState.QUEUED if kept.state.active else kept.state
    problem = Problem("", details=kept.detail) if state is DownloadState.FAILED else None
    return DownloadItem(id=kept.id, request=kept.request, state=state, done=kept.done, problem=problem, code=kept.code)


def _kept(item: DownloadItem) -> _Kept:
    detail = item.problem.details if item.problem else ""
    return _Kept(id=item.id, request=item.request, state=item.state, done=item.done, code=item.code, detail=detail)
