"""Finds a word of a glossary in a text in its grammatical forms: "contract" in "contracts", "عقد" in "والعقد".

No dictionary: endings may differ within limits that depend on the language, and a few rules stand for what is common.
Whoever wants more certainty writes the other form into the glossary as well. No Qt.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import msgspec

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff"
_HANGUL = re.compile("[\uac00-\ud7a3]")
_ARABIC, _HEBREW = re.compile("[\u0620-\u06d3]"), re.compile("[\u05d0-\u05ea]")
_NO_SPACES = re.compile(f"[{_UNSPACED}]")
_ENDINGS_CHANGE = frozenset(
    {"ru", "uk", "be", "bg", "mk", "sr", "hr", "bs", "sl", "cs", "sk", "pl", "lt", "lv", "el", "ro", "sq", "hsb"}
)
"""The last vowel of a word gives way to other endings: сторона, сторонами."""
_ENDINGS_ADD_UP = frozenset(
    {"fi", "et", "hu", "tr", "az", "kk", "ky", "uz", "tt", "ka", "hy", "eu", "ta", "te", "kn", "ml"}
)
_VOWELS_CHANGE = frozenset({"de", "lb", "el"})
"""Haus, Häuser; in Greek the accent moves."""
_LAST_VOWEL = re.compile("[aeiouyąęáéíóúýěůăâîаеёиоуыэюяьйіїєαεηιουωςsș]\\Z")
_LONG, _LONGER = 3, 4  # letters
_ARABIC_BEFORE = "(?:[وف]?[بكل]?(?:ال)?|[وف]?لل)"
_ARABIC_AFTER = "(?:ها|هما|هم|هن|نا|كم|ه|ي|ك|ان|ين|ون|ات|اتها|اتهم|اتنا|اً|ا)?"
_HEBREW_BEFORE, _HEBREW_AFTER = "[ושכלבהמ]{0,3}", "(?:ים|יים|ות|יו|יה|נו|הם|י|ו|ה|ך|ם)?"
_KOREAN_AFTER = "(?:은|는|이|가|을|를|의|에|도|로|와|과|만)?"


class Wanted(msgspec.Struct, frozen=True):
    """A word or phrase that is looked for in texts of one language."""

    language: str  # its code without variant
    folded: str
    beginnings: tuple[str, ...]  # letters that every form of each word has: they rule out most of thousands of terms

    def is_in(self, text: str) -> bool:
        """Say whether it is in a text, which is ``folded``, in one of its forms."""
        if not all(beginning in text for beginning in self.beginnings):
            return False
        return _pattern(self.folded, self.language).search(text) is not None


def wanted(phrase: str, language: str) -> Wanted:
    """Return what is looked for; ``language``: its code."""
    plain = language.partition("-")[0]
    found = folded(phrase, plain)
    return Wanted(plain, found, tuple(_beginning(word) for word in found.split()))


def occurs(phrase: str, text: str, language: str) -> bool:
    """Say whether a word or phrase is in a text of this language (its code) in one of its forms."""
    return wanted(phrase, language).is_in(folded(text, language))


def _beginning(word: str) -> str:
    stem = word.removeprefix("ال")
    return stem[:-1] if len(stem) > 2 else stem


def folded(text: str, language: str) -> str:
    """Return a text as it is compared: without case, points of Arabic and Hebrew, and accents that forms change."""
    if text.isascii():
        return text.lower()
    plain = language.partition("-")[0]
    parts = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", "".join(sign for sign in parts if not _is_left_out(sign, plain)))


def _is_left_out(sign: str, language: str) -> bool:
    kind = unicodedata.combining(sign)
    points = 10 <= kind <= 36 or sign == "\u0640"
    return points or (kind >= 200 and (language in _VOWELS_CHANGE or "\u0610" <= sign <= "\u06ed"))


@lru_cache(maxsize=2048)
def _pattern(phrase: str, language: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(_word(word, language) for word in phrase.split()) or r"(?!)")


def _word(word: str, language: str) -> str:
    """Return a pattern for the forms of one word. In scripts with spaces it does not begin inside another word."""
    if _NO_SPACES.search(word):
        return re.escape(word)
    begin = r"(?<!\w)" if word[0].isalnum() else ""
    if _ARABIC.search(word):
        return begin + _arabic(word)
    if _HEBREW.search(word):
        return f"{begin}{_HEBREW_BEFORE}{re.escape(word)}{_HEBREW_AFTER}(?!\\w)"
    if _HANGUL.search(word):
        return begin + re.escape(word) + ("" if len(word) > 1 else rf"{_KOREAN_AFTER}(?!\w)")
    if not word[-1].isalnum():
        return begin + re.escape(word)
    return begin + _lettered(word, language)


def _arabic(word: str) -> str:
    stem = word[2:] if word.startswith("ال") and len(word) > 4 else word
    end = rf"{_ARABIC_AFTER}(?!\w)"
    if stem.endswith("ة"):
        return f"{_ARABIC_BEFORE}{re.escape(stem[:-1])}(?:ة|ت{end}|ات{end})(?!\\w)"
    return f"{_ARABIC_BEFORE}{re.escape(stem)}{end}"


def _lettered(word: str, language: str) -> str:
    """Words of Latin, Greek, Cyrillic and other letters: short ones as they are, longer ones with other endings."""
    if len(word) <= _LONG:
        short_too = len(word) == _LONG and language in _VOWELS_CHANGE | _ENDINGS_ADD_UP
        return re.escape(word) + (_ending(4) if short_too else r"(?!\w)")
    if language in _ENDINGS_CHANGE and len(word) > _LONGER:
        return re.escape(_LAST_VOWEL.sub("", word)) + _ending(4)
    if language == "it":
        return re.escape(word[:-1] if word[-1] in "aeio" else word) + r"(?:[aeio]|h[ei])?(?!\w)"
    if word.endswith("y") and language == "en":
        return re.escape(word[:-1]) + "(?:y|ie)" + _ending(3)
    return re.escape(word) + _ending(8 if language in _ENDINGS_ADD_UP else 3)


def _ending(most: int) -> str:
    return rf"\w{{0,{most}}}(?!\w)"
