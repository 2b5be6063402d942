"""Marks inside a text that stand for what a document has there: a link, bold, a picture. No Qt.

They look like tags, which ``masking`` hides from the model and puts back. A translation may lose them all the same:
then the text stays and its formatting goes.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from enum import Enum, auto

import msgspec


class Role(Enum):
    """What a mark does."""

    OPEN = auto()
    CLOSE = auto()
    ALONE = auto()


class Mark(msgspec.Struct, frozen=True):
    """One mark. ``key`` is the same for both ends of a pair; ``dear``: it may not get lost, at worst it comes last."""

    role: Role
    key: int
    shown: str
    dear: bool = False


Piece = str | Mark


class Naming:
    """Gives marks names that the text itself does not use."""

    def __init__(self, plain: str) -> None:
        self._pair, self._alone = "g", "x"
        while f"<{self._pair}" in plain or f"</{self._pair}" in plain or f"<{self._alone}" in plain:
            self._pair, self._alone = f"{self._pair}g", f"{self._alone}x"

    def opening(self, key: int) -> Mark:
        """Return the beginning of a pair."""
        return Mark(Role.OPEN, key, f"<{self._pair}{key}>")

    def closing(self, key: int) -> Mark:
        """Return the end of a pair."""
        return Mark(Role.CLOSE, key, f"</{self._pair}{key}>")

    def alone(self, key: int) -> Mark:
        """Return a mark for a thing."""
        return Mark(Role.ALONE, key, f"<{self._alone}{key}/>", dear=True)


def shown(pieces: Iterable[Piece]) -> str:
    """Return what a person and a model see."""
    return "".join(piece if isinstance(piece, str) else piece.shown for piece in pieces)


def parsed(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """Return a translation with its marks found again: pairs are whole and nested, what is dear is there."""
    if not marks:
        return [text]
    waiting: dict[str, deque[Mark]] = {}
    for mark in marks:
        waiting.setdefault(mark.shown, deque()).append(mark)
    names = sorted(waiting, key=len, reverse=True)
    pieces: list[Piece] = []
    for part in re.split(f"({'|'.join(map(re.escape, names))})", text):
        if waiting.get(part):
            pieces.append(waiting[part].popleft())
        elif part and (part not in waiting or _is_text(part)):
            pieces.append(part)
    return [*_nested(pieces), *(mark for left in waiting.values() for mark in left if mark.dear)]


def _is_text(part: str) -> bool:
    """Whether a mark that came once too often may stand as text: code may, a tag of ours may not."""
    return not part.startswith("<")


def _nested(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out marks of pairs that are not whole, or that cross others."""
    whole: set[int] = set()
    opened: list[int] = []
    for piece in pieces:
        if isinstance(piece, str) or piece.role is Role.ALONE:
            continue
        if piece.role is Role.OPEN:
            opened.append(piece.key)
        elif piece.key in opened:
            while opened.pop() != piece.key:
                pass
            whole.add(piece.key)
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        elif isinstance(piece, str) or piece.role is Role.ALONE or piece.key in whole:
            found.append(piece)
    return found
