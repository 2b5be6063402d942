"""The pieces of a document as rows: the source in the first column, the translation in the second."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from app.chat.store_documents import UnitRecord
from app.session.translate.documents.job import DocumentJob
from app.translate.guards import Fault
from app.ui.translate.words import fault_words
from app.ui.widgets.plain import plain

SOURCE, TRANSLATION = 0, 1
INLINE = re.compile(r"</?g+\d+>|<x+\d+/>")
"""What ``translate/documents/inline.py`` puts into a text for bold words, links and pictures."""
COLUMNS = 2
Index = QModelIndex | QPersistentModelIndex


class UnitRows(QAbstractTableModel):
    """The piece is in ``UserRole``. ``edited`` has a place in the document and the person's text."""

    edited = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: DocumentJob | None = None
        self._only_marked = False
        self._headings = ("", "")
        self.places: list[int] = []

    @property
    def only_marked(self) -> bool:
        """Whether pieces without a mark are left out."""
        return self._only_marked

    def show_job(self, job: DocumentJob | None, *, only_marked: bool = False) -> None:
        """List a document's pieces, or those with a mark; they stay listed when their mark goes."""
        self.beginResetModel()
        self._job, self._only_marked = job, only_marked
        units = job.units or [] if job is not None else []
        self.places = [place for place, unit in enumerate(units) if unit.marks or not only_marked]
        self.endResetModel()

    def name_columns(self, source: str, translation: str) -> None:
        """Put these words above the columns."""
        self._headings = (source, translation)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)

    def unit(self, row: int) -> UnitRecord:
        """Return the piece of a row."""
        units = (self._job.units if self._job else None) or []
        return units[self.places[row]]

    def unit_changed(self, place: int) -> int:
        """Show a piece as it is now; return its row, -1 when it is not listed."""
        row = place if not self._only_marked else self._row_of(place)
        if not 0 <= row < len(self.places):
            return -1
        self.dataChanged.emit(self.index(row, SOURCE), self.index(row, TRANSLATION))
        return row

    def _row_of(self, place: int) -> int:
        return self.places.index(place) if place in self.places else -1

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.places)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return COLUMNS

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        unit = self.unit(index.row())
        text = unit.text if index.column() == SOURCE else unit.translation or ""
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return text
            case Qt.ItemDataRole.UserRole:
                return unit
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(unit, index.column())
            case Qt.ItemDataRole.ToolTipRole if index.column() == TRANSLATION:
                return plain(marks_of(unit) or self._hint(unit))
            case _:
                return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != TRANSLATION:
            return False
        if value != (self.unit(index.row()).translation or ""):
            self.edited.emit(self.places[index.row()], str(value))
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable | Qt.ItemFlag.ItemIsEditable if index.column() == TRANSLATION else usable

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def _hint(self, unit: UnitRecord) -> str:
        """Return what a person should know of a text before correcting it."""
        if INLINE.search(unit.text) is None:
            return ""
        return self.tr("The grey marks stand for the document's layout, such as bold words and links. Keep them.")

    def _spoken(self, unit: UnitRecord, column: int) -> str:
        if column == SOURCE:
            return f"{unit.where} {unit.text}".strip()
        if unit.translation is None:
            return self.tr("Not translated yet")
        return " ".join(filter(None, (unit.translation, marks_of(unit))))


def marks_of(unit: UnitRecord) -> str:
    """Return what may be wrong with a piece, in sentences."""
    return " ".join(fault_words(Fault(mark)) for mark in unit.marks if mark in set(Fault))
