"""Damaged files: never a crash, never silently empty, the original kept."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.chat.conversation import Message
from app.chat.errors import StoreError, StoreErrorCode
from app.chat.keys.data_key import DataKey
from app.chat.store import ConversationStore
from app.chat.store_files import StoreFiles
from tests.helpers.store_content import KEY, OTHER_KEY, answer, conversation, question

PAGE = 4096
SEED = 20261122
CASES = 60
SOAK_CASES = 1000

Truth = dict[str, Message]
Damage = Callable[[bytearray, random.Random], bytearray]


def flip(data: bytearray, rng: random.Random) -> bytearray:
    for _ in range(rng.choice([1, 1, 1, 5, 50])):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return data


def truncate(data: bytearray, rng: random.Random) -> bytearray:
    return data[
        : rng.choice([rng.randrange(len(data)), rng.randrange(1, len(data) // PAGE) * PAGE, rng.randrange(600)])
    ]


def zero_pages(data: bytearray, rng: random.Random) -> bytearray:
    start = rng.randrange(len(data) // PAGE) * PAGE
    length = min(PAGE * rng.randrange(1, 4), len(data) - start)
    data[start : start + length] = bytes(length)
    return data


def all_zero(data: bytearray, rng: random.Random) -> bytearray:
    return bytearray(len(data) if rng.random() < 0.5 else 64_560)


def empty(data: bytearray, rng: random.Random) -> bytearray:
    return bytearray()


def noise(data: bytearray, rng: random.Random) -> bytearray:
    return bytearray(rng.randbytes(len(data)))


def swap_pages(data: bytearray, rng: random.Random) -> bytearray:
    first, second = (page * PAGE for page in rng.sample(range(len(data) // PAGE), 2))
    data[first : first + PAGE], data[second : second + PAGE] = (
        data[second : second + PAGE],
        data[first : first + PAGE],
    )
    return data


def text(data: bytearray, rng: random.Random) -> bytearray:
    return bytearray(b"<html>502 Bad Gateway</html>" * 300)


DAMAGES: list[Damage] = [flip, flip, flip, truncate, truncate, zero_pages, all_zero, empty, noise, swap_pages, text]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Truth]:
    """A folder with a healthy store, and all that is in it."""
    file = tmp_path_factory.mktemp("healthy") / "conversations.db"
    store = ConversationStore.open(file, KEY)
    for number in range(30):
        chat = conversation(f"chat {number}")
        store.create(chat)
        asked = question(chat, f"question {number} " * 60)
        store.add_messages([asked, answer(chat, asked)])
    truth = {one.id: one for chat in store.list_conversations() for one in store.load_messages(chat.id)}
    store.close()
    return file.parent, truth


def copy_of(folder: Path, target: Path) -> Path:
    shutil.copytree(folder, target)
    return target / "conversations.db"


def read_all(store: ConversationStore) -> Truth:
    return {one.id: one for chat in store.list_conversations() for one in store.load_messages(chat.id)}


def judge(file: Path, key: DataKey, truth: Truth) -> StoreErrorCode | None:
    """Open and read; return how it was refused, None when all was there. Anything else fails the test.

    Damage in a page that no reading touches (an index) must show in the full check.
    """
    before = file.read_bytes()
    try:
        store = ConversationStore.open(file, key)
    except StoreError as error:
        assert file.read_bytes() == before
        return error.code
    try:
        assert read_all(store) == truth
        outcome = StoreErrorCode.DAMAGED if store.problems() else None
    except StoreError as error:
        outcome = error.code
    finally:
        store.close()
    assert file.read_bytes() == before
    return outcome


def run_cases(original: tuple[Path, Truth], tmp_path: Path, count: int) -> None:
    folder, truth = original
    rng = random.Random(SEED)
    for number in range(count):
        damage = DAMAGES[number % len(DAMAGES)]
        file = copy_of(folder, tmp_path / str(number))
        healthy = file.read_bytes()
        file.write_bytes(damage(bytearray(healthy), rng))
        outcome = judge(file, KEY, truth)
        unchanged = file.read_bytes() == healthy
        assert outcome in ({None} if unchanged else {StoreErrorCode.DAMAGED}), f"case {number}: {damage.__name__}"
        shutil.rmtree(file.parent)


def test_damaged_files_are_named_and_kept(original: tuple[Path, Truth], tmp_path: Path) -> None:
    run_cases(original, tmp_path, CASES)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_a_thousand_damaged_files_are_named_and_kept(original: tuple[Path, Truth], tmp_path: Path) -> None:
    run_cases(original, tmp_path, SOAK_CASES)


def test_a_healthy_file_passes(original: tuple[Path, Truth], tmp_path: Path) -> None:
    file = copy_of(original[0], tmp_path / "copy")
    assert judge(file, KEY, original[1]) is None


def test_a_wrong_key_is_not_called_damage(original: tuple[Path, Truth], tmp_path: Path) -> None:
    file = copy_of(original[0], tmp_path / "copy")
    assert judge(file, OTHER_KEY, original[1]) is StoreErrorCode.WRONG_KEY
    assert judge(file, KEY, original[1]) is None


def test_the_check_is_made_anew_where_it_is_lost_or_wrong(original: tuple[Path, Truth], tmp_path: Path) -> None:
    file = copy_of(original[0], tmp_path / "copy")
    check = StoreFiles(file).check
    check.unlink()
    assert judge(file, KEY, original[1]) is None
    assert judge(file, OTHER_KEY, original[1]) is StoreErrorCode.WRONG_KEY
    for content in (b"", b"\0" * 50, b'{"check": 5}', b"[" * 100_000):
        check.write_bytes(content)
        assert judge(file, KEY, original[1]) is None


def test_a_file_that_is_gone_is_not_replaced(original: tuple[Path, Truth], tmp_path: Path) -> None:
    file = copy_of(original[0], tmp_path / "copy")
    file.unlink()
    with pytest.raises(StoreError) as caught:
        ConversationStore.open(file, KEY)
    assert caught.value.code is StoreErrorCode.MISSING
    assert not file.exists()


def snapshot_of_open_store(original: tuple[Path, Truth], tmp_path: Path) -> tuple[Path, Truth, Message]:
    """Copy a store while its newest message is in the log only, as a crash or a backup program leaves it."""
    live = copy_of(original[0], tmp_path / "live")
    store = ConversationStore.open(live, KEY)
    newest = question(store.list_conversations()[0], "newest")
    store.add_message(newest)
    file = copy_of(live.parent, tmp_path / "copy")
    store.close()
    return file, original[1], newest


def test_the_log_is_read_and_without_it_the_rest_is_there(original: tuple[Path, Truth], tmp_path: Path) -> None:
    file, truth, newest = snapshot_of_open_store(original, tmp_path)
    without = copy_of(file.parent, tmp_path / "without")
    StoreFiles(without).log.unlink()
    assert judge(without, KEY, truth) is None
    store = ConversationStore.open(file, KEY)
    assert read_all(store) == truth | {newest.id: newest}
    store.close()


def test_a_damaged_log_loses_at_most_itself(original: tuple[Path, Truth], tmp_path: Path) -> None:
    file, truth, newest = snapshot_of_open_store(original, tmp_path)
    rng = random.Random(SEED)
    for number in range(15):
        copy = copy_of(file.parent, tmp_path / str(number))
        log = StoreFiles(copy).log
        damage = DAMAGES[number % len(DAMAGES)]
        data = bytearray(log.read_bytes())
        log.write_bytes(damage(data, rng) if len(data) > 3 * PAGE else flip(data, rng))
        store = ConversationStore.open(copy, KEY)
        assert read_all(store) in (truth, truth | {newest.id: newest})
        store.close()


def test_a_damaged_page_shows_in_the_check(original: tuple[Path, Truth], tmp_path: Path) -> None:
    file = copy_of(original[0], tmp_path / "copy")
    data = bytearray(file.read_bytes())
    data[PAGE * 5 + 100] ^= 1
    file.write_bytes(data)
    store = ConversationStore.open(file, KEY)
    assert store.problems() != []
    store.close()


def test_setting_aside_keeps_everything_and_makes_room(original: tuple[Path, Truth], tmp_path: Path) -> None:
    file, truth, newest = snapshot_of_open_store(original, tmp_path)
    kept = StoreFiles(file).set_aside()
    assert kept
    fresh = ConversationStore.open(file, OTHER_KEY)
    assert fresh.list_conversations() == []
    fresh.close()
    old = ConversationStore.open(kept, KEY)
    assert read_all(old) == truth | {newest.id: newest}
    old.close()
