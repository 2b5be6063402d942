"""Copies of the conversations, encrypted as they are: made while one writes on, checked, and few. No Qt.

While no checkpoint is taken, SQLite writes to the log only and the database's file stands still; so it is copied as a
file, on another thread, and nobody waits for it.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.chat.database import Database
from app.chat.errors import StoreError, StoreErrorCode, from_os_error
from app.chat.keys.data_key import DataKey
from app.chat.store_files import KEEP_BACKUP_SECONDS, StoreFiles, copy_durably
from app.system.files import sync_folder

log = logging.getLogger(__name__)

DAY = 24 * 3600.0
_KEEP_NEWEST = 4
_WEEK = 7 * DAY
_MOST_BYTES = 4 << 30
_NAME = re.compile(r"conversations-(\d{8}-\d{6})\.db")
_TIME = "%Y%m%d-%H%M%S"


class StoppedError(Exception):
    """Parley ends, or the person does not want it any more."""


@dataclass(frozen=True)
class Backup:
    """One copy. ``made_at``: UTC seconds."""

    path: Path
    made_at: float
    bytes: int


@dataclass(frozen=True)
class CopyOrder:
    """The file that stands still, and its key."""

    file: Path
    key: DataKey


def backup_folder(main: Path) -> Path:
    """Return where the copies of a database lie."""
    return main.parent / "backups"


def list_backups(main: Path) -> list[Backup]:
    """Return the copies, newest first."""
    found: list[Backup] = []
    folder = backup_folder(main)
    for path in folder.iterdir() if folder.is_dir() else []:
        match = _NAME.fullmatch(path.name)
        if match:
            made = datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
            found.append(Backup(path, made.timestamp(), path.stat().st_size))
    return sorted(found, key=lambda one: one.made_at, reverse=True)


def is_due(main: Path, now: float) -> bool:
    """Whether the newest copy is a day old, or there is none."""
    newest = next(iter(list_backups(main)), None)
    return newest is None or not 0 <= now - newest.made_at < DAY


def make_backup(order: CopyOrder, now: float, stopped: Callable[[], bool]) -> Backup:
    """Copy, check the copy, then let old ones go. Raises StoreError (DAMAGED: the copy is no use), StoppedError."""
    target = backup_folder(order.file) / f"conversations-{time.strftime(_TIME, time.gmtime(now))}.db"
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        before = order.file.stat()
        copy_durably(order.file, part, lambda: _stop_if(stopped()))
        after = order.file.stat()
        if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
            raise StoppedError  # somebody closed or emptied the log: the next try will do
        check_copy(part, order.key)
        part.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise from_os_error(error, target) from error
    finally:
        discard(part)
    rotate(order.file, now)
    return Backup(target, now, target.stat().st_size)


def _stop_if(stopped: bool) -> None:
    if stopped:
        raise StoppedError


def check_copy(path: Path, key: DataKey) -> None:
    """Read a copy whole. Raises StoreError(DAMAGED) when it could not be used."""
    database = Database(path, key)
    try:
        problems = database.problems()
    finally:
        database.close()
    if problems:
        raise StoreError(StoreErrorCode.DAMAGED, path, problems[0][:100])


def discard(path: Path) -> None:
    """Remove a copy that is not needed, and what SQLite put beside it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def rotate(main: Path, now: float) -> None:
    """Keep the newest four and the first of each week, for two weeks: what was deleted must not live on for ever."""
    backups = list_backups(main)
    first_of_week = {int(one.made_at // _WEEK): one for one in backups}.values()
    total = 0
    for number, one in enumerate(backups):
        total += one.bytes
        old = now - one.made_at > KEEP_BACKUP_SECONDS
        wanted = number < _KEEP_NEWEST or one in first_of_week
        if number and (old or not wanted or total > _MOST_BYTES):  # the newest stays, whatever its age
            try:
                one.path.unlink()
            except OSError as error:
                log.warning("could not remove an old copy: %s", error)


def restore(files: StoreFiles, key: DataKey, backup: Path) -> Path | None:
    """Put a copy in the place of the database, which is closed; its files are set aside. Returns where to, or None.

    Raises StoreError; then everything is as it was.
    """
    try:
        files.discard_unfinished()
        copy_durably(backup, files.unfinished)
        check_copy(files.unfinished, key)
    except OSError as error:
        files.discard_unfinished()
        raise from_os_error(error, files.main) from error
    except StoreError:
        files.discard_unfinished()
        raise
    return put_in_place(files, key)


def put_in_place(files: StoreFiles, key: DataKey) -> Path | None:
    """Give the finished new database its name, and set the old one aside. Raises StoreError."""
    kept = files.set_aside()
    try:
        files.unfinished.rename(files.main)
    except OSError as error:
        if kept is not None:
            files.bring_back(kept)
        raise from_os_error(error, files.main) from error
    files.write_check(key)
    return kept
