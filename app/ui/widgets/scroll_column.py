"""A column that scrolls: the inside of a page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override


class _Inside(QWidget):
    @override
    def minimumSizeHint(self) -> QSize:
        """Never wider than the window: what needs more wraps or is elided."""
        return QSize(0, super().minimumSizeHint().height())


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
        self.column.setContentsMargins(20, 20, 20, 20)
        self.column.setSpacing(gap)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self.inside)
        self.viewport().setAutoFillBackground(False)
        self.inside.setAutoFillBackground(False)
