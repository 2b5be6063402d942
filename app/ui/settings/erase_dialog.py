"""Deleting everything: said in full, and only after a word was typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.dialogs.dialog import Dialog
from app.ui.theme import Theme
from app.ui.widgets.check_box import CheckBox


class EraseDialog(Dialog):
    """``erase_wanted`` carries whether the downloaded models go too."""

    erase_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Delete everything?"), parent)
        self.add_text(
            self.tr(
                "All conversations and their copies, the keys, the settings, caches and technical notes are deleted "
                "from this computer, and Parley closes. Nothing can bring them back, not even the recovery code."
            )
        )
        self.add_text(self.tr("Files that you exported stay where you saved them."), "muted")
        self.models = CheckBox(theme, self.tr("Also delete the models in Parley's own folder"), self)
        self.column.addWidget(self.models)
        self.word = self.tr("delete", "the word that is typed")
        self.add_text(self.tr("Type “{word}” to go on:").format(word=self.word))
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Type “{word}” to go on:").format(word=self.word))
        self.column.addWidget(self.field)
        self.add_button(self.tr("Cancel"), "primary").clicked.connect(self.reject)
        self.erase = self.add_button(self.tr("Delete everything"), "danger")
        self.erase.setEnabled(False)
        self.erase.clicked.connect(self._erase)
        self.field.textChanged.connect(lambda text: self.erase.setEnabled(self._is_word(text)))
        self.field.setFocus()

    def _is_word(self, text: str) -> bool:
        return text.strip().casefold() == self.word.casefold()

    def _erase(self) -> None:
        self.accept()
        self.erase_wanted.emit(self.models.isChecked())
