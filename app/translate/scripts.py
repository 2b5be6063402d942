"""Which script a letter belongs to. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.translate.languages import Language

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


def letters_of(text: str) -> Iterator[str]:
    """Yield the script of every letter that belongs to a known one; Chinese characters are "Hani", kana "Kana"."""
    for match in _ANY.finditer(text):
        if match.lastgroup is not None:
            yield match.lastgroup


def scripts_of_language(language: Language) -> tuple[str, ...]:
    """Return the scripts that a language is written in, as ``letters_of`` names them."""
    return _OF.get(language.script, (language.script,))
