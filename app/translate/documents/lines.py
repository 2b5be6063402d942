"""Lines of a text with their places, and paragraphs that were wrapped. No Qt."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

import msgspec

from app.translate.documents.places import Place, Show

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_TOUCHING = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]")
_BEGINS_A_BLOCK = re.compile(r"[-+*#>|=~`:]|\d+[.)]")
MIN_WIDTH = 40


class Line(msgspec.Struct, frozen=True):
    """One line without its end: ``whole[start:start + len(text)] == text``."""

    text: str
    start: int
    number: int  # from 1

    @property
    def where(self) -> str:
        """What a person reads."""
        return str(self.number)


def lines_of(text: str) -> Iterator[Line]:
    """Yield all lines; they end with CR, LF or both, and with nothing else, however Python splits lines."""
    start, number = 0, 1
    while start < len(text):
        match = _LINE.match(text, start)
        assert match is not None, "the pattern matches anywhere"
        yield Line(match[1], start, number)
        start, number = match.end(), number + 1


def content(line: Line) -> Line:
    """Return a line without the space around it."""
    lead = len(line.text) - len(line.text.lstrip())
    return Line(line.text.strip(), line.start + lead, line.number)


def wrapped_place(contents: Sequence[Line], where: str) -> Place:
    """Return lines that are one text as one place; a new text is wrapped as wide as they were, with their indent."""
    first, last = contents[0], contents[-1]
    end = last.start + len(last.text)
    if len(contents) == 1:
        return Place(first.start, end, first.text, _as_it_is, where)
    second = contents[1]
    width = max(MIN_WIDTH, *(len(line.text) for line in contents))

    def write(text: str, show: Show) -> str:
        gap = show(first.start + len(first.text), second.start).lstrip(" \t")
        return gap.join(wrap(text, width))

    return Place(first.start, end, joined([line.text for line in contents]), write, where)


def joined(lines: Sequence[str]) -> str:
    """Join lines to one; scripts without spaces get none."""
    text = ""
    for line in lines:
        touching = text and line and _TOUCHING.match(text[-1]) and _TOUCHING.match(line[0])
        text += line if touching or not text else f" {line}"
    return text


def wrap(text: str, width: int) -> list[str]:
    """Wrap between words only; no line begins as a list, a heading or a table would."""
    found: list[str] = []
    for line in textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False):
        if found and _BEGINS_A_BLOCK.match(line):
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found or [text]


def _as_it_is(text: str, _show: Show) -> str:
    return text
