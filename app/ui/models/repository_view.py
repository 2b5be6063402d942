"""One repository of a hub: its licence and terms, its files to choose from, its description as safe text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.catalog.net_api import DownloadRequest, RemoteModel, Repository, Source
from app.ui.models.card_text import CardText
from app.ui.models.offer_row import Availability, OfferContent
from app.ui.models.offer_table import OfferTable
from app.ui.models.protocols import Hub
from app.ui.models.results_model import facts_of
from app.ui.models.state_panel import StateAction, StateFace, StatePanel
from app.ui.theme import Theme, set_kind
from app.ui.widgets.banner import Banner, BannerAction, Tone
from app.ui.widgets.card import Card
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.flat_button import LINK, FlatButton
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.text_label import show_line, text_label

PAGES = {
    Source.HUGGING_FACE: "https://huggingface.co/{id}",
    Source.MODELSCOPE: "https://modelscope.cn/models/{id}",
}
"""Where a person reads a repository's terms, in their own browser."""


def source_name(source: Source) -> str:
    """Return the hub's name, the same in every language."""
    return {Source.HUGGING_FACE: "Hugging Face", Source.MODELSCOPE: "ModelScope"}[source]


class RepositoryView(QWidget):
    """``download_wanted`` carries a ``DownloadRequest`` without a folder; ``link_activated`` an address."""

    back_wanted = Signal()
    download_wanted = Signal(object)
    link_activated = Signal(str)

    def __init__(
        self, theme: Theme, hub: Hub, availability: Callable[[DownloadRequest], Availability],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._hub = hub
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
        self.table.chosen.connect(self._download)
        hub.changed.connect(self.refresh)
        self.refresh()

    def open(self, repository: Repository) -> None:
        """Ask the hub for this repository and show what is known of it already."""
        self._asked = repository
        self._column.verticalScrollBar().setValue(0)
        self._hub.open(repository)
        self.refresh()

    def refresh(self) -> None:
        """Show the repository as far as it is known."""
        self.back.set_words(self.tr("Back"))
        shown = self._shown()
        if shown is None:
            return
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
            self.table.show_offers([self._content(shown, model) for model in shown.models], 0)
        elif complete:
            text = self.tr("Parley runs models in the GGUF format; look for a repository whose name says GGUF.")
            self.state.show_face(StateFace("file", self.tr("No files for Parley here"), text))
        elif problem is not None:
            again = StateAction(self.tr("Try again"), lambda: self._hub.open(shown))
            face = StateFace("warning", problem.sentence, problem.advice, [again], "bad")
            self.state.show_face(face)
        else:
            self.state.show_face(StateFace("search", self.tr("Looking at the files…")))

    def _content(self, shown: Repository, model: RemoteModel) -> OfferContent:
        parts = len(model.files)
        return OfferContent(
            name=f"{shown.id} {model.quantization}",
            quality=self.tr("Files: {number}").format(number=QLocale().toString(parts)) if parts > 1 else "",
            quality_hint="\n".join(file.name for file in model.files[:8]),
            quantization=model.quantization or (model.files[0].name if model.files else ""),
            size=model.size,
            placement=None,
            context=0,
            availability=self._availability(self._request(shown, model)),
        )

    @staticmethod
    def _request(shown: Repository, model: RemoteModel) -> DownloadRequest:
        return DownloadRequest(
            source=shown.source, repository=shown.id, revision=shown.revision, files=model.files, folder=""
        )

    def _download(self, number: int) -> None:
        detail = self._hub.detail
        if detail is not None and number < len(detail.models):
            self.download_wanted.emit(self._request(detail, detail.models[number]))

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
