"""What languages are called in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt

from app.translate.languages import Language, name_in


def interface_code() -> str:
    """Return the code under which the data has the names in the window's language."""
    locale = QLocale()
    return "zh_CN" if locale.language() == QLocale.Language.Chinese else locale.name().partition("_")[0]


def shown_name(language: Language) -> str:
    """Return "Portuguese", "Portugiesisch" or "葡萄牙语"."""
    return name_in(language, interface_code())


def pair_words(source: Language | None, target: Language | None) -> str:
    """Return "English → German", or "→ German"; the arrow points to where reading goes on."""
    arrow = "←" if QLocale().textDirection() == Qt.LayoutDirection.RightToLeft else "→"
    names = [shown_name(language) if language is not None else "" for language in (source, target)]
    return f" {arrow} ".join(names).strip()
