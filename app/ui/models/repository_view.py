"""One repository of a hub: its licence and terms, its files to choose from, its description as safe text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.catalog.net_api import DownloadRequest, Repository, Source
from app.catalog.offers import CONTEXT, Offer
from app.session.workers.net_wording import source_name
from app.ui.models.card_text import CardText
from app.ui.models.offer_row import Availability
from app.ui.models.offer_table import OfferTable
from app.ui.models.offer_words import offer_content
from app.ui.models.results_model import facts_of
from app.ui.models.sessions import ModelsSessions
from app.ui.models.state_panel import StateAction, StateFace, StatePanel
from app.ui.theme import Theme, set_kind
from app.ui.widgets.banner import Banner, BannerAction, Tone
from app.ui.widgets.card import Card
from app.ui.widgets.direction import back_icon
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.flat_button import LINK, FlatButton
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.text_label import show_line, text_label

PAGES = {
    Source.HUGGING_FACE: "https://huggingface.co/{id}",
    Source.MODELSCOPE: "https://modelscope.cn/models/{id}",
}
"""Where a person reads a repository's terms, in their own browser."""


class RepositoryView(QWidget):
    """``chosen`` is a download asked for, ``selected`` an offer and a name for the panel."""

    back_wanted = Signal()
    chosen = Signal(object)  # Offer
    selected = Signal(object, str)
    link_activated = Signal(str)

    def __init__(
        self, theme: Theme, sessions: ModelsSessions, availability: Callable[[DownloadRequest], Availability],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._hub, self._discover = sessions.hub, sessions.discover
        self._library = sessions.library
        self._told: Repository | None = None  # the library learns of newer files from it
        self._offers: list[Offer] = []
        self._marked = ""
        self._availability = availability
        self._asked: Repository | None = None
        self.back = FlatButton(theme, LINK, "chevron_left", self)
        self.title = ElidedLabel(self)
        set_kind(self.title, "card-title")
        self.facts = text_label(self, "muted")
        self.note = Banner(theme, self)
        self.state = StatePanel(theme, self)
        self.table = OfferTable(theme, self)
        self.card = CardText(theme, self)
        self._files = Card(theme, self)
        self._build()
        self.back.clicked.connect(self.back_wanted)
        self.card.link_activated.connect(self.link_activated)
        self.table.chosen.connect(lambda number: self.chosen.emit(self._offers[number]))
        self.table.selected.connect(self._select)
        self._hub.changed.connect(self.refresh)
        self._discover.changed.connect(self.refresh)
        self.refresh()

    def open(self, repository: Repository) -> None:
        """Ask the hub for this repository and show what is known of it already."""
        self._asked = repository
        self._column.verticalScrollBar().setValue(0)
        self._hub.open(repository)
        self.refresh()

    def refresh(self) -> None:
        """Show the repository as far as it is known."""
        self.back.set_icon(back_icon(self))
        self.back.set_words(self.tr("Back"))
        shown = self._shown()
        if shown is None:
            return
        if shown is self._hub.detail and shown is not self._told:
            self._told = shown
            self._library.listed(shown)
        self.title.show_text(shown.id)
        show_line(self.facts, " · ".join(filter(None, (source_name(shown.source), facts_of(shown)))))
        self._show_note(shown)
        self._show_files(shown)
        self.card.show_card(shown.card)

    def _shown(self) -> Repository | None:
        detail = self._hub.detail
        if detail is not None and self._asked is not None and detail.id == self._asked.id:
            return detail
        return self._asked

    def _show_note(self, shown: Repository) -> None:
        page = BannerAction(self.tr("Open its page…"), lambda: self._open_page(shown))
        if shown.gated:
            words = self.tr(
                "The owner asks for your agreement first: open the page, agree there, then put your access token into "
                "Parley's settings."
            )
            self.note.show_state(Tone.WARN, words, [page])
        elif shown.licence:
            words = self.tr("Licence: {name}. What it allows stands on the model's page.")
            self.note.show_state(Tone.CALM, words.format(name=shown.licence), [page])
        else:
            self.note.show_state(Tone.WARN, self.tr("The owner names no licence. Ask before you build on it."), [page])

    def _show_files(self, shown: Repository) -> None:
        problem, complete = self._hub.detail_problem, self._hub.detail is not None and shown is self._hub.detail
        self._files.setVisible(complete and bool(shown.models))
        self.state.setVisible(not self._files.isVisibleTo(self))
        if self._files.isVisibleTo(self):
            self._show_offers(shown)
        elif complete:
            text = self.tr("Parley runs models in the GGUF format; look for a repository whose name says GGUF.")
            self.state.show_face(StateFace("file", self.tr("No files for Parley here"), text))
        elif problem is not None:
            again = StateAction(self.tr("Try again"), lambda: self._hub.open(shown))
            face = StateFace("warning", problem.sentence, problem.advice, [again], "bad")
            self.state.show_face(face)
        else:
            self.state.show_face(StateFace("search", self.tr("Looking at the files…")))

    def _show_offers(self, shown: Repository) -> None:
        self._offers = sorted(self._discover.repository_offers(shown), key=lambda offer: offer.size)
        contents = [
            offer_content(shown.id, offer, self._state_of(offer), marked=offer.quantization == self._marked)
            for offer in self._offers
        ]
        self.table.show_offers(contents, CONTEXT)

    def _state_of(self, offer: Offer) -> Availability:
        return Availability.HERE if offer.installed else self._availability(offer.request)

    def _select(self, number: int) -> None:
        offer = self._offers[number]
        if offer.quantization != self._marked and self._asked is not None:
            self._marked = offer.quantization
            self.refresh()
            self.selected.emit(offer, self._asked.id.rpartition("/")[2].removesuffix("-GGUF"))

    def _open_page(self, shown: Repository) -> None:
        self.link_activated.emit(PAGES[shown.source].format(id=shown.id))

    def _build(self) -> None:
        self._column = ScrollColumn(self, 12)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        files = QVBoxLayout(self._files)
        files.setContentsMargins(16, 10, 12, 10)
        files.addWidget(self.table)
        column = self._column.column
        column.addLayout(head)
        for widget in (self.title, self.facts, self.note, self._files, self.state, self.card):
            column.addWidget(widget)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._column)
