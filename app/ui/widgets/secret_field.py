"""A field for a secret, with a button that shows it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget


class SecretField(QWidget):
    """Letters are hidden until the person asks to see them."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.line.returnPressed.connect(self.entered)
        self.eye = QPushButton(self)
        self.eye.setCheckable(True)
        self.eye.setAutoDefault(False)
        self.eye.toggled.connect(self._show_letters)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        self.setFocusProxy(self.line)
        self._show_letters(shown=False)

    def name_it(self, name: str) -> None:
        """Say what is typed here."""
        self.line.setPlaceholderText(name)
        self.line.setAccessibleName(name)

    def show_openly(self) -> None:
        """Show the letters and offer no hiding: a code is copied from paper."""
        self.eye.hide()
        self.line.setEchoMode(QLineEdit.EchoMode.Normal)

    def _show_letters(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.setText(self.tr("Hide") if shown else self.tr("Show"))
