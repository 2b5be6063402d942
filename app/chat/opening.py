"""Opens the conversations' database: makes it when there never was one, and never replaces one. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from app.chat.database import Database
from app.chat.errors import StoreError, StoreErrorCode, from_os_error
from app.chat.keys.data_key import DataKey
from app.chat.migrations import Migration, migrate
from app.chat.store_files import StoreFiles

_SMALLEST = 512
"""SQLite takes a file of 0 or 1 bytes for a new database and would fill it: such a file was cut by something."""


def open_database(files: StoreFiles, key: DataKey, migrations: Sequence[Migration]) -> Database:
    """Open or make the database; the caller holds the lock. Raises StoreError.

    Nothing that is in the file changes when this raises.
    """
    try:
        if files.main.exists():
            return _open_existing(files, key, migrations)
        if files.traces():
            raise StoreError(StoreErrorCode.MISSING, files.main)
        return _create(files, key, migrations)
    except OSError as error:
        raise from_os_error(error, files.main) from error


def _open_existing(files: StoreFiles, key: DataKey, migrations: Sequence[Migration]) -> Database:
    if files.main.stat().st_size < _SMALLEST:
        raise StoreError(StoreErrorCode.DAMAGED, files.main, "cut short")
    database = _connect(files, key)
    try:
        _check_version(database, files, len(migrations))
        if database.version < len(migrations):
            database.checkpoint()
            files.back_up(len(migrations))
            migrate(database, migrations)
        if not files.check.exists():
            files.write_check(key)
        files.remove_old_backups()
    except BaseException:
        database.close()
        raise
    return database


def _connect(files: StoreFiles, key: DataKey) -> Database:
    try:
        return Database(files.main, key)
    except StoreError as error:
        if error.code is StoreErrorCode.DAMAGED and files.check_says_other_key(key):
            raise StoreError(StoreErrorCode.WRONG_KEY, files.main, error.detail) from error
        raise


def _check_version(database: Database, files: StoreFiles, newest: int) -> None:
    version = database.version
    if version > newest:
        raise StoreError(StoreErrorCode.NEWER_VERSION, files.main, str(version))
    if version < 1:  # creation is atomic, so a database of ours always has one
        raise StoreError(StoreErrorCode.DAMAGED, files.main, "no schema")


def _create(files: StoreFiles, key: DataKey, migrations: Sequence[Migration]) -> Database:
    """Make it complete under another name first, so that a crash cannot leave an empty one that looks real."""
    start_unfinished(files)
    database = Database(files.unfinished, key)
    try:
        migrate(database, migrations)
        database.checkpoint()  # on a full disk closing would leave a part in a log that is not renamed with it
    finally:
        database.close()
    finish(files, key)
    return _connect(files, key)


def start_unfinished(files: StoreFiles) -> None:
    """Make the empty file of a new database, readable by its owner only. Raises OSError."""
    files.main.parent.mkdir(parents=True, exist_ok=True)
    files.discard_unfinished()
    files.unfinished.touch(mode=0o600)


def finish(files: StoreFiles, key: DataKey) -> None:
    """Give a complete new database its name. Raises OSError, and StoreError(EXISTS) rather than replace one."""
    if files.main.exists() or files.traces():
        raise StoreError(StoreErrorCode.EXISTS, files.main)
    files.unfinished.rename(files.main)
    # Its write also makes the rename durable. A crash before it is harmless: the next opening writes it.
    files.write_check(key)
