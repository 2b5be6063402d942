"""The conversations as the sidebar's view wants them: editable, with words for what has no title."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Protocol, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QIdentityProxyModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    SignalInstance,
)
from typing_extensions import override

from app.session.conversation_list import ConversationGroup, ConversationRole
from app.ui.widgets.plain import plain

Index = QModelIndex | QPersistentModelIndex

HEADING = Qt.ItemDataRole.UserRole + 100
"""The heading above a row, "" for none: the first row of every group has one."""


class Conversations(Protocol):
    """``ConversationList``: a Qt list model with these operations."""

    @property
    def deleted(self) -> SignalInstance:
        """Id and title of a conversation that was deleted and can come back."""
        ...

    def index_of(self, conversation_id: str) -> QModelIndex:
        """Return its index, an invalid one when it is not there."""
        ...

    def rename(self, conversation_id: str, title: str) -> None:
        """Give it the person's title."""

    def delete(self, conversation_id: str) -> None:
        """Delete it; ``undo_delete`` brings it back."""

    def undo_delete(self, conversation_id: str) -> None:
        """Bring it back."""

    def set_pinned(self, conversation_id: str, pinned: bool) -> None:
        """Pin or unpin."""


class Step(IntEnum):
    """The next or the previous row."""

    PREVIOUS = -1
    NEXT = 1


class ConversationRows(QIdentityProxyModel):
    """Display text, heading, tooltip, words for screen readers; editing renames."""

    def __init__(self, conversations: Conversations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conversations = conversations
        self._headings: dict[int, str] | None = None  # by row; a view asks for every row at each layout
        # A protocol cannot say "and is a Qt model"; the real list and the fake both are.
        self.setSourceModel(cast("QAbstractItemModel", conversations))

    def id_at(self, index: Index) -> str:
        """Return the conversation's id, "" for no row."""
        return str(index.data(ConversationRole.ID)) if index.isValid() else ""

    def pinned_at(self, index: Index) -> bool:
        """Whether the row is pinned."""
        return bool(index.data(ConversationRole.PINNED))

    def index_of(self, conversation_id: str) -> QModelIndex:
        """Return the row of a conversation, an invalid index when it is not listed."""
        return self.mapFromSource(self._conversations.index_of(conversation_id))

    def neighbour(self, conversation_id: str, step: Step) -> str:
        """Return the id of the row before or after, "" at the end; from no row, the first one."""
        here = self.index_of(conversation_id)
        return self.id_at(self.index(here.row() + step, 0) if here.isValid() else self.index(0, 0))

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(index)
            case Qt.ItemDataRole.EditRole:
                return super().data(index, ConversationRole.TITLE)
            case Qt.ItemDataRole.ToolTipRole:
                return plain(self._title(index))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index)
            case _ if role == HEADING:
                return self._heading(index)
            case _:
                return super().data(index, role)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        title = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not title:
            return False
        self._conversations.rename(self.id_at(index), title)
        return True

    def _title(self, index: Index) -> str:
        title = super().data(index, ConversationRole.TITLE)
        return " ".join(str(title).split()) if title else self.tr("New chat")

    def _spoken(self, index: Index) -> str:
        if self.pinned_at(index):
            return self.tr("{title}, pinned").format(title=self._title(index))
        return self._title(index)

    def _heading(self, index: Index) -> str:
        if self._headings is None:
            self._headings = self._make_headings()
        return self._headings.get(index.row(), "")

    def _make_headings(self) -> dict[int, str]:
        source, made, above = self.sourceModel(), {}, ""
        for row in range(source.rowCount()):
            group = ConversationGroup(source.data(source.index(row, 0), ConversationRole.GROUP))
            if group != above:
                made[row] = self.group_name(group)
            above = group
        return made

    def forget_headings(self) -> None:
        """Find out again which rows are the first of their group: rows, the day or the language changed."""
        self._headings = None

    def group_name(self, group: ConversationGroup) -> str:
        """Return the heading of a group."""
        return {
            ConversationGroup.PINNED: self.tr("Pinned"),
            ConversationGroup.TODAY: self.tr("Today"),
            ConversationGroup.YESTERDAY: self.tr("Yesterday"),
            ConversationGroup.WEEK: self.tr("Last week"),
            ConversationGroup.OLDER: self.tr("Older"),
        }[group]
