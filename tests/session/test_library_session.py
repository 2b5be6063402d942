"""The library as the window has it: the real worker, the real disk, the system's trash in a folder of the test."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from app.catalog.download.state import Origin, origin_path, write_origin
from app.catalog.library import Library, LibraryEntry
from app.catalog.net_api import RemoteFile, RemoteModel, Repository, Source
from app.engine.api import ThinkingSupport
from app.engine.files_api import FileProblem
from app.session.models.library_jobs import JobKind
from app.session.models.library_session import LibrarySession
from app.session.models.model_session import ModelSession, ModelState
from app.session.notices import Notice, Severity
from app.session.tasks import BackgroundThread
from app.session.workers.engine_client import EngineClient
from app.session.workers.files_client import FilesClient
from app.settings.store import SettingsStore
from app.system.paths import Paths, starter_model
from tests.helpers.engine_process import MODELS

LONG = 60_000
"""Milliseconds; liveness, not speed."""

PARTS = sorted(MODELS.glob("*-of-00003.gguf"))
SMALL = MODELS / "qwen3-tiny-hybrid-Q4_K_M.gguf"


class World:
    """A window's library and all that it stands on."""

    def __init__(self, qtbot: QtBot, paths: Paths, engine: EngineClient) -> None:
        self.qtbot = qtbot
        self.paths = paths
        self.settings = SettingsStore(paths.settings_file)
        self.engine = engine
        self.models = ModelSession(engine, self.settings)
        self.thread = BackgroundThread("test-library")
        self.quick = FilesClient(paths.logs)
        self.slow = FilesClient(paths.logs, "files-long")
        library = Library(paths.models, paths.data / "library.json", starter_model())
        self.session = LibrarySession(library, self.thread, self.quick, self.slow, self.models)
        self.notices: list[Notice] = []
        self.session.notice.connect(self.notices.append)

    def close(self) -> None:
        self.session.close()
        self.quick.stop()
        self.slow.stop()

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=LONG)

    def settled(self) -> bool:
        """Everything has been looked at."""
        entries = self.session.entries
        return bool(entries) and all(e.fresh and self.session.busy_with(e.id) is None for e in entries)

    def open(self) -> None:
        self.session.open()
        self.wait(self.settled)

    def rescan(self) -> None:
        with self.qtbot.waitSignal(self.session.changed, timeout=LONG):
            self.session.rescan()
        self.wait(self.settled)

    def entry(self, path: Path) -> LibraryEntry:
        entry = self.session.entry(str(path))
        assert entry is not None
        return entry

    def put(self, source: Path = SMALL, name: str = "") -> Path:
        """Copy a model into our folder."""
        self.paths.models.mkdir(parents=True, exist_ok=True)
        path = self.paths.models / (name or source.name)
        path.write_bytes(source.read_bytes())
        return path


@pytest.fixture
def world(
    qtbot: QtBot,
    paths: Paths,
    make_engine: Callable[[str], EngineClient],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Iterator[World]:
    (tmp_path / "xdg").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))  # where the trash is
    monkeypatch.setattr("app.session.models.library_session.GROWING_SECONDS", 0.0)
    world = World(qtbot, paths, make_engine("normal"))
    yield world
    world.close()


def origin(path: Path, sha256: str = "") -> None:
    """As a finished download leaves it."""
    digest = sha256 or hashlib.sha256(path.read_bytes()).hexdigest()
    write_origin(path, Origin(Source.HUGGING_FACE, "Qwen/Tiny", "main", path.name, 1, digest, verified=True))


def test_models_are_found_and_inspected(world: World) -> None:
    path = world.put()
    for part in PARTS:
        world.put(part)
    world.open()
    starter, *others = world.session.entries
    assert (starter.name, starter.builtin, starter.thinking) == ("Starter model", True, ThinkingSupport.HYBRID)
    assert {entry.path for entry in others} == {str(path), str(world.paths.models / PARTS[0].name)}
    shape = world.entry(path).shape
    assert shape is not None
    assert shape.quantization == "Q4_K_M"
    assert world.session.disk_used == SMALL.stat().st_size + sum(part.stat().st_size for part in PARTS)
    assert world.session.disk_free > 0
    assert not world.notices


def test_what_was_found_out_is_not_asked_again(world: World, qtbot: QtBot) -> None:
    world.put()
    world.open()
    world.quick.stop()
    world.rescan()
    assert world.quick.process_id == 0


def test_a_damaged_file_says_so_and_is_looked_at_again_when_it_changes(world: World) -> None:
    path = world.put()
    path.write_bytes(path.read_bytes()[:1_000_000])
    world.open()
    assert (world.entry(path).problem, world.entry(path).shape) == (FileProblem.TRUNCATED, None)
    world.put()
    world.session.rescan()
    world.wait(lambda: world.entry(path).problem is None and world.entry(path).shape is not None)


