"""Which side a text starts on."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def forward_icon(widget: QWidget) -> str:
    """Return the icon that points to where reading goes on."""
    return "chevron_left" if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft else "chevron_right"


def back_icon(widget: QWidget) -> str:
    """Return the icon that points to where reading came from."""
    return "chevron_right" if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft else "chevron_left"


def starts_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction reads from right to left (the Unicode rules P2 and P3)."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False
