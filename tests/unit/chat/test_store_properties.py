"""The store against a dictionary that does the same: whatever is asked, in whatever order, they agree."""

from __future__ import annotations

import tempfile
from pathlib import Path

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from typing_extensions import override

from app.chat.conversation import (
    UNREADABLE,
    AnyPart,
    AttachmentPart,
    Conversation,
    Message,
    MessageStatus,
    TextPart,
    ThinkingPart,
    ToolCallPart,
    ToolResultPart,
)
from app.chat.rows import decode_parts, encode_parts
from app.chat.store import ConversationStore
from app.engine.api import Role, ThinkingOutcome
from tests.helpers.store_content import KEY, conversation, message

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
NUMBER = st.integers(0, 2**40)
PARTS: st.SearchStrategy[list[AnyPart]] = st.lists(
    st.one_of(
        st.builds(TextPart, TEXT),
        st.builds(ThinkingPart, TEXT, st.sampled_from(ThinkingOutcome), NUMBER, st.floats(0, 1e9), NUMBER),
        st.builds(ToolCallPart, TEXT, TEXT, TEXT),
        st.builds(ToolResultPart, TEXT, TEXT),
        st.builds(AttachmentPart, TEXT, TEXT, NUMBER, TEXT),
    ),
    max_size=4,
)
RANDOM = st.randoms(use_true_random=False)


@given(PARTS)
def test_parts_are_the_same_after_a_trip_through_json(parts: list[AnyPart]) -> None:
    assert decode_parts(encode_parts(parts), "id") == parts


@given(st.text())
def test_no_text_is_refused(text: str) -> None:
    (part,) = decode_parts(encode_parts([TextPart(text)]), "id")
    assert isinstance(part, TextPart)
    assert part.text.replace("\ufffd", "") == "".join(c for c in text if not 0xD800 <= ord(c) < 0xE000).replace(
        "\ufffd", ""
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["type", "text", "x"]), inner),
    max_leaves=6,
)


@pytest.mark.usefixtures("allow_warnings")
@settings(max_examples=50, deadline=None)
@given(st.lists(JSON, max_size=5))
def test_any_json_is_read_part_by_part(value: list[object]) -> None:
    parts = decode_parts(msgspec.json.encode(value).decode(), "id")
    assert len(parts) == len(value)
    assert all(part == UNREADABLE or isinstance(part, Part) for part in parts)


Part = TextPart | ThinkingPart | ToolCallPart | ToolResultPart | AttachmentPart


class StoreAgainstModel(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "conversations.db"
        self.store = ConversationStore.temporary()
        self.chats: dict[str, Conversation] = {}
        self.messages: dict[str, list[Message]] = {}
        self.clock = 0.0

    @override
    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def pick(self, rng: object) -> str:
        assert hasattr(rng, "choice")
        chosen = rng.choice(list(self.chats))
        assert isinstance(chosen, str)
        return chosen

    @rule(title=TEXT)
    def create(self, title: str) -> None:
        self.clock += 1
        chat = conversation(title, self.clock)
        self.store.create(chat)
        self.chats[chat.id], self.messages[chat.id] = chat, []

    @precondition(lambda self: bool(self.chats))
    @rule(rng=RANDOM, parts=PARTS, status=st.sampled_from(MessageStatus), role=st.sampled_from(Role))
    def add(self, rng: object, parts: list[AnyPart], status: MessageStatus, role: Role) -> None:
        chat_id = self.pick(rng)
        assert hasattr(rng, "choice")
        parent = rng.choice([None, *self.messages[chat_id]])
        self.clock += 1
        made = message(self.chats[chat_id], parts, parent, role, status)
        made = msgspec.structs.replace(made, created_at=self.clock)
        self.store.add_message(made)
        self.messages[chat_id].append(made)
        self.chats[chat_id] = msgspec.structs.replace(self.chats[chat_id], leaf_id=made.id, updated_at=self.clock)

    @precondition(lambda self: any(self.messages.values()))
    @rule(rng=RANDOM, parts=PARTS)
    def stream_and_finish(self, rng: object, parts: list[AnyPart]) -> None:
        assert hasattr(rng, "choice")
        rows = rng.choice([rows for rows in self.messages.values() if rows])
        at = rng.randrange(len(rows)) if hasattr(rng, "randrange") else 0
        generating = rows[at].status is MessageStatus.GENERATING
        assert self.store.update_streaming(rows[at].id, parts) == generating
        if generating:
            assert self.store.finish_message(rows[at].id, parts, MessageStatus.COMPLETE)
            rows[at] = msgspec.structs.replace(rows[at], parts=parts, status=MessageStatus.COMPLETE)

    @precondition(lambda self: bool(self.chats))
    @rule(rng=RANDOM, pinned=st.booleans(), budget=st.none() | NUMBER, enabled=st.none() | st.booleans())
    def set_values(self, rng: object, pinned: bool, budget: int | None, enabled: bool | None) -> None:
        chat_id = self.pick(rng)
        self.store.pin(chat_id, pinned)
        self.store.set_thinking(chat_id, enabled, budget)
        self.chats[chat_id] = msgspec.structs.replace(
            self.chats[chat_id], pinned=pinned, thinking_budget=budget, thinking_enabled=enabled
        )

    @precondition(lambda self: bool(self.chats))
    @rule(rng=RANDOM)
    def delete_for_good(self, rng: object) -> None:
        chat_id = self.pick(rng)
        assert self.store.soft_delete(chat_id)
        assert self.store.purge_deleted(older_than=0) == 1
        del self.chats[chat_id], self.messages[chat_id]

    @rule()
    def restart(self) -> None:
        if self.store.is_temporary:
            self.store.keep(self.file, KEY)
        else:
            self.store.close()
            self.store = ConversationStore.open(self.file, KEY)
            for rows in self.messages.values():
                rows[:] = [
                    msgspec.structs.replace(row, status=MessageStatus.INTERRUPTED)
                    if row.status is MessageStatus.GENERATING
                    else row
                    for row in rows
                ]
            self.store.recover_interrupted()

    @invariant()
    def they_agree(self) -> None:
        expected = sorted(self.chats.values(), key=lambda chat: -chat.updated_at)
        assert self.store.list_conversations() == expected
        for chat_id, rows in self.messages.items():
            assert self.store.load_messages(chat_id) == rows
            self.branches_agree(chat_id, {row.id: row for row in rows})

    def branches_agree(self, chat_id: str, rows: dict[str, Message]) -> None:
        for row in rows.values():
            branch = [row]
            while (parent := branch[0].parent_id) is not None:
                branch.insert(0, rows[parent])
            assert self.store.load_branch(chat_id, row.id) == branch
            assert self.store.siblings(row.id) == [one.id for one in rows.values() if one.parent_id == row.parent_id]
            leaf = self.store.newest_leaf_below(row.id)
            assert not any(one.parent_id == leaf for one in rows.values())


TestStoreAgainstModel = StoreAgainstModel.TestCase
TestStoreAgainstModel.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
