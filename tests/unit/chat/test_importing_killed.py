"""An import that is killed: every conversation is there whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.chat.store import ConversationStore
from tests.helpers.foreign_chats import chatgpt_chat
from tests.helpers.store_content import KEY, ROOT
from tests.unit.chat.test_importing import bring, written


@pytest.mark.skipif(sys.platform == "win32", reason="kills itself with SIGKILL")
def test_killed_in_the_middle_each_conversation_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    file = written(tmp_path / "c.json", [chatgpt_chat(str(number)) for number in range(60)])
    target = tmp_path / "conversations.db"
    program = (
        "import os, random, signal, sys; from pathlib import Path\n"
        "from app.chat.importing.run import import_path; from app.chat.store import ConversationStore\n"
        "from tests.helpers.store_content import KEY\n"
        "rng = random.Random(int(sys.argv[3])); store = ConversationStore.open(Path(sys.argv[2]), KEY); run = [0]\n"
        "plain = store._database.run\n"
        "def counting(sql, *values):\n"
        "    run[0] += 1\n"
        "    if run[0] == die: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return plain(sql, *values)\n"
        "die = rng.randrange(1, 150); store._database.run = counting\n"
        "import_path(Path(sys.argv[1]), lambda job: job(store), lambda _: None)"
    )
    for seed in range(3):
        command = [sys.executable, "-c", program, str(file), str(target), str(seed)]
        assert subprocess.run(command, cwd=ROOT, check=False, timeout=60).returncode == -9
        store = ConversationStore.open(target, KEY)
        chats = store.list_conversations()
        assert all(len(store.load_messages(chat.id)) == 7 and chat.leaf_id for chat in chats)
        assert store.problems() == []
        store.close()
    store = ConversationStore.open(target, KEY)
    before = len(store.list_conversations())
    assert 0 < before < 60
    report = bring(store, file)
    assert (report.already_there, report.imported) == (before, 60 - before)
    store.close()
