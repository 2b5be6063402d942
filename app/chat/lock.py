"""One Parley at a time: a lock that the operating system drops when its holder dies, however it dies. No Qt.

A lock file, and not SQLite's own lock alone, because it also covers what happens around the database: making it,
copying it before a migration, wrapping its key. Two windows that start at once must not each make a key.
"""

from __future__ import annotations

import errno
import logging
import os
import sys
from pathlib import Path

from app.chat.errors import StoreError, StoreErrorCode, from_os_error

log = logging.getLogger(__name__)

_TAKEN = frozenset({errno.EAGAIN, errno.EACCES, getattr(errno, "EDEADLK", errno.EAGAIN)})

if sys.platform == "win32":
    import msvcrt

    def _claim(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _claim(descriptor: int) -> None:
        # flock, not lockf: POSIX record locks are lost when any descriptor of the file is closed.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """Held from construction to ``release``. Raises StoreError(LOCKED_BY_OTHER) at once if another holds it.

    The file stays behind: removing it would let two holders lock two files of the same name.
    """

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._descriptor: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise from_os_error(error, path) from error
        try:
            _claim(self._descriptor)
        except OSError as error:
            if error.errno in _TAKEN:
                self.release()
                raise StoreError(StoreErrorCode.LOCKED_BY_OTHER, path) from error
            # Some network file systems have no locks. SQLite's exclusive mode still guards the database.
            log.warning("no file lock on %s: %s", path, error)

    def release(self) -> None:
        """Let others in. May be called twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
