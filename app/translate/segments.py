"""Cuts a text into sentences, so that each can be translated, kept and lit by itself. No Qt.

Own rules, after Unicode's UAX 29 with what it leaves to languages: abbreviations, ordinals, lists, scripts without
spaces. (PyICU needs a library of the system, pysbd knows 22 languages and is slow on long texts.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from app.translate.abbreviations import MONTHS, ORDINAL_LANGUAGES, is_abbreviation
from app.translate.masking import is_all_kept


class Segment(msgspec.Struct, frozen=True):
    """A piece of the text, ``text == whole[start:end]``; ``translate``: a sentence, else what stays as it is."""

    text: str
    start: int
    end: int
    translate: bool


Piece = tuple[str, bool]

MAX_CHARS = 1200
"""Longer sentences are cut at a comma or a space: a model keeps to shorter ones, and the first words come sooner."""

LOOSE_CHARS = 160
"""In scripts that end sentences with a space at best (Thai, Lao) a piece has about so many characters."""

_LINES = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+|[\r\n\u2028\u2029\x0b\x0c\x85]+")
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_LEAD = re.compile(
    r"(?:[\s\u200e\u200f\ufeff]|[-*+•‣◦▪·–—>#]+(?=\s)|[>#]+(?=\S)|\(?\d{1,3}[.)](?=\s)|\(?[a-zA-Z][)](?=\s)"
    r"|\[[ xX]\](?=\s)|[|](?=\s))*"
)
_TAIL = re.compile(r"\s*\Z")
_WIDE = "。！？｡．‼⁇⁈⁉"  # end a sentence whatever follows
_PLAIN = ".!?…"  # end one before a space
_OTHER = "।॥؟۔։።፧၊။។៕᙮᠃᠉꓿"
_CLOSING = "\"'”’»›)]}」』】）〉》〕］｣"
_BEGIN_OR_CLOSE = "“‘«‹"  # German and others close with them; in Chinese one may follow a full stop as a beginning
_END = re.compile(
    rf"[{re.escape(_WIDE)}]+[{re.escape(_CLOSING)}]*|[{re.escape(_PLAIN + _OTHER)};;]+"
    rf"(?:[{re.escape(_CLOSING + _BEGIN_OR_CLOSE)}]|[ \u00a0\u202f]»(?=\s|\Z))*"  # French has a space there
)
_AFTER_SPEECH = frozenset("とっなのはがをにもでやだ")
"""In Japanese a sentence goes on so after words in brackets: 「はい。」と言った。"""
_GREEK_ONLY = frozenset(";\u037e")
_WORD_BEFORE = re.compile(r"[^\s(\[{\"'“„‘«\u3000-\u9fff]+\Z")
_ADDRESSED = frozenset("/:=&#@%\\.")
_SOFT = re.compile(r"[,;:،、，；：]\s*|\s+")
_LOOSE_SCRIPTS = re.compile("[\u0e00-\u0eff]")


def split(text: str, language: str = "") -> list[Segment]:
    """Return the pieces of ``text``, which joined give it again. ``language``: its code, "" unknown."""
    found: list[Segment] = []
    start = end = 0
    for piece, translate in _pieces(text, language.partition("-")[0]):
        begin, end = end, end + len(piece)
        if translate:
            if start < begin:
                found.append(Segment(text[start:begin], start, begin, translate=False))
            found.append(Segment(piece, begin, end, translate=True))
            start = end
    if start < end:
        found.append(Segment(text[start:end], start, end, translate=False))
    return found


def _pieces(text: str, language: str) -> Iterator[Piece]:
    fence = ""
    for match in _LINES.finditer(text):
        line = match[0]
        if line[0] in "\r\n\u2028\u2029\x0b\x0c\x85":
            yield line, False
            continue
        mark = _FENCE.match(line)
        if fence:
            yield line, False
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = ""
        elif mark:
            fence = mark[1]
            yield line, False
        else:
            yield from _line(line, language)


@lru_cache(maxsize=8192)
def _line(line: str, language: str) -> tuple[Piece, ...]:
    """Cut one line. Remembered: while somebody types, all lines but one stay as they were."""
    lead = _LEAD.match(line)
    begin = _before_date(line, lead.end() if lead else 0, language)
    pieces: list[Piece] = [(line[:begin], False)] if begin else []
    for sentence in _sentences(line[begin:], language):
        pieces += _parts(sentence)
    return tuple(pieces)


@lru_cache(maxsize=8192)
def _parts(sentence: str) -> tuple[Piece, ...]:
    """Cut what is too long, and off what surrounds it. Remembered: a paragraph may have a thousand sentences."""
    return tuple(piece for part in _short_enough(sentence) for piece in _with_its_space(part))


def _before_date(line: str, begin: int, language: str) -> int:
    """Return where the words of a line begin: before the number that is taken for a list's, if a month follows it."""
    word = re.compile(r"\w+").match(line, begin)
    number = re.search(r"\d{1,2}\.\s\Z", line[:begin])
    is_date = number and word and language in ORDINAL_LANGUAGES and word[0].casefold() in MONTHS
    return number.start() if number and is_date else begin


