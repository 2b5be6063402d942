"""Brings what can still be read of a damaged database into a new one, and says what was saved and what was lost. No Qt.

SQLCipher signs every page. A page that is damaged is refused, and so is everything that is asked of the same connection
afterwards: rows are read one by one around the damage, each time on a fresh connection. If the first page is damaged,
nothing of the file can be read; a copy of the same database (``backups``) has nearly the same first page.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.chat.backups import backup_folder, discard, list_backups, put_in_place
from app.chat.database import Database, Row
from app.chat.errors import StoreError, StoreErrorCode, from_os_error
from app.chat.keys.data_key import DataKey
from app.chat.migrations import migrate
from app.chat.opening import start_unfinished
from app.chat.store_files import StoreFiles, copy_durably

log = logging.getLogger(__name__)

_TABLES = (
    "folders", "presets", "conversations", "messages", "glossaries", "translations", "documents", "document_units",
)  # fmt: skip
_PAGE = 4096
_BATCH = 200
_MOST_ROWS_IN_A_PAGE = 60
_PATIENCE = 200

_MEND = (
    """INSERT INTO conversations (id, title, title_by_person, created_at, updated_at, pinned)
    SELECT conversation_id, '', 0, min(created_at), max(created_at), 0 FROM messages
    WHERE conversation_id NOT IN (SELECT id FROM conversations) GROUP BY conversation_id""",
    # what hung below a lost message hangs below the one before it
    """UPDATE messages SET parent_id = (SELECT before.id FROM messages AS before
        WHERE before.conversation_id = messages.conversation_id AND before.sequence < messages.sequence
        ORDER BY before.sequence DESC LIMIT 1)
    WHERE parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM messages AS parent
        WHERE parent.id = messages.parent_id AND parent.conversation_id = messages.conversation_id)""",
    """UPDATE conversations SET leaf_id = (SELECT id FROM messages WHERE conversation_id = conversations.id
        AND deleted_with IS NULL ORDER BY sequence DESC LIMIT 1)
    WHERE leaf_id IS NULL OR NOT EXISTS (SELECT 1 FROM messages
        WHERE messages.id = leaf_id AND conversation_id = conversations.id)""",
    "UPDATE conversations SET folder_id = NULL WHERE folder_id NOT IN (SELECT id FROM folders)",
    "DELETE FROM document_units WHERE document_id NOT IN (SELECT id FROM documents)",
)


@dataclass
class SalvageReport:
    """Counts of what the new database has. ``kept``: where the damaged one lies; nothing of it was changed."""

    conversations: int = 0
    messages: int = 0
    messages_lost: int = 0  # at most: rows that should be there and could be read from nowhere
    from_backups: int = 0  # of `messages`
    without_title: int = 0  # of `conversations`: only their messages were found
    readable: bool = False  # whether anything at all of the damaged file could be read
    kept: Path | None = None


def salvage(files: StoreFiles, key: DataKey) -> SalvageReport:
    """Replace the closed, damaged database by one with all that can be read. Raises StoreError; then nothing changed.

    Where neither the file nor a copy of it can be read, that is StoreError(DAMAGED): no empty one takes its place.
    """
    report = SalvageReport()
    try:
        start_unfinished(files)
        _write(files, key, report)
    except OSError as error:
        files.discard_unfinished()
        raise from_os_error(error, files.main) from error
    except StoreError:  # such as a full disk, which half a database would keep full
        files.discard_unfinished()
        raise
    report.kept = put_in_place(files, key)
    return report


def _write(files: StoreFiles, key: DataKey, report: SalvageReport) -> None:
    target = Database(files.unfinished, key)
    wreck: _Wreck | None = None
    try:
        migrate(target)
        wreck = _open_wreck(files, key)
        _fill(target, wreck, files, key, report)
    finally:
        target.close()
        if wreck is not None:
            wreck.close()
    if not report.readable and not report.messages:
        raise StoreError(StoreErrorCode.DAMAGED, files.main, "nothing can be read")


def _fill(target: Database, wreck: _Wreck | None, files: StoreFiles, key: DataKey, report: SalvageReport) -> None:
    with target.transaction():
        target.run("PRAGMA defer_foreign_keys = ON")  # what a row refers to may come later, or be made up below
        lost = wreck.pour_into(target) if wreck is not None else dict.fromkeys(_TABLES, 1)
        report.readable = wreck is not None
        report.messages = _count(target, "messages")
        if lost:
            _add_from_backups(target, files.main, key, set(lost))
            report.from_backups = _count(target, "messages") - report.messages
        report.without_title = target.run(_MEND[0])
        for statement in _MEND[1:]:
            target.run(statement)
    report.messages = _count(target, "messages")
    report.conversations = _count(target, "conversations")
    report.messages_lost = max(0, lost.get("messages", 0) - report.from_backups) if wreck is not None else 0


def _count(database: Database, table: str) -> int:
    return int(database.value(f"SELECT count(*) FROM {table}"))  # noqa: S608 - one of ours


def _open_wreck(files: StoreFiles, key: DataKey) -> _Wreck | None:
    """Return the damaged database on a copy that may be written to; None when nothing of it can be read."""
    copy = files.main.with_name(files.main.name + ".wreck")
    first_pages = [b""]
    first_pages += [one.path.read_bytes()[:_PAGE] for one in list_backups(files.main)]
    for first in first_pages:
        discard(copy)
        if files.main.exists():
            _copy_with_log(files, copy)
        wreck = _Wreck(copy, key)
        if wreck.opens(first):
            return wreck
        wreck.close()
    return None


def _copy_with_log(files: StoreFiles, copy: Path) -> None:
    try:
        copy_durably(files.main, copy)
        if files.log.exists():
            copy_durably(files.log, copy.with_name(copy.name + "-wal"))
    except OSError as error:
        discard(copy)
        raise from_os_error(error, copy) from error


class _Wreck:
    """A damaged database, read on as many connections as it takes."""

    def __init__(self, file: Path, key: DataKey) -> None:
        self._file, self._key = file, key
        self._database: Database | None = None
        self._tables: set[str] = set()

    def opens(self, first_page: bytes) -> bool:
        """Whether it can be asked anything, with another first page if one is given."""
        if not self._file.exists() or self._file.stat().st_size < _PAGE:  # SQLite would make a new one of nothing
            return False
        if first_page:
            with self._file.open("r+b") as file:
                file.write(first_page)
        try:
            rows = self._connection().rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
        except StoreError:
            self._drop()
            return False
        self._tables = {row["name"] for row in rows}
        return "messages" in self._tables

    def close(self) -> None:
        """Forget it."""
        self._drop()
        discard(self._file)

    def pour_into(self, target: Database) -> dict[str, int]:
        """Copy all rows that can be read; return of which tables how many, at most, could not."""
        lost: Counter[str] = Counter()
        for table in (table for table in _TABLES if table in self._tables):
            columns = _columns(target, table)
            for found in self._rows(table):
                if isinstance(found, int):
                    lost[table] += found
                else:
                    _insert(target, table, columns, found)
        return {table: count for table, count in lost.items() if count}

    def rows_of(self, table: str) -> Iterator[Row]:
        """Return the rows of a table that can be read."""
        if table in self._tables:
            yield from (row for row in self._rows(table) if not isinstance(row, int))

    def _rows(self, table: str) -> Iterator[Row | int]:
        """Return all rows that can be read, and between them how many, at most, cannot."""
        place, last = 0, self._last(table)
        while True:
            sql = f"SELECT rowid AS place, * FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {_BATCH}"  # noqa: S608
            rows = self._ask(sql, place)
            if rows is not None:
                yield from rows
                if len(rows) < _BATCH:
                    return
                place = rows[-1]["place"]
                continue
            place = yield from self._around_damage(table, place + 1, last)
            if place >= last:
                return

    def _around_damage(self, table: str, place: int, last: int) -> Generator[Row | int, None, int]:
        """Return rows one by one until damage was passed; its result is the place after which all is well again."""
        missed = 0
        while place <= last:
            rows = self._one(table, place)
            if rows is None:
                leap = 1 + missed // _PATIENCE  # every try costs a connection: a large hole is crossed in leaps
                missed += leap
                place += leap
            elif missed:
                break
            else:
                yield from rows
                place += 1
        yield missed
        return place - 1

    def _one(self, table: str, place: int) -> list[Row] | None:
        return self._ask(f"SELECT rowid AS place, * FROM {table} WHERE rowid = ?", place)  # noqa: S608

    def _last(self, table: str) -> int:
        rows = self._ask(f"SELECT max(rowid) AS last FROM {table}")  # noqa: S608
        if rows:
            return int(rows[0]["last"] or 0)
        pages = self._file.stat().st_size // _PAGE if table in {"conversations", "messages"} else 1
        return pages * _MOST_ROWS_IN_A_PAGE

    def _ask(self, sql: str, *values: int) -> list[Row] | None:
        """Return the rows; None when they lie on a damaged page."""
        try:
            return self._connection().rows(sql, *values)
        except StoreError:
            self._drop()
            return None

    def _connection(self) -> Database:
        if self._database is None:
            self._database = Database(self._file, self._key)
        return self._database

    def _drop(self) -> None:
        database, self._database = self._database, None
        if database is not None:
            try:
                database.close()
            except StoreError as error:
                log.info("closing a damaged database: %s", error.code)


def _columns(target: Database, table: str) -> list[str]:
    return [row["name"] for row in target.rows(f"PRAGMA table_info({table})")]


def _insert(target: Database, table: str, columns: Sequence[str], row: Row) -> None:
    names = [name for name in columns if name in row.keys()]  # noqa: SIM118 - a row iterates over its values
    marks = ", ".join("?" * len(names))
    sql = f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - names of our schema
    target.run(sql, *(row[name] for name in names))


def _add_from_backups(target: Database, main: Path, key: DataKey, damaged: set[str]) -> None:
    """Add what the copies have and the damaged tables have not, newest copy first.

    Where the list of conversations is whole, only their messages: what the person deleted since should not come back.
    What is no message comes from the newest copy that can be read.
    """
    rest = damaged - {"messages"}
    for backup in list_backups(main):
        copy = backup_folder(main) / ".salvage"
        try:
            copy_durably(backup.path, copy)
            source = _Wreck(copy, key)
            if source.opens(b""):
                _add(target, source, rest)
                _add_messages(target, source)
                rest = set()
            source.close()
        except OSError as error:
            log.warning("a copy cannot be read: %s", error)
        finally:
            discard(copy)


def _add(target: Database, source: _Wreck, tables: set[str]) -> None:
    for table in (table for table in _TABLES if table in tables):
        columns = _columns(target, table)
        for row in source.rows_of(table):
            _insert(target, table, columns, row)


def _add_messages(target: Database, source: _Wreck) -> None:
    known = {
        row["id"] for row in target.rows("SELECT id FROM conversations UNION SELECT conversation_id FROM messages")
    }
    columns = _columns(target, "messages")
    for row in source.rows_of("messages"):
        if row["conversation_id"] in known:
            _insert(target, "messages", columns, row)
