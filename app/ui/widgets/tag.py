"""A word or two on a coloured ground: a fact at a glance. The words say it, the colour only helps."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import set_kind


class TagTone(StrEnum):
    """How glad a person will be."""

    PLAIN = "plain"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


class Tag(QLabel):
    """Hidden until it has words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_kind(self, "tag-plain")
        self.hide()

    def show_words(self, text: str, tone: TagTone = TagTone.PLAIN, hint: str = "") -> None:
        """Show these words; none hides the tag."""
        set_kind(self, f"tag-{tone.value}")
        self.setText(text)
        self.setToolTip(hint)
        self.setVisible(bool(text))