def test_adding_a_file(world: World, tmp_path: Path) -> None:
    world.open()
    first = world.session.add_file(str(PARTS[1]))
    assert first == str(PARTS[0])
    world.wait(lambda: world.session.entry(first) is not None and world.settled())
    entry = world.entry(PARTS[0])
    assert (entry.linked, entry.problem) == (True, None)
    assert world.session.disk_used == 0
    assert world.session.add_file(str(PARTS[0])) == first
    assert not world.notices


def test_a_file_that_is_no_model_is_not_added(world: World, tmp_path: Path) -> None:
    world.open()
    (tmp_path / "letter.gguf").write_bytes(b"Dear Anna, ...")
    world.session.add_file(str(tmp_path / "letter.gguf"))
    world.wait(lambda: bool(world.notices))
    assert world.notices[0].severity is Severity.ERROR
    assert "“letter.gguf” is not a model file" in world.notices[0].text
    world.rescan()
    assert len(world.session.entries) == 1


def test_using_a_model_notes_when(world: World) -> None:
    path = world.put()
    world.open()
    assert world.entry(path).last_used is None
    world.session.use(str(path))
    world.wait(lambda: world.models.state is ModelState.READY)
    world.wait(lambda: world.entry(path).last_used is not None)


def test_a_file_that_was_opened_elsewhere_is_in_the_library(world: World) -> None:
    world.open()
    world.models.load(str(SMALL))
    world.wait(lambda: world.session.entry(str(SMALL)) is not None and world.settled())
    assert world.entry(SMALL).linked


def test_a_model_that_was_loaded_before_the_library_was_opened_counts_as_used(world: World) -> None:
    path = world.put()
    world.models.load(str(path))
    world.wait(lambda: world.models.state is ModelState.READY)
    world.open()
    world.wait(lambda: world.entry(path).last_used is not None)


def test_files_from_before_there_was_a_library_are_in_it(world: World) -> None:
    world.settings.change(recent_models=[str(SMALL), "/gone.gguf"])
    world.open()
    assert [entry.path for entry in world.session.entries] == [str(starter_model()), str(SMALL)]
    world.session.delete(str(SMALL))
    world.wait(lambda: len(world.session.entries) == 1)
    world.rescan()
    assert len(world.session.entries) == 1
    assert SMALL.exists()


def test_deleting_moves_all_files_to_the_trash_and_undo_brings_them_back(world: World, tmp_path: Path) -> None:
    for part in PARTS:
        origin(world.put(part))
    world.open()
    first = world.paths.models / PARTS[0].name
    data = first.read_bytes()
    assert world.session.delete(str(first))
    assert world.session.entry(str(first)) is None
    world.wait(lambda: not list(world.paths.models.glob("*")))
    world.session.undo_delete()
    world.wait(lambda: world.session.entry(str(first)) is not None and world.settled())
    assert first.read_bytes() == data
    assert origin_path(first).exists()
    assert world.entry(first).shape is not None
    assert not world.notices
    world.session.undo_delete()
    world.rescan()
    assert not world.notices


def test_undo_in_the_same_breath(world: World) -> None:
    path = world.put()
    world.open()
    world.session.delete(str(path))
    world.session.undo_delete()
    world.wait(lambda: world.session.entry(str(path)) is not None)
    assert path.exists()


def test_the_loaded_model_is_let_go_before_it_is_deleted(world: World) -> None:
    path = world.put()
    world.open()
    world.session.use(str(path))
    world.wait(lambda: world.models.state is ModelState.READY)
    world.wait(lambda: world.entry(path).last_used is not None)
    world.session.delete(str(path))
    assert (world.models.state, world.models.path, world.settings.current.model_path) == (ModelState.NONE, "", "")
    world.wait(lambda: not path.exists())


def test_what_cannot_be_deleted(world: World) -> None:
    world.open()
    assert not world.session.delete(str(starter_model()))
    assert not world.session.delete("nothing")
    assert starter_model().exists()


def test_a_model_that_does_not_go_into_the_trash_stays(
    world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("app.session.models.trash.PAUSE_SECONDS", 0.0)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "missing"))  # then there is no trash
    for part in PARTS:
        world.put(part)
    world.open()
    first = world.paths.models / PARTS[0].name
    world.session.delete(str(first))
    world.wait(lambda: bool(world.notices))
    assert "could not be moved to the trash" in world.notices[0].text
    world.wait(lambda: world.session.entry(str(first)) is not None)
    assert world.entry(first).problem is None
    assert len(list(world.paths.models.iterdir())) == 3


def test_undo_does_not_overwrite(world: World) -> None:
    path = world.put()
    world.open()
    world.session.delete(str(path))
    world.wait(lambda: not path.exists())
    path.write_bytes(b"another")
    world.session.undo_delete()
    world.wait(lambda: bool(world.notices))
    assert "could not be brought back" in world.notices[0].text
    assert path.read_bytes() == b"another"


