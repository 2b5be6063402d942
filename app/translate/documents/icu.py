"""ICU messages: which parts of "{count, plural, one {# file} other {# files}}" are words. No Qt."""

from __future__ import annotations

import re

_CHOICE = re.compile(r"\{\s*[\w.-]+\s*,\s*(?:plural|select|selectordinal)\s*,")
_BRANCH = re.compile(r"\s*(?:offset:\s*\d+\s*)?(?:=\d+|[\w-]+)\s*\{")
MAX_DEPTH = 20


def leaves(text: str) -> list[tuple[int, int]]:
    """Return the stretches of words; a text without choices, or one that is not well made, is one stretch."""
    if not _CHOICE.search(text):
        return [(0, len(text))]
    found: list[tuple[int, int]] = []
    return found if _walk(text, 0, len(text), found, 0) else [(0, len(text))]


def _walk(text: str, start: int, end: int, found: list[tuple[int, int]], depth: int) -> bool:
    """Add the stretches between ``start`` and ``end``; False: this is not well made."""
    at = start
    while choice := _CHOICE.search(text, at, end):
        if choice.start() > at:
            found.append((at, choice.start()))
        at = choice.end()
        while branch := _BRANCH.match(text, at, end):
            close = _closing(text, branch.end(), end)
            if close < 0 or depth > MAX_DEPTH or not _walk(text, branch.end(), close, found, depth + 1):
                return False
            at = close + 1
        while at < end and text[at].isspace():
            at += 1
        if not text.startswith("}", at, end):
            return False
        at += 1
    if at < end:
        found.append((at, end))
    return True


def _closing(text: str, start: int, end: int) -> int:
    depth = 1
    for at in range(start, end):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return at
    return -1
