"""What was translated, as rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.chat.store_translations import HistoryEntry
from app.translate.languages import by_code
from app.ui.icons import pixmap
from app.ui.theme import Theme
from app.ui.translate.language_names import pair_words
from app.ui.widgets.direction import at_start

HEIGHT, EDGE, STAR = 78, 12, 18
LETTERS = 200  # of a text; more never fit into a line

Index = QModelIndex | QPersistentModelIndex


class HistoryRows(QAbstractListModel):
    """The entry is in ``UserRole``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[HistoryEntry] = []

    def show_entries(self, entries: Sequence[HistoryEntry]) -> None:
        """List these."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(entry.source)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            starred = self.tr("with a star") if entry.starred else ""
            return f"{one_line(entry.source)}: {one_line(entry.target)}. {pair_of(entry)} {starred}"
        return entry if role == Qt.ItemDataRole.UserRole else None


class HistoryDelegate(QStyledItemDelegate):
    """Text, translation, languages and time; a star at the end side."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def star_place(self, row: QRect) -> QRect:
        """Return where a row's star is clicked."""
        place = QRect(row.right() - EDGE - STAR - 8, row.top() + 4, STAR + 16, STAR + 16)
        return QStyle.visualRect(self._view.layoutDirection(), row, place)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: HistoryEntry = index.data(Qt.ItemDataRole.UserRole)
        active = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if active:
            painter.setBrush(self._theme.colour("hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 8, 8)
        self._paint_star(painter, option.rect, entry, active=bool(active))
        self._paint_lines(painter, option.rect, entry)
        painter.restore()

    def _paint_star(self, painter: QPainter, row: QRect, entry: HistoryEntry, *, active: bool) -> None:
        if not entry.starred and not active:
            return
        name, colour = ("star_full", "accent") if entry.starred else ("star", "muted")
        drawn = pixmap(name, self._theme.colour(colour).name(), STAR, self._view.devicePixelRatioF())
        painter.drawPixmap(self.star_place(row).center() - QRect(0, 0, STAR, STAR).center(), drawn)

    def _paint_lines(self, painter: QPainter, row: QRect, entry: HistoryEntry) -> None:
        room = row.adjusted(EDGE, 8, -EDGE, -8)
        above = QStyle.visualRect(self._view.layoutDirection(), room, room.adjusted(0, 0, -STAR - 12, 0))
        lines = (
            (above, 0, 14, "text", one_line(entry.source)),
            (room, 22, 14, "muted", one_line(entry.target)),
            (room, 44, 12, "muted", f"{pair_of(entry)} · {_when(entry.updated_at)}"),
        )
        for place, top, size, colour, words in lines:
            painter.setFont(self._theme.font(size))
            painter.setPen(self._theme.colour(colour))
            shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(QRect(place.left(), room.top() + top, place.width(), 20), at_start(self._view), shown)


def one_line(text: str) -> str:
    """Return the beginning of a text without its line breaks."""
    return " ".join(text[:LETTERS].split())


def pair_of(entry: HistoryEntry) -> str:
    """Return "English → German"."""
    return pair_words(by_code(entry.source_language), by_code(entry.target_language))


def _when(seconds: float) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    if moment.date() == QDateTime.currentDateTime().date():
        return QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    return QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)
