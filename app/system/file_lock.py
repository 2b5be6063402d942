"""A lock file that the operating system lets go of when its holder dies, however it dies. No Qt."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sys
from pathlib import Path

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


class LockTakenError(Exception):
    """Another process, or another lock of this one, holds it."""


class FileLock:
    """Held from construction to ``release``; the file stays behind.

    Raises LockTakenError at once when another holds it, OSError where the file cannot be made. A file system without
    locks (some network ones) gives none: then two holders are possible.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor: int | None = _open_and_claim(path)

    def release(self) -> None:
        """Let others in. May be called twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


class FleetingLock:
    """A ``FileLock`` that takes the file away again when it is released."""

    def __init__(self, path: Path) -> None:
        self._path = path
        descriptor = _open_and_claim(path)
        while not _same_file(descriptor, path):
            # The holder before us took the file away between our opening and locking it.
            os.close(descriptor)
            descriptor = _open_and_claim(path)
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let others in. May be called twice."""
        if self._descriptor is None:
            return
        with contextlib.suppress(OSError):  # Windows refuses while it is open, and again while another has it open
            self._path.unlink()
        os.close(self._descriptor)
        self._descriptor = None
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self._path.unlink()


def _open_and_claim(path: Path) -> int:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _claim(descriptor)
    except OSError as error:
        if error.errno in _TAKEN:
            os.close(descriptor)
            raise LockTakenError(str(path)) from error
        log.warning("no file lock on %s: %s", path, error)
    return descriptor


def _same_file(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
