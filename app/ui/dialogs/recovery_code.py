"""The recovery code, shown once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from app.system.files import atomic_write
from app.ui.dialogs.dialog import Dialog
from app.ui.theme import Theme, set_kind


class RecoveryCodeDialog(Dialog):
    """Copy it, save it to a file, or say that it is saved; closing without that keeps it for another look."""

    seen = Signal()

    def __init__(self, theme: Theme, code: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your recovery code"), parent, 520)
        self._code = code
        self.add_text(
            self.tr(
                "Your conversations are encrypted on this computer. If its key is ever lost, after a new installation "
                "of the system for example, this code is the only way to open them."
            )
        )
        self.code = QLabel(code, self)
        font = theme.code_font()
        font.setPixelSize(18)
        self.code.setFont(font)
        self.code.setTextFormat(Qt.TextFormat.PlainText)
        self.code.setWordWrap(True)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.setAccessibleName(self.tr("Recovery code"))
        set_kind(self.code, "code")
        self.column.addWidget(self.code)
        self._add_ways()
        self.note = self.add_text(self.tr("Keep it where others cannot see it. It is shown only now."), "muted")
        self.add_button(self.tr("Later")).clicked.connect(self.reject)
        self.done_button = self.add_button(self.tr("I have saved it"), "primary")
        self.done_button.clicked.connect(self._saved)

    def copy(self) -> None:
        """Put the code on the clipboard."""
        QGuiApplication.clipboard().setText(self._code)
        self.note.setText(self.tr("Copied. Paste it into a password manager or a note that only you can read."))

    def save_to(self, path: Path) -> None:
        """Write the code into a file that only its owner can read; say so when that fails."""
        try:
            atomic_write(path, f"{self._code}\n".encode())
            path.chmod(0o600)
        except OSError as error:
            self._tell(self.tr("It could not be saved: {reason}").format(reason=error.strerror or str(error)), "bad")
            return
        self._tell(self.tr("Saved as {name}.").format(name=path.name), "muted")

    def _add_ways(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        self.copy_button = QPushButton(self.tr("Copy"), self)
        self.copy_button.clicked.connect(self.copy)
        self.save_button = QPushButton(self.tr("Save to a file…"), self)
        self.save_button.clicked.connect(self._choose_file)
        for button in (self.copy_button, self.save_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)

    def _choose_file(self) -> None:
        name = self.tr("Parley recovery code") + ".txt"
        path, _filter = QFileDialog.getSaveFileName(self, self.tr("Save the recovery code"), name)
        if path:
            self.save_to(Path(path))

    def _tell(self, text: str, kind: str) -> None:
        self.note.setText(text)
        set_kind(self.note, kind)

    def _saved(self) -> None:
        self.seen.emit()
        self.accept()
