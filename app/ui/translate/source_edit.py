"""Where a person types or pastes what is to be translated."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from app.ui.theme import Theme
from app.ui.translate.text_pane import LONG, TextPane, raw_text, word_at
from app.ui.widgets.dropped import files_in

MOST, MOST_LINES = 50_000, 5_000
"""Characters and lines; a longer text is a document. Four times as much would stop the window for a second."""

TURNS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""With X, as in browsers, the paragraph reads from the other side."""


def fitting(text: str, room: int = MOST, lines: int = MOST_LINES) -> str:
    """Return so much of the beginning of a text as can be shown beside its translation."""
    text = text[: max(0, room)]
    return text if text.count("\n") <= lines else "\n".join(text.split("\n", max(1, lines))[: max(1, lines)])


class SourceEdit(TextPane):
    """``edited`` comes with every change by the person; ``too_long`` when a part of a paste had to stay out."""

    edited = Signal(str)
    too_long = Signal(int)  # how many characters there are now
    word_chosen = Signal(str, int)  # and its row

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.explains = False  # whether anybody tells what a word means
        self._quiet = False
        self._given: str | None = None  # what was last put in or read, as long as the person has not changed it
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        """Return what is written, with its no-break spaces, which ``toPlainText`` would make plain ones."""
        if self._given is None:
            self._given = raw_text(self._document)
        return self._given

    def show_text(self, text: str) -> None:
        """Put a text in; the person can undo that. It is not reported."""
        if text == self.text():
            return
        self._quiet = True
        self.wrap(text)
        self.fit(len(text) + 1 - self._document.characterCount())
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._quiet = False
        self._given = text
        ends = QTextCursor.MoveOperation
        self.moveCursor(ends.Start if len(text) > LONG else ends.End)  # a long one is read first, a short one goes on
        self.fit()

    def set_direction(self, direction: Qt.LayoutDirection, cursor: QTextCursor | None = None) -> None:
        """Let the paragraphs of the selection read from a side, or by their letters (``LayoutDirectionAuto``).

        ``cursor``: those where it is, instead of the person's.
        """
        form = QTextBlockFormat()
        form.setLayoutDirection(direction)
        (cursor or self.textCursor()).mergeBlockFormat(form)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_X and event.modifiers() == TURNS:
            right_to_left = self.textCursor().block().textDirection() == Qt.LayoutDirection.RightToLeft
            sides = Qt.LayoutDirection
            self.set_direction(sides.LeftToRight if right_to_left else sides.RightToLeft)
            return
        super().keyPressEvent(event)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not files_in(source) and super().canInsertFromMimeData(source)  # files are for the page: documents

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take text alone, composed (NFC), without what no font shows."""
        text = unicodedata.normalize("NFC", source.text()).replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
        cursor = self.textCursor()
        room = MOST - self._document.characterCount() + len(cursor.selectedText())
        fits = fitting(text, room, MOST_LINES - self._document.blockCount())
        self.wrap(fits)
        self.fit(len(fits) - len(cursor.selectedText()))
        cursor.insertText(fits)
        self.ensureCursorVisible()
        if len(fits) < len(text):
            self.too_long.emit(len(self.text()))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse and not self.textCursor().hasSelection()
        cursor = self.cursorForPosition(event.pos()) if by_mouse else self.textCursor()
        self.text_menu(cursor).popup(event.globalPos())

    def text_menu(self, cursor: QTextCursor) -> QMenu:
        """Return what can be done at a place of the text."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        row = self.spans.row_at(cursor.position())
        word = word_at(cursor) if self.explains and row >= 0 else ""
        if word:
            asked = menu.addAction(self.tr("What does “{word}” mean here?").format(word=word).replace("&", "&&"))
            asked.triggered.connect(lambda: self.word_chosen.emit(word, row))
            menu.addSeparator()
        place = QTextCursor(cursor)
        here = place.blockFormat().layoutDirection()
        for words, direction in (
            (self.tr("This paragraph: direction of its letters"), Qt.LayoutDirection.LayoutDirectionAuto),
            (self.tr("This paragraph: from the left"), Qt.LayoutDirection.LeftToRight),
            (self.tr("This paragraph: from the right"), Qt.LayoutDirection.RightToLeft),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(direction == here)
            action.triggered.connect(lambda _checked, side=direction: self.set_direction(side, place))
        return menu

    def _changed(self) -> None:
        if not self._quiet:
            self._given = None
            self.fit()
            self.edited.emit(self.text())
