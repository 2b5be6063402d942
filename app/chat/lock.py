"""One Parley at a time. No Qt.

A lock file, and not SQLite's own lock alone, because it also covers what happens around the database: making it,
copying it before a migration, wrapping its key. Two windows that start at once must not each make a key.
"""

from __future__ import annotations

from pathlib import Path

from app.chat.errors import StoreError, StoreErrorCode, from_os_error
from app.system.file_lock import FileLock, LockTakenError


def lock_store(path: Path) -> FileLock:
    """Return the lock, held. Raises StoreError: LOCKED_BY_OTHER at once if another holds it.

    On a file system without locks nothing is held; SQLite's exclusive mode still guards the database.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(path)
    except LockTakenError as error:
        raise StoreError(StoreErrorCode.LOCKED_BY_OTHER, path) from error
    except OSError as error:
        raise from_os_error(error, path) from error
