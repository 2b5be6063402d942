"""The second half of ``application.py``: everything about models beside the one that answers, built when first needed.

Nothing of it is imported before: the start does not wait for it, and no worker runs until somebody asks for something.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, SignalInstance
from PySide6.QtGui import QDesktopServices

from app.catalog.library import Library, LibraryEntry
from app.catalog.net_api import Source
from app.catalog.offers import Offer
from app.chat.keys.system_keyring import SystemKeyring
from app.session.models.discover_session import Collaborators, DiscoverSession
from app.session.models.download_queue import DownloadQueue
from app.session.models.graphics_session import GraphicsSession
from app.session.models.hub_search import HubSearch, SearchState
from app.session.models.hub_tokens import HubTokens, TokenPlace
from app.session.models.library_session import LibrarySession
from app.session.models.model_session import ModelSession
from app.session.models.placement_session import PlacementSession, reclaimed_by
from app.session.tasks import BackgroundThread
from app.session.workers.engine_client import EngineClient
from app.session.workers.files_client import FilesClient
from app.session.workers.net_client import NetClient
from app.settings.schema import Settings
from app.settings.store import SettingsStore
from app.system.paths import Paths, starter_model
from app.ui.chat.sidebar.sidebar import Connection
from app.ui.main_window import MainWindow
from app.ui.models.first_start import FirstStart
from app.ui.models.measures import file_size, percent
from app.ui.models.models_bar import Part
from app.ui.models.models_page import ModelsPage
from app.ui.models.picker import Installed
from app.ui.models.sessions import ModelsSessions
from app.ui.theme import Theme


@dataclass
class NetworkAccess:
    """What the settings show and change of the network."""

    store: SettingsStore
    net: NetClient
    hub_tokens: HubTokens

    @property
    def settings(self) -> Settings:
        """As they are now."""
        return self.store.current

    def set_offline(self, *, offline: bool) -> None:
        """Turn the switch."""
        self.net.set_offline(offline=offline)

    def set_token(self, source: Source, token: str) -> bool:
        """Keep a token, "" forgets it. False: this is none."""
        return self.hub_tokens.set_token(source, token)

    @property
    def secrets_changed(self) -> SignalInstance:
        """A token or the proxy's password is kept elsewhere now."""
        return self.hub_tokens.changed

    def place(self, name: str) -> TokenPlace:
        """Say where a hub's token, or the proxy's password, is kept."""
        return self.hub_tokens.place(name)

    def set_proxy(self, address: str) -> None:
        """Use a proxy; a password in the address is kept apart. Raises OSError."""
        self.hub_tokens.set_proxy(address)
        self.net.reconfigure()

    def change(self, **values: Any) -> None:
        """Change settings and tell a running worker. Raises OSError."""
        self.store.change(**values)
        self.net.reconfigure()


