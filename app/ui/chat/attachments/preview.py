"""What is in a document, in numbered paragraphs; those that the model was given are marked. Plain text only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.documents.cleaning import with_marks
from app.documents.paragraphs import Paragraph, paragraphs
from app.ui.dialogs.dialog import Dialog
from app.ui.theme import Theme, set_kind

WIDTH, HEIGHT = 760, 420
SLICE = 60  # paragraphs that are put in between two looks at the events
LINE_SEPARATOR = "\u2028"


@dataclass(frozen=True)
class PreviewText:
    """A document to look at. ``sent``: the paragraphs that the model sees, by number; empty when it sees all."""

    name: str
    text: str
    about: str
    summary: str = ""
    sent: frozenset[int] = frozenset()
    pasted: bool = False  # it can become the message's own text


class DocumentPreview(Dialog):
    """``text_wanted``: put it into the message instead."""

    text_wanted = Signal()

    def __init__(self, theme: Theme, document: PreviewText, parent: QWidget | None = None) -> None:
        super().__init__(" ".join(document.name.split()), parent, WIDTH)
        self._theme, self._document = theme, document
        self._sent = document.sent
        self._waiting: list[Paragraph] = paragraphs(document.text)
        self._blocks: dict[int, int] = {}  # paragraph -> block of the text document
        self._wanted = 0
        self.add_text(document.about, "muted")
        if document.summary:
            self._add_summary(document.summary)
        self.view = self._make_view(self.tr("Text of the document"), HEIGHT)
        self.column.addWidget(self.view, 1)
        self._add_buttons()
        self._pump = QTimer(self, interval=0)
        self._pump.timeout.connect(self._go_on)
        self._pump.start()
        self._go_on()

    def show_paragraph(self, number: int) -> None:
        """Scroll to a paragraph and mark it; as soon as it is there."""
        self._wanted = number
        block = self._blocks.get(number)
        if block is None:
            return
        cursor = QTextCursor(self.view.document().findBlockByNumber(block))
        self.view.setTextCursor(cursor)
        self.view.centerCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.view.setTextCursor(cursor)

    @property
    def complete(self) -> bool:
        """Whether all of the text is there."""
        return not self._waiting

    def _make_view(self, name: str, height: int) -> QPlainTextEdit:
        view = QPlainTextEdit(self)
        view.setReadOnly(True)
        view.setUndoRedoEnabled(False)
        view.setFont(self._theme.font(14))
        view.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        view.setMinimumHeight(height)
        view.setAccessibleName(name)
        set_kind(view, "log")
        return view

    def _add_summary(self, summary: str) -> None:
        view = self._make_view(self.tr("Summary"), 120)
        view.setMaximumHeight(160)
        view.setPlainText(with_marks(summary))
        self.add_text(self.tr("The model is given this summary:"))
        self.column.addWidget(view)

    def _add_buttons(self) -> None:
        copy = self.add_button(self.tr("Copy all"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._document.text))
        if self._document.pasted:
            into = self.add_button(self.tr("Put into the message"))
            into.clicked.connect(self.text_wanted)
            into.clicked.connect(self.accept)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)

    def _go_on(self) -> None:
        now, self._waiting = self._waiting[:SLICE], self._waiting[SLICE:]
        cursor = QTextCursor(self.view.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for paragraph in now:
            self._insert(cursor, paragraph)
        cursor.endEditBlock()
        if self._wanted in self._blocks:
            self.show_paragraph(self._wanted)
            self._wanted = 0
        if not self._waiting:
            self._pump.stop()

    def _insert(self, cursor: QTextCursor, paragraph: Paragraph) -> None:
        sent = paragraph.number in self._sent
        if self._blocks:
            cursor.insertBlock()
            cursor.insertBlock()
        self._blocks[paragraph.number] = cursor.blockNumber()
        number, look = QTextCharFormat(), QTextCharFormat()
        number.setForeground(self._theme.colour("accent" if sent else "muted"))
        look.setForeground(self._theme.colour("text"))
        if sent:
            look.setBackground(self._theme.colour("accent_background"))
        cursor.insertText(f"¶{paragraph.number}  ", number)
        cursor.insertText(with_marks(paragraph.text).replace("\n", LINE_SEPARATOR), look)
