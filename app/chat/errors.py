"""What the world can do to the conversations, as codes that the session puts into sentences. No Qt.

Two families: ``StoreError`` is the world's (a full disk, a second window, a damaged file) and is shown with advice.
Anything else that leaves the store is a mistake of ours and is left to propagate with its traceback.
"""

from __future__ import annotations

import errno
from enum import StrEnum
from pathlib import Path


class StoreErrorCode(StrEnum):
    """Why the conversations or their keys cannot be read or written."""

    WRONG_KEY = "wrong_key"  # the file is well, but this key belongs to another one
    DAMAGED = "damaged"
    MISSING = "missing"  # there were conversations here, and their file is gone (or its disk is not mounted)
    EXISTS = "exists"  # asked to make a new one where there is one already
    NEWER_VERSION = "newer_version"  # written by a newer Parley
    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    LOCKED_BY_OTHER = "locked_by_other"  # another Parley has it open
    KEYRING = "keyring"  # `detail` is the KeyringState
    IO = "io"


class StoreError(Exception):
    """``code`` says what happened; ``detail`` is a fact for the log (SQLite's code, errno), never a sentence."""

    def __init__(self, code: StoreErrorCode, path: Path | None = None, detail: str = "") -> None:
        super().__init__(f"{code.value}: {path or ''} {detail}".rstrip())
        self.code = code
        self.path = path
        self.detail = detail


_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})
_REFUSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def from_os_error(error: OSError, path: Path) -> StoreError:
    """Put the operating system's refusal into our words, by its number."""
    name = errno.errorcode.get(error.errno or 0, "unknown")
    if error.errno in _FULL:
        return StoreError(StoreErrorCode.DISK_FULL, path, name)
    if error.errno in _REFUSED:
        return StoreError(StoreErrorCode.READ_ONLY, path, name)
    return StoreError(StoreErrorCode.IO, path, name)
