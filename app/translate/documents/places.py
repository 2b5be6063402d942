"""Texts in their places: everything of a file that is not replaced stays as it is, sign for sign. No Qt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from zlib import crc32

import msgspec

from app.translate.documents.unit import Column, Unit

Show = Callable[[int, int], str]
"""Returns a stretch of the source, with what is replaced inside it."""


class Place(msgspec.Struct, frozen=True):
    """``source[start:end]`` says ``text``; ``write`` returns how another text is written there.

    A place may lie inside another one (a hint in a link in a paragraph): the outer one asks ``Show`` for it.
    """

    start: int
    end: int
    text: str
    write: Callable[[str, Show], str]
    where: str = ""


class Found(msgspec.Struct, frozen=True):
    """What a format finds in a text. ``language``: of its texts, as the file says."""

    places: list[Place]
    columns: list[Column] = []
    language: str = ""


def fixed(start: int, end: int, new: str) -> Place:
    """Return a place that says ``new``, whatever was there."""
    return Place(start, end, "", lambda _text, _show: new)


def unit_id(number: int, text: str) -> str:
    """Return the id of the text in place ``number``."""
    return f"{number}-{crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def units(places: Sequence[Place]) -> list[Unit]:
    """Return what is to be translated, in the order of the file."""
    return [Unit(unit_id(number, place.text), place.text, place.where) for number, place in enumerate(places)]


def changed(places: Sequence[Place], texts: Mapping[str, str]) -> Iterator[tuple[Place, str]]:
    """Yield the places whose text becomes another one, and which."""
    for number, place in enumerate(places):
        new = texts.get(unit_id(number, place.text), place.text)
        if new != place.text:
            yield place, new


def replaced(source: str, edits: Sequence[tuple[Place, str]]) -> str:
    """Return ``source`` with these texts in these places; the first of two that overlap counts."""
    return _Replacing(source, edits).show(0, len(source))


class _Replacing:
    def __init__(self, source: str, edits: Sequence[tuple[Place, str]]) -> None:
        self._source = source
        self._edits = sorted(edits, key=lambda edit: (edit[0].start, -edit[0].end))
        self._starts = [place.start for place, _ in self._edits]

    def show(self, start: int, end: int, first: int = 0) -> str:
        """Return a stretch with the edits from ``first`` on that lie in it."""
        pieces: list[str] = []
        at = start
        for index in range(max(first, bisect_left(self._starts, start)), len(self._edits)):
            place, new = self._edits[index]
            if place.start > end or (place.start == end < len(self._source)):
                break
            if place.start >= at and place.end <= end:
                pieces += [self._source[at : place.start], self._written(index, place, new)]
                at = place.end
        return "".join([*pieces, self._source[at:end]])

    def _written(self, index: int, place: Place, new: str) -> str:
        return place.write(new, lambda start, end: self.show(start, end, index + 1))
