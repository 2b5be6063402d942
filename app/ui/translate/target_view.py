"""The translation: what did not change stays where it is while the rest streams in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextBlock, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.theme import Theme
from app.ui.translate.spans import Spans, common_length, units
from app.ui.translate.text_pane import LONG, Mark, TextPane, word_at
from app.ui.widgets.direction import has_right_to_left

MOST_MARKS = 300
"""Each costs time whenever the text is painted."""
KEYS_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PieceFace(Enum):
    """How sure a piece of the translation is."""

    PLAIN = auto()
    OLD = auto()  # of the sentence as it was; the new one is on its way
    DOUBTFUL = auto()


@dataclass(frozen=True)
class Piece:
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
        self._right_to_left = self._was_long = False
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

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show a translation; only what differs from the one before is touched."""
        new, old = list(pieces), self._pieces
        if new == old:
            return
        self._pieces = new
        first = _same([piece.text for piece in old], [piece.text for piece in new])
        rest = min(len(old), len(new)) - first
        last = _same([piece.text for piece in reversed(old)], [piece.text for piece in reversed(new)], rest)
        before = units("".join(piece.text for piece in old[:first]))
        self._replace(before, _text(old[first : len(old) - last]), _text(new[first : len(new) - last]))
        self.spans = Spans([piece.text for piece in new])
        self._marks = self._marks_of(new)
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
        head = common_length(old, new)
        tail = common_length(old[head:][::-1], new[head:][::-1])
        gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
        place = start + units(old[:head])
        self.wrap(new)
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
        self._turn(self._document.findBlock(place), self._document.findBlock(place + units(come)).next())
        self._fit()

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
        marks: list[Mark] = []
        start = 0
        for piece in pieces:
            end = start + units(piece.text)
            if piece.face is PieceFace.OLD:
                marks.append(Mark(start, end, colour="muted"))
            elif piece.face is PieceFace.DOUBTFUL:
                marks.append(Mark(start, end, underline="warn"))
            start = end
        return marks[:MOST_MARKS]

    def _fit(self) -> None:
        long = self._document.characterCount() > LONG
        if long != self._was_long:
            self._was_long = long
            self.restyle()


def _text(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _same(one: list[str], other: list[str], most: int | None = None) -> int:
    """Return how many of the first are the same in both, at most so many."""
    count = 0
    for left, right in zip(one[:most], other[:most], strict=False):
        if left != right:
            break
        count += 1
    return count
