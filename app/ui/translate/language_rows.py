"""The languages as rows of a list: those used last first, then all, or those that fit what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCollator, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.translate.languages import Language, all_languages, by_code, find
from app.ui.icons import pixmap
from app.ui.theme import Theme
from app.ui.translate.language_names import interface_code, shown_name
from app.ui.widgets.direction import at_end, at_start

ROW, HEADING = 36, 30
SIDE, TICK = 12, 16
DETECT = "detect"
"""Stands for "find out which language it is" where a code is asked for."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class LanguageRow:
    """A language; a heading has no code. ``native`` is its own name when that is another."""

    code: str
    name: str
    native: str = ""


def language_title(language: Language) -> str:
    """Return how a language is shown where there is room: "العربية · Arabic"."""
    name = shown_name(language)
    return name if language.native_name.casefold() == name.casefold() else f"{language.native_name} · {name}"


class LanguageRows(QAbstractListModel):
    """``show_text`` chooses; the code is in ``UserRole``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[LanguageRow] = []

    def show_text(self, text: str, recent: Sequence[str], detect: str = "") -> None:
        """List what fits ``text``; for "" those of late, then all. ``detect`` is the first row's words, "" none."""
        self.beginResetModel()
        self.rows = (
            [_row(language) for language in find(text, interface_code())] if text.strip() else self._all(recent, detect)
        )
        self.endResetModel()

    def row_of(self, code: str) -> int:
        """Return where a code stands first, else the first row that is no heading; -1 for an empty list."""
        codes = [row.code for row in self.rows]
        return codes.index(code) if code in codes else next((i for i, one in enumerate(codes) if one), -1)

    def _all(self, recent: Sequence[str], detect: str) -> list[LanguageRow]:
        lately = [language for code in recent if (language := by_code(code)) is not None]
        rows = [LanguageRow(DETECT, detect)] if detect else []
        if lately:
            rows += [LanguageRow("", self.tr("Lately")), *map(_row, lately), LanguageRow("", self.tr("All languages"))]
        collator = QCollator()  # as the window's language orders its letters
        by_name = cmp_to_key(collator.compare)
        return rows + sorted(map(_row, all_languages()), key=lambda row: by_name(row.name))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.UserRole:
            return row.code
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {row.native}" if row.native else row.name
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable if self.rows[index.row()].code else Qt.ItemFlag.NoItemFlags


class LanguageDelegate(QStyledItemDelegate):
    """The English name, its own name at the end side, a tick at the one in use."""

    def __init__(self, theme: Theme, rows: LanguageRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._rows, self._view = theme, rows, parent
        self.current = ""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW if self._rows.rows[index.row()].code else HEADING)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: LanguageRow = self._rows.rows[index.row()]
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not row.code:
            self._paint_heading(painter, place, row.name)
        else:
            if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
                painter.setBrush(self._theme.colour("hover"))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawRoundedRect(place.adjusted(2, 1, -2, -1), 6, 6)
            self._paint_row(painter, place, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, place: QRect, words: str) -> None:
        painter.setFont(self._theme.font(12))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(place.adjusted(SIDE, 6, -SIDE, 0), at_start(self._view), words)

    def _paint_row(self, painter: QPainter, place: QRect, row: LanguageRow) -> None:
        room = place.adjusted(SIDE, 0, -SIDE, 0)
        chosen = row.code == self.current
        if chosen:
            tick = pixmap("check", self._theme.colours.accent, TICK, self._view.devicePixelRatioF())
            spot = QRect(room.right() - TICK + 1, room.center().y() - TICK // 2, TICK, TICK)
            painter.drawPixmap(QStyle.visualRect(self._view.layoutDirection(), room, spot).topLeft(), tick)
        inner = room.adjusted(0, 0, -TICK - 8, 0)
        inner = QStyle.visualRect(self._view.layoutDirection(), room, inner)
        font = self._theme.font(14, bold=chosen)
        metrics = QFontMetrics(font)
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, inner.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(inner, at_start(self._view), name)
        left = inner.width() - metrics.horizontalAdvance(name) - SIDE
        painter.setFont(self._theme.font(13))
        painter.setPen(self._theme.colour("muted"))
        native = QFontMetrics(painter.font()).elidedText(row.native, Qt.TextElideMode.ElideRight, max(0, left))
        painter.drawText(inner, at_end(self._view), native)


def _row(language: Language) -> LanguageRow:
    name = shown_name(language)
    same = language.native_name.casefold() == name.casefold()
    return LanguageRow(language.code, name, "" if same else language.native_name)
