"""Taking conversations out: in which form, with thoughts or not; the file is chosen last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QLocale, QStandardPaths, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from app.chat.exporting.api import SUFFIXES, ExportFormat
from app.chat.exporting.files import file_name
from app.ui.dialogs.dialog import Dialog
from app.ui.theme import Theme
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.text_label import text_label

WIDTH = 500
INDENT = 32


@dataclass(frozen=True)
class ExportChoice:
    """What the person chose."""

    ids: Sequence[str]
    format: ExportFormat
    path: Path
    thoughts: bool


class ExportDialog(Dialog):
    """``chosen`` carries an ``ExportChoice``."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, ids: Sequence[str], title: str, parent: QWidget | None = None) -> None:
        super().__init__(self._heading(len(ids)), parent, WIDTH)
        self._ids, self._title = list(ids), title
        if len(ids) == 1:
            self.add_text(self.tr("“{title}”").format(title=title or self.tr("New chat")), "muted")
        self.formats = QButtonGroup(self)
        for number, one in enumerate(ExportFormat):
            self._add_format(number, one)
        self.thoughts = CheckBox(theme, self.tr("With what the model thought"), self)
        self.column.addSpacing(4)
        self.column.addWidget(self.thoughts)
        note = self.tr("The file is not encrypted: whoever has it can read it.")
        self.add_text(note, "muted")
        self.column.addStretch(1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.save = self.add_button(self.tr("Save…"), "primary")
        self.save.clicked.connect(self._ask_where)
        self.formats.idToggled.connect(lambda _number, _on: self._show_thoughts())
        self.formats.button(0).setChecked(True)

    @property
    def format(self) -> ExportFormat:
        """The form that is chosen."""
        return list(ExportFormat)[max(0, self.formats.checkedId())]

    def save_to(self, path: Path) -> None:
        """Report the choice with this file; a name without an ending gets the right one."""
        path = path if path.suffix else path.with_suffix(self._suffix())
        self.chosen.emit(ExportChoice(self._ids, self.format, path, self.thoughts.isChecked()))
        self.accept()

    def _heading(self, count: int) -> str:
        if count == 1:
            return self.tr("Export this conversation")
        return self.tr("Export {number} conversations").format(number=QLocale().toString(count))

    def _add_format(self, number: int, one: ExportFormat) -> None:
        name, words = self._words(one)
        button = QRadioButton(name, self)
        button.setAccessibleDescription(words)
        explained = text_label(self, "muted")
        explained.setText(words)
        self.formats.addButton(button, number)
        below = QHBoxLayout()
        below.addSpacing(INDENT)
        below.addWidget(explained, 1)
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(button)
        both.addLayout(below)
        self.column.addLayout(both)

    def _words(self, one: ExportFormat) -> tuple[str, str]:
        match one:
            case ExportFormat.MARKDOWN:
                return self.tr("Markdown"), self.tr("Text for notes and editors")
            case ExportFormat.JSON:
                return self.tr("JSON"), self.tr("Everything, with all versions; Parley can read it again")
            case ExportFormat.HTML:
                return self.tr("Web page"), self.tr("For any browser; loads nothing from anywhere")
            case ExportFormat.PDF:
                return self.tr("PDF"), self.tr("For printing and sending")
            case other:
                assert_never(other)

    def _show_thoughts(self) -> None:
        everything = self.format is ExportFormat.JSON
        self.thoughts.setEnabled(not everything)
        self.thoughts.setChecked(everything or self.thoughts.isChecked())

    def _suffix(self) -> str:
        several = len(self._ids) > 1 and self.format is not ExportFormat.JSON
        return ".zip" if several else SUFFIXES[self.format]

    def _ask_where(self) -> None:
        name = self._title if len(self._ids) == 1 else self.tr("Parley conversations")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(folder) / (file_name(name, self.tr("Conversation")) + self._suffix()))
        kinds = f"{self._words(self.format)[0]} (*{self._suffix()})"
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("Export"), proposed, kinds)
        if path:
            self.save_to(Path(path))
