"""Files of what contexts held: encrypted, authenticated, and gone when there are too many. No llama.cpp.

llama.cpp believes every byte of a state that it is given, so that a damaged or forged one could do anything. Only what
was written with this person's key comes back out of here; whatever else lies in the folder is removed.

A file: MAGIC, 16 bytes of salt, then blocks of AES-GCM, each with its length before it. Every file has a key of its own
(HMAC of the salt with the person's), and every block the number of its place as nonce, so that blocks can be neither
moved nor left out; the head says how many bytes follow it.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import struct
import sys
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"parley kept 1\n"
SUFFIX, UNFINISHED = ".kept", ".unfinished"
BLOCK = 4 << 20
MAX_HEAD = 64 << 20
"""Bytes: four of them are a token."""

_LENGTH = struct.Struct("<Q")
_NUMBER = struct.Struct("<4xQ")


class Head(msgspec.Struct, frozen=True):
    """What is known of a state without reading it."""

    identity: str  # of the model and the way it is loaded
    tokens: bytes  # as ``array("i")`` has them
    state_bytes: int
    seconds_per_token: float  # what reading them took

    @property
    def ids(self) -> array[int]:
        """The tokens."""
        ids: array[int] = array("i")
        ids.frombytes(self.tokens)
        return ids


class _BadFileError(Exception):
    """Not ours, or not whole."""


class Kept(msgspec.Struct, frozen=True):
    """One file and its head."""

    path: Path
    head: Head


class KeptFiles:
    """The files of one person. One that cannot be read or written is as good as none: nothing here raises OSError."""

    def __init__(self, folder: Path, key: bytes, max_bytes: int) -> None:
        self._folder, self._key, self._max_bytes = folder, key, max_bytes

    @staticmethod
    def head(identity: str, tokens: array[int], state_bytes: int, seconds_per_token: float) -> Head:
        """Return the head of a file to be written."""
        return Head(identity, tokens.tobytes(), state_bytes, seconds_per_token)

    def find(self, conversation: str, identity: str) -> Kept | None:
        """Return what is kept of a conversation for this model, or None."""
        path = self._path(conversation, identity)
        try:
            with path.open("rb") as file:
                _, head = self._open(file)
        except OSError:
            return None
        except (_BadFileError, msgspec.DecodeError, ValueError) as error:
            self._remove(path, str(error))
            return None
        if head.identity != identity:
            self._remove(path, "of another model")
            return None
        return Kept(path, head)

    def read(self, kept: Kept, go_on: Callable[[], bool]) -> bytearray | None:
        """Return the state, every byte of it checked; None when it was not whole or nobody waits for it any more."""
        state = bytearray(kept.head.state_bytes)
        try:
            with kept.path.open("rb") as file:
                cipher, head = self._open(file)
                if head != kept.head:
                    return None  # exchanged since it was found: a state of other tokens
                done = 0
                while done < len(state):
                    if not go_on():
                        return None
                    block = _unsealed(file, cipher, 1 + done // BLOCK, BLOCK)
                    state[done : done + len(block)] = block
                    done += len(block)
            os.utime(kept.path)  # the longest unused ones go first
        except OSError as error:
            sys.stderr.write(f"not read from disk: {error}\n")
            return None
        except (_BadFileError, msgspec.DecodeError, ValueError) as error:
            self._remove(kept.path, str(error))
            return None
        return state if len(state) == kept.head.state_bytes else None

    def write(self, conversation: str, head: Head, state: bytearray, go_on: Callable[[], bool]) -> bool:
        """Keep a state in place of the conversation's last one. False: interrupted, too large, or no room."""
        path = self._path(conversation, head.identity)
        new = path.with_suffix(UNFINISHED)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if not self._make_room(len(state) + len(head.tokens), path):
                return False
            if self._write(new, head, state, go_on):
                new.replace(path)
                return True
        except OSError as error:
            sys.stderr.write(f"not kept on disk: {error}\n")
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        return False

    def forget(self, conversation: str) -> None:
        """Remove what is kept of a conversation, or of all."""
        pattern = f"{self._digest(conversation)}-*" if conversation else f"*{SUFFIX}"
        with contextlib.suppress(OSError):
            for path in self._folder.glob(pattern):
                path.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Remove what is not ours, what was not finished, and what is too much."""
        for path in self._listed():
            try:
                with path.open("rb") as file:
                    self._open(file)
            except OSError:
                continue
            except (_BadFileError, msgspec.DecodeError, ValueError) as error:
                self._remove(path, str(error))
        with contextlib.suppress(OSError):
            for path in self._folder.glob(f"*{UNFINISHED}"):
                path.unlink(missing_ok=True)
            self._make_room(0)

    # --- inside ---

    def _open(self, file: BinaryIO) -> tuple[AESGCM, Head]:
        if file.read(len(MAGIC)) != MAGIC:
            raise _BadFileError("another format")
        cipher = self._cipher(file.read(16))
        head = msgspec.msgpack.decode(_unsealed(file, cipher, 0, MAX_HEAD), type=Head)
        blocks = -(-head.state_bytes // BLOCK)
        rest = os.fstat(file.fileno()).st_size - file.tell()
        if rest != head.state_bytes + blocks * (_LENGTH.size + 16):
            raise _BadFileError("cut off")
        return cipher, head

    def _write(self, path: Path, head: Head, state: bytearray, go_on: Callable[[], bool]) -> bool:
        salt = os.urandom(16)
        cipher = self._cipher(salt)
        view = memoryview(state)
        with path.open("wb") as file:
            file.write(MAGIC + salt + _sealed(cipher, 0, memoryview(msgspec.msgpack.encode(head))))
            for number, start in enumerate(range(0, len(state), BLOCK), start=1):
                if not go_on():
                    return False
                file.write(_sealed(cipher, number, view[start : start + BLOCK]))
        return True

    def _cipher(self, salt: bytes) -> AESGCM:
        # Not imported with the module: 10 MB that a worker needs only once something is worth keeping.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        own = hmac.digest(self._key, b"parley kept file\x01" + salt, "sha256")
        return AESGCM(own)

    def _path(self, conversation: str, identity: str) -> Path:
        model = hashlib.sha256(identity.encode()).hexdigest()[:16]
        return self._folder / f"{self._digest(conversation)}-{model}{SUFFIX}"

    def _digest(self, conversation: str) -> str:
        return hmac.digest(self._key, b"parley kept name " + conversation.encode(), "sha256").hex()[:32]

    def _listed(self) -> list[Path]:
        """Return the files, the longest unused first."""
        with contextlib.suppress(OSError):
            return sorted(self._folder.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime)
        return []

    def _make_room(self, wanted: int, replaced: Path | None = None) -> bool:
        """Remove the longest unused files until ``wanted`` bytes are allowed; False when they never will be."""
        if wanted > self._max_bytes:
            return False
        others = [path for path in self._listed() if path != replaced]
        total = sum(path.stat().st_size for path in others) + wanted
        for path in others:
            if total <= self._max_bytes:
                break
            total -= path.stat().st_size
            path.unlink(missing_ok=True)
        return True

    def _remove(self, path: Path, why: str) -> None:
        sys.stderr.write(f"removed {path.name}: {why}\n")
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _sealed(cipher: AESGCM, number: int, data: memoryview) -> bytes:
    block = cipher.encrypt(_NUMBER.pack(number), data, None)
    return _LENGTH.pack(len(block)) + block


def _unsealed(file: BinaryIO, cipher: AESGCM, number: int, most: int) -> bytes:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415

    prefix = file.read(_LENGTH.size)
    length = _LENGTH.unpack(prefix)[0] if len(prefix) == _LENGTH.size else most + 17
    block = file.read(length) if length <= most + 16 else b""
    if len(block) != length:
        raise _BadFileError("cut off")
    try:
        return cipher.decrypt(_NUMBER.pack(number), block, None)
    except InvalidTag as error:
        raise _BadFileError("damaged, or not ours") from error
