"""What the window knows of a document that is to be translated. No Qt, no parser."""

from __future__ import annotations

import msgspec


class Unit(msgspec.Struct, frozen=True):
    """One text of a document: a paragraph, a cell, a subtitle.

    ``text`` may hold marks of the document's own that a translation keeps ("<g1>bold</g1>", "<x2/>"). ``where`` needs
    no translation: "00:01:02 – 00:01:05", "3 · Title" (row and column), "¶ 12", a key.
    """

    id: str  # tells the place and the text: that of a file that has changed since fits nowhere in it
    text: str
    where: str = ""


class Column(msgspec.Struct, frozen=True):
    """One column of a table. ``name`` "": the table has no heading; ``sample``: its first text."""

    index: int
    name: str
    sample: str
