"""Deletes what Parley keeps. No Qt."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from app.system.paths import Paths


def erase(paths: Paths, *, models: bool) -> list[Path]:
    """Delete all that lies in Parley's folders; return what could not be deleted.

    Without ``models`` the folder with downloaded ones stays. A link is removed, never what it points to.
    """
    kept = None if models else paths.models
    folders = (paths.cache, paths.logs, paths.config, paths.data)
    return [path for folder in folders for path in _erase_folder(folder, kept)]


def _erase_folder(folder: Path, kept: Path | None) -> Iterator[Path]:
    """Yield what stays although it should not."""
    if not folder.is_dir():
        return
    inside = list(folder.iterdir())
    for path in inside:
        if path != kept:
            yield from _remove(path)
    if kept not in inside:
        yield from _remove(folder)


def _remove(path: Path) -> Iterator[Path]:
    failed: list[Path] = []
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, onerror=lambda _function, name, _error: failed.append(Path(name)))
        yield from failed
        return
    try:
        path.unlink(missing_ok=True)
    except OSError:
        yield path
