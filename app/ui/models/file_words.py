"""What a file on this computer is and what is wrong with it, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.engine.api import ThinkingSupport
from app.gguf.shape import ModelShape
from app.ui.models.measures import context_size

translate = QCoreApplication.translate


def thinking_words(thinking: ThinkingSupport) -> str:
    """Say what the model's template lets a person control."""
    return {
        ThinkingSupport.HYBRID: translate("Models", "Thinking: switch and budget"),
        ThinkingSupport.ALWAYS: translate("Models", "Thinking: always, with a budget"),
        ThinkingSupport.EFFORT: translate("Models", "Thinking: effort levels"),
        ThinkingSupport.NEVER: translate("Models", "No thinking"),
    }[thinking]


def shape_words(shape: ModelShape) -> list[str]:
    """Return parameters, context and licence, as far as the file names them."""
    words = []
    if shape.experts and shape.experts_used:
        words.append(translate("Models", "Mixture of experts"))
    if shape.context_trained:
        size = context_size(shape.context_trained)
        words.append(translate("Models", "up to {size} context").format(size=size))
    if shape.licence:
        words.append(shape.licence)
    return words


def parameters(count: int) -> str:
    """Return "8.2 B", the size as models' names give it."""
    if not count:
        return ""
    locale = QLocale()
    if count >= 1_000_000_000:
        return translate("Models", "{number} B parameters").format(number=locale.toString(count / 1e9, "f", 1))
    return translate("Models", "{number} M parameters").format(number=locale.toString(round(count / 1e6)))
