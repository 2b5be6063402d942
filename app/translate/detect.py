"""Which language a text is in, without a model. No Qt.

The script decides where it can (Thai, Greek, kana …), CLD2 among the rest, and what the person uses where CLD2 wavers.
The first call loads a library of 10 MB: not on the window's thread.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

import msgspec

from app.translate.languages import Language, all_languages, by_code
from app.translate.masking import mask
from app.translate.scripts import letters_of

MAX_CHARS = 4000
"""Of the text: the language does not become clearer with more."""


class Guess(msgspec.Struct, frozen=True):
    """A language's code and how probable it is, 0 to 1."""

    code: str
    probability: float


_MARKS = re.compile(r"⟦\d+⟧")
_ONLY = {"Thai": "th", "Laoo": "lo", "Khmr": "km", "Mymr": "my", "Geor": "ka", "Armn": "hy", "Grek": "el", "Kore": "ko",
         "Kana": "ja", "Guru": "pa", "Gujr": "gu", "Orya": "or", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml",
         "Sinh": "si"}  # fmt: skip
_CANTONESE = frozenset("嘅咗唔佢哋啲嗰嘢喺嚟冇咁啱瞓揾攞嗌噉乜睇")
_SOUTH_SLAVIC = {"mk": frozenset("ѓќѕЃЌЅ"), "sr": frozenset("ђћЂЋ"), "bg": frozenset("йщъюяЙЩЪЮЯ")}
_CLD = {"iw": "he", "no": "nb", "fil": "tl", "jw": "jv", "in": "id"}
_USUAL = {"Deva": "hi", "Cyrl": "ru", "Arab": "ar", "Hebr": "he", "Beng": "bn"}
_NEIGHBOURS = (
    {"ms", "id", "min", "ban", "bjn", "jv", "su"},
    {"hi", "bho", "mag", "mai", "awa", "hne", "ne"},
    {"it", "vec", "lij", "fur", "scn", "lmo", "sc"},
    {"es", "gl", "ast", "pap"},
    {"pt", "kea", "gl"},
    {"hr", "bs", "sr"},
    {"da", "nb", "nn"},
    {"fa", "fa-AF"},
    {"ceb", "war", "ilo", "tl", "pag"},
    {"ca", "oc", "fr"},
    {"de", "lb"},
    {"nl", "li"},
    {"pl", "szl"},
    {"bn", "as"},
    {"bg", "mk", "sr"},
    {"ar", "ars", "apc", "arz", "ary", "acm", "acq", "aeb"},
)
"""Languages that are taken for each other, some because CLD2 does not know them."""


def detect(text: str, preferred: Sequence[str] = ()) -> list[Guess]:
    """Return the likeliest languages, best first; none for a text without words. ``preferred``: codes in use here."""
    return list(_detected_in(text[:MAX_CHARS], tuple(preferred)))


@lru_cache(maxsize=4)
def _detected_in(text: str, preferred: tuple[str, ...]) -> list[Guess]:
    """Remembered: whoever types at the end of a long text does not change its beginning."""
    sample = _MARKS.sub(" ", mask(text).text)
    counts = Counter(letters_of(sample))
    if not counts:
        return []
    script, letters = counts.most_common(1)[0]
    if script in {"Hani", "Kana"}:
        return [Guess(_han(sample, counts, preferred), 0.95)]
    if script in _ONLY:
        return [Guess(_ONLY[script], 0.99)]
    guesses = [Guess(_by_letters(guess.code, sample), guess.probability) for guess in _cld(sample)]
    guesses = [guess for guess in guesses if _fits(guess.code, script)]
    return _preferring(guesses, [code for code in preferred if _fits(code, script)], script, letters)


CLEAR_LETTERS = 35
CLEAR_SHARE = 0.9
CLEAR_SIGNS = 3


