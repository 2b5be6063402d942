"""Draws the rows of the sidebar: headings, folders, conversations. All are of one height, so that Qt measures one."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import (
    QAbstractItemModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.chat.conversation import Conversation
from app.ui.chat.sidebar.conversation_rows import ConversationRows
from app.ui.chat.sidebar.row_plan import FolderItem, GroupItem
from app.ui.icons import pixmap
from app.ui.theme import Theme, set_kind
from app.ui.widgets.direction import starts_right_to_left

Index = QModelIndex | QPersistentModelIndex

ROW = 36
PADDING = 10
INDENT = 24
RADIUS = 8
GAP = 6
LONGEST_TITLE = 200
PIN = 14
FOLDER = 16
MOST_KEPT = 4000

# Painting runs twenty times a frame, and combining Qt's flags in Python takes longer than drawing a title.
_STATE = QStyle.StateFlag
FOCUSED, HOVERED, SELECTED = _STATE.State_HasFocus.value, _STATE.State_MouseOver.value, _STATE.State_Selected.value
EDITED = _STATE.State_Editing.value
_MIDDLE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_BOTTOM = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom
MIDDLE_LEFT, MIDDLE_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignLeft, _MIDDLE | Qt.AlignmentFlag.AlignRight
BOTTOM_LEFT, BOTTOM_RIGHT = _BOTTOM | Qt.AlignmentFlag.AlignLeft, _BOTTOM | Qt.AlignmentFlag.AlignRight
RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


class ConversationDelegate(QStyledItemDelegate):
    """``shown`` is the conversation on the screen; ``target`` the row (-1: none) that would take what is dragged."""

    def __init__(self, theme: Theme, rows: ConversationRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = rows
        self.shown = ""
        self.quiet = False  # another page is shown
        self.several = False  # more than one is selected: then the selection is seen
        self.target = -1
        self._fonts: dict[tuple[int, bool], tuple[QFont, QFontMetrics]] = {}
        self._elided: dict[tuple[str, int, int, bool], str] = {}
        theme.changed.connect(self._forget)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = self._rows.item_at(index)
        if item is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text's own: its dots stand at its end
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        if not isinstance(item, GroupItem):
            self._paint_frame(painter, option, item, is_target=index.row() == self.target)
        match item:
            case GroupItem():
                self._paint_heading(painter, option, room, self._rows.words(item))
            case _ if option.state.value & EDITED:
                pass
            case FolderItem():
                self._paint_folder(painter, option, room, item)
            case Conversation():
                self._paint_conversation(painter, option, room, item)
            case other:
                assert_never(other)
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(LONGEST_TITLE)
        is_folder = self._rows.folder_at(index) is not None
        editor.setAccessibleName(self.tr("Name of the folder") if is_folder else self.tr("Title of the conversation"))
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
        editor.setGeometry(option.rect.adjusted(0, 1, 0, -1))

    def _paint_frame(
        self, painter: QPainter, option: QStyleOptionViewItem, item: Conversation | FolderItem, *, is_target: bool
    ) -> None:
        state = option.state.value
        shown = item.id == self.shown and not self.quiet
        ring = is_target or bool(state & FOCUSED)
        fill = "bubble" if shown else ("hover" if state & HOVERED else "")
        if is_target or (self.several and state & SELECTED):
            fill = "accent_background"
        if not ring and not fill:
            return
        painter.setPen(QPen(self._theme.colour("accent"), 2) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str) -> None:
        painter.setPen(self._theme.colour("muted"))
        flags = BOTTOM_RIGHT if option.direction is RIGHT_TO_LEFT else BOTTOM_LEFT
        painter.drawText(room.adjusted(0, 0, 0, -5), flags, self._fit(painter, text, room.width(), 13, bold=False))

    def _paint_folder(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, item: FolderItem) -> None:
        mirrored = option.direction is RIGHT_TO_LEFT
        closed = "chevron_left" if mirrored else "chevron_right"
        room = self._paint_icon(painter, room, "chevron_down" if item.open else closed, FOLDER, at_end=mirrored)
        room = self._paint_icon(painter, room, "folder", FOLDER, at_end=mirrored)
        if item.count and not item.open:
            room = self._paint_count(painter, room, QLocale().toString(item.count), at_end=not mirrored)
        self._paint_text(painter, room, item.folder.name, bold=False, at_right=mirrored)  # beside its picture

    def _paint_conversation(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, item: Conversation
    ) -> None:
        mirrored = option.direction is RIGHT_TO_LEFT
        if item.pinned:
            room = self._paint_icon(painter, room, "pin", PIN, at_end=not mirrored)
        if self._rows.in_folder(item):
            room = room.adjusted(0, 0, -INDENT, 0) if mirrored else room.adjusted(INDENT, 0, 0, 0)
        title, shown = self._rows.words(item), item.id == self.shown and not self.quiet
        # The title's own letters decide its side, whatever the window's language.
        self._paint_text(painter, room, title, bold=shown, at_right=starts_right_to_left(title))

    def _paint_icon(self, painter: QPainter, room: QRect, name: str, size: int, *, at_end: bool) -> QRect:
        """Paint at the right end of the room, or the left; return what is left of it."""
        place = QPoint(room.right() - size + 1 if at_end else room.left(), room.center().y() - size // 2 + 1)
        scale = painter.device().devicePixelRatioF()
        painter.drawPixmap(place, pixmap(name, self._theme.colours.muted, size, scale))
        return room.adjusted(0, 0, -size - GAP, 0) if at_end else room.adjusted(size + GAP, 0, 0, 0)

    def _paint_count(self, painter: QPainter, room: QRect, text: str, *, at_end: bool) -> QRect:
        painter.setPen(self._theme.colour("muted"))
        shown = self._fit(painter, text, room.width(), 12, bold=False)
        used = painter.fontMetrics().horizontalAdvance(shown) + GAP
        painter.drawText(room, MIDDLE_RIGHT if at_end else MIDDLE_LEFT, shown)
        return room.adjusted(0, 0, -used, 0) if at_end else room.adjusted(used, 0, 0, 0)

    def _paint_text(self, painter: QPainter, room: QRect, text: str, *, bold: bool, at_right: bool) -> None:
        painter.setPen(self._theme.colour("text"))
        shown = self._fit(painter, text, room.width(), 14, bold=bold)
        painter.drawText(room, MIDDLE_RIGHT if at_right else MIDDLE_LEFT, shown)

    def _fit(self, painter: QPainter, text: str, width: int, size: int, *, bold: bool) -> str:
        """Take a font and return as much of a text as has room in it."""
        if (size, bold) not in self._fonts:
            font = self._theme.font(size, bold=bold)
            self._fonts[size, bold] = (font, QFontMetrics(font))
        font, metrics = self._fonts[size, bold]
        painter.setFont(font)
        key = (text, width, size, bold)
        if key not in self._elided:
            if len(self._elided) > MOST_KEPT:
                self._elided.clear()
            self._elided[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return self._elided[key]

    def _forget(self) -> None:
        self._fonts.clear()
        self._elided.clear()
