"""The person's own words for a pair of languages, in two columns; from and into CSV and TBX files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from app.translate.glossary import Glossary, GlossaryError, OtherLanguagesError
from app.translate.languages import Language
from app.ui.dialogs.dialog import Dialog
from app.ui.theme import set_kind
from app.ui.translate.language_names import shown_name
from app.ui.widgets.text_label import show_line, text_label

WIDTH = 640
ROW = 36


class Worded(Protocol):
    """The part of ``TranslateSession`` that has the glossaries."""

    @property
    def language(self) -> Language | None:
        """Of the text."""
        ...

    @property
    def target(self) -> Language:
        """Into which it is translated."""
        ...

    @property
    def glossary(self) -> Glossary | None:
        """Of the pair in use."""
        ...

    def save_glossary(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Let these be the terms."""

    def import_glossary(self, file: Path) -> int:
        """Add the terms of a file. Raises GlossaryError, OSError."""

    def export_glossary(self, file: Path) -> None:
        """Write them to a file. Raises OSError."""


class GlossaryDialog(Dialog):
    """Nothing is changed before "Save", apart from what a file brings in."""

    said = Signal(str)

    def __init__(self, session: Worded, parent: QWidget | None = None) -> None:
        pair = (session.language, session.target)
        names = [shown_name(language) if language else "?" for language in pair]
        super().__init__(
            self.tr("Glossary: {source} → {target}").format(source=names[0], target=names[1]), parent, WIDTH
        )
        self._session = session
        self.add_text(
            self.tr("The model is asked to use these words, and each translation is checked for them."), "muted"
        )
        self.table = QTableWidget(0, 2, self)
        self.remark = text_label(self, "bad")
        self.add_term = QPushButton(self.tr("Add a word"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.bring = QPushButton(self.tr("Import…"), self)
        self.send = QPushButton(self.tr("Export…"), self)
        self._build(names)
        self.add_button(self.tr("Cancel")).clicked.connect(self.close)
        self.save = self.add_button(self.tr("Save"), "primary")
        self.save.clicked.connect(self._save)
        self._connect()
        self._fill()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete:
            self._remove_rows()
            return True
        return False

    def pairs(self) -> list[tuple[str, str]]:
        """Return what stands in the table, without empty rows."""
        rows = [(self._cell(row, 0), self._cell(row, 1)) for row in range(self.table.rowCount())]
        return [pair for pair in rows if all(pair)]

    def take_file(self, path: Path) -> None:
        """Add the words of a file."""
        self._session.save_glossary(self.pairs())
        try:
            count = self._session.import_glossary(path)
        except OtherLanguagesError:
            show_line(self.remark, self.tr("“{name}” has no words of these two languages.").format(name=path.name))
            return
        except GlossaryError:
            show_line(self.remark, self.tr("“{name}” is no glossary in CSV or TBX.").format(name=path.name))
            return
        except OSError as error:
            show_line(self.remark, self._failure(error))
            return
        show_line(self.remark, "")
        self._fill()
        self.said.emit(self.tr("%Ln word(s) were added.", "", count))

    def write_file(self, path: Path) -> None:
        """Write the words to a file."""
        self._session.save_glossary(self.pairs())
        try:
            self._session.export_glossary(path)
        except OSError as error:
            show_line(self.remark, self._failure(error))
            return
        self.said.emit(self.tr("Saved as “{name}”.").format(name=path.name))

    def _build(self, names: list[str]) -> None:
        set_kind(self.table, "terms")
        self.table.setHorizontalHeaderLabels(names)
        header = self.table.horizontalHeader()
        set_kind(header, "terms")
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setAccessibleName(self.tr("Words of the glossary"))
        self.table.setMinimumHeight(280)
        self.table.setTabKeyNavigation(False)
        self.remark.hide()
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for button in (self.add_term, self.remove):
            tools.addWidget(button)
        tools.addStretch(1)
        for button in (self.bring, self.send):
            tools.addWidget(button)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.remark)
        self.column.addLayout(tools)

    def _connect(self) -> None:
        self.table.installEventFilter(self)
        self.add_term.clicked.connect(self._add_row)
        self.remove.clicked.connect(self._remove_rows)
        self.bring.clicked.connect(self._ask_for_file)
        self.send.clicked.connect(self._ask_where)
        known = self._session.language is not None
        for button in (self.save, self.bring, self.send, self.add_term):
            button.setEnabled(known)
        if not known:
            show_line(self.remark, self.tr("Choose the language of the text first."))

    def _fill(self) -> None:
        glossary = self._session.glossary
        terms = glossary.terms if glossary else []
        self.table.setRowCount(len(terms))
        for row, term in enumerate(terms):
            self.table.setItem(row, 0, QTableWidgetItem(term.source))
            self.table.setItem(row, 1, QTableWidgetItem(term.target))
        if not terms:
            self._add_row()

    def _add_row(self) -> None:
        row = self.table.rowCount()
        self.table.setRowCount(row + 1)
        for column in (0, 1):
            self.table.setItem(row, column, QTableWidgetItem(""))
        self.table.setCurrentCell(row, 0)
        if self.isVisible():
            self.table.setFocus()
            self.table.edit(self.table.currentIndex())

    def _remove_rows(self) -> None:
        for row in sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True):
            self.table.removeRow(row)

    def _cell(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""

    def _save(self) -> None:
        self._session.save_glossary(self.pairs())
        self.close()

    def _failure(self, error: OSError) -> str:
        return self.tr("That did not work: {reason}").format(reason=error.strerror or str(error))

    def _ask_for_file(self) -> None:
        kinds = self.tr("Glossaries (*.csv *.tbx *.tsv *.xml)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Import a glossary"), "", kinds)
        if path:
            self.take_file(Path(path))

    def _ask_where(self) -> None:
        kinds = self.tr("CSV (*.csv);;TBX (*.tbx)")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export the glossary"), "glossary.csv", kinds)
        if path:
            self.write_file(Path(path))
