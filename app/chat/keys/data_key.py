"""The 256-bit key that encrypts the conversations. No Qt."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class DataKey:
    """Its repr hides it, so that no log or traceback shows it. Raises ValueError when not 32 bytes."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise ValueError(f"a data key has {KEY_BYTES} bytes")

    @classmethod
    def random(cls) -> DataKey:
        """Return a fresh key from the operating system's generator."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def sqlcipher_literal(self) -> str:
        """Return the raw key as SQLCipher reads it; no passphrase derivation is done for one."""
        return f"x'{self.secret.hex()}'"

    def check_value(self) -> str:
        """Return a value that tells whether a key is this one, and nothing else about it."""
        return hmac.new(self.secret, b"parley key check 1", hashlib.sha256).hexdigest()

    def derive(self, purpose: str) -> bytes:
        """Return a key for something else, from which this one cannot be found out."""
        return hmac.digest(self.secret, b"parley derived key 1 " + purpose.encode(), "sha256")
