"""What a quant costs and gives, without any knowledge of quants."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.ui.models.file_words import thinking_words
from app.ui.models.measures import context_size
from app.ui.models.protocols import CatalogueModel

translate = QCoreApplication.translate


def group_words(group: str) -> str:
    """Return "Small", "Balanced" or "Large"."""
    return {
        "small": translate("Offers", "Small"),
        "balanced": translate("Offers", "Balanced"),
        "large": translate("Offers", "Large"),
    }.get(group, group)


def quality_words(quality: str) -> str:
    """Say what the quant costs in quality."""
    return {
        "good": translate("Offers", "Good: small losses in difficult questions"),
    }.get(quality, "")


def catalogue_facts(model: CatalogueModel) -> str:
    """Return "Thinking: switch and budget · up to 128k context · Apache-2.0"."""
    size = context_size(model.context)
    words = [thinking_words(model.thinking), translate("Models", "up to {size} context").format(size=size)]
    return " · ".join([*words, model.licence])
