"""Searching a hub: which one, what it found, and every way in which it may find nothing."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.catalog.net_api import Source
from app.session.models.hub_search import SearchState
from app.session.workers.net_wording import source_name
from app.ui.models.protocols import Hub
from app.ui.models.results_view import ResultsView
from app.ui.models.state_panel import StateAction, StateFace, StatePanel
from app.ui.theme import Theme
from app.ui.widgets.choice_button import ChoiceButton
from app.ui.widgets.direction import back_icon
from app.ui.widgets.flat_button import LINK, FlatButton
from app.ui.widgets.text_label import text_label


class SearchView(QWidget):
    """``opened`` carries a ``Repository``."""

    opened = Signal(object)
    back_wanted = Signal()
    library_wanted = Signal()

    def __init__(self, theme: Theme, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._text = ""
        self.back = FlatButton(theme, LINK, "chevron_left", self)
        self.count = text_label(self, "muted", wraps=False)
        names = {source.value: source_name(source) for source in Source}
        self.source = ChoiceButton(theme, self.tr("Where to search"), names, self)
        self._names = names
        self.source.show_value(Source.HUGGING_FACE.value)
        self.results = ResultsView(theme, hub, self)
        self.state = StatePanel(theme, self)
        self._build()
        self.back.clicked.connect(self.back_wanted)
        self.source.chosen.connect(self._choose_source)
        self.results.opened.connect(self.opened)
        hub.changed.connect(self.refresh)
        self.refresh()

    def search(self, text: str) -> None:
        """Search for words, "owner/name" or a pasted address."""
        self._text = text.strip()
        if self._text:
            self._hub.search(self._text, Source(self.source.value))

    def refresh(self) -> None:
        """Show the search as it is now."""
        self.back.set_icon(back_icon(self))
        self.back.set_words(self.tr("Back to the recommendations"))
        found = len(self._hub.results)
        words = self.tr("Results: {number} and more") if self._hub.has_more else self.tr("Results: {number}")
        self.count.setText(words.format(number=QLocale().toString(found)))
        self.count.setVisible(bool(found))
        face = self._face()
        if face is not None:
            self.state.show_face(face)
        self._stack.setCurrentWidget(self.results if face is None else self.state)

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.source.set_choices(self.tr("Where to search"), self._names)
        self.results.retranslate()
        self.refresh()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 20, 4)
        head.setSpacing(12)
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.count)
        head.addWidget(self.source)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.results)
        self._stack.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._stack, 1)

    def _choose_source(self, _value: str) -> None:
        self.search(self._text)

    def _face(self) -> StateFace | None:
        """Return what to show in the place of results; None when there are some."""
        match self._hub.state:
            case SearchState.OFFLINE:
                return self._offline()
            case SearchState.FAILED:
                return self._failed()
            case SearchState.IDLE | SearchState.SEARCHING | SearchState.DONE if self._hub.results:
                return None
            case SearchState.SEARCHING:
                where = source_name(Source(self.source.value))
                return StateFace("globe", self.tr("Searching {hub}…").format(hub=where), self._text)
            case SearchState.DONE:
                text = self.tr("Try fewer words, the owner's name, or the address of the model's page.")
                return StateFace("search", self.tr("Nothing found"), text, self._other_source())
            case SearchState.IDLE:
                return StateFace("search", self.tr("Search for a model"))
            case other:
                assert_never(other)

    def _offline(self) -> StateFace:
        text = self.tr("Parley is in offline mode, so nothing was asked. The models in your library work as ever.")
        actions = [StateAction(self.tr("Show the library"), self.library_wanted.emit)]
        return StateFace("offline", self.tr("You are offline"), text, actions)

    def _failed(self) -> StateFace:
        problem = self._hub.problem
        title = problem.sentence if problem else self.tr("The search did not work.")
        again = StateAction(self.tr("Try again"), lambda: self.search(self._text))
        return StateFace("warning", title, problem.advice if problem else "", [*self._other_source(), again], "warn")

    def _other_source(self) -> list[StateAction]:
        other = self._hub.other_source_offered
        if other is None:
            return []
        words = self.tr("Try {hub} instead").format(hub=source_name(other))
        return [StateAction(words, lambda: self._search_other(other))]

    def _search_other(self, source: Source) -> None:
        self.source.show_value(source.value)
        self.search(self._text)
