"""Copies are made while one writes on, are few, and come back."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from app.chat.backups import (
    DAY,
    Backup,
    StoppedError,
    backup_folder,
    is_due,
    list_backups,
    make_backup,
    restore,
    rotate,
)
from app.chat.conversation import Message, MessageStatus
from app.chat.errors import StoreError, StoreErrorCode
from app.chat.store import ConversationStore
from app.chat.store_files import KEEP_BACKUP_SECONDS, StoreFiles
from app.system.paths import Paths
from tests.helpers.store_content import KEY, OTHER_KEY, answer, conversation, question
from tests.unit.chat.test_store_damage import PAGE

NOW = 1_800_000_000.0
Truth = dict[str, Message]


@pytest.fixture
def file(paths: Paths) -> Path:
    return paths.conversations_file


def fill(store: ConversationStore, chats: int = 10, each: int = 6) -> None:
    for number in range(chats):
        chat = conversation(f"chat {number}")
        store.create(chat)
        parent: Message | None = None
        for turn in range(each):
            asked = question(chat, f"question {number}.{turn} " * 40, parent)
            parent = answer(chat, asked)
            store.add_messages([asked, parent])


def read_all(store: ConversationStore) -> Truth:
    return {one.id: one for chat in store.list_conversations(None) for one in store.load_messages(chat.id)}


def back_up(store: ConversationStore, now: float = NOW) -> Backup:
    order = store.begin_copy()
    assert order
    try:
        return make_backup(order, now, lambda: False)
    finally:
        store.end_copy()


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def hurt(file: Path, pages: list[int]) -> None:
    data = bytearray(file.read_bytes())
    for page in pages:
        data[page * PAGE + 77] ^= 1
    file.write_bytes(data)


# --- copies


def test_a_copy_is_whole_whatever_is_written_meanwhile(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    fill(store)
    truth = read_all(store)
    order = store.begin_copy()
    assert order
    fill(store, 60)  # more than SQLite's log takes before it would empty itself
    assert store.purge_deleted(older_than=0) == 0
    gone = store.list_conversations()[0]
    store.soft_delete(gone.id)
    store.purge_deleted(older_than=0)  # it would empty the log: that waits
    backup = make_backup(order, NOW, lambda: False)
    store.end_copy()
    assert StoreFiles(file).log.stat().st_size == 0
    store.close()
    copy = ConversationStore.open(backup.path, KEY)
    assert read_all(copy) == truth
    copy.close()
    with pytest.raises(StoreError) as caught:
        ConversationStore.open(backup.path, OTHER_KEY)
    assert caught.value.code is StoreErrorCode.WRONG_KEY


def test_a_copy_is_encrypted_and_for_its_owner_alone(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    fill(store)
    backup = back_up(store)
    store.close()
    assert b"question" not in backup.path.read_bytes()
    assert names(backup_folder(file)) == {backup.path.name}
    if sys.platform != "win32":
        assert backup.path.stat().st_mode & 0o077 == 0


def test_a_copy_that_is_stopped_or_disturbed_leaves_nothing(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    fill(store)
    order = store.begin_copy()
    assert order
    with pytest.raises(StoppedError):
        make_backup(order, NOW, lambda: True)
    asked: list[int] = []

    def disturb() -> bool:
        if not asked:
            store.end_copy()
            fill(store, 1)
            store.close()
        asked.append(1)
        return False

    with pytest.raises(StoppedError):
        make_backup(order, NOW, disturb)
    assert list_backups(file) == []
    assert names(backup_folder(file)) == set()


def test_a_damaged_database_does_not_push_good_copies_out(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    fill(store)
    good = back_up(store)
    store.close()
    hurt(file, [8])
    store = ConversationStore.open(file, KEY)
    with pytest.raises(StoreError) as caught:
        back_up(store, NOW + DAY)
    assert caught.value.code is StoreErrorCode.DAMAGED
    assert list_backups(file) == [good]
    store.close()


def test_a_temporary_session_is_not_copied() -> None:
    store = ConversationStore.temporary()
    assert store.begin_copy() is None
    store.close()


def test_copies_are_few_and_do_not_last_for_ever(file: Path) -> None:
    folder = backup_folder(file)
    folder.mkdir(parents=True)
    for day in range(60):
        stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime(NOW + day * DAY))
        (folder / f"conversations-{stamp}.db").write_bytes(b"x")
        (folder / "keep me.txt").write_text("not ours")
        rotate(file, NOW + day * DAY)
        ages = [NOW + day * DAY - one.made_at for one in list_backups(file)]
        assert ages[0] == 0
        assert len(ages) <= 7
        assert max(ages) <= KEEP_BACKUP_SECONDS
        assert day < 14 or max(ages) >= 7 * DAY
    rotate(file, NOW + 1000 * DAY)
    assert len(list_backups(file)) == 1
    assert (folder / "keep me.txt").exists()


def test_a_copy_a_day(file: Path) -> None:
    assert is_due(file, NOW)
    store = ConversationStore.open(file, KEY)
    back_up(store)
    store.close()
    assert not is_due(file, NOW + DAY - 60)
    assert is_due(file, NOW + DAY + 1)
    assert is_due(file, NOW - 10 * DAY)  # the clock was wrong once


# --- restoring


def test_a_copy_comes_back_and_what_it_replaced_is_kept(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    fill(store)
    truth = read_all(store)
    backup = back_up(store)
    fill(store, 3)
    later = read_all(store)
    kept = store.mend(lambda files, key: restore(files, key, backup.path))
    assert read_all(store) == truth
    fill(store, 1)
    store.close()
    assert kept
    old = ConversationStore.open(kept, KEY)
    assert read_all(old) == later
    old.close()
    again = ConversationStore.open(file, KEY)
    assert len(read_all(again)) == len(truth) + 12
    again.close()


def test_an_answer_that_was_being_written_into_a_copy_can_be_written_on_once_that_is_back(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    fill(store, 1)
    last = store.load_messages(store.list_conversations()[0].id)[-1]
    assert store.reopen_message(last.id)
    backup = back_up(store)
    store.mend(lambda files, key: restore(files, key, backup.path))
    found = store.load_messages(last.conversation_id)[-1]
    store.close()
    assert (found.id, found.status) == (last.id, MessageStatus.INTERRUPTED)


def test_a_damaged_copy_changes_nothing(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    fill(store)
    backup = back_up(store)
    hurt(backup.path, [5])
    fill(store, 1)
    truth, there = read_all(store), names(file.parent)
    with pytest.raises(StoreError) as caught:
        store.mend(lambda files, key: restore(files, key, backup.path))
    assert caught.value.code is StoreErrorCode.DAMAGED
    assert read_all(store) == truth
    assert names(file.parent) <= there, "a copy of no use takes no room"
    store.close()


def test_a_copy_of_an_older_schema_is_migrated(file: Path) -> None:
    ConversationStore.open(file, KEY).close()
    old = Path(__file__).parent / "data" / "v1.db"
    store = ConversationStore.open(file, KEY)
    store.mend(lambda files, key: restore(files, key, old))
    assert [chat.title for chat in store.list_conversations()] == ["Fixture 标题"]
    store.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_refuses_is_named(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    file.parent.chmod(0o500)
    try:
        with pytest.raises(StoreError) as caught:
            back_up(store)
        assert caught.value.code is StoreErrorCode.READ_ONLY
    finally:
        file.parent.chmod(0o700)
        store.close()
