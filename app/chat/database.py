"""The only importer of sqlcipher3: one encrypted connection, its settings, and errors by their code. No Qt.

A connection belongs to the thread that opened it; sqlcipher3 raises ``ProgrammingError`` in any other.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from app.chat.errors import StoreError, StoreErrorCode
from app.chat.keys.data_key import DataKey

log = logging.getLogger(__name__)

OLDEST_SQLITE = (3, 53, 2)
"""Before 3.51.3 a WAL reset can corrupt the file; before 3.53.2 a crafted file overflows FTS5 (CVE-2026-11822)."""

BUSY_SECONDS = 2.0

Row = Any  # sqlcipher3.Row, which has no types: indexed by column name
Value = str | bytes | int | float | None

_WORLD = {
    sqlcipher.SQLITE_FULL: StoreErrorCode.DISK_FULL,
    sqlcipher.SQLITE_READONLY: StoreErrorCode.READ_ONLY,
    sqlcipher.SQLITE_PERM: StoreErrorCode.READ_ONLY,
    sqlcipher.SQLITE_CORRUPT: StoreErrorCode.DAMAGED,
    sqlcipher.SQLITE_NOTADB: StoreErrorCode.DAMAGED,
    sqlcipher.SQLITE_BUSY: StoreErrorCode.LOCKED_BY_OTHER,
    sqlcipher.SQLITE_IOERR: StoreErrorCode.IO,
    sqlcipher.SQLITE_CANTOPEN: StoreErrorCode.IO,
    sqlcipher.SQLITE_PROTOCOL: StoreErrorCode.IO,
    sqlcipher.SQLITE_NOLFS: StoreErrorCode.IO,
}
"""Primary result codes that are the world's fault. Every other one is a mistake of ours and propagates as it is."""

_READONLY_DBMOVED = sqlcipher.SQLITE_READONLY | 4 << 8


def _code_of(error: Exception) -> StoreErrorCode | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    if code == _READONLY_DBMOVED:
        return StoreErrorCode.MISSING
    return _WORLD.get(code & 0xFF)


class Database:
    """A connection to ``file``, or to memory when there is none. Raises StoreError for the world's faults."""

    def __init__(self, file: Path | None = None, key: DataKey | None = None) -> None:
        if tuple(sqlcipher.sqlite_version_info) < OLDEST_SQLITE:
            raise RuntimeError(f"SQLite {sqlcipher.sqlite_version} can corrupt a WAL database; too old")
        self.file = file
        self._held = self._owed = False
        with self._translated():
            self._connection = sqlcipher.connect(
                ":memory:" if file is None else str(file), isolation_level=None, timeout=BUSY_SECONDS
            )
        try:
            self._configure(key)
        except BaseException:
            self._connection.close()
            raise

    def _configure(self, key: DataKey | None) -> None:
        self._connection.row_factory = sqlcipher.Row
        self.run("PRAGMA cipher_log_level = NONE")  # it prints to stderr what the error code already says
        if key is not None:
            self.run(f'PRAGMA key = "{key.sqlcipher_literal()}"')
        # Exclusive: there is one Parley, and without the shared-memory file a full disk can still be opened and
        # network folders work. It must come before the first read of a WAL file.
        self.run("PRAGMA locking_mode = EXCLUSIVE")
        self.run("PRAGMA journal_mode = WAL")
        self.run("PRAGMA synchronous = FULL")  # NORMAL loses the last commits in a power cut
        self.run("PRAGMA fullfsync = ON")  # macOS: fsync alone stops at the drive's cache
        self.run("PRAGMA checkpoint_fullfsync = ON")
        self.run("PRAGMA foreign_keys = ON")
        self.run("PRAGMA secure_delete = ON")
        self.run("PRAGMA temp_store = MEMORY")
        self.run("PRAGMA trusted_schema = OFF")
        with self.transaction():  # says READ_ONLY and LOCKED_BY_OTHER now, not at the first message
            self.value("SELECT count(*) FROM sqlite_schema")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlcipher.Error as error:
            code = _code_of(error)
            if code is None:
                raise
            raise StoreError(code, self.file, error.sqlite_errorname) from error

    def run(self, sql: str, *values: Value) -> int:
        """Execute one statement; return the number of rows it changed."""
        with self._translated():
            return int(self._connection.execute(sql, values).rowcount)

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """Execute one query; return all its rows, which are read by column name."""
        with self._translated():
            return list(self._connection.execute(sql, values))

    def value(self, sql: str, *values: Value) -> Any:
        """Return the first column of the first row, or None."""
        rows = self.rows(sql, *values)
        return rows[0][0] if rows else None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is committed together, durably, before this returns; or nothing of it is."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        if not self._connection.in_transaction:  # SQLite may have done it already (disk full, I/O error)
            return
        try:
            self.run("ROLLBACK")
        except StoreError as error:
            log.warning("roll back failed: %s", error)

    @property
    def version(self) -> int:
        """The schema version, 0 for a database without one."""
        return int(self.value("PRAGMA user_version"))

    @version.setter
    def version(self, number: int) -> None:
        self.run(f"PRAGMA user_version = {number:d}")

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file and cut it to nothing, so that deleted text is nowhere.

        While the file is held still, it is done afterwards.
        """
        if self._held:
            self._owed = True
        else:
            self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def hold_still(self) -> None:
        """Let the file as it is, whole, until ``let_go``: whatever is written stays in the log."""
        self.checkpoint()
        self.run("PRAGMA wal_autocheckpoint = 0")
        self._held = True

    def let_go(self) -> None:
        """End ``hold_still``; may be called without it."""
        self._held, owed = False, self._owed
        self._owed = False
        self.run("PRAGMA wal_autocheckpoint = 1000")
        if owed:
            self.checkpoint()

    def export(self, file: Path, key: DataKey) -> None:
        """Write everything into a new encrypted file, which must not exist."""
        self.run(f'ATTACH DATABASE ? AS target KEY "{key.sqlcipher_literal()}"', str(file))
        try:
            self.rows("SELECT sqlcipher_export('target')")
            self.run(f"PRAGMA target.user_version = {self.version:d}")
        finally:
            self.run("DETACH DATABASE target")

    def problems(self) -> list[str]:
        """Read every page, its signature and every index; return what is wrong, nothing when all is well."""
        try:
            found = [str(row[0]) for row in self.rows("PRAGMA cipher_integrity_check")]
            checked = [str(row[0]) for row in self.rows("PRAGMA integrity_check")]
        except StoreError as error:
            return [str(error)]
        return found + [line for line in checked if line != "ok"]

    def close(self) -> None:
        """Close; the last act of SQLite is to move the log into the file."""
        with self._translated():
            self._connection.close()
