"""JSON: the strings that are values; keys, numbers and layout stay. ICU messages branch by branch. No Qt."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import msgspec

from app.translate.documents import icu
from app.translate.documents.places import Found, Place, Show, fixed
from app.translate.documents.problem import DocumentProblem, ProblemCode
from app.translate.masking import is_all_kept

MAX_DEPTH = 200
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s"{}\[\]:,]+')
_NO_WORDS = re.compile(
    r"#[0-9A-Fa-f]{3,8}|[\w-]+(?:\.[\w-]+)+|[./\\][\w./\\-]*|[\w.-]+(?:[/\\][\w.-]+){2,}"
    r"|(?:[\w.-]+[/\\])+[\w-]+\.\w{1,5}|[\w-]*_[\w-]*|[a-z0-9]+[A-Z][A-Za-z0-9]*"
)
"""Colours, paths, dates, keys of other things: nothing that anybody reads."""
_LOCALE = re.compile(r'"@@locale"\s*:\s*"([\w-]*)"')


class _Level(msgspec.Struct):
    """An object or an array that is being gone through."""

    is_object: bool
    key: str = ""
    index: int = 0


def find(source: str) -> Found:
    """Return the texts. Raises DocumentProblem(DAMAGED) for what is no JSON."""
    try:
        json.loads(source, parse_int=str, parse_float=str)
    except (ValueError, RecursionError) as error:
        raise DocumentProblem(ProblemCode.DAMAGED, str(error)[:200]) from error
    ascii_only = source.isascii() and "\\u" in source
    places = [
        place
        for match, path in _values(source)
        for place in _places(match.start(), match[0], path, ascii_only=ascii_only)
    ]
    locale = _LOCALE.search(source)
    return Found(places, language=locale[1].replace("_", "-") if locale else "")


def label(source: str, language: str) -> list[Place]:
    """Return what makes a Flutter file say that it is in ``language``."""
    match = _LOCALE.search(source)
    return [fixed(match.start(1), match.end(1), language.replace("-", "_"))] if match else []


def _values(source: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield all strings that are values, with the way to them: "menu.items[2].title"."""
    levels: list[_Level] = []
    is_key = False
    for match in _TOKEN.finditer(source):
        sign = match[0]
        if sign in "{[":
            levels.append(_Level(sign == "{"))
            is_key = sign == "{"
        elif sign in "}]":
            levels.pop()
        elif sign == ",":
            levels[-1].index += 1
            is_key = levels[-1].is_object
        elif sign == ":":
            is_key = False
        elif sign.startswith('"') and is_key:
            levels[-1].key = _said(sign)
        elif sign.startswith('"') and not any(level.key.startswith("@") for level in levels):
            yield match, _path(levels)
        if len(levels) > MAX_DEPTH:
            raise DocumentProblem(ProblemCode.DAMAGED, "nested too deeply")


def _path(levels: list[_Level]) -> str:
    parts = "".join(f".{level.key}" if level.is_object else f"[{level.index}]" for level in levels)
    return parts.removeprefix(".")[-120:]


def _said(literal: str) -> str:
    text = json.loads(literal, strict=False)
    assert isinstance(text, str), "it is in quotation marks"
    return text


def _places(start: int, literal: str, path: str, *, ascii_only: bool) -> Iterator[Place]:
    whole = _said(literal)
    if (len(whole) <= 200 and _NO_WORDS.fullmatch(whole)) or is_all_kept(whole):
        return
    write = _writer(ascii_only=ascii_only)
    for begin, end in icu.leaves(literal[1:-1]):
        raw = literal[1 + begin : 1 + end]
        lead = len(raw) - len(raw.lstrip(" "))
        text = _said(f'"{raw.strip(" ")}"')
        if text and not is_all_kept(text):
            yield Place(start + 1 + begin + lead, start + 1 + begin + len(raw.rstrip(" ")), text, write, path)


def _writer(*, ascii_only: bool) -> Callable[[str, Show], str]:
    def write(text: str, _show: Show) -> str:
        return json.dumps(text, ensure_ascii=ascii_only)[1:-1]

    return write