def is_clearly(text: str, others: Collection[str], but_not: str) -> bool:
    """Say whether a text is beyond doubt in one of ``others`` and not in the language that it should be in (codes).

    False for a language that CLD2 does not know: it would be taken for any.
    """
    if sum(1 for _ in letters_of(text[:MAX_CHARS])) < CLEAR_LETTERS or but_not not in _detected():
        return False
    best = next(iter(_cld(text[:MAX_CHARS], guessing=False)), None)
    if best is None or best.code not in others or best.probability < CLEAR_SHARE:
        return False
    return not any({best.code, but_not} <= group for group in _NEIGHBOURS)


def is_other_chinese(text: str, code: str) -> bool:
    """Say whether a text is in simplified signs where traditional ones were asked for, or the other way round."""
    own = {"zh-Hant": "big5", "zh-Hans": "gb2312"}.get(code)
    if own is None:
        return False
    kinds = Counter(map(_kind_of_han, text[:MAX_CHARS]))
    other = kinds["big5"] + kinds["gb2312"] - kinds[own]
    return other >= CLEAR_SIGNS and other > 2 * kinds[own]


@cache
def _detected() -> frozenset[str]:
    """Codes of the languages that CLD2 was trained on."""
    import pycld2  # noqa: PLC0415 - 10 MB that only a translation needs

    named = [code for name, code in pycld2.LANGUAGES if name in pycld2.DETECTED_LANGUAGES]
    return frozenset(_CLD.get(code, code) for code in named)


def _han(sample: str, counts: Counter[str], preferred: Sequence[str]) -> str:
    if counts["Kana"] * 12 > counts["Hani"]:
        return "ja"
    if any(sign in _CANTONESE for sign in sample):
        return "yue"
    kinds = Counter(map(_kind_of_han, sample))
    if kinds["big5"] == kinds["gb2312"]:  # all signs are in both
        return next((code for code in preferred if code in {"zh-Hant", "zh-Hans", "yue"}), "zh-Hans")
    return "zh-Hant" if kinds["big5"] > kinds["gb2312"] else "zh-Hans"


@lru_cache(maxsize=8192)
def _kind_of_han(sign: str) -> str:
    """Return which of the two old character sets alone has a sign: that of Taiwan or that of the mainland; else ""."""
    found = [name for name in ("big5", "gb2312") if sign.encode(name, "ignore")]
    return found[0] if len(found) == 1 else ""


def _by_letters(code: str, sample: str) -> str:
    """Tell three neighbours apart by letters that only one of them has."""
    if code in _SOUTH_SLAVIC:
        return next((one for one, letters in _SOUTH_SLAVIC.items() if not letters.isdisjoint(sample)), code)
    return code


def _fits(code: str, script: str) -> bool:
    language = by_code(code)
    return language is not None and language.script == script


@cache
def _known() -> dict[str, Language]:
    return {language.code: language for language in all_languages()}


def _cld(sample: str, *, guessing: bool = True) -> list[Guess]:
    import pycld2  # noqa: PLC0415 - 10 MB that only a translation needs

    plain = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in sample)
    try:
        reliable, _, details = pycld2.detect(plain, bestEffort=guessing)
    except pycld2.error:
        return []
    if not (reliable or guessing):
        return []
    found = [(_CLD.get(code, code), share / 100) for _, code, share, _ in details if code != "un"]
    return [Guess(code, share) for code, share in found if code in _known()]


def _preferring(guesses: list[Guess], preferred: Sequence[str], script: str, letters: int) -> list[Guess]:
    """Let the languages in use win where the text is short, or where CLD2 cannot tell neighbours apart."""
    if not guesses:
        likely = [*preferred[:1], _USUAL.get(script, "")]
        return [Guess(code, 0.3) for code in likely if code][:1]
    best = guesses[0].code
    if best not in preferred:
        near = [code for code in preferred if any({code, best} <= group for group in _NEIGHBOURS)]
        guesses = [Guess(near[0], guesses[0].probability), *guesses] if near else guesses
    doubt = max(0.0, 1 - letters / 60) * 0.5
    weighed = [
        Guess(guess.code, guess.probability * (1 if guess.code in preferred else 1 - doubt)) for guess in guesses
    ]
    return sorted(weighed, key=lambda guess: -guess.probability)
