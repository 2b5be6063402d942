"""The window's inside: the sidebar beside the page, or, in a narrow window, as a drawer over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget
from typing_extensions import override

NARROW = 720
"""Pixels. Below, the sidebar would leave too little for the conversation."""


class Scrim(QWidget):
    """Dims the page behind the drawer; a click closes it."""

    pressed = Signal()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 70))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


class ShellFrame(QWidget):
    """``wanted_changed`` says whether the person wants to see the sidebar where there is room."""

    wanted_changed = Signal(bool)

    def __init__(self, sidebar: QWidget, page: QWidget, *, wanted: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sidebar = sidebar
        self._page = page
        self._scrim = Scrim(self)
        self._wanted = wanted
        self._drawer = False
        for child in (page, self._scrim, sidebar):
            child.setParent(self)
        self._scrim.raise_()
        sidebar.raise_()
        self._scrim.pressed.connect(self.close_drawer)
        self._arrange()

    @property
    def narrow(self) -> bool:
        """Whether the sidebar is a drawer."""
        return self.width() < NARROW

    @property
    def sidebar_shown(self) -> bool:
        """Whether the sidebar can be seen."""
        return self._drawer if self.narrow else self._wanted

    def toggle(self) -> None:
        """Show or hide the sidebar; beside the page that is remembered."""
        if self.narrow:
            self._drawer = not self._drawer
        else:
            self._wanted = not self._wanted
            self.wanted_changed.emit(self._wanted)
        self._arrange()

    def reveal(self) -> None:
        """Show the sidebar if it is hidden."""
        if not self.sidebar_shown:
            self.toggle()

    def close_drawer(self) -> bool:
        """Close the drawer; say whether one was open."""
        was_open, self._drawer = self._drawer and self.narrow, False
        if was_open:
            self._arrange()
        return was_open

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(360, 320)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.narrow:
            self._drawer = False
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()
        super().changeEvent(event)

    def _arrange(self) -> None:
        shown, taken = self.sidebar_shown, self._sidebar.width()
        beside = taken if shown and not self.narrow else 0
        self._sidebar.setVisible(shown)
        self._scrim.setVisible(shown and self.narrow)
        self._sidebar.setGeometry(self._mirrored(QRect(0, 0, taken, self.height())))
        self._page.setGeometry(self._mirrored(QRect(beside, 0, self.width() - beside, self.height())))
        self._scrim.setGeometry(self.rect())

    def _mirrored(self, rect: QRect) -> QRect:
        direction = self.layoutDirection()
        return rect if direction == Qt.LayoutDirection.LeftToRight else QStyle.visualRect(direction, self.rect(), rect)
