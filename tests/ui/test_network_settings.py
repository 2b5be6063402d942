from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QFileDialog

from app.catalog.net_api import Source
from app.session.models.hub_tokens import PROXY, TokenPlace
from app.session.models.proxy_address import without_password
from app.settings.schema import Settings
from app.settings.store import SettingsStore
from app.ui.settings.network_settings import NetworkSettings
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.settings.sources import Sources
from app.ui.theme import Theme


class Said(QObject):
    changed = Signal()


@dataclass
class FakeNetwork:
    """Keeps everything in memory."""

    said: Said = field(default_factory=Said)
    password: TokenPlace = TokenPlace.NONE
    settings: Settings = field(default_factory=Settings)
    tokens: dict[Source, str] = field(default_factory=dict)
    full: bool = False

    def set_offline(self, *, offline: bool) -> None:
        self.change(offline_mode=offline)

    def set_token(self, source: Source, token: str) -> bool:
        if " " in token:
            return False
        self.tokens[source] = token
        return True

    @property
    def secrets_changed(self) -> SignalInstance:
        return self.said.changed

    def place(self, name: str) -> TokenPlace:
        if name == PROXY:
            return self.password
        return TokenPlace.KEYRING if name in self.tokens else TokenPlace.NONE

    def set_proxy(self, address: str) -> None:
        address, password = without_password(address)
        self.change(proxy=address)
        self.password = TokenPlace.SESSION if password else TokenPlace.NONE

    def change(self, **values: Any) -> None:
        if self.full:
            raise OSError(28, "No space left on device")
        self.settings = msgspec.structs.replace(self.settings, **values)


@pytest.fixture
def network() -> FakeNetwork:
    return FakeNetwork()


@pytest.fixture
def part(qapp: QApplication, tmp_path: Path, network: FakeNetwork) -> Iterator[NetworkSettings]:
    """The network's rows in an open settings window."""
    theme = Theme(qapp)
    dialog = SettingsDialog(Sources(theme, SettingsStore(tmp_path / "settings.json"), network))
    dialog.show()
    assert dialog.network is not None
    yield dialog.network
    dialog.close()
    theme.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_offline_switch(part: NetworkSettings, network: FakeNetwork) -> None:
    part.offline.click()
    assert network.settings.offline_mode
    part.offline.click()
    assert not network.settings.offline_mode


def test_a_token_is_kept_and_never_shown_again(part: NetworkSettings, network: FakeNetwork) -> None:
    line = part.tokens[Source.HUGGING_FACE].line
    line.setText("hf_secret")
    line.editingFinished.emit()
    assert network.tokens == {Source.HUGGING_FACE: "hf_secret"}
    assert line.text() == ""
    assert "keyring" in line.accessibleDescription()


def test_what_is_no_token_is_refused(part: NetworkSettings, network: FakeNetwork) -> None:
    line = part.tokens[Source.MODELSCOPE].line
    line.setText("two words")
    line.editingFinished.emit()
    assert network.tokens == {}
    assert line.text() == "two words"


def test_mirrors_and_proxy_are_kept_and_forgotten(part: NetworkSettings, network: FakeNetwork) -> None:
    line = part.mirrors[Source.HUGGING_FACE]
    line.setText(" https://hf-mirror.example ")
    line.editingFinished.emit()
    assert network.settings.hub_endpoints == {"huggingface": "https://hf-mirror.example"}
    line.clear()
    line.editingFinished.emit()
    assert network.settings.hub_endpoints == {}
    part.proxy.setText("http://proxy.example:8080")
    part.proxy.editingFinished.emit()
    assert network.settings.proxy == "http://proxy.example:8080"


def test_a_full_disk_is_said(part: NetworkSettings, network: FakeNetwork) -> None:
    said: list[str] = []
    part.not_saved.connect(said.append)
    network.full = True
    part.proxy.setText("x")
    part.proxy.editingFinished.emit()
    assert said == ["No space left on device"]


def test_the_folder_for_models(part: NetworkSettings, network: FakeNetwork, monkeypatch: pytest.MonkeyPatch) -> None:
    assert part.folder.text() == "Parley's own"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/data/models")
    part.folder.click()
    assert network.settings.models_folder == "/data/models"
    assert part.folder.text() == "/data/models"


def test_a_proxy_s_password_is_never_shown_again(part: NetworkSettings, network: FakeNetwork) -> None:
    assert part.proxy_note.isHidden()
    part.proxy.setText(" http://ann:se:cr@t@proxy.example:8080 ")
    part.proxy.editingFinished.emit()
    assert part.proxy.text() == network.settings.proxy == "http://ann@proxy.example:8080"
    assert "until Parley is closed" in part.proxy_note.text()
    network.password = TokenPlace.KEYRING
    network.said.changed.emit()  # the keyring takes its time
    assert "keyring" in part.proxy_note.text()
    assert part.proxy.accessibleDescription() == part.proxy_note.text()
    part.proxy.editingFinished.emit()  # nothing was typed: the password stays
    assert network.password is TokenPlace.KEYRING
    part.proxy.setText("")
    part.proxy.editingFinished.emit()
    assert network.settings.proxy == ""
    assert part.proxy_note.isHidden()
