"""HTML: the runs of words between its blocks, and the attributes that people read. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from html import escape, unescape

import msgspec
from typing_extensions import override

from app.documents.page_parser import PageParser
from app.documents.web_page import VOID
from app.translate.documents.inline import Role
from app.translate.documents.places import Found, Place, Show, fixed
from app.translate.documents.runs import Bit, run_place
from app.translate.languages import by_code

DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?([\w:.-]{1,40})", re.IGNORECASE
)
_INLINE = (
    "a abbr acronym b bdi bdo big br cite data del dfn em font i img ins label mark meter output picture progress q rp "
    "rt ruby s small source span strike strong sub sup time u wbr"
)
INLINE = frozenset(_INLINE.split())
KEPT = frozenset({"code", "kbd", "samp", "var", "tt", "svg", "math"})
"""Not translated, in the middle of words."""
SKIPPED = frozenset({"script", "style", "pre", "textarea", "iframe", "object", "template", "canvas", "noembed"})
TELLING = frozenset({"title", "h1", "h2", "h3", "h4", "h5", "h6", "th", "caption", "button", "option", "label"})
"""Tags whose names tell a person where words are."""
READ = frozenset({"alt", "title", "placeholder", "aria-label", "label"})
META = frozenset({"description", "keywords", "og:title", "og:description", "twitter:title", "twitter:description"})
BUTTONS = frozenset({"button", "submit", "reset"})
_ATTRIBUTE = re.compile(r"(?<![^\s\"'<>/=])([^\s\"'<>/=]++)\s*+=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+))")
SPACES = " \t\n\r\f"
_SPACE = re.compile(f"[{SPACES}]+")
ROOT_WITHIN = 16_384
_ROOT = re.compile(r"<html(?=[\s>])[^>]*>", re.IGNORECASE)


class TokenKind(Enum):
    """What stands in a page."""

    TEXT = auto()
    OPEN = auto()
    CLOSE = auto()
    VOID = auto()
    COMMENT = auto()


class Token(msgspec.Struct, frozen=True):
    """A piece of a page's source."""

    kind: TokenKind
    start: int
    end: int
    tag: str = ""
    skip: bool = False  # its author says that it is not to be translated


class _Tokens(PageParser):
    """Finds where everything begins; each piece ends where the next one does."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self.found: list[tuple[int, TokenKind, str, bool]] = []
        end = self.read(source)
        rest = source.find("<", end)
        self._rest(TokenKind.TEXT, end, rest if rest >= 0 else len(source))
        self._rest(TokenKind.COMMENT, rest if rest >= 0 else len(source), len(source))

    def _rest(self, kind: TokenKind, start: int, end: int) -> None:
        if start < end:
            self.found.append((start, kind, "", False))

    def _add(self, kind: TokenKind, tag: str = "", *, skip: bool = False) -> None:
        line, column = self.getpos()
        self.found.append((self._lines[line - 1] + column, kind, tag, skip))

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = any(
            (name == "translate" and value == "no") or (name == "class" and "notranslate" in (value or "").split())
            for name, value in attrs
        )
        self._add(TokenKind.VOID if tag in VOID else TokenKind.OPEN, tag, skip=kept)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(TokenKind.VOID, tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        self._add(TokenKind.CLOSE, tag)

    @override
    def handle_data(self, data: str) -> None:
        self._add(TokenKind.TEXT)

    @override
    def handle_entityref(self, name: str) -> None:
        self._add(TokenKind.TEXT)

    @override
    def handle_charref(self, name: str) -> None:
        self._add(TokenKind.TEXT)

    @override
    def handle_comment(self, data: str) -> None:
        self._add(TokenKind.COMMENT)

    @override
    def handle_decl(self, _decl: str) -> None:
        self._add(TokenKind.COMMENT)

    @override
    def handle_pi(self, data: str) -> None:
        self._add(TokenKind.COMMENT)

    @override
    def unknown_decl(self, data: str) -> None:
        self._add(TokenKind.COMMENT)


def tokens(source: str) -> list[Token]:
    """Return the pieces of a page, which joined are its source."""
    found = _Tokens(source).found
    starts = [*(start for start, *_ in found), len(source)]
    ends = starts[1:]
    return [Token(kind, start, end, tag, skip) for (start, kind, tag, skip), end in zip(found, ends, strict=True)]


def find(source: str) -> Found:
    """Return a page's texts."""
    language = ""
    root = _ROOT.search(source[:ROOT_WITHIN])
    if root:
        language = next((value for name, value, *_ in _attributes(root[0]) if name in {"lang", "xml:lang"}), "")
    return Found(list(_Finder(source).places()), language=language)


def label(source: str, language: str) -> list[Place]:
    """Return what makes the page say that it is in ``language``, and which way that is read."""
    root = _ROOT.search(source[:ROOT_WITHIN])
    known = by_code(language)
    if root is None or not language:
        return []
    there = {name: (root.start() + start, root.start() + end) for name, _, start, end in _attributes(root[0])}
    wanted = {"lang": language}
    if known is not None and (known.rtl or "dir" in there):
        wanted["dir"] = "rtl" if known.rtl else "ltr"
    edits = [fixed(*there[name], value) for name, value in {**wanted, "xml:lang": language}.items() if name in there]
    missing = "".join(f' {name}="{value}"' for name, value in wanted.items() if name not in there)
    behind = root.start() + len("<html")
    return [*edits, fixed(behind, behind, missing)] if missing else edits


