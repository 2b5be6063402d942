"""The proxy's password: in the keyring and nowhere else, or in memory where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from pytestqt.qtbot import QtBot

from app.catalog.net_api import Source
from app.chat.keys.system_keyring import SystemKeyring
from app.session.models.hub_tokens import PROXY, HubTokens, TokenPlace
from app.session.models.proxy_address import with_password, without_password
from app.settings.store import SettingsStore
from tests.helpers.store_keyrings import LockedKeyring, MemoryKeyring, NoKeyring

SECRET = "se:cr@t/ü"
ADDRESS = "http://ann@proxy.example:8080"
TYPED = f"http://ann:{SECRET}@proxy.example:8080"
Open = Callable[[KeyringBackend], HubTokens]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def opened(qtbot: QtBot, file: Path) -> Iterator[Open]:
    """Start anew with what is on the disk and in a keyring."""
    made: list[HubTokens] = []

    def start(ring: KeyringBackend) -> HubTokens:
        made.append(HubTokens(SettingsStore(file), SystemKeyring(find=lambda: ring)))
        return made[-1]

    yield start
    for one in made:
        one.close()


def test_it_goes_into_the_keyring_and_comes_back(qtbot: QtBot, opened: Open, file: Path) -> None:
    ring = MemoryKeyring()
    tokens = opened(ring)
    tokens.set_proxy(TYPED)
    assert tokens.proxy == TYPED
    qtbot.waitUntil(lambda: tokens.place(PROXY) is TokenPlace.KEYRING)
    assert SettingsStore(file).current.proxy == ADDRESS
    assert "cr@t" not in file.read_text()
    again = opened(ring)
    assert again.proxy == ADDRESS  # not asked for before it is needed
    with qtbot.waitCallback() as known:
        again.load(known)
    assert again.proxy == TYPED
    again.set_proxy(ADDRESS)  # the same again: it stays
    assert again.proxy == TYPED


@pytest.mark.parametrize("ring", [NoKeyring, LockedKeyring])
def test_without_a_keyring_it_is_kept_until_the_end(
    qtbot: QtBot, opened: Open, file: Path, ring: Callable[[], KeyringBackend]
) -> None:
    tokens = opened(ring())
    with qtbot.waitSignals([tokens.changed, tokens.changed]):
        tokens.set_proxy(TYPED)
    assert tokens.place(PROXY) is TokenPlace.SESSION
    assert tokens.proxy == TYPED
    assert "cr@t" not in file.read_text()
    again = opened(ring())
    assert (again.proxy, again.place(PROXY)) == (ADDRESS, TokenPlace.NONE)


def test_what_was_stored_in_clear_is_moved(qtbot: QtBot, opened: Open, file: Path) -> None:
    SettingsStore(file).change(proxy=TYPED, hub_tokens=[Source.MODELSCOPE.value])
    tokens = opened(MemoryKeyring())
    assert tokens.proxy == TYPED
    assert "cr@t" not in file.read_text()
    qtbot.waitUntil(lambda: tokens.place(PROXY) is TokenPlace.KEYRING)
    assert SettingsStore(file).current.hub_tokens == [Source.MODELSCOPE.value, PROXY]
    assert tokens.tokens == {}  # no hub gets it


def test_another_proxy_does_not_get_the_password_of_the_one_before(qtbot: QtBot, opened: Open) -> None:
    ring = MemoryKeyring()
    tokens = opened(ring)
    tokens.set_proxy(TYPED)
    qtbot.waitUntil(lambda: tokens.place(PROXY) is TokenPlace.KEYRING)
    tokens.set_proxy("http://ann@evil.example:8080")
    assert tokens.proxy == "http://ann@evil.example:8080"
    qtbot.waitUntil(lambda: tokens.place(PROXY) is TokenPlace.NONE)
    assert ring.entries == {}


@pytest.mark.parametrize(
    ("typed", "address", "password"),
    [
        ("", "", ""),
        ("http://proxy:8080", "http://proxy:8080", ""),
        ("proxy:8080", "proxy:8080", ""),
        ("http://ann@proxy:8080", "http://ann@proxy:8080", ""),
        ("ann:pw@proxy:8080", "ann@proxy:8080", "pw"),
        ("socks5h://ann:p@w@proxy", "socks5h://ann@proxy", "p@w"),
        ("http://ann:@proxy", "http://ann@proxy", ""),
        ("http://[::1]:8080", "http://[::1]:8080", ""),
        ("http://ann://x@proxy", "http://ann@proxy", "//x"),
    ],
)
def test_an_address_is_taken_apart(typed: str, address: str, password: str) -> None:
    assert without_password(typed) == (address, password)


@given(st.text(max_size=30))
def test_taken_apart_twice_is_taken_apart_once(typed: str) -> None:
    address, password = without_password(typed)
    assert without_password(with_password(address, password))[1] in {password, ""}
    if password:
        assert with_password(address, password) == typed
