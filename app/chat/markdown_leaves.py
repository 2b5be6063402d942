"""What an answer is made of once its Markdown is read: a flat list of leaves. No Qt.

Quotes and lists are not containers here but a leaf's ``path``, so that a view can lay leaves out one after another
and never has to nest widgets, however deep a hostile text nests. Text is still Markdown (``content``): reading
emphasis and links is the slow part, so it is done for what is on the screen only (``MarkdownStream.spans``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag, StrEnum


class Style(IntFlag):
    """How a span of text is set."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    STRIKE = 4
    CODE = 8
    MATH = 16  # a formula's source, delimiters included
    IMAGE = 32  # an image's description; the image itself is never loaded
    NOTE = 64  # the mark of a footnote


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style. ``link`` is "" or an http, https or mailto address, never opened unasked.

    ``source`` is what the model wrote where ``text`` is one character that stands for it (a view's business).
    """

    text: str
    style: Style = Style.PLAIN
    link: str = ""
    source: str = ""


Spans = tuple[Span, ...]


class Container(StrEnum):
    """What a leaf lies in, outermost first in ``path``."""

    QUOTE = "quote"
    ITEM = "item"


class Alignment(StrEnum):
    """Where a table column's text stands."""

    START = "start"
    CENTRE = "centre"
    END = "end"


Path = tuple[Container, ...]


@dataclass(frozen=True, slots=True)
class TextLeaf:
    """A paragraph or, with ``level`` 1 to 6, a heading. ``marker`` is the list marker that stands before it."""

    content: str
    level: int = 0
    path: Path = ()
    marker: str = ""
    tight: bool = False  # an item of a list without blank lines
    source: bool = False  # shown exactly as written, because it nests too deep to be read as Markdown
    display: bool = False  # a formula on a line of its own, delimiters included


@dataclass(frozen=True, slots=True)
class CodeLeaf:
    """A block of code. ``closed`` False: its end has not been written yet."""

    text: str
    language: str = ""
    closed: bool = True
    path: Path = ()
    marker: str = ""


@dataclass(frozen=True, slots=True)
class TableLeaf:
    """A table; every row has as many cells as the header. ``source`` is its Markdown."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    alignments: tuple[Alignment, ...]
    source: str
    path: Path = ()


@dataclass(frozen=True, slots=True)
class RuleLeaf:
    """A thematic break."""

    path: Path = ()


Leaf = TextLeaf | CodeLeaf | TableLeaf | RuleLeaf
