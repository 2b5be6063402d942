"""Emphasis, code, links and formulas inside one paragraph -> spans. No Qt.

Images are never loaded: they become their description with a link. Only http, https and mailto are links; any other
target is written out, so that a person sees what it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app.chat import markdown_rules
from app.chat.markdown_leaves import Span, Spans, Style

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

MAX_NESTING = 40
MAX_BRACKETS = 200  # more opening brackets than this in one paragraph are not read: it would take too long
MAX_LINK_WORK = 250_000  # opening brackets times characters: each may be looked for its end through all of them
MAX_MARKS = 1000  # the same for asterisks, underscores and dollar signs
CACHE_ENTRIES = 256
SCHEMES = frozenset({"http", "https", "mailto"})

BARE_LINK = re.compile(r"https?://[^\s<>\"'`()\[\]{}]*[^\s<>\"'`.,;:!?()\[\]{}]")
DOLLARS = re.compile(r"\$\$(?:[^$\\]|\\.)+\$\$|\$(?=[^\s$])(?:[^$\\\n]|\\.)*?(?<=[^\s\\])\$(?!\d)", re.DOTALL)
BACKSLASHES = re.compile(r"\\\((?:(?!\\\)).)+\\\)|\\\[(?:(?!\\\]).)+\\\]", re.DOTALL)
FORMULA_SIGNS = re.compile(r"[\\^_={}+<>*]")
NOTE = re.compile(r"\[\^(?P<label>[^\]\s\[^]{1,40})\]")
CITED = re.compile(r"¶ ?([A-Z]?)(\d{1,6})")
PARAGRAPH_LINK = "paragraph:"
"""What a link to a cited paragraph begins with: made here alone, since ``is_safe_link`` takes no such address."""
OPENERS = {"strong_open": Style.BOLD, "em_open": Style.ITALIC, "s_open": Style.STRIKE}
CLOSERS = {"strong_close": Style.BOLD, "em_close": Style.ITALIC, "s_close": Style.STRIKE}

Env = MutableMapping[str, Any]  # markdown-it's own shape: its "references" are mappings of mixed values


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Return the Markdown reader: CommonMark with tables, strikethrough, formulas, footnotes; raw HTML is text.

    The first call takes some 50 ms to import it: the window starts without, and calls this in a thread.
    """
    return make_parser(MAX_NESTING)


def make_parser(nesting: int) -> MarkdownIt:
    """Return a Markdown reader of one's own, for blocks that lie in each other ``nesting`` deep."""
    from markdown_it import MarkdownIt  # noqa: PLC0415

    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": nesting}).enable(["table", "strikethrough"])
    reader.inline.ruler.before("escape", "formula", _formula)
    reader.inline.ruler.before("link", "note", _note)
    markdown_rules.add_to(reader)
    return reader


def is_safe_link(address: str) -> bool:
    """Say whether an address may be offered as a link."""
    try:
        return urlsplit(address).scheme.lower() in SCHEMES
    except ValueError:
        return False


class InlineReader:
    """Reads paragraphs, remembering the last ones: while a list streams, all of its items but one are unchanged."""

    def __init__(self) -> None:
        self._cache: dict[str, Spans] = {}

    def forget(self) -> None:
        """Drop what was remembered, because link definitions have changed."""
        self._cache.clear()

    def read(self, content: str, env: Env) -> Spans:
        """Return the spans of one paragraph's source."""
        known = self._cache.get(content)
        if known is None:
            known = read_spans(content, env)
            if len(self._cache) >= CACHE_ENTRIES:
                self._cache.clear()
            self._cache[content] = known
        return known


def read_spans(content: str, env: Env) -> Spans:
    """Return the spans of one paragraph's source; text too tangled to be read in time stays as it is."""
    if is_tangled(content):
        return (Span(content),)
    tokens: list[Token] = []
    reader = parser()
    reader.inline.parse(content, reader, env, tokens)
    return _merged(_spans(tokens))


