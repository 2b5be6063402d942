"""Files that are either the old ones or the new ones, never halves. No Qt."""

from __future__ import annotations

import os
from pathlib import Path


def atomic_write(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Write ``data`` to ``path`` so that a crash leaves the old content or the new. Raises OSError."""
    import tempfile  # noqa: PLC0415 - 600 KB that the engine worker needs once per machine

    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        take_place(temporary, path, mode)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def take_place(temporary: Path, path: Path, mode: int) -> None:
    """Let a file that is written and synced be ``path``, and that last. Raises OSError."""
    temporary.chmod(mode)
    temporary.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` durable; Windows has no such call and needs none. Raises OSError."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