def _with_its_space(part: str) -> Iterator[Piece]:
    tail = _TAIL.search(part)
    end = tail.start() if tail else len(part)
    head = len(part[:end]) - len(part[:end].lstrip())
    for piece, is_text in ((part[:head], False), (part[head:end], True), (part[end:], False)):
        if piece:
            yield piece, is_text and not is_all_kept(piece)


def _sentences(text: str, language: str) -> Iterator[str]:
    """Cut after every end of a sentence; the space behind it belongs to the one before."""
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if match.start() < start or not _ends(text, match, language):
            continue
        space = re.compile(r"\s*").match(text, end)
        end = space.end() if space else end
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def _ends(text: str, match: re.Match[str], language: str) -> bool:
    """Whether a sentence ends with this mark."""
    mark, after = match[0], text[match.end() : match.end() + 40]
    before = text[max(0, match.start() - 40) : match.start()]
    if mark[0] in _WIDE:
        return not (language == "ja" and mark[-1] in _CLOSING and after[:1] in _AFTER_SPEECH)
    if mark[0] in _GREEK_ONLY and (language != "el" or len(mark) > 1):
        return False
    if after and not after[0].isspace() and not _forgot_space(before, mark, after):
        goes_on = mark[0] == "." and _goes_on(before, after, language)
        return mark[0] in _OTHER or (_touches(after[0]) and not goes_on)
    follows = after.lstrip()
    if not follows:
        return True
    if follows.lstrip(_CLOSING + _BEGIN_OR_CLOSE + "„(¿¡")[:1].islower():
        return mark[0] in _OTHER
    return mark[0] != "." or len(mark.rstrip(_CLOSING + _BEGIN_OR_CLOSE)) > 1 or not _goes_on(before, follows, language)


def _touches(sign: str) -> bool:
    """Whether a letter of a script without spaces follows: "Ok.好的"."""
    return "\u3040" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7a3" or "\u0e00" <= sign <= "\u0eff"


def _forgot_space(before: str, mark: str, after: str) -> bool:
    """Whether two sentences lack the space between them, as after pasting twice: "Is it?Yes". No address does so."""
    word = _WORD_BEFORE.search(before)
    return mark[0] in "?!" and after[0].isupper() and word is not None and _ADDRESSED.isdisjoint(word[0])


def _goes_on(before: str, follows: str, language: str) -> bool:
    """Whether the sentence goes on after a full stop: it belongs to an abbreviation, an initial or an ordinal."""
    word = _WORD_BEFORE.search(before)
    if word is None:
        return False
    last = word[0]
    if last.isdigit():
        return len(last) <= 2 and (language in ORDINAL_LANGUAGES or not last.isascii()) and follows[:1].isalpha()
    return is_abbreviation(last, language, before_number=follows[:1].isdigit())


def _short_enough(sentence: str) -> Iterator[str]:
    """Cut what is too long, at the last soft place before the limit, else anywhere but inside a character."""
    limit = LOOSE_CHARS if _LOOSE_SCRIPTS.search(sentence[:200]) else MAX_CHARS
    start = 0
    while len(sentence) - start > limit:
        window = sentence[start : start + limit]
        places = [match.end() for match in _SOFT.finditer(window) if match.end() > limit // 3]
        end = start + (places[-1] if places else _between_characters(window))
        if not places and limit == LOOSE_CHARS and len(sentence) - start <= MAX_CHARS:
            break
        yield sentence[start:end]
        start = end
    yield sentence[start:]


def _between_characters(window: str) -> int:
    """Return where a cut leaves accents and joined emoji with their letters."""
    import unicodedata  # noqa: PLC0415 - only very long words need it

    for end in range(len(window) - 1, len(window) // 2, -1):
        if not unicodedata.category(window[end]).startswith("M") and "\u200d" not in window[end - 1 : end + 1]:
            return end
    return len(window)
