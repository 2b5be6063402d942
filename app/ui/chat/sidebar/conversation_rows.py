"""The sidebar's list as Qt wants it: headings, folders and conversations, editable, with words for screen readers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from enum import IntEnum
from itertools import groupby
from typing import Any, Protocol, assert_never, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    QTimer,
    SignalInstance,
)
from typing_extensions import override

from app.chat.conversation import Conversation, Folder
from app.session.chat.conversation_list import ConversationGroup
from app.ui.chat.sidebar.row_plan import FolderItem, GroupItem, Item, Shelf, folder_key, plan
from app.ui.widgets.plain import plain

Index = QModelIndex | QPersistentModelIndex

MIME = "application/x-parley-conversations"
HEADING = Qt.ItemFlag.NoItemFlags
FOLDER = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable
CONVERSATION = FOLDER | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
MANY_RUNS = 40
"""Of rows that come or go: from here on a view is quicker when it begins anew."""


class Conversations(Protocol):
    """``ConversationList``: a Qt list model with these operations."""

    show_archived: bool

    @property
    def folders(self) -> Sequence[Folder]:
        """In the order in which they are shown."""
        ...

    @property
    def folders_changed(self) -> SignalInstance:
        """A folder was made, named, moved or deleted."""
        ...

    @property
    def notice(self) -> SignalInstance:
        """A ``Notice`` that offers to undo what was taken away."""
        ...

    def rows(self) -> Sequence[Conversation]:
        """Return the conversations listed, newest first."""

    def now(self) -> datetime:
        """Return the time by which they are grouped."""

    def conversation(self, conversation_id: str) -> Conversation | None:
        """Return a row by its id."""

    def rename(self, conversation_id: str, title: str) -> None:
        """Give it the person's title."""

    def set_pinned(self, conversation_id: str, pinned: bool) -> None:
        """Pin or unpin."""

    def delete(self, ids: Sequence[str]) -> None:
        """Delete them; the notice offers to undo it."""

    def set_archived(self, ids: Sequence[str], archived: bool) -> None:
        """Put them away, or back into the list."""

    def set_folder(self, ids: Sequence[str], folder_id: str | None) -> None:
        """Move them into a folder, or out of theirs."""

    def create_folder(self, name: str) -> str:
        """Make a folder and return its id."""

    def rename_folder(self, folder_id: str, name: str) -> None:
        """Name a folder."""

    def order_folders(self, ids: Sequence[str]) -> None:
        """Show the folders in this order."""

    def delete_folder(self, folder_id: str) -> None:
        """Delete a folder; what it held is listed by age again. The notice offers to undo it."""


class Step(IntEnum):
    """The next or the previous row."""

    PREVIOUS = -1
    NEXT = 1


