"""The sidebar: pages, new chat, search, the conversations or their archive, settings."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol, assert_never

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QToolTip, QVBoxLayout, QWidget
from typing_extensions import override

from app.chat.conversation import Conversation
from app.ui.chat.sidebar.conversation_rows import Conversations, Step
from app.ui.chat.sidebar.conversation_view import ConversationView
from app.ui.chat.sidebar.selection_bar import SelectionBar
from app.ui.theme import SIDEBAR_WIDTH, Theme, set_kind
from app.ui.widgets.direction import back_icon
from app.ui.widgets.flat_button import ENTRY, ICON, LINK, OUTLINED, PILL, FlatButton, Look
from app.ui.widgets.keys import native_keys

EDGE = 12
SQUARE = Look(height=34, padding=8, background="background", border="line", text="muted")


class Connection(StrEnum):
    """What Parley does with the network now."""

    OFFLINE = "offline"
    WORKING = "working"  # a search, or a look at a repository
    DOWNLOADING = "downloading"


class SidebarChat(Protocol):
    """The part of ``ChatSession`` that the sidebar needs."""

    @property
    def conversation_changed(self) -> SignalInstance:
        """Another conversation is shown."""
        ...

    @property
    def conversation(self) -> Conversation | None:
        """The one shown."""
        ...

    def new_conversation(self) -> None:
        """Show an empty conversation."""

    def open_conversation(self, conversation_id: str) -> None:
        """Show a stored one."""


class Sidebar(QWidget):
    """264 pixels wide; ``opened`` says that the person went somewhere from here."""

    settings_wanted = Signal()
    chat_wanted = Signal()
    translate_wanted = Signal()
    models_wanted = Signal()
    downloads_wanted = Signal()
    search_wanted = Signal()
    export_wanted = Signal(list)  # ids
    opened = Signal()

    def __init__(
        self, theme: Theme, chat: SidebarChat, conversations: Conversations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chat = chat
        self._conversations = conversations
        self._connection = Connection.OFFLINE
        self._progress = ""
        self.setFixedWidth(SIDEBAR_WIDTH)
        self._name = QLabel("Parley", self)
        self.pill = FlatButton(theme, PILL, "offline", self)
        self.pages = [FlatButton(theme, ENTRY, name, self) for name in ("chat", "translate", "models")]
        self.new_chat = FlatButton(theme, OUTLINED, "plus", self)
        self.search = FlatButton(theme, SQUARE, "search", self)
        self.new_folder = FlatButton(theme, SQUARE, "new_folder", self)
        self.leave_archive = FlatButton(theme, LINK, "chevron_left", self)
        self.view = ConversationView(theme, conversations, self)
        self.selection = SelectionBar(theme, self)
        self._empty = QLabel(self)
        self.settings = FlatButton(theme, ENTRY, "settings", self)
        self.archive = FlatButton(theme, ICON, "archive", self)
        self._build()
        self._connect()
        self.retranslate()
        self._show_current()

    def step(self, step: Step) -> None:
        """Open the conversation before or after the one shown."""
        here = self._chat.conversation.id if self._chat.conversation else ""
        neighbour = self.view.rows.neighbour(here, step)
        if neighbour:
            self._chat.open_conversation(neighbour)

    def show_connection(self, connection: Connection, progress: str = "") -> None:
        """Say what happens on the network; ``progress`` is how far the downloads are, such as "42 %"."""
        if (connection, progress) != (self._connection, self._progress):
            self._connection, self._progress = connection, progress
            self._show_pill()

    def add_to_foot(self, widget: QWidget) -> None:
        """Put something below the list that comes and goes by itself."""
        self._foot.addWidget(widget)

    def show_page(self, number: int) -> None:
        """Mark the page that is shown: 0 the chat, 1 translating, 2 the models."""
        self.pages[number].setChecked(True)
        self.view.set_quiet(quiet=number != 0)

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self._show_pill()
        self.pages[0].set_words(self.tr("Chat"))
        self.pages[0].set_trailing(native_keys("Ctrl+1"))
        self.pages[1].set_words(self.tr("Translate"))
        self.pages[1].set_trailing(native_keys("Ctrl+2"))
        self.pages[2].set_words(self.tr("Models"))
        self.pages[2].set_trailing(native_keys("Ctrl+3"))
        self.new_chat.set_words(
            self.tr("New chat"), tooltip=self.tr("New chat ({keys})").format(keys=native_keys("Ctrl+N"))
        )
        self.search.set_hint(self.tr("Search"), native_keys("Ctrl+K"))
        self.new_folder.set_hint(self.tr("New folder"))
        self.leave_archive.set_icon(back_icon(self))
        self.leave_archive.set_words(self.tr("Archive"), self.tr("Back to the conversations"))
        self.settings.set_words(self.tr("Settings"))
        self.archive.set_hint(self.tr("Archive"))
        self.selection.retranslate()
        self._show_list()
        self.setAccessibleName(self.tr("Sidebar"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("sidebar"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(0 if mirrored else self.width() - 1, 0, 1, self.height(), self._theme.colour("line"))

    def _show_pill(self) -> None:
        match self._connection:
            case Connection.OFFLINE:
                words, image = self.tr("Offline"), "offline"
                why = self.tr(
                    "Nothing leaves this computer: the part of Parley that runs models has no access to the network."
                )
            case Connection.WORKING:
                words, image = self.tr("Searching"), "globe"
                why = self.tr("Parley asks a model hub for what you searched. Your conversations stay here.")
            case Connection.DOWNLOADING:
                words, image = self.tr("Download {percent}").format(percent=self._progress), "save"
                why = self.tr("A model is being downloaded. Your conversations stay here. Click to see it.")
            case other:
                assert_never(other)
        self.pill.set_icon(image)
        self.pill.set_words(words, why)

    def _build(self) -> None:
        set_kind(self._name, "name")
        set_kind(self._empty, "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._empty.setContentsMargins(10, 16, 10, 0)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 6, 0)
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self.pill)
        self._list = QStackedLayout()
        self._list.addWidget(self.view)
        self._list.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 12, EDGE + 1, EDGE)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(12)
        for page in self.pages:
            page.setCheckable(True)
            page.setAutoExclusive(True)
            column.addWidget(page)
        column.addSpacing(10)
        column.addWidget(self._tools())
        column.addWidget(self.leave_archive)
        column.addSpacing(6)
        column.addLayout(self._list, 1)
        column.addWidget(self.selection)
        self._foot = QVBoxLayout()
        column.addLayout(self._foot)
        column.addSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.settings, 1)
        foot.addWidget(self.archive)
        column.addLayout(foot)
        self.leave_archive.hide()
        self.pages[0].setChecked(True)

    def _tools(self) -> QWidget:
        self._above = QWidget(self)
        row = QHBoxLayout(self._above)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.new_chat, 1)
        row.addWidget(self.search)
        row.addWidget(self.new_folder)
        return self._above

    def _connect(self) -> None:
        self.pill.clicked.connect(self._explain)
        self.pages[0].clicked.connect(self.chat_wanted)
        self.pages[1].clicked.connect(self.translate_wanted)
        self.pages[2].clicked.connect(self.models_wanted)
        self.new_chat.clicked.connect(self._new_chat)
        self.settings.clicked.connect(self.settings_wanted)
        self.view.opened.connect(self._open)
        self.search.clicked.connect(self.search_wanted)
        self.new_folder.clicked.connect(lambda _checked: self.view.menus.new_folder())
        self.archive.clicked.connect(lambda: self.show_archive(shown=not self._conversations.show_archived))
        self.leave_archive.clicked.connect(lambda: self.show_archive(shown=False))
        self.view.menus.export_wanted.connect(self.export_wanted)
        self._chat.conversation_changed.connect(self._show_current)
        for signal in (self.view.rows.rowsInserted, self.view.rows.rowsRemoved, self.view.rows.modelReset):
            signal.connect(self._show_list)
        self._connect_selection()

    def _connect_selection(self) -> None:
        view, bar = self.view, self.selection
        view.selected.connect(lambda count: bar.show_count(count, archived=self._conversations.show_archived))
        bar.closed.connect(view.select_none)
        bar.export_wanted.connect(lambda: self.export_wanted.emit(view.selected_ids()))
        bar.delete_wanted.connect(lambda: self._conversations.delete(view.selected_ids()))
        bar.archive_wanted.connect(self._archive_selected)
        bar.move_wanted.connect(self._move_selected)

    def _archive_selected(self) -> None:
        self._conversations.set_archived(self.view.selected_ids(), not self._conversations.show_archived)

    def _move_selected(self) -> None:
        place = self.selection.move_button.mapToGlobal(self.selection.move_button.rect().bottomLeft())
        self.view.menus.move_menu(self.view.selected_ids()).popup(place)

    def show_archive(self, *, shown: bool) -> None:
        """List what was put away, or what was not."""
        self._conversations.show_archived = shown
        self._above.setVisible(not shown)
        self.leave_archive.setVisible(shown)
        self.archive.setEnabled(not shown)
        self.view.rows.refresh_soon()
        self._show_list()

    def _show_list(self) -> None:
        """Show the list, or say why there is none."""
        archive = self._conversations.show_archived
        words = self.tr("What you archive is kept here, out of the way.") if archive else ""
        self._empty.setText(words or self.tr("Your conversations will be listed here."))
        self._list.setCurrentWidget(self.view if self.view.rows.rowCount() else self._empty)

    def _show_current(self) -> None:
        self.view.show_conversation(self._chat.conversation.id if self._chat.conversation else "")
        self._show_list()

    def _new_chat(self) -> None:
        self._chat.new_conversation()
        self.opened.emit()

    def _open(self, conversation_id: str) -> None:
        if not self._chat.conversation or self._chat.conversation.id != conversation_id:
            self._chat.open_conversation(conversation_id)
        self.opened.emit()

    def _explain(self) -> None:
        if self._connection is Connection.DOWNLOADING:
            self.downloads_wanted.emit()
            return
        place = self.pill.mapToGlobal(self.pill.rect().bottomLeft())
        QToolTip.showText(place, self.pill.toolTip(), self.pill)
