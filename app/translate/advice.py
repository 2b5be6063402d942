"""When another model would translate a text better, and which. No Qt."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.translate.languages import Language

LONG_CHARS = 6000


class AdviceReason(StrEnum):
    """Why another model."""

    STARTER = "starter"  # the built-in one knows a phrasebook
    LANGUAGE = "language"  # a language that small models know badly
    LENGTH = "length"


class Advice(msgspec.Struct, frozen=True):
    """A better model: a name as the catalogue has it."""

    model: str
    reason: AdviceReason


def advise(parameters: int, *, starter: bool, source: Language | None, target: Language, length: int) -> Advice | None:
    """Return a hint or None. ``parameters`` of the loaded model, ``length`` of the text in characters.

    Qwen3 translates into English well from 4 B on; out of English size matters more (Hunyuan-MT report, table 4).
    """
    if starter:
        return Advice("Qwen3 4B", AdviceReason.STARTER)
    hard = not target.evaluated or (source is not None and not source.evaluated)
    rare = target.token_ratio > 4 or hard
    if rare and parameters < 7e9:
        return Advice("Qwen3 8B", AdviceReason.LANGUAGE)
    if target.code != "en" and parameters < 3e9:
        return Advice("Qwen3 4B", AdviceReason.LANGUAGE)
    if length > LONG_CHARS and parameters < 3e9:
        return Advice("Qwen3 4B", AdviceReason.LENGTH)
    return None
