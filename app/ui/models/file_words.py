"""What a file on this computer is and what is wrong with it, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.engine.api import ThinkingSupport
from app.engine.files_api import FileProblem
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


def problem_words(problem: FileProblem, detail: str) -> str:
    """Return what is wrong with a file."""
    sentences = {
        FileProblem.MISSING: translate("Models", "The file is not there any more, or its disk is not connected."),
        FileProblem.UNREADABLE: translate("Models", "The file cannot be read. Check that you may open it."),
        FileProblem.NOT_GGUF: translate("Models", "This is not a model file in the GGUF format."),
        FileProblem.TRUNCATED: translate("Models", "The end of the file is missing: it was not copied completely."),
        FileProblem.PART_MISSING: translate("Models", "A part of this model is missing: {name}").format(name=detail),
        FileProblem.DAMAGED: translate("Models", "The file is damaged: {what}").format(what=detail),
        FileProblem.WRONG_CHECKSUM: translate("Models", "The file is not what it should be: its checksum is wrong."),
        FileProblem.DISK_FULL: translate("Models", "The disk is full."),
        FileProblem.READ_ONLY: translate("Models", "Nothing can be written into this folder."),
        FileProblem.CANNOT_QUANTIZE: translate("Models", "This file cannot be made smaller."),
        FileProblem.INTERNAL: translate("Models", "Parley could not check this file."),
    }
    return sentences[problem]
