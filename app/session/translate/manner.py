"""What a translation depends on besides its text, said the same way for texts and documents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from app.engine.api import ModelDescription
from app.translate.context import LEAST_PARAMETERS
from app.translate.glossary import Glossary
from app.translate.languages import by_code
from app.translate.memory import MemoryKey
from app.translate.prompt import Manner

SMALL = 100_000_000
"""Parameters below which a model knows no rare signs."""


def is_simple(model: ModelDescription | None) -> bool:
    """Whether a model is to be spared rare signs."""
    return model is not None and model.parameters < SMALL


def reads_context(model: ModelDescription | None) -> bool:
    """Whether a model can be shown the sentences before the one that it translates."""
    return model is not None and model.parameters >= LEAST_PARAMETERS


def memory_key(text: str, manner: Manner, glossary: Glossary | None, model: ModelDescription | None) -> MemoryKey:
    """Return what the translation of a sentence depends on."""
    return MemoryKey(
        text=text,
        source=manner.source.code if manner.source else "",
        target=manner.target.code,
        tone=manner.tone,
        style=manner.style,
        domain=manner.domain,
        glossary=glossary.version if glossary else "",
        model=f"{model.name} {model.quantization}" if model else "",
        think=manner.think,
    )


def own_language() -> str:
    """Return the code of the person's language."""
    language = by_code(QLocale().bcp47Name())
    return language.code if language else "en"


def other_than(code: str, recent: Sequence[str]) -> str:
    """Return the other language of the pair in use; ``recent``: codes that were used, newest first."""
    return next(other for other in (*recent, own_language(), "en", "de") if other and other != code)
