"""What all small windows share: a heading, words, buttons at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.theme import set_kind
from app.ui.widgets.text_label import text_label

WIDTH = 480


class Dialog(QDialog):
    """A column with a row of buttons below; deleted when closed, never blocking the program."""

    def __init__(self, title: str, parent: QWidget | None = None, width: int = WIDTH) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        self.setModal(True)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(20)
        outer.addWidget(self._label(title, "heading"))
        outer.addLayout(self.column, 1)
        outer.addLayout(self._buttons)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Wrapped labels only know their height once the width is known; without this there are gaps between them.
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth() and not event.spontaneous():
            width = max(self.minimumWidth(), layout.minimumSize().width())
            self.resize(width, layout.heightForWidth(width))
        super().showEvent(event)

    def add_text(self, text: str, kind: str = "body") -> QLabel:
        """Add a paragraph of plain text."""
        label = self._label(text, kind)
        self.column.addWidget(label)
        return label

    def _label(self, text: str, kind: str) -> QLabel:
        label = text_label(self, kind)
        label.setText(text)
        policy = label.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)  # its hint is for less width than the dialog has
        label.setSizePolicy(policy)
        return label

    def add_button(self, text: str, kind: str = "plain") -> QPushButton:
        """Add a button to the row; Enter presses the primary one."""
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setDefault(kind == "primary")
        set_kind(button, kind)
        self._buttons.addWidget(button)
        return button
