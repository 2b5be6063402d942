"""Where things are, locking them, the recovery code, copies, and deleting everything."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from app.session.keeping.vault_session import VaultState
from app.ui.settings.erase_dialog import EraseDialog
from app.ui.settings.rows import Section, SettingRow, line_of, stacked
from app.ui.settings.sources import Keeper, Privacy
from app.ui.theme import set_kind
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.secret_field import SecretField
from app.ui.widgets.text_label import show_line, text_label

LEFT_TO_RIGHT = "\u200e"
"""A mark before a path: it begins with a sign that would go to the other side in Arabic."""


class PrivacySettings(QObject):
    """Fills a section."""

    recovery_code_wanted = Signal()
    opened = Signal(object)  # a dialog

    def __init__(self, keeper: Keeper, privacy: Privacy, section: Section) -> None:
        super().__init__(section)
        self._keeper, self._privacy, self._section = keeper, privacy, section
        self._asked = False
        self._add_folders()
        self._add_lock()
        self._add_recovery()
        section.add(SettingRow(self.tr("Copies of the conversations"), privacy.backup_panel(), wide=True))
        self._add_erase()

    def _add_folders(self) -> None:
        names = {
            "conversations": self.tr("Conversations"),
            "models": self.tr("Models"),
            "settings": self.tr("Settings"),
            "cache": self.tr("What can be made again"),
            "logs": self.tr("Technical notes"),
        }
        words = self.tr("Where things are")
        for kind, path in self._privacy.folders().items():
            self._section.add(SettingRow(names[kind], self._folder(names[kind], path), words=words))

    def _folder(self, name: str, path: Path) -> QWidget:
        shown = ElidedLabel()
        shown.show_text(f"{LEFT_TO_RIGHT}{path}")
        button = QPushButton(self.tr("Open folder"))
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Open the folder: {name}").format(name=name))
        button.clicked.connect(lambda: self._open(path))
        return line_of(shown, button)

    def _open(self, path: Path) -> None:
        there = next((folder for folder in (path, *path.parents) if folder.is_dir()), path)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(there)))

    def _add_lock(self) -> None:
        self.lock = QPushButton(self.tr("Lock now"))
        self.lock.setAutoDefault(False)
        self.lock.clicked.connect(self._privacy.lock)
        self._lock_row = self._section.add(SettingRow(self.tr("Lock the conversations"), self.lock))

    def _show_lock(self, *, kept: bool) -> None:
        self.lock.setEnabled(kept and self._privacy.vault.has_passphrase)
        if not kept:
            note = self.tr("Nothing is kept in this session.")
        elif self._privacy.vault.has_passphrase:
            note = self.tr("Parley closes, forgets all that it has read, and comes back asking for your passphrase.")
        else:
            note = self.tr("The keyring of this computer opens your conversations: lock the computer to lock them.")
        show_line(self._lock_row.note, note)
        self.lock.setAccessibleDescription(note)

    # --- the recovery code ---

    def _add_recovery(self) -> None:
        vault = self._privacy.vault
        self.passphrase = SecretField()
        self.passphrase.name_it(self.tr("Passphrase"))
        self.passphrase.entered.connect(self._make_code)
        self.code = QPushButton(self.tr("Make a new recovery code…"))
        self.code.setAutoDefault(False)
        self.code.clicked.connect(self._make_code)
        self.refusal = text_label(self._section, "problem")
        note = self.tr(
            "It opens your conversations when the key of this computer is lost. The one before then opens nothing."
        )
        control = stacked(self.passphrase, self.code, self.refusal)
        self._section.add(SettingRow(self.tr("Recovery code"), control, note))
        vault.changed.connect(self._vault_changed)
        vault.recovery_refused.connect(self._refused)
        show_line(self.refusal, "")
        self._vault_changed()

    def _make_code(self) -> None:
        self._asked = True
        show_line(self.refusal, "")
        self._privacy.vault.new_recovery_code(self.passphrase.line.text())
        self.passphrase.line.clear()

    def _refused(self, sentence: str) -> None:
        self._asked = False
        show_line(self.refusal, sentence)

    def _vault_changed(self) -> None:
        vault = self._privacy.vault
        kept = vault.state is VaultState.OPEN
        self._show_lock(kept=kept)
        self.code.setEnabled(kept)
        self.passphrase.setVisible(kept and vault.has_passphrase)
        if self._asked and vault.recovery_code:
            self._asked = False
            self.recovery_code_wanted.emit()

    # --- deleting everything ---

    def _add_erase(self) -> None:
        self.erase = QPushButton(self.tr("Delete everything…"))
        self.erase.setAutoDefault(False)
        set_kind(self.erase, "danger")
        self.erase.clicked.connect(self._ask_to_erase)
        note = self.tr(
            "Conversations with their copies and keys, settings, caches and notes. Nothing brings them back."
        )
        self._section.add(SettingRow(self.tr("Delete everything"), self.erase, note))

    def _ask_to_erase(self) -> None:
        dialog = EraseDialog(self._keeper.theme, self._section.window())
        dialog.erase_wanted.connect(lambda models: self._privacy.erase(models=models))
        dialog.open()
        self.opened.emit(dialog)
