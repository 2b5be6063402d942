"""HTML -> text with a little Markdown: headings, lists, tables, code. No scripts, no styles, nothing hidden."""

from __future__ import annotations

import re
from html import unescape

from typing_extensions import override

from app.documents.page_parser import PageParser

SKIPPED = frozenset({"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "canvas"})
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_BLOCKS = (
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
    "h6 header hr html li main nav ol p pre section summary table tbody thead tfoot title tr ul caption"
)
BLOCKS = frozenset(_BLOCKS.split())
HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
CELLS = frozenset({"td", "th"})
PARAGRAPHS = frozenset({"p", "blockquote", "pre", "table", "ul", "ol", "dl", "title", "figure", *HEADINGS})
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SPACE = re.compile(r"[ \t\n\r\f]+")
_BEGUN = re.compile(r"<(?=[a-zA-Z/!?])")  # a tag, or a comment
MAX_DEPTH = 2000


class PageReader(PageParser):
    """Collects the text of one page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._hidden: list[str] = []  # open elements, from the first one whose content is left out
        self._pre = 0
        self._first_cell = False

    def text(self) -> str:
        """Return everything read so far."""
        return "".join(self._pieces)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden or tag in SKIPPED or _is_hidden(attrs):
            if tag not in VOID and len(self._hidden) < MAX_DEPTH:
                self._hidden.append(tag)
            return
        if tag == "pre":
            self._pre += 1
        if tag in BLOCKS:
            self._break(2 if tag in PARAGRAPHS else 1)
        if tag == "br":
            self._pieces.append("\n")
        elif tag == "li":
            self._pieces.append("- ")
        elif tag == "tr":
            self._first_cell = True
        elif tag in CELLS:
            self._pieces.append("" if self._first_cell else " | ")
            self._first_cell = False
        self._pieces.append(HEADINGS.get(tag, ""))

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag in self._hidden:
                del self._hidden[len(self._hidden) - 1 - self._hidden[::-1].index(tag) :]
            return
        if tag == "pre":
            self._pre = max(0, self._pre - 1)
        if tag in BLOCKS:
            self._break(2 if tag in PARAGRAPHS else 1)

    @override
    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._pre:
            self._pieces.append(data)
            return
        text = SPACE.sub(" ", data)
        if not self._pieces or self._pieces[-1].endswith(("\n", " ")):
            text = text.lstrip(" ")
        if text:
            self._pieces.append(text)

    def _break(self, lines: int) -> None:
        """End the line, and leave an empty one before and after a paragraph."""
        have = 0
        for piece in reversed(self._pieces[-4:]):
            stripped = piece.rstrip("\n")
            have += len(piece) - len(stripped)
            if stripped:
                break
        if self._pieces:
            self._pieces.append("\n" * max(0, lines - have))


def read_page(source: str) -> str:
    """Return the page's text."""
    reader = PageReader()
    rest = source[reader.read(source) :]
    reader.handle_data(unescape(_BEGUN.split(rest, maxsplit=1)[0]))
    return reader.text()


def _is_hidden(attributes: list[tuple[str, str | None]]) -> bool:
    return any(
        name == "hidden" or (name == "style" and HIDDEN.search(value or "") is not None) for name, value in attributes
    )
