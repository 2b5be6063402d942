"""Wraps the data key with another key: AES-256-GCM, and Argon2id for passphrases, both from ``cryptography``. No Qt."""

from __future__ import annotations

import secrets
import unicodedata

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.chat.keys.data_key import KEY_BYTES, DataKey

_NONCE_BYTES = 12
_SALT_BYTES = 16


class Wrapped(msgspec.Struct, frozen=True):
    """The data key, encrypted and signed."""

    nonce: bytes
    sealed: bytes


class Argon2Cost(msgspec.Struct, frozen=True):
    """How dear one try at a passphrase is; ``memory_kib`` in KiB. The default is RFC 9106's second choice."""

    iterations: int = 3
    lanes: int = 4
    memory_kib: int = 64 * 1024


_DEAREST = Argon2Cost(iterations=64, lanes=64, memory_kib=4 * 1024 * 1024)


class PassphraseWrap(msgspec.Struct, frozen=True):
    """The data key under a passphrase."""

    salt: bytes
    cost: Argon2Cost
    wrapped: Wrapped


def wrap(key: DataKey, wrapping_key: bytes, context: str) -> Wrapped:
    """Encrypt ``key`` with 32 bytes. ``context`` is signed with it: a wrap cannot pass for another one."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return Wrapped(nonce, AESGCM(wrapping_key).encrypt(nonce, key.secret, context.encode()))


def unwrap(wrapped: Wrapped, wrapping_key: bytes, context: str) -> DataKey | None:
    """Return the data key, or None when the wrapping key is another one or the wrap was changed."""
    try:
        return DataKey(AESGCM(wrapping_key).decrypt(wrapped.nonce, wrapped.sealed, context.encode()))
    except (InvalidTag, ValueError):  # ValueError: a nonce or key of an impossible length in a damaged header
        return None


def wrap_with_passphrase(key: DataKey, passphrase: str, context: str, cost: Argon2Cost) -> PassphraseWrap:
    """Encrypt ``key`` with a passphrase, which must not be empty (ValueError)."""
    if not passphrase:
        raise ValueError("an empty passphrase protects nothing")
    salt = secrets.token_bytes(_SALT_BYTES)
    return PassphraseWrap(salt, cost, wrap(key, _derive(passphrase, salt, cost), context))


def unwrap_with_passphrase(wrap_: PassphraseWrap, passphrase: str, context: str) -> DataKey | None:
    """Return the data key, or None for a wrong passphrase or a cost that no Parley would have written."""
    cost = wrap_.cost
    if cost.iterations > _DEAREST.iterations or cost.lanes > _DEAREST.lanes or cost.memory_kib > _DEAREST.memory_kib:
        return None
    try:
        wrapping_key = _derive(passphrase, wrap_.salt, cost)
    except ValueError:  # costs or salts too small for Argon2: a damaged header
        return None
    return unwrap(wrap_.wrapped, wrapping_key, context)


def key_from_recovery_secret(secret: bytes, context: str) -> bytes:
    """Stretch the recovery code's 144 bits to a wrapping key."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=context.encode()).derive(secret)


def _derive(passphrase: str, salt: bytes, cost: Argon2Cost) -> bytes:
    # NFC: the same passphrase typed on another keyboard or system is the same bytes.
    data = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    kdf = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return kdf.derive(data)
