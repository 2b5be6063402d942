"""The rows of the sidebar: pinned first, then newest first, in groups by age; and the folders they lie in."""

from __future__ import annotations

import logging
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from app.chat.conversation import Conversation, Folder, new_id
from app.session.keeping.store_access import StoreAccess
from app.session.keeping.undo import UNDO_SECONDS, UndoWindow
from app.session.notices import Notice, NoticeAction, Severity

if TYPE_CHECKING:
    from app.chat.store import ConversationStore

log = logging.getLogger(__name__)

MANY = 40
"""From so many rows on, a reset is quicker than telling views of each."""

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
    """The conversations that are not deleted: the archived ones, or the others.

    Changes show at once and are stored in the background. What takes something away says so with a ``notice`` that
    offers to undo it.
    """

    deleted = Signal(list)  # ids
    undeleted = Signal(list)  # ids
    row_changed = Signal(object)  # Conversation that was changed here
    folders_changed = Signal()
    notice = Signal(object)

    def __init__(self, store: StoreAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._rows: list[Conversation] = []
        self._by_id: dict[str, Conversation] = {}
        self._taken: set[str] = set()  # off the list; what was said of them before comes too late
        self._show_archived = False
        self._changes = 0
        self._undo: UndoWindow[Callable[[], None]] = UndoWindow(self, self._erase)
        self.folders: list[Folder] = []
        store.opened.connect(self.reload)

    # --- reading ---

    def reload(self) -> None:
        """Read rows and folders from the store."""
        archived, changes = self._show_archived, self._changes
        self._store.run(
            lambda store: (store.list_conversations(archived), store.folders()),
            lambda found: self._loaded(changes, *found),
        )

    @property
    def show_archived(self) -> bool:
        """Whether the archived conversations are listed, or the others."""
        return self._show_archived

    @show_archived.setter
    def show_archived(self, value: bool) -> None:
        if value != self._show_archived:
            self._show_archived = value
            self._changes += 1
            self.reload()

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
                return group_of(row, self.now())
            case ConversationRole.PINNED:
                return row.pinned
            case _:
                return None

    def rows(self) -> Sequence[Conversation]:
        """Return all rows; not to be changed."""
        return self._rows

    def now(self) -> datetime:
        """Return the time by which rows are grouped, in the person's zone."""
        return datetime.now().astimezone()

    def conversation(self, conversation_id: str) -> Conversation | None:
        """Return a row by its id."""
        return self._by_id.get(conversation_id)

    def index_of(self, conversation_id: str) -> QModelIndex:
        """Return the index of a row, an invalid one when it is not there."""
        row = self._by_id.get(conversation_id)
        return QModelIndex() if row is None else self.index(self._number(row))

    # --- one conversation ---

    def upsert(self, conversation: Conversation) -> None:
        """Take in a conversation that was made or went on; it moves to where its age puts it."""
        known = self.conversation(conversation.id)
        if known:  # the list is the owner of what is changed in the list
            conversation = msgspec.structs.replace(
                conversation,
                title=known.title,
                title_by_person=known.title_by_person,
                pinned=known.pinned,
                folder_id=known.folder_id,
                archived=known.archived,
            )
        self._changes += 1
        if conversation.archived == self._show_archived and conversation.id not in self._taken:
            self._place(conversation)

    def rename(self, conversation_id: str, title: str) -> None:
        """Give a conversation the person's own title; an empty one is ignored."""
        row, title = self.conversation(conversation_id), " ".join(title.split())
        if row is None or not title or title == row.title:
            return
        self._changed(msgspec.structs.replace(row, title=title, title_by_person=True))
        self._keep(lambda store: store.rename(conversation_id, title, by_person=True))

    def set_pinned(self, conversation_id: str, pinned: bool) -> None:
        """Keep a conversation at the top, or not."""
        row = self.conversation(conversation_id)
        if row is None:
            return
        self._changed(msgspec.structs.replace(row, pinned=pinned))
        self._keep(lambda store: store.pin(conversation_id, pinned))

    # --- several conversations ---

    def delete(self, ids: Sequence[str]) -> None:
        """Take conversations off the list. They can come back for a minute, then they are erased."""
        rows = self._take(ids)
        gone = [row.id for row in rows]
        if not gone:
            return
        self._keep(lambda store: store.soft_delete(*gone))
        self.deleted.emit(gone)
        if len(rows) == 1:
            title = rows[0].title or self.tr("New chat")
            words = self.tr("“{title}” was deleted.").format(title=title)
        else:
            words = self.tr("%Ln conversation(s) were deleted.", "", len(rows))
        self._offer(words, lambda: self._undelete(rows))

    def set_archived(self, ids: Sequence[str], archived: bool) -> None:
        """Put conversations away, or back into the list."""
        if archived == self._show_archived:
            return
        rows = [msgspec.structs.replace(row, archived=archived) for row in self._take(ids)]
        gone = [row.id for row in rows]
        if not gone:
            return
        self._keep(lambda store: store.set_archived(gone, archived))
        for row in rows:
            self.row_changed.emit(row)
        if archived:
            words = self.tr("%Ln conversation(s) were archived.", "", len(gone))
        else:
            words = self.tr("%Ln conversation(s) are back in the list.", "", len(gone))
        self._offer(words, lambda: self._archive_back(rows))

    def set_folder(self, ids: Sequence[str], folder_id: str | None) -> None:
        """Move conversations into a folder, or out of theirs (None)."""
        known = [row for row in map(self.conversation, ids) if row is not None and row.folder_id != folder_id]
        moved = [row.id for row in known]
        if moved:
            self._change_folder(known, folder_id)
            self._keep(lambda store: store.set_folder(moved, folder_id))

    def undo(self, token: str = "") -> None:
        """Take back what a notice named, or the last thing that was taken away."""
        run = self._undo.take(token)
        if run is not None:
            run()

    # --- folders ---

    def create_folder(self, name: str) -> str:
        """Make a folder below the others and return its id."""
        position = 1 + max((folder.position for folder in self.folders), default=-1)
        folder = Folder(new_id(), " ".join(name.split()), position)
        self._set_folders([*self.folders, folder])
        self._keep(lambda store: store.restore_folder(folder, []))
        return folder.id

    def rename_folder(self, folder_id: str, name: str) -> None:
        """Name a folder; an empty name is ignored."""
        name = " ".join(name.split())
        if name:
            self._set_folders([_renamed(folder, folder_id, name) for folder in self.folders])
            self._keep(lambda store: store.rename_folder(folder_id, name))

    def order_folders(self, ids: Sequence[str]) -> None:
        """Show the folders in this order."""
        places = {folder_id: place for place, folder_id in enumerate(ids)}
        moved = [msgspec.structs.replace(one, position=places.get(one.id, len(places))) for one in self.folders]
        self._set_folders(sorted(moved, key=lambda folder: folder.position))
        self._keep(lambda store: store.order_folders(ids))

    def delete_folder(self, folder_id: str) -> None:
        """Delete a folder and keep its conversations. It can come back for a minute."""
        folder = next((folder for folder in self.folders if folder.id == folder_id), None)
        if folder is None:
            return
        held: list[str] = []  # filled on the store's thread, and read there
        self._keep(lambda store: held.extend(store.delete_folder(folder_id)))
        inside = [row for row in self._rows if row.folder_id == folder_id]
        shown = [row.id for row in inside]
        self._set_folders([other for other in self.folders if other is not folder])
        self._change_folder(inside, None)
        words = self.tr("The folder “{name}” was deleted. What was in it is kept.").format(name=folder.name)
        self._offer(words, lambda: self._folder_back(folder, shown, held))

    # --- inside ---

    def _offer(self, words: str, run: Callable[[], None]) -> None:
        token = new_id()
        self._undo.keep(token, run)
        self.notice.emit(Notice(Severity.INFO, words, NoticeAction.UNDO, token, lambda: self.undo(token)))

    def _keep(self, job: Callable[[ConversationStore], object]) -> None:
        self._changes += 1
        self._store.run(job, None, self._not_kept)

    def _not_kept(self, error: Exception) -> None:
        log.warning("a change of the list could not be stored: %s", error)
        words = self.tr("This change could not be saved: it will be gone when Parley starts again.")
        self.notice.emit(Notice(Severity.ERROR, words))

    def _undelete(self, rows: Sequence[Conversation]) -> None:
        ids = [row.id for row in rows]
        self._keep(lambda store: store.undelete(*ids))
        self._put_back(rows)
        self.undeleted.emit(ids)

    def _archive_back(self, rows: Sequence[Conversation]) -> None:
        ids, archived = [row.id for row in rows], not rows[0].archived
        before = [msgspec.structs.replace(row, archived=archived) for row in rows]
        self._keep(lambda store: store.set_archived(ids, archived))
        self._put_back(before)
        for row in before:
            self.row_changed.emit(row)

    def _folder_back(self, folder: Folder, shown: Sequence[str], held: list[str]) -> None:
        self._set_folders(sorted([*self.folders, folder], key=lambda one: one.position))
        rows = [row for row in map(self.conversation, shown) if row is not None and row.folder_id is None]
        self._change_folder(rows, folder.id)
        self._keep(lambda store: store.restore_folder(folder, held))

    def _erase(self) -> None:
        self._keep(lambda store: store.purge_deleted(older_than=UNDO_SECONDS))

    def _changed(self, row: Conversation) -> None:
        self._place(row)
        self.row_changed.emit(row)

    def _change_folder(self, rows: Sequence[Conversation], folder_id: str | None) -> None:
        moved = [msgspec.structs.replace(row, folder_id=folder_id) for row in rows]
        self._put_back(moved)
        for row in moved:
            self.row_changed.emit(row)

    def _set_folders(self, folders: list[Folder]) -> None:
        self.folders = folders
        self.folders_changed.emit()

    def _loaded(self, changes: int, rows: list[Conversation], folders: list[Folder]) -> None:
        if changes != self._changes:  # something changed while it was read
            self.reload()
            return
        self._taken.clear()
        self._set_rows(rows)
        self._set_folders(folders)

    def _set_rows(self, rows: list[Conversation]) -> None:
        self.beginResetModel()
        self._rows = sorted(rows, key=_order)
        self._by_id = {row.id: row for row in rows}
        self.endResetModel()

    def _number(self, row: Conversation) -> int:
        """Return where a row is, or would be."""
        return bisect_left(self._rows, _order(row), key=_order)

    def _place(self, row: Conversation) -> None:
        """Insert or move one row without a reset, so that selection and scroll position stay."""
        known = self._by_id.get(row.id)
        self._by_id[row.id] = row
        if known is None:
            new = self._number(row)
            self.beginInsertRows(QModelIndex(), new, new)
            self._rows.insert(new, row)
            self.endInsertRows()
            return
        old, before = self._number(known), self._number(row)
        new = before - (before > old)  # counted without the row itself
        if old != new:
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), before)
        del self._rows[old]
        self._rows.insert(new, row)
        if old != new:
            self.endMoveRows()
        self.dataChanged.emit(self.index(new), self.index(new))

    def _take(self, ids: Sequence[str]) -> list[Conversation]:
        """Take rows off the list and return them."""
        taken = [row for row in map(self.conversation, dict.fromkeys(ids)) if row is not None]
        self._taken.update(row.id for row in taken)
        if len(taken) > MANY:
            gone = {row.id for row in taken}
            self._set_rows([row for row in self._rows if row.id not in gone])
            return taken
        for row in taken:
            number = self._number(row)
            self.beginRemoveRows(QModelIndex(), number, number)
            del self._rows[number], self._by_id[row.id]
            self.endRemoveRows()
        return taken

    def _put_back(self, rows: Sequence[Conversation]) -> None:
        rows = [row for row in rows if row.archived == self._show_archived]
        self._taken.difference_update(row.id for row in rows)
        if len(rows) > MANY:
            back = {row.id for row in rows}
            self._set_rows([*(row for row in self._rows if row.id not in back), *rows])
            return
        for row in rows:
            self._place(row)


def _renamed(folder: Folder, folder_id: str, name: str) -> Folder:
    return msgspec.structs.replace(folder, name=name) if folder.id == folder_id else folder


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
