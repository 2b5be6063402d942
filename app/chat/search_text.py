"""How text is compared when it is searched, how it is cut for the index, and where a hit is in it. No Qt.

"é" is found by "e", Arabic without its vowel signs, full and half width as one, digits of any script by any other.
Nothing is known of words: the index holds every one, two and three characters in a row, so that scripts which write
no spaces (Chinese, Japanese, Thai) are found like the others, from the first character on.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

FOLD_VERSION = 1
"""To be raised with every change of ``fold`` or ``grams``: the index is then made anew."""

_MARKS = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufeff]+"
)
"""Accents, vowel signs that Hebrew and Arabic are mostly written without, the Arabic stretch, what has no width.

Not the signs of Thai and the Indian scripts: without them the words are other words.
"""

_SAME = str.maketrans(
    dict.fromkeys([*range(0x20), 0x7F, *range(0x80, 0xA0), 0x1680, 0x2028, 0x2029, 0x3000], " ")
    | {0x649: "ي", 0x6CC: "ي", 0x6D2: "ي", 0x629: "ه", 0x6A9: "ك"}  # letters that keyboards and habits mix up
    | {0x131: "i", 0xF8: "o", 0x142: "l", 0x111: "d"}  # accents that Unicode does not take apart
    | {0x660 + digit: str(digit) for digit in range(10)}
    | {0x6F0 + digit: str(digit) for digit in range(10)}
)
"""One character for one, so that positions stay."""

_TO_REPLACE = re.compile("[" + "".join(re.escape(chr(code)) for code in _SAME) + "]")
"""``str.translate`` looks at every character of a text that is not ASCII, which takes longer than all the rest."""

_CHUNK, _LONG = 128, 32_768
_STARTS = re.compile("[\\x20-\\x7e\u0e01-\u0e2e\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]")
"""Characters that never join the one before them: text may be cut there."""

_WORDS_REMEMBERED, _PIECES_REMEMBERED = 20_000, 10_000
_LONGEST_REMEMBERED = 24


def fold(text: str) -> str:
    """Return the text as it is compared. Letters may become several characters or none."""
    if text.isascii():
        return text.lower().translate(_SAME)
    if len(text) > _LONG:  # one call of unicodedata on a whole book would hold every thread up
        return "".join(map(_fold_piece, _pieces(text, _LONG // 2)))
    return _fold_piece(text)


def _fold_piece(text: str) -> str:
    taken_apart = unicodedata.normalize("NFKD", text).casefold()
    return _TO_REPLACE.sub(_replacement, unicodedata.normalize("NFC", _MARKS.sub("", taken_apart)))


def _replacement(match: re.Match[str]) -> str:
    return str(_SAME[ord(match[0])])


def grams(folded: str) -> set[str]:
    """Return what the index holds of a folded text: its pieces of one, two and three characters, none with a space."""
    pieces: set[str] = set()
    for word in set(folded.split()):
        pieces.update(_word_grams(word) if len(word) <= _LONGEST_REMEMBERED else _cut(word))
    return pieces


def query_grams(term: str) -> list[str]:
    """Return the pieces that a text with this folded term must hold, at least."""
    if len(term) < 3:
        return [term]
    return list(dict.fromkeys(term[at : at + 3] for at in range(len(term) - 2)))


def _cut(word: str) -> set[str]:
    return {word[at : at + length] for length in (1, 2, 3) for at in range(len(word) - length + 1)}


@lru_cache(_WORDS_REMEMBERED)
def _word_grams(word: str) -> frozenset[str]:
    return frozenset(_cut(word))


# --- where a hit is


def original_place(text: str, folded: str, at: int) -> int:
    """Return where in ``text`` (near enough for a look at it) character ``at`` of ``folded``, its folded form, is."""
    if len(text) == len(folded):
        return at
    pieces = _pieces(text, _CHUNK)
    ends = list(accumulate(len(fold(piece)) for piece in pieces))
    number = min(bisect_right(ends, at), len(pieces) - 1)
    before = ends[number - 1] if number else 0
    _, positions = _with_positions(pieces[number])
    return sum(map(len, pieces[:number])) + positions[at - before]


def ranges(text: str, terms: list[re.Pattern[str]]) -> list[tuple[int, int]]:
    """Return all places of the folded terms in a short text, in order, apart; code points, end excluded."""
    folded, positions = _with_positions(text)
    found = sorted(
        (positions[match.start()], _end(positions, match.end(), len(text)))
        for term in terms
        for match in term.finditer(folded)
        if match.end() > match.start()
    )
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


def places(text: str, term: str) -> list[tuple[int, int]]:
    """Return each place of a folded term, as ``str.count`` counts them: code points, end excluded. They may touch."""
    folded, positions = _with_positions(text)
    found, at = [], folded.find(term)
    while term and at >= 0:
        found.append((positions[at], _end(positions, at + len(term), len(text))))
        at = folded.find(term, at + len(term))
    return found


def _end(positions: list[int], end: int, length: int) -> int:
    """Return where the last of the folded characters before ``end`` ends: a part of "½" lights all of it."""
    last = positions[end - 1]
    return next((place for place in positions[end:] if place > last), length)


def _pieces(text: str, length: int) -> list[str]:
    """Return the text cut into pieces of about this length, where they fold to the same as the whole."""
    starts = [0]
    while cut := _STARTS.search(text, starts[-1] + length):
        starts.append(cut.start())
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _with_positions(text: str) -> tuple[str, list[int]]:
    """Return the folded text, and for each of its characters (and its end) the place in ``text`` that it came from."""
    if all(map(_stays_one, set(text))):
        return fold(text), list(range(len(text) + 1))
    folded: list[str] = []
    positions: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and _joins(text[end]):
            continue
        piece = _fold_briefly(text[start:end])
        folded.append(piece)
        positions += [start] * len(piece)
        start = end
    return "".join(folded), [*positions, len(text)]


@lru_cache(_PIECES_REMEMBERED)
def _stays_one(character: str) -> bool:
    return len(fold(character)) == 1 and not _joins(character)


_fold_briefly = lru_cache(_PIECES_REMEMBERED)(fold)


@lru_cache(_PIECES_REMEMBERED)
def _joins(character: str) -> bool:
    """Whether it may melt into the character before it: signs, Korean vowels and finals, half-width voicing marks."""
    first = unicodedata.normalize("NFKD", character)[0]
    return unicodedata.category(first)[0] == "M" or "\u1160" <= first <= "\u11ff" or "\ud7b0" <= first <= "\ud7ff"
