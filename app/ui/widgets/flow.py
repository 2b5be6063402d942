"""A layout that starts a new line when one is full, from the side where reading starts."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget
from typing_extensions import override

LEAST = 96
"""Pixels that a line wants; what is wider than its line is cut."""


class FlowLayout(QLayout):
    """``gap`` pixels between neighbours, ``line_gap`` between lines; what stands in a line is centred to its height."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, line_gap: int = 6) -> None:
        super().__init__(parent)
        self._gap = gap
        self._line_gap = line_gap
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width; layouts around this one ask a dozen times for each change
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def heightForWidth(self, width: int) -> int:
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = self._height_for(width)
        return found

    def _height_for(self, width: int) -> int:
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        heights = [max(item.sizeHint().height() for item in line) for line in lines]
        return sum(heights) + self._line_gap * max(0, len(heights) - 1) + margins.top() + margins.bottom()

    @override
    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gap * max(0, len(shown) - 1)
        margins = self.contentsMargins()
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    @override
    def minimumSize(self) -> QSize:
        # Not the widest item: a column as narrow as its window would then count with more width than it has.
        widest = min(LEAST, max((item.minimumSize().width() for item in self._shown()), default=0))
        margins = self.contentsMargins()
        height = max((item.minimumSize().height() for item in self._shown()), default=0)
        return QSize(widest + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        direction = self._direction()
        lines = self._lines(room.width())
        needed = sum(max(item.sizeHint().height() for item in line) for line in lines) + self._line_gap * (
            len(lines) - 1
        )
        top = room.top() + max(0, (room.height() - needed) // 2)
        for line in lines:
            height = max(item.sizeHint().height() for item in line)
            left = room.left()
            for item in line:
                size = item.sizeHint()
                width = min(size.width(), room.width())
                place = QRect(QPoint(left, top + (height - size.height()) // 2), QSize(width, size.height()))
                item.setGeometry(QStyle.visualRect(direction, room, place))
                left += width + self._gap
            top += height + self._line_gap

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = min(item.sizeHint().width(), width)
            if lines and used + self._gap + needed <= width:
                lines[-1].append(item)
                used += self._gap + needed
            else:
                lines.append([item])
                used = needed
        return lines
