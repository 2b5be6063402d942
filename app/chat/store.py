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

from app.chat.conversation import AnyPart, Conversation, Message, MessageStatus
from app.chat.database import Database
from app.chat.errors import StoreError, from_os_error
from app.chat.keys.data_key import DataKey
from app.chat.lock import FileLock
from app.chat.migrations import MIGRATIONS, Migration, migrate
from app.chat.opening import finish, open_database, start_unfinished
from app.chat.rows import clean, conversation_from_row, encode_json, encode_parts, message_from_row
from app.chat.store_files import StoreFiles
from app.engine.api import StopReason, Usage

log = logging.getLogger(__name__)

Clock = Callable[[], float]

_INSERT_CONVERSATION = "INSERT INTO conversations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

_INSERT_MESSAGE = """
INSERT INTO messages (id, conversation_id, parent_id, role, parts, status, created_at, model_name, usage, stop_reason,
    error)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

# UNION, not UNION ALL: it ends even if a damaged file has a circle of parents. A parent is always stored before its
# children, so the order of storing is the order of the branch.
_BRANCH = """
WITH RECURSIVE branch (id, parent_id) AS (
    SELECT id, parent_id FROM messages WHERE id = ?1 AND conversation_id = ?2
    UNION
    SELECT messages.id, messages.parent_id FROM messages JOIN branch ON messages.id = branch.parent_id
)
SELECT messages.* FROM branch JOIN messages USING (id) ORDER BY sequence
"""


class ConversationStore:
    """All conversations of one person. Make it with ``open`` or ``temporary``."""

    def __init__(self, database: Database, lock: FileLock | None, clock: Clock = time.time) -> None:
        self._database = database
        self._lock = lock
        self._clock = clock

    @classmethod
    def open(
        cls, file: Path, key: DataKey, migrations: Sequence[Migration] = MIGRATIONS, clock: Clock = time.time
    ) -> ConversationStore:
        """Open ``file``, or make it where there never was one. It is locked until ``close``.

        Raises StoreError: LOCKED_BY_OTHER, WRONG_KEY, DAMAGED, MISSING, NEWER_VERSION, READ_ONLY, DISK_FULL, IO.
        """
        files = StoreFiles(file)
        lock = FileLock(files.lock)
        try:
            return cls(open_database(files, key, migrations), lock, clock)
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
        lock = FileLock(files.lock)
        try:
            database = self._move_to(files, key)
        except BaseException:
            lock.release()
            raise
        self._database.close()
        self._database, self._lock = database, lock

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

    def problems(self) -> list[str]:
        """Read the whole file and return what is damaged, as facts for the log; slow on a large one."""
        return self._database.problems()

    # --- conversations ---

    def list_conversations(self) -> list[Conversation]:
        """Return those not deleted, newest first."""
        rows = self._database.rows(
            "SELECT * FROM conversations WHERE deleted_at IS NULL ORDER BY updated_at DESC, created_at DESC, rowid DESC"
        )
        return [conversation_from_row(row) for row in rows]

    def conversation(self, conversation_id: str) -> Conversation | None:
        """Return one conversation, deleted or not; None when it is gone."""
        rows = self._database.rows("SELECT * FROM conversations WHERE id = ?", conversation_id)
        return conversation_from_row(rows[0]) if rows else None

    def create(self, conversation: Conversation) -> None:
        """Add a conversation without messages (its ``leaf_id`` is None)."""
        it = conversation
        with self._database.transaction():
            self._database.run(
                _INSERT_CONVERSATION,
                it.id, clean(it.title), it.title_by_person, it.created_at, it.updated_at, it.leaf_id, it.pinned,
                it.deleted_at, it.thinking_enabled, it.thinking_budget,
            )  # fmt: skip

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

    def soft_delete(self, conversation_id: str) -> bool:
        """Hide it until ``undelete`` or ``purge_deleted``. Returns whether it was there."""
        return self._change(
            "UPDATE conversations SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL",
            self._clock(), conversation_id,
        )  # fmt: skip

    def undelete(self, conversation_id: str) -> bool:
        """Show it again. Returns whether it was deleted and is still there."""
        return self._change(
            "UPDATE conversations SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL", conversation_id
        )

    def purge_deleted(self, older_than: float) -> int:
        """Remove for ever what was deleted at least so many seconds ago; 0 is all of it. Returns how many.

        Overwrites the pages and empties the log. Only a copy from before a migration can still hold it, for as long
        as such copies are kept (``store_files.KEEP_BACKUP_SECONDS``), encrypted like the rest.
        """
        with self._database.transaction():
            count = self._database.run("DELETE FROM conversations WHERE deleted_at <= ?", self._clock() - older_than)
        if count:
            self._database.checkpoint()
        return count

    # --- messages ---

    def add_message(self, message: Message) -> None:
        """Store it as the last one of the branch that is shown; its conversation moves to the top."""
        self.add_messages([message])

    def add_messages(self, messages: Sequence[Message]) -> None:
        """Store several in one commit, parents first: a question and the answer that is about to be written."""
        with self._database.transaction():
            for message in messages:
                self._insert(message)
                self._database.run(
                    "UPDATE conversations SET leaf_id = ?, updated_at = max(updated_at, ?) WHERE id = ?",
                    message.id, message.created_at, message.conversation_id,
                )  # fmt: skip

    def _insert(self, it: Message) -> None:
        self._database.run(
            _INSERT_MESSAGE,
            it.id, it.conversation_id, it.parent_id, it.role.value, encode_parts(it.parts), it.status.value,
            it.created_at, clean(it.model_name), None if it.usage is None else encode_json(it.usage),
            None if it.stop_reason is None else it.stop_reason.value, clean(it.error),
        )  # fmt: skip

    def load_branch(self, conversation_id: str, leaf_id: str | None) -> list[Message]:
        """Return the messages from the first to ``leaf_id``; none for None or a leaf that is not there."""
        rows = self._database.rows(_BRANCH, leaf_id, conversation_id)
        return [message_from_row(row) for row in rows]

    def load_messages(self, conversation_id: str) -> list[Message]:
        """Return all messages of all branches, in the order in which they were added."""
        rows = self._database.rows(
            "SELECT * FROM messages WHERE conversation_id = ? ORDER BY sequence", conversation_id
        )
        return [message_from_row(row) for row in rows]

    def siblings(self, message_id: str) -> list[str]:
        """Return the ids of the versions of this message, itself among them, oldest first."""
        rows = self._database.rows(
            "SELECT other.id FROM messages AS it JOIN messages AS other ON other.conversation_id = it.conversation_id "
            "AND other.parent_id IS it.parent_id WHERE it.id = ? ORDER BY other.sequence",
            message_id,
        )
        return [row["id"] for row in rows]

    def newest_leaf_below(self, message_id: str) -> str:
        """Return the end of the branch through this message that always takes the newest version."""
        while True:
            # Children come later in `sequence`; saying so ends a circle in a damaged file.
            child: str | None = self._database.value(
                "SELECT child.id FROM messages AS it JOIN messages AS child ON child.conversation_id = "
                "it.conversation_id AND child.parent_id = it.id AND child.sequence > it.sequence "
                "WHERE it.id = ? ORDER BY child.sequence DESC LIMIT 1",
                message_id,
            )
            if child is None:
                return message_id
            message_id = child

    def update_streaming(self, message_id: str, parts: list[AnyPart]) -> bool:
        """Write the answer so far. Returns False when no such message is being written (purged or finished)."""
        return self._change(
            "UPDATE messages SET parts = ? WHERE id = ? AND status = ?",
            encode_parts(parts), message_id, MessageStatus.GENERATING.value,
        )  # fmt: skip

    def finish_message(  # noqa: PLR0913 - all that is known only at the end
        self,
        message_id: str,
        parts: list[AnyPart],
        status: MessageStatus,
        *,
        usage: Usage | None = None,
        stop_reason: StopReason | None = None,
        error: str = "",
        model_name: str | None = None,
    ) -> bool:
        """Write the whole answer and how it ended. Returns False when the message is gone.

        ``model_name`` None leaves the one that it was stored with.
        """
        return self._change(
            "UPDATE messages SET parts = ?, status = ?, usage = ?, stop_reason = ?, error = ?, "
            "model_name = coalesce(?, model_name) WHERE id = ?",
            encode_parts(parts), status.value, None if usage is None else encode_json(usage),
            None if stop_reason is None else stop_reason.value, clean(error),
            None if model_name is None else clean(model_name), message_id,
        )  # fmt: skip

    def recover_interrupted(self) -> int:
        """At start-up: mark what was being written when Parley ended. Returns how many."""
        with self._database.transaction():
            return self._database.run(
                "UPDATE messages SET status = ? WHERE status = 'generating'", MessageStatus.INTERRUPTED.value
            )

    def _change(self, sql: str, *values: str | float | None) -> bool:
        with self._database.transaction():
            return self._database.run(sql, *values) > 0
