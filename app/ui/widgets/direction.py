"""Which side a text starts on."""

from __future__ import annotations

import unicodedata


def starts_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction reads from right to left (the Unicode rules P2 and P3)."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False
