"""The system's trash, in a folder of the test."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.session.models.trash import TrashError, move_to_trash, put_back


@pytest.fixture(autouse=True)
def trash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "xdg").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    monkeypatch.setattr("app.session.models.trash.PAUSE_SECONDS", 0.0)


def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "models" / name for name in ("a.gguf", "b.gguf")]
    for path in made:
        path.parent.mkdir(exist_ok=True)
        path.write_text(path.name)
    return made


def test_there_and_back(tmp_path: Path) -> None:
    made = files(tmp_path)
    moved = move_to_trash(made)
    assert not any(path.exists() for path in made)
    assert [item.now.read_text() for item in moved if item.now] == ["a.gguf", "b.gguf"]
    made[0].parent.rmdir()
    put_back(moved)
    assert [path.read_text() for path in made] == ["a.gguf", "b.gguf"]
    assert not [path for path in (tmp_path / "xdg").rglob("*") if path.is_file()]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no file that nobody can move")
def test_all_or_none(tmp_path: Path) -> None:
    made = files(tmp_path)
    with pytest.raises(TrashError, match="status"):
        move_to_trash([*made, Path("/proc/self/status")])
    assert [path.read_text() for path in made] == ["a.gguf", "b.gguf"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    made = files(tmp_path)
    moved = move_to_trash(made)
    made[0].write_text("new")
    with pytest.raises(FileExistsError):
        put_back(moved)
    assert made[0].read_text() == "new"
