"""Labels for texts that may come from outside: never markup, with the looks of the style sheets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import set_kind


def text_label(parent: QWidget, kind: str = "body", *, wraps: bool = True) -> QLabel:
    """Return an empty plain-text label of a ``kind`` of the style sheets."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    set_kind(label, kind)
    if wraps:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    return label


def show_line(label: QLabel, text: str) -> None:
    """Show a text, or hide the label when there is none."""
    if label.text() != text:
        label.setText(text)
    label.setVisible(bool(text))
