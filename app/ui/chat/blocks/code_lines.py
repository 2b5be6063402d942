"""Code as lines that a text view can bear, and their colours."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument, QTextLayout

from app.chat.code_colours import code_colours
from app.chat.highlight_api import CodeKind
from app.ui.theme import Theme

LONGEST_LINE = 2000
"""Characters; a longer line is shown as several, because laying out one line takes as long as its square."""

LINES_PER_SLICE = 120

Piece = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class CodeLine:
    """One line on the screen. ``start`` is its place in the code, in UTF-16 units; ``broken`` goes on in the next."""

    text: str
    start: int
    units: int
    broken: bool = False


def lines_of(text: str, start: int = 0) -> list[CodeLine]:
    """Cut code, whose first character stands at ``start``, into lines."""
    result: list[CodeLine] = []
    for line in text.split("\n"):
        pieces = [line[i : i + LONGEST_LINE] for i in range(0, len(line), LONGEST_LINE)] or [""]
        for index, piece in enumerate(pieces):
            units = len(piece.encode("utf-16-le", "surrogatepass")) // 2
            broken = index + 1 < len(pieces)
            result.append(CodeLine(piece, start, units, broken))
            start += units + (not broken)
    return result


class CodePainter(QObject):
    """Puts the worker's runs on the lines of a document, a slice at a time and only where a line looks different.

    Not a ``QSyntaxHighlighter``: that one lays the document out again for every line that it colours.
    """

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme, self._document = theme, document
        self._formats = self._make_formats()
        self._starts: list[int] = []  # of the runs
        self._kinds: list[int] = []
        self._painted: list[tuple[Piece, ...]] = []  # what each line looks like
        self._next_line = 0
        self.lines: list[CodeLine] = []
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._paint_slice)

    def show_runs(self, runs: list[int]) -> None:
        """Colour the code by these runs, length and kind in turn."""
        starts, position = [], 0
        for length in runs[::2]:
            starts.append(position)
            position += length
        self._starts, self._kinds = [*starts, position], runs[1::2]
        self._next_line = 0
        self._slices.start()

    def start_over(self) -> None:
        """Forget everything: the document has been emptied, or the theme has changed."""
        self._formats = self._make_formats()
        self._painted = []
        self._next_line = 0

    def paint_again(self) -> None:
        """Colour the lines that are there once more, by the same runs."""
        self._next_line = 0
        self._slices.start()

    def pieces_of(self, line: CodeLine) -> tuple[Piece, ...]:
        """Return the coloured pieces of a line: where they start in it, how long they are, what they are."""
        end = line.start + line.units
        index = max(0, bisect_right(self._starts, line.start) - 1)
        pieces: list[Piece] = []
        while index < len(self._kinds) and self._starts[index] < end:
            begin = max(self._starts[index], line.start)
            if self._kinds[index] in self._formats:
                stop = min(self._starts[index + 1], end)
                pieces.append((begin - line.start, stop - begin, self._kinds[index]))
            index += 1
        return tuple(pieces)

    def _paint_slice(self) -> None:
        count = min(len(self.lines), self._document.blockCount())
        changed: list[tuple[int, tuple[Piece, ...]]] = []
        number = self._next_line
        while number < count and len(changed) < LINES_PER_SLICE:
            pieces = self.pieces_of(self.lines[number])
            self._painted += [()] * (number + 1 - len(self._painted))
            if pieces != self._painted[number]:
                changed.append((number, pieces))
            number += 1
        self._paint(changed)
        self._next_line = number
        if number >= count:
            self._slices.stop()

    def _paint(self, changed: list[tuple[int, tuple[Piece, ...]]]) -> None:
        if not changed:
            return
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()  # one layout for the whole slice
        for number, pieces in changed:
            self._painted[number] = pieces
            self._document.findBlockByNumber(number).layout().setFormats([self._range(piece) for piece in pieces])
        cursor.endEditBlock()

    def _range(self, piece: Piece) -> QTextLayout.FormatRange:
        area = QTextLayout.FormatRange()
        area.start, area.length, kind = piece
        area.format = self._formats[kind]
        return area

    def _make_formats(self) -> dict[int, QTextCharFormat]:
        formats: dict[int, QTextCharFormat] = {}
        for kind, colour in code_colours(dark=self._theme.dark).items():
            look = QTextCharFormat()
            look.setForeground(QColor(colour))
            look.setFontItalic(kind is CodeKind.COMMENT)
            formats[int(kind)] = look
        return formats
