"""Our downloader, the sum of every byte included, against curl from the same server; and whether its memory stays flat.

The server is a process of its own that hands the file to the kernel (sendfile), so that it costs as little of the two
sides' processor time as a server on the same machine can. From memory to memory curl is faster than one core can make
a sha256, which nothing that checks can be; so there are also a link of 2.5 Gbit/s, and curl with the sum made as well.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.catalog.download.report import Progress
from benchmarks.rounds import Comparison, compare

LARGE = 768 << 20
LINK = 2.5e9 / 8
"""Bytes per second of a fast link to the house."""
PACED = 1 << 20
ROUNDS = 5


@dataclass(frozen=True)
class Served:
    """A file and where it can be fetched."""

    address: str
    digest: str
    size: int


def run() -> list[Comparison]:
    """Measure everything of this module."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (
            served(folder / "large.gguf", LARGE) as large,
            served(folder / "paced.gguf", LARGE, LINK) as paced,
        ):
            return [
                compare(
                    "download with sha256, 2.5 Gbit/s, vs curl without",
                    lambda: ours(paced, folder)[0],
                    lambda: theirs(paced, folder, summed=False),
                    rounds=ROUNDS,
                    at_least=0.9,
                ),
                compare(
                    "download with sha256, unpaced, vs curl and sha256sum",
                    lambda: ours(large, folder)[0],
                    lambda: theirs(large, folder, summed=True),
                    rounds=ROUNDS,
                    at_least=0.9,
                ),
                compare(
                    "download with sha256, unpaced, vs curl without",
                    lambda: ours(large, folder)[0],
                    lambda: theirs(large, folder, summed=False),
                    rounds=ROUNDS,
                    at_least=0.9,
                ),
                compare(
                    "memory at its most, last two thirds vs first third",
                    lambda: ours(paced, folder)[2],
                    lambda: ours(paced, folder)[1],
                    rounds=3,
                    at_most=1.1,
                ),
            ]


def ours(file: Served, folder: Path) -> tuple[float, float, float]:
    """Return bytes per second, and the most memory in MiB during the first third and during the rest.

    Measured in a process that downloads, checks and names the file.
    """
    target = folder / "ours"
    command = [sys.executable, "-m", "benchmarks.download", file.address, str(target), str(file.size), file.digest]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    shutil.rmtree(target)
    seconds, first, rest = map(float, done.stdout.split())
    return file.size / seconds, first, rest


def theirs(file: Served, folder: Path, *, summed: bool) -> float:
    """Return curl's bytes per second, the time of making the sum included where ``summed``."""
    target = folder / "theirs"
    began = time.perf_counter()
    subprocess.run(["curl", "--silent", "--fail", "--output", str(target), file.address], check=True)
    if summed:
        subprocess.run([sys.executable, "-c", SUM, str(target)], check=True)
    seconds = time.perf_counter() - began
    target.unlink()
    return file.size / seconds


SUM = "import hashlib, sys; hashlib.file_digest(open(sys.argv[1], 'rb'), 'sha256').hexdigest()"
"""The same hash function as ours. That of sha256sum does not use the processor's instructions for it everywhere."""


def one(address: str, folder: str, size: str, digest: str) -> None:
    """Download once, in this process; print seconds and the most memory of the first third and of the rest, in MiB."""
    from app.catalog.download.download import Download
    from app.catalog.download.timing import Timing
    from app.catalog.hub.access import Access
    from app.catalog.net_api import DownloadRequest, RemoteFile, Source
    from app.catalog.net_downloads import reach

    file = RemoteFile(name="model.gguf", size=int(size), sha256=digest)
    request = DownloadRequest(Source.HUGGING_FACE, "owner/name", "main", [file], folder)
    access = Access(endpoints={Source.HUGGING_FACE: address})
    to = reach(request, access)
    to.client().close()  # the worker has listed the repository before: certificates are read once
    most = [0.0, 0.0]

    def look(progress: Progress) -> None:
        third = int(progress.done > file.size // 3)
        most[third] = max(most[third], psutil.Process().memory_info().rss / 2**20)

    began = time.perf_counter()
    Download(request, to, Timing(report_every=0.05)).run(look, threading.Event())
    print(time.perf_counter() - began, *most)


@contextmanager
def served(path: Path, size: int, pace: float = 0.0) -> Iterator[Served]:
    """Make a file and serve it from a process of its own, with ``pace`` bytes per second (0: as fast as it goes)."""
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for number in range(size >> 20):
            piece = (b"GGUF" if number == 0 else b"data") + os.urandom((1 << 20) - 4)
            digest.update(piece)
            file.write(piece)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = multiprocessing.get_context("fork").Process(target=serve, args=(listener, path, pace), daemon=True)
        server.start()
        try:
            yield Served(f"http://127.0.0.1:{listener.getsockname()[1]}/{path.name}", digest.hexdigest(), size)
        finally:
            server.kill()
            server.join()


def serve(listener: socket.socket, path: Path, pace: float) -> None:
    """Answer every request with the whole file."""
    size = path.stat().st_size
    head = f'HTTP/1.1 200 OK\r\nContent-Length: {size}\r\nETag: "x"\r\nConnection: close\r\n\r\n'.encode()
    with path.open("rb") as file:
        while True:
            talk, _ = listener.accept()
            with talk:
                talk.recv(1 << 16)
                talk.sendall(head)
                if not pace:
                    talk.sendfile(file)
                    continue
                began = time.monotonic()
                for at in range(0, size, PACED):
                    talk.sendfile(file, at, min(PACED, size - at))
                    time.sleep(max(0.0, began + (at + PACED) / pace - time.monotonic()))


if __name__ == "__main__":
    one(*sys.argv[1:])