def is_tangled(content: str) -> bool:
    """Say whether reading a paragraph would take too long."""
    brackets = content.count("[")
    formulas = content.count("\\(") + content.count("\\[")
    if max(brackets, formulas) > MAX_BRACKETS or brackets * len(content) > MAX_LINK_WORK:
        return True
    return sum(map(content.count, "*_$")) > MAX_MARKS


def _spans(tokens: list[Token]) -> Iterator[Span]:
    style, link = Style.PLAIN, ""
    for token in tokens:
        match token.type:
            case "link_open":
                link = str(token.attrGet("href") or "")
            case "link_close":
                if not is_safe_link(link):
                    yield Span(f" ({link})", style)
                link = ""
            case _:
                style = (style | OPENERS.get(token.type, Style.PLAIN)) & ~CLOSERS.get(token.type, Style.PLAIN)
                yield from _words(token, style, link)


def _words(token: Token, style: Style, link: str) -> Iterator[Span]:
    match token.type:
        case "softbreak" | "hardbreak":
            yield Span("\n", style)
        case "code_inline":
            yield Span(token.content, style | Style.CODE, link if is_safe_link(link) else "")
        case "formula":
            yield Span(token.content, style | Style.MATH)
        case "image":
            yield _image(token, style)
        case "note":
            yield Span(token.content, style | Style.NOTE)
        case _:
            yield from _text(token.content, style, link)


def _text(text: str, style: Style, link: str) -> Iterator[Span]:
    if link:
        yield Span(text, style, link if is_safe_link(link) else "")
        return
    end = 0
    for found in BARE_LINK.finditer(text):
        yield from _citations(text[end : found.start()], style)
        yield Span(found.group(), style, found.group())
        end = found.end()
    yield from _citations(text[end:], style)


def _citations(text: str, style: Style) -> Iterator[Span]:
    """Make a link of every paragraph number that is cited, such as ¶12."""
    end = 0
    for found in CITED.finditer(text):
        yield Span(text[end : found.start()], style)
        yield Span(found.group(), style, f"{PARAGRAPH_LINK}{found[1]}{found[2]}")
        end = found.end()
    yield Span(text[end:], style)


def _image(token: Token, style: Style) -> Span:
    target = str(token.attrGet("src") or "")
    description = token.content.strip()
    if is_safe_link(target):
        return Span(description or target, style | Style.IMAGE, target)
    return Span(f"{description} ({target})".strip(), style | Style.IMAGE)


def _merged(spans: Iterator[Span]) -> Spans:
    """Join neighbours of one style, so that equal text gives equal spans however it was tokenised."""
    result: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if result and result[-1].style == span.style and result[-1].link == span.link:
            result[-1] = Span(result[-1].text + span.text, span.style, span.link)
        else:
            result.append(span)
    return tuple(result)


def _follows_letter(state: StateInline) -> bool:
    """Say whether it is "US$", but not a Chinese word before a formula."""
    before = state.src[state.pos - 1] if state.pos else ""
    return before.isascii() and before.isalnum()


def _is_money(found: str) -> bool:
    """Say whether it is about dollars, as in "$5 (or 6$)": a number, words, and nothing that a formula has."""
    inner = found.strip("$")
    return found[1] != "$" and inner[:1].isdecimal() and " " in inner and not FORMULA_SIGNS.search(inner)


def _note(state: StateInline, silent: bool) -> bool:
    """Read the mark of a footnote that is known."""
    found = NOTE.match(state.src, state.pos, state.posMax)
    if not found or markdown_rules.note_key(found["label"]) not in state.env.get("references", {}):
        return False
    if not silent:
        state.push("note", "", 0).content = found["label"]
    state.pos = found.end()
    return True


def _formula(state: StateInline, silent: bool) -> bool:
    """Keep a formula's source whole: emphasis and escapes do not reach into it."""
    pattern = {"$": DOLLARS, "\\": BACKSLASHES}.get(state.src[state.pos])
    found = pattern.match(state.src, state.pos, state.posMax) if pattern else None
    if not found or (found.group()[0] == "$" and (_follows_letter(state) or _is_money(found.group()))):
        return False
    if not silent:
        state.push("formula", "", 0).content = found.group()
    state.pos = found.end()
    return True
