"""What the picker says about a model, in a person's words."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QLocale

from app.engine.api import ModelDescription, ThinkingSupport

translate = QCoreApplication.translate


def placement(model: ModelDescription) -> str:
    """Say where the model runs."""
    if not model.gpu_layers:
        return translate("ModelWords", "CPU")
    if model.gpu_layers < model.layers:
        return translate("ModelWords", "GPU + CPU")
    return translate("ModelWords", "GPU")


def details(model: ModelDescription) -> str:
    """Return the short line of the picker: quantization and placement."""
    return " · ".join(filter(None, (model.quantization, placement(model))))


def facts(model: ModelDescription) -> str:
    """Return what the menu's card says: size, parameters, context."""
    locale = QLocale()
    pieces = [locale.formattedDataSize(model.file_bytes)]
    if model.parameters:
        pieces.append(parameters(model.parameters))
    pieces.append(
        translate("ModelWords", "{tokens} tokens of context").format(tokens=locale.toString(model.context_size))
    )
    return " · ".join(pieces)


def parameters(count: int) -> str:
    """Return a number of parameters as people say it."""
    locale = QLocale()
    if count >= 1_000_000_000:
        return translate("ModelWords", "{count} billion parameters").format(
            count=locale.toString(count / 1_000_000_000, "f", 1)
        )
    return translate("ModelWords", "{count} million parameters").format(
        count=locale.toString(count / 1_000_000, "f", 1 if count < 10_000_000 else 0)
    )


def thinking(model: ModelDescription) -> str:
    """Say what the model's template lets a person control."""
    return {
        ThinkingSupport.HYBRID: translate("ModelWords", "Can think before it answers"),
        ThinkingSupport.ALWAYS: translate("ModelWords", "Always thinks before it answers"),
        ThinkingSupport.EFFORT: translate("ModelWords", "Always thinks before it answers"),
        ThinkingSupport.NEVER: translate("ModelWords", "Answers without thinking"),
    }[model.thinking]


def file_title(path: str) -> str:
    """Return a file's name without its ending."""
    return PurePath(path).name.removesuffix(".gguf")
