"""Blocks that CommonMark does not know: formulas on lines of their own, and footnotes. No Qt.

Like every block of CommonMark they close line by line: what has been read of them never depends on what comes after
the line that ended them, so that an answer can be read while it is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

CLOSERS = {"$$": "$$", "\\[": "\\]"}
FOOTNOTE = re.compile(r"\[\^(?P<label>[^\]\s\[^]{1,40})\]:[ \t]*")
INTERRUPTED = ["paragraph", "reference", "blockquote", "list"]


def add_to(reader: MarkdownIt) -> None:
    """Teach a reader these blocks."""
    reader.block.ruler.before("fence", "formula_block", _formula_block, {"alt": INTERRUPTED})
    reader.block.ruler.before("reference", "footnote", _footnote, {"alt": INTERRUPTED})


def note_key(label: str) -> str:
    """Return the name under which a footnote stands among the link definitions, where no link can have it."""
    return f"\0note {label}"


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()


def _formula_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    r"""``$$`` or ``\[`` at the start of a line, up to a line that ends with its counterpart or to an empty line."""
    if state.is_code_block(start):
        return False
    first = _line(state, start)
    closer = CLOSERS.get(first[:2])
    if closer is None or first[2:3] == "$":
        return False
    if closer in first[2:]:
        if first.find(closer, 2) != len(first) - 2 or len(first) == 4:
            return False  # text goes on after the formula: a paragraph
        closed, last = True, start + 1
    elif silent:
        return not _is_open(state, start, first[:2])
    else:
        closed, last = _end_of_formula(state, start + 1, end, closer)
    if silent:
        return True
    token = state.push("formula_block", "", 0)
    token.map = [start, last]
    token.content = "\n".join(_line(state, number) for number in range(start, last))
    token.hidden = not closed
    state.line = last
    return True


def _is_open(state: StateBlock, line: int, opener: str) -> bool:
    """Say whether a formula that began within the paragraph before a line ends there."""
    before = state.src[state.bMarks[state.line] : state.bMarks[line]]
    if opener == "$$":
        return before.count("$$") % 2 == 1
    return before.rfind("\\[") > before.rfind("\\]")


def _end_of_formula(state: StateBlock, number: int, end: int, closer: str) -> tuple[bool, int]:
    """Return whether it is closed, and the line after it."""
    while number < end:
        if state.isEmpty(number) or state.sCount[number] < state.blkIndent:
            return False, number
        if _line(state, number).endswith(closer):
            return True, number + 1
        number += 1
    return False, number


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``[^label]: text``, with the lines of its paragraph."""
    if state.is_code_block(start):
        return False
    found = FOOTNOTE.match(_line(state, start))
    if found is None:
        return False
    if silent:
        return True
    label, last = found["label"], _end_of_paragraph(state, start + 1, end)
    state.env.setdefault("references", {})[note_key(label)] = {"title": "", "href": "", "map": [start, last]}
    lines = [_line(state, start)[found.end() :], *(_line(state, number) for number in range(start + 1, last))]
    state.push("footnote_open", "", 1).map = [start, last]
    state.tokens[-1].info = label
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = "\n".join(lines).strip(), [start, last], []
    state.push("footnote_close", "", -1)
    state.line = last
    return True


def _end_of_paragraph(state: StateBlock, number: int, end: int) -> int:
    rules = state.md.block.ruler.getRules("paragraph")
    while number < end and not state.isEmpty(number):
        indented = state.sCount[number] - state.blkIndent > 3
        if not indented and any(rule(state, number, end, True) for rule in rules):
            break
        number += 1
    return number
