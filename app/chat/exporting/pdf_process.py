"""A conversation's PDF, drawn by a process of its own. No Qt here.

Drawing needs Qt, and Qt's classes are named by the window's thread alone; there it would hold up the window. A
conversation's HTML is hostile besides: what it does to Qt, it does to a process that ends right after.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO

import msgspec

from app.chat.exporting.helper import Helper
from app.chat.formula_api import FormulaReply

DEADLINE_SECONDS = 600.0  # of one conversation
HEAD = 8
"""Bytes of the length before an order and before a PDF."""
FORMULA = "formula:"
"""How the name of a picture begins that stands for a formula; its place in ``PdfOrder.formulas`` follows."""


class PdfOrder(msgspec.Struct, frozen=True):
    """What is to be drawn. ``parts``: HTML, each whole in itself. ``family``: the font; ``metric``: A4, else Letter."""

    title: str
    parts: Sequence[str]
    family: str = ""
    metric: bool = True
    formulas: Sequence[FormulaReply] = ()


class PdfProcess:
    """Draws with this font on this paper. One process for all conversations of an export: leaving ``with`` ends it."""

    def __init__(self, family: str, *, metric: bool) -> None:
        self._family, self._metric = family, metric
        self._helper = Helper("pdf")

    def __enter__(self) -> PdfProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self._helper.__exit__()

    def __call__(self, title: str, parts: Sequence[str], formulas: Sequence[FormulaReply]) -> bytes:
        """Return the PDF. Not for the window's thread. Raises HelperError."""
        order = msgspec.json.encode(PdfOrder(title, parts, self._family, self._metric, formulas))
        return self._helper.ask(len(order).to_bytes(HEAD, "big") + order, _drawn, DEADLINE_SECONDS)


def _drawn(answer: IO[bytes]) -> bytes:
    """Read a length and a PDF."""
    head = answer.read(HEAD)
    size = int.from_bytes(head, "big")
    data = answer.read(size)
    if len(head) < HEAD or len(data) < size:
        raise BrokenPipeError("cut off")
    return data
