"""A download in a process of its own, to be killed: ``<address> <folder> <name> <size> <sha256> [mount options]``.

With mount options, a small disk is mounted on the folder first (in a private mount namespace, see ``unshare -rm``).
``full``: a 96 MiB disk that another program fills while the download runs, and empties again once the download has
said that it waits; ``read-only``: a disk that takes nothing. Prints what happened, one word or problem per line.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from app.catalog.download.download import Download
from app.catalog.download.report import DownloadError, Progress, Reach
from app.catalog.net_api import NetProblem, RemoteFile
from tests.helpers.downloads import QUICK, plain_client, request_for

ROOM = 96 << 20


def say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1 << 16)):
                pass
        except OSError:
            return


def other_program(folder: Path) -> Callable[[Progress], None]:
    """Fill the disk once bytes came; make room again once the download waits for it."""
    filler = folder / "filler"

    def watch(progress: Progress) -> None:
        if progress.done and not filler.exists() and not progress.waiting:
            fill(filler)
        elif progress.waiting is NetProblem.DISK_FULL and filler.stat().st_size:
            say(progress.waiting.value)
            with filler.open("r+b") as file:
                file.truncate(0)

    return watch


def main(address: str, folder: str, name: str, size: str, digest: str, *mount: str) -> None:
    watch: Callable[[Progress], None] = lambda progress: say(f"at {progress.done}")  # noqa: E731
    if mount:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", folder], check=True)
        watch = other_program(Path(folder))
    if mount == ("read-only",):
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
    file = RemoteFile(name=name, size=int(size), sha256=digest)
    to = Reach(client=plain_client, url_of=lambda _file: address)
    try:
        finished = Download(request_for(Path(folder), file), to, QUICK).run(watch, threading.Event())
    except DownloadError as error:
        say(error.problem.value)
        return
    say("right" if hashlib.sha256(finished.path.read_bytes()).hexdigest() == digest else "wrong")


if __name__ == "__main__":
    main(*sys.argv[1:])
