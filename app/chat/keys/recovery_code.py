"""The recovery code: 144 random bits that a person can write down and type again. No Qt.

Eight groups of four characters in Crockford's base 32 (no I, L, O, U): 18 random bytes and two of checksum, so that
a slip of the pen is told from a code of another profile: a CRC finds every wrong or swapped neighbouring letter, which
a cut hash would not promise. With 144 bits no slow derivation is needed.
"""

from __future__ import annotations

import binascii
import secrets
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_BYTES = 18
CHECK_BYTES = 2
LENGTH = (SECRET_BYTES + CHECK_BYTES) * 8 // 5
_GROUP = 4
_LOOKALIKES = str.maketrans("OIL", "011")


def new_secret() -> bytes:
    """Return the secret of a fresh code."""
    return secrets.token_bytes(SECRET_BYTES)


def format_code(secret: bytes) -> str:
    """Return the code as it is shown: ``XXXX-XXXX-…``, 32 characters in eight groups."""
    number = int.from_bytes(secret + _checksum(secret), "big")
    digits = [ALPHABET[number >> shift & 31] for shift in range(5 * (LENGTH - 1), -1, -5)]
    text = "".join(digits)
    return "-".join(text[at : at + _GROUP] for at in range(0, LENGTH, _GROUP))


def parse_code(typed: str) -> bytes | None:
    """Return the secret, or None when the code is mistyped.

    Lower case, spaces, any dashes, full-width letters, O for 0 and I or L for 1 are all understood.
    """
    text = unicodedata.normalize("NFKC", typed).upper()
    text = "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in {"Pd", "Cf", "Cc"})
    text = text.translate(_LOOKALIKES)
    if len(text) != LENGTH or any(c not in ALPHABET for c in text):
        return None
    number = 0
    for character in text:
        number = number << 5 | ALPHABET.index(character)
    data = number.to_bytes(SECRET_BYTES + CHECK_BYTES, "big")
    secret, check = data[:SECRET_BYTES], data[SECRET_BYTES:]
    return secret if check == _checksum(secret) else None


def _checksum(secret: bytes) -> bytes:
    return binascii.crc_hqx(secret, 0xFFFF).to_bytes(CHECK_BYTES, "big")
