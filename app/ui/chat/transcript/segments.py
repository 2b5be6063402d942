"""Which leaves of an answer share a widget, and how high it will be before it exists. No widgets."""

from __future__ import annotations

from dataclasses import dataclass

from app.chat.markdown import MarkdownStream
from app.chat.markdown_leaves import CodeLeaf, Leaf, RuleLeaf, TableLeaf, TextLeaf
from app.ui.chat.blocks.text_look import indent_of

PROSE_CHARACTERS = 2500
PROSE_LEAVES = 24
AVERAGE_LETTER = 0.52  # of the text size, for a first guess at heights


@dataclass(frozen=True, slots=True)
class Segment:
    """What one widget shows: some text leaves, or one code or table."""

    leaves: tuple[Leaf, ...]
    characters: int

    @property
    def is_prose(self) -> bool:
        """Whether more text may join it."""
        return isinstance(self.leaves[0], TextLeaf | RuleLeaf)


class Segments:
    """The segments of a text that is still being written; only the last ones ever change."""

    def __init__(self, stream: MarkdownStream) -> None:
        self._stream = stream
        self._fixed: list[Segment] = []
        self._taken = 0
        self.shown: list[Segment] = []

    def update(self) -> int:
        """Take what the stream has read; return the first index that differs from before."""
        before = len(self._fixed)
        for leaf in self._stream.leaves[self._taken :]:
            _add(self._fixed, leaf)
        self._taken = len(self._stream.leaves)
        start = max(0, min(before, len(self._fixed)) - 1)
        fresh = self._fixed[start:]
        for leaf in self._stream.tail:
            _add(fresh, leaf)
        old = self.shown[start:]
        same = next(
            (i for i, (a, b) in enumerate(zip(old, fresh, strict=False)) if a is not b and a != b),
            min(len(old), len(fresh)),
        )
        self.shown[start + same :] = fresh[same:]
        return start + same


def _add(segments: list[Segment], leaf: Leaf) -> None:
    size = characters_of(leaf)
    last = segments[-1] if segments else None
    joins = isinstance(leaf, TextLeaf | RuleLeaf) and last is not None and last.is_prose
    if joins and last and last.characters + size <= PROSE_CHARACTERS and len(last.leaves) < PROSE_LEAVES:
        segments[-1] = Segment((*last.leaves, leaf), last.characters + size)
    else:
        segments.append(Segment((leaf,), size))


def characters_of(leaf: Leaf) -> int:
    """Return roughly how many characters a leaf shows."""
    match leaf:
        case TextLeaf():
            return len(leaf.content)
        case CodeLeaf():
            return len(leaf.text)
        case TableLeaf():
            return len(leaf.source)
        case RuleLeaf():
            return 0


def guess_height(segment: Segment, width: int, text_size: int) -> int:
    """Guess the height of a segment in pixels, for one that nobody has looked at yet."""
    return sum(_guess_leaf(leaf, width, text_size) for leaf in segment.leaves)


def _guess_leaf(leaf: Leaf, width: int, text_size: int) -> int:
    match leaf:
        case TextLeaf():
            return guess_text(leaf.content, width - indent_of(leaf, text_size), text_size) + 8
        case CodeLeaf():
            return 70 + (leaf.text.count("\n") + 1) * round((text_size - 2) * 1.5)
        case TableLeaf():
            return 12 + (1 + len(leaf.rows)) * (round(text_size * 1.55) + 16)
        case RuleLeaf():
            return 20


def guess_text(text: str, width: int, text_size: int) -> int:
    """Guess the height of plain text in pixels."""
    per_line = max(8.0, width / (text_size * AVERAGE_LETTER))
    lines = sum(1 + int(len(line) / per_line) for line in text.split("\n"))
    return lines * round(text_size * 1.55)
