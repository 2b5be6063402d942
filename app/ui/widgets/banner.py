"""A calm line above the conversation: a state that stays, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from app.ui.icons import pixmap
from app.ui.theme import Theme
from app.ui.widgets.announce import announce
from app.ui.widgets.flat_button import FlatButton, Look
from app.ui.widgets.text_label import text_label

RADIUS = 12
ICON_SIZE = 18
MOST_LINES, FILLED = 2, 0.9  # a line ends with a whole word
AROUND = 110  # pixels: icon, cross, margins and gaps
ACTION = Look(height=32, padding=10, font_size=13, border="control_line")
CLOSE = Look(height=32, padding=7, icon_size=16, text="muted")


class Tone(StrEnum):
    """What kind of state it is."""

    CALM = "calm"
    WARN = "warn"
    BAD = "bad"


class BannerAction(msgspec.Struct, frozen=True):
    """A button of a banner."""

    text: str
    run: Callable[[], None]


class Banner(QWidget):
    """Icon, sentence, actions, and a cross when it may be closed. Hidden until it shows something."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone, self._icon_name = Tone.CALM, ""
        self._buttons: list[FlatButton] = []
        self._icon = QLabel(self)
        self._icon.setFixedWidth(ICON_SIZE)
        self.text = text_label(self, "banner")
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = FlatButton(theme, CLOSE, "close", self)
        self._close.clicked.connect(self.closed)
        self._build()
        theme.changed.connect(self._tint)
        self.hide()

    def show_state(
        self, tone: Tone, text: str, actions: list[BannerAction], *, closable: bool = False, icon: str = ""
    ) -> None:
        """Show this; a screen reader says it when it is new. ``icon`` "" is the tone's own."""
        new = self.isHidden() or text != self.text.text()
        self._tone, self._icon_name = tone, icon
        self.text.setText(text)
        self._replace_buttons(actions)
        self._close.setVisible(closable)
        self._close.set_hint(self.tr("Close"))
        self._tint()
        self.show()
        if new:
            announce(self, text, urgent=tone is Tone.BAD)

    def buttons(self) -> list[FlatButton]:
        """Return the action buttons."""
        return list(self._buttons)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_rows()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fills = {Tone.CALM: "accent_background", Tone.WARN: "warn_background", Tone.BAD: "bad_background"}
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(fills[self._tone]))
        painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)

    def _choose_rows(self) -> None:
        """Put the actions below the words when these would need more than two lines beside them."""
        words = self.text.fontMetrics().horizontalAdvance(self.text.text())
        room = self.width() - self._actions.sizeHint().width() - AROUND
        beside = words <= room or words <= MOST_LINES * room * FILLED
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _build(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(10)
        words.setContentsMargins(0, 6, 0, 6)
        words.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self.text, 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._actions.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._actions)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(8, 8, 8, 8)
        outer.setSpacing(4)
        outer.addSpacing(4)
        outer.addLayout(self._row, 1)
        outer.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def _replace_buttons(self, actions: list[BannerAction]) -> None:
        for button in self._buttons:
            self._actions.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for action in actions:
            button = FlatButton(self._theme, ACTION, parent=self)
            button.set_words(action.text)
            button.clicked.connect(action.run)
            self._actions.addWidget(button)
            self._buttons.append(button)
        self._choose_rows()

    def _tint(self) -> None:
        names = {Tone.CALM: ("lock", "accent"), Tone.WARN: ("warning", "warn"), Tone.BAD: ("warning", "bad")}
        name, colour = names[self._tone]
        tinted = self._theme.colour(colour).name()
        self._icon.setPixmap(pixmap(self._icon_name or name, tinted, ICON_SIZE, self.devicePixelRatioF()))
        self.update()
