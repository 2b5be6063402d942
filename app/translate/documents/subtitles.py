"""Subtitles, SubRip and WebVTT: each cue's words; times, numbers, positions and notes stay. No Qt.

pysubs2 writes a file anew (numbers, times, marks, line ends); here every byte but the words has to stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from html import escape, unescape
from itertools import pairwise

from app.translate.documents.inline import Role
from app.translate.documents.lines import Line, content, joined, lines_of
from app.translate.documents.places import Found, Place, Show
from app.translate.documents.runs import Bit, run_place

_TIMES = re.compile(r"\s*((?:\d+:)?\d+:\d+[.,]\d+)\s*-->\s*((?:\d+:)?\d+:\d+[.,]\d+)")
_TAG = re.compile(r"</?([A-Za-z]+)[^<>\n]*>|<[\d:.]+>|\{\\[^{}\n]*\}")
_SPOKEN = re.compile(r"\s*(?:[-–—♪#]|[^\s:]{1,20}:\s)")
"""Begins a line that is not the rest of the one before: somebody else speaks, or it is sung."""
_SPACES = re.compile(r"<[^<>]*>|( )")
_WIDE = re.compile(r"<[^<>]*>|([\u3040-\u9fff\uff00-\uffef])")
SHORT = 12
"""Characters: what has fewer per line stays on fewer lines."""


def find_srt(source: str) -> Found:
    """Return what is said in SubRip subtitles."""
    return Found(list(_places(source, web=False)))


def find_vtt(source: str) -> Found:
    """Return what is said in WebVTT subtitles."""
    return Found(list(_places(source, web=True)))


def _places(source: str, *, web: bool) -> Iterator[Place]:
    ends = "\r\n" if "\r\n" in source else "\n"
    for where, lines in _cues(source):
        groups = [[line] for line in lines] if any(map(_is_spoken, lines[1:])) else [lines]
        for group in groups:
            place = _place(group, where, ends, web=web)
            if place is not None:
                yield place


def _is_spoken(line: Line) -> bool:
    return _SPOKEN.match(_TAG.sub("", line.text)) is not None


def _cues(source: str) -> Iterator[tuple[str, list[Line]]]:
    """Yield each cue's times and lines. An empty line ends a cue; what comes before the next times is no words."""
    where = ""
    said: list[Line] = []
    for line in lines_of(source):
        times = _TIMES.match(line.text)
        if where and line.text.strip() and times is None:
            said.append(content(line))
            continue
        if said:
            yield where, said
        said = []
        where = f"{_plain(times[1])} – {_plain(times[2])}" if times else ""
    if said:
        yield where, said


def _plain(time: str) -> str:
    """Return a time without what is behind its seconds."""
    return re.split("[.,]", time)[0]


def _place(lines: Sequence[Line], where: str, ends: str, *, web: bool) -> Place | None:
    bits: list[Bit] = []
    for number, line in enumerate(lines):
        if number:
            before = lines[number - 1]
            gap = joined([before.text[-1:], line.text[:1]])
            bits.append(Bit(before.start + len(before.text), line.start, " " if " " in gap else ""))
        bits += _bits(line, web=web)
    place = run_place(bits, _escaped if web else str, where)
    return place and Place(place.start, place.end, place.text, _in_lines(place, len(lines), ends), where)


def _in_lines(place: Place, lines: int, ends: str) -> Callable[[str, Show], str]:
    """Let a cue that had two lines have two again, of about the same length; what would end the cue is left out."""

    def write(text: str, show: Show) -> str:
        said = "\n".join(line for line in text.replace("-->", "→").split("\n") if line.strip())
        new = place.write(said, show)
        return ends.join(new.split("\n") if "\n" in new else balanced(new, lines))

    return write


def balanced(text: str, lines: int) -> list[str]:
    """Cut a text into so many lines of about the same length; between words, or characters where there are none."""
    spots = [match.start() for match in re.finditer(r"<[^<>]*>|(?P<space> )", text) if match["space"]]
    if not spots:
        spots = [
            match.end()
            for match in re.finditer(r"<[^<>]*>|(?P<wide>[\u3040-\u9fff\uff00-\uffef])", text)
            if match["wide"]
        ]
    cuts = [0]
    for number in range(1, min(lines, len(text) // SHORT)):
        at = bisect_left(spots, len(text) * number / lines)
        nearest = [spot for spot in spots[max(0, at - 1) : at + 1] if cuts[-1] < spot < len(text)]
        if nearest:
            cuts.append(min(nearest, key=lambda spot: abs(spot - len(text) * number / lines)))
    return [text[start:end].strip(" ") for start, end in pairwise([*cuts, len(text)])]


def _bits(line: Line, *, web: bool) -> Iterator[Bit]:
    at = 0
    for match in _TAG.finditer(line.text):
        yield from _words(line, at, match.start(), web=web)
        begin, end = line.start + match.start(), line.start + match.end()
        if match[1]:
            role = Role.CLOSE if match[0].startswith("</") else Role.OPEN
            yield Bit(begin, end, name=match[1].lower(), role=role, shown=match[0])
        else:
            yield Bit(begin, end, role=Role.ALONE)
        at = match.end()
    yield from _words(line, at, len(line.text), web=web)


def _words(line: Line, start: int, end: int, *, web: bool) -> Iterator[Bit]:
    if start < end:
        words = line.text[start:end]
        yield Bit(line.start + start, line.start + end, unescape(words) if web else words)


def _escaped(text: str) -> str:
    return escape(text, quote=False)
