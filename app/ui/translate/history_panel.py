"""What was translated: found by its words, starred, opened again, removed."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.chat.store_translations import HistoryEntry
from app.ui.icons import icon
from app.ui.theme import Theme, set_kind
from app.ui.translate.history_rows import HistoryDelegate, HistoryRows
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.flat_button import CHIP, ICON, LINK, FlatButton
from app.ui.widgets.menu import Menu
from app.ui.widgets.text_label import text_label

WIDTH = 340
TYPING_MS = 80
KEYS_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Remembering(Protocol):
    """The part of ``TranslateSession`` that keeps what was translated."""

    history: list[HistoryEntry]
    history_enabled: bool

    @property
    def history_changed(self) -> SignalInstance:
        """Other entries, or kept from now on or not."""
        ...

    def search_history(self, text: str, *, starred: bool = False) -> None:
        """List what has this text in it."""

    def star(self, entry_id: str) -> None:
        """Give a star, or take it away."""

    def remove(self, entry_id: str) -> None:
        """Remove an entry; can be undone."""

    def open_entry(self, entry_id: str) -> None:
        """Translate its text again."""

    def clear_history(self) -> None:
        """Remove everything."""


class HistoryPanel(QWidget):
    """``opened`` says that an entry was put into the texts; ``clear_wanted`` asks before all is removed."""

    close_wanted = Signal()
    opened = Signal()
    clear_wanted = Signal()

    def __init__(self, theme: Theme, session: Remembering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._session = theme, session
        self.title = text_label(self, "panel-title", wraps=False)
        self.close_button = FlatButton(theme, ICON, "close", self)
        self.field = QLineEdit(self)
        self.starred = FlatButton(theme, CHIP, "star", self)
        self.starred.setCheckable(True)
        self.rows = HistoryRows(self)
        self.view = QListView(self)
        self.words = text_label(self, "muted")
        self.keep = CheckBox(theme, "", self)
        self.clear = FlatButton(theme, LINK, "trash", self)
        self._delegate = HistoryDelegate(theme, self.view)
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._build()
        self._connect()
        self.setFocusProxy(self.field)
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept; the row that is chosen stays chosen."""
        session, here = self._session, self.view.currentIndex().row()
        self.rows.show_entries(session.history)
        if 0 <= here < self.rows.rowCount():
            self.view.setCurrentIndex(self.rows.index(here, 0))
        self.keep.setChecked(session.history_enabled)
        self.words.setText(self._say())
        self._below.setCurrentWidget(self.view if self.rows.rowCount() else self.words)
        self.clear.setEnabled(bool(self.rows.rowCount()))

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.title.setText(self.tr("History"))
        self.close_button.set_hint(self.tr("Close"))
        self.field.setPlaceholderText(self.tr("Search translations"))
        self.field.setAccessibleName(self.tr("Search translations"))
        self.view.setAccessibleName(self.tr("Translations"))
        self.starred.set_words("", tooltip=self.tr("Only those with a star"))
        self.starred.setAccessibleName(self.tr("Only those with a star"))
        self.keep.setText(self.tr("Keep what I translate"))
        self.keep.setToolTip(self.tr("Encrypted on this computer, like your conversations."))
        self.clear.set_words(self.tr("Remove all…"))
        self.setAccessibleName(self.tr("History"))
        self.words.setText(self._say())

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 400)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(self.width() - 1 if mirrored else 0, 0, 1, self.height(), self._theme.colour("line"))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            return self._clicked(event)
        return False

    def entry_menu(self, entry: HistoryEntry) -> Menu:
        """Return what can be done with an entry."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        muted = self._theme.colours.muted
        star = self.tr("Take the star away") if entry.starred else self.tr("Give a star")
        menu.addAction(icon("translate", muted), self.tr("Open")).triggered.connect(lambda: self._open(entry))
        menu.addAction(icon("star", muted), star).triggered.connect(lambda: self._session.star(entry.id))
        menu.addAction(icon("trash", muted), self.tr("Delete")).triggered.connect(
            lambda: self._session.remove(entry.id)
        )
        return menu

    def _key(self, event: QKeyEvent) -> bool:
        entry = self._entry(self.view.currentIndex())
        if entry is None:
            return False
        if event.key() in KEYS_OPEN:
            self._open(entry)
        elif event.key() == Qt.Key.Key_Delete:
            self._session.remove(entry.id)
        elif event.key() == Qt.Key.Key_Asterisk:
            self._session.star(entry.id)
        else:
            return False
        return True

    def _clicked(self, event: QMouseEvent) -> bool:
        index = self.view.indexAt(event.position().toPoint())
        entry = self._entry(index)
        if entry is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        if self._delegate.star_place(self.view.visualRect(index)).contains(event.position().toPoint()):
            self._session.star(entry.id)
        else:
            self._open(entry)
        return True

    def _entry(self, index: QModelIndex) -> HistoryEntry | None:
        return self.rows.entries[index.row()] if index.isValid() else None

    def _open(self, entry: HistoryEntry) -> None:
        self._session.open_entry(entry.id)
        self.opened.emit()

    def _say(self) -> str:
        if self.field.text().strip() or self.starred.isChecked():
            return self.tr("Nothing was found.")
        if not self._session.history_enabled:
            return self.tr("Nothing is kept, because you do not want it.")
        return self.tr("What you translate is listed here, encrypted on this computer.")

    def _build(self) -> None:
        set_kind(self.view, "results")
        self.view.setModel(self.rows)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setContentsMargins(24, 24, 24, 24)
        head, find, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        find.addWidget(self.field, 1)
        find.addWidget(self.starred)
        foot.addWidget(self.keep, 1)
        foot.addWidget(self.clear)
        self._below = QStackedLayout()
        self._below.addWidget(self.view)
        self._below.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 10, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(find)
        column.addLayout(self._below, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_wanted)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.starred.toggled.connect(lambda _on: self._search())
        self._typing.timeout.connect(self._search)
        self.keep.toggled.connect(self._choose_keep)
        self.clear.clicked.connect(self.clear_wanted)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.installEventFilter(self)
        self.view.viewport().installEventFilter(self)
        self._session.history_changed.connect(self.refresh)
        self._theme.changed.connect(self.update)

    def _search(self) -> None:
        self._session.search_history(self.field.text().strip(), starred=self.starred.isChecked())

    def _choose_keep(self, keep: bool) -> None:
        if keep != self._session.history_enabled:
            self._session.history_enabled = keep

    def _open_menu(self, place: QPoint) -> None:
        entry = self._entry(self.view.indexAt(place))
        if entry is not None:
            self.entry_menu(entry).popup(self.view.viewport().mapToGlobal(place))
