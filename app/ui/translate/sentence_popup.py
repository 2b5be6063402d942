"""One sentence of the translation: what may be wrong with it, other wordings, and the person's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.session.translate.rows import Row
from app.ui.theme import Theme, set_kind
from app.ui.translate.words import fault_words
from app.ui.widgets.card import Card
from app.ui.widgets.text_label import show_line, text_label

WIDTH = 440
FIELD_HEIGHT = 84
MOST = 5


class SentencePopup(QWidget):
    """``chosen`` carries another wording, ``edited`` the person's own; goes when the person looks elsewhere."""

    chosen = Signal(str)
    edited = Signal(str)
    more_wanted = Signal()
    explain_wanted = Signal()

    def __init__(self, theme: Theme, row: Row, parent: QWidget, word: str = "") -> None:
        """``word``: one of the sentence that can be explained."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDTH)
        self._asked = False
        self.row = row
        card = Card(theme, self, "background")
        self._marks = text_label(card, "warn-line")
        self.field = QPlainTextEdit(row.target, card)
        self.save = QPushButton(self.tr("Keep my wording"), card)
        self.more = QPushButton(self.tr("Other wordings"), card)
        self.explain = QPushButton(card)
        self._name_word(word)
        self._waiting = text_label(card, "muted")
        self.choices: list[QPushButton] = []
        self._list = QVBoxLayout()
        self._build(card)
        self.refresh()

    def open_at(self, place: QPoint) -> None:
        """Show it below a point of the screen."""
        self.adjustSize()
        parent = self.parentWidget()
        screen = (parent.screen() if parent else self.screen()).availableGeometry()
        left = max(screen.left() + 8, min(place.x() - WIDTH // 2, screen.right() - WIDTH - 8))
        top = max(screen.top() + 8, min(place.y(), screen.bottom() - self.height() - 8))
        self.move(left, top)
        self.show()

    def ask(self) -> None:
        """Ask for other wordings, unless that was done."""
        if not self._asked:
            self._asked = True
            self.more_wanted.emit()
        self.refresh()

    def refresh(self, *, busy: bool = True) -> None:
        """Show what is known of the sentence by now. ``busy``: whether more may come."""
        show_line(self._marks, "\n".join(fault_words(fault) for fault in self.row.marks))
        for choice in self.choices:
            self._list.removeWidget(choice)
            choice.deleteLater()
        self.choices = [self._choice(text) for text in self.row.alternatives[:MOST]]
        if not self._asked or self.choices:
            show_line(self._waiting, "")
        elif busy:
            show_line(self._waiting, self.tr("Looking for other wordings…"))
        else:
            show_line(self._waiting, self.tr("The model knows no other wording."))
        self.more.setVisible(not self._asked)
        self.adjustSize()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.close()
        super().changeEvent(event)

    def _build(self, card: Card) -> None:
        set_kind(self.field, "field")
        self.field.setFixedHeight(FIELD_HEIGHT)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("Translation of this sentence"))
        self.field.setAccessibleDescription(self.row.source.text)
        self.field.textChanged.connect(self._typed)
        self.save.setEnabled(False)
        set_kind(self.save, "primary")
        self.save.clicked.connect(self._save)
        self.more.clicked.connect(self.ask)
        self.explain.clicked.connect(self._explain)
        buttons = QHBoxLayout()
        buttons.addWidget(self.more)
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        self._list.setSpacing(4)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._marks)
        column.addWidget(self.field)
        column.addLayout(buttons)
        column.addWidget(self.explain)
        column.addWidget(self._waiting)
        column.addLayout(self._list)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)

    def _choice(self, text: str) -> QPushButton:
        button = QPushButton(self)
        label = text_label(button)
        label.setText(text)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QVBoxLayout(button)
        inside.setContentsMargins(10, 7, 10, 7)
        inside.addWidget(label)
        button.setMinimumHeight(label.heightForWidth(WIDTH - 50) + 16)
        button.setAccessibleName(text)
        set_kind(button, "wording")
        button.clicked.connect(lambda: self._choose(text))
        self._list.addWidget(button)
        return button

    def _name_word(self, word: str) -> None:
        words = self.tr("What does “{word}” mean here?").format(word=word)
        room = WIDTH - 60
        shown = self.explain.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room)
        self.explain.setText(shown.replace("&", "&&"))
        self.explain.setAccessibleName(words)
        self.explain.setVisible(bool(word))

    def _explain(self) -> None:
        self.close()
        self.explain_wanted.emit()

    def _typed(self) -> None:
        text = self.field.toPlainText().strip()
        self.save.setEnabled(bool(text) and text != self.row.target.strip())

    def _save(self) -> None:
        text = self.field.toPlainText().strip()
        self.close()
        self.edited.emit(text)

    def _choose(self, text: str) -> None:
        self.close()
        self.chosen.emit(text)
