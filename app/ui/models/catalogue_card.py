"""A model of the catalogue: one line when closed, its quants when open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.catalog.offers import CONTEXT, Offer, OfferedModel
from app.placement.plan import Fit
from app.session.models.discover_wording import strength_sentence
from app.ui.models.measures import speed
from app.ui.models.offer_row import Availability
from app.ui.models.offer_table import OfferTable
from app.ui.models.offer_words import catalogue_facts, offer_content
from app.ui.models.placement_words import fit_tone, fit_words
from app.ui.theme import Theme, set_kind
from app.ui.widgets.card import Card
from app.ui.widgets.direction import forward_icon
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.flat_button import ICON, FlatButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.tag import Tag, TagTone
from app.ui.widgets.text_label import show_line, text_label


class CatalogueCard(Card):
    """``chosen`` is a download asked for, ``selected`` an offer that the panel should speak about."""

    chosen = Signal(object)  # Offer
    selected = Signal(object)  # Offer
    toggled = Signal(str)  # id of the model

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model: OfferedModel | None = None
        self._offers: list[Offer] = []
        self.opened = False
        self.title = ElidedLabel(self)
        set_kind(self.title, "card-title")
        self.tag = Tag(self)
        self.good_for = text_label(self, "cell")
        self.facts = text_label(self, "muted")
        self.arrow = FlatButton(theme, ICON, "chevron_right", self)
        self.table = OfferTable(theme, self)
        self._build()
        self.arrow.clicked.connect(self._toggle)
        self.table.chosen.connect(lambda number: self.chosen.emit(self._offers[number]))
        self.table.selected.connect(lambda number: self.selected.emit(self._offers[number]))

    def show_model(
        self,
        model: OfferedModel,
        availability: Callable[[Offer], Availability],
        marked: Offer | None,
        best: Offer | None,
    ) -> None:
        """Show a model, small to large; ``availability`` says of each offer whether the person has it."""
        self._model, self._offers = model, sorted(model.offers, key=lambda offer: offer.size)
        self.title.show_text(model.name)
        show_line(self.good_for, strength_sentence(model.entry.strength))
        show_line(self.facts, catalogue_facts(model))
        self._show_tag(model, best)
        if self.opened:
            self._show_table(model, availability, marked, best)

    def open(self, *, opened: bool) -> None:
        """Open or close the card; ``show_model`` fills it."""
        self.opened = opened
        self.table.setVisible(opened)
        self.arrow.set_icon("chevron_down" if opened else forward_icon(self))
        name = self._model.name if self._model else ""
        words = self.tr("Close {name}") if opened else self.tr("Show the sizes of {name}")
        self.arrow.set_hint(words.format(name=name))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().y() < self._head.geometry().bottom() + 8:
            self._toggle()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.arrow.hasFocus():
            self._toggle()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._head = QWidget(self)
        self._head.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        line = QWidget(self._head)
        flow = FlowLayout(line, 10)
        flow.addWidget(self.title)
        flow.addWidget(self.tag)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(line)
        words.addWidget(self.good_for)
        words.addWidget(self.facts)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.arrow, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.table)
        self.open(opened=False)

    def _toggle(self) -> None:
        if self._model is not None:
            self.toggled.emit(self._model.id)

    def _show_tag(self, model: OfferedModel, best: Offer | None) -> None:
        """Of a model that is not the recommended one: where its best quant would run."""
        placement = (
            model.recommended.placement
            if model.recommended
            else next((offer.placement for offer in self._offers if offer.placement is not None), None)
        )
        if best is not None and best.model_id == model.id:
            self.tag.show_words(self.tr("recommended for this computer"), TagTone.GOOD)
        elif placement is None:
            self.tag.show_words("")
        else:
            rate = "" if placement.fit is Fit.NOT else speed(placement.tokens_per_second)
            self.tag.show_words(" · ".join(filter(None, (fit_words(placement), rate))), fit_tone(placement))

    def _show_table(
        self,
        model: OfferedModel,
        availability: Callable[[Offer], Availability],
        marked: Offer | None,
        best: Offer | None,
    ) -> None:
        here = best if best is not None and best.model_id == model.id else model.recommended
        contents = [
            replace(
                offer_content(model.name, offer, availability(offer), marked=offer is marked),
                recommended=here is not None and offer.quantization == here.quantization,
            )
            for offer in self._offers
        ]
        self.table.show_offers(contents, CONTEXT)
