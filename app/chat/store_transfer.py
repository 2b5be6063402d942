"""The store's side of an import: a whole conversation in one commit, the same one never twice. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from app.chat.conversation import Conversation, Message, new_id
from app.chat.rows import clean, encode_parts
from app.chat.store_messages import MessageStore


class Arrival(StrEnum):
    """What became of a conversation that was brought in."""

    NEW = "new"
    ALREADY_THERE = "already_there"  # with all these messages; nothing was written
    GROWN = "grown"  # it was there with some of these messages, unchanged; the others were added to it
    COPY = "copy"  # its ids are taken by something else: it was stored under new ones


class TransferStore(MessageStore):
    """Takes in conversations from elsewhere."""

    def take_in(self, conversation: Conversation, messages: Sequence[Message], folder: str = "") -> tuple[Arrival, str]:
        """Store a conversation with all its messages (parents first), in the folder of this name ("": in none).

        Returns what became of it, and its id. What is in the trash counts as not there. Where it went on here and
        elsewhere, both are kept as branches, and the one that was shown stays.
        """
        arrival, fresh = self._arrival(conversation, messages)
        if arrival is Arrival.ALREADY_THERE:
            return arrival, conversation.id
        if arrival is Arrival.GROWN:
            self._grow(conversation, fresh)
            return arrival, conversation.id
        if arrival is Arrival.COPY:
            conversation, messages = _renamed(conversation, messages)
        with self._database.transaction():
            folder_id = self._folder(folder) if folder else None
            row = msgspec.structs.replace(conversation, leaf_id=None, folder_id=folder_id)
            self._insert_conversation(row)
            for message in messages:
                self._insert(message)
            self._set_leaf(conversation.id, conversation.leaf_id)
        return arrival, conversation.id

    def _grow(self, it: Conversation, fresh: Sequence[Message]) -> None:
        """Add the messages that a stored conversation lacks."""
        leaf = self._database.value("SELECT leaf_id FROM conversations WHERE id = ?", it.id)
        with self._database.transaction():
            for message in fresh:
                self._insert(message)
            if any(message.parent_id == leaf for message in fresh):  # else it went on here as well
                self._set_leaf(it.id, self.newest_leaf_below(leaf))
            self._database.run(
                "UPDATE conversations SET updated_at = max(updated_at, ?) WHERE id = ?", it.updated_at, it.id
            )

    def _arrival(self, conversation: Conversation, messages: Sequence[Message]) -> tuple[Arrival, list[Message]]:
        """Return what becomes of a conversation, and which of its messages are not stored."""
        rows = self._database.rows("SELECT deleted_at FROM conversations WHERE id = ?", conversation.id)
        stored = [self._stored(message) for message in messages]
        fresh = [one for it, one in zip(stored, messages, strict=True) if it is None]
        if not rows and not any(stored):
            return Arrival.NEW, fresh
        same = all(
            it is None or it == (conversation.id, clean(encode_parts(one.parts)))
            for it, one in zip(stored, messages, strict=True)
        )
        if not rows or rows[0]["deleted_at"] is not None or not same or not any(stored):
            return Arrival.COPY, fresh
        return (Arrival.GROWN if fresh else Arrival.ALREADY_THERE), fresh

    def _stored(self, message: Message) -> tuple[str, str] | None:
        rows = self._database.rows("SELECT conversation_id, parts FROM messages WHERE id = ?", message.id)
        return (rows[0]["conversation_id"], rows[0]["parts"]) if rows else None

    def _folder(self, name: str) -> str:
        found = self._database.value("SELECT id FROM folders WHERE name = ? ORDER BY position LIMIT 1", clean(name))
        if found is not None:
            return str(found)
        folder_id = new_id()
        self._database.run(
            "INSERT INTO folders (id, name, position) VALUES (?, ?, (SELECT coalesce(max(position), -1) + 1 "
            "FROM folders))",
            folder_id, clean(name),
        )  # fmt: skip
        return folder_id


def _renamed(it: Conversation, messages: Sequence[Message]) -> tuple[Conversation, list[Message]]:
    """Return the same under new ids throughout."""
    fresh = {message.id: new_id() for message in messages}
    cuts = [msgspec.structs.replace(cut, first_kept=fresh[cut.first_kept]) for cut in it.cuts]
    copy = msgspec.structs.replace(it, id=new_id(), leaf_id=fresh[it.leaf_id] if it.leaf_id else None, cuts=cuts)
    return copy, [
        msgspec.structs.replace(
            message,
            id=fresh[message.id],
            conversation_id=copy.id,
            parent_id=None if message.parent_id is None else fresh[message.parent_id],
        )
        for message in messages
    ]
