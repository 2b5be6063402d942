"""What the catalogue's codes mean, translated when shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.catalog.catalogue import Strength

translate = QCoreApplication.translate


def strength_sentence(strength: Strength) -> str:
    """Say what a model is good at."""
    return {
        Strength.TINY: translate("Catalogue", "Simple questions and short texts, at once, on any computer."),
        Strength.LIGHT: translate("Catalogue", "Everyday questions and summaries on modest computers."),
        Strength.EVERYDAY: translate("Catalogue", "An all-rounder for laptops: chat, writing and translation."),
        Strength.CAPABLE: translate("Catalogue", "Reliable answers, good writing, simple programs."),
        Strength.STRONG: translate("Catalogue", "Demanding texts, programs and translations."),
        Strength.STRONGEST_DENSE: translate("Catalogue", "The best answers that one good graphics card can give."),
        Strength.FAST_AND_LARGE: translate(
            "Catalogue", "Knows as much as a large model and answers as fast as a small one; needs much memory."
        ),
        Strength.FRONTIER: translate("Catalogue", "The hardest questions, for workstations and servers."),
        Strength.DIRECT: translate("Catalogue", "Answers at once without thinking; reads very long documents."),
        Strength.REASONER: translate("Catalogue", "Always thinks at length: mathematics, science, hard problems."),
        Strength.CODE: translate("Catalogue", "Writes and repairs programs."),
    }[strength]


def quality_sentence(quality: str) -> str:
    """Say what a quant costs in quality; "" for one that cannot be judged."""
    return {
        "none": translate("Catalogue", "As good as the original"),
        "hardly": translate("Catalogue", "Hardly any difference from the original"),
        "slight": translate("Catalogue", "Small losses in difficult questions"),
        "noticeable": translate("Catalogue", "Noticeably worse: slips and forgotten details"),
        "strong": translate("Catalogue", "Much worse: only where nothing else fits"),
    }.get(quality, "")
