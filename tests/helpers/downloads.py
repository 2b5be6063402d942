"""What tests of downloads share: files, requests, quick timing, and one call that runs a download to its end."""

from __future__ import annotations

import hashlib
import random
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

from app.catalog.download.download import Download
from app.catalog.download.report import Finished, Progress, Reach
from app.catalog.download.timing import Clock, Timing
from app.catalog.net_api import DownloadRequest, RemoteFile, Source
from tests.helpers.fault_server import FaultServer

MIB = 1 << 20

QUICK = Timing(
    connect=5, stall=0.6, slow_window=0.8, slowest=2048, first_wait=0.01, longest_wait=0.05, report_every=0.0,
    save_every=0.0,
)  # fmt: skip
"""Short waits; everything else is as it is."""


def content(size: int, seed: int = 1) -> bytes:
    """Return bytes that begin like a model and repeat nowhere."""
    return b"GGUF" + random.Random(seed).randbytes(size - 4)


def remote(name: str, data: bytes, *, known: bool = True) -> RemoteFile:
    """Describe a file as a hub does; ``known``: with its sum."""
    return RemoteFile(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest() if known else "")


def request_for(folder: Path, *files: RemoteFile) -> DownloadRequest:
    """Ask for these files in ``folder``."""
    return DownloadRequest(
        source=Source.HUGGING_FACE, repository="owner/name", revision="f" * 40, files=list(files), folder=str(folder)
    )


CONTEXT = ssl.create_default_context()
"""One for all: to read the certificates anew for every client takes longer than most of the tests."""


def plain_client() -> httpx2.Client:
    """Make a client that goes to the server directly, whatever proxy this machine has."""
    return httpx2.Client(trust_env=False, verify=CONTEXT)


def reach(server: FaultServer, headers: dict[str, str] | None = None) -> Reach:
    """Reach the files of a server."""
    return Reach(
        client=plain_client,
        url_of=lambda file: f"{server.base}/{file.name}",
        headers_for=lambda _url: headers or {},
    )


@dataclass
class Run:
    """One run and what it reported."""

    download: Download
    stop: threading.Event = field(default_factory=threading.Event)
    reports: list[Progress] = field(default_factory=list)
    watch: Callable[[Progress], None] | None = None

    def go(self) -> Finished:
        """Run to the end. Raises what the download raises."""
        return self.download.run(self._take, self.stop)

    def _take(self, progress: Progress) -> None:
        self.reports.append(progress)
        if self.watch is not None:
            self.watch(progress)


def run_for(
    server: FaultServer, folder: Path, *files: RemoteFile, timing: Timing = QUICK, clock: Clock | None = None
) -> Run:
    """Prepare a download of ``files`` from ``server``."""
    return Run(Download(request_for(folder, *files), reach(server), timing, clock))


def leftovers(folder: Path) -> list[str]:
    """Return names of files that a finished download should not leave."""
    return sorted(path.name for path in folder.iterdir() if ".part" in path.name or path.name.endswith(".new"))
