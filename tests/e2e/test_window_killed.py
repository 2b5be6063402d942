"""The window is killed while an answer streams: what was acknowledged is there again, and no worker stays behind."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from app.chat.conversation import Message, MessageStatus, TextPart, ThinkingPart
from app.chat.keys.system_keyring import SystemKeyring
from app.chat.keys.vault import KeyVault
from app.chat.store import ConversationStore
from app.system.child import worker_folder
from app.system.paths import Paths
from tests.helpers.file_keyring import FileKeyring
from tests.helpers.tree_rules import check_conversations, every_row

SEED = 20261122
START_SECONDS = 60.0
MAX_LOST_SECONDS = 1.0
ORPHAN_SECONDS = 20.0


@dataclass
class Witness:
    """What the window said before it was killed."""

    worker: int = 0
    acknowledged: dict[str, str] = field(default_factory=dict)  # message id -> conversation id
    shown: dict[str, list[tuple[float, int]]] = field(default_factory=dict)  # message id -> (seconds, characters)

    def read(self, stream: Iterable[str]) -> None:
        """Take lines until the window is gone."""
        for line in stream:
            self.take(line)

    def take(self, line: str) -> None:
        """Note one line; the last one may be cut off by the kill."""
        try:
            fact = json.loads(line)
        except ValueError:
            return
        if "ready" in fact:
            self.worker = fact["ready"]
        elif "acknowledged" in fact:
            self.acknowledged[fact["acknowledged"]] = fact["conversation"]
        elif "shown" in fact:
            self.shown.setdefault(fact["shown"], []).append((fact["at"], fact["text"]))

    def must_be_kept(self, message_id: str, killed_at: float) -> int:
        """Return how many characters were on the screen a second before the end."""
        return max((n for at, n in self.shown.get(message_id, []) if at < killed_at - MAX_LOST_SECONDS), default=0)


def environment(paths: Paths, tmp_path: Path) -> dict[str, str]:
    return os.environ | {
        "PARLEY_HOME": str(paths.data.parent),
        "PYTHON_KEYRING_BACKEND": "tests.helpers.file_keyring.FileKeyring",
        "PARLEY_TEST_KEYRING": str(tmp_path / "keyring.json"),
        "QT_QPA_PLATFORM": "offscreen",
    }


def kill_once(paths: Paths, tmp_path: Path, wait: float, manner: Sequence[str] = ()) -> tuple[Witness, float]:
    """Start the window, let it chat for ``wait`` seconds after it is ready, kill it."""
    witness = Witness()
    command = [sys.executable, "-m", "tests.helpers.chatting_window", *manner]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        cwd=worker_folder(), env=environment(paths, tmp_path), text=True,
    ) as window:  # fmt: skip
        stream = window.stdout
        assert stream is not None
        reader = threading.Thread(target=witness.read, args=(stream,))
        reader.start()
        try:
            wait_for(lambda: witness.worker != 0, START_SECONDS)
            time.sleep(wait)
        finally:
            killed_at = time.monotonic()
            window.kill()
            reader.join()
    return witness, killed_at


def wait_for(condition: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.01)


def reopen(paths: Paths, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ConversationStore:
    monkeypatch.setenv("PARLEY_TEST_KEYRING", str(tmp_path / "keyring.json"))
    vault = KeyVault(paths, SystemKeyring(FileKeyring))
    vault.unlock_with_keyring()
    store = ConversationStore.open(paths.conversations_file, vault.key)
    vault.close()
    return store


def characters(message: Message) -> int:
    return sum(len(part.text) for part in message.parts if isinstance(part, (TextPart, ThinkingPart)))


def check(store: ConversationStore, witness: Witness, killed_at: float) -> None:
    """Every acknowledged message is there; of the answer at most a second is missing."""
    kept = every_row(store)
    for message_id, conversation_id in witness.acknowledged.items():
        assert message_id in kept, f"{message_id} was acknowledged and is gone"
        rows = {row.id: row for row in store.load_messages(conversation_id)}
        if kept[message_id] is None:  # what the person deleted is there, but not seen
            # Line breaks around thoughts are trimmed when they are stored.
            assert characters(rows[message_id]) >= witness.must_be_kept(message_id, killed_at) - 4
    assert not store.problems()


def run_kills(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, manner: Sequence[str] = ()
) -> None:
    draw = random.Random(SEED)
    answers = 0
    for _ in range(count):
        witness, killed_at = kill_once(paths, tmp_path, draw.uniform(0.02, 2.5 + len(manner)), manner)
        wait_for(lambda pid=witness.worker: not psutil.pid_exists(pid), ORPHAN_SECONDS)  # type: ignore[misc]
        store = reopen(paths, monkeypatch, tmp_path)
        try:
            check(store, witness, killed_at)
            check_conversations(store)
            store.recover_interrupted()
            kept = [row for chat in store.list_conversations() for row in store.load_messages(chat.id)]
            assert all(row.status is not MessageStatus.GENERATING for row in kept)
        finally:
            store.close()
        answers += bool(witness.shown)
    assert answers >= count // 3, "the kills came too early to prove anything"


def test_killed_windows_lose_nothing_and_leave_no_worker(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_kills(paths, tmp_path, monkeypatch, 5)


def test_windows_killed_among_edits_versions_and_deletions_lose_nothing(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_kills(paths, tmp_path, monkeypatch, 2, ["restless"])


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_a_hundred_windows_killed_among_edits(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_kills(paths, tmp_path, monkeypatch, 100, ["restless"])


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_two_hundred_killed_windows(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_kills(paths, tmp_path, monkeypatch, 200)
