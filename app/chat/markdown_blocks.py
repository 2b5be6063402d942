"""markdown-it's block tokens -> leaves. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.chat.markdown_inline import MAX_NESTING
from app.chat.markdown_leaves import (
    Alignment,
    CodeLeaf,
    Container,
    Leaf,
    RuleLeaf,
    TableLeaf,
    TextLeaf,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

BULLETS = ("•", "◦", "▪")
TASK_MARKERS = {"[ ]": "☐", "[x]": "☑", "[X]": "☑"}
ALIGNMENTS = {"text-align:center": Alignment.CENTRE, "text-align:right": Alignment.END}


@dataclass
class _List:
    ordered: bool
    number: int


@dataclass
class _Table:
    start: int  # lines
    end: int = 0
    alignments: list[Alignment] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


class LeafBuilder:
    """Walks the tokens of whole top-level blocks. ``first_number`` carries on a list that was read in pieces."""

    def __init__(self, lines: list[str], first_number: int | None = None) -> None:
        self._lines = lines
        self._first_number = first_number
        self._leaves: list[Leaf] = []
        self._path: list[Container] = []
        self._lists: list[_List] = []
        self._marker = ""
        self._level = 0
        self._tight = False
        self._table: _Table | None = None

    def build(self, tokens: list[Token]) -> list[Leaf]:
        """Return the leaves of these tokens."""
        for top, group in _top_level(tokens):
            if any(token.level >= MAX_NESTING - 1 for token in group):
                self._leaves.append(TextLeaf(self._source(top), source=True))
            else:
                for token in group:
                    self._take(token)
            self._first_number = None
            self._close()
        return self._leaves

    def _close(self) -> None:
        """End a block that was cut between its items or rows."""
        if self._table is not None:
            self._leaves.append(self._finished_table(self._table))
            self._table = None
        self._lists.clear()
        self._path.clear()

    def _source(self, token: Token) -> str:
        start, end = token.map or [0, 0]
        return "\n".join(self._lines[start:end]).rstrip("\n")

    def _take(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._inline(token)
            case "heading_open":
                self._level = int(token.tag[1:])
            case "heading_close":
                self._level = 0
            case "paragraph_open":
                self._tight = token.hidden
            case "fence" | "code_block":
                self._code(token)
            case "formula_block":
                path = tuple(self._path)
                self._leaves.append(TextLeaf(token.content, 0, path, self._take_marker(), display=not token.hidden))
            case "hr":
                self._leaves.append(RuleLeaf(tuple(self._path)))
            case _ if self._table is not None or token.type == "table_open":
                self._in_table(token)
            case _:
                self._container(token)

    def _container(self, token: Token) -> None:
        match token.type:
            case "blockquote_open":
                self._path.append(Container.QUOTE)
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append(self._new_list(token))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._flush_marker()
                self._path.append(Container.ITEM)
                self._marker = self._next_marker()
            case "footnote_open":
                self._flush_marker()
                self._path.append(Container.ITEM)
                self._marker, self._tight = token.info, True
            case "list_item_close" | "footnote_close":
                self._flush_marker()
                self._path.pop()
            case "blockquote_close":
                self._path.pop()
            case _:
                pass  # paragraph_close: nothing to remember

    def _new_list(self, token: Token) -> _List:
        written = token.attrGet("start")
        start = 1 if written is None else int(written)
        if token.level == 0 and self._first_number is not None:
            start = self._first_number
        return _List(token.type.startswith("ordered"), start)

    def _next_marker(self) -> str:
        current = self._lists[-1]
        if not current.ordered:
            depth = sum(1 for one in self._lists if not one.ordered)
            return BULLETS[(depth - 1) % len(BULLETS)]
        current.number += 1
        return f"{current.number - 1}."

    def _flush_marker(self) -> None:
        """Show an item that has no text of its own before what is nested in it."""
        if self._marker:
            self._leaves.append(TextLeaf("", 0, tuple(self._path), self._take_marker(), tight=True))

    def _take_marker(self) -> str:
        marker, self._marker = self._marker, ""
        return marker

    def _inline(self, token: Token) -> None:
        if self._table is not None:
            self._table.rows[-1].append(token.content)
            return
        content, marker = token.content, self._take_marker()
        if marker and content[:3] in TASK_MARKERS and content[3:4] in {" ", ""}:
            content, marker = content[4:], TASK_MARKERS[content[:3]]
        tight = self._tight and Container.ITEM in self._path and not self._level
        self._leaves.append(TextLeaf(content, self._level, tuple(self._path), marker, tight))

    def _code(self, token: Token) -> None:
        language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
        closed = token.type != "fence" or _is_closed(token, self._lines)
        text = token.content.removesuffix("\n")
        self._leaves.append(CodeLeaf(text, language, closed, tuple(self._path), self._take_marker()))

    def _in_table(self, token: Token) -> None:
        if token.type == "table_open":
            self._flush_marker()
            self._table = _Table((token.map or [0])[0])
        if self._table is None:
            return
        match token.type:
            case "tr_open":
                self._table.rows.append([])
                self._table.end = (token.map or [0, 0])[1]
            case "th_open":
                self._table.alignments.append(ALIGNMENTS.get(str(token.attrGet("style")), Alignment.START))
            case "table_close":
                self._leaves.append(self._finished_table(self._table))
                self._table = None
            case _:
                pass  # cells' text comes as inline tokens

    def _finished_table(self, table: _Table) -> TableLeaf:
        header, *rows = [tuple(row) for row in table.rows]
        source = "\n".join(self._lines[table.start : table.end] if rows else self._lines[table.start : table.start + 2])
        return TableLeaf(header, tuple(rows), tuple(table.alignments), source, tuple(self._path))


def _top_level(tokens: list[Token]) -> list[tuple[Token, list[Token]]]:
    """Group tokens by the top-level block that they belong to."""
    groups: list[tuple[Token, list[Token]]] = []
    for token in tokens:
        if token.level == 0 and token.nesting >= 0 and token.type != "inline":
            groups.append((token, []))
        groups[-1][1].append(token)
    return groups


def _is_closed(token: Token, lines: list[str]) -> bool:
    """Say whether a fence inside a list or quote ends with its closing line."""
    start, end = token.map or [0, 0]
    return end - start > 1 and lines[end - 1].strip(" \t>").startswith(token.markup)
