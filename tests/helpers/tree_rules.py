"""What must hold of every stored conversation, whatever was done to it and whenever its process was killed."""

from __future__ import annotations

from app.chat.conversation import Message
from app.chat.store import ConversationStore
from app.chat.tree import MessageTree


def every_row(store: ConversationStore) -> dict[str, str | None]:
    """Return the ids of all messages, deleted ones too, with whose deletion they went."""
    rows = store._database.rows("SELECT id, deleted_with FROM messages")
    return {row["id"]: row["deleted_with"] for row in rows}


def check_conversations(store: ConversationStore) -> None:
    """The branch shown ends where it is said to, has no gap, and nothing that is seen hangs on something deleted."""
    for chat in store.list_conversations(None):
        seen = {message.id: message for message in store.load_messages(chat.id)}
        branch = store.load_branch(chat.id, chat.leaf_id)
        assert (chat.leaf_id is None and not branch) or branch[-1].id == chat.leaf_id
        assert all(message.id in seen for message in branch)
        assert [message.parent_id for message in branch] == [None, *(message.id for message in branch)][: len(branch)]
        assert all(message.parent_id is None or message.parent_id in seen for message in seen.values())
        check_versions(store, chat.id, seen)


def check_versions(store: ConversationStore, conversation_id: str, seen: dict[str, Message]) -> None:
    """The shape in memory and the store agree on versions, and every version leads to an end."""
    tree = MessageTree(store.links(conversation_id))
    parents = {message.parent_id for message in seen.values()}
    for message in seen.values():
        assert tree.versions(message.id) == store.siblings(message.id)
        assert tree.has_children(message.id) == (message.id in parents)
        assert store.newest_leaf_below(message.id) not in parents
