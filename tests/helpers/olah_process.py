"""olah as a child process: a hub that nobody of Parley wrote. It serves git repositories, or mirrors another hub."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 60.0


def git_repository(folder: Path, files: Mapping[str, bytes]) -> str:
    """Make a repository as the hub stores one: large files are LFS pointers. Returns the commit."""
    folder.mkdir(parents=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_pointer(folder, data) if name.endswith(".gguf") else data)
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q", "-b", "main"], ["add", "."], [*identity, "commit", "-q", "-m", "All"]):
        subprocess.run(["git", *command], cwd=folder, check=True, env=_git_environment())
    done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def _git_environment() -> dict[str, str]:
    return os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def _pointer(folder: Path, data: bytes) -> bytes:
    oid = hashlib.sha256(data).hexdigest()
    stored = folder / ".git" / "lfs" / "objects" / oid[:2] / oid[2:4] / oid
    stored.parent.mkdir(parents=True, exist_ok=True)
    stored.write_bytes(data)
    return f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {len(data)}\n".encode()


@contextmanager
def olah(folder: Path, *, mirrors: Path | None = None, upstream: str = "") -> Iterator[str]:
    """Run it for as long as the block lasts; yields its address.

    Args:
        folder: Its own files.
        mirrors: Holds ``models/OWNER/NAME``, git repositories, which it serves without asking anybody.
        upstream: Host and port of a hub that it mirrors, keeping blocks of what it passes on.
    """
    folder.mkdir(parents=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = folder / "olah.toml"
    settings.write_text(_settings(folder, port, mirrors, upstream))
    command = [sys.executable, "-m", "olah.server", "--config", str(settings), "--log-path", str(folder / "logs")]
    with (folder / "output.log").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_it_answers(address, process, folder / "output.log")
        yield address
    finally:
        process.terminate()
        process.wait(30)


def _settings(folder: Path, port: int, mirrors: Path | None, upstream: str) -> str:
    served = f"mirrors-path = ['{mirrors}']" if mirrors else ""
    return f"""
[basic]
host = "127.0.0.1"
port = {port}
repos-path = '{folder / "repos"}'
hf-scheme = "http"
hf-netloc = "{upstream or "127.0.0.1:9"}"
hf-lfs-netloc = "{upstream or "127.0.0.1:9"}"
mirror-scheme = "http"
mirror-netloc = "127.0.0.1:{port}"
mirror-lfs-netloc = "127.0.0.1:{port}"
{served}

[accessibility]
offline = {"false" if upstream else "true"}
"""


def _wait_until_it_answers(address: str, process: subprocess.Popen[bytes], output: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{address}/none", timeout=5):
                return
        except urllib.error.HTTPError as error:
            error.close()
            return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.05)
    raise AssertionError(f"olah did not start: {output.read_text()}")
