"""A damaged database gives all that can be read of it; what it lacks comes from the copies; the report is true."""

from __future__ import annotations

import errno
import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from app.chat.backups import backup_folder
from app.chat.conversation import Preset
from app.chat.errors import StoreError, StoreErrorCode
from app.chat.salvage import SalvageReport, salvage
from app.chat.store import ConversationStore
from app.system.paths import Paths
from tests.helpers.store_content import KEY, question
from tests.unit.chat.test_backups import Truth, back_up, fill, hurt, names, read_all
from tests.unit.chat.test_store_damage import DAMAGES, PAGE, all_zero, empty, noise, swap_pages

SEED = 20261122
CASES, SOAK_CASES = 11, 600


@pytest.fixture
def file(paths: Paths) -> Path:
    return paths.conversations_file


def save(file: Path) -> tuple[SalvageReport, Truth]:
    report = ConversationStore.mend_closed(file, KEY, salvage)
    store = ConversationStore.open(file, KEY)
    found = read_all(store)
    assert store.problems() == []
    for chat in store.list_conversations(None):
        branch = store.load_branch(chat.id, chat.leaf_id)
        assert (branch[-1].id if branch else None) == chat.leaf_id
    assert len(found) == report.messages
    assert len(store.list_conversations(None)) == report.conversations
    while store.search_index.update(1):
        pass
    store.close()
    return report, found


def healthy(file: Path, *, with_backup: bool) -> Truth:
    store = ConversationStore.open(file, KEY)
    fill(store, 20)
    if with_backup:
        back_up(store)
    store.close()
    store = ConversationStore.open(file, KEY)
    truth = read_all(store)
    store.close()
    return truth


