"""Searching all conversations: a field, and below it what was found while one types. Covers the window's inside.

With nothing typed it lists the conversations of late, so that the same keys switch between them.
"""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from app.session.chat.search_session import SearchState
from app.ui.icons import pixmap
from app.ui.search.protocols import Listed, Searching
from app.ui.search.result_delegate import ResultDelegate
from app.ui.search.result_rows import Found, ResultRows, found
from app.ui.theme import Theme, set_kind
from app.ui.widgets.announce import announce
from app.ui.widgets.card import Card
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.flat_button import ICON, FlatButton
from app.ui.widgets.text_label import text_label

WIDTH, MARGIN, TOP = 680, 16, 72
TYPING_MS = 70
"""A search begins when the next key did not follow within this time."""
PATIENCE_MS = 250
"""Until then a search that takes its time is not spoken of: words that flash disturb."""
NOTHING = 184  # pixels of a card without rows
RECENT = 12
NEAR_END = 200  # pixels
KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
KEYS_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SearchPanel(QWidget):
    """``chosen`` carries a conversation and the message to go to, "" for none. Hidden until ``open``."""

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, session: Searching, listed: Listed, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._session, self._listed, self._cover = theme, session, listed, parent
        self._before: QWidget | None = None  # had the keyboard
        self.card = Card(theme, self, "background")
        self._lens = QLabel(self.card)
        self.field = QLineEdit(self.card)
        self._clear = FlatButton(theme, ICON, "close", self.card)
        self._heading = text_label(self.card, "muted", wraps=False)
        self.rows = ResultRows(self)
        self.view = QListView(self.card)
        self.words = text_label(self.card, "muted")
        self._keys = text_label(self.card, "hint", wraps=False)
        self.thoughts = CheckBox(theme, "", self.card)
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    def open(self) -> None:
        """Show the panel with the keyboard in its field; what was searched last is there to be replaced."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.setGeometry(self._cover.rect())
        self.show()
        self.raise_()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._refresh()

    def close_panel(self) -> bool:
        """Hide the panel and give the keyboard back; say whether it was there."""
        was_open, before = self.isVisible(), self._before
        if was_open:
            self.hide()
            if before is not None and isValid(before) and before.isVisible():
                before.setFocus()
        return was_open

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.field.setPlaceholderText(self.tr("Search all conversations"))
        self.field.setAccessibleName(self.tr("Search all conversations"))
        self.view.setAccessibleName(self.tr("Found"))
        self._clear.set_hint(self.tr("Close"), self.tr("Esc"))
        self.thoughts.setText(self.tr("Thoughts too"))
        self.thoughts.setFixedWidth(self.thoughts.sizeHint().width())
        self._show_foot()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._cover and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._cover.rect())
            self._arrange()
        if watched is self.field and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 70))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_panel()

    def _key(self, event: QKeyEvent) -> bool:
        """Act on keys of the field: the window's own shortcuts must not take Esc before it."""
        if event.type() is QEvent.Type.ShortcutOverride:
            ours = event.key() == Qt.Key.Key_Escape
            event.setAccepted(ours)
            return ours
        if event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in KEYS_OPEN:
            self._open_row(self.view.currentIndex())
        elif event.key() in KEYS:
            self.view.keyPressEvent(event)
        else:
            return False
        return True

    def _build(self) -> None:
        set_kind(self.field, "search")
        set_kind(self.view, "results")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setContentsMargins(24, 24, 24, 24)
        self.view.setItemDelegate(ResultDelegate(self._theme, self.rows, self.view))
        self.view.setModel(self.rows)
        self.view.setMouseTracking(True)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)  # a text may need another line
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the field
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 0, 0)
        head.addWidget(self._lens)
        head.addWidget(self.field, 1)
        head.addWidget(self._clear)
        self._below = QStackedLayout()
        self._below.addWidget(self.view)
        self._below.addWidget(self.words)
        self._heading.setContentsMargins(12, 4, 12, 4)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 2, 4, 0)
        foot.addWidget(self._keys, 1)
        foot.addWidget(self.thoughts)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._heading)
        column.addLayout(self._below, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._cover.installEventFilter(self)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._typed)
        self._clear.clicked.connect(self.close_panel)
        self.view.clicked.connect(self._open_row)
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._typing.timeout.connect(self._search)
        self._patience.timeout.connect(self._refresh)
        self._session.changed.connect(self._refresh)
        self.thoughts.toggled.connect(self._session.set_thoughts)
        self._theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        self._lens.setPixmap(pixmap("search", self._theme.colours.muted, 18, self.devicePixelRatioF()))

    def _typed(self, text: str) -> None:
        if text.strip():
            self._typing.start()
        else:
            self._typing.stop()
            self._search()

    def _search(self) -> None:
        self._patience.start()
        self._session.search(self.field.text().strip())
        self._refresh()

    def _scrolled(self, value: int) -> None:
        if value > max(0, self.view.verticalScrollBar().maximum() - NEAR_END) and self._searching:
            self._session.more()

    @property
    def _searching(self) -> bool:
        return bool(self.field.text().strip())

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        rows = [found(hit) for hit in self._session.results] if self._searching else self._recent()
        if not rows and self._patience.isActive() and self._session.state is SearchState.SEARCHING:
            return  # what was found before stays until there is something to say
        self.rows.show_rows(rows)
        if rows and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.rows.index(0, 0))
        self._heading.setText(self.tr("Lately") if not self._searching and rows else "")
        self._heading.setVisible(bool(self._heading.text()))
        self.words.setText(self._say(rows))
        self._below.setCurrentWidget(self.view if rows else self.words)
        self._show_foot()
        self._arrange()
        if self._searching and not rows and self._session.state is not SearchState.SEARCHING:
            announce(self, self.words.text())

    def _show_foot(self) -> None:
        waiting = self._session.waiting
        keys = self.tr("↑ ↓ choose  ·  Enter opens  ·  Esc closes")
        self._keys.setText(self.tr("%Ln message(s) can be found soon", "", waiting) if waiting else keys)

    def _say(self, rows: list[Found]) -> str:
        """Return the words that stand in the place of rows."""
        if rows:
            return ""
        if not self._searching:
            return self.tr("Nothing has been said yet.")
        match self._session.state:
            case SearchState.SEARCHING:
                return self.tr("Searching…")
            case SearchState.FAILED:
                problem = self._session.problem
                return f"{problem.sentence}\n{problem.advice}" if problem else self.tr("The search did not work.")
            case SearchState.IDLE | SearchState.DONE:
                text = self.tr("Nothing was found for “{text}”. Try fewer words, or a part of one.")
                return text.format(text=self.field.text().strip())
            case other:
                assert_never(other)

    def _recent(self) -> list[Found]:
        rows = sorted(self._listed.rows(), key=lambda row: -row.updated_at)[:RECENT]
        return [Found(row.id, row.title, at=row.updated_at) for row in rows]

    def _arrange(self) -> None:
        """Place the card; it is as high as its rows, up to most of the window."""
        width = min(WIDTH, self.width() - 2 * MARGIN)
        top = min(TOP, max(MARGIN, self.height() // 12))
        most = self.height() - top - 2 * MARGIN
        rest = self.card.sizeHint().height() - self.view.sizeHint().height()
        rows = sum(self.view.sizeHintForRow(row) for row in range(min(RECENT, self.rows.rowCount())))
        height = min(most, rest + rows + 4 if rows else NOTHING)
        self.card.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    def _open_row(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if row is not None:
            self.close_panel()
            self.chosen.emit(row.conversation_id, row.message_id)
