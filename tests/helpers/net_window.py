"""The window's part of the network: client, queue, search and tokens, on the real worker and a hub in this process."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.catalog.net_api import DownloadRequest, RemoteFile, Source
from app.chat.keys.system_keyring import SystemKeyring
from app.session.models.download_list import DownloadState
from app.session.models.download_queue import DownloadQueue
from app.session.models.hub_search import HubSearch
from app.session.models.hub_tokens import HubTokens
from app.session.workers.net_client import NetClient
from app.settings.store import SettingsStore
from app.system.paths import Paths, starter_model
from tests.helpers.file_keyring import FileKeyring
from tests.helpers.hub_server import HubServer, Repo

NAME = "Qwen/Qwen3-Tiny-GGUF"
QUANTS = ("Q8_0", "Q6_K", "Q4_0", "Q2_K")
DEADLINE = 60_000
"""Milliseconds: for liveness, not for speed."""


@dataclass
class Net:
    """One window's part."""

    settings: SettingsStore
    tokens: HubTokens
    client: NetClient
    queue: DownloadQueue
    search: HubSearch

    def close(self) -> None:
        """End it, as the end of Parley does."""
        self.queue.close()
        self.client.stop()
        self.tokens.close()


def fill(hub: HubServer) -> None:
    """Offer the starter model under four names."""
    data = starter_model().read_bytes()
    hub.add(Repo(NAME, {f"Qwen3-Tiny-{quant}.gguf": data for quant in QUANTS} | {"README.md": b"# Tiny"}))


def build_net(paths: Paths, hub: HubServer) -> Net:
    """Build the window's part; a second call is the next start of Parley."""
    settings = SettingsStore(paths.settings_file)
    if not settings.current.hub_endpoints:
        settings.change(hub_endpoints={source.value: hub.address for source in Source})
    tokens = HubTokens(settings, SystemKeyring(find=FileKeyring))
    client = NetClient(paths.logs, settings, tokens)
    return Net(settings, tokens, client, DownloadQueue(client, paths.data / "downloads.json"), HubSearch(client))


def wanted(folder: Path, quant: str = "Q8_0") -> DownloadRequest:
    """Ask for one of the four."""
    data = starter_model().read_bytes()
    file = RemoteFile(f"Qwen3-Tiny-{quant}.gguf", len(data), hashlib.sha256(data).hexdigest())
    return DownloadRequest(
        source=Source.HUGGING_FACE, repository=NAME, revision="main", files=[file], folder=str(folder)
    )


def wait(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    """Wait until it is so."""
    qtbot.waitUntil(condition, timeout=DEADLINE)


def state_of(net: Net, download: str) -> DownloadState | None:
    """Return the state of a row, None when it is gone."""
    item = net.queue.item(download)
    return item.state if item else None


def is_in(net: Net, download: str, *states: DownloadState) -> Callable[[], bool]:
    """Return a condition: the row is in one of these states."""
    return lambda: state_of(net, download) in states


def under_way(net: Net, download: str) -> Callable[[], bool]:
    """Return a condition: some of it is there and the rest is not."""

    def check() -> bool:
        item = net.queue.item(download)
        return item is not None and item.state is DownloadState.RUNNING and item.done > 100_000

    return check
