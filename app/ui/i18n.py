"""Languages: translators, number formats, writing direction.

Translations are ``resources/i18n/parley_<code>.qm`` (made by ``python -m devtools.i18n release``) and Qt's own. The
pseudo-language ``xx`` makes every text twice as long, to see which layouts hold.
"""

from __future__ import annotations

import os
import re

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from app.system.paths import resources

PSEUDO = "xx"
PREFIX = "parley_"
OWNED = "parley-translator"

_FIELD = re.compile(r"\{[^}]*\}|%L?n|%\d|&(?=\w)")
_LETTERS = str.maketrans("aceinouyAEINOUY", "áçéíñóúýÁÉÍÑÓÚÝ")


def prefer_letters_of(language: str) -> None:
    """Let fontconfig choose the shapes of this language; before the ``QApplication``.

    China and Japan write some of the same letters differently, and else the system's language decides.
    """
    if language.startswith("zh"):
        os.environ.setdefault("FC_LANG", language.replace("_", "-").lower())


class PseudoTranslator(QTranslator):
    """Gives back every text with accents, in brackets, at twice its length; fields stay as they are."""

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1, /) -> str:
        return lengthen(source)

    @override
    def isEmpty(self) -> bool:
        return False


def lengthen(source: str) -> str:
    """Return a text of about twice the length, in brackets, its fields unharmed."""
    if not source.strip():
        return source
    pieces, last = [], 0
    for field in _FIELD.finditer(source):
        pieces += [source[last : field.start()].translate(_LETTERS), field.group()]
        last = field.end()
    pieces.append(source[last:].translate(_LETTERS))
    words = "".join(pieces)
    padding = " one two three four five six seven eight nine ten" * (1 + len(source) // 40)
    return f"[{words}{padding[: max(1, len(source) - 2)]}]"


def languages() -> list[str]:
    """Return the codes that can be chosen: every translation there is. That of English has the plural forms alone."""
    files = (resources() / "i18n").glob(f"{PREFIX}*.qm")
    return sorted(path.stem.removeprefix(PREFIX) for path in files)


def language_name(code: str) -> str:
    """Return a language's name in the language itself."""
    if code == "en":  # Qt says "American English"
        return "English"
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] or code


def install_language(application: QApplication, code: str) -> None:
    """Use a language for all texts, numbers and the writing direction; "" is the system's."""
    for old in application.findChildren(QTranslator, OWNED):
        application.removeTranslator(old)
        old.setParent(None)
    locale = _locale(code)
    QLocale.setDefault(locale)
    application.setLayoutDirection(locale.textDirection())
    for translator in _translators(application, code, locale):
        translator.setObjectName(OWNED)
        application.installTranslator(translator)


def _locale(code: str) -> QLocale:
    if code:
        return QLocale("en" if code == PSEUDO else code)
    system = QLocale.system()
    # A system without a language (LANG=C) writes numbers without separators, which are hard to read.
    return QLocale("en") if system.language() == QLocale.Language.C else system


def _translators(parent: QObject, code: str, locale: QLocale) -> list[QTranslator]:
    if code == PSEUDO:
        return [PseudoTranslator(parent)]
    own, qt = QTranslator(parent), QTranslator(parent)
    found = []
    if qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        found.append(qt)
    folder = str(resources() / "i18n")
    if own.load(locale, "parley", "_", folder) or own.load(QLocale("en"), "parley", "_", folder):
        found.append(own)
    return found
