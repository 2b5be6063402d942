"""Draws a piece of a document beside its translation, and lets the translation be edited where it stands."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.chat.store_documents import UnitRecord
from app.ui.icons import pixmap
from app.ui.theme import Theme, set_kind
from app.ui.translate.documents.unit_rows import INLINE, SOURCE, TRANSLATION, Index, marks_of
from app.ui.widgets.direction import at_start
from app.ui.widgets.keys import keeps_escape
from app.ui.widgets.wrapped_text import break_lines, units, wrapped

EDGE, TOP = 12, 9
TEXT, SMALL = 15, 12  # pixels
LINE, SMALL_LINE = 22, 18
GAP = 4
ICON = 16
MOST_LINES = 40
MOST_LETTERS = 4000
"""Of a piece that is drawn; all of it is in the editor."""
LEAST_EDITOR = 96  # pixels
SEPARATOR = "\u2028"
LEFT_TO_RIGHT = "\u2066{}\u2069"
"""Times and numbers of rows, whatever stands around them."""
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class UnitEditor(QPlainTextEdit):
    """Escape is its own."""

    @override
    def event(self, event: QEvent) -> bool:
        return True if keeps_escape(event) else super().event(event)


class UnitDelegate(QStyledItemDelegate):
    """Enter takes what was written and goes on, Shift+Enter makes a line, Escape leaves it as it was."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def height(self, unit: UnitRecord, widths: tuple[int, int]) -> int:
        """Return how many pixels a row needs for columns of these widths."""
        needed = []
        for column, width in enumerate(widths):
            lines = self._lines(self._words(unit, column), width).lineCount()
            needed.append(lines * LINE + self._small_height(unit, column, width))
        return max(needed) + 2 * TOP

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width()
        return QSize(width, self.height(self._unit(index), (width, width)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        unit = self._unit(index)
        painter.save()
        painter.setClipRect(option.rect)
        self._paint_ground(painter, option, unit, index.column())
        room = option.rect.adjusted(EDGE, TOP, -EDGE, -TOP)
        if index.column() == TRANSLATION and (unit.by_person or unit.marks):
            room = self._paint_icon(painter, room, unit)
        if index.column() == SOURCE and unit.where:
            self._paint_where(painter, room, LEFT_TO_RIGHT.format(unit.where))
            room.setTop(room.top() + SMALL_LINE + GAP)
        layout = self._lines(self._words(unit, index.column()), option.rect.width())
        painter.setPen(
            self._theme.colour("text" if unit.translation is not None or index.column() == SOURCE else "muted")
        )
        layout.draw(painter, QPointF(room.left(), room.top()))
        if index.column() == TRANSLATION and unit.marks:
            room.setTop(room.top() + layout.lineCount() * LINE + GAP)
            painter.setPen(self._theme.colour("warn"))
            self._mark_lines(unit, option.rect.width()).draw(painter, QPointF(room.left(), room.top()))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, unit: UnitRecord, column: int) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if column == TRANSLATION and unit.marks:
            painter.fillRect(option.rect, self._theme.colour("warn_background"))
        elif chosen:
            painter.fillRect(option.rect, self._theme.colour("accent_background"))
        elif column == TRANSLATION:
            painter.fillRect(option.rect, self._theme.colour("panel"))
        line = self._theme.colour("line")
        painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, line)
        if column == TRANSLATION:
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            painter.fillRect(
                option.rect.right() if mirrored else option.rect.left(),
                option.rect.top(),
                1,
                option.rect.height(),
                line,
            )
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour("accent"))
            painter.drawRect(option.rect.adjusted(1, 0, -1, -1))

    def _paint_icon(self, painter: QPainter, room: QRect, unit: UnitRecord) -> QRect:
        """Show what the row is at its end: the person's own, or doubtful; return the rest of the room."""
        name, colour = ("warning", "warn") if unit.marks else ("edit", "muted")
        drawn = pixmap(name, self._theme.colour(colour).name(), ICON, self._view.devicePixelRatioF())
        place = QRect(room.right() - ICON + 5, room.top() + 2, ICON, ICON)
        painter.drawPixmap(QStyle.visualRect(self._view.layoutDirection(), room, place).topLeft(), drawn)
        rest = room.adjusted(0, 0, -ICON - 4, 0)
        return QStyle.visualRect(self._view.layoutDirection(), room, rest)

    def _paint_where(self, painter: QPainter, room: QRect, words: str) -> None:
        painter.setFont(self._theme.font(SMALL))
        painter.setPen(self._theme.colour("muted"))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        place = QRect(room.left(), room.top(), room.width(), SMALL_LINE)
        painter.drawText(place, at_start(self._view), shown)

    def _unit(self, index: Index) -> UnitRecord:
        unit: UnitRecord = index.data(Qt.ItemDataRole.UserRole)
        return unit

    def _words(self, unit: UnitRecord, column: int) -> str:
        text = unit.text if column == SOURCE else unit.translation
        if text is None:
            return "…"
        return text[:MOST_LETTERS].replace("\n", SEPARATOR)

    def _small_height(self, unit: UnitRecord, column: int, width: int) -> int:
        """Return the pixels of what is small in a cell: where it stands, or what may be wrong with it."""
        if column == SOURCE:
            return SMALL_LINE + GAP if unit.where else 0
        return self._mark_lines(unit, width).lineCount() * SMALL_LINE + GAP if unit.marks else 0

    def _mark_lines(self, unit: UnitRecord, width: int) -> QTextLayout:
        return wrapped(marks_of(unit), self._theme.font(SMALL), self._room(width), MOST_LINES, SMALL_LINE)

    def _lines(self, text: str, width: int) -> QTextLayout:
        layout = wrapped(text, self._theme.font(TEXT), self._room(width), MOST_LINES, LINE)
        marks = [self._quiet(layout.text(), *match.span()) for match in INLINE.finditer(layout.text())]
        if marks:
            layout.setFormats(marks)
            break_lines(layout, self._room(width), MOST_LINES, LINE)
        return layout

    def _quiet(self, text: str, first: int, end: int) -> QTextLayout.FormatRange:
        """Let what stands for the document's layout step back behind the words."""
        part, look = QTextLayout.FormatRange(), QTextCharFormat()
        look.setForeground(self._theme.colour("muted"))
        part.format, part.start = look, units(text[:first])
        part.length = units(text[first:end])
        return part

    def _room(self, width: int) -> int:
        """Return the pixels for words; the icon's are always kept free, so that nothing breaks anew when one comes."""
        return max(60, width - 2 * EDGE - ICON - 4)

    # --- the editor ---

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = UnitEditor(parent)
        set_kind(editor, "field")
        editor.setTabChangesFocus(True)
        editor.setAccessibleName(self.tr("Translation of: {text}").format(text=self._unit(index).text))
        editor.setFont(self._theme.font(TEXT))
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit) and not editor.document().isModified():
            editor.setPlainText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit) and editor.document().isModified():
            model.setData(index, editor.toPlainText(), Qt.ItemDataRole.EditRole)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        room = option.rect.adjusted(2, 1, -1, -2)
        room.setHeight(max(room.height(), LEAST_EDITOR))
        bottom = self._view.viewport().height() - 2
        if room.bottom() > bottom:
            room.moveTop(max(0, room.top() - (room.bottom() - bottom)))
        editor.setGeometry(room)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in ENTER and not shift:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
                self._go_on()
                return True
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        """Choose the next row's translation."""
        here = self._view.currentIndex()
        following = here.sibling(here.row() + 1, TRANSLATION)
        if following.isValid():
            self._view.setCurrentIndex(following)
