"""Apple's .strings: the values; keys and comments stay. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from app.translate.documents.places import Found, Place, Show
from app.translate.documents.problem import DocumentProblem, ProblemCode
from app.translate.masking import is_all_kept

_TOKEN = re.compile(
    r'\s+|/\*.*?\*/|//[^\r\n]*|(?P<quoted>"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\')|(?P<sign>[=;])|(?P<bare>[\w.$/:-]+)',
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(U[0-9A-Fa-f]{4}|u[0-9A-Fa-f]{4}|[0-7]{3}|.)", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r"}
_WRITTEN = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def find(source: str) -> Found:
    """Return the values. Raises DocumentProblem(DAMAGED)."""
    return Found(list(_places(source)))


def _places(source: str) -> Iterator[Place]:
    key, is_value = "", False
    for token in _tokens(source):
        if token["sign"]:
            is_value = token["sign"] == "="
            continue
        if not is_value:
            key = _said(token[0][1:-1]) if token["quoted"] else token[0]
        elif token["quoted"]:
            yield from _place(token, key)


def _tokens(source: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None:
            raise DocumentProblem(ProblemCode.DAMAGED, f"after {at} letters")
        if match.lastgroup:
            yield match
        at = match.end()


def _place(token: re.Match[str], key: str) -> Iterator[Place]:
    text = _said(token[0][1:-1])
    start = token.start() + 1
    if not is_all_kept(text):
        yield Place(start, token.end() - 1, text.strip(), _writer(text, token[0][0]), key)


def _said(raw: str) -> str:
    return _ESCAPE.sub(lambda match: _sign(match[1]), raw)


def _sign(escaped: str) -> str:
    if len(escaped) == 5:
        return chr(int(escaped[1:], 16))
    return chr(int(escaped, 8)) if len(escaped) == 3 else _SIGNS.get(escaped, escaped)


def _writer(source: str, quote: str) -> Callable[[str, Show], str]:
    lead, tail = source[: len(source) - len(source.lstrip())], source[len(source.rstrip()) :]
    written = _WRITTEN | ({"'": "\\'"} if quote == "'" else {})

    def write(text: str, _show: Show) -> str:
        return "".join(written.get(sign, sign) for sign in lead + text + tail)

    return write
