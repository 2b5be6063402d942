"""In place of the conversation while the stored ones are locked: one field, one way on without them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.session.keeping.vault_session import VaultState
from app.session.notices import Problem
from app.ui.theme import set_kind
from app.ui.widgets.announce import announce
from app.ui.widgets.secret_field import SecretField

WIDTH = 420
LOCKED = frozenset({VaultState.NEEDS_PASSPHRASE, VaultState.NEEDS_RECOVERY_CODE})


class Vault(Protocol):
    """``VaultSession`` as the window uses it."""

    @property
    def changed(self) -> SignalInstance:
        """State, problem or code changed."""
        ...

    @property
    def state(self) -> VaultState:
        """What the person is asked, if anything."""
        ...

    @property
    def problem(self) -> Problem | None:
        """What went wrong last."""
        ...

    @property
    def recovery_code(self) -> str:
        """Right after the keys were made; "" later."""
        ...

    def choose_passphrase(self, passphrase: str) -> None:
        """Keep conversations under a passphrase."""

    def choose_session_only(self) -> None:
        """Keep nothing."""

    def unlock_passphrase(self, passphrase: str) -> None:
        """Try a passphrase."""

    def unlock_recovery_code(self, code: str) -> None:
        """Try the code."""

    def ask_for_recovery_code(self) -> None:
        """Ask for the code instead of the passphrase."""

    def recovery_code_seen(self) -> None:
        """The person has it."""


class VaultPanel(QWidget):
    """Asks for the passphrase or the recovery code. What is stored is never touched from here."""

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self.title = QLabel(self)
        self.words = QLabel(self)
        self.field = SecretField(self)
        self.error = QLabel(self)
        self.unlock = QPushButton(self)
        self.other_way = QPushButton(self)
        self.without = QPushButton(self)
        self._build()
        self.field.entered.connect(self._try)
        self.field.changed.connect(self._typed)
        self.unlock.clicked.connect(self._try)
        self.other_way.clicked.connect(vault.ask_for_recovery_code)
        self.without.clicked.connect(vault.choose_session_only)
        vault.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the state."""
        by_code = self._vault.state is VaultState.NEEDS_RECOVERY_CODE
        self._busy(busy=False)
        if by_code:
            self.field.show_openly()
        problem = self._vault.problem
        text = " ".join(filter(None, (problem.sentence, problem.advice))) if problem else ""
        if text and text != self.error.text() and self.isVisible():
            announce(self, text, urgent=True)
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.other_way.setVisible(not by_code)
        self.retranslate()

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        if self._vault.state is VaultState.NEEDS_RECOVERY_CODE:
            self.title.setText(self.tr("Enter your recovery code"))
            self.words.setText(
                self.tr("The key to your conversations is not on this computer any more. The recovery code opens them.")
            )
            self.field.name_it(self.tr("Recovery code"))
        else:
            self.title.setText(self.tr("Your conversations are locked"))
            self.words.setText(self.tr("Enter the passphrase that you chose for them."))
            self.field.name_it(self.tr("Passphrase"))
        self.unlock.setText(self.tr("Unlock"))
        self.other_way.setText(self.tr("I forgot it: use the recovery code"))
        self.without.setText(self.tr("Use Parley without saving for now"))
        self.without.setToolTip(self.tr("Your stored conversations stay as they are, locked."))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        card = QWidget(self)
        card.setMaximumWidth(WIDTH)
        column = QVBoxLayout(card)
        column.setSpacing(12)
        set_kind(self.title, "heading")
        set_kind(self.error, "bad")
        set_kind(self.unlock, "primary")
        for button in (self.other_way, self.without):
            set_kind(button, "link")
        for label in (self.title, self.words, self.error):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        for widget in (self.title, self.words, self.field, self.error, self.unlock):
            column.addWidget(widget)
        ways = QVBoxLayout()
        ways.setSpacing(0)
        for button in (self.other_way, self.without):
            ways.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(ways)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 10)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)
        self.setFocusProxy(self.field)

    def _typed(self) -> None:
        self.unlock.setEnabled(bool(self.field.line.text()))

    def _busy(self, *, busy: bool) -> None:
        self.field.setEnabled(not busy)
        self.unlock.setEnabled(not busy and bool(self.field.line.text()))

    def _try(self) -> None:
        text = self.field.line.text()
        if not text:
            return
        self._busy(busy=True)  # deriving the key takes a moment; `changed` ends it
        if self._vault.state is VaultState.NEEDS_RECOVERY_CODE:
            self._vault.unlock_recovery_code(text)
        else:
            self._vault.unlock_passphrase(text)
