"""The key file: the data key, wrapped in up to three ways. It holds nothing that opens anything by itself. No Qt.

Two copies: losing this file is losing every conversation, and it is a few hundred bytes.
"""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path

import msgspec

from app.chat.errors import StoreError, StoreErrorCode, from_os_error
from app.chat.keys.wrapping import PassphraseWrap, Wrapped
from app.system.files import atomic_write

log = logging.getLogger(__name__)

HEADER_VERSION = 1


class KeyringWrap(msgspec.Struct, frozen=True):
    """The data key under a key that the system's keyring keeps. ``backend`` is where that was."""

    backend: str
    wrapped: Wrapped


class KeyHeader(msgspec.Struct, frozen=True, kw_only=True):
    """The content of the key file. ``vault_id`` names our entry in the keyring."""

    vault_id: str
    version: int = HEADER_VERSION
    keyring: KeyringWrap | None = None
    passphrase: PassphraseWrap | None = None
    recovery: Wrapped | None = None
    recovery_confirmed: bool = False  # the person said that the code is written down


class _VersionOnly(msgspec.Struct, frozen=True):
    version: int


class HeaderFile:
    """Reads and writes both copies in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._copies = (folder / "keys.json", folder / "keys.copy.json")

    def exists(self) -> bool:
        """Whether either copy is there, readable or not."""
        return any(path.exists() for path in self._copies)

    def read(self) -> KeyHeader | None:
        """Return the first readable copy, None if there is none. Raises StoreError(NEWER_VERSION), (IO)."""
        for path in self._copies:
            header = _read(path)
            if header is not None:
                return header
        return None

    def write(self, header: KeyHeader) -> None:
        """Write both copies, each atomically. Raises StoreError; then the old content still opens everything."""
        data = msgspec.json.format(msgspec.json.encode(header))
        main, copy = self._copies
        try:
            atomic_write(main, data)
        except OSError as error:
            raise from_os_error(error, main) from error
        try:
            atomic_write(copy, data)
        except OSError as error:  # an old copy opens the same conversations: their key never changes
            log.warning("no second copy of the key file: %s", error)

    def set_aside(self) -> None:
        """Rename both copies, on a person's wish to begin anew. Raises StoreError."""
        mark = f".aside-{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}-{os.urandom(2).hex()}"
        for path in self._copies:
            try:
                if path.exists():
                    path.rename(path.with_name(path.name + mark))
            except OSError as error:
                raise from_os_error(error, path) from error


def _read(path: Path) -> KeyHeader | None:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise from_os_error(error, path) from error
    try:
        if msgspec.json.decode(data, type=_VersionOnly).version > HEADER_VERSION:
            raise StoreError(StoreErrorCode.NEWER_VERSION, path)
        return msgspec.json.decode(data, type=KeyHeader)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        log.warning("key file unreadable: %s", error)
        return None
