"""A file is the old one or the new one, never half of either."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.system.files import atomic_write


def test_writes_with_the_asked_mode_and_makes_folders(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "file"
    atomic_write(file, b"one")
    atomic_write(file, b"two")
    assert file.read_bytes() == b"two"
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["file"]


@pytest.mark.parametrize("call", ["fsync", "fdopen"])
def test_a_refused_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    file = tmp_path / "file"
    atomic_write(file, b"old")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(OSError, match="No space"):
        atomic_write(file, b"new")
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
