from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from app.chat.conversation import (
    UNREADABLE,
    AnyPart,
    AttachmentPart,
    MessageStatus,
    TextPart,
    ThinkingPart,
    ToolCallPart,
    ToolResultPart,
    new_id,
)
from app.chat.database import Database
from app.chat.store import ConversationStore
from app.engine.api import Role, StopReason, ThinkingOutcome, Usage
from tests.helpers.store_content import KEY, answer, conversation, message, question

PARTS: list[AnyPart] = [
    ThinkingPart("hm", ThinkingOutcome.BUDGET, 7, 0.5, 1024),
    TextPart("ok 好 👩‍👩‍👧 \0 end"),
    ToolCallPart("1", "clock", '{"zone": "UTC"}'),
    ToolResultPart("1", "12:00"),
    AttachmentPart("a.txt", "text/plain", 3, "abc"),
]


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "conversations.db"


@pytest.fixture
def store(file: Path, clock: Clock) -> Iterator[ConversationStore]:
    store = ConversationStore.open(file, KEY, clock=clock)
    yield store
    store.close()


def reopened(file: Path) -> ConversationStore:
    return ConversationStore.open(file, KEY)


def test_everything_is_there_again_after_reopening(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    chat = msgspec.structs.replace(conversation("Title 标题"), pinned=True, thinking_enabled=False, thinking_budget=0)
    store.create(chat)
    asked = question(chat)
    answered = msgspec.structs.replace(
        message(chat, PARTS, asked, Role.ASSISTANT),
        usage=Usage(prompt_tokens=5, tokens_per_second=1.5),
        stop_reason=StopReason.MAX_TOKENS,
        model_name="Qwen3",
        error="decode_failed",
    )
    store.add_messages([asked, answered])
    store.close()

    store = reopened(file)
    assert store.load_messages(chat.id) == [asked, answered]
    assert store.list_conversations() == [
        msgspec.structs.replace(chat, leaf_id=answered.id, updated_at=answered.created_at)
    ]
    store.close()


def test_conversations_come_newest_first_and_a_message_moves_one_up(store: ConversationStore) -> None:
    old, new = conversation("old", updated_at=1.0), conversation("new", updated_at=2.0)
    store.create(new)
    store.create(old)
    assert [chat.title for chat in store.list_conversations()] == ["new", "old"]
    store.add_message(question(old))
    assert [chat.title for chat in store.list_conversations()] == ["old", "new"]


def test_two_thousand_conversations_are_listed() -> None:
    store = ConversationStore.temporary()
    for number in range(2000):
        store.create(conversation(str(number), updated_at=float(number)))
    assert [chat.title for chat in store.list_conversations()] == [str(n) for n in range(1999, -1, -1)]
    store.close()


def test_a_found_title_never_replaces_the_persons_own(store: ConversationStore) -> None:
    chat = conversation()
    store.create(chat)
    assert store.rename(chat.id, "found", by_person=False)
    assert store.rename(chat.id, "mine", by_person=True)
    assert not store.rename(chat.id, "found again", by_person=False)
    assert store.rename(chat.id, "mine again", by_person=True)
    found = store.conversation(chat.id)
    assert found
    assert (found.title, found.title_by_person) == ("mine again", True)


def test_pin_and_thinking(store: ConversationStore) -> None:
    chat = conversation()
    store.create(chat)
    assert store.pin(chat.id, pinned=True)
    assert store.set_thinking(chat.id, enabled=True, budget=2048)
    found = store.conversation(chat.id)
    assert found
    assert (found.pinned, found.thinking_enabled, found.thinking_budget) == (True, True, 2048)
    assert store.set_thinking(chat.id, enabled=None, budget=None)
    found = store.conversation(chat.id)
    assert found
    assert (found.thinking_enabled, found.thinking_budget) == (None, None)


def test_changes_to_what_is_not_there_say_so(store: ConversationStore) -> None:
    assert not store.pin("nobody", pinned=True)
    assert not store.rename("nobody", "x", by_person=True)
    assert not store.soft_delete("nobody")
    assert not store.undelete("nobody")
    assert not store.set_leaf("nobody", None)
    assert not store.update_streaming("nobody", [])
    assert not store.finish_message("nobody", [], MessageStatus.COMPLETE)
    assert store.conversation("nobody") is None
    assert store.load_branch("nobody", "nothing") == []
    assert store.siblings("nobody") == []


def test_delete_undo_and_purge(store: ConversationStore, clock: Clock) -> None:
    chat = conversation()
    store.create(chat)
    asked = question(chat)
    store.add_messages([asked, answer(chat, asked)])
    assert store.soft_delete(chat.id)
    assert store.list_conversations() == []
    assert store.undelete(chat.id)
    assert [row.id for row in store.list_conversations()] == [chat.id]

    assert store.soft_delete(chat.id)
    clock.now += 10
    assert store.purge_deleted(older_than=11) == 0
    assert store.purge_deleted(older_than=10) == 1
    assert store.conversation(chat.id) is None
    assert store.load_messages(chat.id) == []
    assert not store.undelete(chat.id)


def test_purge_takes_a_chain_longer_than_sqlites_trigger_depth(store: ConversationStore) -> None:
    chat = conversation()
    store.create(chat)
    chain = [question(chat)]
    for _ in range(1500):
        chain.append(question(chat, parent=chain[-1]))
    store.add_messages(chain)
    assert [one.id for one in store.load_branch(chat.id, chain[-1].id)] == [one.id for one in chain]
    assert store.newest_leaf_below(chain[0].id) == chain[-1].id
    store.soft_delete(chat.id)
    assert store.purge_deleted(older_than=0) == 1
    assert store.load_messages(chat.id) == []


def test_branches_and_siblings(store: ConversationStore) -> None:
    chat, other = conversation(), conversation()
    store.create(chat)
    store.create(other)
    root, elsewhere = question(chat), question(other)
    first, second = answer(chat, root), answer(chat, root)
    after = question(chat, "And?", first)
    rival = question(chat, "another start")
    store.add_messages([root, first, second, after, rival, elsewhere])

    assert store.load_branch(chat.id, after.id) == [root, first, after]
    assert store.load_branch(chat.id, second.id) == [root, second]
    assert store.load_branch(chat.id, None) == []
    assert store.load_branch(other.id, after.id) == []
    assert store.siblings(second.id) == [first.id, second.id]
    assert store.siblings(root.id) == [root.id, rival.id]  # not the first message of another conversation
    assert store.newest_leaf_below(root.id) == second.id
    assert store.newest_leaf_below(first.id) == after.id
    assert store.set_leaf(chat.id, after.id)
    found = store.conversation(chat.id)
    assert found
    assert found.leaf_id == after.id


def test_streaming_then_finishing(store: ConversationStore) -> None:
    chat = conversation()
    store.create(chat)
    asked = question(chat)
    growing = answer(chat, asked, MessageStatus.GENERATING)
    store.add_messages([asked, growing])
    assert store.update_streaming(growing.id, [TextPart("Be")])
    assert store.load_messages(chat.id)[1].text == "Be"
    usage = Usage(answer_tokens=2)
    assert store.finish_message(
        growing.id, PARTS, MessageStatus.STOPPED, usage=usage, stop_reason=StopReason.CANCELLED, model_name="m"
    )
    done = store.load_messages(chat.id)[1]
    assert (done.parts, done.status, done.usage, done.stop_reason, done.model_name) == (
        PARTS,
        MessageStatus.STOPPED,
        usage,
        StopReason.CANCELLED,
        "m",
    )
    assert not store.update_streaming(growing.id, [TextPart("late")])  # the writer's last call lost a race
    assert store.load_messages(chat.id)[1].parts == PARTS


def test_what_was_being_written_is_marked_at_the_next_start(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    chat = conversation()
    store.create(chat)
    asked = question(chat)
    growing = answer(chat, asked, MessageStatus.GENERATING)
    store.add_messages([asked, growing])
    store.close()
    store = reopened(file)
    assert store.recover_interrupted() == 1
    assert [one.status for one in store.load_messages(chat.id)] == [MessageStatus.COMPLETE, MessageStatus.INTERRUPTED]
    assert store.recover_interrupted() == 0
    store.close()


def test_half_a_surrogate_pair_is_replaced_not_refused(store: ConversationStore) -> None:
    chat = conversation("t\ud83d!")
    store.create(chat)
    store.add_message(question(chat, "a\udc00b 😀"))
    assert store.load_messages(chat.id)[0].text == "a\ufffdb 😀"
    assert store.list_conversations()[0].title == "t\ufffd!"


def test_our_own_mistakes_propagate_and_change_nothing(store: ConversationStore) -> None:
    chat, other = conversation(), conversation()
    store.create(chat)
    store.create(other)
    asked = question(chat)
    store.add_message(asked)
    with pytest.raises(sqlcipher.IntegrityError):
        store.add_message(asked)
    with pytest.raises(sqlcipher.IntegrityError):
        store.add_message(question(conversation()))
    with pytest.raises(sqlcipher.IntegrityError):
        store.add_message(question(other, parent=asked))  # a parent in another conversation
    with pytest.raises(sqlcipher.IntegrityError):
        store.set_leaf(other.id, asked.id)
    with pytest.raises(sqlcipher.IntegrityError):
        store.add_messages([question(chat), asked])  # nothing of a refused batch is kept
    assert store.load_messages(chat.id) == [asked]
    assert store.load_messages(other.id) == []
    store.add_message(question(chat))  # and it goes on working


def test_another_thread_is_refused(store: ConversationStore) -> None:
    caught: list[BaseException] = []

    def use() -> None:
        try:
            store.list_conversations()
        except sqlcipher.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(caught) == 1


# --- rows that this version cannot read ---


def spoil(file: Path, sql: str, *values: str) -> None:
    database = Database(file, KEY)
    database.run("PRAGMA foreign_keys = OFF")
    assert database.run(sql, *values) > 0
    database.close()


@pytest.fixture
def stored(file: Path) -> tuple[Path, str]:
    store = ConversationStore.open(file, KEY)
    chat = conversation()
    store.create(chat)
    asked = question(chat, "first")
    store.add_messages([asked, answer(chat, asked)])
    store.close()
    return file, chat.id


@pytest.mark.usefixtures("allow_warnings")
def test_an_unknown_part_is_a_placeholder_and_the_rest_is_read(stored: tuple[Path, str]) -> None:
    file, chat_id = stored
    parts = '[{"type":"HologramPart","x":1},{"type":"TextPart","text":"seen","new":2},{"type":"TextPart","text":5},7]'
    spoil(file, "UPDATE messages SET parts = ? WHERE parent_id IS NULL", parts)
    store = reopened(file)
    asked, answered = store.load_messages(chat_id)
    assert asked.parts == [UNREADABLE, TextPart("seen"), UNREADABLE, UNREADABLE]
    assert answered.text == "Because."
    store.close()


@pytest.mark.usefixtures("allow_warnings")
@pytest.mark.parametrize("parts", ["", "{", "null", "3", '"text"', "[" * 100_000, '[{"type":"TextPart"'])
def test_unreadable_parts_do_not_close_a_chat(stored: tuple[Path, str], parts: str) -> None:
    file, chat_id = stored
    spoil(file, "UPDATE messages SET parts = ?", parts)
    store = reopened(file)
    assert [one.parts for one in store.load_messages(chat_id)] == [[UNREADABLE], [UNREADABLE]]
    store.close()


@pytest.mark.usefixtures("allow_warnings")
def test_unknown_words_become_harmless_ones(stored: tuple[Path, str]) -> None:
    file, chat_id = stored
    spoil(file, "UPDATE messages SET role='oracle', status='paused', stop_reason='whim', usage='{', error='e'")
    store = reopened(file)
    first = store.load_messages(chat_id)[0]
    assert (first.role, first.status, first.stop_reason, first.usage) == (
        Role.ASSISTANT,
        MessageStatus.COMPLETE,
        StopReason.END,
        None,
    )
    store.close()


def test_a_circle_of_parents_ends(stored: tuple[Path, str]) -> None:
    file, chat_id = stored
    spoil(file, "UPDATE messages SET parent_id = (SELECT max(id) FROM messages AS m WHERE m.id <> messages.id)")
    store = reopened(file)
    first, second = store.load_messages(chat_id)
    assert store.load_branch(chat_id, second.id) == [first, second]
    assert store.newest_leaf_below(first.id) in {first.id, second.id}
    store.close()


# --- a store that is not kept ---


def test_a_temporary_store_works_and_touches_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    store = ConversationStore.temporary()
    assert store.is_temporary
    chat = conversation()
    store.create(chat)
    store.add_message(question(chat, "x" * 3_000_000))
    assert len(store.load_messages(chat.id)) == 1
    assert list(tmp_path.iterdir()) == []
    store.close()


def test_keeping_a_temporary_store_loses_nothing(file: Path) -> None:
    store = ConversationStore.temporary()
    chat = conversation("kept")
    store.create(chat)
    asked = question(chat)
    growing = answer(chat, asked, MessageStatus.GENERATING)
    store.add_messages([asked, growing])
    store.keep(file, KEY)
    assert not store.is_temporary
    assert store.update_streaming(growing.id, [TextPart("goes on")])  # an answer may be under way
    later = question(chat, "later", growing)
    store.add_message(later)
    store.close()

    store = reopened(file)
    assert [one.text for one in store.load_messages(chat.id)] == ["Why?", "goes on", "later"]
    assert store.siblings(later.id) == [later.id]
    assert store.problems() == []
    store.close()


def test_ids_are_fresh() -> None:
    assert len({new_id() for _ in range(100)}) == 100
