"""The store's message trees: adding, reading branches, deleting and undoing, copying a branch away. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from app.chat.conversation import AnyPart, Conversation, DeletedBranch, Message, MessageStatus, new_id
from app.chat.rows import clean, conversation_from_row, encode_json, encode_parts, message_from_row
from app.chat.store_base import StoreBase
from app.chat.tree import Link
from app.engine.api import StopReason, Usage

_INSERT_MESSAGE = """
INSERT INTO messages (id, conversation_id, parent_id, role, parts, status, created_at, model_name, usage, stop_reason,
    error, deleted_with, deleted_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, (SELECT deleted_with FROM messages WHERE id = ?3),
    (SELECT deleted_at FROM messages WHERE id = ?3))
"""
"""What is added below a deleted message (an answer that was under way) belongs to that deletion."""

_SHOW_NEW = """
UPDATE conversations SET updated_at = max(updated_at, ?2), leaf_id = iif(
    (SELECT deleted_with IS NULL FROM messages WHERE id = ?1), ?1, leaf_id) WHERE id = ?3
"""

_INSERT_CONVERSATION = """
INSERT INTO conversations (id, title, title_by_person, created_at, updated_at, leaf_id, pinned, deleted_at,
    thinking_enabled, thinking_budget, folder_id, archived, settings, cuts)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

# UNION, not UNION ALL: it ends even if a damaged file has a circle of parents. A parent is always stored before its
# children, so the order of storing is the order of the branch.
_BRANCH = """
WITH RECURSIVE branch (id, parent_id) AS (
    SELECT id, parent_id FROM messages WHERE id = ?1 AND conversation_id = ?2 AND deleted_with IS NULL
    UNION
    SELECT messages.id, messages.parent_id FROM messages JOIN branch ON messages.id = branch.parent_id
)
SELECT messages.* FROM branch JOIN messages USING (id) ORDER BY sequence
"""


# What is deleted already keeps whose deletion it went with.
_HIDE = """
WITH RECURSIVE below (id) AS (
    SELECT id FROM messages WHERE id = ?1 AND deleted_with IS NULL
    UNION
    SELECT messages.id FROM messages JOIN below ON messages.parent_id = below.id
        AND messages.conversation_id = (SELECT conversation_id FROM messages WHERE id = ?1)
)
UPDATE messages SET deleted_with = ?1, deleted_at = ?2 WHERE id IN (SELECT id FROM below) AND deleted_with IS NULL
"""

# If what was above it was deleted since, it comes back together with that, not before.
_UNHIDE = """
UPDATE messages SET (deleted_with, deleted_at) = (
    SELECT above.deleted_with, above.deleted_at FROM messages AS it LEFT JOIN messages AS above
        ON above.id = it.parent_id WHERE it.id = ?1
) WHERE deleted_with = ?1
"""

_COPY = """
INSERT INTO messages (id, conversation_id, parent_id, role, parts, status, created_at, model_name, usage, stop_reason,
    error)
SELECT ?2, ?3, ?4, role, parts, iif(status = 'generating', 'interrupted', status), created_at, model_name, usage,
    stop_reason, error
FROM messages WHERE id = ?1
"""


