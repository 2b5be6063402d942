"""Names the font for letters that few fonts have, so that Qt need not look for one.

Qt asks the system for each family that there is, again for every font, size, weight and script: 25 ms where 240
families are installed, 200 ms for a script that needs a font made for it. Here the tables of all families are read
once, in steps and only when such a letter comes, and text with it gets its font by name. What no font has is not
looked for.
"""

from __future__ import annotations

import time
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from operator import itemgetter

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont, QTextCharFormat, QTextCursor

from app.ui.chat.blocks.font_table import Range, letters_in

USUAL = 0x300  # letters below it are in every font
KNOWN = 0x3000  # below it a letter that Unicode does not know is rare as well
SCRIPTS: tuple[Range, ...] = (
    (0x700, 0x74F),  # Syriac
    (0x780, 0x89F),  # Thaana, N'Ko, Samaritan, Mandaic
    (0x13A0, 0x177F),  # Cherokee, Canadian syllables, Ogham, Runic, the Philippines
    (0x1800, 0x1AAF),  # Mongolian, Limbu, Tai Le, Buginese, Tai Tham
    (0x1B00, 0x1C7F),  # Balinese, Sundanese, Batak, Lepcha, Ol Chiki
    (0x2C00, 0x2C5F),  # Glagolitic
    (0x2C80, 0x2CFF),  # Coptic
    (0x2D30, 0x2D7F),  # Tifinagh
    (0xA000, 0xA63F),  # Yi, Lisu, Vai
    (0xA6A0, 0xA6FF),  # Bamum
    (0xA800, 0xA8DF),  # Syloti Nagri, Phags-pa, Saurashtra
    (0xA900, 0xA95F),  # Kayah Li, Rejang
    (0xA980, 0xA9DF),  # Javanese
    (0xAA00, 0xAA5F),  # Cham
    (0xAA80, 0xAAFF),  # Tai Viet, Meetei Mayek
    (0xABC0, 0xABFF),
    (0x10000, 0x1D3FF),  # scripts of old, and the signs of music
    (0x1D800, 0x1EDFF),
    (0x1EF00, 0x1EFFF),
    (0x1FB00, 0x1FFFF),
)
NOBODYS: tuple[Range, ...] = (  # rare as well, and no font is looked for
    (0xE000, 0xF8FF),  # private use
    (0x2FA20, 0x2FFFF),
    (0x33480, 0xDFFFF),
    (0xF0000, 0x10FFFF),  # private use
)
EMOJI = 0x1F000  # from here on; Qt has a font for them in every script
JOINERS = "\u200c\u200d"  # they belong to the letter before them
BLOCK = 7  # bits: letters are looked up by the block that they lie in


class _Families:
    """What the installed families have of the rare letters."""

    def __init__(self) -> None:
        # The last one is read first: families without serifs suit the text best, longer names are those of variants.
        self._unread = sorted(QFontDatabase.families(), key=lambda name: ("Sans" in name, -len(name)))
        self._blocks: dict[int, list[tuple[int, int, str]]] = {}

    @property
    def complete(self) -> bool:
        return not self._unread

    def advance(self, deadline: float) -> bool:
        """Read families until ``deadline``, one at least. True: all are read, and the time is not yet up."""
        while self._unread:
            self._read(self._unread.pop())
            if time.perf_counter() > deadline:
                return False
        return True

    def having(self, letter: str) -> list[str]:
        code = ord(letter)
        return [name for first, last, name in self._blocks.get(code >> BLOCK, ()) if first <= code <= last]

    def _read(self, name: str) -> None:
        table = QRawFont.fromFont(_only(QFont(name))).fontTable("cmap")
        for first, last in letters_in(bytes(table.data()), _rare_ranges()):
            for block in range(first >> BLOCK, (last >> BLOCK) + 1):
                self._blocks.setdefault(block, []).append((first, last, name))


@cache
def _families() -> _Families:
    return _Families()  # of the whole process, as Qt's own are


