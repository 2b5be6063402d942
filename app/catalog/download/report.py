"""What a download says about itself: progress, the end, or why it cannot go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.catalog.net_api import NetProblem, RemoteFile

if TYPE_CHECKING:
    import httpx2  # the window reads where a file came from, and has no use for a client


@dataclass(frozen=True)
class Reach:
    """How a download gets at the network.

    ``client`` makes a new client with proxy, certificates and user agent set; the download closes it. It is called once
    per attempt, so that an attempt never gets a dead connection. ``url_of`` names a file's address. ``headers_for``
    gives the headers for the address that ``url_of`` named, the token among them; the download itself drops the token
    before it follows a redirect to another origin.
    """

    client: Callable[[], httpx2.Client]
    url_of: Callable[[RemoteFile], str]
    headers_for: Callable[[str], Mapping[str, str]] = field(default=lambda _url: {})


@dataclass(frozen=True)
class Progress:
    """Bytes over all files. ``waiting`` names why the next try is put off, for ``retry_in`` seconds."""

    done: int
    total: int
    bytes_per_second: float = 0.0
    verifying: bool = False
    waiting: NetProblem | None = None
    retry_in: float = 0.0


@dataclass(frozen=True)
class Finished:
    """Every file is in its place. ``sha256`` maps names to sums; ``unverified`` are those the hub has no sum for."""

    path: Path  # the first part
    sha256: dict[str, str]
    unverified: tuple[str, ...] = ()


class StoppedError(Exception):
    """The person stopped the download. What was fetched stays for the next run."""


class DownloadError(Exception):
    """The download cannot go on by itself. What was fetched stays for the next run."""

    def __init__(self, problem: NetProblem, detail: str = "", *, retry_after: float = 0.0) -> None:
        super().__init__(f"{problem}: {detail}")
        self.problem = problem
        self.detail = detail
        self.retry_after = retry_after
        self.needed = 0
        self.available = 0


class DiskFullError(DownloadError):
    """There is no room for what is still to come; bytes."""

    def __init__(self, needed: int, available: int) -> None:
        super().__init__(NetProblem.DISK_FULL, f"{needed} bytes needed, {available} free")
        self.needed = needed
        self.available = available
