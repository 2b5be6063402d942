"""A button under a message: there for the keyboard and screen readers always, painted only when it is wanted."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.theme import Theme
from app.ui.widgets.flat_button import FlatButton, Look

ACTION = Look(height=32, padding=8, gap=6, icon_size=15, font_size=12, text="muted")


class ActionButton(FlatButton):
    """Paints itself when its row is hovered, when it has the focus, or when it is not ``quiet``."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, ACTION, icon, parent)
        self._quiet = False

    @property
    def painted(self) -> bool:
        """Whether it can be seen now."""
        return not self._quiet or self.hasFocus()

    def set_quiet(self, *, quiet: bool) -> None:
        """Do not paint it until it gets the focus."""
        if quiet != self._quiet:
            self._quiet = quiet
            self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.painted:
            super().paintEvent(event)
