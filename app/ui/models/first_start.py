"""For whoever has only the starter model yet: a better one, none, or a file that is here. Never in the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.catalog.offers import Offer, OfferedModel
from app.ui.models.measures import file_size, speed
from app.ui.models.placement_words import fit_tone, fit_words
from app.ui.models.protocols import Discover
from app.ui.theme import COLUMN_WIDTH, Theme, set_kind
from app.ui.widgets.card import Card
from app.ui.widgets.column_box import ColumnBox
from app.ui.widgets.flat_button import FlatButton, Look
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.tag import Tag
from app.ui.widgets.text_label import text_label

CLOSE = Look(height=32, padding=7, icon_size=16, text="muted")
MARGIN = 24


class FirstStart(ColumnBox):
    """``closed``: the person has decided, do not ask again."""

    download_wanted = Signal(object)  # Offer
    discover_wanted = Signal()
    file_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, discover: Discover, parent: QWidget | None = None) -> None:
        super().__init__(COLUMN_WIDTH, MARGIN, parent)
        self._discover = discover
        card = Card(theme, self)
        self.column.setContentsMargins(MARGIN, 12, MARGIN, 0)
        self.column.addWidget(card)
        self.title = text_label(card, "panel-title")
        self.text = text_label(card, "muted")
        self._tags = QWidget(card)
        self.fit = Tag(self._tags)
        self.speed = Tag(self._tags)
        self.better = QPushButton(card)
        set_kind(self.better, "primary")
        self.starter = QPushButton(card)
        self.file = QPushButton(card)
        self.close_button = FlatButton(theme, CLOSE, "close", card)
        self._build(card)
        self._connect()
        discover.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the recommendation as far as it is known."""
        model, offer = self._best()
        self.title.setText(self.tr("Parley is ready, with a tiny starter model"))
        self.starter.setText(self.tr("Keep the starter model"))
        self.file.setText(self.tr("I have a file…"))
        self.close_button.set_hint(self.tr("Close"))
        if model is None or offer is None:
            self.text.setText(self.tr("It shows how everything works. A bigger model knows more and answers better."))
            self.better.setText(self.tr("See which models suit this computer"))
            self._tags.setVisible(False)
            return
        words = self.tr("It shows how everything works. For this computer we recommend {name}, a download of {size}.")
        self.text.setText(
            words.format(
                name=f"{model.name} {offer.quantization}", size=file_size(offer.size).replace(" ", "\N{NO-BREAK SPACE}")
            )
        )
        self.better.setText(self.tr("Download {name}").format(name=model.name))
        self._tags.setVisible(offer.placement is not None)
        if offer.placement is not None:
            self.fit.show_words(fit_words(offer.placement), fit_tone(offer.placement))
            self.speed.show_words(speed(offer.placement.tokens_per_second))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.refresh()
        super().changeEvent(event)

    def _best(self) -> tuple[OfferedModel | None, Offer | None]:
        offer = self._discover.recommended
        key = offer.model_id if offer else ""
        return next((model for model in self._discover.models if model.id == key), None), offer

    def _build(self, card: Card) -> None:
        tags = FlowLayout(self._tags, 6)
        tags.addWidget(self.fit)
        tags.addWidget(self.speed)
        buttons = QWidget(card)
        flow = FlowLayout(buttons)
        for button in (self.better, self.starter, self.file):
            flow.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(8)
        for widget in (self.title, self.text, self._tags, buttons):
            words.addWidget(widget)
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 14, 10, 14)
        row.addLayout(words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self.better.clicked.connect(self._take)
        self.file.clicked.connect(self.file_wanted)
        self.starter.clicked.connect(self.closed)
        self.close_button.clicked.connect(self.closed)

    def _take(self) -> None:
        _model, offer = self._best()
        if offer is None:
            self.discover_wanted.emit()
            return
        self.download_wanted.emit(offer)
        self.closed.emit()
