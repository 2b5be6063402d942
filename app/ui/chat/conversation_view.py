"""The list of conversations: open, rename in place, pin, delete; by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from app.ui.chat.conversation_delegate import ConversationDelegate
from app.ui.chat.conversation_rows import ConversationRows, Conversations
from app.ui.icons import icon
from app.ui.theme import Theme, set_kind
from app.ui.widgets.menu import Menu

KEYS_OPEN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class ConversationView(QListView):
    """``opened`` asks to show a conversation; everything else goes to the list itself."""

    opened = Signal(str)

    def __init__(self, theme: Theme, conversations: Conversations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._conversations = conversations
        self.rows = ConversationRows(conversations, self)
        self._delegate = ConversationDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        set_kind(self, "conversations")
        self.clicked.connect(self._clicked)
        self._watch_headings()
        theme.changed.connect(self.viewport().update)
        self.retranslate()

    def show_conversation(self, conversation_id: str) -> None:
        """Mark the conversation that is on the screen, "" for none."""
        self._delegate.shown = conversation_id
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

    def start_rename(self, conversation_id: str) -> None:
        """Open the editor of a row."""
        index = self.rows.index_of(conversation_id)
        if index.isValid():
            self.scrollTo(index)
            self.setCurrentIndex(index)
            self.edit(index)

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.setAccessibleName(self.tr("Conversations"))
        self._measure_again()

    def menu_for(self, index: QModelIndex, reveal: Callable[[], None] | None = None) -> Menu:
        """Return the menu of a row. ``reveal`` brings this view on the screen before its editor opens."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        colours, key = self._theme.colours, self.rows.id_at(index)
        pinned = self.rows.pinned_at(index)
        rename = menu.addAction(icon("edit", colours.muted), self.tr("Rename"))
        rename.setShortcut("F2")
        if reveal is not None:
            rename.triggered.connect(reveal)
        rename.triggered.connect(lambda: self.start_rename(key))
        pin = menu.addAction(icon("pin", colours.muted), self.tr("Unpin") if pinned else self.tr("Pin to the top"))
        pin.triggered.connect(lambda: self._conversations.set_pinned(key, not pinned))
        menu.addSeparator()
        delete = menu.addAction(icon("trash", colours.bad), self.tr("Delete"))
        delete.setShortcut("Del")
        delete.triggered.connect(lambda: self._conversations.delete(key))
        return menu

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._measure_again()  # it may be another day
        super().showEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if editing or not index.isValid():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete:
            self._conversations.delete(self.rows.id_at(index))
        elif event.key() in KEYS_OPEN:
            self.opened.emit(self.rows.id_at(index))
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._on_heading(event.position().toPoint()):
            super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._on_heading(event.position().toPoint()):
            super().mouseDoubleClickEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid() and not (by_mouse and self._on_heading(event.pos())):
            place = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_for(index).popup(place)

    def _clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.id_at(index))

    def _on_heading(self, place: QPoint) -> bool:
        index = self.indexAt(place)
        return index.isValid() and not self._delegate.row_rect(self.visualRect(index), index).contains(place)

    def _watch_headings(self) -> None:
        """Measure rows again whenever one may have become, or ceased to be, the first of its group."""
        for signal in (
            self.rows.dataChanged,
            self.rows.rowsInserted,
            self.rows.rowsRemoved,
            self.rows.rowsMoved,
            self.rows.modelReset,
            self.rows.layoutChanged,
        ):
            signal.connect(self._measure_again)

    def _measure_again(self) -> None:
        self.rows.forget_headings()
        self.scheduleDelayedItemsLayout()
