"""Markdown: paragraphs, headings, list items and cells; code, front matter, addresses and markup stay. No Qt.

A unit's text is its source: models know Markdown, and ``masking`` hides addresses and code in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from app.translate.documents import web
from app.translate.documents.lines import Line, content, lines_of, wrapped_place
from app.translate.documents.places import Found, Place, Show
from app.translate.masking import is_all_kept

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_SHORT_LINK = re.compile(r"(?<![\]\\!])\[([^\[\]\n]{1,200})\](?:\[\]|(?![\[(:]))")
_BLOCK = re.compile(r"\A(\d{0,9})([.)](?=\s)|[-+*>](?=\s)|#(?=#{0,5}\s)|[-=_*](?=[-=_* ]*\Z)|```|~~~)")
_OWN_LINE = re.compile(r"(?:\[\^[^\[\]\n]{1,80}\]:|:(?=\s)|\[[ xX]\](?=\s)|:{3,}.*)\s*")
"""What begins something else than CommonMark knows: a footnote, a definition, a task; ":::" is no words at all."""
_BAR = re.compile(r"(?<!\\)\|")
_CELLS = frozenset({"th", "td"})
_HARD_BREAK = re.compile(r"(?: {2,}|\\)\Z")
MAX_NESTING = 40


def find(source: str) -> Found:
    """Return a text's blocks of words."""
    front = _FRONT.match(source)
    return Found(list(_Finder(source, front.end() if front else 0).places()))


class _Finder:
    def __init__(self, source: str, begin: int) -> None:
        self._source = source
        self._lines = [line for line in lines_of(source) if line.start >= begin]
        parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
        self._names: dict[str, object] = {}
        environment: dict[str, dict[str, object]] = {"references": self._names}
        # Without its inline rules: a block's source is all that is wanted.
        self._tokens = parser.disable("inline").parse(source[begin:], environment)
        self._line = self._column = 0

    def places(self) -> Iterator[Place]:
        kind = ""
        for token in self._tokens:
            if token.type == "inline" and token.map:
                yield from self._words(token, kind)
            elif token.type == "html_block" and token.map:
                yield from self._page(token.map)
            kind = token.tag or kind

    def _words(self, token: Token, where: str) -> Iterator[Place]:
        assert token.map is not None, "looked at by the caller"
        block: list[Line] = []
        for located in self._located(token, where):
            line = located
            if own := _OWN_LINE.match(line.text):
                yield from self._place(block, where)
                block = []
                line = Line(line.text[own.end() :], line.start + own.end(), line.number)
                if not line.text:
                    continue
            block.append(content(Line(_HARD_BREAK.sub("", line.text), line.start, line.number)))
            if _HARD_BREAK.search(line.text):
                yield from self._place(block, where)
                block = []
        yield from self._place(block, where)

    def _place(self, lines: Sequence[Line], where: str) -> Iterator[Place]:
        if lines and not is_all_kept(" ".join(line.text for line in lines)):
            place = wrapped_place(lines, lines[0].where)
            text = _SHORT_LINK.sub(self._with_its_name, place.text)
            yield Place(place.start, place.end, text, _writer(place, where), place.where)

    def _with_its_name(self, match: re.Match[str]) -> str:
        """Let a link that is found by its words be found when they are others: [words] -> [words][words]."""
        return f"[{match[1]}][{match[1]}]" if normalizeReference(match[1]) in self._names else match[0]

    def _located(self, token: Token, where: str) -> Iterator[Line]:
        """Find the lines of a block in the source: without what quotes and lists put before them."""
        assert token.map is not None, "looked at by the caller"
        for number, words in enumerate(token.content.split("\n"), start=token.map[0]):
            if number >= len(self._lines):
                return
            line = self._lines[number]
            at, length = self._in_cell(number, words) if where in _CELLS else _at_end(line.text, words)
            if at < 0:
                return  # tabs that became spaces: left as it is
            yield Line(line.text[at : at + length], line.start + at, line.number)

    def _in_cell(self, number: int, words: str) -> tuple[int, int]:
        begin = self._column if number == self._line else 0
        for one in (words, words.replace("|", "\\|")):
            at = self._lines[number].text.find(one, begin)
            if at >= 0:
                self._line, self._column = number, at + len(one)
                return at, len(one)
        return -1, 0

    def _page(self, lines: Sequence[int]) -> Iterator[Place]:
        """Yield the texts of a block of HTML."""
        begin = self._lines[lines[0]].start
        end = self._lines[lines[1]].start if lines[1] < len(self._lines) else len(self._source)
        for place in web.find(self._source[begin:end]).places:
            yield _moved(place, begin)


def _writer(place: Place, where: str) -> Callable[[str, Show], str]:
    """Words stay words: they begin no list and no heading, and end no cell."""

    def write(text: str, show: Show) -> str:
        line = " ".join(text.split("\n"))
        if where in _CELLS:
            return place.write(_BAR.sub(r"\\|", line), show)
        return place.write(line if where.startswith("h") else _BLOCK.sub(r"\1\\\2", line), show)

    return write


def _at_end(line: str, words: str) -> tuple[int, int]:
    """Return where in a line a block's words are: at its end, but for the signs that close a heading."""
    at = line.rfind(words)
    behind = line[at + len(words) :].strip(" \t#")
    return (at, len(words)) if at >= 0 and not behind else (-1, 0)


def _moved(place: Place, by: int) -> Place:
    def write(text: str, show: Show) -> str:
        return place.write(text, lambda start, end: show(start + by, end + by))

    return Place(place.start + by, place.end + by, place.text, write, place.where)