def test_one_damaged_page_costs_only_what_was_on_it(file: Path) -> None:
    truth = healthy(file, with_backup=False)
    before = file.stat().st_size // PAGE
    hurt(file, [before // 2])
    damaged = file.read_bytes()
    report, found = save(file)
    assert report.readable
    assert 0 <= len(truth) - len(found) <= report.messages_lost <= 60
    assert all(found[one].parts == truth[one].parts for one in found)
    assert report.kept
    assert report.kept.read_bytes() == damaged


def test_what_the_damage_took_comes_from_a_copy(file: Path) -> None:
    truth = healthy(file, with_backup=True)
    store = ConversationStore.open(file, KEY)
    later = question(store.list_conversations()[0], "said after the copy was made")
    store.add_message(later)
    store.close()
    pages = file.stat().st_size // PAGE
    hurt(file, list(range(pages // 3, pages // 2, 3)))
    report, found = save(file)
    assert {*truth} - {*found} == set()
    assert report.from_backups > 0
    assert report.messages_lost == 0
    assert found == truth | {later.id: later} or later.id not in found


def test_a_lost_first_page_is_lent_by_a_copy(file: Path) -> None:
    truth = healthy(file, with_backup=True)
    store = ConversationStore.open(file, KEY)
    later = question(store.list_conversations()[0], "said after the copy was made")
    store.add_message(later)
    store.close()
    hurt(file, [0])
    report, found = save(file)
    assert report.readable
    assert found.keys() >= truth.keys() | {later.id}


def test_a_file_of_noise_comes_back_from_the_copy(file: Path) -> None:
    truth = healthy(file, with_backup=True)
    file.write_bytes(random.Random(SEED).randbytes(50 * PAGE))
    report, found = save(file)
    assert found == truth
    assert not report.readable
    assert report.from_backups == len(truth)


def test_with_nothing_to_read_nothing_is_replaced(file: Path) -> None:
    healthy(file, with_backup=False)
    file.write_bytes(b"\0" * 64_560)
    with pytest.raises(StoreError) as caught:
        ConversationStore.mend_closed(file, KEY, salvage)
    assert caught.value.code is StoreErrorCode.DAMAGED
    assert file.read_bytes() == b"\0" * 64_560
    assert names(file.parent) <= {file.name, f"{file.name}.check", f"{file.name}.lock"}


def test_what_was_deleted_does_not_come_back_with_a_copy(file: Path) -> None:
    healthy(file, with_backup=True)
    store = ConversationStore.open(file, KEY)
    gone = store.list_conversations()[3]
    store.soft_delete(gone.id)
    store.purge_deleted(older_than=0)
    store.close()
    hurt(file, [file.stat().st_size // PAGE // 2])
    save(file)
    store = ConversationStore.open(file, KEY)
    assert store.conversation(gone.id) is None
    store.close()


@pytest.mark.parametrize("table", ["conversations", "folders", "presets"])
def test_a_table_that_is_gone_takes_no_message_along(file: Path, table: str) -> None:
    truth = healthy(file, with_backup=False)
    store = ConversationStore.open(file, KEY)
    first = store.list_conversations()[0]
    store.set_folder([first.id], store.create_folder("A folder").id)
    root = store._database.value("SELECT rootpage FROM sqlite_schema WHERE name = ?", table)
    store.close()
    hurt(file, [root - 1])
    report, found = save(file)
    assert {one: it.parts for one, it in found.items()} == {one: it.parts for one, it in truth.items()}
    assert report.messages_lost == 0
    assert report.without_title == (20 if table == "conversations" else 0)


def roots(store: ConversationStore, *tables: str) -> list[int]:
    """Return the first pages of tables."""
    rows = store._database.rows("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'")
    return [row["rootpage"] - 1 for row in rows if row["name"] in tables]


def test_a_copy_gives_back_the_list_of_conversations_and_messages_with_it(file: Path) -> None:
    truth = healthy(file, with_backup=True)
    store = ConversationStore.open(file, KEY)
    titles = {chat.id: chat.title for chat in store.list_conversations(None)}
    lost = [*roots(store, "conversations"), *range(file.stat().st_size // PAGE // 2, file.stat().st_size // PAGE, 9)]
    store.close()
    hurt(file, lost)
    report, found = save(file)
    assert found == truth
    assert report.readable
    assert (report.messages_lost, report.without_title) == (0, 0)
    store = ConversationStore.open(file, KEY)
    assert {chat.id: chat.title for chat in store.list_conversations(None)} == titles
    store.close()


def test_a_copy_gives_back_folders_and_presets(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    fill(store, 3)
    folder = store.create_folder("A folder")
    store.set_folder([store.list_conversations()[0].id], folder.id)
    store.save_preset(Preset(id="kind", name="Kind"))
    back_up(store)
    lost = roots(store, "folders", "presets")
    store.close()
    hurt(file, lost)
    save(file)
    store = ConversationStore.open(file, KEY)
    assert store.folders() == [folder]
    assert [preset.name for preset in store.presets()] == ["Kind"]
    assert [chat.folder_id for chat in store.list_conversations()].count(folder.id) == 1
    store.close()


def test_where_the_newest_copy_is_damaged_too_an_older_one_is_taken(file: Path, allow_warnings: None) -> None:
    truth = healthy(file, with_backup=True)
    newest = backup_folder(file) / "conversations-20380101-000000.db"
    newest.write_bytes(random.Random(SEED).randbytes(50 * PAGE))
    file.write_bytes(b"\0" * 64_560)
    report, found = save(file)
    assert found == truth
    assert report.from_backups == len(truth)


@pytest.mark.parametrize("room", [20, 60])
def test_a_full_disk_is_left_as_it_was(file: Path, monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    healthy(file, with_backup=True)
    hurt(file, [file.stat().st_size // PAGE // 2])
    damaged, there = file.read_bytes(), {path.name for path in file.parent.rglob("*")}

    def full(source: Path, target: Path, *_: object) -> None:
        """As on a disk with room for so many pages."""
        target.write_bytes(source.read_bytes()[: room * PAGE])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("app.chat.salvage.copy_durably", full)
        with pytest.raises(StoreError) as caught:
            ConversationStore.mend_closed(file, KEY, salvage)
    assert caught.value.code is StoreErrorCode.DISK_FULL
    assert file.read_bytes() == damaged
    assert {path.name for path in file.parent.rglob("*")} <= there
    assert save(file)[0].messages_lost == 0


def damaged_cases(tmp_path: Path, count: int) -> None:
    """Damage of every kind, with a copy from before: everything that the copy has must be there, and a report."""
    whole = tmp_path / "whole" / "conversations.db"
    truth = healthy(whole, with_backup=True)
    rng = random.Random(SEED)
    for number in range(count):
        damage = DAMAGES[number % len(DAMAGES)]
        file = tmp_path / str(number) / whole.name
        shutil.copytree(whole.parent, file.parent)
        file.write_bytes(damage(bytearray(file.read_bytes()), rng))
        report, found = save(file)
        assert {one: found[one].parts for one in truth} == {one: it.parts for one, it in truth.items()}, damage.__name__
        assert report.conversations == 20
        unreadable = damage in {all_zero, noise, empty} or damage.__name__ == "text"
        assert not (unreadable and report.readable)
        shutil.rmtree(file.parent)


def test_every_kind_of_damage_gives_back_what_a_copy_has(tmp_path: Path) -> None:
    damaged_cases(tmp_path, CASES)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_hundreds_of_damages_give_back_what_a_copy_has(tmp_path: Path) -> None:
    damaged_cases(tmp_path, SOAK_CASES)


def without_copy(tmp_path: Path, count: int) -> None:
    whole = tmp_path / "whole" / "conversations.db"
    truth = healthy(whole, with_backup=False)
    rng = random.Random(SEED)
    damages: list[Callable[[bytearray, random.Random], bytearray]] = [swap_pages, *DAMAGES]
    for number in range(count):
        file = tmp_path / str(number) / whole.name
        shutil.copytree(whole.parent, file.parent)
        file.write_bytes(damages[number % len(damages)](bytearray(file.read_bytes()), rng))
        with suppress(StoreError):  # nothing could be read: `test_with_nothing_to_read_nothing_is_replaced`
            report, found = save(file)
            assert len(truth) - len(found) <= report.messages_lost
            assert all(truth[one].parts == it.parts for one, it in found.items())
        shutil.rmtree(file.parent)


def test_without_a_copy_nothing_false_is_said(tmp_path: Path) -> None:
    without_copy(tmp_path, CASES)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_hundreds_of_damages_without_a_copy(tmp_path: Path) -> None:
    without_copy(tmp_path, SOAK_CASES)
