"""Files of what contexts held: what comes back is what was written, or nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine import kept_files
from app.engine.kept_files import BLOCK, MAGIC, SUFFIX, UNFINISHED, Head, Kept, KeptFiles
from app.system.child import worker_folder
from tests.helpers.list_context import ids

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
PLENTY = 1 << 30
TOKENS = ids(1, 2, 3)
STATE = bytearray(range(256))


def yes() -> bool:
    return True


def keep(files: KeptFiles, conversation: str = "c", state: bytearray = STATE, tokens: array[int] = TOKENS) -> Path:
    """Write one, and return where it lies."""
    assert files.write(conversation, files.head("model", tokens, len(state), 0.5), state, yes)
    kept = files.find(conversation, "model")
    assert kept
    return kept.path


def fetched(files: KeptFiles, conversation: str = "c") -> bytearray | None:
    """What is kept, as the worker fetches it."""
    kept = files.find(conversation, "model")
    return files.read(kept, yes) if kept else None


@pytest.mark.parametrize("size", [0, 1, 256, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK])
def test_what_was_written_comes_back(tmp_path: Path, size: int) -> None:
    state = bytearray(os.urandom(size))
    keep(KeptFiles(tmp_path, KEY, PLENTY), state=state)
    later = KeptFiles(tmp_path, KEY, PLENTY)
    kept = later.find("c", "model")
    assert kept
    assert kept.head.ids == TOKENS
    assert kept.head.seconds_per_token == 0.5
    assert later.read(kept, yes) == state


def test_nothing_of_it_can_be_read_in_the_folder(tmp_path: Path) -> None:
    secret = bytearray(b"what they talked about " * 50)
    keep(KeptFiles(tmp_path, KEY, PLENTY), "the conversation", secret, ids(*secret))
    [path] = tmp_path.iterdir()
    data = path.read_bytes()
    assert b"talked" not in data
    assert ids(*secret[:4]).tobytes() not in data
    assert "conversation" not in path.name


@pytest.mark.usefixtures("capsys")
@pytest.mark.parametrize("damage", ["key", "format", "another's"])
def test_what_is_not_ours_is_no_file_and_goes(tmp_path: Path, damage: str) -> None:
    files = KeptFiles(tmp_path, KEY, PLENTY)
    path = keep(files)
    if damage == "key":  # under the name that ours would have
        theirs = tmp_path / "theirs"
        path.write_bytes(keep(KeptFiles(theirs, OTHER_KEY, PLENTY)).read_bytes())
    elif damage == "format":
        path.write_bytes(b"parley kept 2\n" + path.read_bytes()[len(MAGIC) :])
    else:
        assert files.write("c", files.head("another model", TOKENS, len(STATE), 0.5), STATE, yes)
        [other] = [found for found in tmp_path.glob(f"*{SUFFIX}") if found != path]
        other.replace(path)
    assert files.find("c", "model") is None
    assert not path.exists()


def test_another_key_finds_nothing_and_takes_nothing_away(tmp_path: Path) -> None:
    path = keep(KeptFiles(tmp_path, KEY, PLENTY))
    assert KeptFiles(tmp_path, OTHER_KEY, PLENTY).find("c", "model") is None
    assert path.exists()


@pytest.fixture(scope="module")
def intact(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One small file."""
    return keep(KeptFiles(tmp_path_factory.mktemp("intact"), KEY, PLENTY))


@given(place=st.integers(0), bit=st.integers(0, 7))
def test_one_turned_bit_is_found_wherever_it_is(intact: Path, place: int, bit: int) -> None:
    data = bytearray(intact.read_bytes())
    data[place % len(data)] ^= 1 << bit
    assert_refused(intact, data)


def test_every_bit_of_a_last_blocks_length_counts(intact: Path) -> None:
    """A longer one read to the end of the file what a right one did."""
    for bit in range(64):
        data = bytearray(intact.read_bytes())
        data[-len(STATE) - 16 - 8 + bit // 8] ^= 1 << bit % 8
        assert_refused(intact, data)


@given(length=st.integers(0))
def test_a_file_that_was_cut_off_is_refused(intact: Path, length: int) -> None:
    data = bytearray(intact.read_bytes())
    assert_refused(intact, data[: length % len(data)])


@given(more=st.binary(min_size=1, max_size=40))
def test_a_file_that_has_grown_is_refused(intact: Path, more: bytes) -> None:
    assert_refused(intact, bytearray(intact.read_bytes() + more))


def assert_refused(intact: Path, data: bytearray) -> None:
    """It is not fetched, and it is gone."""
    files = KeptFiles(intact.parent / "damaged", KEY, PLENTY)
    path = intact.parent / "damaged" / intact.name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    assert fetched(files) is None
    assert not path.exists()


@pytest.mark.parametrize("order", [(1, 0), (0, 0), (1, 1)])
def test_blocks_can_not_change_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: tuple[int, int]) -> None:
    monkeypatch.setattr(kept_files, "BLOCK", 128)
    files = KeptFiles(tmp_path, KEY, PLENTY)
    path = keep(files)
    data, block = path.read_bytes(), 8 + 128 + 16
    begin, blocks = data[: -2 * block], [data[-2 * block : -block], data[-block:]]
    path.write_bytes(begin + blocks[0] + blocks[1])
    assert fetched(files) == STATE
    path.write_bytes(begin + blocks[order[0]] + blocks[order[1]])
    assert fetched(files) is None


