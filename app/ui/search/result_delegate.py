"""Draws what was found: title and date, below them the piece of text with the words that were searched lit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.ui.search.dates import short_date
from app.ui.search.result_rows import Found, ResultRows
from app.ui.theme import Theme
from app.ui.widgets.direction import starts_right_to_left
from app.ui.widgets.wrapped_text import break_lines, units, wrapped

Index = QModelIndex | QPersistentModelIndex

ONE_LINE = 44
TITLE_LINE = 24
TEXT_LINE = 20
EDGE = 12
PADDING = 10
RADIUS = 8
GAP = 12
LINES = 2
Ranges = Sequence[tuple[int, int]]


class ResultDelegate(QStyledItemDelegate):
    """Two lines of text at most; a row without text has its title only."""

    def __init__(self, theme: Theme, rows: ResultRows, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._rows = rows

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._rows.row(index)
        if row is None or not row.text:
            return QSize(100, ONE_LINE)
        width = self._view.viewport().width() - 2 * EDGE
        needed = QFontMetrics(self._theme.font(13, bold=True)).horizontalAdvance(row.text)  # a lit word is bold
        return QSize(100, 2 * PADDING + TITLE_LINE + (LINES if needed > width else 1) * TEXT_LINE)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._rows.row(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(QPen(self._theme.colour("accent"), 1) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_background" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        inner = option.rect.adjusted(EDGE, PADDING, -EDGE, -PADDING)
        first = QRect(inner.left(), inner.top(), inner.width(), TITLE_LINE)
        rest = self._paint_title(painter, option, first, row)
        if row.text:
            # What begins at the date's side begins below the title, not below the date.
            beside = starts_right_to_left(row.text) != (option.direction == Qt.LayoutDirection.RightToLeft)
            second = QRect(rest if beside else inner)
            second.setTop(inner.top() + TITLE_LINE)
            second.setBottom(inner.bottom())
            self._paint_lit(painter, second, (row.text, row.ranges), self._theme.font(13), LINES, "muted")
        painter.restore()

    def _paint_title(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, row: Found) -> QRect:
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        date = " · ".join(filter(None, (self._rows.remark(row), short_date(row.at, QLocale()))))
        painter.setFont(self._theme.font(12))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, date)
        used = QFontMetrics(painter.font()).horizontalAdvance(date) + GAP
        rest = room.adjusted(used, 0, 0, 0) if mirrored else room.adjusted(0, 0, -used, 0)
        title = (self._rows.title(row), () if row.text else row.ranges)
        self._paint_lit(painter, rest, title, self._theme.font(14, bold=True), 1, "text")
        return rest

    def _paint_lit(
        self, painter: QPainter, room: QRect, lit: tuple[str, Ranges], font: QFont, lines: int, colour: str
    ) -> None:
        text, ranges = lit
        layout = wrapped(text, font, room.width(), lines, TEXT_LINE)
        shown = layout.text()
        layout.setFormats([self._format(shown, first, end) for first, end in ranges if first < len(shown)])
        break_lines(layout, room.width(), lines, TEXT_LINE)
        painter.setPen(self._theme.colour(colour))
        painter.setClipRect(room)
        spare = TITLE_LINE - QFontMetrics(font).height() if lines == 1 else 0
        layout.draw(painter, QPointF(room.left(), room.top() + spare / 2))
        painter.setClipping(False)

    def _format(self, text: str, first: int, end: int) -> QTextLayout.FormatRange:
        part = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setForeground(self._theme.colour("accent"))
        look.setFontWeight(QFont.Weight.Bold)
        part.format = look
        start = units(text[:first])
        part.start, part.length = start, units(text[first:end])
        return part
