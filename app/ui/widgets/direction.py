"""Which side a text starts on."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle, QWidget


def forward_icon(widget: QWidget) -> str:
    """Return the icon that points to where reading goes on."""
    return "chevron_left" if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft else "chevron_right"


def back_icon(widget: QWidget) -> str:
    """Return the icon that points to where reading came from."""
    return "chevron_right" if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft else "chevron_left"


def mirrored(widget: QWidget, place: QRect) -> QRect:
    """Return where a place of a widget lies that was measured for reading from the left."""
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), place)


def at_start(widget: QWidget) -> Qt.AlignmentFlag:
    """Return how a painter aligns words to where reading begins."""
    return _aligned(widget, Qt.AlignmentFlag.AlignLeft)


def at_end(widget: QWidget) -> Qt.AlignmentFlag:
    """Return how a painter aligns words to where reading ends."""
    return _aligned(widget, Qt.AlignmentFlag.AlignRight)


def _aligned(widget: QWidget, side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    side = QStyle.visualAlignment(widget.layoutDirection(), side)
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def starts_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction reads from right to left (the Unicode rules P2 and P3)."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def has_right_to_left(text: str) -> bool:
    """Whether any letter reads from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)
