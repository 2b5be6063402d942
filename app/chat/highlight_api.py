"""What the window and the highlight worker say to each other. Without Pygments: the window never loads it."""

from __future__ import annotations

from enum import IntEnum

from app.ipc.message import Message

WORKER = "highlight"
MAX_CODE = 60_000
"""Characters that are coloured; longer code stays plain."""


class CodeKind(IntEnum):
    """What a piece of code is, as far as its colour goes."""

    PLAIN = 0
    KEYWORD = 1
    STRING = 2
    NUMBER = 3
    COMMENT = 4
    NAME = 5  # of a function, class or tag, where it is defined or built in
    OPERATOR = 6
    ADDED = 7
    REMOVED = 8


class HighlightRequest(Message, frozen=True, kw_only=True):
    """Code to colour; ``language`` is what stands after the fence."""

    language: str
    code: str


class HighlightReply(Message, frozen=True, kw_only=True):
    """Runs that cover the code in order, as length and ``CodeKind`` in turn; [] when the language is not known.

    Lengths are UTF-16 units, Qt's own.
    """

    runs: list[int]
