"""Big, plain, readable text: what both sides of a translation share.

Each paragraph reads from its own side. Sentences are lit, greyed and underlined by selections that are painted over
the text, so that nothing is laid out anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from typing_extensions import override

from app.ui.chat.blocks.text_view import SafeDocument
from app.ui.theme import Theme, set_kind
from app.ui.translate.spans import Spans

TEXT_SIZE = 18
"""Pixels at the usual text size; long texts are set smaller."""
LONG, LONG_SIZE = 1500, 16
LONGEST_WORD = 60
"""Characters of what can be explained."""
LINE_HEIGHT = 140.0  # per cent
MARGIN = 14
ENDLESS = re.compile(r"[^\s\u2e80-\u2fdf\u3040-\u31ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]{1000}")
"""What has no place where a line may be broken; it may between the signs of China, Japan and Korea."""


KEYS_WALK = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """How a stretch of the text is shown. ``colour`` and ``underline`` are names of the theme's colours, "" none."""

    start: int
    end: int
    colour: str = ""
    underline: str = ""
    fill: str = ""


class TextPane(QTextEdit):
    """``hovered`` says which sentence the pointer is on, -1 none; ``walked`` to which the keyboard has gone."""

    hovered = Signal(int)
    walked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = theme.reading_font(TEXT_SIZE)
        self._marks: list[Mark] = []
        self._lit = self._hovered = -1
        self._long = False
        self.spans = Spans()
        self._document = SafeDocument(self)
        self._document.setDocumentMargin(MARGIN)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._document.setDefaultTextOption(option)
        self.setDocument(self._document)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        set_kind(self, "translation")
        theme.changed.connect(self.restyle)
        self._space_lines()
        self.restyle()

    def light(self, row: int) -> None:
        """Light a sentence; -1 lights none."""
        if row != self._lit:
            self._lit = row
            self._decorate()

    def reveal(self, row: int) -> None:
        """Scroll to a sentence unless its beginning can be seen."""
        span = self.spans.span(row)
        if span is None:
            return
        cursor = QTextCursor(self._document)
        cursor.setPosition(min(span[0], self._document.characterCount() - 1))
        place, room = self.cursorRect(cursor), self.viewport().rect()
        if place.top() < 0 or place.bottom() > room.height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.center().y() - room.center().y())

    def use_spans(self, spans: Spans) -> None:
        """Say where the sentences lie now."""
        self.spans = spans
        if self._lit >= 0:
            self._decorate()

    def fit(self, coming: int = 0) -> None:
        """Set a long text smaller; at once with the ``coming`` characters, else five thousand lines are set twice."""
        long = self._document.characterCount() + coming > LONG
        if long != self._long:
            self._long = long
            self.restyle()

    def restyle(self) -> None:
        """Take font and colours from the theme."""
        self._font = self._theme.reading_font(self._theme.scaled(LONG_SIZE if self._long else TEXT_SIZE))
        self._use_font()
        self.viewport().setFont(self._font)  # of the placeholder; a style sheet keeps it from following
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, self._theme.colour("muted"))
        self.setPalette(palette)
        self._decorate()

    def wrap(self, text: str) -> None:
        """Break lines anywhere once there is a word of a page: looking for its end in each line would take minutes."""
        option = self._document.defaultTextOption()
        if option.wrapMode() != QTextOption.WrapMode.WrapAnywhere and ENDLESS.search(text):
            option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
            self._document.setDefaultTextOption(option)
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def row_under(self, place: QPointF) -> int:
        """Return the sentence under a point of the viewport, -1 for none."""
        spot = self._document.documentLayout().hitTest(
            place + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value()),
            Qt.HitTestAccuracy.ExactHit,
        )
        return self.spans.row_at(spot) if spot >= 0 else -1

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._use_font()  # the style sheet has just put the application's in its place

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.row_under(event.position()))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hover(-1)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        cursor = self.textCursor()
        behind = cursor.atBlockEnd() and not cursor.atBlockStart()  # still of the sentence before it
        row = self.spans.row_at(cursor.position() - behind)
        if event.key() in KEYS_WALK and row != self._hovered:
            self._hovered = row
            self.walked.emit(row)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hover(-1)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text: the formatting is ours, not the text's."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.hovered.emit(row)

    def _use_font(self) -> None:
        if self._document.defaultFont() != self._font:
            self._document.setDefaultFont(self._font)
            self.setTabStopDistance(4 * QFontMetrics(self._font).horizontalAdvance(" "))

    def _space_lines(self) -> None:
        """Give the first paragraph its line height; those that follow take it over."""
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        form = QTextBlockFormat()
        form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(form)

    def _decorate(self) -> None:
        marks = list(self._marks)
        span = self.spans.span(self._lit)
        if span is not None:
            marks.insert(0, Mark(*span, fill="accent_background"))
        if not marks and not self.extraSelections():
            return
        end = self._document.characterCount() - 1
        self.setExtraSelections([self._selection(mark) for mark in marks if mark.end <= end])

    def _selection(self, mark: Mark) -> QTextEdit.ExtraSelection:
        form = QTextCharFormat()
        if mark.fill:
            form.setBackground(self._theme.colour(mark.fill))
        if mark.colour:
            form.setForeground(self._theme.colour(mark.colour))
        if mark.underline:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(QColor(self._theme.colour(mark.underline)))
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._document)
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, form
        return selection


def raw_text(document: QTextDocument) -> str:
    """Return a document's text with its no-break spaces, which ``toPlainText`` would make plain ones."""
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


def word_at(cursor: QTextCursor) -> str:
    """Return what is selected, else the word that a cursor is in; "" when it is no word or a long one."""
    if not cursor.hasSelection():
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    words = " ".join(cursor.selectedText().split())
    return words if len(words) <= LONGEST_WORD and any(map(str.isalpha, words)) else ""