def _attributes(tag: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield name, value, start and end of the value in a tag's source."""
    for match in _ATTRIBUTE.finditer(tag):
        group = next(number for number in (2, 3, 4) if match[number] is not None)
        yield match[1].lower(), unescape(match[group]), match.start(group), match.end(group)


def _ends(pieces: Sequence[Token]) -> dict[int, int]:
    """Return which piece ends what which one begins."""
    begun: dict[str, list[int]] = {}
    ends: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        if piece.kind is TokenKind.OPEN:
            begun.setdefault(piece.tag, []).append(index)
        elif piece.kind is TokenKind.CLOSE and begun.get(piece.tag):
            ends[begun[piece.tag].pop()] = index
    return ends


class _Finder:
    """Goes through a page's pieces once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens = tokens(source)
        self._ends = _ends(self._tokens)
        self._run: list[Bit] = []
        self._block = ""

    def places(self) -> Iterator[Place]:
        index = 0
        while index < len(self._tokens):
            token = self._tokens[index]
            until = self._skipped_until(index)
            if until > index:
                yield from self._leave_out(token, self._tokens[until - 1].end)
                index = until
                continue
            if token.kind in {TokenKind.OPEN, TokenKind.VOID}:
                yield from _read_attributes(self._source, token)
            yield from self._take(token)
            index += 1
        yield from self._finish()

    def _take(self, token: Token) -> Iterator[Place]:
        if token.kind is TokenKind.TEXT:
            self._run += self._words(token)
        elif token.kind is TokenKind.COMMENT:
            self._run.append(Bit(token.start, token.end, role=Role.ALONE))
        elif token.tag in INLINE:
            role = {TokenKind.OPEN: Role.OPEN, TokenKind.CLOSE: Role.CLOSE}.get(token.kind, Role.ALONE)
            shown = "\n" if token.tag == "br" and role is Role.ALONE else ""
            self._run.append(Bit(token.start, token.end, name=token.tag, role=role, shown=shown))
        else:
            yield from self._finish()
            self._block = token.tag if token.kind is TokenKind.OPEN and token.tag in TELLING else ""

    def _words(self, token: Token) -> Iterator[Bit]:
        """Yield the space before, the words, and the space after them."""
        raw = self._source[token.start : token.end]
        begin = token.start + len(raw) - len(raw.lstrip(SPACES))
        end = max(begin, token.start + len(raw.rstrip(SPACES)))
        for start, stop in ((token.start, begin), (begin, end), (end, token.end)):
            if start < stop:
                yield Bit(start, stop, _SPACE.sub(" ", unescape(self._source[start:stop])))

    def _skipped_until(self, index: int) -> int:
        """Return where what is not translated ends, ``index`` if it is translated."""
        token = self._tokens[index]
        if token.kind is not TokenKind.OPEN or not (token.skip or token.tag in SKIPPED or token.tag in KEPT):
            return index
        return self._ends.get(index, index) + 1  # of what has no end, only the beginning is left out

    def _leave_out(self, token: Token, end: int) -> Iterator[Place]:
        if token.tag not in KEPT | INLINE:
            yield from self._finish()
            return
        inside = _SPACE.sub(" ", re.sub("<[^>]*>", "", self._source[token.start : end])).strip()
        readable = 0 < len(inside) <= 60 and not set(inside) & set("`&<")
        shown = f"`{inside}`" if readable and token.tag in KEPT else ""
        self._run.append(Bit(token.start, end, role=Role.ALONE, shown=shown))

    def _finish(self) -> Iterator[Place]:
        place = run_place(self._run, _written, self._block)
        self._run = []
        if place is not None:
            yield place


def _written(text: str) -> str:
    return escape(text, quote=False)


def _read_attributes(source: str, token: Token) -> Iterator[Place]:
    raw = source[token.start : token.end]
    found = list(_attributes(raw))
    values = {name: value for name, value, *_ in found}
    for name, value, start, end in found:
        if not any(sign.isalpha() for sign in value) or not _is_read(token.tag, name, values):
            continue
        quote = raw[start - 1]
        bare = quote not in "\"'"
        yield Place(token.start + start, token.start + end, value, _attribute_writer(bare=bare), f"{token.tag} {name}")


def _attribute_writer(*, bare: bool) -> Callable[[str, Show], str]:
    def write(text: str, _show: Show) -> str:
        quoted = escape(text, quote=True)
        return f'"{quoted}"' if bare else quoted

    return write


def _is_read(tag: str, name: str, values: dict[str, str]) -> bool:
    if tag == "meta":
        return name == "content" and (values.get("name") or values.get("property") or "").lower() in META
    if name == "value":
        return tag == "input" and values.get("type", "").lower() in BUTTONS
    return name in READ and not (name == "label" and tag not in {"option", "optgroup", "track"})
