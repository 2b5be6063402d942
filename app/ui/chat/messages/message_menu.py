"""The menu of a message: everything that can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.icons import icon
from app.ui.theme import Theme
from app.ui.widgets.menu import Menu


@dataclass(frozen=True)
class Entry:
    """One line of the menu. ``reason`` says why it cannot be used now, "" when it can."""

    icon: str
    text: str
    run: Callable[[], object]
    reason: str = ""
    grave: bool = False  # takes something away
    apart: bool = False  # a line above it


def message_menu(owner: QWidget, theme: Theme, entries: Sequence[Entry]) -> Menu:
    """Return the menu; it is gone once it is closed."""
    menu = Menu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in entries:
        if entry.apart and not menu.isEmpty():
            menu.addSeparator()
        colour = theme.colours.bad if entry.grave else theme.colours.muted
        action = menu.addAction(icon(entry.icon, colour), entry.text)
        action.setEnabled(not entry.reason)
        action.setToolTip(entry.reason)
        action.triggered.connect(entry.run)
    return menu
