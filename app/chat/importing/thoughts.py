"""Thoughts that a program stored within the answer's text, between the marks that models write. No Qt."""

from __future__ import annotations

import re

from app.chat.conversation import AnyPart, TextPart, ThinkingPart

_THOUGHTS = re.compile(r"\s*<think(?:ing)?>(.*?)(?:</think(?:ing)?>|\Z)", re.DOTALL)


def parts_of(text: str) -> list[AnyPart]:
    """Return the answer's thoughts, if it begins with some, and its text."""
    match = _THOUGHTS.match(text)
    thoughts = match[1].strip() if match else ""
    rest = text[match.end() :].strip() if match else text
    parts: list[AnyPart] = [ThinkingPart(thoughts)] if thoughts else []
    return [*parts, TextPart(rest)] if rest.strip() else parts
