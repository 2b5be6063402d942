"""Looks whether what a model wrote is the translation that was asked for. No Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from app.translate.detect import is_clearly, is_other_chinese
from app.translate.languages import SENTENCES_TOUCH, Language
from app.translate.masking import is_all_kept, mask
from app.translate.scripts import letters_of, scripts_of_language
from app.translate.word_forms import occurs


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

QUIET = frozenset({Fault.TOO_SHORT})
"""Not worth a mark: short answers are common between languages of different length."""

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
_MARKERS = re.compile(r"\A<(?:text|translation)(?:-\d+)?>|</?(?:text|translation)(?:-\d+)?>\Z")
_TAGGED = re.compile(r"</?(?:text|translation)(?:-\d+)?>")
_LOOPED = re.compile(r"(.{2,60}?)\1{5,}", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_EMOJI = re.compile("[\u2600-\u27bf\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]")
_GROUPING = re.compile(r"(?<=\d)[.,'’٬٫\u00a0\u202f ](?=\d{3}\b)|(?<=\d)[.,٫](?=\d)")
_SCALE = re.compile(
    r"[万萬億亿만억천千]|\b(?:thousand|tausend|million|millon|millón|milliar|milhão|milhões|milion|miliard|billion|mio\b|mrd\b"
    r"|mil\b|bn\b|тыс|млн|млрд|миллион|миллиард)|مليون|ملايين|مليار|ألف|آلاف|لاکھ|लाख|करोड़|हज़ार|हजार",
    re.IGNORECASE,
)
"""Words for zeros: 10,000 is 1万."""
_QUOTES = (('"', '"'), ("“", "”"), ("„", "“"), ("«", "»"), ("「", "」"), ("```", "```"), ('"""', '"""'))


def clean(result: str, source: str) -> str:
    """Return a translation without what surrounds it and the source has not: thoughts, chatter, quotation marks."""
    text = _THOUGHTS.sub("", result).strip()
    if not _TAGGED.search(source):
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
    elif not _in_its_script(source, result, language) or is_other_chinese(result, language.code):
        found.append(Fault.WRONG_LANGUAGE)
    told_more = "\n" in result.strip() and "\n" not in source.strip()
    if told_more or (_CHATTER.search(result) and not _CHATTER.search(source)):
        found.append(Fault.CHATTER)
    if not found and _in_another(source, result, language, source_language):
        found.append(Fault.WRONG_LANGUAGE)
    if _loops(result) and not _loops(source):
        found.append(Fault.LOOP)
    if set(_EMOJI.findall(source)) - set(_EMOJI.findall(result)):
        found.append(Fault.LOST_PLACEHOLDER)
    if _lost_numbers(source, result):
        found.append(Fault.LOST_NUMBER)
    if any(
        target.casefold() not in result.casefold() and not occurs(target, result, language.code) for _, target in terms
    ):
        found.append(Fault.GLOSSARY_MISS)
    found += _length_faults(source, result, language, source_language)
    return found


def _is_copy(source: str, result: str, language: Language, source_language: Language | None) -> bool:
    if source_language is None or source_language.code == language.code or is_all_kept(source):
        return False
    plain, written = _bare(source), _bare(result)
    if len(plain.split()) > 3 and set(written.split()) <= set(plain.split()) and len(written) * 2 < len(plain):
        return True  # the few words of it that an order in it asked to be repeated
    return plain == written and (
        len(plain.split()) > 3 or scripts_of_language(language) != scripts_of_language(source_language)
    )


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())


def _in_its_script(source: str, result: str, language: Language) -> bool:
    """Whether the letters are mostly of the language's script; names and codes of the source may stay."""
    wanted = scripts_of_language(language)
    known = set(_WORD.findall(source)) if "Latn" not in wanted else set()
    right = wrong = 0
    for word in _WORD.findall(mask(result).text):
        if word in known:
            continue
        for script in letters_of(word):
            if script in wanted:
                right += 1
            else:
                wrong += 1
    return wrong <= max(2, right)


def _in_another(source: str, result: str, language: Language, source_language: Language | None) -> bool:
    """Whether this is English or still the source's language where the letters are the same: "Sorry, I cannot"."""
    others = {"en", source_language.code if source_language else "en"} - {language.code}
    known = set(_WORD.findall(source))
    return is_clearly(
        " ".join(word for word in _WORD.findall(mask(result).text) if word not in known), others, language.code
    )


def _loops(text: str) -> bool:
    return _LOOPED.search(text[-2000:]) is not None


def _lost_numbers(source: str, result: str) -> bool:
    """Whether a number of two digits or more is gone; shorter ones become words in good translations."""
    there = "".join(_digits(result))
    lost = [number for number in _digits(source) if len(number) > 1 and number not in there]
    if lost and _SCALE.search(f"{source}\n{result}"):
        return any(number.rstrip("0") not in there for number in lost)
    return bool(lost)


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
