"""What is remembered of each model, in one JSON file. No Qt.

Several windows may use it at once: every change reads the file again under a lock before it is written. Where it cannot
be written, what was to be remembered holds as long as the window.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from app.engine.api import ThinkingSupport
from app.engine.files_api import FileProblem
from app.gguf.shape import ModelShape
from app.system.file_lock import FleetingLock, LockTakenError
from app.system.files import atomic_write

log = logging.getLogger(__name__)

INSPECTION = 1
"""Changes when the reader learns to see more: then all files are looked at again."""

LOCK_SECONDS = 2.0
LOCK_STEP = 0.02


class Stamp(msgspec.Struct, frozen=True):
    """What stays the same as long as a model's files are what they were; all parts together."""

    size: int = 0
    changed_ns: int = 0


class Known(msgspec.Struct, frozen=True):
    """What is remembered of one model. Times in seconds since 1970."""

    linked: bool = False
    added: float = 0.0
    last_used: float = 0.0
    stamp: Stamp = Stamp()
    inspection: int = 0
    shape: ModelShape | None = None
    thinking: ThinkingSupport | None = None
    effort_levels: list[str] = []
    problem: FileProblem | None = None
    detail: str = ""
    newest: dict[str, str] = {}  # sums by file name, as the hub had them when it was last asked


class Notebook:
    """Entries by the path of a model's first part."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._memory: dict[str, Known] | None = None  # set once the disk has refused a change

    def read(self) -> dict[str, Known]:
        """Return all entries. Those that make no sense are left out."""
        if self._memory is not None:
            return dict(self._memory)
        try:
            raw = msgspec.json.decode(self.path.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
            log.info("list of models unreadable: %s", error)
            return {}
        models = raw.get("models") if isinstance(raw, dict) else None
        return _accepted(models) if isinstance(models, dict) else {}

    def change(self, path: str, change: Callable[[Known], Known]) -> None:
        """Replace one entry; one that is not there yet is a ``Known()``."""

        def edit(models: dict[str, Known]) -> None:
            models[path] = change(models.get(path, Known()))

        self._edit(edit)

    def put(self, path: str, known: Known) -> None:
        """Set one entry."""
        self.change(path, lambda _: known)

    def remove(self, path: str) -> None:
        """Remove one entry."""
        self._edit(lambda models: models.pop(path, None))

    def _edit(self, edit: Callable[[dict[str, Known]], object]) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with _lock(self.path.with_suffix(".lock")):
                models = self.read()
                edit(models)
                self._write(models)
        except OSError as error:
            log.info("list of models not written: %s", error)
            self._memory = self.read()
            edit(self._memory)

    def _write(self, models: dict[str, Known]) -> None:
        data = msgspec.json.encode({"version": 1, "models": models})
        atomic_write(self.path, msgspec.json.format(data, indent=1))
        self._memory = None


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Wait for the other window. One that keeps us waiting is taken for stuck, and gone without."""
    lock, end = None, time.monotonic() + LOCK_SECONDS
    while lock is None and time.monotonic() < end:
        try:
            lock = FleetingLock(path)
        except LockTakenError:
            time.sleep(LOCK_STEP)
    try:
        yield
    finally:
        if lock is not None:
            lock.release()


def _accepted(models: dict[str, Any]) -> dict[str, Known]:
    known = {}
    for path, raw in models.items():
        try:
            known[path] = msgspec.convert(raw, Known)
        except msgspec.ValidationError as error:
            log.info("%s is forgotten: %s", path, error)
    return known
