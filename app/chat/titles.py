"""A short title from the first question, for every script. No Qt, no model.

Widths count as on a terminal: an ideograph is as wide as two Latin letters, a combining mark has none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import count

MAX_COLUMNS = 48
_LEAST_SENTENCE = 12
"""A sentence shorter than this ("Hi!") says too little to stand for a long line."""

_MARKUP = re.compile(r"^(?:[#>\-*+•`~=|]+|\d{1,2}[.)](?=\s))\s*|(?<!\w)[*_`]+|[*_`]+(?!\w)")
_NUMBERED = re.compile(r" \(\d{1,6}\)$")
_FENCES = ("```", "~~~")
_LONG_ADDRESS = re.compile(r"https?://([^\s/?#]+)[/?#][^\s]*(?=\s+\S)")
"""Beside other words the name of the site says enough."""

_GREETING = re.compile(
    r"(?:hi|hello|hey|good (?:morning|afternoon|evening)|hallo|guten tag|bonjour|salut|hola|buenos días|olá|ciao|привет"
    r"|здравствуйте|你好|您好|嗨|哈喽|早上好|下午好|晚上好|こんにちは|안녕하세요"
    r"|مرحبا|أهلا|السلام عليكم(?: ورحمة الله(?: وبركاته)?)?)"
    r"(?: there| everyone| all)?\s*[,.!~,،؛。，！、…]+\s*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.?!…؟۔।]+(?=\s|$)|[。？！]+")
_JOINERS = "\u200c\u200d"  # Persian, Indic scripts and emoji need them
_TRAILING = " \t,;:–—-、，；：·([{（「『《【“‘"


def title_from(question: str, columns: int = MAX_COLUMNS) -> str:
    """Return the first line with words, cut at a sentence or word border to ``columns``; "" when there is none.

    The person's own words come before quoted lines and code; a greeting and a one-word heading say too little if
    there is more. The result never has control or direction characters, and no combining sequence is cut.
    """
    line = _LONG_ADDRESS.sub(r"\1", _telling_line(question))
    line = _without_greeting(line)
    if _width(line) <= columns:
        return line
    sentence = _first_sentence(line, columns)
    return sentence or _cut(line, columns - 1).rstrip(_TRAILING) + "…"


def _telling_line(question: str) -> str:
    own: list[tuple[str, str]] = []
    quoted: list[tuple[str, str]] = []
    fenced = False
    for line in question.splitlines():
        if line.lstrip().startswith(_FENCES):
            fenced = not fenced
        elif words := _plain(line):
            (quoted if fenced or line.lstrip().startswith(">") else own).append((words, line))
    lines = own or quoted
    if len(lines) > 1 and lines[0][1].lstrip().startswith("#") and " " not in lines[0][0]:
        lines = lines[1:]
    return lines[0][0] if lines else ""


def _without_greeting(line: str) -> str:
    match = _GREETING.match(line)
    rest = line[match.end() :] if match else ""
    return rest[:1].upper() + rest[1:] if any(c.isalpha() for c in rest) else line


def bare_title(title: str) -> str:
    """Return a title without the number that ``numbered`` gave it."""
    return _NUMBERED.sub("", title)


def numbered(title: str, taken: Collection[str]) -> str:
    """Return the title of a copy: the same with the first free number, "Title (2)"; "" has none."""
    bare = bare_title(title)
    return next(name for name in (f"{bare} ({n})" for n in count(2)) if name not in taken) if bare else ""


def _plain(line: str) -> str:
    """Strip markup and what cannot be seen; return "" for a line without a letter, digit or symbol."""
    kept = "".join(c for c in line if c in _JOINERS or c.isspace() or unicodedata.category(c) not in _INVISIBLE)
    text = " ".join(_MARKUP.sub("", kept.strip()).split())
    return text if any(unicodedata.category(c)[0] in "LNS" for c in text) else ""


_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def _first_sentence(line: str, columns: int) -> str:
    for match in _SENTENCE_END.finditer(line):
        sentence = line[: match.end()]
        if _width(sentence) > columns:
            return ""
        if _width(sentence) >= _LEAST_SENTENCE:
            return sentence
    return ""


def _cut(line: str, columns: int) -> str:
    """Return the longest start that fits and ends at a word border, or at a character where words are not spaced."""
    end = _longest_fit(line, columns)
    if end == len(line) or line[end].isspace() or _is_wide(line[end]) or _is_wide(line[end - 1]):
        return line[:end]
    border = line.rfind(" ", 0, end)
    # A border in the first half means a very long word or a script without spaces (Thai): cut inside.
    return line[:border] if border > end // 2 else line[:end]


def _longest_fit(line: str, columns: int) -> int:
    used, end = 0, 0
    for at, character in enumerate(line):
        if not _continues(line, at):
            end = at
        used += _columns(character)
        if used > columns:
            return end
    return len(line)


def _continues(line: str, at: int) -> bool:
    """Whether the character belongs to the one before it, as far as a person sees."""
    if at == 0:
        return False
    character = line[at]
    return (
        unicodedata.category(character).startswith("M")
        or character in _JOINERS
        or line[at - 1] == "\u200d"
        or 0x1F3FB <= ord(character) <= 0x1F3FF  # skin tones
        or (_is_flag_half(character) and _is_flag_half(line[at - 1]) and _flag_halves_before(line, at) % 2 == 1)
    )


def _is_flag_half(character: str) -> bool:
    return 0x1F1E6 <= ord(character) <= 0x1F1FF


def _flag_halves_before(line: str, at: int) -> int:
    count = 0
    while count < at and _is_flag_half(line[at - 1 - count]):
        count += 1
    return count


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"} or character in _JOINERS:
        return 0
    return 2 if _is_wide(character) else 1


def _width(text: str) -> int:
    return sum(map(_columns, text))
