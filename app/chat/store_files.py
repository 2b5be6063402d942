"""The files around the conversations' database: where they are, copies of them, and setting them aside. No Qt."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from app.chat.errors import from_os_error
from app.chat.keys.data_key import DataKey
from app.system.files import atomic_write

log = logging.getLogger(__name__)

_COPY_CHUNK = 1 << 20

KEEP_BACKUP_SECONDS = 14 * 24 * 3600.0
"""How long a copy from before a migration is kept: long enough to notice a fault, no longer, for what a person
deleted meanwhile is still in it."""


class _KeyCheck(msgspec.Struct, frozen=True):
    """Content of the check file."""

    check: str
    version: int = 1


@dataclass(frozen=True)
class StoreFiles:
    """``main`` is the database; the others stand beside it with its name and a suffix."""

    main: Path

    def _beside(self, suffix: str) -> Path:
        return self.main.with_name(self.main.name + suffix)

    @property
    def log(self) -> Path:
        """SQLite's write-ahead log; it can hold the newest messages."""
        return self._beside("-wal")

    @property
    def lock(self) -> Path:
        """What only one Parley holds."""
        return self._beside(".lock")

    @property
    def check(self) -> Path:
        """Tells a wrong key from a damaged file: SQLCipher says the same of both."""
        return self._beside(".check")

    @property
    def unfinished(self) -> Path:
        """A new database until it is complete; it never holds anything that was acknowledged."""
        return self._beside(".new")

    def traces(self) -> bool:
        """Whether there were conversations here, though ``main`` may be gone."""
        return self.check.exists() or (self.log.exists() and self.log.stat().st_size > 0)

    def write_check(self, key: DataKey) -> None:
        """Remember which key this database has. Not being able to is no reason to refuse the conversations."""
        try:
            atomic_write(self.check, msgspec.json.encode(_KeyCheck(key.check_value())))
        except OSError as error:
            log.warning("no key check written: %s", error)

    def check_says_other_key(self, key: DataKey) -> bool:
        """Whether the check file is readable and was written for another key."""
        try:
            known = msgspec.json.decode(self.check.read_bytes(), type=_KeyCheck)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            log.info("no key check: %s", error)
            return False
        return known.check != key.check_value()

    def backups(self) -> list[Path]:
        """Copies made before migrations, any order."""
        return list(self.main.parent.glob(f"{self.main.name}.before-*"))

    def back_up(self, version: int) -> Path:
        """Copy the database, whose log must be empty, before it becomes ``version``. Raises StoreError."""
        target = self._beside(f".before-{version}")
        part = target.with_name(target.name + ".new")
        try:
            copy_durably(self.main, part)
            part.replace(target)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise from_os_error(error, target) from error
        return target

    def remove_old_backups(self) -> None:
        """Remove the copies that have done their time."""
        for backup in self.backups():
            try:
                if backup.stat().st_mtime < time.time() - KEEP_BACKUP_SECONDS:
                    backup.unlink()
            except OSError as error:
                log.warning("could not remove an old copy: %s", error)

    def discard_unfinished(self) -> None:
        """Remove what an interrupted creation left."""
        for path in (self.unfinished, *(self.unfinished.with_name(self.unfinished.name + s) for s in ("-wal", "-shm"))):
            path.unlink(missing_ok=True)

    def set_aside(self) -> Path | None:
        """Rename database, log and check, so that a person who asked for it can begin anew. Nothing is deleted.

        Returns the database's new path, None when there was none. Raises StoreError.
        """
        mark = f".aside-{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}-{os.urandom(2).hex()}"
        kept = self._beside(mark)
        try:
            for path in (self.main, self.log, self.check):
                if path.exists():
                    # The log keeps its place in the name: SQLite finds it by it.
                    path.rename(kept.with_name(kept.name + path.name.removeprefix(self.main.name)))
        except OSError as error:
            raise from_os_error(error, self.main) from error
        return kept if kept.exists() else None

    def bring_back(self, kept: Path) -> None:
        """Undo ``set_aside``. Raises OSError."""
        for path in (self.main, self.log, self.check):
            aside = kept.with_name(kept.name + path.name.removeprefix(self.main.name))
            if aside.exists():
                aside.rename(path)


def copy_durably(source: Path, target: Path, before_each: Callable[[], None] = lambda: None) -> None:
    """Copy a file whole, readable by its owner only. ``before_each`` piece may raise to stop. Raises OSError."""
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    with source.open("rb") as reader, target.open("wb") as writer:
        while chunk := reader.read(_COPY_CHUNK):
            before_each()
            writer.write(chunk)
        writer.flush()
        os.fsync(writer.fileno())
