"""Lets fonts be found for unusual letters a few at a time, before a text with them is laid out.

The first letter of a script costs Qt some milliseconds for each font, size and weight: it asks the system for fonts
that have it and opens them. A text with dozens of scripts would hold the window up for a second. Where it would take
much longer, ``rare_letters`` knows the font.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from app.ui.chat.blocks.rare_letters import USUAL, families_for, find_families, font_named, rare_letters, runs_of
from app.ui.chat.blocks.text_look import HEADING_SIZES
from app.ui.theme import Theme

WIDE = range(0x3400, 0xD800)  # Han and Hangul: few fonts, and each has thousands of them
PIECE = 1000  # characters looked at in one go
# Unusual letters are "none of the usual ones": a set with a million letters takes Python 20 ms to prepare.
STYLED = re.compile("[*_$][\x00-\t\x0b-#%-)+-^`-\u02ff]*[^\x00-\u02ff]")
HEADED = re.compile("^[ >]*(#+|[|])[\x00-\t\x0b-\u02ff]*[^\x00-\u02ff]", re.MULTILINE)

MOST_FONTS = 12  # whose letters are remembered


Runs = dict[tuple[int, int], str]


class _Font:
    """Letters that were laid out; as long as this lives, Qt does not close the fonts that it found for them."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._named: dict[str, QFont] = {}  # by their families, for rare letters
        self._opened: set[str] = set()  # rare letters
        self._known: set[tuple[int, int]] = set()

    def advance(self, runs: Runs, rare: set[str], deadline: float) -> bool:
        """Lay out what is new, one run at least. True: all was known, or the time is not yet up."""
        return self._open(rare, deadline) and self._lay_out(runs, deadline)

    def _open(self, rare: set[str], deadline: float) -> bool:
        for letter, family in families_for(rare - self._opened, self._font).items():
            self._opened.add(letter)
            if family not in self._named:
                self._named[family] = font_named(family, self._font)
                _lay_out(letter, self._font)
                if time.perf_counter() > deadline:
                    return False
        return True

    def _lay_out(self, runs: Runs, deadline: float) -> bool:
        for key in [key for key in runs if key not in self._known]:  # a script's letters come before signs after them
            self._known.add(key)
            _lay_out(runs[key], self._font)
            if time.perf_counter() > deadline:
                return False  # even after the last one: what comes next has to wait for the next pass
        return True


_fonts: dict[str, _Font] = {}  # of the whole process, as Qt's own cache is


def have_fonts(text: str, fonts: list[QFont], deadline: float) -> bool:
    """Find fonts for a text's letters until ``deadline`` (``time.perf_counter``). True: all have one, go on at once."""
    rare = rare_letters(text)
    if rare and not find_families(deadline):
        return False
    runs = {} if text.isascii() else _runs(text, rare)
    return not (runs or rare) or all(_known(font).advance(runs, rare, deadline) for font in fonts)


def _known(font: QFont) -> _Font:
    name = font.key()
    if name not in _fonts:
        if len(_fonts) >= MOST_FONTS:
            del _fonts[next(iter(_fonts))]
        _fonts[name] = _Font(font)
    return _fonts[name]


class LetterReader:
    """Does so for an answer's source, which grows."""

    def __init__(self) -> None:
        self._done = 0  # characters
        self._fenced = False  # there is code, from here on at any place

    def advance(self, source: str, theme: Theme, deadline: float) -> bool:
        """Go on until ``deadline``, by one step at least. True: there is a font for all of it."""
        while self._done < len(source):
            start, end = _paragraph(source, self._done)
            piece = source[start:end]
            self._fenced = self._fenced or "```" in piece or "~~~" in piece
            if not piece.isascii() and not have_fonts(piece, list(self._fonts_of(piece, theme)), deadline):
                return False
            self._done = end
            if time.perf_counter() > deadline:
                return False
        return True

    def _fonts_of(self, source: str, theme: Theme) -> Iterator[QFont]:
        """Return the fonts that a piece of Markdown is likely to need for its unusual letters."""
        yield theme.reading_font()
        styled = STYLED.search(source) is not None
        headings = {len(found[1]) if found[1] != "|" else 0 for found in HEADED.finditer(source)}
        for level in headings & HEADING_SIZES.keys():
            yield theme.reading_font(theme.scaled(HEADING_SIZES[level]), bold=True)
        if headings - HEADING_SIZES.keys() or (styled and ("**" in source or "__" in source)):
            yield theme.reading_font(bold=True)
        if styled:
            italic = theme.reading_font()
            italic.setItalic(True)
            yield italic
        if self._fenced or "`" in source:
            yield theme.code_font()


def _paragraph(source: str, place: int) -> tuple[int, int]:
    """Return the part of the paragraph around a place that is looked at in one go: what is bold ends with it."""
    if source.isascii():
        return place, len(source)
    earliest, latest = max(0, place - PIECE), min(place + PIECE, len(source))
    above, below = source.rfind("\n\n", earliest, place + 1), source.find("\n\n", place, latest)
    return (above + 2 if above >= 0 else earliest), (below + 2 if below >= 0 else latest)


def _runs(text: str, rare: set[str]) -> Runs:
    """Return a run to be laid out for each usual letter, and for each sign after letters of each script.

    Qt looks a sign up among the fonts for the script that it follows.
    """
    runs: Runs = {}
    script = "a"
    for letter in text:
        code, own = ord(letter), letter.isalpha()
        if code >= USUAL and letter not in rare:
            key = 0 if own else _part(ord(script), 7), _part(code, 0)
            if key not in runs:
                runs[key] = (script if not own else "a") + letter
        if own:
            script = letter
    return runs


def _part(code: int, bits: int) -> int:
    return code >> 12 << 12 if code in WIDE else code >> bits << bits


def _lay_out(run: str, font: QFont) -> None:
    layout = QTextLayout(run, font)
    layout.setFormats(list(_formats(run, font)))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()


def _formats(run: str, font: QFont) -> Iterator[QTextLayout.FormatRange]:
    """Return the formats of letters whose font is named."""
    start = 0
    for text, family in runs_of(run, font):
        part = QTextLayout.FormatRange()
        part.start, part.length = start, len(text.encode("utf-16-le", "surrogatepass")) // 2
        start += part.length
        if family is not None:
            part.format = QTextCharFormat()
            part.format.setFont(font_named(family, font))
            yield part
