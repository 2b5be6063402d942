"""Moves files to the system's trash and back. All of them, or none."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFile

TRIES = 6
PAUSE_SECONDS = 0.25
"""A file that was loaded just now may be held for a moment longer."""


class TrashError(Exception):
    """A file could not be moved; all are where they were. ``name`` says which."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True)
class Trashed:
    """A file and where it lies now; ``now`` is None where the system does not say."""

    was: Path
    now: Path | None


def move_to_trash(files: Iterable[Path]) -> list[Trashed]:
    """Move all files. Raises TrashError; then none is moved."""
    moved: list[Trashed] = []
    for path in files:
        place = _move(path)
        if place is None:
            with suppress(OSError):
                put_back(moved)
            raise TrashError(path.name)
        moved.append(Trashed(path, Path(place) if place else None))
    return moved


def put_back(moved: Iterable[Trashed]) -> None:
    """Move files back to where they were. Raises OSError: FileExistsError where another file is there by now."""
    for item in moved:
        if item.now is None:
            raise FileNotFoundError(item.was.name)
        if item.was.exists():
            raise FileExistsError(item.was.name)
        item.was.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(item.now, item.was)
        _forget(item.now)


def _move(path: Path) -> str | None:
    """Return where a file lies after it was moved ("" when that is not said), None when it was not."""
    for _ in range(TRIES):
        file = QFile(str(path))
        if file.moveToTrash():
            return "" if file.fileName() == str(path) else file.fileName()
        time.sleep(PAUSE_SECONDS)
    return None


def _forget(place: Path) -> None:
    """Remove the note that a Linux desktop keeps beside what is in its trash."""
    with suppress(OSError):
        (place.parent.parent / "info" / f"{place.name}.trashinfo").unlink(missing_ok=True)
