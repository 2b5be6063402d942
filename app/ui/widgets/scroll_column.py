"""A column that scrolls: the inside of a page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

BESIDE_BAR = 8  # pixels that stay free of the scroll bar


class _Inside(QWidget):
    @override
    def minimumSizeHint(self) -> QSize:
        """Never wider than the window: what needs more wraps or is elided. Its height follows from its width."""
        return QSize(0, 0)


class ScrollColumn(QScrollArea):
    """``column`` takes the widgets; what gets the keyboard is scrolled into view by Qt."""

    def __init__(self, parent: QWidget | None = None, gap: int = 16) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = _Inside(self)
        self.column = QVBoxLayout(self.inside)
        self.set_sides(20, 20)
        self.verticalScrollBar().installEventFilter(self)
        self.column.setSpacing(gap)
        self.setWidget(self.inside)
        self.viewport().setAutoFillBackground(False)
        self.inside.setAutoFillBackground(False)

    def set_sides(self, start: int, end: int) -> None:
        """Keep so many pixels free where reading starts and where it ends."""
        self._sides = (start, end)
        bar = self.verticalScrollBar()
        if bar.isVisibleTo(self):  # it lies where nothing is anyway, so that nothing moves when it appears
            end = max(BESIDE_BAR, end - bar.sizeHint().width())
        left, right = (end, start) if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else (start, end)
        self.column.setContentsMargins(left, 20, right, 20)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.verticalScrollBar() and event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.set_sides(*self._sides)
        return super().eventFilter(watched, event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.set_sides(*self._sides)
        super().changeEvent(event)
