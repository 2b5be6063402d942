"""Search results as rows. New ones are added at the end, so that nothing moves under the pointer."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from app.catalog.net_api import Repository
from app.ui.models.measures import count, short_date
from app.ui.models.protocols import Hub

Index = QModelIndex | QPersistentModelIndex

REPOSITORY = Qt.ItemDataRole.UserRole
FACTS = Qt.ItemDataRole.UserRole + 1

translate = QCoreApplication.translate


class ResultsListModel(QAbstractListModel):
    """Words are made when a row is first painted, and kept."""

    def __init__(self, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._rows: list[Repository] = []
        self._count = 0
        self._facts: dict[int, str] = {}
        hub.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Take over the results: what is new at the end is added, anything else starts over."""
        results = self._hub.results
        known = len(self._rows)
        if known and known <= len(results) and self._rows[-1] == results[known - 1] and self._rows[0] == results[0]:
            if len(results) > known:
                self.beginInsertRows(QModelIndex(), known, len(results) - 1)
                self._rows.extend(results[known:])
                self._count = len(self._rows)
                self.endInsertRows()
            return
        if known or results:
            self.beginResetModel()
            self._rows = list(results)
            self._count = len(self._rows)
            self._facts.clear()
            self.endResetModel()

    def retranslate(self) -> None:
        """Make all words again."""
        self._facts.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        # Asked for each row whenever rows are added.
        return 0 if parent is not None and parent.isValid() else self._count

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number = index.row()
        if not 0 <= number < len(self._rows):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._rows[number].id
            case _ if role == REPOSITORY:
                return self._rows[number]
            case _ if role == FACTS:
                return self._words(number)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._rows[number].id}, {self._words(number)}"
            case _:
                return None

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._hub.has_more

    @override
    def fetchMore(self, parent: Index) -> None:
        self._hub.more()

    def _words(self, number: int) -> str:
        if number not in self._facts:
            self._facts[number] = facts_of(self._rows[number])
        return self._facts[number]


def facts_of(row: Repository) -> str:
    """Return "1.2M downloads · 340 likes · updated 03.04.26 · apache-2.0 · needs your agreement"."""
    words = []
    if row.downloads:
        words.append(translate("Models", "{number} downloads").format(number=count(row.downloads)))
    if row.likes:
        words.append(translate("Models", "{number} likes").format(number=count(row.likes)))
    if row.updated:
        words.append(translate("Models", "updated {date}").format(date=_date(row.updated)))
    if row.licence:
        words.append(row.licence)
    if row.gated:
        words.append(translate("Models", "needs your agreement on its page"))
    return " · ".join(words)


def _date(iso: str) -> str:
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso[:10]
    return short_date(day)
