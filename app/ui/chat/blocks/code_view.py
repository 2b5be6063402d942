"""The lines of a block of code: left to right, fixed width, scrolled sideways or wrapped."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from app.ui.chat.blocks.code_lines import CodeLine, CodePainter, lines_of
from app.ui.chat.blocks.highlighting import Highlighter
from app.ui.chat.blocks.rare_letters import insert_text
from app.ui.chat.blocks.text_view import TextView
from app.ui.theme import Theme, set_kind

LINE = 1.5
SHOWN_LINES = 400  # of code that was complete from the start; the rest comes when asked for
LINES_PER_STEP = 150
CHARACTERS_PER_STEP = 8000  # or one line: laying them out takes about 10 ms
ASK_AGAIN_MS = 700  # between two requests for colours while code is being written


class CodeView(TextView):
    """Shows code that may still grow. ``more_changed`` says that lines are (no longer) left out."""

    more_changed = Signal()
    lines_added = Signal()

    def __init__(self, theme: Theme, highlighter: Highlighter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "code-text")
        self._theme, self._highlighter = theme, highlighter
        self._painter = CodePainter(theme, self._document)
        self._lines: list[CodeLine] = []
        self._waiting: list[CodeLine] = []  # not yet in the document
        self._limit: int | None = None
        self._language = self._code = self._asked = ""
        self._job = ""
        self._asked_at = 0.0
        self._feeder = QTimer(self, interval=0)
        self._feeder.timeout.connect(self._feed)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._ask)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.set_wrapped(wrapped=False)
        self.destroyed.connect(lambda: highlighter.drop(self._job))

    @property
    def hidden_lines(self) -> int:
        """How many lines are left out until the person asks for them."""
        return len(self._waiting) if self._limit is not None else 0

    @property
    def line_count(self) -> int:
        """All lines as the model wrote them."""
        return self._code.count("\n") + 1

    def show_code(self, code: str, language: str, *, growing: bool) -> None:
        """Show this code, adding to what is there when it only grew."""
        if code == self._code and language == self._language and self._lines:
            self._ask_later(growing=growing)
            return
        if not (self._lines and code.startswith(self._code)):
            self._start_over()
        elif self._waiting:
            self._waiting = [
                *self._waiting[:-1],
                *lines_of(code[self._cut(self._waiting[-1]) :], self._waiting[-1].start),
            ]
            self._code, self._language = code, language
            return
        self._grow(code)
        self._code, self._language = code, language
        if len(self._waiting) > SHOWN_LINES and not growing:
            self._limit = SHOWN_LINES
            self.more_changed.emit()
        self._feed()
        self._ask_later(growing=growing)

    def show_all(self) -> None:
        """Show the lines that were left out, a slice at a time."""
        self._limit = None
        self.more_changed.emit()
        self._feeder.start()

    def set_wrapped(self, *, wrapped: bool) -> None:
        """Break long lines at the edge, or scroll sideways."""
        option = self._document.defaultTextOption()
        mode = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if wrapped else QTextOption.WrapMode.NoWrap
        option.setWrapMode(mode)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self._document.setDefaultTextOption(option)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth if wrapped else QTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(mode)

    def redraw(self) -> None:
        """Take the theme's font and colours again."""
        lines, self._lines = [*self._lines, *self._waiting], []
        self._document.clear()
        self._waiting = lines
        self._painter.start_over()
        self._feed()
        self._painter.paint_again()

    @override
    def lay_out(self, width: int) -> int:
        if self.lineWrapMode() is QTextEdit.LineWrapMode.WidgetWidth:
            return super().lay_out(width)
        if self.width() != width:
            self.resize(width, self.height())
        size = self._document.size()
        bar = self.horizontalScrollBar().sizeHint().height() if size.width() > width else 0
        return round(size.height() + 0.49) + bar

    @override
    def selected_text(self) -> str:
        cursor = self.textCursor()
        first = self._document.findBlock(cursor.selectionStart()).blockNumber()
        pieces = cursor.selectedText().split("\u2029")
        return "".join(
            piece + ("" if index == len(pieces) - 1 or self._lines[first + index].broken else "\n")
            for index, piece in enumerate(pieces)
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verticalScrollBar().setValue(0)

    def _cut(self, line: CodeLine) -> int:
        """Return where a line starts in characters; ``start`` counts UTF-16 units, which differ for rare letters."""
        return len(
            self._code.encode("utf-16-le", "surrogatepass")[: 2 * line.start].decode("utf-16-le", "surrogatepass")
        )

    def _start_over(self) -> None:
        self._document.clear()
        self._lines, self._waiting, self._code, self._asked = [], [], "", ""
        self._limit = None
        self._painter.lines = []
        self._painter.start_over()
        self._painter.show_runs([])

    def _grow(self, code: str) -> None:
        """Replace the last line by itself and what follows it."""
        if not self._lines:
            self._waiting = lines_of(code)
            return
        last = self._lines.pop()
        begin = len(self._code) - len(last.text)
        self._waiting = lines_of(code[begin:], last.start)

    def _feed(self) -> None:
        """Put the next lines into the document."""
        room = self._next_lines()
        if self._limit is not None:
            room = min(room, self._limit - len(self._lines))
        batch, self._waiting = self._waiting[: max(0, room)], self._waiting[max(0, room) :]
        if batch:
            self._insert(batch)
        more = bool(self._waiting) and (self._limit is None or len(self._lines) < self._limit)
        (self._feeder.start if more else self._feeder.stop)()
        if batch:
            self.lines_added.emit()
        if len(batch) > 1:
            self._painter.paint_again()

    def _next_lines(self) -> int:
        """Return how many of the lines that wait are laid out in one go."""
        size = 0
        for count, line in enumerate(self._waiting[:LINES_PER_STEP]):
            size += len(line.text)
            if size > CHARACTERS_PER_STEP:
                return max(1, count)
        return LINES_PER_STEP

    def _insert(self, batch: list[CodeLine]) -> None:
        at = len(self._lines)
        self._lines += batch
        self._painter.lines = self._lines
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if at < self._document.blockCount():
            block = self._document.findBlockByNumber(at)
            start, text = block.position(), block.text()
            fresh = batch[0].text
            cursor.setPosition(start)
            if fresh.startswith(text):
                cursor.movePosition(QTextCursor.MoveOperation.End)
                batch = [CodeLine(fresh[len(text) :], 0, 0), *batch[1:]]
            else:
                cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.setBlockFormat(self._block_format())
        else:
            cursor.insertBlock(self._block_format())
        insert_text(cursor, "\n".join(line.text for line in batch), self._format())
        cursor.endEditBlock()
        if not at:  # the widget's own cursor has been pushed to the end of what came, and would be scrolled to
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def _block_format(self) -> QTextBlockFormat:
        layout = QTextBlockFormat()
        layout.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        height = round(self._theme.code_font().pixelSize() * LINE)
        layout.setLineHeight(height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        return layout

    def _format(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(self._theme.code_font())
        look.setForeground(self._theme.colour("text"))
        return look

    def _ask_later(self, *, growing: bool) -> None:
        if self._asked == self._code:
            return
        if not growing:
            self._ask()
        elif not self._again.isActive():
            since = (time.monotonic() - self._asked_at) * 1000
            self._again.start(max(0, round(ASK_AGAIN_MS - since)))

    def _ask(self) -> None:
        self._highlighter.drop(self._job)
        code = self._asked = self._code
        self._asked_at = time.monotonic()
        self._job = self._highlighter.ask(self._language, code, lambda runs: self._take_runs(code, runs))

    def _take_runs(self, code: str, runs: list[int]) -> None:
        self._job = ""
        if runs and self._code.startswith(code):
            self._painter.show_runs(runs)
