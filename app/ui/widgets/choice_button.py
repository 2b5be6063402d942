"""One of several: a button that shows what is chosen and opens the list."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from app.ui.icons import icon
from app.ui.theme import Theme
from app.ui.widgets.flat_button import FlatButton, Look
from app.ui.widgets.menu import Menu

CHOICE = Look(background="background", border="control_line", height=34, icon_size=16, icon_at_end=True)


class ChoiceButton(FlatButton):
    """``chosen`` carries the value that the person took."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, choices: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(theme, CHOICE, "chevron_down", parent)
        self._name = name
        self._choices = choices
        self.value = ""
        self.clicked.connect(self.open_menu)

    def set_choices(self, name: str, choices: dict[str, str]) -> None:
        """Offer these values with these words, as after a change of the language; the value stays."""
        self._name, self._choices = name, choices
        self.show_value(self.value)

    def show_value(self, value: str) -> None:
        """Show a value without reporting it; an unknown one shows the first."""
        self.value = value if value in self._choices else next(iter(self._choices))
        words = self._choices[self.value]
        self.set_words(words)
        self.setAccessibleName(f"{self._name}: {words}")

    def open_menu(self) -> None:
        """Open the list below the button."""
        self.menu().popup(self.mapToGlobal(self.rect().bottomLeft()) + QPoint(0, 4))

    def menu(self) -> Menu:
        """Return the list."""
        menu = Menu(self)
        menu.setMinimumWidth(self.width())
        for value, words in self._choices.items():
            action = menu.addAction(words)
            action.setData(value)
            if value == self.value:
                action.setIcon(icon("check", self._theme.colours.accent))
        menu.triggered.connect(lambda action: self._choose(str(action.data())))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _choose(self, value: str) -> None:
        self.show_value(value)
        self.chosen.emit(value)
