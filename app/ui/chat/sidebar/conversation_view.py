"""The list of conversations: open, rename in place, select several, drag into folders; by mouse and by keyboard."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from app.chat.conversation import Conversation
from app.ui.chat.sidebar.conversation_delegate import ConversationDelegate
from app.ui.chat.sidebar.conversation_menu import ConversationMenus
from app.ui.chat.sidebar.conversation_rows import MIME, ConversationRows, Conversations
from app.ui.chat.sidebar.folder_order import FOLDER_MIME, FolderOrder
from app.ui.chat.sidebar.row_plan import FolderItem, GroupItem, Item
from app.ui.theme import Theme, set_kind

KEYS_OPEN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NEW_DAY_MS = 600_000  # how often the headings are looked at again


class ConversationView(QListView):
    """``opened`` asks to show a conversation; everything else goes to the list itself."""

    opened = Signal(str)
    selected = Signal(int)  # how many conversations, when it changes
    folding_changed = Signal(list)  # ids of the folders that are closed

    def __init__(self, theme: Theme, conversations: Conversations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._conversations = conversations
        self.rows = ConversationRows(conversations, self)
        self.menus = ConversationMenus(theme, conversations, self)
        self._delegate = ConversationDelegate(theme, self.rows, self)
        self.order = FolderOrder(theme, conversations, self.rows, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self._days = QTimer(self, interval=NEW_DAY_MS)
        self._days.timeout.connect(self.rows.refresh)
        self._connect()
        self.retranslate()

    def show_conversation(self, conversation_id: str) -> None:
        """Mark the conversation that is on the screen, "" for none."""
        self._delegate.shown = conversation_id
        self.rows.refresh()
        index = self.rows.index_of(conversation_id)
        if index.isValid() and self.state() != QAbstractItemView.State.EditingState:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        elif not index.isValid():
            self.clearSelection()
        self.viewport().update()

    def set_quiet(self, *, quiet: bool) -> None:
        """Mark no row while another page than the conversation is shown."""
        self._delegate.quiet = quiet
        self.viewport().update()

    def selected_ids(self) -> list[str]:
        """Return the selected conversations from top to bottom."""
        return [key for first, last in self._selected_runs() for key in self.rows.ids_between(first, last)]

    def selected_count(self) -> int:
        """Return how many conversations are selected."""
        return sum(self.rows.count_between(first, last) for first, last in self._selected_runs())

    def start_rename(self, conversation_id: str) -> None:
        """Open the editor of a row, and its folder before."""
        row = self._conversations.conversation(conversation_id)
        if row is not None and row.folder_id is not None and row.folder_id in self.rows.closed:
            self._fold(row.folder_id, is_open=True)
        self.rows.refresh()
        self._edit(self.rows.index_of(conversation_id))

    def start_folder_rename(self, folder_id: str) -> None:
        """Open the editor of a folder."""
        self.rows.refresh()
        self._edit(self.rows.index_of_folder(folder_id))

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.setAccessibleName(self.tr("Conversations"))
        self.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.rows.refresh_soon()  # it may be another day
        super().showEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.rows.item_at(self.currentIndex())
        editing = self.state() == QAbstractItemView.State.EditingState
        if editing or item is None or not self._pressed(event, item):
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if isinstance(self.rows.item_at(self.indexAt(event.position().toPoint())), Conversation):
            super().mouseDoubleClickEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton and not event.modifiers() & SELECTING
        self.order.hold(event.position().toPoint() if left else QPoint(-1, -1))
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pressed = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if pressed and self.order.pull(event.position().toPoint()):
            self.setState(QAbstractItemView.State.NoState)
        else:
            super().mouseMoveEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        place = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).center())
        match self.rows.item_at(index):
            case Conversation() as row:
                chosen = self.selected_ids()
                self.menus.for_conversations(chosen if row.id in chosen else [row.id]).popup(place)
            case FolderItem() as item:
                held = [row.id for row in self._conversations.rows() if row.folder_id == item.folder.id]
                self.menus.for_folder(item.folder, held).popup(place)
            case GroupItem() | None:
                pass
            case other:
                assert_never(other)

    # --- dragging ---

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        self._accept(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls at the edges
        self._accept(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_target(-1)
        self.order.hide()
        super().dragLeaveEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._show_target(-1)
        place, data = event.position().toPoint(), event.mimeData()
        if data.hasFormat(FOLDER_MIME):
            self.order.drop(data, place)
        elif ids := _dragged(data):
            self._conversations.set_folder(ids, self._folder_under(place))
        else:
            event.ignore()
            return
        event.acceptProposedAction()

    def _accept(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            folder = self._folder_under(event.position().toPoint())
            self._show_target(self.rows.index_of_folder(folder).row() if folder else -1)
            event.acceptProposedAction()
        elif event.mimeData().hasFormat(FOLDER_MIME):
            self.order.show_gap(event.position().toPoint())
            event.acceptProposedAction()
        else:
            event.ignore()

    def _show_target(self, row: int) -> None:
        if row != self._delegate.target:
            self._delegate.target = row
            self.viewport().update()

    def _folder_under(self, place: QPoint) -> str | None:
        """Return the folder of the row at this place, its own or that of the conversation."""
        match self.rows.item_at(self.indexAt(place)):
            case FolderItem() as item:
                return item.folder.id
            case Conversation() as row:
                return row.folder_id if self.rows.in_folder(row) else None
            case GroupItem() | None:
                return None
            case other:
                assert_never(other)

    # --- the rest ---

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)  # else every one of ten thousand rows is measured whenever one moves
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)  # the folder lights up instead
        set_kind(self, "conversations")

    def _connect(self) -> None:
        self.clicked.connect(self._clicked)
        self.menus.rename_wanted.connect(self.start_rename)
        self.menus.folder_rename_wanted.connect(self.start_folder_rename)
        self.menus.folder_move_wanted.connect(self.order.move_by)
        self.selectionModel().selectionChanged.connect(lambda _more, _fewer: self._selection_changed())
        self.rows.rowsRemoved.connect(lambda _parent, _first, _last: self._selection_changed())
        self.rows.modelReset.connect(self._selection_changed)
        self._theme.changed.connect(self.viewport().update)
        self._days.start()

    def _pressed(self, event: QKeyEvent, item: Item) -> bool:
        """Act on a key; False leaves it to Qt."""
        key = event.key()
        if isinstance(item, FolderItem):
            return self._pressed_on_folder(event, item)
        if isinstance(item, Conversation) and key == Qt.Key.Key_Delete:
            self._conversations.delete(self.selected_ids() or [item.id])
        elif isinstance(item, Conversation) and key in KEYS_OPEN and not event.modifiers() & SELECTING:
            self.opened.emit(item.id)
        else:
            return False
        return True

    def _pressed_on_folder(self, event: QKeyEvent, item: FolderItem) -> bool:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        into, out = (Qt.Key.Key_Left, Qt.Key.Key_Right) if mirrored else (Qt.Key.Key_Right, Qt.Key.Key_Left)
        match event.key():
            case Qt.Key.Key_Delete:
                self._conversations.delete_folder(item.folder.id)
            case Qt.Key.Key_Up | Qt.Key.Key_Down as key if event.modifiers() & SELECTING == SELECTING:
                self.order.move_by(item.folder.id, 1 if key == Qt.Key.Key_Down else -1)
            case key if key in KEYS_OPEN:
                self._fold(item.folder.id, is_open=not item.open)
            case key if key in {into, out}:
                self._fold(item.folder.id, is_open=key == into)
            case _:
                return False
        return True

    def select_none(self) -> bool:
        """Select only the row with the keyboard again; say whether there were more."""
        several = self.selected_count() > 1
        if several:
            self.clearSelection()
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        return several

    def _clicked(self, index: QModelIndex) -> None:
        match self.rows.item_at(index):
            case FolderItem() as item:
                self._fold(item.folder.id, is_open=not item.open)
            case Conversation() as row if not QGuiApplication.keyboardModifiers() & SELECTING:
                self.opened.emit(row.id)
            case _:
                pass

    def _fold(self, folder_id: str, *, is_open: bool) -> None:
        self.rows.set_folder_open(folder_id, is_open=is_open)
        self.folding_changed.emit(sorted(self.rows.closed))

    def _edit(self, index: QModelIndex) -> None:
        if index.isValid():
            self.scrollTo(index)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.edit(index)

    def _selection_changed(self) -> None:
        count = self.selected_count()
        self._delegate.several = count > 1
        self.selected.emit(count)

    def _selected_runs(self) -> list[tuple[int, int]]:
        selection = self.selectionModel().selection()
        parts = (selection.at(place) for place in range(selection.count()))
        return sorted((part.top(), part.bottom()) for part in parts)


def _dragged(data: QMimeData) -> list[str]:
    return bytes(data.data(MIME).data()).decode("ascii", "replace").split()
