"""Puts translated sentences together again. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from app.translate.languages import SENTENCES_TOUCH, Language
from app.translate.segments import Segment, split


class Joined(msgspec.Struct, frozen=True):
    """The whole translation, and where in it each piece lies (start, end)."""

    text: str
    spans: list[tuple[int, int]]


def join(segments: Sequence[Segment], targets: Sequence[str], target: Language) -> Joined:
    """Join ``targets``, one for each segment. Between sentences stands what the target's script wants there."""
    pieces = joined_pieces(segments, targets, target)
    spans: list[tuple[int, int]] = []
    length = 0
    for segment, piece in zip(segments, pieces, strict=True):
        spans.append((length, length + len(piece.rstrip()) if segment.translate else length + len(piece)))
        length += len(piece)
    return Joined("".join(pieces), spans)


def joined_pieces(
    segments: Sequence[Segment], targets: Sequence[str], target: Language, start: int = 0, end: int | None = None
) -> list[str]:
    """Return what each segment from ``start`` up to ``end`` adds to the whole; it depends on its neighbours as well."""
    wanted = range(start, len(segments) if end is None else end)
    if target.script in SENTENCES_TOUCH:
        return ["" if _is_gap(segments, index) else targets[index] for index in wanted]
    return [
        f"{targets[index]} " if targets[index] and _touches_next(segments, index) else targets[index]
        for index in wanted
    ]


def taken_apart(text: str, segments: Sequence[Segment], target: Language) -> list[str] | None:
    """Return the targets that ``join`` made ``text`` of, one for each segment; None where that cannot be told."""
    wanted = [segment for segment in segments if segment.translate]
    found = [piece.text for piece in split(text, target.code) if piece.translate]
    if len(wanted) == 1:
        before = sum(len(segment.text) for segment in segments if segment.end <= wanted[0].start)
        after = sum(len(segment.text) for segment in segments if segment.start >= wanted[0].end)
        found = [text[before : len(text) - after]]
    if len(found) != len(wanted):
        return None
    pieces = iter(found)
    targets = [next(pieces) if segment.translate else segment.text for segment in segments]
    return targets if join(segments, targets, target).text == text else None


def _is_gap(segments: Sequence[Segment], index: int) -> bool:
    """Whether this is one space between two sentences."""
    return (
        segments[index].text == " "
        and 0 < index < len(segments) - 1
        and segments[index - 1].translate
        and segments[index + 1].translate
    )


def _touches_next(segments: Sequence[Segment], index: int) -> bool:
    """Whether two sentences stand without anything between them."""
    return segments[index].translate and index + 1 < len(segments) and segments[index + 1].translate
