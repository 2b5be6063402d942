"""The Markdown of one answer: read in steps, and only what is near the screen exists as widgets."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.chat.markdown import MarkdownStream
from app.chat.markdown_leaves import CodeLeaf, Leaf, TableLeaf, TextLeaf
from app.ui.chat.blocks.block import Block
from app.ui.chat.blocks.code import CodeBlock
from app.ui.chat.blocks.formulas import Formulas
from app.ui.chat.blocks.highlighting import Highlighter
from app.ui.chat.blocks.prose import ProseBlock
from app.ui.chat.blocks.table import TableBlock
from app.ui.chat.messages.message_view import Anchor
from app.ui.chat.transcript.letters import LetterReader
from app.ui.chat.transcript.segments import Segment, Segments, characters_of, guess_height, guess_text
from app.ui.chat.transcript.stack import Stack
from app.ui.chat.transcript.wide_selection import WideSelection
from app.ui.theme import Theme

KEEP_MARGIN = 2000  # pixels beyond the screen where widgets are kept
AT_ONCE = 600  # characters of a new text that are set in one go, or one paragraph


@dataclass(frozen=True)
class Tools:
    """What every block is built with."""

    theme: Theme
    highlighter: Highlighter
    formulas: Formulas | None = None


class AnswerText:
    """The parsed text of an answer; outlives its widgets, so that scrolling back reads nothing again."""

    def __init__(self, text: str = "") -> None:
        self.source = text
        self.stream = MarkdownStream(text)
        self.segments = Segments(self.stream)
        self.letters = LetterReader()
        self.heights: dict[int, int] = {}  # measured, by segment, for ``width``
        self.width = 0
        self.complete = not text

    def append(self, text: str) -> None:
        """Add text that has just arrived."""
        self.source += text
        self.stream.append(text)
        self.complete = False

    def forget_heights(self) -> None:
        """Let everything be measured again."""
        self.heights.clear()
        self.width = 0


class AnswerView(QWidget):
    """Shows an ``AnswerText``. Its owner calls ``advance``, then ``fit``, ``reveal`` and sets its geometry."""

    height_changed = Signal()
    link_activated = Signal(str)

    def __init__(self, tools: Tools, text: AnswerText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.text = text
        self._blocks: dict[int, Block] = {}
        self._begun: dict[int, int] = {}  # how many leaves are shown of a text that is not yet set whole
        self._stack = Stack()
        self._definitions = text.stream.definitions
        self._stale: set[int] = set()
        self._selection = WideSelection(self)
        self._take(0)

    @property
    def height_now(self) -> int:
        """The height of all segments, and a guess for what is not read yet."""
        return self._stack.total + self._unread_height()

    def advance(self, deadline: float) -> bool:
        """Read new text until ``deadline`` (``time.perf_counter``). True: all is read."""
        if self.text.complete:
            return True
        if not self.text.letters.advance(self.text.source, self._tools.theme, deadline):
            return False
        first = len(self.text.segments.shown)
        more = True
        while more:
            more = self.text.stream.step()
            first = min(first, self.text.segments.update())
            if time.perf_counter() > deadline:
                break
        self.text.complete = not more
        self._take(first)
        return self.text.complete

    def fit(self, width: int) -> int:
        """Lay out for a width and return the height; segments without a widget keep a guess."""
        if width != self.text.width:
            self.text.width = width
            self.text.heights.clear()
            self._stale = set(self._blocks)
            for index in range(len(self.text.segments.shown)):
                self._stack.set_height(index, self._guess(index))
        for index in list(self._stale):
            self._fit_block(index)
        self._place()
        return self.height_now

    def reveal(self, top: int, bottom: int, deadline: float) -> bool:
        """Make the widgets between two heights; drop those far away. False: the time was up before the end."""
        if not len(self._stack):
            return self.text.complete
        index = self._stack.index_at(top)
        finished = True
        while index < len(self._stack) and self._stack.top(index) < bottom:
            if index not in self._blocks and time.perf_counter() <= deadline:
                self._make(index)
            if index not in self._blocks or not self._fill(index, deadline):
                finished = False
                break
            index += 1
        self._drop_far(top - KEEP_MARGIN, bottom + KEEP_MARGIN)
        self._place()
        return finished

    def anchor(self, y: int) -> Anchor:
        """Return what stands at a height, to be found again by ``locate`` after heights have changed."""
        index = self._stack.index_at(y)
        if index < 0:
            return (-1, y)
        offset = y - self._stack.top(index)
        letter = self._blocks[index].anchor(offset) if index in self._blocks and index not in self._stale else None
        return (index, offset, *(letter or ()))

    def locate(self, anchor: Anchor) -> int:
        """Return the height where an anchor is now."""
        index, offset, *letter = anchor
        if not 0 <= index < len(self._stack):
            return offset
        if letter and index in self._blocks:
            return self._stack.top(index) + self._blocks[index].locate(*letter)
        return self._stack.top(index) + min(offset, self._stack.height(index))

    def holds_attention(self) -> bool:
        """Say whether the person is at work in one of its blocks."""
        return any(block.holds_attention() for block in self._blocks.values())

    def blocks(self) -> list[Block]:
        """Return the widgets that exist, from top to bottom."""
        return [self._blocks[index] for index in sorted(self._blocks)]

    def block_at(self, index: int) -> Block | None:
        """Return the widget of a segment; None while it is not there, or not whole."""
        return None if index in self._begun else self._blocks.get(index)

    def _take(self, first: int) -> None:
        """Show the segments from an index on, which are new or have changed."""
        shown = self.text.segments.shown
        for index in [i for i in self._blocks if i >= len(shown)]:
            self._forget(index)
        self._stack.cut(min(len(self._stack), len(shown)))
        if self._definitions != self.text.stream.definitions:
            self._definitions = self.text.stream.definitions
            self._redraw_prose()
        for index in range(min(first, len(self._stack)), len(shown)):
            self.text.heights.pop(index, None) if index >= first else None
            block = self._blocks.get(index)
            if block is None:
                self._stack.set_height(index, self._guess(index))
            elif _fits(block, shown[index]):
                self._show(block, index)
                self._stale.add(index)
            else:
                self._forget(index)
                self._stack.set_height(index, self._guess(index))

    def _guess(self, index: int) -> int:
        known = self.text.heights.get(index)
        if known is not None:
            return known
        width = self.text.width or 600
        return guess_height(self.text.segments.shown[index], width, self._tools.theme.text_size)

    def _unread_height(self) -> int:
        stream = self.text.stream
        if self.text.complete or not stream.unread:
            return 0
        tail = sum(segment.characters for segment in self.text.segments.shown[-1:])
        letters = max(0, stream.unread - tail)
        return (
            guess_text("x" * 80, self.text.width or 600, self._tools.theme.text_size) * letters // 80 if letters else 0
        )

    def _make(self, index: int) -> None:
        segment = self.text.segments.shown[index]
        read, theme = self.text.stream.spans, self._tools.theme
        block: CodeBlock | TableBlock | ProseBlock
        match segment.leaves[0]:
            case CodeLeaf():
                block = CodeBlock(theme, self._tools.highlighter, self)
            case TableLeaf():
                block = TableBlock(theme, read, self._tools.formulas, self)
            case _:
                block = ProseBlock(theme, read, self._tools.formulas, self)
        self._blocks[index] = block
        self._selection.watch(block.view)
        block.prepare(self.text.width or 600)
        if isinstance(block, ProseBlock):
            self._begun[index] = 0
        else:
            self._show(block, index)
        block.link_activated.connect(self.link_activated)
        block.height_changed.connect(lambda: self._changed(block))
        block.show()
        self._fit_block(index)

    def _fill(self, index: int, deadline: float) -> bool:
        """Go on with a text that is set in pieces: hostile ones take long to read, to lay out and to paint."""
        block = self._blocks[index]
        if index not in self._begun or not isinstance(block, ProseBlock):
            return True
        leaves = self.text.segments.shown[index].leaves
        while self._begun[index] < len(leaves):
            end = _piece_end(leaves, self._begun[index])
            for leaf in leaves[self._begun[index] : end]:
                if isinstance(leaf, TextLeaf) and not leaf.source and not leaf.display:
                    self.text.stream.spans(leaf.content)  # it remembers them for the block
            if time.perf_counter() > deadline:
                break
            self._begun[index] = end
            block.show_leaves(leaves[:end], first=index == 0)
        if self._begun[index] == len(leaves):
            del self._begun[index]
        self._fit_block(index)
        return index not in self._begun

    def _show(self, block: Block, index: int) -> None:
        leaves = self.text.segments.shown[index].leaves
        first = index == 0
        self._begun.pop(index, None)
        match block, leaves[0]:
            case ProseBlock(), _:
                block.show_leaves(leaves, first=first)
            case CodeBlock(), CodeLeaf() as leaf:
                block.show_leaf(leaf, first=first)
            case TableBlock(), TableLeaf() as leaf:
                block.show_leaf(leaf, first=first)
            case _:
                raise AssertionError("a block shows its own kind of leaf")

    def _fit_block(self, index: int) -> None:
        block = self._blocks[index]
        width = self.text.width or 600
        height = block.fit(width)
        if index in self._begun:
            rest = Segment(self.text.segments.shown[index].leaves[self._begun[index] :], 0)
            height += guess_height(rest, width, self._tools.theme.text_size)
        else:
            self.text.heights[index] = height
        self._stack.set_height(index, height)
        self._stale.discard(index)

    def _place(self) -> None:
        for index, block in self._blocks.items():
            geometry = (0, self._stack.top(index), self.text.width, self._stack.height(index))
            if block.geometry().getRect() != geometry:
                block.setGeometry(*geometry)

    def _changed(self, block: Block) -> None:
        index = next((i for i, known in self._blocks.items() if known is block), None)
        if index is not None:
            self._stale.add(index)
            self.height_changed.emit()

    def _redraw_prose(self) -> None:
        for block in self._blocks.values():
            if isinstance(block, ProseBlock | TableBlock):
                block.redraw()

    def _drop_far(self, top: int, bottom: int) -> None:
        far = [i for i in self._blocks if self._stack.top(i + 1) < top or self._stack.top(i) > bottom]
        for index in far:
            if not self._blocks[index].holds_attention():
                self._forget(index)

    def _forget(self, index: int) -> None:
        block = self._blocks.pop(index)
        self._begun.pop(index, None)
        self._stale.discard(index)
        block.hide()
        block.deleteLater()


def _piece_end(leaves: tuple[Leaf, ...], start: int) -> int:
    """Return the index after the leaves that are set together with the one at ``start``."""
    end, size = start + 1, characters_of(leaves[start])
    while end < len(leaves) and size + characters_of(leaves[end]) <= AT_ONCE:
        size += characters_of(leaves[end])
        end += 1
    return end


def _fits(block: Block, segment: Segment) -> bool:
    match segment.leaves[0]:
        case CodeLeaf():
            return isinstance(block, CodeBlock)
        case TableLeaf():
            return isinstance(block, TableBlock)
        case _:
            return isinstance(block, ProseBlock)