class ConversationRows(QStringListModel):
    """Follows the list; changes of many conversations at once are taken together, one turn of the event loop later.

    Qt's own list of (empty) strings does the counting: a view asks how many rows there are once for every row at each
    layout, and ten thousand calls into Python would hold the window up.
    """

    def __init__(self, conversations: Conversations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conversations = conversations
        self._items: list[Item] = []
        self._places: dict[str, int] | None = None
        self._next: list[Item] = []
        for changed in (self.rowsInserted, self.rowsRemoved, self.modelReset):
            changed.connect(self._swap)  # the first to be connected is the first to be told
        self._others: list[int] | None = None  # rows that are no conversations
        self._closed: set[str] = set()
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self.refresh)
        # A protocol cannot say "and is a Qt model"; the real list and the fake both are.
        model = cast("QAbstractItemModel", conversations)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.modelReset, model.dataChanged):
            signal.connect(self.refresh_soon)
        conversations.folders_changed.connect(self.refresh_soon)
        self.refresh()

    # --- reading ---

    def item_at(self, index: Index) -> Item | None:
        """Return what stands in a row."""
        return self._items[index.row()] if index.isValid() and index.row() < len(self._items) else None

    def id_at(self, index: Index) -> str:
        """Return the conversation's id, "" for any other row."""
        item = self.item_at(index)
        return item.id if isinstance(item, Conversation) else ""

    def folder_at(self, index: Index) -> Folder | None:
        """Return the folder that this row is, or None."""
        item = self.item_at(index)
        return item.folder if isinstance(item, FolderItem) else None

    def in_folder(self, row: Conversation) -> bool:
        """Whether it is listed below a folder."""
        return row.folder_id is not None and folder_key(row.folder_id) in self._place_of

    def ids_between(self, first: int, last: int) -> list[str]:
        """Return the conversations of these rows, both ends included."""
        return [item.id for item in self._items[first : last + 1] if isinstance(item, Conversation)]

    def count_between(self, first: int, last: int) -> int:
        """Return how many conversations there are in these rows."""
        if self._others is None:
            self._others = [row for row, item in enumerate(self._items) if not isinstance(item, Conversation)]
        return last - first + 1 - bisect_right(self._others, last) + bisect_left(self._others, first)

    def index_of(self, conversation_id: str) -> QModelIndex:
        """Return the row of a conversation, an invalid index when it is not listed or its folder is closed."""
        return self.index(self._place_of.get(conversation_id, -1), 0)

    def index_of_folder(self, folder_id: str) -> QModelIndex:
        """Return the row of a folder."""
        return self.index_of(folder_key(folder_id))

    def neighbour(self, conversation_id: str, step: Step) -> str:
        """Return the id of the conversation before or after, "" at the end; from none, the first one."""
        here = self.index_of(conversation_id)
        row, towards = (here.row() + step, step) if here.isValid() else (0, Step.NEXT)
        while 0 <= row < len(self._items):
            item = self._items[row]
            if isinstance(item, Conversation):
                return item.id
            row += towards
        return ""

    @property
    def closed(self) -> Collection[str]:
        """The ids of the folders that are closed."""
        return self._closed

    def close_folders(self, ids: Iterable[str]) -> None:
        """Close exactly these folders."""
        self._closed = set(ids)
        self.refresh()

    def set_folder_open(self, folder_id: str, *, is_open: bool) -> None:
        """Show what is in a folder, or not."""
        self.close_folders(self._closed - {folder_id} if is_open else self._closed | {folder_id})

    @property
    def _place_of(self) -> dict[str, int]:
        if self._places is None:
            self._places = {item.id: row for row, item in enumerate(self._items)}
        return self._places

    # --- following ---

    def refresh_soon(self) -> None:
        """Read the list again once everything that changes now has changed."""
        self._timer.start()

    def refresh(self) -> None:
        """Read the list again."""
        self._timer.stop()
        source = self._conversations
        shelf = Shelf(source.folders, self._closed, source.now(), flat=source.show_archived)
        self._become(plan(source.rows(), shelf))

    def _become(self, items: list[Item]) -> None:
        keys, old_keys = [item.id for item in items], [item.id for item in self._items]
        if keys != old_keys:
            kept = set(keys).intersection(old_keys)
            gone = _runs([row for row, key in enumerate(old_keys) if key not in kept])
            come = _runs([row for row, key in enumerate(keys) if key not in kept])
            if not kept or len(gone) + len(come) > MANY_RUNS:
                self._next = items
                self.setStringList([""] * len(items))
                return
            self._take_out(gone)
            self._reorder([item for item in items if item.id in kept] if come else items)
            self._put_in(items, come)
        pairs = zip(items, self._items, strict=True)
        changed = [row for row, (new, old) in enumerate(pairs) if new is not old and new != old]
        self._set(items)
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    def _set(self, items: list[Item]) -> None:
        self._items, self._places, self._others = items, None, None

    def _swap(self) -> None:
        """Take the items for the rows as they are now; before anybody else hears that they are others."""
        self._set(self._next)

    def _take_out(self, runs: list[tuple[int, int]]) -> None:
        for first, last in reversed(runs):
            self._next = [*self._items[:first], *self._items[last + 1 :]]
            self.removeRows(first, last - first + 1)

    def _put_in(self, items: list[Item], runs: list[tuple[int, int]]) -> None:
        for first, last in runs:
            self._next = [*self._items[:first], *items[first : last + 1], *self._items[first:]]
            self.insertRows(first, last - first + 1)

    def _reorder(self, items: list[Item]) -> None:
        """Same rows in another order: whoever holds an index (selection, keyboard) keeps its row."""
        if [item.id for item in items] == [item.id for item in self._items]:
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        keys = [self._items[index.row()].id for index in held]
        self._set(items)
        self.changePersistentIndexList(held, [self.index_of(key) for key in keys])
        self.layoutChanged.emit()

    # --- Qt ---

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        match self.item_at(index):
            case Conversation():
                return CONVERSATION
            case FolderItem():
                return FOLDER
            case GroupItem() | None:
                return HEADING
            case other:
                assert_never(other)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item_at(index)
        if item is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(item)
            case Qt.ItemDataRole.EditRole:
                return item.title if isinstance(item, Conversation) else self.words(item)
            case Qt.ItemDataRole.ToolTipRole:
                return None if isinstance(item, GroupItem) else plain(self.words(item))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(item)
            case _:
                return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name, item = " ".join(str(value).split()), self.item_at(index)
        if role != Qt.ItemDataRole.EditRole or not name:
            return False
        if isinstance(item, Conversation):
            self._conversations.rename(item.id, name)
        elif isinstance(item, FolderItem):
            self._conversations.rename_folder(item.folder.id, name)
        return True

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, "\n".join(filter(None, map(self.id_at, indexes))).encode("ascii"))
        return data

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def words(self, item: Item) -> str:
        """Return what a row says."""
        match item:
            case Conversation():
                return " ".join(item.title.split()) or self.tr("New chat")
            case FolderItem():
                return item.folder.name
            case GroupItem():
                return self.group_name(item.group)
            case other:
                assert_never(other)

    def _spoken(self, item: Item) -> str:
        words = self.words(item)
        match item:
            case Conversation():
                return self.tr("{title}, pinned").format(title=words) if item.pinned else words
            case FolderItem():
                state = self.tr("open") if item.open else self.tr("closed")
                held = self.tr("%Ln conversation(s)", "", item.count)
                return self.tr("Folder {name}, {held}, {state}").format(name=words, held=held, state=state)
            case GroupItem():
                return words
            case other:
                assert_never(other)

    def group_name(self, group: ConversationGroup | None) -> str:
        """Return a heading."""
        match group:
            case None:
                return self.tr("Folders")
            case ConversationGroup.PINNED:
                return self.tr("Pinned")
            case ConversationGroup.TODAY:
                return self.tr("Today")
            case ConversationGroup.YESTERDAY:
                return self.tr("Yesterday")
            case ConversationGroup.WEEK:
                return self.tr("Last week")
            case ConversationGroup.OLDER:
                return self.tr("Older")
            case other:
                assert_never(other)


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return first and last place of every unbroken run."""
    groups = (list(group) for _, group in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]))
    return [(group[0][1], group[-1][1]) for group in groups]
