"""The text of the thoughts: plain, quiet, and cheap to add to however long it grows."""

from __future__ import annotations

import time
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.chat.blocks.rare_letters import insert_text
from app.ui.chat.blocks.text_view import TextView
from app.ui.chat.transcript.letters import have_fonts
from app.ui.theme import SMALL_SIZE, Theme, set_kind

LINE = 20
PEEK_LINES = 3
MOST_LINES = 21  # opened; longer thoughts scroll inside
PEEK_CHARACTERS = 1500
PEEK_SLACK = 4000  # so much more may gather before the peek is cut to its end again
LONGEST_PARAGRAPH = 4000
STEP = 3000  # characters that are laid out in one go
FONTS_SECONDS = 0.008  # for finding fonts in one go


class Part(StrEnum):
    """How much of the thoughts is laid out."""

    NOTHING = "nothing"
    PEEK = "peek"
    WHOLE = "whole"


class ThoughtsView(TextView):
    """Shows nothing, the end of the thoughts, or all of them."""

    grown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "thoughts-text")
        self._theme = theme
        self._part = Part.NOTHING
        self._text = ""
        self._fed = 0  # characters of the text that are in the document
        self._length = 0  # of the document's last paragraph
        self._feeder = QTimer(self, interval=0)
        self._feeder.timeout.connect(self._feed)
        self.allow_keyboard(allowed=True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        theme.changed.connect(self.redraw)

    @property
    def line(self) -> int:
        """Height of a line in pixels."""
        return self._theme.scaled(LINE)

    @property
    def text(self) -> str:
        """All thoughts so far."""
        return self._text

    def set_thoughts(self, text: str) -> None:
        """Show these thoughts; costs little when they only grew."""
        if self._text and text.startswith(self._text):
            self.append_thoughts(text[len(self._text) :])
        else:
            self._text = text
            self.redraw()

    def append_thoughts(self, text: str) -> None:
        """Add what has just been thought."""
        if not text:
            return
        at_end = self._at_end()
        caught_up = self._fed == len(self._text)
        self._text += text
        if self._part is Part.NOTHING:
            return
        if not self._whole and self._document.characterCount() + len(self._text) - self._fed > PEEK_SLACK:
            self.redraw()
            return
        if caught_up:  # else the feeder will come to it
            self._feed_piece()
        if at_end or not self._whole:
            self._to_end()

    def show_part(self, part: Part) -> None:
        """Show all of the thoughts, or only their end. ``NOTHING`` leaves what is there: it may be on its way out."""
        if part is self._part:
            return
        self._part = part
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if self._whole else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._whole else Qt.FocusPolicy.NoFocus)
        if part is Part.NOTHING:
            self._feeder.stop()
        else:
            self.redraw()

    @property
    def _whole(self) -> bool:
        return self._part is Part.WHOLE

    def redraw(self) -> None:
        """Set the text again from its start."""
        self._document.clear()
        self._length = 0
        self._fed = 0 if self._whole else self._peek_start()
        if self._part is Part.NOTHING:
            self._feeder.stop()
            return
        self._feed()
        if not self._whole:
            self._to_end()

    @override
    def lay_out(self, width: int) -> int:
        """Return the height that it should have: three lines at most, or all of it up to a limit."""
        if self.width() != width:
            self.resize(width, self.height())
        tallest = MOST_LINES * self.line
        if self._document.blockCount() * self.line > tallest:
            needed = tallest
        else:
            if self._document.textWidth() <= 0:
                self._document.setTextWidth(width)
            needed = round(self._document.size().height() + 0.49)
        return min(needed, tallest if self._whole else PEEK_LINES * self.line)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.verticalScrollBar()
        delta = event.angleDelta().y() or event.pixelDelta().y()
        room = bar.value() > bar.minimum() if delta > 0 else bar.value() < bar.maximum()
        if self._whole and room and delta:
            bar.setValue(bar.value() - (event.pixelDelta().y() or delta // 2))
            event.accept()
        else:
            event.ignore()

    def _peek_start(self) -> int:
        start = max(0, len(self._text) - PEEK_CHARACTERS)
        space = self._text.find(" ", start, start + 80) if start else -1
        return space + 1 if space >= 0 else start

    def _feed(self) -> None:
        at_end = self._at_end()
        self._feed_piece()
        if at_end and not self._whole:
            self._to_end()
        self.grown.emit()

    def _feed_piece(self) -> None:
        piece = self._text[self._fed : self._fed + STEP]
        if have_fonts(piece, [self._font()], time.perf_counter() + FONTS_SECONDS):
            self._insert(piece)
            self._fed += len(piece)
        if self._fed < len(self._text):
            self._feeder.start()
        else:
            self._feeder.stop()

    def _insert(self, text: str) -> None:
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        if self._document.isEmpty():
            cursor.setBlockFormat(self._block_format())
        look = self._look()
        for index, line in enumerate(text.split("\n")):
            if index:
                cursor.insertBlock(self._block_format())
                self._length = 0
            for start in range(0, len(line), LONGEST_PARAGRAPH):
                if self._length >= LONGEST_PARAGRAPH:
                    cursor.insertBlock(self._block_format())
                    self._length = 0
                piece = line[start : start + LONGEST_PARAGRAPH]
                insert_text(cursor, piece, look)
                self._length += len(piece)
        cursor.endEditBlock()

    def _look(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(self._font())
        look.setForeground(self._theme.colour("muted"))
        return look

    def _font(self) -> QFont:
        return self._theme.reading_font(self._theme.scaled(SMALL_SIZE))

    def _block_format(self) -> QTextBlockFormat:
        layout = QTextBlockFormat()
        layout.setLineHeight(self.line, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        return layout

    def _at_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - self.line

    def _to_end(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())


class Fade(QWidget):
    """Lets what lies below disappear towards the top."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        solid = self._theme.colour("panel")
        clear = QColor(solid)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(0, solid)
        gradient.setColorAt(1, clear)
        QPainter(self).fillRect(self.rect(), gradient)