def test_a_file_exchanged_since_it_was_found_is_not_mistaken_for_it(tmp_path: Path) -> None:
    """A state of as many tokens, but of others, would be taken for theirs."""
    files = KeptFiles(tmp_path, KEY, PLENTY)
    keep(files)
    found = files.find("c", "model")
    assert found
    keep(KeptFiles(tmp_path, KEY, PLENTY), tokens=ids(4, 5, 6), state=bytearray(256))
    assert files.read(found, yes) is None
    assert fetched(files) == bytearray(256), "the new one stays"


def aged(path: Path, seconds: int) -> Path:
    """Let a file be older."""
    os.utime(path, (path.stat().st_atime, path.stat().st_mtime - seconds))
    return path


def test_the_longest_unused_go_first(tmp_path: Path) -> None:
    files = KeptFiles(tmp_path, KEY, PLENTY)
    first, second, third = (aged(keep(files, name), age) for name, age in (("1", 300), ("2", 200), ("3", 100)))
    assert fetched(files, "1") == STATE  # now the second is the longest unused
    tight = KeptFiles(tmp_path, KEY, 3 * first.stat().st_size + 40)
    fourth = keep(tight, "4")
    assert (first.exists(), second.exists(), third.exists(), fourth.exists()) == (True, False, True, True)


def test_the_files_never_take_more_than_allowed(tmp_path: Path) -> None:
    most = 4000
    files = KeptFiles(tmp_path, KEY, most)
    for number in range(12):
        aged(keep(files, str(number), bytearray(100 * number)), 100 - number)
        # Of the frame of the newest, a few hundred bytes, nothing was known before.
        assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= most + 300
    files.tidy()
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= most
    assert fetched(files, "11") is not None


def test_what_alone_is_too_much_is_not_written_and_drives_nothing_out(tmp_path: Path) -> None:
    path = keep(KeptFiles(tmp_path, KEY, PLENTY))
    tight = KeptFiles(tmp_path, KEY, 1000)
    assert not tight.write("d", tight.head("model", TOKENS, 2000, 0.5), bytearray(2000), yes)
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupted_write_leaves_the_last_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_files, "BLOCK", 64)
    files = KeptFiles(tmp_path, KEY, PLENTY)
    path, asked = keep(files), list[int]()

    def go_on() -> bool:
        asked.append(1)
        return len(asked) < 3

    assert not files.write("c", files.head("model", ids(9), 256, 0.5), bytearray(256), go_on)
    assert list(tmp_path.iterdir()) == [path]
    assert fetched(files) == STATE
    kept = files.find("c", "model")
    assert kept
    assert files.read(kept, lambda: False) is None
    assert path.exists(), "nobody waited for it; it is whole"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("size", [256, 2 * BLOCK])
def test_on_a_full_disk_the_last_one_stays_and_nothing_is_left_behind(tmp_path: Path, size: int) -> None:
    files = KeptFiles(tmp_path, KEY, PLENTY)
    path = keep(files)
    path.with_suffix(UNFINISHED).symlink_to("/dev/full")
    state = bytearray(size)
    assert not files.write("c", files.head("model", ids(4, 5), size, 0.5), state, yes)
    assert list(tmp_path.iterdir()) == [path]
    assert fetched(files) == STATE
    keep(files, state=state)


def test_a_folder_that_can_not_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    files = KeptFiles(tmp_path / "taken", KEY, PLENTY)
    assert not files.write("c", files.head("model", TOKENS, len(STATE), 0.5), STATE, yes)
    assert files.find("c", "model") is None
    missing = Kept(tmp_path / "none", Head("model", b"", 1, 0.5))
    assert files.read(missing, yes) is None
    files.forget("")
    files.tidy()


def test_what_is_forgotten_is_gone_for_every_model(tmp_path: Path) -> None:
    files = KeptFiles(tmp_path, KEY, PLENTY)
    keep(files, "c")
    assert files.write("c", files.head("another model", TOKENS, len(STATE), 0.5), STATE, yes)
    other = keep(files, "d")
    files.forget("c")
    assert list(tmp_path.iterdir()) == [other]
    files.forget("")
    assert not list(tmp_path.iterdir())


def test_tidying_removes_leftovers_and_nothing_else(tmp_path: Path) -> None:
    files = KeptFiles(tmp_path, KEY, PLENTY)
    path = keep(files)
    (tmp_path / f"half{UNFINISHED}").write_bytes(b"half")
    (tmp_path / f"forged{SUFFIX}").write_bytes(b"forged")
    (tmp_path / "something else.txt").write_bytes(b"not ours to remove")
    files.tidy()
    assert sorted(tmp_path.iterdir()) == sorted([path, tmp_path / "something else.txt"])


PROCESS = """
import sys
from array import array
from pathlib import Path
from app.engine.kept_files import KeptFiles
number, folder = int(sys.argv[1]), Path(sys.argv[2])
files = KeptFiles(folder, b"k" * 32, 1 << 20)
found = 0
for turn in range(150):
    own = 1 + (2 * turn + number) % 251
    files.write("c", files.head("model", array("i", [own]), 90_000, 0.5), bytearray([own]) * 90_000, lambda: True)
    kept = files.find("c", "model")
    state = files.read(kept, lambda: True) if kept else None
    if state is not None:
        assert state == bytearray([kept.head.ids[0]]) * 90_000, "tokens of one, state of another"
        found += 1
print(found)
"""


def test_two_processes_never_see_a_mixture(tmp_path: Path) -> None:
    """Two workers for a moment: one is replaced while it still writes."""
    both = [
        subprocess.Popen(
            [sys.executable, "-c", PROCESS, str(number), str(tmp_path)],
            cwd=worker_folder(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for number in range(2)
    ]  # fmt: skip
    said = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert all(int(out) > 0 for out, _ in said), "each got something back"
