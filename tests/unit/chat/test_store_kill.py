"""A store whose process is killed, or whose disk fills up, keeps all that it acknowledged."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.chat.conversation import MessageStatus
from app.chat.store import ConversationStore
from app.system.paths import Paths
from tests.helpers.killed_writer import kill_while_writing
from tests.helpers.store_content import KEY, ROOT

KILLS = int(os.environ.get("PARLEY_SOAK_KILLS", "25"))
SOAK_KILLS = 1000
SEED = 20261122


@dataclass
class Acknowledged:
    """What children said is stored: message ids, and per answer how many words at least."""

    messages: set[str] = field(default_factory=set)
    words: dict[str, int] = field(default_factory=dict)
    error: str = ""

    def take(self, line: str) -> None:
        match line.split():
            case ["m", message_id]:
                self.messages.add(message_id)
            case ["s", message_id, count]:
                self.words[message_id] = int(count)
            case ["e", code]:
                self.error = code


def child(file: Path, seed: int, limit: str = "") -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.helpers.store_writer", str(file), str(seed), limit]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def write_and_kill(file: Path, rng: random.Random, acknowledged: Acknowledged) -> None:
    lines = rng.randrange(1, 60)
    kill_while_writing(child(file, rng.randrange(1 << 30)), lines, rng, acknowledged.take)


def check(file: Path, acknowledged: Acknowledged) -> None:
    store = ConversationStore.open(file, KEY)
    assert store.problems() == []
    found = {one.id: one for chat in store.list_conversations() for one in store.load_messages(chat.id)}
    assert acknowledged.messages <= found.keys()
    for message_id, count in acknowledged.words.items():
        words = found[message_id].text.split() if found[message_id].text != "Because." else []
        assert words == [str(number) for number in range(len(words))]
        assert len(words) >= count
    assert store.recover_interrupted() <= 1
    store.close()


def kill_many(file: Path, times: int) -> int:
    """Return how many messages were acknowledged. A new store every 50 kills: each check reads all of one."""
    rng, acknowledged, count = random.Random(SEED), Acknowledged(), 0
    for number in range(times):
        if number % 50 == 0:
            count, acknowledged = count + len(acknowledged.messages), Acknowledged()
            file = file.with_name(f"{number}.db")
        write_and_kill(file, rng, acknowledged)
        check(file, acknowledged)
    return count + len(acknowledged.messages)


@pytest.mark.timeout(120 + 2 * KILLS)
def test_nothing_acknowledged_is_lost_when_killed(paths: Paths) -> None:
    assert kill_many(paths.conversations_file, KILLS) > KILLS  # it did get to write


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_nothing_acknowledged_is_lost_when_killed_a_thousand_times(paths: Paths) -> None:
    assert kill_many(paths.conversations_file, SOAK_KILLS) > SOAK_KILLS


def test_killed_while_it_is_made_leaves_nothing_or_a_whole_one(paths: Paths) -> None:
    rng = random.Random(SEED)
    file = paths.conversations_file
    for _ in range(8):
        shutil.rmtree(file.parent, ignore_errors=True)
        with child(file, 1) as process:
            while not (file.parent.exists() and any(file.parent.iterdir())) and process.poll() is None:
                time.sleep(0.001)
            time.sleep(rng.random() * 0.03)
            process.kill()
        ConversationStore.open(file, KEY).close()


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is POSIX's")
@pytest.mark.parametrize("limit", [8_192, 30_000, 65_536, 100_001, 250_000, 524_288])
def test_nothing_acknowledged_is_lost_when_the_file_may_not_grow(paths: Paths, limit: int) -> None:
    acknowledged = Acknowledged()
    with child(paths.conversations_file, SEED, str(limit)) as process:
        out, err = process.communicate(timeout=60)
    assert err == ""
    for line in out.splitlines():
        acknowledged.take(line)
    assert acknowledged.error in {"io", "disk_full"}
    assert int(out.split()[-1]) == len(acknowledged.messages)  # still readable in the same session
    check(paths.conversations_file, acknowledged)


def can_mount() -> bool:
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    return subprocess.run([unshare, "-rm", "true"], check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(not can_mount(), reason="needs a mount namespace of one's own (Linux)")
def test_a_full_disk_is_named_and_survived(tmp_path: Path) -> None:
    sizes = [str(size) for size in range(240, 620, 28)]
    done = subprocess.run(
        ["unshare", "-rm", sys.executable, "-m", "tests.helpers.store_full_disk", str(tmp_path), *sizes],
        cwd=ROOT, capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["size"] for result in results] == sizes
    for result in results:
        stored = result["stored"]
        assert result["refused"] == "disk_full"
        if stored is None:
            assert result["problems"] == []
            continue
        assert (result["live"], result["again"], result["after"], result["problems"]) == (
            stored,
            stored,
            stored + 1,
            [],
        ), result
    assert len({result["stored"] for result in results}) > 3  # it was full at different points


def test_an_interrupted_answer_keeps_what_was_stored(paths: Paths) -> None:
    acknowledged = Acknowledged()
    with child(paths.conversations_file, 7) as process:
        assert process.stdout
        for line in process.stdout:
            acknowledged.take(line)
            if line.startswith("s") and line.endswith(" 50\n"):
                break
        process.kill()
    store = ConversationStore.open(paths.conversations_file, KEY)
    store.recover_interrupted()
    statuses = {one.status for chat in store.list_conversations() for one in store.load_messages(chat.id)}
    assert MessageStatus.GENERATING not in statuses
    store.close()
    check(paths.conversations_file, acknowledged)