class MessageStore(StoreBase):
    """The messages of all conversations. A deleted one, and all below it, is seen by no method but ``undelete``."""

    def add_message(self, message: Message) -> None:
        """Store it as the last one of the branch that is shown; its conversation moves to the top."""
        self.add_messages([message])

    def add_messages(self, messages: Sequence[Message]) -> None:
        """Store several in one commit, parents first: a question and the answer that is about to be written."""
        with self._database.transaction():
            for message in messages:
                self._insert(message)
                self._database.run(_SHOW_NEW, message.id, message.created_at, message.conversation_id)

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
            "SELECT * FROM messages WHERE conversation_id = ? AND deleted_with IS NULL ORDER BY sequence",
            conversation_id,
        )
        return [message_from_row(row) for row in rows]

    def links(self, conversation_id: str) -> list[Link]:
        """Return id and parent of all messages of all branches, in the order in which they were added."""
        rows = self._database.rows(
            "SELECT id, parent_id FROM messages WHERE conversation_id = ? AND deleted_with IS NULL ORDER BY sequence",
            conversation_id,
        )
        return [(row["id"], row["parent_id"]) for row in rows]

    def siblings(self, message_id: str) -> list[str]:
        """Return the ids of the versions of this message, itself among them, oldest first."""
        rows = self._database.rows(
            "SELECT other.id FROM messages AS it JOIN messages AS other ON other.conversation_id = it.conversation_id "
            "AND other.parent_id IS it.parent_id AND other.deleted_with IS NULL "
            "WHERE it.id = ? ORDER BY other.sequence",
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
                "AND child.deleted_with IS NULL WHERE it.id = ? ORDER BY child.sequence DESC LIMIT 1",
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

    def reopen_message(self, message_id: str) -> bool:
        """Say that a message that was finished is being written on. Returns whether it is there."""
        return self._change("UPDATE messages SET status = ? WHERE id = ?", MessageStatus.GENERATING.value, message_id)

    def recover_interrupted(self) -> int:
        """At start-up: mark what was being written when Parley ended. Returns how many."""
        with self._database.transaction():
            return self._database.run(
                "UPDATE messages SET status = ? WHERE status = 'generating'", MessageStatus.INTERRUPTED.value
            )

    # --- deleting, undoing, copying ---

    def delete_message(self, message_id: str) -> DeletedBranch | None:
        """Hide a message and all below it until ``undelete_message`` or ``purge_deleted``; None when it is gone.

        If it was shown, the nearest version of it is shown instead, or what was above it.
        """
        rows = self._database.rows(
            "SELECT parent_id, conversation_id, conversations.leaf_id AS leaf_id FROM messages JOIN conversations "
            "ON conversations.id = conversation_id WHERE messages.id = ? AND deleted_with IS NULL",
            message_id,
        )
        if not rows:
            return None
        record = DeletedBranch(message_id, rows[0]["conversation_id"], rows[0]["leaf_id"])
        beside = _neighbour(self.siblings(message_id), message_id)
        with self._database.transaction():
            self._database.run(_HIDE, message_id, self._clock())
            if self._is_hidden(record.leaf_id):
                leaf = rows[0]["parent_id"] if beside is None else self.newest_leaf_below(beside)
                self._set_leaf(record.conversation_id, leaf)
        return record

    def undelete_message(self, record: DeletedBranch) -> bool:
        """Bring a deleted message back with all that went with it, and show what was shown before.

        Returns whether it is seen again: not if it is gone for good, or if what was above it was deleted meanwhile;
        then it comes back together with that.
        """
        with self._database.transaction():
            found = self._database.run(_UNHIDE, record.message_id)
            if not found or self._is_hidden(record.message_id):
                return False
            if record.leaf_id is not None and not self._is_hidden(record.leaf_id):
                self._set_leaf(record.conversation_id, record.leaf_id)
        return True

    def fork(self, conversation_id: str, message_id: str, title: str | None = None) -> Conversation | None:
        """Copy the branch that ends with a message into a new conversation; None when it is gone.

        Title (unless another is given), thinking, folder and settings are the same. What can be read only by a
        newer version is copied as it is.
        """
        ids = [row["id"] for row in self._database.rows(_BRANCH, message_id, conversation_id)]
        rows = self._database.rows("SELECT * FROM conversations WHERE id = ?", conversation_id)
        if not ids or not rows:
            return None
        fresh = {old: new_id() for old in ids}
        copy = _copy_of(conversation_from_row(rows[0]), fresh, self._clock(), title)
        parent: str | None = None
        with self._database.transaction():
            self._insert_conversation(msgspec.structs.replace(copy, leaf_id=None))
            for old in ids:
                self._database.run(_COPY, old, fresh[old], copy.id, parent)
                parent = fresh[old]
            self._set_leaf(copy.id, copy.leaf_id)
        return copy

    def _insert_conversation(self, it: Conversation) -> None:
        self._database.run(
            _INSERT_CONVERSATION,
            it.id, clean(it.title), it.title_by_person, it.created_at, it.updated_at, it.leaf_id, it.pinned,
            it.deleted_at, it.thinking_enabled, it.thinking_budget, it.folder_id, it.archived,
            encode_json(it.settings), encode_json(it.cuts),
        )  # fmt: skip

    def _set_leaf(self, conversation_id: str, leaf_id: str | None) -> None:
        self._database.run("UPDATE conversations SET leaf_id = ? WHERE id = ?", leaf_id, conversation_id)

    def _is_hidden(self, message_id: str | None) -> bool:
        """Return whether a message is deleted or gone."""
        found = self._database.value("SELECT deleted_with IS NULL FROM messages WHERE id = ?", message_id)
        return message_id is not None and not found


def _neighbour(versions: list[str], message_id: str) -> str | None:
    """Return the version before this one, else the one after it."""
    at = versions.index(message_id)
    others = versions[:at][-1:] or versions[at + 1 : at + 2]
    return others[0] if others else None


def _copy_of(it: Conversation, fresh: dict[str, str], now: float, title: str | None) -> Conversation:
    """Return the row of a copy. ``fresh``: old id -> new id of the messages that are copied, the last one last."""
    cuts = [
        msgspec.structs.replace(cut, first_kept=fresh[cut.first_kept]) for cut in it.cuts if cut.first_kept in fresh
    ]
    return msgspec.structs.replace(
        it,
        id=new_id(),
        title=it.title if title is None else title,
        created_at=now,
        updated_at=now,
        leaf_id=next(reversed(fresh.values())),
        pinned=False,
        archived=False,
        deleted_at=None,
        cuts=cuts,
    )