def rare_letters(text: str) -> set[str]:
    """Return those of a text's letters for which Qt would look long."""
    if text.isascii():
        return set()
    return {one for one in set(text) if bisect_right(_edges(), ord(one)) % 2 == 1}


def find_families(deadline: float) -> bool:
    """Find out which fonts have rare letters until ``deadline`` (``time.perf_counter``). True: done, go on at once."""
    return _families().complete or _families().advance(deadline)


def families_for(letters: Iterable[str], font: QFont) -> dict[str, str]:
    """Return the family that has each rare letter; "" for the one of ``font`` itself, also if no family has it."""
    own = QFontInfo(font).family()
    found = {one: _families().having(one) for one in letters}
    return {one: "" if not names or own in names else names[0] for one, names in found.items()}


def font_named(family: str, font: QFont) -> QFont:
    """Return a font like ``font`` that has letters of this family only, or of its own where that is ""."""
    named = _only(font)
    if family:
        named.setFamilies([family])
    return named


def runs_of(text: str, font: QFont) -> list[tuple[str, str | None]]:
    """Cut a text into runs with the family of each: None where Qt finds it, which is everywhere until all are known."""
    rare = rare_letters(text) if _families_known() else set[str]()
    if not rare:
        return [(text, None)]
    families = _families_in(text, families_for(rare, font), font)
    return [
        ("".join(one for one, _ in run), family)
        for family, run in groupby(zip(text, families, strict=True), itemgetter(1))
    ]


def insert_text(cursor: QTextCursor, text: str, look: QTextCharFormat) -> None:
    """Put text into a document, each of its letters with a font that has it."""
    for run, family in runs_of(text, look.font()):
        cursor.insertText(run, look if family is None else _named(look, family))


def width_of(text: str, font: QFont) -> float:
    """Return how wide a line of text is, in pixels."""
    return sum(
        QFontMetricsF(font if family is None else font_named(family, font)).horizontalAdvance(run)
        for run, family in runs_of(text, font)
    )


def _families_known() -> bool:
    return _families.cache_info().currsize > 0 and _families().complete


def _named(look: QTextCharFormat, family: str) -> QTextCharFormat:
    named = QTextCharFormat(look)
    named.setFont(font_named(family, look.font()))
    return named


def _families_in(text: str, rare: Mapping[str, str], font: QFont) -> Iterator[str | None]:
    """Return the family of each letter.

    Qt counts signs as the script that they stand beside, and would look for a font for them as well.
    """
    own = QRawFont.fromFont(_only(font))
    beside = next((one in rare for one in text if one.isalpha()), False)
    family = "" if beside else None
    for one in text:
        if one.isalpha():
            beside = one in rare
        if one in rare:
            family = rare[one]
        elif one not in JOINERS and not (one == " " and family and _has_space(family)):
            known = ord(one) < USUAL or (ord(one) < EMOJI and own.supportsCharacter(ord(one)))
            family = "" if beside and known else None
        yield family


@cache
def _has_space(family: str) -> bool:
    return QRawFont.fromFont(_only(QFont(family))).supportsCharacter(ord(" "))


def _only(font: QFont) -> QFont:
    """Return this font without the letters of others."""
    only = QFont(font)
    only.setStyleStrategy(font.styleStrategy() | QFont.StyleStrategy.NoFontMerging)
    return only


@cache
def _edges() -> list[int]:
    """Return where rare letters begin and where they end, in turn."""
    return [edge for first, last in sorted((*_rare_ranges(), *NOBODYS)) for edge in (first, last + 1)]


@cache
def _rare_ranges() -> list[Range]:
    rare = {code for first, last in SCRIPTS if first < KNOWN for code in range(first, last + 1)}
    rare |= {code for code in range(USUAL, KNOWN) if unicodedata.category(chr(code)) == "Cn"}
    starts = sorted(code for code in rare if code - 1 not in rare)
    ends = sorted(code for code in rare if code + 1 not in rare)
    return [*zip(starts, ends, strict=True), *(one for one in SCRIPTS if one[0] >= KNOWN)]
