"""A run of words with tags in it -> one place whose text has marks for them. No Qt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

import msgspec

from app.translate.documents.inline import Mark, Naming, Piece, Role, parsed, shown
from app.translate.documents.places import Place, Show
from app.translate.masking import is_all_kept

MAX_DEPTH = 200
"""Of tags within one run that are looked through for the one that ends; a hostile page opens a million."""


class Bit(msgspec.Struct, frozen=True):
    """A stretch of the source: words (``role`` None), or something that a mark stands for."""

    start: int
    end: int
    text: str = ""
    name: str = ""  # a beginning and an end of the same name are a pair
    role: Role | None = None
    shown: str = ""  # instead of a mark's usual name


def run_place(bits: Sequence[Bit], write: Callable[[str], str], where: str) -> Place | None:
    """Return a place for a run, without what lies around its words; None when there is nothing to translate."""
    if not any(bit.role is None for bit in bits):
        return None
    pairs = _pairs(bits)
    low, high = _inner(bits, pairs)
    pieces, sources = _pieces(bits, low, high, pairs)
    text = shown(pieces)
    if low == high or is_all_kept(text):
        return None

    def written(new: str, show: Show) -> str:
        out = []
        for piece in parsed(new, list(sources)):
            if isinstance(piece, str):
                out.append(write(piece))
            else:
                bit = sources[piece]
                out.append(show(bit.start, bit.end))
        return "".join(out)

    return Place(bits[low].start, bits[high - 1].end, text, written, where)


def _pairs(bits: Sequence[Bit]) -> dict[int, int]:
    """Return for each beginning and end that have one another where the other one is."""
    open_: list[int] = []
    pairs: dict[int, int] = {}
    for index, bit in enumerate(bits):
        if bit.role is Role.OPEN:
            open_.append(index)
        elif bit.role is Role.CLOSE:
            at = next((at for at in reversed(open_[-MAX_DEPTH:]) if bits[at].name == bit.name), None)
            if at is not None:
                pairs[at], pairs[index] = index, at
                del open_[bisect_left(open_, at) :]
    return pairs


def _inner(bits: Sequence[Bit], pairs: dict[int, int]) -> tuple[int, int]:
    """Return the stretch without space, things and pairs that lie around all of its words."""
    low, high = 0, len(bits)
    while low < high:
        if _is_around(bits[low], paired=low in pairs):
            low += 1
        elif _is_around(bits[high - 1], paired=high - 1 in pairs):
            high -= 1
        elif pairs.get(low) == high - 1:
            low, high = low + 1, high - 1
        elif pairs.get(low) == low + 1:
            low += 2
        elif pairs.get(high - 1) == high - 2:
            high -= 2
        else:
            break
    return low, high


def _is_around(bit: Bit, *, paired: bool) -> bool:
    """Whether this stays outside when it is the first or the last."""
    if bit.role is None:
        return not bit.text.strip(" \t\r\n\f")
    return not paired and (not bit.shown.strip() or bit.role is not Role.ALONE)


def _pieces(bits: Sequence[Bit], low: int, high: int, pairs: dict[int, int]) -> tuple[list[Piece], dict[Mark, Bit]]:
    naming = Naming("".join(bit.text for bit in bits))
    pieces: list[Piece] = []
    sources: dict[Mark, Bit] = {}
    keys: dict[int, int] = {}
    for index in range(low, high):
        bit = bits[index]
        if bit.role is None:
            pieces.append(bit.text)
            continue
        key = keys.setdefault(min(index, pairs.get(index, index)), len(keys) + 1)
        mark = _mark(bit, naming, key, paired=index in pairs)
        pieces.append(mark)
        sources[mark] = bit
    return pieces, sources


def _mark(bit: Bit, naming: Naming, key: int, *, paired: bool) -> Mark:
    if bit.shown:
        return Mark(bit.role if paired and bit.role else Role.ALONE, key, bit.shown)
    if paired:
        return naming.opening(key) if bit.role is Role.OPEN else naming.closing(key)
    return naming.alone(key)
