"""The translation: what did not change stays where it is while the rest streams in."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextBlock, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.translate.alike import alike_at_ends
from app.ui.theme import Theme
from app.ui.translate.spans import Spans, units
from app.ui.translate.text_pane import Mark, TextPane, word_at
from app.ui.widgets.direction import has_right_to_left

MOST_MARKS = 300
"""Each costs time whenever the text is painted."""
KEYS_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PieceFace(Enum):
    """How sure a piece of the translation is."""

    PLAIN = auto()
    OLD = auto()  # of the sentence as it was; the new one is on its way
    DOUBTFUL = auto()


class Piece(msgspec.Struct, frozen=True):
    """A row of the translation: a sentence, or what stands between two."""

    text: str
    face: PieceFace = PieceFace.PLAIN


class TargetView(TextPane):
    """``sentence_chosen`` has a row and the word in it that was meant, if any; ``word_chosen`` one clicked twice."""

    sentence_chosen = Signal(int, str)
    word_chosen = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pieces: list[Piece] = []
        self._right_to_left = False
        self._document.setUndoRedoEnabled(False)
        self.setReadOnly(True)
        reads = Qt.TextInteractionFlag
        self.setTextInteractionFlags(reads.TextSelectableByMouse | reads.TextSelectableByKeyboard)

    @property
    def pieces(self) -> list[Piece]:
        """What is shown."""
        return self._pieces

    def set_right_to_left(self, *, right_to_left: bool) -> None:
        """Say how the language is read: a paragraph that begins with a foreign name still starts at its side."""
        if right_to_left != self._right_to_left:
            self._right_to_left = right_to_left
            self._turn(self._document.begin(), self._document.end())

    def show_pieces(self, pieces: Sequence[Piece], start: int = 0, end: int | None = None) -> None:
        """Show these in the place of the pieces from ``start`` up to ``end``; only what differs is touched."""
        new, old = list(pieces), self._pieces[start:end]
        if new == old:
            return
        first, last = alike_at_ends([piece.text for piece in old], [piece.text for piece in new])
        before = units(_text(self._pieces[: start + first]))
        self._pieces[start : start + len(old)] = new
        self._replace(before, _text(old[first : len(old) - last]), _text(new[first : len(new) - last]))
        self.spans = Spans([piece.text for piece in self._pieces])
        self._marks = self._marks_of(self._pieces)
        self._decorate()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.row_under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0 and not self.textCursor().hasSelection():
            self.sentence_chosen.emit(row, word_at(self.cursorForPosition(event.position().toPoint())))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        word, row = self.textCursor().selectedText().strip(), self.row_under(event.position())
        if word and row >= 0:
            self.word_chosen.emit(word, row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in KEYS_OPEN:
            row = self.spans.row_at(self.textCursor().position())
            if row >= 0:
                self.sentence_chosen.emit(row, word_at(self.textCursor()))
                return
        super().keyPressEvent(event)

    def _replace(self, start: int, old: str, new: str) -> None:
        """Change one text into the other, leaving alone what both begin and end with."""
        if old == new:
            return
        head, tail = alike_at_ends(old, new)
        gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
        place = start + units(old[:head])
        self.wrap(new)
        self.fit(len(come) - len(gone))
        cursor = QTextCursor(self._document)
        shown = self.textCursor()
        stays = not shown.hasSelection() and shown.position() == place
        cursor.beginEditBlock()
        cursor.setPosition(place)
        cursor.setPosition(place + units(gone), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(come)
        cursor.endEditBlock()
        if stays:  # what grows would take it along to the end, and a new size of the window shows where it is
            shown.setPosition(place)
            self.setTextCursor(shown)
        if self._right_to_left:  # else a new paragraph has the side of its neighbour, which is that of its letters
            self._turn(self._document.findBlock(place), self._document.findBlock(place + units(come)).next())
        self.fit()

    def _turn(self, block: QTextBlock, end: QTextBlock) -> None:
        """Give the paragraphs from ``block`` up to ``end`` their side."""
        while block.isValid() and block != end:
            by_letters = not self._right_to_left or (bool(block.text()) and not has_right_to_left(block.text()))
            side = Qt.LayoutDirection.LayoutDirectionAuto if by_letters else Qt.LayoutDirection.RightToLeft
            if block.blockFormat().layoutDirection() != side:
                form = QTextBlockFormat()
                form.setLayoutDirection(side)
                QTextCursor(block).mergeBlockFormat(form)
            block = block.next()

    def _marks_of(self, pieces: list[Piece]) -> list[Mark]:
        marked = [index for index, piece in enumerate(pieces) if piece.face is not PieceFace.PLAIN and piece.text]
        marks: list[Mark] = []
        for index in marked[:MOST_MARKS]:
            start, end = self.spans.span(index) or (0, 0)
            old = pieces[index].face is PieceFace.OLD
            marks.append(Mark(start, end, colour="muted") if old else Mark(start, end, underline="warn"))
        return marks


def _text(pieces: list[Piece]) -> str:
    return "".join([piece.text for piece in pieces])
