"""Looks whether what a model wrote is the translation that was asked for. No Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum

from app.translate.languages import SENTENCES_TOUCH, Language
from app.translate.masking import is_all_kept, mask


class Fault(StrEnum):
    """What is wrong with a translation."""

    EMPTY = "empty"
    WRONG_LANGUAGE = "wrong_language"
    COPY = "copy"  # the source, untranslated
    CHATTER = "chatter"  # words about the translation
    LOOP = "loop"
    LOST_PLACEHOLDER = "lost_placeholder"
    LOST_NUMBER = "lost_number"
    GLOSSARY_MISS = "glossary_miss"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    CUT = "cut"  # the model did not come to an end


SERIOUS = frozenset({
    Fault.EMPTY, Fault.WRONG_LANGUAGE, Fault.COPY, Fault.CHATTER, Fault.LOOP, Fault.LOST_PLACEHOLDER,
    Fault.GLOSSARY_MISS,
    Fault.LOST_NUMBER, Fault.TOO_LONG, Fault.CUT,
})  # fmt: skip
"""Worth a second try."""

_SCRIPTS = {
    "Latn": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
    "Cyrl": "\u0400-\u052f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
    "Hebr": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Deva": "\u0900-\u097f",
    "Beng": "\u0980-\u09ff",
    "Guru": "\u0a00-\u0a7f",
    "Gujr": "\u0a80-\u0aff",
    "Orya": "\u0b00-\u0b7f",
    "Taml": "\u0b80-\u0bff",
    "Telu": "\u0c00-\u0c7f",
    "Knda": "\u0c80-\u0cff",
    "Mlym": "\u0d00-\u0d7f",
    "Sinh": "\u0d80-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Laoo": "\u0e80-\u0eff",
    "Mymr": "\u1000-\u109f\uaa60-\uaa7f",
    "Khmr": "\u1780-\u17ff",
    "Geor": "\u10a0-\u10ff\u1c90-\u1cbf",
    "Armn": "\u0530-\u058f",
    "Kore": "\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f",
    "Kana": "\u3040-\u30ff\u31f0-\u31ff",
    "Hani": "\u3400-\u9fff\uf900-\ufaff",
}
_OF = {"Hans": ("Hani",), "Hant": ("Hani",), "Jpan": ("Kana", "Hani"), "Kore": ("Kore", "Hani")}
_ANY = re.compile("|".join(f"(?P<{name}>[{signs}])" for name, signs in _SCRIPTS.items()))
_CHATTER = re.compile(
    r"""\A\W*(?:(?:sure|certainly|of\ course|okay)\b[^\n]{0,60}[:!.]\s|
        (?:here\ (?:is|are|'s)|here’s|this\ is|the)\b[^\n:]{0,40}\btranslat\w+[^\n:]{0,40}:|
        translation(?:\ \w+){0,3}\s*:|translated\ text\s*:|
        (?:以下是|这是|下面是)[^\n：:]{0,12}(?:翻译|译文)[^\n：:]{0,8}[：:]|(?:翻译|译文)\s*[：:]|
        (?:hier\ ist|die)\b[^\n:]{0,20}\bübersetzung[^\n:]{0,20}:|
        (?:voici|la)\b[^\n:]{0,20}\btraduction[^\n:]{0,20}:|
        (?:aquí\ está|aqui\ está|la|a)\b[^\n:]{0,20}\btradu(?:cción|ção)[^\n:]{0,20}:)\s*
        |\n\s{0,4}\(?(?:note|explanation|anmerkung|note\ de\ traduction|注|说明)\s*[:：].*\Z""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>\s*", re.DOTALL)
_MARKERS = re.compile(r"\A<text>|</?text>\Z")
_LOOPED = re.compile(r"(.{2,60}?)\1{5,}", re.DOTALL)
_NUMBER = re.compile(r"\d+")
_GROUPING = re.compile(r"(?<=\d)[.,'’٬٫\u00a0\u202f ](?=\d{3}\b)|(?<=\d)[.,٫](?=\d)")
_QUOTES = (('"', '"'), ("“", "”"), ("„", "“"), ("«", "»"), ("「", "」"), ("```", "```"), ('"""', '"""'))


def clean(result: str, source: str) -> str:
    """Return a translation without what surrounds it and the source has not: thoughts, chatter, quotation marks."""
    text = _THOUGHTS.sub("", result).strip()
    if "text>" not in source:
        text = _MARKERS.sub("", text).strip()
    if not _CHATTER.search(source):
        text = _CHATTER.sub("", text).strip() or text
    for first, last in _QUOTES:
        inside = text[len(first) : len(text) - len(last)]
        if (
            text.startswith(first)
            and text.endswith(last)
            and len(text) > len(first + last)
            and not source.lstrip().startswith(tuple(one for one, _ in _QUOTES))
            and first not in inside
            and last not in inside
        ):
            return inside.strip()
    return text


def check(
    source: str,
    result: str,
    language: Language,
    source_language: Language | None = None,
    terms: Sequence[tuple[str, str]] = (),
) -> list[Fault]:
    """Return what is wrong with ``result``, a translation of ``source`` into ``language``."""
    if not result.strip():
        return [Fault.EMPTY]
    found = []
    if _is_copy(source, result, language, source_language):
        found.append(Fault.COPY)
    elif not _in_its_script(source, result, language):
        found.append(Fault.WRONG_LANGUAGE)
    told_more = "\n" in result.strip() and "\n" not in source.strip()
    if told_more or (_CHATTER.search(result) and not _CHATTER.search(source)):
        found.append(Fault.CHATTER)
    if _loops(result) and not _loops(source):
        found.append(Fault.LOOP)
    if _lost_numbers(source, result):
        found.append(Fault.LOST_NUMBER)
    if any(target.casefold() not in result.casefold() for _, target in terms):
        found.append(Fault.GLOSSARY_MISS)
    found += _length_faults(source, result, language, source_language)
    return found


def scripts_of(text: str) -> Iterator[str]:
    """Yield the script of every letter that belongs to a known one; Chinese characters are "Hani", kana "Kana"."""
    for match in _ANY.finditer(text):
        if match.lastgroup is not None:
            yield match.lastgroup


def _is_copy(source: str, result: str, language: Language, source_language: Language | None) -> bool:
    if source_language is None or source_language.code == language.code or is_all_kept(source):
        return False
    plain, written = _bare(source), _bare(result)
    if len(plain.split()) > 3 and set(written.split()) <= set(plain.split()) and len(written) * 2 < len(plain):
        return True  # the few words of it that an order in it asked to be repeated
    return plain == written and (len(plain.split()) > 3 or _scripts(language) != _scripts(source_language))


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())


def _scripts(language: Language) -> tuple[str, ...]:
    return _OF.get(language.script, (language.script,))


def _in_its_script(source: str, result: str, language: Language) -> bool:
    """Whether the letters are mostly of the language's script; names and codes of the source may stay."""
    wanted = _scripts(language)
    known = set(re.findall(r"[^\W\d_]+", source)) if "Latn" not in wanted else set()
    right = wrong = 0
    for word in re.findall(r"[^\W\d_]+", mask(result).text):
        if word in known:
            continue
        for match in _ANY.finditer(word):
            if match.lastgroup in wanted:
                right += 1
            else:
                wrong += 1
    return wrong <= max(2, right)


def _loops(text: str) -> bool:
    return _LOOPED.search(text[-2000:]) is not None


def _lost_numbers(source: str, result: str) -> bool:
    """Whether a number of two digits or more is gone; shorter ones become words in good translations."""
    there = "".join(_digits(result))
    return any(len(number) > 1 and number not in there for number in _digits(source))


def _digits(text: str) -> list[str]:
    """Return the numbers in a text as ASCII digits: Arabic and Indic ones count the same, groups are one number."""
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)
    return _NUMBER.findall(_GROUPING.sub("", plain))


def _length_faults(source: str, result: str, language: Language, source_language: Language | None) -> list[Fault]:
    expected = _letters(source, source_language)
    written = _letters(result, language)
    if written > 40 + 4 * expected:
        return [Fault.TOO_LONG]
    if expected > 40 and written * 5 < expected:
        return [Fault.TOO_SHORT]
    return []


def _letters(text: str, language: Language | None) -> int:
    """Return the length as if written in letters: a Chinese character says about as much as three of them."""
    return len(text) * (3 if language is not None and language.script in SENTENCES_TOUCH else 1)
