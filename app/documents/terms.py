"""Text -> the terms that it is searched by, in every script.

Words where words are separated. Scripts without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan) give
overlapping pairs of letters, as search engines do it. Accents and vowel marks are left out, Arabic letters with more
than one form become one, and Latin words lose the commonest endings of a plural.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
# Signs of Indian scripts are no letters to Python, and yet parts of words.
PIECES = re.compile(f"[{UNSPACED}]+|(?:[^\\W{UNSPACED}]|[\u0900-\u0963\u0966-\u0dff])+")
UNSPACED_RUN = re.compile(f"[{UNSPACED}]")
ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u093c\u09bc\u0a3c\u0abc\u0b3c]+"
)
ARABIC = str.maketrans("أإآٱىئؤةکی", "ااااييوهكي")
LONG_WORD = 40  # longer ones are data, not words


def terms(text: str) -> Iterator[str]:
    """Yield the terms of a text in their order."""
    for piece in PIECES.findall(_folded(text)):
        if UNSPACED_RUN.match(piece):
            yield from map("".join, pairwise(piece)) if len(piece) > 1 else (piece,)
        else:
            yield _stem(piece[:LONG_WORD])


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    return ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold())).translate(ARABIC)


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
