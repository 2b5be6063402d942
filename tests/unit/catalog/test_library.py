"""Finding models on this computer, and remembering what was found out about them."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from pathlib import Path

import msgspec
import pytest

from app.catalog.download.state import Origin, part_path, write_origin
from app.catalog.library import Library, LibraryEntry, files_of, first_part, remove_empty_folders
from app.catalog.net_api import RemoteFile, RemoteModel, Repository, Source
from app.catalog.notebook import Known
from app.engine.api import ThinkingSupport
from app.engine.files_api import FileInspected, FileProblem
from app.gguf.model import inspect
from app.system.file_lock import FleetingLock
from app.system.paths import Paths, starter_model
from tests.helpers.engine_process import MODELS

PARTS = sorted(MODELS.glob("*-of-00003.gguf"))
SHAPE = inspect(starter_model()).shape


@pytest.fixture
def library(paths: Paths) -> Library:
    paths.models.mkdir(parents=True)
    return fresh(paths)


def fresh(paths: Paths) -> Library:
    """Another window's, or the next start's."""
    return Library(paths.models, paths.data / "library.json", starter_model())


def put(folder: Path, name: str = "model.gguf", data: bytes = b"GGUF") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name


def others(library: Library) -> list[LibraryEntry]:
    """All entries but the starter."""
    return [entry for entry in library.scan() if not entry.builtin]


def only(library: Library) -> LibraryEntry:
    (entry,) = others(library)
    return entry


def found(path: Path) -> FileInspected:
    """What the worker would say."""
    return FileInspected(path=str(path), parts=[str(path)], shape=SHAPE, thinking=ThinkingSupport.HYBRID)


def origin(path: Path, sha256: str = "ab" * 32) -> None:
    """As a finished download leaves it."""
    said = Origin(Source.HUGGING_FACE, "Qwen/Qwen3-GGUF", "main", f"sub/{path.name}", 4, sha256, verified=True)
    write_origin(path, said)


def test_the_starter_is_always_there(library: Library) -> None:
    (entry,) = library.scan()
    assert (entry.path, entry.builtin, entry.linked) == (str(starter_model()), True, False)
    assert entry.file_bytes == starter_model().stat().st_size


def test_our_folder_is_looked_through(library: Library, paths: Paths) -> None:
    put(paths.models / "Qwen" / "Qwen3-4B-GGUF", "b.gguf")
    put(paths.models, "A.GGUF")
    put(paths.models, "mmproj-a.gguf")
    put(paths.models, "a.imatrix")
    put(paths.models, "a.gguf.quantizing")
    put(paths.models, "c.gguf.part")
    put(paths.models / ".hidden", "d.gguf")
    put(paths.models / "1" / "2" / "3" / "4", "deep.gguf")
    assert [entry.name for entry in others(library)] == ["A", "b"]
    assert not any(entry.linked or entry.problem or entry.fresh for entry in others(library))


def test_a_folder_that_is_not_there_is_empty(paths: Paths) -> None:
    assert [entry.builtin for entry in fresh(paths).scan()] == [True]


def test_links_in_a_circle_are_not_followed(library: Library, paths: Paths) -> None:
    put(paths.models, "a.gguf")
    (paths.models / "loop").symlink_to(paths.models, target_is_directory=True)
    assert len(others(library)) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such names")
def test_names_that_are_no_text_are_left_out(library: Library, paths: Paths) -> None:
    put(paths.models, "a.gguf")
    (Path(os.fsdecode(os.fsencode(paths.models) + b"/\xff\xfe.gguf"))).write_bytes(b"GGUF")
    assert [entry.name for entry in others(library)] == ["a"]


def test_parts_are_one_model(library: Library, paths: Paths) -> None:
    for part in PARTS:
        shutil.copy(part, paths.models)
    entry = only(library)
    assert entry.path == str(paths.models / PARTS[0].name)
    assert entry.file_bytes == sum(part.stat().st_size for part in PARTS)
    assert [Path(part).name for part in entry.parts] == [part.name for part in PARTS]
    (paths.models / PARTS[1].name).unlink()
    entry = only(library)
    assert (entry.problem, entry.detail) == (FileProblem.PART_MISSING, PARTS[1].name)
    assert entry.fresh
    (paths.models / PARTS[0].name).unlink()
    assert (only(library).problem, only(library).detail) == (FileProblem.PART_MISSING, PARTS[0].name)


def test_a_model_is_hidden_while_a_part_is_downloaded(library: Library, paths: Paths) -> None:
    shutil.copy(PARTS[0], paths.models)
    put(paths.models, part_path(paths.models / PARTS[1].name).name)
    assert not others(library)
    shutil.copy(PARTS[1], paths.models)
    part_path(paths.models / PARTS[1].name).unlink()
    put(paths.models, part_path(paths.models / PARTS[2].name).name)
    assert not others(library)
    part_path(paths.models / PARTS[2].name).rename(paths.models / PARTS[2].name)
    assert only(library).problem is None


def test_what_was_found_out_holds_until_the_file_changes(library: Library, paths: Paths) -> None:
    path = put(paths.models)
    library.inspected(only(library), found(path))
    entry = only(fresh(paths))
    assert (entry.shape, entry.thinking, entry.fresh) == (SHAPE, ThinkingSupport.HYBRID, True)
    assert entry.name == SHAPE.name
    put(paths.models, data=b"GGUF and more")
    entry = only(fresh(paths))
    assert (entry.shape, entry.thinking, entry.fresh, entry.name) == (None, None, False, "model")


def test_what_was_found_out_about_an_older_file_is_not_believed(library: Library, paths: Paths) -> None:
    path = put(paths.models)
    before = only(library)
    put(paths.models, data=b"GGUF and more")
    library.inspected(before, found(path))
    assert not only(library).fresh


def test_a_damaged_file_says_so_until_it_is_replaced(library: Library, paths: Paths) -> None:
    put(paths.models)
    library.failed(only(library), FileProblem.DAMAGED, "model.gguf: 7 tensors")
    entry = only(fresh(paths))
    assert (entry.problem, entry.detail, entry.fresh) == (FileProblem.DAMAGED, "model.gguf: 7 tensors", True)
    put(paths.models, data=b"GGUF, better")
    assert only(library).problem is None


def test_linked_files_stay_listed_when_they_vanish(library: Library, paths: Paths, tmp_path: Path) -> None:
    path = put(tmp_path / "elsewhere")
    library.link([str(path)])
    assert (only(library).linked, only(library).problem) == (True, None)
    path.unlink()
    entry = only(fresh(paths))
    assert (entry.linked, entry.problem, entry.detail) == (True, FileProblem.MISSING, "model.gguf")
    put(tmp_path / "elsewhere")
    assert only(library).problem is None


def test_own_files_that_vanish_are_gone(library: Library, paths: Paths) -> None:
    path = put(paths.models)
    library.inspected(only(library), found(path))
    path.unlink()
    assert not others(library)


def test_files_of_ours_are_never_linked(library: Library, paths: Paths) -> None:
    path = put(paths.models / "Qwen")
    library.link([str(path), str(paths.models / "Qwen" / ".." / "Qwen" / path.name), str(starter_model())])
    assert [entry.linked for entry in library.scan()] == [False, False]


def test_any_part_links_the_model(library: Library) -> None:
    library.link([str(PARTS[2])])
    assert only(library).path == str(PARTS[0]) == first_part(str(PARTS[1]))


def test_using_a_file_adds_it(library: Library, paths: Paths, tmp_path: Path) -> None:
    path = put(tmp_path / "elsewhere")
    library.used(str(path))
    library.used(str(starter_model()))
    starter, entry = fresh(paths).scan()
    assert entry.linked
    assert entry.last_used is not None
    assert starter.last_used is not None
    assert not starter.linked
    library.link([str(path)])
    assert only(library).last_used == entry.last_used


def test_forgetting_and_going_back(library: Library, tmp_path: Path) -> None:
    path = put(tmp_path / "elsewhere")
    library.link([str(path)])
    library.inspected(only(library), found(path))
    known = library.forget(str(path))
    assert not others(library)
    assert path.exists()
    library.restore(str(path), known)
    assert only(library).shape == SHAPE


def test_where_a_download_came_from(library: Library, paths: Paths) -> None:
    path = put(paths.models / "Qwen")
    origin(path)
    entry = only(library)
    assert (entry.source, entry.repository, entry.revision) == (Source.HUGGING_FACE, "Qwen/Qwen3-GGUF", "main")
    assert entry.sha256 == {"model.gguf": "ab" * 32}
    assert {file.name for file in files_of(entry)} == {"model.gguf", "model.gguf.parley.json"}


@pytest.mark.parametrize(("theirs", "newer"), [("cd" * 32, True), ("ab" * 32, False), ("", False)])
def test_an_update_is_another_sum_under_the_same_name(library: Library, paths: Paths, theirs: str, newer: bool) -> None:
    path = put(paths.models / "Qwen")
    origin(path)
    file = RemoteFile("sub/model.gguf", 4, theirs)
    listing = Repository(
        source=Source.HUGGING_FACE, id="Qwen/Qwen3-GGUF", revision="main", models=[RemoteModel("Q8_0", [file])]
    )
    library.listed(msgspec.structs.replace(listing, id="Qwen/Other", models=[RemoteModel("Q8_0", [file])]))
    assert not only(library).update_available
    library.listed(listing)
    assert only(fresh(paths)).update_available is newer
    origin(path, theirs or "ab" * 32)
    assert not only(library).update_available


def test_a_spoilt_list_loses_what_it_spoils(library: Library, paths: Paths, tmp_path: Path) -> None:
    good = put(tmp_path / "elsewhere")
    library.link([str(good)])
    raw = msgspec.json.decode((paths.data / "library.json").read_bytes())
    raw["models"][str(tmp_path / "bad.gguf")] = {"linked": "perhaps"}
    (paths.data / "library.json").write_bytes(msgspec.json.encode(raw))
    assert only(library).path == str(good)
    for data in (b"", b"[]", b'{"models": 3}', b"\xff\xff", b"[" * 100_000):
        (paths.data / "library.json").write_bytes(data)
        assert not others(fresh(paths))
    library.link([str(good)])
    assert only(fresh(paths)).path == str(good)


def test_two_windows_lose_nothing(library: Library, paths: Paths, tmp_path: Path) -> None:
    files = [put(tmp_path / "elsewhere", f"{number}.gguf") for number in range(24)]
    windows = [threading.Thread(target=fresh(paths).link, args=([str(f) for f in files[n::4]],)) for n in range(4)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert len(others(library)) == 24


def test_a_window_that_is_stuck_with_the_lock_stops_nobody(
    library: Library, paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.catalog.notebook.LOCK_SECONDS", 0.05)
    lock = FleetingLock(paths.data / "library.lock")
    library.link([str(put(tmp_path / "elsewhere"))])
    lock.release()
    assert only(fresh(paths)).linked


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_folder_that_cannot_be_written(paths: Paths, tmp_path: Path) -> None:
    paths.data.mkdir(parents=True)
    paths.data.chmod(0o500)
    library = fresh(paths)
    library.link([str(put(tmp_path / "elsewhere"))])
    paths.data.chmod(0o700)
    assert only(library).linked
    assert not others(fresh(paths))


def test_what_cannot_be_written_holds_as_long_as_the_window(paths: Paths, tmp_path: Path) -> None:
    paths.data.parent.mkdir(parents=True, exist_ok=True)
    paths.data.write_bytes(b"a file where the folder should be")
    library = fresh(paths)
    path = put(tmp_path / "elsewhere")
    library.link([str(path)])
    library.inspected(only(library), found(path))
    assert (only(library).linked, only(library).fresh) == (True, True)
    paths.data.unlink()
    library.used(str(path))
    assert only(fresh(paths)).shape == SHAPE


def test_it_knows_whether_it_is_new(library: Library, paths: Paths, tmp_path: Path) -> None:
    assert library.is_new
    assert library.forget("nothing") == Known()
    library.link([str(put(tmp_path / "elsewhere"))])
    assert not fresh(paths).is_new


def test_empty_folders_go(paths: Paths) -> None:
    path = put(paths.models / "Qwen" / "Qwen3")
    other = put(paths.models / "Qwen" / "Else")
    path.unlink()
    remove_empty_folders(path, paths.models)
    assert not path.parent.exists()
    assert other.exists()
    other.unlink()
    remove_empty_folders(other, paths.models)
    assert paths.models.exists()
    assert not other.parent.parent.exists()
