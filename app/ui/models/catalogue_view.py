"""The catalogue: what suits this computer first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.catalog.net_api import DownloadRequest
from app.catalog.offers import Offer, OfferedModel
from app.ui.models.catalogue_card import CatalogueCard
from app.ui.models.offer_row import Availability
from app.ui.models.placement_words import machine_words
from app.ui.models.protocols import Discover
from app.ui.models.state_panel import StateAction, StateFace, StatePanel
from app.ui.theme import Theme
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.text_label import text_label


class CatalogueView(QWidget):
    """``selected`` carries the offer and its model, for the panel."""

    chosen = Signal(object)  # Offer
    selected = Signal(object, str)  # Offer, the model's name

    def __init__(
        self, theme: Theme, discover: Discover, availability: Callable[[DownloadRequest], Availability],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme = theme
        self._discover = discover
        self._availability = availability
        self._opened = self._wanted = ""
        self._marked: tuple[str, str] = ("", "")
        self._asked = False
        self.cards: dict[str, CatalogueCard] = {}
        self.machine = text_label(self, "muted")
        self.state = StatePanel(theme, self)
        self._column = ScrollColumn(self, 12)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self._column.column.addWidget(self.machine)
        self._column.column.addLayout(self._cards)
        self._column.column.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._column)
        self._stack.addWidget(self.state)
        discover.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the catalogue as it is now."""
        models = self._sorted()
        wanted = next((model for model in models if model.name == self._wanted), None)
        if wanted is not None:
            self._open_wanted(wanted)
        elif models and not self._opened:
            self._open_first(models[0])
        machine = self._discover.machine
        words = self.tr("This computer: {facts}")
        self.machine.setText(
            words.format(facts=machine_words(machine)) if machine else self.tr("Looking at this computer…")
        )
        for key in [key for key in self.cards if key not in {model.id for model in models}]:
            gone = self.cards.pop(key)
            self._cards.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for number, model in enumerate(models):
            self._show_card(number, model)
        self._show_state(models)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            self._discover.refresh()

    def open_model(self, name: str) -> None:
        """Open the card of a model and have it in sight, at once or as soon as the catalogue is there."""
        self._wanted = name
        self.refresh()

    def select_again(self) -> None:
        """Tell the panel once more which offer is marked."""
        for model in self._discover.models:
            for offer in model.offers:
                if (offer.model_id, offer.quantization) == self._marked:
                    self.selected.emit(offer, model.name)

    def mark(self, offer: Offer | None) -> None:
        """Show which offer the panel speaks about."""
        marked = (offer.model_id, offer.quantization) if offer else ("", "")
        if marked != self._marked:
            self._marked = marked
            self.refresh()

    def _sorted(self) -> list[OfferedModel]:
        """Return the models in the catalogue's order, the recommended one first."""
        best = self._discover.recommended
        return sorted(self._discover.models, key=lambda model: best is None or model.id != best.model_id)

    def _open_first(self, model: OfferedModel) -> None:
        self._opened = model.id
        best = self._discover.recommended or model.recommended
        if best is not None:
            self._marked = (best.model_id, best.quantization)
            self.selected.emit(best, model.name)

    def _open_wanted(self, model: OfferedModel) -> None:
        self._opened, self._wanted = model.id, ""
        offer = model.recommended or next(iter(model.offers), None)
        if offer is not None:
            self._marked = (offer.model_id, offer.quantization)
            self.selected.emit(offer, model.name)
        QTimer.singleShot(0, self, self._scroll_to_opened)  # once the card is as high as its sizes need

    def _scroll_to_opened(self) -> None:
        card = self.cards.get(self._opened)
        if card is not None:
            self._column.ensureWidgetVisible(card)
            card.arrow.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_card(self, number: int, model: OfferedModel) -> None:
        card = self.cards.get(model.id) or self._new_card(model.id)
        if self._cards.indexOf(card) != number:
            self._cards.insertWidget(number, card)
        marked = next((o for o in model.offers if (o.model_id, o.quantization) == self._marked), None)
        if card.opened != (model.id == self._opened):
            card.open(opened=model.id == self._opened)
        card.show_model(model, self._available, marked, self._discover.recommended)
        card.open(opened=card.opened)

    def _show_state(self, models: list[OfferedModel]) -> None:
        self._stack.setCurrentWidget(self._column if models else self.state)
        again = StateAction(self.tr("Look again"), self._discover.refresh)
        self.state.show_face(StateFace("models", self.tr("Looking for what suits this computer…"), "", [again]))

    def _available(self, offer: Offer) -> Availability:
        return Availability.HERE if offer.installed else self._availability(offer.request)

    def _new_card(self, key: str) -> CatalogueCard:
        card = CatalogueCard(self._theme, self)
        card.chosen.connect(self.chosen)
        card.selected.connect(self._select)
        card.toggled.connect(self._toggle)
        self.cards[key] = card
        return card

    def _select(self, offer: Offer) -> None:
        model = next((model for model in self._discover.models if model.id == offer.model_id), None)
        if model is not None and (offer.model_id, offer.quantization) != self._marked:
            self.mark(offer)
            self.selected.emit(offer, model.name)

    def _toggle(self, key: str) -> None:
        self._opened = " " if self._opened == key else key  # a blank: closed on purpose
        self.refresh()
