"""A child process that edits, deletes, undoes, forks and sorts in a store for ever: ``<file> <seed>``.

Before an act it says what it is about to do, after it that it is done: ``i d <id>`` and ``d <id>``. Acts: ``m <id>`` a
message is stored, ``d <id>`` one is deleted with all below, ``u <id>`` that is undone, ``f <conversation> <count>`` a
branch of so many messages was copied, ``s <conversation> <n>`` its settings are number n, ``o <folder>`` one is made.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from app.chat.conversation import Conversation, ConversationSettings, DeletedBranch, Message, TextPart, new_id
from app.chat.store import ConversationStore
from app.engine.api import Role
from tests.helpers.store_content import KEY, conversation, message
from tests.helpers.store_writer import say, words


class Gardener:
    """Does one thing after the other to conversations of its own."""

    def __init__(self, store: ConversationStore, seed: int) -> None:
        self.store, self.rng = store, random.Random(seed)
        self.chat = conversation(f"seed {seed}")
        store.create(self.chat)
        self.records: dict[str, DeletedBranch] = {}
        self.numbers: dict[str, int] = {}

    def work(self) -> None:
        while True:
            acts = [self.add, self.add, self.version, self.delete, self.undo, self.fork, self.settings, self.folder]
            self.rng.choice(acts)()

    def branch(self) -> list[Message]:
        chat = self.store.conversation(self.chat.id)
        assert chat
        return self.store.load_branch(chat.id, chat.leaf_id)

    def add(self) -> None:
        branch = self.branch()
        self.put(branch[-1] if branch else None)

    def version(self) -> None:
        branch = self.branch()
        if branch:
            self.put(self.rng.choice([None, *branch[:-1]]))

    def put(self, parent: Message | None) -> None:
        text = TextPart(words(self.rng.randrange(1, 300)))
        made = message(Conversation(id=self.chat.id), [text], parent, self.rng.choice([Role.USER, Role.ASSISTANT]))
        self.store.add_message(made)
        say(f"m {made.id}")

    def delete(self) -> None:
        branch = self.branch()
        if branch:
            gone = self.rng.choice(branch).id
            say(f"i d {gone}")
            record = self.store.delete_message(gone)
            assert record
            self.records[gone] = record
            say(f"d {gone}")

    def undo(self) -> None:
        if self.records:
            record = self.records.pop(self.rng.choice(sorted(self.records)))
            say(f"i u {record.message_id}")
            self.store.undelete_message(record)
            say(f"u {record.message_id}")

    def fork(self) -> None:
        branch = self.branch()
        if branch:
            end = self.rng.randrange(len(branch))
            copy = self.store.fork(self.chat.id, branch[end].id)
            assert copy
            say(f"f {copy.id} {end + 1}")

    def settings(self) -> None:
        number = self.numbers[self.chat.id] = self.numbers.get(self.chat.id, 0) + 1
        self.store.set_settings(self.chat.id, ConversationSettings(str(number)))
        say(f"s {self.chat.id} {number}")

    def folder(self) -> None:
        folder = self.store.create_folder(new_id())
        self.store.set_folder([self.chat.id], folder.id)
        say(f"o {folder.id}")


def main(file: str, seed: str) -> None:
    store = ConversationStore.open(Path(file), KEY)
    say("open")
    Gardener(store, int(seed)).work()


if __name__ == "__main__":
    main(*sys.argv[1:])
