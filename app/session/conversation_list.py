"""The rows of the sidebar: pinned first, then newest first, in groups by age."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from typing_extensions import override

from app.chat.conversation import Conversation
from app.session.store_access import StoreAccess

log = logging.getLogger(__name__)

UNDO_SECONDS = 60.0
"""How long a deleted conversation can come back. Longer than its toast is shown, so that Ctrl+Z would still work."""

Index = QModelIndex | QPersistentModelIndex


class ConversationRole(IntEnum):
    """What a view may ask for."""

    ID = Qt.ItemDataRole.UserRole + 1
    TITLE = Qt.ItemDataRole.UserRole + 2
    GROUP = Qt.ItemDataRole.UserRole + 3
    PINNED = Qt.ItemDataRole.UserRole + 4


class ConversationGroup(StrEnum):
    """Headings of the list."""

    PINNED = "pinned"
    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    OLDER = "older"


class ConversationList(QAbstractListModel):
    """The conversations that are not deleted. Changes show at once and are stored in the background."""

    deleted = Signal(str, str)  # id, title
    row_changed = Signal(object)  # Conversation that was renamed or pinned here

    def __init__(self, store: StoreAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._rows: list[Conversation] = []
        self._deleted: dict[str, Conversation] = {}
        store.opened.connect(self.reload)

    def reload(self) -> None:
        """Read the rows from the store."""
        self._store.run(lambda store: store.list_conversations(), self._replace)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows; a row has no children."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a value of ``ConversationRole``; the title for display and editing."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case ConversationRole.ID:
                return row.id
            case ConversationRole.TITLE | Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.title
            case ConversationRole.GROUP:
                return group_of(row, datetime.now().astimezone())
            case ConversationRole.PINNED:
                return row.pinned
            case _:
                return None

    def rows(self) -> Sequence[Conversation]:
        """Return all rows as they are listed, to be read only: asking Qt's way for 10,000 is too slow."""
        return self._rows

    def conversation(self, conversation_id: str) -> Conversation | None:
        """Return a row by its id."""
        return next((row for row in self._rows if row.id == conversation_id), None)

    def index_of(self, conversation_id: str) -> QModelIndex:
        """Return the index of a row, an invalid one when it is not there."""
        for number, row in enumerate(self._rows):
            if row.id == conversation_id:
                return self.index(number)
        return QModelIndex()

    def upsert(self, conversation: Conversation) -> None:
        """Take in a conversation that was made or went on; it moves to where its age puts it."""
        known = self.conversation(conversation.id)
        if known:  # the list is the owner of title and pin
            conversation = msgspec.structs.replace(
                conversation, title=known.title, title_by_person=known.title_by_person, pinned=known.pinned
            )
        self._place(conversation)

    def rename(self, conversation_id: str, title: str) -> None:
        """Give a conversation the person's own title; an empty one is ignored."""
        row, title = self.conversation(conversation_id), " ".join(title.split())
        if row is None or not title or title == row.title:
            return
        self._place(msgspec.structs.replace(row, title=title, title_by_person=True))
        self._store.run(lambda store: store.rename(conversation_id, title, by_person=True))
        self._tell(conversation_id)

    def set_pinned(self, conversation_id: str, pinned: bool) -> None:
        """Keep a conversation at the top, or not."""
        row = self.conversation(conversation_id)
        if row is None:
            return
        self._place(msgspec.structs.replace(row, pinned=pinned))
        self._store.run(lambda store: store.pin(conversation_id, pinned))
        self._tell(conversation_id)

    def delete(self, conversation_id: str) -> None:
        """Take a conversation off the list. It can come back for a minute, then it is erased."""
        row = self.conversation(conversation_id)
        if row is None:
            return
        self._remove(conversation_id)
        self._deleted[conversation_id] = row
        self._store.run(lambda store: store.soft_delete(conversation_id))
        QTimer.singleShot(int(UNDO_SECONDS * 1000), self, lambda: self._erase(conversation_id))
        self.deleted.emit(conversation_id, row.title)

    def undo_delete(self, conversation_id: str = "") -> None:
        """Bring a deleted conversation back, the last one when none is named."""
        conversation_id = conversation_id or next(reversed(self._deleted), "")
        row = self._deleted.pop(conversation_id, None)
        if row is not None:
            self._place(row)
            self._store.run(lambda store: store.undelete(conversation_id))

    def _erase(self, conversation_id: str) -> None:
        if self._deleted.pop(conversation_id, None) is not None:
            self._store.run(lambda store: store.purge_deleted(older_than=UNDO_SECONDS / 2))

    def _tell(self, conversation_id: str) -> None:
        row = self.conversation(conversation_id)
        if row:
            self.row_changed.emit(row)

    def _replace(self, rows: list[Conversation]) -> None:
        self.beginResetModel()
        self._rows = sorted(rows, key=_order)
        self.endResetModel()

    def _place(self, row: Conversation) -> None:
        """Insert or move one row without a reset, so that selection and scroll position stay."""
        old = self.index_of(row.id).row()
        others = [other for other in self._rows if other.id != row.id]
        new = next((i for i, other in enumerate(others) if _order(row) < _order(other)), len(others))
        if old < 0:
            self.beginInsertRows(QModelIndex(), new, new)
            self._rows = [*others[:new], row, *others[new:]]
            self.endInsertRows()
            return
        if old != new:
            # Qt counts the target before the row is taken out
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), new + 1 if new > old else new)
        self._rows = [*others[:new], row, *others[new:]]
        if old != new:
            self.endMoveRows()
        self.dataChanged.emit(self.index(new), self.index(new))

    def _remove(self, conversation_id: str) -> None:
        number = self.index_of(conversation_id).row()
        if number >= 0:
            self.beginRemoveRows(QModelIndex(), number, number)
            del self._rows[number]
            self.endRemoveRows()


def _order(row: Conversation) -> tuple[bool, float, str]:
    return (not row.pinned, -row.updated_at, row.id)


def group_of(row: Conversation, now: datetime) -> ConversationGroup:
    """Return the heading for a row, by calendar days in the zone of ``now``."""
    if row.pinned:
        return ConversationGroup.PINNED
    day = datetime.fromtimestamp(row.updated_at, now.tzinfo).date()
    if day >= now.date():
        return ConversationGroup.TODAY
    if day == now.date() - timedelta(days=1):
        return ConversationGroup.YESTERDAY
    if day > now.date() - timedelta(days=7):
        return ConversationGroup.WEEK
    return ConversationGroup.OLDER
