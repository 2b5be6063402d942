"""A field for what is searched, with a cross that empties it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from app.ui.icons import icon
from app.ui.theme import Theme

CLEAR_ACTION = "_q_qlineeditclearaction"  # what Qt calls it; a style sheet's icon could not follow the colours
SIZE = 14


class SearchLine(QLineEdit):
    """The cross is one of our icons, in the theme's colours."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setClearButtonEnabled(True)
        theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        action = self.findChild(QAction, CLEAR_ACTION)
        if not isinstance(action, QAction):
            return
        action.setIcon(icon("close", self._theme.colours.muted, SIZE))
        for button in self.findChildren(QToolButton):
            if button.defaultAction() is action:  # a new icon shows it, though there is nothing to clear
                button.setVisible(bool(self.text()))
