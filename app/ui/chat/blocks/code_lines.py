"""Code as lines that a text view can bear, and their colours."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from app.chat.highlight import CodeKind
from app.ui.code_colours import code_colours
from app.ui.theme import Theme

LONGEST_LINE = 2000
"""Characters; a longer line is shown as several, because laying out one line takes as long as its square."""

LINES_PER_SLICE = 120


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


class CodePainter(QSyntaxHighlighter):
    """Puts the worker's runs on the lines of a document, a slice at a time."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        self._formats = self._make_formats()
        self._starts: list[int] = []  # of the runs
        self._kinds: list[int] = []
        self._next_line = 0
        self.lines: list[CodeLine] = []
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._paint_slice)

    def show_runs(self, runs: list[int], from_line: int = 0) -> None:
        """Colour the code by these runs (length and kind in turn), beginning at a line."""
        starts, position = [], 0
        for length in runs[::2]:
            starts.append(position)
            position += length
        self._starts, self._kinds = [*starts, position], runs[1::2]
        self._next_line = from_line
        self._slices.start()

    def recolour(self) -> None:
        """Take the theme's colours again."""
        self._formats = self._make_formats()
        self._next_line = 0
        self._slices.start()

    @override
    def highlightBlock(self, text: str) -> None:
        number = self.currentBlock().blockNumber()
        if number >= len(self.lines) or not self._kinds:
            return
        line = self.lines[number]
        end = line.start + line.units
        index = max(0, bisect_right(self._starts, line.start) - 1)
        while index < len(self._kinds) and self._starts[index] < end:
            begin = max(self._starts[index], line.start)
            look = self._formats.get(self._kinds[index])
            if look is not None:
                self.setFormat(begin - line.start, min(self._starts[index + 1], end) - begin, look)
            index += 1

    def _paint_slice(self) -> None:
        document = self.document()
        end = min(self._next_line + LINES_PER_SLICE, document.blockCount())
        for number in range(self._next_line, end):
            self.rehighlightBlock(document.findBlockByNumber(number))
        self._next_line = end
        if end >= document.blockCount():
            self._slices.stop()

    def _make_formats(self) -> dict[int, QTextCharFormat]:
        formats: dict[int, QTextCharFormat] = {}
        for kind, colour in code_colours(dark=self._theme.dark).items():
            look = QTextCharFormat()
            look.setForeground(QColor(colour))
            look.setFontItalic(kind is CodeKind.COMMENT)
            formats[int(kind)] = look
        return formats