class ModelsSide:
    """Library, downloads, hubs, catalogue and placement, and what connects them to the window."""

    def __init__(
        self,
        paths: Paths,
        settings: SettingsStore,
        engine: EngineClient,
        models: ModelSession,
        theme: Theme,
        window: MainWindow,
    ) -> None:
        self._settings, self._models, self._theme, self._window = settings, models, theme, window
        folder = Path(settings.current.models_folder) if settings.current.models_folder else paths.models
        self._thread = BackgroundThread("library")
        self._quick, self._slow = FilesClient(paths.logs), FilesClient(paths.logs, "files-slow")
        self.tokens = HubTokens(settings, SystemKeyring())
        self.net = NetClient(paths.logs, settings, self.tokens)
        library = Library(folder, paths.data / "library.json", starter_model())
        self.library = LibrarySession(library, self._thread, self._quick, self._slow, models)
        self.downloads = DownloadQueue(self.net, paths.data / "downloads.json")
        self.hub = HubSearch(self.net)
        reclaimed = partial(_reclaimed, models)
        with_ = Collaborators(self._quick, self.net, self.library, self.downloads, reclaimed)
        self.discover = DiscoverSession(with_, folder)
        self.placement = PlacementSession(self._quick, settings, lambda: models.model)
        self.graphics = GraphicsSession(engine)
        self.network = NetworkAccess(settings, self.net, self.tokens)
        self._first_start: FirstStart | None = None
        self._connect()

    def start(self) -> None:
        """Look through the library, go on with downloads, and greet whoever has only the starter model."""
        self.library.open()
        self.downloads.start()
        self._window.page.top_bar.picker.use_library(self._installed)
        self._window.page.top_bar.picker.use_graphics(self.graphics)
        self.graphics.start()
        if not self._settings.current.models_greeted and not self._settings.current.recent_models:
            self._greet()

    def page(self) -> ModelsPage:
        """Build the page."""
        sessions = ModelsSessions(
            self.library, self.downloads, self.hub, self.discover, self.placement, self._models, self.graphics
        )
        return ModelsPage(self._theme, sessions)

    def close(self) -> None:
        """Keep what was begun, end workers and threads."""
        self.library.close()
        self.placement.close()
        self.downloads.close()
        self.net.stop()
        for client in (self._quick, self._slow):
            client.stop()
        self.discover.close()
        self.tokens.close()
        self._thread.close()

    def _connect(self) -> None:
        window = self._window
        self.downloads.finished.connect(lambda _path: self.library.rescan())
        self.downloads.changed.connect(self._show_connection)
        self.downloads.row_changed.connect(lambda _id: self._show_connection())
        self.hub.changed.connect(self._show_connection)
        self.library.folder_wanted.connect(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(path)))
        self.library.notice.connect(window.show_notice)
        self.discover.notice.connect(window.show_notice)
        self.net.state_changed.connect(self._show_connection)
        self.graphics.notice.connect(window.show_notice)
        self.graphics.cards_changed.connect(self._look_again)

    def _look_again(self) -> None:
        """What fits is another question without a graphics card, or with one more."""
        self.placement.look_again()
        self.discover.refresh()

    def _show_connection(self) -> None:
        running = [item for item in self.downloads.items if item.state.active]
        if running:
            done, total = sum(item.done for item in running), sum(item.total for item in running)
            self._window.sidebar.show_connection(Connection.DOWNLOADING, percent(done, total))
        elif self.hub.state is SearchState.SEARCHING or self.hub.opening is not None:
            self._window.sidebar.show_connection(Connection.WORKING)
        else:
            self._window.sidebar.show_connection(Connection.OFFLINE)

    def _installed(self) -> list[Installed]:
        return [_installed(entry) for entry in self.library.entries if not entry.builtin and entry.problem is None]

    def _greet(self) -> None:
        """Ask once; any model that was chosen, found or begun answers it too."""
        card = self._first_start = FirstStart(self._theme, self.discover)
        card.download_wanted.connect(self._download)
        card.discover_wanted.connect(lambda: self._window.show_models(Part.DISCOVER))
        card.file_wanted.connect(self._window.page.top_bar.picker.open_file)
        card.closed.connect(self._stop_greeting)
        self.library.changed.connect(self._greeted_already)
        self._window.page.add_card(card)
        self.discover.refresh()

    def _download(self, offer: Offer) -> None:
        self.discover.download(offer)
        self._window.show_downloads()

    def _greeted_already(self) -> None:
        if any(not entry.builtin for entry in self.library.entries):
            self._stop_greeting()

    def _stop_greeting(self) -> None:
        if self._first_start is not None:
            self._settings.change(models_greeted=True)
            self._first_start.hide()
            self._first_start.deleteLater()
            self._first_start = None


def _reclaimed(models: ModelSession) -> dict[str, int]:
    return reclaimed_by(models.model)


def _installed(entry: LibraryEntry) -> Installed:
    quant = entry.shape.quantization if entry.shape else ""
    return Installed(entry.path, f"{entry.name} {quant}".strip(), file_size(entry.file_bytes))
