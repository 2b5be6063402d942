"""Which letters a font has, read from its table of letters ("cmap", OpenType 1.9). No Qt."""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

Range = tuple[int, int]
"""The first and the last letter of a row of letters."""

SEGMENTS, GROUPS = 4, 12  # the kinds of tables that every font of today has, for 16 and for 32 bits
SYMBOLS = (3, 0)  # platform and encoding of a font whose letters stand for pictures


def letters_in(table: bytes, wanted: Sequence[Range]) -> list[Range]:
    """Return the parts of the ``wanted`` ranges, in order, that a font has; none for a table that is damaged."""
    try:
        return list(_joined(_cut(*_rows(table), wanted)))
    except (struct.error, ValueError):
        return []


def _rows(table: bytes) -> tuple[Sequence[int], Sequence[int]]:
    """Return the first and the last letters of all rows, in ascending order."""
    places = {}
    (count,) = struct.unpack_from(">H", table, 2)
    for index in range(count):
        platform, encoding, place = struct.unpack_from(">HHI", table, 4 + 8 * index)
        if (platform, encoding) != SYMBOLS:
            places[struct.unpack_from(">H", table, place)[0]] = place
    if GROUPS in places:
        (count,) = struct.unpack_from(">I", table, places[GROUPS] + 12)
        rows = _numbers("I", table, places[GROUPS] + 16, 3 * count)
        return rows[::3], rows[1::3]
    if SEGMENTS in places:
        (size,) = struct.unpack_from(">H", table, places[SEGMENTS] + 6)
        ends = _numbers("H", table, places[SEGMENTS] + 14, size // 2)
        return _numbers("H", table, places[SEGMENTS] + 16 + size, size // 2), ends
    return (), ()


def _numbers(kind: str, table: bytes, place: int, count: int) -> array[int]:
    numbers = array(kind)
    end = place + count * numbers.itemsize
    if end > len(table):
        raise ValueError(count)
    numbers.frombytes(table[place:end])
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _cut(firsts: Sequence[int], lasts: Sequence[int], wanted: Sequence[Range]) -> Iterator[Range]:
    for first, last in wanted:
        index = bisect_left(lasts, first)
        while index < len(firsts) and firsts[index] <= last:
            yield max(first, firsts[index]), min(last, lasts[index])
            index += 1


def _joined(ranges: Iterator[Range]) -> Iterator[Range]:
    """Make one of ranges that follow each other: fonts have a row for each order of their pictures."""
    first, last = 0, -1
    for begin, end in ranges:
        if begin == last + 1 and last >= first:
            last = end
            continue
        if last >= first:
            yield first, last
        first, last = begin, end
    if last >= first:
        yield first, last
