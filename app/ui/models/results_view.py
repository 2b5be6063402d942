"""The list of search results: painted, so that thousands of rows cost no more than the ones that are seen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.ui.models.protocols import Hub
from app.ui.models.results_model import FACTS, REPOSITORY, ResultsListModel
from app.ui.theme import Theme, set_kind

Index = QModelIndex | QPersistentModelIndex

ROW = 64
SIDE = 20
PADDING = 14
RADIUS = 12
GAP = 8
MOST_FRAMES = 12  # kept drawn, of all sizes and states


class ResultsDelegate(QStyledItemDelegate):
    """Owner and name, and a line of facts below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._owner = theme.font(14)
        self._name = theme.font(15, bold=True)
        self._facts = theme.font(13)
        self._frames: dict[tuple[int, int, float, bool, bool], QPixmap] = {}
        theme.changed.connect(self._frames.clear)
        self._metrics = [QFontMetrics(font) for font in (self._owner, self._name, self._facts)]

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW + GAP)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        frame = option.rect.adjusted(SIDE, 0, -SIDE, -GAP)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.drawPixmap(frame.topLeft(), self._frame(frame.size(), painter, hovered=hovered, focused=focused))
        room = frame.adjusted(PADDING, 10, -PADDING, -10)
        self._paint_name(painter, option, room, str(index.data()))
        self._paint_facts(painter, option, room, str(index.data(FACTS) or ""))
        painter.restore()

    def _frame(self, size: QSize, painter: QPainter, *, hovered: bool, focused: bool) -> QPixmap:
        """Return the row's ground. Drawing its round corners anew for each row takes longer than all the rest."""
        scale = painter.device().devicePixelRatioF()
        key = (size.width(), size.height(), scale, hovered, focused)
        if key not in self._frames:
            if len(self._frames) > MOST_FRAMES:
                self._frames.clear()
            self._frames[key] = self._draw_frame(size, scale, hovered=hovered, focused=focused)
        return self._frames[key]

    def _draw_frame(self, size: QSize, scale: float, *, hovered: bool, focused: bool) -> QPixmap:
        drawn = QPixmap(size * scale)
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        brush = QPainter(drawn)
        brush.setRenderHint(QPainter.RenderHint.Antialiasing)
        brush.setBrush(self._theme.colour("hover" if hovered else "panel"))
        brush.setPen(QPen(self._theme.colour("accent" if focused else "line"), 2 if focused else 1))
        brush.drawRoundedRect(QRectF(QRect(QPoint(), size)).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        brush.end()
        return drawn

    def _paint_name(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, full: str) -> None:
        owner, _slash, name = full.rpartition("/")
        lead = f"{owner} / " if owner else ""
        width = self._metrics[0].horizontalAdvance(lead)
        painter.setFont(self._owner)
        painter.setPen(self._theme.colour("muted"))
        # "owner / name" keeps its order in a right-to-left window: it is an address, not a sentence.
        needed = width + self._metrics[1].horizontalAdvance(name)
        left = room.left()
        if option.direction == Qt.LayoutDirection.RightToLeft and needed < room.width():
            left = room.right() - needed
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(QRect(left, room.top(), width, 22), flags | Qt.AlignmentFlag.AlignVCenter, lead)
        painter.setFont(self._name)
        painter.setPen(self._theme.colour("text"))
        rest = max(20, room.right() - left - width)
        shown = self._metrics[1].elidedText(name, Qt.TextElideMode.ElideMiddle, rest)
        painter.drawText(QRect(left + width, room.top(), rest, 22), flags | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_facts(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, facts: str) -> None:
        painter.setFont(self._facts)
        painter.setPen(self._theme.colour("muted"))
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        shown = self._metrics[2].elidedText(facts, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom, shown)


class ResultsView(QListView):
    """``opened`` carries a ``Repository``: clicked, or Enter."""

    opened = Signal(object)

    def __init__(self, theme: Theme, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = ResultsListModel(hub, self)
        self.setModel(self.rows)
        self.setItemDelegate(ResultsDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_kind(self, "results")
        self.clicked.connect(self._open)
        theme.changed.connect(self.viewport().update)
        self.retranslate()

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.setAccessibleName(self.tr("Search results"))
        self.rows.retranslate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        repository = index.data(REPOSITORY)
        if repository is not None:
            self.opened.emit(repository)
