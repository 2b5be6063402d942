"""The languages that Qwen3 was trained on, and how a person finds one. No Qt.

The data is in ``resources/languages.json``: names and scripts from Qwen's list and CLDR, ``token_ratio`` measured.
``resources/language_names.json`` has what they are called in each language of the window.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import msgspec

from app.system.paths import resources


class Language(msgspec.Struct, frozen=True):
    """One language. ``token_ratio``: tokens that a text costs Qwen3, English is 1; neighbours' where not measured."""

    code: str  # BCP 47
    english_name: str
    native_name: str
    family: str
    script: str  # ISO 15924
    rtl: bool
    evaluated: bool  # among the 80 that Qwen published results for
    token_ratio: float
    aliases: list[str] = []  # other names and codes that it is found by


SENTENCES_TOUCH = frozenset({"Hans", "Hant", "Jpan"})
"""Scripts that put no space between sentences."""

ALIKE = 0.75
"""Of the letters of a name, when it is mistyped; below, names of other languages are as near."""
LEAST_LETTERS = 4


@cache
def all_languages() -> tuple[Language, ...]:
    """Return all languages, in Qwen's order."""
    data = (resources() / "languages.json").read_bytes()
    return tuple(msgspec.json.decode(data, type=list[Language]))


@cache
def _names_in() -> dict[str, dict[str, str]]:
    data = (resources() / "language_names.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, dict[str, str]])


def name_in(language: Language, interface: str) -> str:
    """Return what a language is called in a language of the window ("de", "zh_CN"), else in English."""
    return _names_in().get(interface, {}).get(language.code, language.english_name)


@cache
def _by_code() -> dict[str, Language]:
    codes = {_fold(name): language for language in reversed(all_languages()) for name in language.aliases}
    return codes | {_fold(language.code): language for language in all_languages()}


@lru_cache(maxsize=512)
def by_code(code: str) -> Language | None:
    """Return the language with this code or one of its other codes; "de" for "de-AT" too."""
    found = _by_code().get(_fold(code))
    return found if found or "-" not in code else by_code(code.rpartition("-")[0])


def find(text: str, interface: str = "") -> list[Language]:
    """Return the languages whose English name, own name or code has ``text`` in it; the closest first.

    Their names in ``interface``, a language of the window, count too.
    """
    wanted = _fold(text)
    if not wanted:
        return list(all_languages())
    ranked = [
        (rank, language) for language in all_languages() if (rank := _rank(language, wanted, interface)) is not None
    ]
    return [language for _, language in sorted(ranked, key=lambda pair: pair[0])] or _nearly(text.strip(), wanted)


def _nearly(text: str, wanted: str) -> list[Language]:
    """Return the language with this code of a region ("pt-BR"), or those whose names are written almost so."""
    exact = by_code(text) if "-" in wanted else None
    if exact is not None:
        return [exact]
    from difflib import get_close_matches  # noqa: PLC0415 - only for whoever mistypes a name

    ordered = reversed(all_languages())
    names = {_fold(name.partition("(")[0]): language for language in ordered for name in _names(language)}
    close = get_close_matches(wanted, names, n=5, cutoff=ALIKE) if len(wanted) >= LEAST_LETTERS else []
    return list({names[name].code: names[name] for name in close}.values())


def _rank(language: Language, wanted: str, interface: str) -> int | None:
    """Return how close a language is: 0 is its name or code, 1 begins so, 2 a word of it does, 3 has it in it."""
    ranks = [_closeness(_fold(name), wanted) for name in (*_names(language), name_in(language, interface))]
    return min((rank for rank in ranks if rank is not None), default=None)


def _closeness(name: str, wanted: str) -> int | None:
    if name.startswith(wanted):
        return 0 if name == wanted else 1
    if any(word.startswith(wanted) for word in name.replace("(", "").split()):
        return 2
    return 3 if len(wanted) > 1 and wanted in name else None


def _names(language: Language) -> list[str]:
    return [language.code, language.english_name, language.native_name, *language.aliases]


def _fold(text: str) -> str:
    """Return text without case and accents: "francais" finds "français"."""
    decomposed = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).replace("_", "-")
