"""Reads a model's files from the first byte to the last and compares their sha256."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from app.gguf.errors import Fault, GgufError
from app.gguf.model import inspect, split_parts

PIECE_BYTES = 1 << 20


class WrongChecksumError(Exception):
    """A file is not what it was when it was downloaded. ``name`` says which."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def verify_model(path: Path, expected: Mapping[str, str], progress: Callable[[int, int], None]) -> dict[str, str]:
    """Hash every part and return the sums by file name. Raises GgufError and WrongChecksumError.

    Args:
        path: Any part.
        expected: Sums by file name; a file without one is only read, and its head checked.
        progress: Hears bytes done and in all.
    """
    parts = split_parts(path)
    total = sum(_size(part, path) for part in parts)
    done, sums = 0, {}
    for part in parts:
        start = done

        def hear(read: int, start: int = start) -> None:
            progress(start + read, total)

        sums[part.name], length = _sum(part, hear)
        done += length
        wanted = expected.get(part.name, "")
        if wanted and wanted.lower() != sums[part.name]:
            raise WrongChecksumError(part.name)
    inspect(path)
    return sums


def _size(part: Path, asked: Path) -> int:
    try:
        return part.stat().st_size
    except FileNotFoundError:
        raise GgufError(Fault.MISSING if part == asked else Fault.PART_MISSING, part.name) from None
    except OSError as error:
        raise GgufError(Fault.UNREADABLE, part.name, error.strerror or "") from error


def _sum(part: Path, progress: Callable[[int], None]) -> tuple[str, int]:
    digest, buffer, done = hashlib.sha256(), memoryview(bytearray(PIECE_BYTES)), 0
    try:
        with part.open("rb", buffering=0) as file:
            while length := file.readinto(buffer):
                digest.update(buffer[:length])
                done += length
                progress(done)
    except OSError as error:
        raise GgufError(Fault.UNREADABLE, part.name, error.strerror or "") from error
    return digest.hexdigest(), done
