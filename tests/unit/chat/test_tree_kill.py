"""Edits, deletions, undos and forks whose process is killed: each is done or not, and nothing acknowledged is lost."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.chat.store import ConversationStore
from app.system.paths import Paths
from tests.helpers.killed_writer import kill_while_writing
from tests.helpers.store_content import KEY, ROOT
from tests.helpers.tree_rules import check_conversations, every_row

KILLS, SOAK_KILLS = 15, 1000
SEED = 20261122


@dataclass
class Acknowledged:
    """What the children said is done, and what the last one was about to do."""

    messages: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)
    forks: dict[str, int] = field(default_factory=dict)
    settings: dict[str, int] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    intent: str = ""

    def take(self, line: str) -> None:
        match line.split():
            case ["m", message_id]:
                self.messages.add(message_id)
            case ["i", _, message_id]:
                self.intent = message_id
            case ["d", message_id]:
                self.deleted.add(message_id)
                self.intent = ""
            case ["u", message_id]:
                self.deleted.discard(message_id)
                self.intent = ""
            case ["f", conversation_id, count]:
                self.forks[conversation_id] = int(count)
            case ["s", conversation_id, number]:
                self.settings[conversation_id] = int(number)
            case ["o", folder_id]:
                self.folders.add(folder_id)


def garden_and_kill(file: Path, rng: random.Random, acknowledged: Acknowledged) -> None:
    command = [sys.executable, "-m", "tests.helpers.tree_writer", str(file), str(rng.randrange(1 << 30))]
    acknowledged.intent = ""
    lines = rng.randrange(1, 80)
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    kill_while_writing(process, lines, rng, acknowledged.take)


def check(file: Path, acknowledged: Acknowledged) -> None:
    store = ConversationStore.open(file, KEY)
    assert store.problems() == []
    check_conversations(store)
    rows = every_row(store)
    assert acknowledged.messages <= rows.keys()
    # What is hidden went with a deletion that was done, or was about to be; what was undone is not hidden by it.
    known = acknowledged.deleted | {acknowledged.intent}
    assert {token for token in rows.values() if token} <= known
    assert all(rows[one] for one in acknowledged.deleted - {acknowledged.intent})
    chats = {chat.id: chat for chat in store.list_conversations(None)}
    for copy, count in acknowledged.forks.items():
        assert len(store.load_branch(copy, chats[copy].leaf_id)) == count
    for chat_id, number in acknowledged.settings.items():
        assert int(chats[chat_id].settings.system_prompt) in {number, number + 1}
    assert acknowledged.folders <= {folder.id for folder in store.folders()}
    store.close()


def kill_many(file: Path, times: int) -> int:
    """Return how many messages were acknowledged. A new store every 25 kills: each check reads all of one."""
    rng, acknowledged, count = random.Random(SEED), Acknowledged(), 0
    for number in range(times):
        if number % 25 == 0:
            count, acknowledged = count + len(acknowledged.messages), Acknowledged()
            file = file.with_name(f"{number}.db")
        garden_and_kill(file, rng, acknowledged)
        check(file, acknowledged)
        # A deletion that was under way may be done or not: whatever it is now, it is known from here on.
        acknowledged = settle(file, acknowledged)
    return count + len(acknowledged.messages)


def settle(file: Path, acknowledged: Acknowledged) -> Acknowledged:
    """Take what the file says of the act that was under way for a fact."""
    store = ConversationStore.open(file, KEY)
    rows = every_row(store)
    tokens = {token for token in rows.values() if token}
    store.close()
    acknowledged.deleted = {one for one in acknowledged.deleted | {acknowledged.intent} if one in tokens}
    return acknowledged


@pytest.mark.timeout(180)
def test_nothing_is_lost_when_killed_among_edits_and_deletions(paths: Paths) -> None:
    assert kill_many(paths.conversations_file, KILLS) > KILLS  # it did get to write


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_nothing_is_lost_when_killed_a_thousand_times(paths: Paths) -> None:
    assert kill_many(paths.conversations_file, SOAK_KILLS) > SOAK_KILLS