def test_verifying(world: World) -> None:
    path = world.put()
    origin(path)
    world.open()
    world.session.verify(str(path))
    job = world.session.busy_with(str(path))
    assert job is not None
    assert job.kind is JobKind.VERIFY
    world.wait(lambda: bool(world.notices))
    assert world.notices[0].severity is Severity.INFO
    assert "to the last byte" in world.notices[0].text
    origin(path, "ab" * 32)
    world.rescan()
    world.session.verify(str(path))
    world.wait(lambda: len(world.notices) == 2)
    assert world.notices[1].severity is Severity.ERROR
    world.wait(lambda: world.entry(path).problem is FileProblem.WRONG_CHECKSUM)
    origin(path)
    world.rescan()
    assert world.entry(path).problem is FileProblem.WRONG_CHECKSUM
    world.session.verify(str(path))
    world.wait(lambda: world.entry(path).problem is None)


def test_a_verification_can_be_cancelled_and_survives_nothing_else(world: World, tmp_path: Path) -> None:
    path = world.put()
    world.open()
    with path.open("r+b") as file:
        file.truncate(300 << 30)
    world.rescan()
    world.session.verify(str(path))
    world.wait(lambda: (job := world.session.busy_with(str(path))) is not None and job.done > 0)
    world.session.cancel(str(path))
    assert world.session.busy_with(str(path)) is None
    world.session.verify(str(path))
    world.wait(lambda: (job := world.session.busy_with(str(path))) is not None and job.done > 0)
    os.kill(world.slow.process_id, signal.SIGKILL)
    world.wait(lambda: bool(world.notices))
    assert "crashed or was ended" in world.notices[0].text
    assert world.session.busy_with(str(path)) is None
    assert world.entry(path).problem is None


def test_a_file_that_ends_the_worker_is_marked_and_the_others_go_on(world: World, tmp_path: Path) -> None:
    world.put(name="a.gguf")
    world.put(name="b.gguf")
    script = tmp_path / "worker.py"
    script.write_text(
        "import os, signal, sys\n"
        "from app.engine import files_worker\n"
        "real = files_worker.inspect_model\n"
        "def deadly(path, request_id):\n"
        "    if path.name == 'a.gguf':\n"
        "        os.kill(os.getpid(), signal.SIGSEGV)\n"
        "    return real(path, request_id)\n"
        "files_worker.inspect_model = deadly\n"
        "files_worker.main()\n"
    )
    world.quick._command = [sys.executable, "-c", f"exec(open({str(script)!r}).read())"]
    world.open()
    assert world.entry(world.paths.models / "a.gguf").problem is FileProblem.INTERNAL
    assert world.entry(world.paths.models / "b.gguf").shape is not None
    world.quick._command = FilesClient(world.paths.logs)._command
    world.quick._end_process()
    world.session.rescan()
    world.wait(lambda: world.entry(world.paths.models / "a.gguf").shape is not None)


def test_offers_of_smaller_copies(world: World) -> None:
    small = world.put()
    world.open()
    assert world.session.quantize_offers(str(small)) == []
    assert world.session.quantize_offers("nothing") == []
    offers = world.session.quantize_offers(str(starter_model()))
    assert [offer.type for offer in offers] == ["Q6_K", "Q5_K_M", "Q4_K_M", "IQ4_XS", "Q3_K_M", "Q2_K"]
    (q4,) = [offer for offer in offers if offer.type == "Q4_K_M"]
    assert abs(q4.bytes - SMALL.stat().st_size) < 0.01 * SMALL.stat().st_size
    assert all(offer.fits_disk for offer in offers)


def test_a_smaller_copy(world: World) -> None:
    world.paths.models.mkdir(parents=True)
    world.open()
    world.session.quantize(str(starter_model()), "Q4_K_M")
    target = world.paths.models / "qwen3-tiny-hybrid-Q4_K_M.gguf"
    world.wait(lambda: world.session.entry(str(target)) is not None and world.settled())
    shape = world.entry(target).shape
    assert shape is not None
    assert shape.quantization == "Q4_K_M"
    assert "qwen3-tiny-hybrid-Q4_K_M.gguf" in world.notices[0].text
    world.session.quantize(str(target), "Q2_K")
    world.wait(lambda: len(world.notices) == 2)
    assert "cannot be made smaller" in world.notices[1].text
    assert world.entry(target).problem is None


def test_updates(world: World) -> None:
    path = world.put()
    origin(path)
    world.open()
    file = RemoteFile(path.name, 1, "cd" * 32)
    models = [RemoteModel("Q4_K_M", [file])]
    listing = Repository(source=Source.HUGGING_FACE, id="Qwen/Tiny", revision="main", models=models)
    world.session.listed(listing)
    world.wait(lambda: world.entry(path).update_available)
    same = msgspec.structs.replace(file, sha256=world.entry(path).sha256[path.name])
    world.session.listed(msgspec.structs.replace(listing, models=[RemoteModel("Q4_K_M", [same])]))
    world.wait(lambda: not world.entry(path).update_available)


def test_a_folder_is_asked_for(world: World, qtbot: QtBot) -> None:
    path = world.put()
    world.open()
    with qtbot.waitSignal(world.session.folder_wanted) as asked:
        world.session.open_folder(str(path))
    assert asked.args == [str(world.paths.models)]
