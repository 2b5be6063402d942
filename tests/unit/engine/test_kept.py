"""What is worth keeping on disk and worth fetching, with real files and a context of lists."""

from __future__ import annotations

from array import array
from pathlib import Path

import msgspec
import pytest

from app.engine.kept import SPEEDS_FILE, TELLING_BYTES, KeptStates, Speeds
from app.engine.kept_files import KeptFiles
from app.engine.prompt_cache import PromptCache
from tests.helpers.list_context import ListContext, ids

SLOW, FAST = 1.0, 1e-9
"""Seconds per token of a processor for which the disk is always, and never, worth it."""


def yes() -> bool:
    return True


class Worker:
    """A context with its books, as after a start; the disk is as it was."""

    def __init__(self, folder: Path, *, speed: float = SLOW, identity: str = "model", always: bool = False) -> None:
        self.folder = folder
        self.context = ListContext(size=500_000, batch=512)
        self.cache = PromptCache(self.context)
        self.cache.seconds_per_token = speed
        self.kept = KeptStates(self.context, self.cache, lambda: identity, folder)
        self.files = KeptFiles(folder / "kept", b"k" * 32, 64 << 20)
        self.kept.use(self.files, always=always)

    def ask(self, conversation: str, wanted: array[int], speed: float | None = None) -> int:
        """Do what the worker does for an answer; return what the disk gave."""
        gained = self.kept.recall(conversation, wanted, yes)
        speed = self.cache.seconds_per_token if speed is None else speed
        self.cache.read(wanted[self.cache.reuse(wanted) :], lambda _done: True)
        self.cache.seconds_per_token = speed
        assert self.context.held == wanted.tolist()
        return gained

    def paths(self) -> list[Path]:
        """The files."""
        return list((self.folder / "kept").glob("*.kept"))


def test_what_was_read_is_fetched_after_a_start(tmp_path: Path) -> None:
    before = Worker(tmp_path)
    before.ask("c", ids(*range(50)))
    assert before.kept.unsaved()
    assert before.kept.save(yes)
    assert not before.kept.unsaved(), "it is all there"
    after = Worker(tmp_path)
    assert after.ask("c", ids(*range(40), 7, 7)) == 40
    assert after.kept.unsaved(), "the conversation has another end now"


def test_no_more_is_fetched_than_the_context_has_already(tmp_path: Path) -> None:
    worker = Worker(tmp_path)
    worker.ask("c", ids(*range(50)))
    worker.kept.save(yes)
    assert worker.ask("c", ids(*range(50), 9)) == 0


@pytest.mark.parametrize(("always", "worth"), [(False, False), (True, True)])
def test_what_is_read_faster_than_fetched_is_not_kept_unless_always(tmp_path: Path, always: bool, worth: bool) -> None:
    worker = Worker(tmp_path, speed=FAST, always=always)
    worker.ask("c", ids(*range(50)))
    assert worker.kept.unsaved() is worth


def test_what_is_read_faster_than_fetched_is_not_fetched(tmp_path: Path) -> None:
    slow = Worker(tmp_path)
    slow.ask("c", ids(*range(50)))
    slow.kept.save(yes)
    assert Worker(tmp_path, speed=FAST).ask("c", ids(*range(60))) == 0
    assert Worker(tmp_path, speed=FAST, always=True).ask("c", ids(*range(60))) == 50


def test_a_worker_that_knows_no_speed_yet_believes_the_file(tmp_path: Path) -> None:
    before = Worker(tmp_path)
    before.ask("c", ids(*range(50)))
    before.kept.save(yes)
    after = Worker(tmp_path, speed=0.0)
    assert after.ask("c", ids(*range(60))) == 50
    assert after.cache.seconds_per_token == SLOW


def test_another_conversation_is_written_down_before_it_goes(tmp_path: Path) -> None:
    worker = Worker(tmp_path)
    worker.ask("c", ids(*range(50)))
    worker.ask("d", ids(100, 101))
    assert worker.ask("c", ids(*range(50), 9)) == 50


def test_nobody_waits_longer_for_that_than_their_patience(tmp_path: Path) -> None:
    worker = Worker(tmp_path)
    worker.ask("c", ids(*range(50)))
    worker.kept.recall("d", ids(100, 101), yes, patience=0.0)
    assert not worker.paths()


