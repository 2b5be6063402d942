"""What was found, as Qt wants it; with nothing typed, the conversations of late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.ui.search.dates import short_date

if TYPE_CHECKING:
    from app.chat.search import Hit

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Found:
    """One row. ``message_id`` "" is a conversation as a whole; ``ranges`` are code points of ``text`` to be lit.

    ``text`` "" is a row of one line, and ``ranges`` are those of its title.
    """

    conversation_id: str
    title: str
    message_id: str = ""
    text: str = ""
    ranges: tuple[tuple[int, int], ...] = ()
    at: float = 0.0  # UTC seconds
    archived: bool = False
    thoughts: bool = False


def found(hit: Hit) -> Found:
    """Return the row for a hit."""
    ranges = tuple((first, end) for first, end in hit.ranges)
    if hit.message_id is None:
        return Found(hit.conversation_id, hit.snippet, "", "", ranges, hit.created_at, hit.archived)
    thoughts = hit.found_in.value == "thoughts"
    return Found(
        hit.conversation_id, hit.title, hit.message_id, hit.snippet, ranges, hit.created_at, hit.archived, thoughts
    )


class ResultRows(QAbstractListModel):
    """Grows at its end while more is found, so that nothing moves under the pointer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Found] = []

    def row(self, index: Index) -> Found | None:
        """Return what stands in a row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def show_rows(self, rows: Sequence[Found]) -> None:
        """Show these rows."""
        known = len(self._rows)
        if known and list(rows[:known]) == self._rows:
            if len(rows) > known:
                self.beginInsertRows(QModelIndex(), known, len(rows) - 1)
                self._rows = list(rows)
                self.endInsertRows()
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.title(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (self.title(row), row.text, short_date(row.at, QLocale()))))
            case _:
                return None

    def title(self, row: Found) -> str:
        """Return the words of the first line."""
        return " ".join(row.title.split()) or self.tr("New chat")

    def remark(self, row: Found) -> str:
        """Return what else there is to say of a row."""
        if row.thoughts:
            return self.tr("in the thoughts")
        return self.tr("archived") if row.archived else ""
