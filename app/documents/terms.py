"""Text -> the terms that it is searched by, in every script.

Words where words are separated. Scripts without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan) give
overlapping pairs of letters, as search engines do it. Accents and vowel marks are left out, Arabic letters with more
than one form become one, and Latin words lose the commonest endings of a plural.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
PIECES = re.compile(f"[{UNSPACED}]+|[^\\W{UNSPACED}]+")
UNSPACED_RUN = re.compile(f"[{UNSPACED}]")
ARABIC = str.maketrans("أإآٱىئؤةکی", "ااااييوهكي", "ـ")
LONG_WORD = 40  # longer ones are data, not words


def terms(text: str) -> Iterator[str]:
    """Yield the terms of a text in their order."""
    for piece in PIECES.findall(_folded(text)):
        if UNSPACED_RUN.match(piece):
            yield from (piece[i : i + 2] for i in range(max(1, len(piece) - 1)))
        else:
            yield _stem(piece[:LONG_WORD])


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold()).translate(ARABIC)
    # Thai and its relatives keep their vowel signs: without them different words become one.
    return "".join(c for c in parts if unicodedata.category(c) != "Mn" or "\u0e00" <= c <= "\u17ff")


def _stem(word: str) -> str:
    if not word.isascii() or len(word) < 4:
        return word
    if word.endswith("'s"):
        return word[:-2]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
