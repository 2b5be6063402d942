"""A message's text as it is read, in pieces that are searched one by one. No widgets.

Reading Markdown takes long for a whole conversation: it is done a step at a time, and again only where text came.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import msgspec

from app.chat.conversation import Message
from app.chat.markdown import MarkdownStream
from app.chat.markdown_leaves import CodeLeaf, Leaf, RuleLeaf, Style, TableLeaf, TextLeaf
from app.chat.search_text import fold
from app.engine.api import Role, TextKind
from app.ui.chat.blocks.formulas import OBJECT
from app.ui.chat.blocks.table import MAX_COLUMNS
from app.ui.chat.transcript.segments import Segments

THOUGHTS = -1
"""The number of the piece that is the thoughts."""


class Piece(msgspec.Struct, frozen=True):
    """What is searched at once: a paragraph, a code, a table, a whole message. ``leaf`` counts within its segment."""

    folded: str
    segment: int = 0
    leaf: int = 0


class MessageText:
    """One message. ``hits`` has the numbers of the pieces that hold the term, and how often."""

    def __init__(self, message: Message) -> None:
        self.id = message.id
        self.hits: dict[int, int] = {}
        self.term = ""
        self._message, self._source = message, ""
        self._thoughts, self._folded_thoughts = "", ""
        self._pieces: list[Piece] = []
        self._starts: list[int] = []  # the first piece of each segment
        self._stream: MarkdownStream | None = None
        self._segments: Segments | None = None
        self._unread = False  # the stream has more to give
        self.complete = False
        self.show(message)

    @property
    def in_thoughts(self) -> int:
        """How often the term was found in the thoughts."""
        return self.hits.get(THOUGHTS, 0)

    def count(self, *, thoughts: bool) -> int:
        """Return how many hits there are."""
        return sum(self.hits.values()) - (0 if thoughts else self.in_thoughts)

    def places(self, *, thoughts: bool) -> list[tuple[int, int]]:
        """Return all hits in order: the number of the piece, and which one in it."""
        numbers = sorted(number for number in self.hits if thoughts or number != THOUGHTS)
        return [(number, which) for number in numbers for which in range(self.hits[number])]

    def piece(self, number: int) -> Piece:
        """Return one piece, not the thoughts."""
        return self._pieces[number]

    def show(self, message: Message) -> None:
        """Take another state of the message."""
        self._message = message
        thinking = message.thinking
        self._take_thoughts(thinking.text if thinking is not None else "")
        if message.role is not Role.ASSISTANT:
            self._pieces, self.complete = [Piece(fold(message.text))], True
            self._count(0)
        elif self._stream is None or not message.text.startswith(self._source):
            self._stream = MarkdownStream(message.text)
            self._segments = Segments(self._stream)
            self._pieces, self._starts = [], []
            self._wait_for_more()
            self.hits = {number: count for number, count in self.hits.items() if number == THOUGHTS}
        elif len(message.text) > len(self._source):
            self._stream.append(message.text[len(self._source) :])
            self._wait_for_more()
        self._source = message.text

    def append(self, kind: TextKind, text: str) -> None:
        """Take what has just been written."""
        if kind is TextKind.THINKING:
            self._take_thoughts(self._thoughts + text)
        elif self._stream is not None:
            self._source += text
            self._stream.append(text)
            self._wait_for_more()

    def read(self, deadline: float) -> None:
        """Read on until ``deadline`` (``time.perf_counter``), one step at least."""
        stream, segments = self._stream, self._segments
        if stream is None or segments is None:
            return
        if self._unread:
            self._forget(self._parse(stream, segments, deadline))
        start = len(self._pieces)
        while len(self._starts) < len(segments.shown):
            index = len(self._starts)
            self._starts.append(len(self._pieces))
            self._pieces += _pieces(index, segments.shown[index].leaves, stream)
            if time.perf_counter() > deadline:
                break
        self.complete = not self._unread and len(self._starts) == len(segments.shown)
        self._count(start)

    def _parse(self, stream: MarkdownStream, segments: Segments, deadline: float) -> int:
        """Return the first segment that is new, or another one than before."""
        first = len(segments.shown)
        while self._unread:
            self._unread = stream.step()
            first = min(first, segments.update())
            if time.perf_counter() > deadline:
                break
        return first

    def _forget(self, segment: int) -> None:
        """Forget the pieces of a segment and all after it."""
        if segment < len(self._starts):
            del self._pieces[self._starts[segment] :]
            del self._starts[segment:]

    def search(self, term: str) -> None:
        """Look for another folded term."""
        if term != self.term:
            self.term = term
            self.hits = {}
            self._count_thoughts()
            self._count(0)

    def _wait_for_more(self) -> None:
        self._unread, self.complete = True, False

    def _take_thoughts(self, text: str) -> None:
        if text != self._thoughts:
            self._thoughts, self._folded_thoughts = text, fold(text)
            self._count_thoughts()

    def _count_thoughts(self) -> None:
        self.hits.pop(THOUGHTS, None)
        if self.term and (count := self._folded_thoughts.count(self.term)):
            self.hits[THOUGHTS] = count

    def _count(self, start: int) -> None:
        """Count again from a piece on."""
        for number in [number for number in self.hits if number >= start]:
            del self.hits[number]
        if self.term:
            for number in range(start, len(self._pieces)):
                folded = self._pieces[number].folded
                if self.term in folded:
                    self.hits[number] = folded.count(self.term)


def _pieces(segment: int, leaves: tuple[Leaf, ...], stream: MarkdownStream) -> Iterator[Piece]:
    for number, leaf in enumerate(leaves):
        text = _text(leaf, stream)
        if text:
            yield Piece(fold(text), segment, number)


def _text(leaf: Leaf, stream: MarkdownStream) -> str:
    """Return what is read of a leaf; a formula is one sign, as it is where it is drawn."""
    match leaf:
        case TextLeaf(source=True):
            return leaf.content
        case TextLeaf(display=True) | RuleLeaf():
            return ""
        case TextLeaf():
            return _plain(leaf.content, stream)
        case CodeLeaf():
            return leaf.text
        case TableLeaf():
            rows = (row[:MAX_COLUMNS] for row in (leaf.header, *leaf.rows))
            return "\n".join(_plain(cell, stream) for row in rows for cell in row)


def _plain(content: str, stream: MarkdownStream) -> str:
    return "".join(OBJECT if span.style & Style.MATH else span.text for span in stream.spans(content))
