"""What can be done about a document that is too long: a card above the message that is being written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.session.attachments.attachment_items import Chip, ChipState, Choice
from app.ui.chat.attachments.words import tokens_words
from app.ui.theme import Theme
from app.ui.widgets.card import Card
from app.ui.widgets.flat_button import PILL, FlatButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text_label import text_label

SUMMARISED = frozenset({ChipState.WORKING, ChipState.WAITING})
MOST_CARDS = 3


class TooLongCard(Card):
    """Says that a document does not fit, and offers what can be done; while a summary is made it can be stopped."""

    chosen = Signal(str, object)  # chip, Choice

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._chip = ""
        self.sentence: QLabel = text_label(self, "card-sentence")
        self.relevant = FlatButton(theme, PILL, "search", self)
        self.summary = FlatButton(theme, PILL, "shrink", self)
        self.stop = FlatButton(theme, PILL, "stop", self)
        self.relevant.clicked.connect(lambda: self.chosen.emit(self._chip, Choice.RELEVANT))
        self.summary.clicked.connect(lambda: self.chosen.emit(self._chip, Choice.SUMMARY))
        self.stop.clicked.connect(lambda: self.chosen.emit(self._chip, Choice.ALL))
        buttons = FlowLayout(gap=8, line_gap=8)
        for button in (self.relevant, self.summary, self.stop):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.sentence)
        column.addLayout(buttons)
        self.hide()

    def show_chip(self, chip: Chip | None, room: int) -> None:
        """Ask about this document; None asks nothing."""
        self.setVisible(chip is not None)
        if chip is None:
            return
        self._chip = chip.id
        working = chip.state in SUMMARISED
        self.sentence.setText(self._words(chip, room))
        self.relevant.set_words(
            self.tr("Send the matching parts"), self.tr("The paragraphs that fit your question; the answer cites them")
        )
        self.summary.set_words(
            self.tr("Summarise it first"), self.tr("The model reads all of it, part by part; this takes a while")
        )
        self.stop.set_words(self.tr("Stop summarising"))
        self.relevant.setVisible(not working)
        self.summary.setVisible(not working)
        self.stop.setVisible(working)

    def _words(self, chip: Chip, room: int) -> str:
        name = " ".join(chip.name.split())
        match chip.state:
            case ChipState.WORKING:
                return self.tr("The model reads “{name}” part by part. You can go on writing.").format(name=name)
            case ChipState.WAITING:
                return self.tr("“{name}” is summarised as soon as the one before it is done.").format(name=name)
            case _:
                return self.tr("“{name}” is too long for this model: {tokens}, and {room} are free.").format(
                    name=name, tokens=tokens_words(chip.tokens), room=QLocale().toString(room)
                )


def in_question(chips: Sequence[Chip]) -> list[Chip]:
    """Return the documents that a card is shown for: the first that waits for a decision, and what is summarised."""
    asked = [chip for chip in chips if chip.too_long]
    working = [chip for chip in chips if chip.state in SUMMARISED and chip.choice is Choice.SUMMARY]
    working.sort(key=lambda chip: chip.state is ChipState.WAITING)
    return [*asked[:1], *working][:MOST_CARDS]
