"""The place of a panel at the end side of the chat: beside the conversation, or over it where there is no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QLayout, QStyle, QWidget

from app.ui.shell_frame import Scrim

ROOM = 900
"""Pixels that the page needs for the panel to stand beside the conversation."""

LEFT_OVER = 48  # pixels of the page that a panel over it leaves free


class SidePanel(QObject):
    """Makes the panel when it is first opened."""

    shown_changed = Signal(bool)

    def __init__(self, page: QWidget, column: QLayout) -> None:
        super().__init__(page)
        self._page, self._column = page, column
        self._make: Callable[[], QWidget] | None = None
        self._scrim: Scrim | None = None
        self.panel: QWidget | None = None
        self.shown = False

    def use(self, make: Callable[[], QWidget]) -> None:
        """Take the function that builds the panel."""
        self._make = make

    def show(self) -> QWidget | None:
        """Open the panel and return it; None when there is none to open."""
        if self.panel is None and self._make is not None:
            self.panel = self._make()
            self.panel.setParent(self._page)
            self._scrim = Scrim(self._page)
            self._scrim.pressed.connect(self.close)
        if self.panel is not None and not self.shown:
            self.shown = True
            self.place()
            self.shown_changed.emit(True)
        return self.panel

    def close(self) -> bool:
        """Close the panel; say whether it was open."""
        was, self.shown = self.shown, False
        if was:
            self.place()
            self.shown_changed.emit(False)
        return was

    def close_overlay(self) -> bool:
        """Close the panel where it covers the conversation; say whether it did."""
        return self.shown and not self.beside and self.close()

    @property
    def beside(self) -> bool:
        """Whether there is room for the panel beside the conversation."""
        return self._page.width() >= ROOM

    def place(self) -> None:
        """Arrange panel and conversation for the size of now."""
        panel, scrim = self.panel, self._scrim
        if panel is None or scrim is None:
            return
        page = self._page.rect()
        width = min(panel.sizeHint().width(), page.width() - LEFT_OVER)
        taken = width if self.shown and self.beside else 0
        mirrored = self._page.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._column.setContentsMargins(taken if mirrored else 0, 0, 0 if mirrored else taken, 0)
        panel.setFixedWidth(width)
        place = QRect(page.width() - width, 0, width, page.height())
        panel.setGeometry(QStyle.visualRect(self._page.layoutDirection(), page, place))
        scrim.setGeometry(page)
        scrim.setVisible(self.shown and not self.beside)
        scrim.raise_()
        panel.setVisible(self.shown)
        panel.raise_()
