"""The face of a page that has nothing to list: empty, busy, failed or offline, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.ui.icons import pixmap
from app.ui.theme import Theme, set_kind
from app.ui.widgets.announce import announce
from app.ui.widgets.column_box import ColumnBox
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text_label import show_line, text_label

ICON = 40
WIDEST = 520


@dataclass(frozen=True)
class StateAction:
    """A button; the first of several is the one to press."""

    text: str
    run: Callable[[], object]


@dataclass(frozen=True)
class StateFace:
    """What is shown. ``colour`` names the icon's."""

    icon: str
    title: str
    text: str = ""
    actions: list[StateAction] = field(default_factory=list)
    colour: str = "accent"


class StatePanel(ColumnBox):
    """Icon, heading, sentence, buttons, in the middle."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(WIDEST, 24, parent)
        self._theme = theme
        self._face = StateFace("models", "")
        self._icon = QLabel(self)
        self.title = text_label(self, "heading")
        self.text = text_label(self, "greeting")
        self.buttons: list[QPushButton] = []
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row)
        self.column.setSpacing(10)
        self.column.addStretch(2)
        for label in (self._icon, self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.column.addWidget(label)
        self.column.addSpacing(6)
        self.column.addWidget(self._row, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(3)
        theme.changed.connect(self._tint)

    def show_face(self, face: StateFace) -> None:
        """Show this; a screen reader says it when it is new and seen."""
        new = (face.title, face.text) != (self._face.title, self._face.text)
        self._face = face
        self.title.setText(face.title)
        show_line(self.text, face.text)
        self._show_buttons(face.actions)
        self._tint()
        if new and self.isVisible():
            announce(self, f"{face.title} {face.text}".strip())

    def _show_buttons(self, actions: list[StateAction]) -> None:
        """Keep the buttons when only their meaning changes: the one with the keyboard must not go."""
        while len(self.buttons) > len(actions):
            gone = self.buttons.pop()
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.buttons) < len(actions):
            button = QPushButton(self._row)
            number = len(self.buttons)
            button.clicked.connect(lambda _checked=False, number=number: self._run(number))
            self._flow.addWidget(button)
            self.buttons.append(button)
        for number, (button, action) in enumerate(zip(self.buttons, actions, strict=True)):
            button.setText(action.text)
            set_kind(button, "plain" if number else "primary")
        self._row.setVisible(bool(actions))

    def _run(self, number: int) -> None:
        if number < len(self._face.actions):
            self._face.actions[number].run()

    def _tint(self) -> None:
        colour = self._theme.colour(self._face.colour).name()
        self._icon.setPixmap(pixmap(self._face.icon, colour, ICON, self.devicePixelRatioF()))
