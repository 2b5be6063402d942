"""The conversations on disk: every call is committed, durably, before it returns. No Qt.

Synchronous, and bound to the thread that opened it: the session gives it one background thread. Any other thread
gets ``ProgrammingError``. All methods raise StoreError for the world's faults; using an id that never existed where
a row is needed (a message of no conversation) is a mistake of ours and raises ``IntegrityError``.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from app.chat.backups import CopyOrder
from app.chat.conversation import Conversation
from app.chat.database import Database
from app.chat.errors import StoreError, from_os_error
from app.chat.keys.data_key import DataKey
from app.chat.lock import lock_store
from app.chat.migrations import MIGRATIONS, Migration, migrate
from app.chat.opening import finish, open_database, start_unfinished
from app.chat.rows import clean, conversation_from_row
from app.chat.search import Search
from app.chat.search_index import SearchIndex
from app.chat.store_base import Clock
from app.chat.store_documents import DocumentStore
from app.chat.store_files import StoreFiles
from app.chat.store_shelf import ShelfStore
from app.chat.store_transfer import TransferStore
from app.system.file_lock import FileLock

log = logging.getLogger(__name__)

T = TypeVar("T")


class ConversationStore(ShelfStore, TransferStore, DocumentStore):
    """All conversations of one person. Make it with ``open`` or ``temporary``."""

    def __init__(
        self, database: Database, lock: FileLock | None, clock: Clock = time.time, key: DataKey | None = None
    ) -> None:
        super().__init__(database, clock)
        self._lock, self._key = lock, key
        self.search_index, self.search = SearchIndex(database), Search(database)

    @classmethod
    def open(
        cls, file: Path, key: DataKey, migrations: Sequence[Migration] = MIGRATIONS, clock: Clock = time.time
    ) -> ConversationStore:
        """Open ``file``, or make it where there never was one. It is locked until ``close``.

        Raises StoreError: LOCKED_BY_OTHER, WRONG_KEY, DAMAGED, MISSING, NEWER_VERSION, READ_ONLY, DISK_FULL, IO.
        """
        files = StoreFiles(file)
        lock = lock_store(files.lock)
        try:
            return cls(open_database(files, key, migrations), lock, clock, key)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def temporary(cls, clock: Clock = time.time) -> ConversationStore:
        """Make an empty store in memory, gone with ``close``: for "this session only". It never touches a disk."""
        database = Database()
        migrate(database)
        return cls(database, None, clock)

    @property
    def is_temporary(self) -> bool:
        """Whether everything is lost at ``close``."""
        return self._database.file is None

    def keep(self, file: Path, key: DataKey) -> None:
        """Turn a temporary store into a lasting one with all it holds. On StoreError it stays temporary, whole."""
        files = StoreFiles(file)
        lock = lock_store(files.lock)
        try:
            database = self._move_to(files, key)
        except BaseException:
            lock.release()
            raise
        self._database.close()
        self._lock, self._key = lock, key
        self._use(database)

    def _use(self, database: Database) -> None:
        self._database = database
        self.search_index, self.search = SearchIndex(database), Search(database)

    def _move_to(self, files: StoreFiles, key: DataKey) -> Database:
        try:
            start_unfinished(files)
            self._database.export(files.unfinished, key)
            finish(files, key)
        except OSError as error:
            raise from_os_error(error, files.main) from error
        return open_database(files, key, MIGRATIONS)

    def close(self) -> None:
        """Fold the log into the file, close it and let others in. What was acknowledged is safe even if this fails."""
        try:
            for step in (self._database.checkpoint, self._database.close):  # a full disk stops the first one only
                try:
                    step()
                except StoreError as error:
                    log.info("closing the conversations: %s", error)
        finally:
            if self._lock is not None:
                self._lock.release()

    # --- copies and damage ---

    def begin_copy(self) -> CopyOrder | None:
        """Let the file stand still until ``end_copy``, so that it can be copied; None for a temporary store."""
        if self._database.file is None or self._key is None:
            return None
        self._database.hold_still()
        return CopyOrder(self._database.file, self._key)

    def end_copy(self) -> None:
        """End ``begin_copy``."""
        self._database.let_go()

    def mend(self, job: Callable[[StoreFiles, DataKey], T]) -> T:
        """Close the database, let ``job`` exchange its file (``backups.restore``, ``salvage``), and open it again.

        Raises what the job raises, StoreError; the store is open again then too.
        """
        if self._database.file is None or self._key is None:
            raise RuntimeError("a temporary store has no file")
        files, key = StoreFiles(self._database.file), self._key
        try:
            self._database.close()
        except StoreError as error:
            log.info("closing a database that is to be mended: %s", error)
        try:
            return job(files, key)
        finally:
            self._use(open_database(files, key, MIGRATIONS))
            self.recover_interrupted()  # a copy may have been made while an answer was written

    @classmethod
    def mend_closed(cls, file: Path, key: DataKey, job: Callable[[StoreFiles, DataKey], T]) -> T:
        """Do the same to a database that does not open."""
        files = StoreFiles(file)
        lock = lock_store(files.lock)
        try:
            return job(files, key)
        finally:
            lock.release()

    def problems(self) -> list[str]:
        """Read the whole file and return what is damaged, as facts for the log; slow on a large one."""
        return self._database.problems()

    # --- conversations ---

    def list_conversations(self, archived: bool | None = False) -> list[Conversation]:
        """Return those not deleted, newest first: the archived ones, the others, or (None) all."""
        rows = self._database.rows(
            "SELECT * FROM conversations WHERE deleted_at IS NULL AND archived = coalesce(?, archived) "
            "ORDER BY updated_at DESC, created_at DESC, rowid DESC",
            archived,
        )
        return [conversation_from_row(row) for row in rows]

    def conversation(self, conversation_id: str) -> Conversation | None:
        """Return one conversation, deleted or not; None when it is gone."""
        rows = self._database.rows("SELECT * FROM conversations WHERE id = ?", conversation_id)
        return conversation_from_row(rows[0]) if rows else None

    def titles_with(self, start: str) -> set[str]:
        """Return all titles that begin with ``start``."""
        rows = self._database.rows("SELECT title FROM conversations WHERE substr(title, 1, length(?1)) = ?1", start)
        return {row["title"] for row in rows}

    def create(self, conversation: Conversation) -> None:
        """Add a conversation without messages (its ``leaf_id`` is None)."""
        with self._database.transaction():
            self._insert_conversation(conversation)

    def rename(self, conversation_id: str, title: str, *, by_person: bool) -> bool:
        """Name it; a name that Parley found never replaces one that the person gave. Returns whether it changed."""
        return self._change(
            "UPDATE conversations SET title = ?, title_by_person = ? WHERE id = ? AND title_by_person <= ?",
            clean(title), by_person, conversation_id, by_person,
        )  # fmt: skip

    def pin(self, conversation_id: str, pinned: bool) -> bool:
        """Pin or unpin it. Returns whether it exists."""
        return self._change("UPDATE conversations SET pinned = ? WHERE id = ?", pinned, conversation_id)

    def set_thinking(self, conversation_id: str, enabled: bool | None, budget: int | None) -> bool:
        """Set its thinking switch and budget (tokens, 0 unlimited; None: the global default)."""
        return self._change(
            "UPDATE conversations SET thinking_enabled = ?, thinking_budget = ? WHERE id = ?",
            enabled, budget, conversation_id,
        )  # fmt: skip

    def set_leaf(self, conversation_id: str, leaf_id: str | None) -> bool:
        """Choose the branch that is shown by its last message."""
        return self._change("UPDATE conversations SET leaf_id = ? WHERE id = ?", leaf_id, conversation_id)

    def soft_delete(self, *conversation_ids: str) -> int:
        """Hide them until ``undelete`` or ``purge_deleted``. Returns how many were there."""
        sql = "UPDATE conversations SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL"
        return self._change_each(sql, self._clock(), conversation_ids)

    def undelete(self, *conversation_ids: str) -> int:
        """Show them again. Returns how many were deleted and are still there."""
        sql = "UPDATE conversations SET deleted_at = ? WHERE id = ? AND deleted_at IS NOT NULL"
        return self._change_each(sql, None, conversation_ids)

    def purge_deleted(self, older_than: float) -> int:
        """Remove for ever what was deleted at least so many seconds ago; 0 is all of it.

        Returns how many conversations and messages were removed, messages of removed conversations not counted.

        Overwrites the pages and empties the log. Only copies (``backups``) can still hold it, for as long as they are
        kept (``store_files.KEEP_BACKUP_SECONDS``), encrypted like the rest.
        """
        latest = self._clock() - older_than
        with self._database.transaction():
            count = self._database.run("DELETE FROM conversations WHERE deleted_at <= ?", latest)
            count += self._database.run("DELETE FROM messages WHERE deleted_at <= ?", latest)
        if count:
            self._database.checkpoint()
        return count
