"""The Models page: library, discover, downloads, and beside them where the chosen model would live."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.catalog.library import LibraryEntry
from app.catalog.net_api import DownloadRequest, Repository
from app.catalog.offers import Offer
from app.session.models.download_list import DownloadState
from app.session.models.model_session import ModelState
from app.ui.models.discover_view import DiscoverView
from app.ui.models.downloads_view import DownloadsView
from app.ui.models.library_view import LibraryView
from app.ui.models.models_bar import ModelsBar, Part
from app.ui.models.offer_row import Availability
from app.ui.models.placement_panel import PlacementPanel
from app.ui.models.sessions import ModelsSessions
from app.ui.theme import Theme, set_kind
from app.ui.widgets.direction import back_icon, forward_icon
from app.ui.widgets.flat_button import LINK, FlatButton
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.toast import ToastHost, ToastText

PANEL_WIDTH = 300
GAP = 4  # pixels: the panel stays clear of the list's scroll bar
WIDEST = 1440  # pixels; on a very wide screen a card's button would be far from its words
ROOM_FOR_PANEL = 820
"""Pixels. Below, the panel takes the page's place when it is asked for."""

OPEN = frozenset(DownloadState) - {DownloadState.DONE}


class ModelsPage(QWidget):
    """``used`` says that a model was taken for the conversation."""

    sidebar_wanted = Signal()
    used = Signal()
    link_activated = Signal(str)

    def __init__(self, theme: Theme, sessions: ModelsSessions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self.bar = ModelsBar(theme, self)
        self.library = LibraryView(theme, sessions.library, sessions.model, self)
        self.discover = DiscoverView(theme, sessions, self._availability, self)
        self.downloads = DownloadsView(theme, sessions.downloads, self)
        self.panel = PlacementPanel(theme, sessions.placement, self)
        if sessions.graphics is not None:
            self.panel.use_graphics(sessions.graphics)
        self.panel_switch = FlatButton(theme, LINK, "chevron_right", self)
        self.toasts = ToastHost(theme, self)
        self._build()
        self._connect()
        self.show_part(Part.LIBRARY if self.library.has_models else Part.DISCOVER)

    @property
    def part(self) -> Part:
        """What is shown."""
        return self._part

    def show_part(self, part: Part) -> None:
        """Show one of the three parts."""
        self._part = part
        self._pages.setCurrentWidget(self._views()[part])
        self.bar.show_part(part)
        self._place_panel()
        match part:
            case Part.LIBRARY:
                self.library.select_again()
            case Part.DISCOVER:
                self.discover.select_again()
            case Part.DOWNLOADS:
                pass
            case other:
                assert_never(other)

    def show_toast(self, content: ToastText) -> None:
        """Show passing words at the bottom."""
        self.toasts.show_toast(content)

    def focus_first(self) -> None:
        """Put the keyboard on the part that is shown."""
        self.bar.tabs[self._part].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def escape(self) -> bool:
        """Go one step back: out of the panel, a repository, the search. False: there was nothing to leave."""
        if self.panel_switch.isChecked():
            self.panel_switch.setChecked(False)
            return True
        return self._part is Part.DISCOVER and self.discover.back()

    def close_workers(self) -> None:
        """End what runs beside the page."""
        self.discover.close_workers()

    def retranslate(self) -> None:
        """Put all words in the language in use."""
        self.library.refresh()
        self.discover.retranslate()
        self.downloads.refresh()
        self.panel.retranslate()
        self._place_panel()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(0, (self.width() - WIDEST) // 2)
        self._body.setContentsMargins(spare, 0, spare, 0)
        self._place_panel()
        width = min(560, self.width() - 40)
        self.toasts.place((self.width() - width) // 2, self.height() - 16, width)

    def _views(self) -> dict[Part, QWidget]:
        return {Part.LIBRARY: self.library, Part.DISCOVER: self.discover, Part.DOWNLOADS: self.downloads}

    def _build(self) -> None:
        self._part = Part.LIBRARY
        self._shown_entry = ""
        self._known = {item.id for item in self._sessions.downloads.items}
        self._pages = QStackedWidget(self)
        for view in self._views().values():
            self._pages.addWidget(view)
        self.panel_switch.setCheckable(True)
        self._side = ScrollColumn(self)
        self._side.column.addWidget(self.panel)
        self._side.column.addStretch(1)
        set_kind(self._side, "side")
        self._body = body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._pages, 1)
        body.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(body, 1)
        column.addWidget(self.panel_switch)

    def _connect(self) -> None:
        self.bar.sidebar_wanted.connect(self.sidebar_wanted)
        self.bar.chosen.connect(self.show_part)
        self.bar.searched.connect(self._search)
        self.bar.typed.connect(self._typed)
        library, discover, queue = self.library, self.discover, self._sessions.downloads
        library.selected.connect(self._select_entry)
        library.used.connect(self.used)
        library.shrink_wanted.connect(self._shrink)
        library.repository_wanted.connect(self._open_repository)
        library.discover_wanted.connect(lambda: self.show_part(Part.DISCOVER))
        library.toast.connect(self.show_toast)
        discover.offer_selected.connect(self._select_offer)
        discover.offer_chosen.connect(self._take_offer)
        discover.library_wanted.connect(lambda: self.show_part(Part.LIBRARY))
        discover.link_activated.connect(self.link_activated)
        self.downloads.discover_wanted.connect(lambda: self.show_part(Part.DISCOVER))
        self.downloads.library_wanted.connect(lambda: self.show_part(Part.LIBRARY))
        self.panel.apply_wanted.connect(lambda: self._sessions.library.use(self._shown_entry))
        self.panel_switch.toggled.connect(lambda _on: self._place_panel())
        queue.changed.connect(self._count)
        self._count()

    def _place_panel(self) -> None:
        """Beside the page where there is room; else the switch at the bottom changes between both."""
        beside = self.width() >= ROOM_FOR_PANEL
        wanted = self._part is not Part.DOWNLOADS
        instead = not beside and wanted and self.panel_switch.isChecked()
        self._side.setVisible(wanted and (beside or instead))
        self._side.set_sides(20 if instead else GAP, 20)
        if beside:
            self._side.setFixedWidth(GAP + PANEL_WIDTH + 20)
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        self._pages.setVisible(not instead)
        self.panel_switch.setVisible(wanted and not beside)
        words = self.tr("Back to the models") if instead else self.tr("Where it will live: {summary}")
        self.panel_switch.set_words(words.format(summary=self.panel.summary()))
        self.panel_switch.set_icon(back_icon(self) if instead else forward_icon(self))

    def _count(self) -> None:
        self.bar.show_running(sum(item.state in OPEN for item in self._sessions.downloads.items))
        self.discover.refresh_availability()
        ids = {item.id for item in self._sessions.downloads.items}
        if ids - self._known:
            words = self.tr("Added to the downloads. You can go on chatting meanwhile.")
            self.show_toast(ToastText(words, self.tr("Show"), lambda: self.show_part(Part.DOWNLOADS)))
        self._known = ids

    def _search(self, text: str) -> None:
        if self._part is Part.LIBRARY:
            self.library.show_filter(text)
            return
        self.show_part(Part.DISCOVER)
        self.discover.search(text)

    def _typed(self, text: str) -> None:
        if self._part is Part.LIBRARY:
            self.library.show_filter(text)
        elif not text:
            self.discover.back()

    def _open_repository(self, repository: Repository) -> None:
        self.show_part(Part.DISCOVER)
        self.discover.open_repository(repository)

    def _select_entry(self, entry: LibraryEntry) -> None:
        self.library.mark(entry.id)
        if entry.shape is None or entry.problem is not None:
            self.panel.show_model("")
        else:
            self._sessions.placement.for_model(entry.shape, entry.path)
            model = self._sessions.model
            in_use = model.path == entry.path and model.state is ModelState.READY
            self.panel.show_model(f"{entry.name} {entry.shape.quantization}".strip(), in_use=in_use)
            self._shown_entry = entry.id
        self._place_panel()

    def _select_offer(self, offer: Offer, name: str) -> None:
        shape = self._sessions.discover.shape_of(offer)
        if shape is not None:
            self._sessions.placement.for_model(shape, None)
            self.panel.show_model(f"{name} {offer.quantization}".strip())
            self._place_panel()

    def _take_offer(self, offer: Offer) -> None:
        self._sessions.discover.download(offer)  # at once or, when the hub has to be asked for its files, soon

    def _availability(self, request: DownloadRequest) -> Availability:
        wanted = (request.repository, [file.name for file in request.files])
        for item in self._sessions.downloads.items:
            if (item.request.repository, [file.name for file in item.request.files]) == wanted:
                return Availability.HERE if item.state == DownloadState.DONE else Availability.COMING
        return Availability.AWAY

    def _shrink(self, entry: LibraryEntry) -> None:
        from app.ui.models.quantize_dialog import QuantizeDialog  # noqa: PLC0415 - few people ever open it

        library = self._sessions.library
        dialog = QuantizeDialog(entry, library.quantize_offers(entry.id), library.disk_free, self)
        dialog.chosen.connect(lambda type_: library.quantize(entry.id, type_))
        dialog.open()
