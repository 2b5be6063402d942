"""How many tokens a text has, roughly, for as long as no model can be asked."""

from __future__ import annotations

LETTERS_PER_TOKEN = 3.6  # of Western text, with Qwen3's vocabulary; fewer for code
WIDE_PER_TOKEN = 1.5  # Chinese and Japanese


def estimate_tokens(text: str) -> int:
    """Return a guess that is rather too high than too low."""
    plain = len(text.encode("ascii", "ignore"))
    rest = len(text) - plain
    return round(plain / LETTERS_PER_TOKEN + rest / WIDE_PER_TOKEN) + 1
