"""Draws a conversation's row, and the heading above the first row of a group."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.session.conversation_list import ConversationRole
from app.ui.chat.conversation_rows import HEADING
from app.ui.icons import pixmap
from app.ui.theme import Theme, set_kind
from app.ui.widgets.direction import starts_right_to_left

Index = QModelIndex | QPersistentModelIndex

ROW = 36
HEADING_HEIGHT = 34
PADDING = 10
RADIUS = 8
LONGEST_TITLE = 200
PIN = 14


class ConversationDelegate(QStyledItemDelegate):
    """``shown`` is the id of the conversation on the screen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.shown = ""
        self.quiet = False  # another page is shown

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW + (HEADING_HEIGHT if index.data(HEADING) else 0))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = self.row_rect(option.rect, index)
        if heading := index.data(HEADING):
            self._paint_heading(painter, option, str(heading), row.top())
        if not self._edited(option):
            self._paint_row(painter, option, index, row)
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(LONGEST_TITLE)
        editor.setAccessibleName(self.tr("Title of the conversation"))
        set_kind(editor, "rename")
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(self.row_rect(option.rect, index).adjusted(0, 1, 0, -1))

    def row_rect(self, rect: QRect, index: Index) -> QRect:
        """Return the part of an item that is the row, without the heading above it."""
        return rect.adjusted(0, HEADING_HEIGHT if index.data(HEADING) else 0, 0, 0)

    @staticmethod
    def _edited(option: QStyleOptionViewItem) -> bool:
        return bool(option.state & QStyle.StateFlag.State_Editing)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, text: str, bottom: int) -> None:
        room = QRect(option.rect.left() + PADDING, option.rect.top(), option.rect.width() - 2 * PADDING, 0)
        room.setBottom(bottom - 5)
        painter.setFont(self._theme.font(13))
        painter.setPen(self._theme.colour("muted"))
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom, shown)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: QRect) -> None:
        shown = index.data(ConversationRole.ID) == self.shown and not self.quiet
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        frame = QRectF(row).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self._theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if shown or hovered:
            painter.setBrush(self._theme.colour("bubble" if shown else "hover"))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        room = row.adjusted(PADDING, 0, -PADDING, 0)
        if index.data(ConversationRole.PINNED):
            room = self._paint_pin(painter, option, room)
        self._paint_title(painter, room, index.data(Qt.ItemDataRole.DisplayRole), shown=shown)

    def _paint_pin(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect) -> QRect:
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = room.left() if mirrored else room.right() - PIN + 1
        scale = painter.device().devicePixelRatioF()
        drawn = pixmap("pin", self._theme.colours.muted, PIN, scale)
        painter.drawPixmap(QPoint(left, room.center().y() - PIN // 2 + 1), drawn)
        return room.adjusted(PIN + 6, 0, 0, 0) if mirrored else room.adjusted(0, 0, -PIN - 6, 0)

    def _paint_title(self, painter: QPainter, room: QRect, title: str, *, shown: bool) -> None:
        painter.setFont(self._theme.font(14, bold=shown))
        painter.setPen(self._theme.colour("text"))
        text = QFontMetrics(painter.font()).elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        # The title's own letters decide its side, whatever the window's language.
        side = Qt.AlignmentFlag.AlignRight if starts_right_to_left(title) else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, text)
