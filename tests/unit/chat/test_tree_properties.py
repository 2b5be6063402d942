"""Edits, new answers, deletions, undos and forks in any order: nothing is lost, and what is shown is whole."""

from __future__ import annotations

import random

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from typing_extensions import override

from app.chat.conversation import Conversation, DeletedBranch, Message, TextPart
from app.chat.store import ConversationStore
from app.engine.api import Role
from tests.helpers.store_content import conversation, message
from tests.helpers.tree_rules import check_conversations, every_row

RANDOM = st.randoms(use_true_random=False)


class TreeOfMessages(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.store = ConversationStore.temporary()
        self.texts: dict[str, str] = {}  # of every message that was ever stored and not purged
        self.undos: dict[str, DeletedBranch] = {}
        self.count = 0
        chat = conversation("tree")
        self.store.create(chat)
        self.put(chat, None, Role.USER)

    @override
    def teardown(self) -> None:
        for token in sorted(self.undos):  # in whatever order: all of it comes back
            self.store.undelete_message(self.undos[token])
        assert not [one for one, deleted_with in every_row(self.store).items() if deleted_with]
        check_conversations(self.store)
        self.store.close()

    def put(self, chat: Conversation, parent: Message | None, role: Role) -> Message:
        self.count += 1
        made = message(chat, [TextPart(f"text {self.count}")], parent, role)
        self.store.add_message(made)
        self.texts[made.id] = made.text
        return made

    def pick(self, rng: random.Random) -> tuple[Conversation, list[Message]]:
        chat = rng.choice(self.store.list_conversations())
        return chat, self.store.load_branch(chat.id, chat.leaf_id)

    @rule(rng=RANDOM)
    def ask(self, rng: random.Random) -> None:
        chat, branch = self.pick(rng)
        question = self.put(chat, branch[-1] if branch else None, Role.USER)
        self.put(chat, question, Role.ASSISTANT)

    @rule(rng=RANDOM)
    def edit_or_ask_again(self, rng: random.Random) -> None:
        chat, branch = self.pick(rng)
        if branch:
            at = rng.randrange(len(branch))
            made = self.put(chat, branch[at - 1] if at else None, branch[at].role)
            assert self.store.siblings(made.id)[-1] == made.id

    @rule(rng=RANDOM)
    def show_version(self, rng: random.Random) -> None:
        chat, branch = self.pick(rng)
        if branch:
            version = rng.choice(self.store.siblings(rng.choice(branch).id))
            leaf = self.store.newest_leaf_below(version)
            assert self.store.set_leaf(chat.id, leaf)
            assert version in {one.id for one in self.store.load_branch(chat.id, leaf)}

    @rule(rng=RANDOM)
    def delete(self, rng: random.Random) -> None:
        _, branch = self.pick(rng)
        if branch:
            gone = rng.choice(branch)
            record = self.store.delete_message(gone.id)
            assert record
            assert self.store.delete_message(gone.id) is None
            self.undos[gone.id] = record

    @rule(rng=RANDOM)
    def delete_and_undo_changes_nothing(self, rng: random.Random) -> None:
        chat, branch = self.pick(rng)
        if branch:
            before = (every_row(self.store), self.store.conversation(chat.id))
            record = self.store.delete_message(rng.choice(branch).id)
            assert record
            assert self.store.undelete_message(record)
            assert (every_row(self.store), self.store.conversation(chat.id)) == before

    @precondition(lambda self: bool(self.undos))
    @rule(rng=RANDOM)
    def undo(self, rng: random.Random) -> None:
        record = self.undos.pop(rng.choice(list(self.undos)))
        seen = self.store.undelete_message(record)
        assert seen == (every_row(self.store)[record.message_id] is None)
        assert not self.store.undelete_message(record) or seen

    @rule(rng=RANDOM)
    def answer_arrives_below_what_is_deleted(self, rng: random.Random) -> None:
        rows = every_row(self.store)
        hidden = [one for one in self.texts if rows[one] in self.undos]  # by age: ids are other ones in every run
        chats = {record.message_id: record.conversation_id for record in self.undos.values()}
        if hidden:
            parent = rng.choice(hidden)
            token = rows[parent]
            assert token
            chat = self.store.conversation(chats[token])
            assert chat
            late = self.put(chat, Message(id=parent, conversation_id=chat.id, parent_id=None, role=Role.USER, parts=[]),
                            Role.ASSISTANT)  # fmt: skip
            assert every_row(self.store)[late.id] == token

    @rule(rng=RANDOM)
    def fork(self, rng: random.Random) -> None:
        chat, branch = self.pick(rng)
        if branch and len(self.texts) < 150:
            end = rng.randrange(len(branch))
            copy = self.store.fork(chat.id, branch[end].id)
            assert copy
            copied = self.store.load_branch(copy.id, copy.leaf_id)
            assert [one.parts for one in copied] == [one.parts for one in branch[: end + 1]]
            assert self.store.load_branch(chat.id, chat.leaf_id) == branch
            self.texts |= {one.id: one.text for one in copied}

    @rule()
    def purge(self) -> None:
        before = every_row(self.store)
        hidden = {one for one, deleted_with in before.items() if deleted_with}
        assert self.store.purge_deleted(older_than=0) == len(hidden)
        assert every_row(self.store).keys() == before.keys() - hidden
        self.texts = {one: text for one, text in self.texts.items() if one not in hidden}
        for record in self.undos.values():
            assert not self.store.undelete_message(record)
        self.undos = {}

    @invariant()
    def nothing_is_lost_and_what_is_shown_is_whole(self) -> None:
        rows = every_row(self.store)
        assert rows.keys() == self.texts.keys()
        assert {deleted_with for deleted_with in rows.values() if deleted_with} <= self.undos.keys()
        for chat in self.store.list_conversations():
            for one in self.store.load_messages(chat.id):
                assert one.text == self.texts[one.id]
        check_conversations(self.store)


TestTreeOfMessages = TreeOfMessages.TestCase
TestTreeOfMessages.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_two_thousand_trees() -> None:
    run_state_machine_as_test(
        TreeOfMessages, settings=settings(max_examples=2000, stateful_step_count=50, deadline=None)
    )
