"""Choosing a passphrase where the system has no keyring."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from app.ui.dialogs.dialog import Dialog
from app.ui.widgets.secret_field import SecretField

SHORTEST = 8


class PassphraseDialog(Dialog):
    """Two fields that must agree. ``chosen`` carries the passphrase."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Protect your conversations"), parent)
        self.add_text(
            self.tr(
                "Parley keeps your conversations encrypted. This system has no keyring that could hold the key, so it "
                "is made from a passphrase that Parley asks for at each start."
            )
        )
        self.first = SecretField(self)
        self.first.name_it(self.tr("Passphrase"))
        self.second = SecretField(self)
        self.second.name_it(self.tr("The same again"))
        self.column.addWidget(self.first)
        self.column.addWidget(self.second)
        self.note = self.add_text("", "muted")
        self.add_button(self.tr("Not now")).clicked.connect(self.reject)
        self.protect = self.add_button(self.tr("Protect"), "primary")
        self.protect.clicked.connect(self._choose)
        for field in (self.first, self.second):
            field.changed.connect(self._check)
        self._check()
        self.first.setFocus()

    def _check(self) -> None:
        first, second = self.first.line.text(), self.second.line.text()
        if len(first) < SHORTEST:
            note = self.tr("At least {count} characters. Several words are easy to remember and hard to guess.")
            self.note.setText(note.format(count=QLocale().toString(SHORTEST)))
        elif second and first != second:
            self.note.setText(self.tr("The two are different."))
        else:
            self.note.setText(self.tr("Nobody can reset it, but you will get a recovery code."))
        self.protect.setEnabled(len(first) >= SHORTEST and first == second)

    def _choose(self) -> None:
        self.chosen.emit(self.first.line.text())
        self.accept()
