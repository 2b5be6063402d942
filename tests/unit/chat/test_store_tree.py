"""Deleting messages and undoing it, copying a branch away: by example, and under a fixed number of random walks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app.chat.conversation import ContextCut, Conversation, ConversationSettings, Message, MessageStatus, TextPart
from app.chat.database import Database
from app.chat.store import ConversationStore
from app.chat.tree import MessageTree
from app.engine.api import Role, SamplingParams, Usage
from tests.helpers.store_content import KEY, answer, conversation, message, question
from tests.helpers.tree_rules import check_conversations, every_row


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(clock: Clock) -> Iterator[ConversationStore]:
    store = ConversationStore.temporary(clock)
    yield store
    check_conversations(store)
    store.close()


@pytest.fixture
def chain(store: ConversationStore) -> list[Message]:
    """Two questions and their answers."""
    chat = conversation("chain")
    store.create(chat)
    first = question(chat, "one?")
    reply = answer(chat, first)
    second = question(chat, "two?", reply)
    rows = [first, reply, second, answer(chat, second)]
    store.add_messages(rows)
    return rows


def shown(store: ConversationStore, chat_id: str) -> list[str]:
    chat = store.conversation(chat_id)
    assert chat
    return [one.id for one in store.load_branch(chat_id, chat.leaf_id)]


def ids(rows: list[Message]) -> list[str]:
    return [row.id for row in rows]


def test_deleting_hides_all_below_and_undo_shows_what_was_shown(store: ConversationStore, chain: list[Message]) -> None:
    chat = chain[0].conversation_id
    record = store.delete_message(chain[2].id)
    assert record
    assert shown(store, chat) == ids(chain[:2])
    assert ids(store.load_messages(chat)) == ids(chain[:2])
    assert store.load_branch(chat, chain[3].id) == []
    assert store.undelete_message(record)
    assert shown(store, chat) == ids(chain)
    assert store.delete_message("nobody") is None


def test_the_version_before_is_shown_else_the_one_after_else_what_is_above(
    store: ConversationStore, chain: list[Message]
) -> None:
    chat, other = chain[0].conversation_id, Conversation(id=chain[0].conversation_id)
    third, fourth = answer(other, chain[2]), answer(other, chain[2])
    store.add_messages([third, fourth])
    store.set_leaf(chat, third.id)
    assert store.delete_message(third.id)
    assert shown(store, chat)[-1] == chain[3].id
    assert store.delete_message(chain[3].id)
    assert shown(store, chat)[-1] == fourth.id
    assert store.delete_message(fourth.id)
    assert shown(store, chat)[-1] == chain[2].id


def test_deleting_what_is_not_shown_leaves_what_is_shown(store: ConversationStore, chain: list[Message]) -> None:
    chat = chain[0].conversation_id
    rival = answer(Conversation(id=chat), chain[2])
    store.add_message(rival)
    record = store.delete_message(chain[3].id)
    assert record
    assert shown(store, chat)[-1] == rival.id
    assert store.undelete_message(record)
    assert shown(store, chat)[-1] == rival.id


def test_undo_in_the_order_of_deleting_brings_nothing_back_too_early(
    store: ConversationStore, chain: list[Message]
) -> None:
    chat = chain[0].conversation_id
    inner, outer = store.delete_message(chain[3].id), store.delete_message(chain[1].id)
    assert inner
    assert outer
    assert not store.undelete_message(inner)  # what it hangs on is deleted
    assert shown(store, chat) == [chain[0].id]
    check_conversations(store)
    assert store.undelete_message(outer)
    assert ids(store.load_messages(chat)) == ids(chain)


def test_undo_against_the_order_of_deleting(store: ConversationStore, chain: list[Message]) -> None:
    chat = chain[0].conversation_id
    inner, outer = store.delete_message(chain[3].id), store.delete_message(chain[1].id)
    assert inner
    assert outer
    assert store.undelete_message(outer)
    assert shown(store, chat) == ids(chain[:3])
    assert store.undelete_message(inner)
    assert shown(store, chat) == ids(chain)


def test_an_answer_that_arrives_below_what_is_deleted_is_deleted_with_it(
    store: ConversationStore, chain: list[Message]
) -> None:
    chat = Conversation(id=chain[0].conversation_id)
    record = store.delete_message(chain[2].id)
    assert record
    late = answer(chat, chain[2], MessageStatus.GENERATING)
    store.add_message(late)
    assert shown(store, chat.id) == ids(chain[:2])
    assert store.finish_message(late.id, [TextPart("late")], MessageStatus.COMPLETE)
    assert store.undelete_message(record)
    assert store.siblings(late.id) == [chain[3].id, late.id]


def test_deleted_messages_are_erased_after_their_time(
    store: ConversationStore, chain: list[Message], clock: Clock
) -> None:
    inner = store.delete_message(chain[3].id)
    clock.now += 10
    outer = store.delete_message(chain[2].id)
    clock.now += 5
    assert store.purge_deleted(older_than=15) == 1
    assert every_row(store).keys() == {*ids(chain[:3])}
    assert store.purge_deleted(older_than=0) == 1
    assert every_row(store).keys() == {*ids(chain[:2])}
    assert inner
    assert outer
    assert not store.undelete_message(inner)
    assert not store.undelete_message(outer)


def test_all_of_a_long_conversation_is_deleted_undone_and_erased(store: ConversationStore) -> None:
    chat = conversation()
    store.create(chat)
    rows = [question(chat)]
    for _ in range(3000):  # deeper than SQLite's triggers and its expressions may go
        rows.append(question(chat, parent=rows[-1]))
    store.add_messages(rows)
    record = store.delete_message(rows[0].id)
    assert record
    assert store.load_messages(chat.id) == []
    assert store.undelete_message(record)
    assert len(store.load_branch(chat.id, rows[-1].id)) == 3001
    assert store.delete_message(rows[0].id)
    assert store.purge_deleted(older_than=0) == 3001


def test_a_fork_has_the_branch_and_the_settings_and_leaves_the_rest(store: ConversationStore, clock: Clock) -> None:
    folder = store.create_folder("Work")
    settings = ConversationSettings("Be brief.", "/m.gguf", SamplingParams(temperature=0.3), SamplingParams(top_k=4))
    chat = msgspec.structs.replace(
        conversation("Title"), pinned=True, thinking_enabled=False, thinking_budget=7, folder_id=folder.id,
        settings=settings, archived=True,
    )  # fmt: skip
    store.create(chat)
    asked = question(chat, "why?")
    replied = msgspec.structs.replace(answer(chat, asked, MessageStatus.GENERATING), usage=Usage(answer_tokens=3))
    rows = [asked, replied, question(chat, "later", replied)]
    store.add_messages(rows)
    store.set_cuts(chat.id, [ContextCut(asked.id, "s"), ContextCut(rows[2].id)])
    copy = store.fork(chat.id, replied.id)
    assert copy
    assert copy == store.conversation(copy.id)
    assert (copy.title, copy.pinned, copy.archived, copy.created_at) == ("Title", False, False, clock.now)
    assert (copy.thinking_enabled, copy.thinking_budget, copy.folder_id) == (False, 7, folder.id)
    assert copy.settings == settings
    copied = store.load_branch(copy.id, copy.leaf_id)
    assert [one.parts for one in copied] == [asked.parts, replied.parts]
    assert [one.created_at for one in copied] == [asked.created_at, replied.created_at]
    assert copied[1].usage == replied.usage
    assert copied[1].status is MessageStatus.INTERRUPTED  # nobody writes the copy
    assert copy.cuts == [ContextCut(copied[0].id, "s")]
    assert store.load_messages(chat.id) == rows
    assert store.fork(chat.id, "nobody") is None
    assert store.fork("nobody", replied.id) is None
    assert store.fork(chat.id, replied.id, "Other") != copy


def test_a_fork_copies_what_this_version_cannot_read(tmp_path: Path) -> None:
    file = tmp_path / "conversations.db"
    store = ConversationStore.open(file, KEY)
    chat = conversation()
    store.create(chat)
    asked = question(chat)
    store.add_message(asked)
    store.close()
    unreadable = '[{"type":"HologramPart","x":1}]'
    database = Database(file, KEY)
    database.run("UPDATE messages SET parts = ?", unreadable)
    database.close()
    store = ConversationStore.open(file, KEY)
    copy = store.fork(chat.id, asked.id)
    assert copy
    store.close()
    database = Database(file, KEY)
    assert [row["parts"] for row in database.rows("SELECT parts FROM messages")] == [unreadable] * 2
    database.close()


def test_reopening_and_interrupting(store: ConversationStore, chain: list[Message]) -> None:
    assert store.reopen_message(chain[3].id)
    assert store.update_streaming(chain[3].id, [TextPart("Because. And")])
    assert store.recover_interrupted() == 1
    found = store.load_messages(chain[0].conversation_id)[3]
    assert (found.text, found.status) == ("Because. And", MessageStatus.INTERRUPTED)
    assert not store.reopen_message("nobody")


def test_the_shape_in_memory() -> None:
    tree = MessageTree([("a", None), ("b", "a"), ("c", "a"), ("d", None)])
    assert tree.versions("b") == ["b", "c"]
    assert tree.versions("a") == ["a", "d"]
    assert tree.versions("nobody") == ["nobody"]
    assert tree.has_children("a")
    assert not tree.has_children("b")
    tree.remove("b")
    tree.remove("b")
    assert tree.versions("c") == ["c"]


@pytest.mark.parametrize("seed", range(6))
def test_random_walks(store: ConversationStore, seed: int) -> None:
    """Hypothesis looks for the odd; this walks through the usual in great numbers."""
    rng, records = random.Random(seed), {}
    chat = conversation()
    store.create(chat)
    for number in range(120):
        branch = store.load_branch(chat.id, getattr(store.conversation(chat.id), "leaf_id", None))
        act = rng.random()
        if act < 0.45 or not branch:
            parent = rng.choice([None, *branch]) if rng.random() < 0.4 else (branch[-1] if branch else None)
            store.add_message(message(chat, [TextPart(str(number))], parent, rng.choice([Role.USER, Role.ASSISTANT])))
        elif act < 0.65:
            gone = rng.choice(branch).id
            records[gone] = store.delete_message(gone)
        elif act < 0.85 and records:
            record = records.pop(rng.choice(sorted(records)))
            assert record
            store.undelete_message(record)
        else:
            store.set_leaf(chat.id, store.newest_leaf_below(rng.choice(store.siblings(rng.choice(branch).id))))
        check_conversations(store)
    for token in sorted(records):
        record = records[token]
        assert record
        store.undelete_message(record)
    assert set(every_row(store).values()) == {None}
