"""What an export and the formula worker say to each other: a formula as MathML, piece by piece, never as text."""

from __future__ import annotations

import msgspec

from app.ipc.message import Message


class MarkupRequest(Message, frozen=True, kw_only=True):
    """A formula in LaTeX, without its delimiters; ``display`` stands on a line of its own."""

    source: str
    display: bool


class MathNode(msgspec.Struct, frozen=True):
    """One element. Whoever writes it down decides which names may stand there."""

    tag: str
    attributes: dict[str, str] = {}
    text: str = ""
    children: list[MathNode] = []


class MarkupReply(Message, frozen=True, kw_only=True):
    """The element ``math``; None: this cannot be set."""

    root: MathNode | None = None