@pytest.mark.parametrize("conversation", ["", "d"])
def test_only_the_conversation_itself_gets_it_back(tmp_path: Path, conversation: str) -> None:
    before = Worker(tmp_path)
    before.ask("c", ids(*range(50)))
    before.kept.save(yes)
    assert Worker(tmp_path).ask(conversation, ids(*range(60))) == 0
    assert Worker(tmp_path, identity="another model").ask("c", ids(*range(60))) == 0


def test_without_a_place_or_a_conversation_nothing_is_kept(tmp_path: Path) -> None:
    worker = Worker(tmp_path)
    worker.ask("", ids(*range(50)))
    assert not worker.kept.unsaved()
    worker.ask("c", ids(*range(50)))
    worker.kept.use(None)
    assert not worker.kept.unsaved()
    assert not worker.kept.save(yes)
    assert not worker.paths()


def test_a_damaged_file_is_read_anew_and_kept_anew(tmp_path: Path) -> None:
    before = Worker(tmp_path)
    before.ask("c", ids(*range(50)))
    before.kept.save(yes)
    [path] = before.paths()
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    after = Worker(tmp_path)
    assert after.ask("c", ids(*range(60))) == 0
    assert after.kept.unsaved()
    assert after.kept.save(yes)
    assert Worker(tmp_path).ask("c", ids(*range(60), 9)) == 60


def test_a_state_of_other_tokens_leaves_nothing_half_done(tmp_path: Path) -> None:
    worker, other = Worker(tmp_path), ListContext()
    PromptCache(other).read(ids(1, 2), lambda _done: True)
    state = other.state()
    worker.files.write("c", worker.files.head("model", ids(*range(50)), len(state), SLOW), state, yes)
    assert worker.ask("c", ids(*range(60))) == 0


def test_an_interrupted_save_is_tried_again_and_an_impossible_one_is_not(tmp_path: Path) -> None:
    worker = Worker(tmp_path)
    worker.ask("c", ids(*range(50)))
    assert not worker.kept.save(lambda: False)
    assert worker.kept.unsaved()
    worker.kept.use(KeptFiles(tmp_path / "kept", b"k" * 32, 10))  # there is room for nothing
    assert not worker.kept.save(yes)
    assert not worker.kept.unsaved()
    worker.ask("c", ids(*range(60)))
    assert worker.kept.unsaved(), "there is more of it now"


@pytest.mark.parametrize(("forgotten", "left"), [("c", 1), ("d", 1), ("", 0)])
def test_a_forgotten_conversation_is_not_kept_again_by_itself(tmp_path: Path, forgotten: str, left: int) -> None:
    worker = Worker(tmp_path)
    worker.ask("d", ids(*range(30)))
    worker.ask("c", ids(*range(100, 150)))
    worker.kept.save(yes)
    worker.ask("c", ids(*range(100, 170)))
    worker.kept.forget(forgotten)
    assert len(worker.paths()) == left
    assert worker.kept.unsaved() is (forgotten == "d")


def test_the_disk_is_measured_and_remembered(tmp_path: Path) -> None:
    worker = Worker(tmp_path)
    worker.ask("c", ids(*range(10)))
    worker.kept.save(yes)
    assert not (tmp_path / SPEEDS_FILE).exists(), "so little says nothing"
    worker.ask("c", array("i", range(TELLING_BYTES // 4)))
    worker.kept.save(yes)
    written = msgspec.json.decode((tmp_path / SPEEDS_FILE).read_bytes(), type=Speeds)
    assert written.write not in {0.0, Speeds().write}
    assert written.read == Speeds().read, "nothing was read yet"
    Worker(tmp_path).ask("c", array("i", range(TELLING_BYTES // 4 + 1)))
    both = msgspec.json.decode((tmp_path / SPEEDS_FILE).read_bytes(), type=Speeds)
    assert both.write == written.write
    assert both.read != written.read


@pytest.mark.parametrize("written", [b"", b"\xff\xfe", b"[]", b'{"write": "fast"}'])
def test_a_damaged_note_of_the_disk_is_forgotten(tmp_path: Path, written: bytes) -> None:
    (tmp_path / SPEEDS_FILE).write_bytes(written)
    worker = Worker(tmp_path)
    worker.ask("c", ids(*range(50)))
    assert worker.kept.unsaved()


def test_a_disk_measured_as_slow_is_not_worth_waiting_for(tmp_path: Path) -> None:
    (tmp_path / SPEEDS_FILE).write_bytes(msgspec.json.encode(Speeds(write=1.0, read=1.0)))
    worker = Worker(tmp_path)
    worker.ask("c", ids(*range(50)))
    assert not worker.kept.unsaved()
