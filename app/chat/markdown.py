"""Markdown that is still being written -> leaves, reading only its end again. No Qt.

``MarkdownStream`` keeps the place where the last open top-level block starts. Everything before it is final: CommonMark
closes blocks line by line, so a block that another one follows, on a complete line, cannot change any more. Each step
reads one window of at most ``WINDOW`` characters, so that neither a long answer nor a hostile one holds the
caller up; a list, table or paragraph longer than that is read in pieces (at an item, a row, a line).

The result depends on the text alone, never on how it was cut when it arrived.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from app.chat.markdown_blocks import LeafBuilder
from app.chat.markdown_inline import InlineReader, parser
from app.chat.markdown_leaves import CodeLeaf, Leaf, Spans, TableLeaf

if TYPE_CHECKING:
    from markdown_it.token import Token

WINDOW = 2048
LONG_WINDOW = 2 * WINDOW  # for a single paragraph, quote or list item, which is only cut when it is longer than this
TABLE_CELLS = 160  # of one table; a longer one goes on in another with the same header
LEAST_ROWS = 12
LIST_ITEMS = 16  # of one list; a longer one is read in pieces
FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})(?P<info>.*)")


class MarkdownStream:
    """Append text, then call ``step`` until it returns False; ``leaves`` and ``tail`` show the text so far.

    ``leaves`` only grows and never changes; ``tail`` is replaced by every step. ``definitions`` grows when link
    definitions become known: spans read before may look different from then on.
    """

    def __init__(self, text: str = "") -> None:
        self.leaves: list[Leaf] = []
        self.tail: list[Leaf] = []
        self.definitions = 0
        self._text = ""
        self._start = 0  # of the open block
        self._held = ""  # a carriage return whose newline may still come
        self._references: dict[str, Any] = {}  # markdown-it's own shape; those of closed blocks
        self._visible: dict[str, Any] = {}  # the same and those of the tail
        self._inline = InlineReader()
        self._next_number: int | None = None  # of a list that is read in pieces
        self._table_head = ""  # of a table that is read in pieces
        self._fence: _Fence | None = None
        self.append(text)

    @property
    def unread(self) -> int:
        """Characters that no step has read yet, or that the next one reads again."""
        return len(self._text) - self._start

    def append(self, text: str) -> None:
        """Add text as it came from the model. Costs nothing until the next ``step``."""
        text = self._held + text
        self._held = "\r" if text.endswith("\r") else ""
        text = text.removesuffix("\r").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        self._text += text

    def spans(self, content: str) -> Spans:
        """Return a leaf's or cell's content as styled text."""
        return self._inline.read(content, {"references": self._visible})

    def step(self) -> bool:
        """Read one window. True: more is waiting, so the tail is not yet the end of the text."""
        if not self._fence and not self._table_head:
            self._begin_plain_fence()
        if self._fence:
            return self._step_fence(self._fence)
        block = self._window(WINDOW)
        progress = self._read(block)
        if self._fence:
            return self._step_fence(self._fence)
        if not progress and self.unread > block.size:
            return self._read_long(block)
        return progress

    def finish(self) -> None:
        """Read all that is there: for tests and short texts."""
        while self.step():
            pass

    def _window(self, size: int) -> _Window:
        text = self._text[self._start : self._start + size]
        if self.unread > size:
            text = text[: text.rfind("\n") + 1] or text[: text.rfind(" ") + 1] or text
        return _Window(text, self._table_head, self._references)

    def _read(self, block: _Window) -> bool:
        """Keep the closed blocks of a window. False: there are none, and all of it is the tail."""
        if block.opens_fence and not self._table_head:
            self._begin_fence(block.first_line)
            return False
        if full := block.full_table():
            self._keep_rows(block, full)
            return True
        if full := block.full_list():
            self._keep_items(block, LIST_ITEMS, full)
            return True
        edge = block.edge()
        if edge:
            self._keep(block, edge)
            return True
        self.tail = block.leaves(self._next_number)
        self._show(block.references())
        return False

    def _read_long(self, block: _Window) -> bool:
        """Cut a block that is longer than a window, unless it is in one piece and still fits a long one."""
        if len(block.item_lines()) < 2:
            block = self._window(LONG_WINDOW)
            if self._read(block):
                return True
            if self.unread <= LONG_WINDOW:
                return False
        items = block.item_lines()
        if len(items) >= 2:
            self._keep_items(block, len(items) - 1, items[-1])
        else:
            self._keep_rows(block, block.line_count)
        return True

    def _keep_items(self, block: _Window, count: int, line: int) -> None:
        """Make the first items of the leading list final; the next piece goes on with their numbers."""
        number = block.number_after(self._next_number, count)
        self._keep(block, line)
        self._next_number = number

    def _keep_rows(self, block: _Window, line: int) -> None:
        """Make what is before a line final; if it is a table, the next piece has the same header."""
        head = block.table_head()
        self._keep(block, line)
        self._table_head = head

    def _keep(self, block: _Window, line: int) -> None:
        """Make everything before a line final."""
        self.leaves += block.leaves(self._next_number, line)
        self.tail = []
        self._start += block.offset(line)
        self._next_number, self._table_head = None, ""
        self._references |= block.references(line)
        self._show(self._references)

    def _show(self, references: dict[str, Any]) -> None:
        if references != self._visible:
            self._visible = dict(references)
            self.definitions += 1
            self._inline.forget()

    def _begin_plain_fence(self) -> None:
        """See a fence at the very start without reading a window: a text may have thousands of short ones."""
        end = self._text.find("\n", self._start)
        found = FENCE.fullmatch(self._text, self._start, end) if end >= 0 else None
        if found and not (found["fence"][0] == "`" and "`" in found["info"]):
            self._begin_fence(0)

    def _begin_fence(self, line: int) -> None:
        self._fence = _Fence(self._text, _line_offset(self._text, line, self._start))
        self._next_number = None

    def _step_fence(self, fence: _Fence) -> bool:
        end = fence.scan(self._text)
        if end is None:
            self.tail = [fence.leaf(self._text)]
            return False
        self.leaves.append(fence.leaf(self._text))
        self.tail, self._fence, self._start = [], None, end
        return self.unread > 0


class _Window:
    """The top-level blocks of one window, read without their inline text."""

    def __init__(self, text: str, head: str, references: dict[str, Any]) -> None:
        self._head_lines = head.count("\n")
        self._text = text
        self._known = references
        self._env: dict[str, Any] = {"references": dict(references)}
        self._lines = (head + text).split("\n")
        self._tokens: list[Token] = []
        reader = parser()
        reader.block.parse(head + text, reader, self._env, self._tokens)
        self._tops = [token for token in self._tokens if token.level == 0 and token.map and token.nesting >= 0]
        self._tops = [token for token in self._tops if token.type != "inline"]
        self.size = len(text)
        self.line_count = text.count("\n") + (not text.endswith("\n"))

    @property
    def first_line(self) -> int:
        """The first top-level block's line in the window."""
        return self._line(self._tops[0])

    @property
    def opens_fence(self) -> bool:
        """Whether it starts with a code fence, which is read by lines and not again from its start."""
        first = self._tops[0] if self._tops else None
        return first is not None and first.type == "fence" and self._line(first) < self._text.count("\n")

    @property
    def is_list(self) -> bool:
        """Whether it starts with a list."""
        return bool(self._tops) and self._tops[0].type in {"bullet_list_open", "ordered_list_open"}

    def _line(self, token: Token) -> int:
        return (token.map or [0])[0] - self._head_lines

    def edge(self) -> int:
        """Return the line of the last block that starts on a complete line, if others stand before it; else 0."""
        complete = self._text.count("\n")
        return next((line for top in reversed(self._tops[1:]) if (line := self._line(top)) < complete), 0)

    def item_lines(self) -> list[int]:
        """Return the lines where the items of the leading list start; [] when it starts with something else."""
        if not self.is_list:
            return []
        return [self._line(token) for token in self._tokens if token.type == "list_item_open" and token.level == 1]

    def number_after(self, first: int | None, count: int) -> int | None:
        """Return the number that follows the first items of the leading list; None for bullets."""
        if self._tops[0].type != "ordered_list_open":
            return None
        start = self._tops[0].attrGet("start")
        return (first if first is not None else 1 if start is None else int(start)) + count

    def table_head(self) -> str:
        """Return the header lines of the table that the window starts with, else ""."""
        if not self._tops or self._tops[0].type != "table_open":
            return ""
        start = (self._tops[0].map or [0])[0]
        return "".join(line + "\n" for line in self._lines[start : start + 2])

    def full_table(self) -> int:
        """Return the line before which the leading table has as many cells as one may have; 0 when it has fewer."""
        if not self._tops or self._tops[0].type != "table_open":
            return 0
        start, end = self._tops[0].map or [0, 0]
        head = next(i for i, token in enumerate(self._tokens) if token.type == "thead_close")
        columns = sum(token.type == "th_open" for token in self._tokens[:head])
        line = start + 2 + max(LEAST_ROWS, TABLE_CELLS // columns) - self._head_lines
        return line if line < min(end - self._head_lines, self._text.count("\n")) else 0

    def full_list(self) -> int:
        """Return the line before which the leading list has as many items as are kept together; 0 if it has fewer."""
        items = self.item_lines()
        full = len(items) > LIST_ITEMS and items[LIST_ITEMS] < self._text.count("\n")
        return items[LIST_ITEMS] if full else 0

    def leaves(self, number: int | None, before: int | None = None) -> list[Leaf]:
        """Return the leaves of all blocks, or of what starts before a line of the window."""
        tokens = self._tokens if before is None else _cut(self._tokens, before + self._head_lines)
        leaves = LeafBuilder(self._lines, number if self.is_list else None).build(tokens)
        if self._head_lines and leaves and isinstance(leaves[0], TableLeaf) and not leaves[0].rows:
            del leaves[0]  # the table had ended with the piece before
        return leaves

    def references(self, before: int | None = None) -> dict[str, Any]:
        """Return the link definitions known here, or those that end before a line."""
        found: dict[str, Any] = self._env["references"]
        if before is None:
            return found
        limit = before + self._head_lines
        return {label: value for label, value in found.items() if label in self._known or value["map"][1] <= limit}

    def offset(self, line: int) -> int:
        """Return where a line starts, in characters."""
        return _line_offset(self._text, line)


class _Fence:
    """A top-level code fence: its lines are looked at once, however long it grows."""

    def __init__(self, text: str, start: int) -> None:
        self._body = text.index("\n", start) + 1
        opening = FENCE.match(text[start : self._body - 1])
        assert opening, "markdown-it saw a fence here"
        mark = opening["fence"]
        self._indent = opening.start("fence")
        self._language = next(iter(opening["info"].split()), "")
        self._close = re.compile(rf" {{0,3}}{re.escape(mark[0])}{{{len(mark)},}}[ \t]*")
        self._partial = re.compile(rf" {{0,3}}{re.escape(mark[0])}+[ \t]*")
        self._scanned = self._body
        self._end: int | None = None

    def scan(self, text: str) -> int | None:
        """Look at new complete lines; return where the text goes on after the closing one, or None."""
        while (newline := text.find("\n", self._scanned)) >= 0:
            if self._close.fullmatch(text, self._scanned, newline):
                self._end = self._scanned
                return newline + 1
            self._scanned = newline + 1
        return None

    def leaf(self, text: str) -> CodeLeaf:
        """Return the code so far; a last line that looks like the closing one is held back."""
        end = self._end
        if end is None:
            end = self._scanned if self._partial.fullmatch(text, self._scanned) else len(text)
        code = text[self._body : end].removesuffix("\n")
        if self._indent:
            code = re.sub(rf"^ {{1,{self._indent}}}", "", code, flags=re.MULTILINE)
        closed = self._end is not None or self._close.fullmatch(text, self._scanned) is not None
        return CodeLeaf(code, self._language, closed)


def _line_offset(text: str, line: int, offset: int = 0) -> int:
    for _ in range(line):
        offset = text.find("\n", offset) + 1
        if not offset:
            return len(text)
    return offset


def _cut(tokens: list[Token], line: int) -> list[Token]:
    """Return the tokens of what starts before a line: whole blocks, or the first items or rows of one."""
    result: list[Token] = []
    for token in tokens:
        unit = token.level <= 1 or token.type == "tr_open"
        if unit and token.map and token.nesting >= 0 and token.map[0] >= line and token.type != "inline":
            break
        result.append(token)
    return result
