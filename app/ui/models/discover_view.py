"""Discover: the catalogue, a search of the hubs, one repository; one of the three at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.catalog.net_api import DownloadRequest, Repository
from app.ui.models.catalogue_view import CatalogueView
from app.ui.models.offer_row import Availability
from app.ui.models.repository_view import RepositoryView
from app.ui.models.search_view import SearchView
from app.ui.models.sessions import ModelsSessions
from app.ui.theme import Theme


class DiscoverView(QWidget):
    """Everything about offers goes to the page."""

    offer_selected = Signal(object, str)  # Offer, the model's name
    offer_chosen = Signal(object)  # Offer
    library_wanted = Signal()
    link_activated = Signal(str)

    def __init__(
        self, theme: Theme, sessions: ModelsSessions, availability: Callable[[DownloadRequest], Availability],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._sessions = sessions
        self.catalogue = CatalogueView(theme, sessions.discover, availability, self)
        self.found = SearchView(theme, sessions.hub, self)
        self.repository = RepositoryView(theme, sessions, availability, self)
        self._before = 0  # where a repository was opened from
        self._stack = QStackedLayout(self)
        for view in (self.catalogue, self.found, self.repository):
            self._stack.addWidget(view)
        self._connect()

    def search(self, text: str) -> None:
        """Search the hub; nothing goes back to the catalogue."""
        if not text.strip():
            self._stack.setCurrentWidget(self.catalogue)
            return
        self._stack.setCurrentWidget(self.found)
        self.found.search(text)

    def open_model(self, name: str) -> None:
        """Show a model of the catalogue."""
        self._stack.setCurrentWidget(self.catalogue)
        self.catalogue.open_model(name)

    def open_repository(self, repository: Repository) -> None:
        """Show one repository."""
        if self._stack.currentWidget() is not self.repository:
            self._before = self._stack.currentIndex()
        self._stack.setCurrentWidget(self.repository)
        self.repository.open(repository)
        self.repository.back.setFocus()

    def back(self) -> bool:
        """Go one step back; say whether there was one."""
        if self._stack.currentWidget() is self.catalogue:
            return False
        leaving = self._stack.currentWidget()
        self._stack.setCurrentIndex(self._before if leaving is self.repository else 0)
        if leaving is self.repository and self._stack.currentWidget() is self.found:
            self.found.results.setFocus()
        return True

    def select_again(self) -> None:
        """Tell the panel once more what is chosen here."""
        if self._stack.currentWidget() is self.catalogue:
            self.catalogue.select_again()

    def refresh_availability(self) -> None:
        """Say anew what is here, on its way, or neither."""
        self.catalogue.refresh()
        if self._stack.currentWidget() is self.repository:
            self.repository.refresh()

    def close_workers(self) -> None:
        """End what runs beside the page."""
        self.repository.card.close_workers()

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.catalogue.refresh()
        self.found.retranslate()
        self.repository.refresh()

    def _connect(self) -> None:
        self.catalogue.selected.connect(self.offer_selected)
        self.catalogue.chosen.connect(self.offer_chosen)
        self.found.opened.connect(self.open_repository)
        self.found.back_wanted.connect(self.back)
        self.found.library_wanted.connect(self.library_wanted)
        self.repository.back_wanted.connect(self.back)
        self.repository.chosen.connect(self.offer_chosen)
        self.repository.selected.connect(self.offer_selected)
        self.repository.link_activated.connect(self.link_activated)
