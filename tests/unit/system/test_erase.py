from __future__ import annotations

from pathlib import Path

import pytest

from app.system.erase import erase
from app.system.paths import Paths


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Folders with something in each."""
    made = Paths(tmp_path / "data", tmp_path / "config", tmp_path / "cache", tmp_path / "logs")
    for path in (made.conversations_file, made.data / "backups" / "a.db", made.models / "m.gguf", made.settings_file):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    for folder in (made.cache / "conversations", made.logs):
        folder.mkdir(parents=True)
        (folder / "file").write_bytes(b"x")
    return made


def test_everything_goes_but_the_models(paths: Paths) -> None:
    assert erase(paths, models=False) == []
    assert [path.name for path in paths.data.parent.rglob("*") if path.is_file()] == ["m.gguf"]
    assert not any(folder.exists() for folder in (paths.config, paths.cache, paths.logs))


def test_the_models_go_too_when_asked(paths: Paths) -> None:
    assert erase(paths, models=True) == []
    assert list(paths.data.parent.iterdir()) == []


def test_a_link_is_not_followed(paths: Paths, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_bytes(b"x")
    (paths.cache / "link").symlink_to(elsewhere)
    (paths.logs / "file-link").symlink_to(elsewhere / "mine.txt")
    assert erase(paths, models=True) == []
    assert (elsewhere / "mine.txt").exists()


def test_nothing_there_is_nothing_to_do(tmp_path: Path) -> None:
    gone = tmp_path / "never"
    assert erase(Paths(gone, gone, gone, gone), models=True) == []
