"""The bar that finds in the conversation: words, how many, to the next and back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from app.ui.chat.find.finder import Finder
from app.ui.theme import Theme
from app.ui.widgets.announce import announce
from app.ui.widgets.card import Card
from app.ui.widgets.flat_button import ICON, FlatButton
from app.ui.widgets.text_label import show_line, text_label

TYPING_MS = 60
QUIET_MS = 700  # before a screen reader is told what was found
WIDEST, EDGE = 420, 12
LONGEST = 500  # characters


class FindBar(Card):
    """Lies over the upper corner of the conversation, so that nothing moves when it comes."""

    def __init__(self, theme: Theme, finder: Finder, over: QWidget) -> None:
        super().__init__(theme, over, "background")
        self._finder, self._over = finder, over
        self._before: QWidget | None = None
        self.field = QLineEdit(self)
        self.count = text_label(self, "muted", wraps=False)
        self.hidden = text_label(self, "muted")
        self.previous = FlatButton(theme, ICON, "arrow_up", self)
        self.next = FlatButton(theme, ICON, "arrow_down", self)
        self.leave = FlatButton(theme, ICON, "close", self)
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    def open(self, words: str | None = None) -> None:
        """Show the bar with the keyboard in it; ``words`` are looked for without either."""
        if self.isHidden():
            self._finder.open()
            self._before = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        if words is None:
            self.field.selectAll()
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search()
        else:
            self.field.setText(words)
            self._typing.stop()
            self._finder.search(words, go=False)

    def close_bar(self) -> bool:
        """Hide the bar and give the keyboard back; say whether it was there."""
        if self.isHidden():
            return False
        held = self.isAncestorOf(QApplication.focusWidget() or self._over)
        self._typing.stop()
        self.hide()
        self._finder.close()
        if held and self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        return True

    def step(self, by: int) -> None:
        """Go to the next hit or the one before; opens the bar where it is closed."""
        if self.isHidden():
            self.open()
            return
        if self._typing.isActive():
            self._search()
        else:
            self._finder.step(by)

    def place(self) -> None:
        """Take the upper corner at the end side."""
        width = min(WIDEST, self._over.width() - 2 * EDGE)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = EDGE if mirrored else self._over.width() - width - EDGE
        self.setGeometry(left, EDGE, width, self.sizeHint().height())

    def retranslate(self) -> None:
        """Set all words again."""
        self.field.setPlaceholderText(self.tr("Find in this conversation"))
        self.field.setAccessibleName(self.tr("Find in this conversation"))
        self.previous.set_hint(self.tr("The one before"), "Shift+F3")
        self.next.set_hint(self.tr("The next one"), "F3")
        self.leave.set_hint(self.tr("Close"), self.tr("Esc"))
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        elif event.type() is QEvent.Type.LayoutDirectionChange:
            self.place()
        super().changeEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self.place()
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return False
        self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        return True

    def _build(self) -> None:
        self.field.setMaxLength(LONGEST)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.field, 1)
        row.addSpacing(6)
        for widget in (self.count, self.previous, self.next, self.leave):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 6, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.hidden)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typing.start)
        self.field.installEventFilter(self)
        self._over.installEventFilter(self)
        self._typing.timeout.connect(self._search)
        self._quiet.timeout.connect(lambda: announce(self.field, self.count.text()))
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.leave.clicked.connect(self.close_bar)
        self._finder.changed.connect(self._show)

    def _search(self) -> None:
        self._typing.stop()
        self._finder.search(self.field.text())

    def _show(self) -> None:
        """Say which one of how many."""
        total, hidden = self._finder.total, self._finder.hidden
        words = self._words(total)
        if words != self.count.text():
            self.count.setText(words)
            self._quiet.start()
        for button in (self.previous, self.next):
            button.setEnabled(total > 0)
        height = self.sizeHint().height()
        show_line(self.hidden, self.tr("%Ln more in closed thoughts", "", hidden) if hidden else "")
        if self.sizeHint().height() != height:
            self.place()

    def _words(self, total: int) -> str:
        if not self.field.text().strip():
            return ""
        whole = QLocale().toString(total) + ("" if self._finder.complete else "…")
        if total and not self._finder.number:
            return self.tr("%Ln found", "", total)
        if total:
            return self.tr("{number} of {total}").format(number=QLocale().toString(self._finder.number), total=whole)
        return self.tr("Nothing found") if self._finder.complete else "…"
