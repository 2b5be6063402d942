"""Plain text: every paragraph, or every line, is a unit. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.translate.documents.lines import Line, content, lines_of, wrapped_place
from app.translate.documents.places import Found, Place
from app.translate.masking import is_all_kept

LONG_LINE = 50
"""A paragraph whose lines, but for the last, are all at least so long was wrapped: its lines are no sentences."""
SCATTER = 25
_ITEM = re.compile(r"\s*(?:[-*+•‣◦▪·–—#>|=]+(?:\s|$)|\(?\w{1,3}[.)]\s)")


def find(text: str) -> Found:
    """Return the text's paragraphs."""
    places = (place for block in _blocks(text) for place in _places(block))
    return Found([place for place in places if not is_all_kept(place.text)])


def _blocks(text: str) -> Iterator[list[Line]]:
    """Yield runs of lines without an empty one between them."""
    block: list[Line] = []
    for line in lines_of(text):
        if line.text.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _places(block: list[Line]) -> Iterator[Place]:
    contents = [content(line) for line in block]
    for lines in [contents] if len(block) > 1 and _is_wrapped(block) else [[line] for line in contents]:
        yield wrapped_place(lines, lines[0].where)


def _is_wrapped(block: list[Line]) -> bool:
    lengths = [len(line.text) for line in block[:-1]]
    indents = {len(line.text) - len(line.text.lstrip()) for line in block[1:]}
    return (
        min(lengths) >= LONG_LINE
        and max(lengths) - min(lengths) <= SCATTER
        and len(block[-1].text) <= max(lengths) + SCATTER
        and len(indents) == 1
        and not any(_ITEM.match(line.text) for line in block[1:])
    )
