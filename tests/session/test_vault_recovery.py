"""A new recovery code: for whoever can open the conversations, and the one before opens nothing any more."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from pytestqt.qtbot import QtBot

from app.session.keeping.store_access import StoreAccess
from app.session.keeping.vault_session import VaultSession, VaultState
from app.session.tasks import BackgroundThread
from app.system.paths import Paths
from tests.helpers.store_keyrings import MemoryKeyring, NoKeyring

PATIENCE = 30_000


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    """The system's keyring, for the length of a test."""
    before = keyring.get_keyring()
    memory = MemoryKeyring()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


@pytest.fixture
def vault(qtbot: QtBot, paths: Paths, ring: MemoryKeyring) -> Iterator[VaultSession]:
    """Conversations that the keyring opens."""
    thread = BackgroundThread("test-store")
    access = StoreAccess(thread)
    session = VaultSession(paths, thread, access)
    session.open()
    qtbot.waitUntil(lambda: session.state is VaultState.OPEN, timeout=PATIENCE)
    assert ring.entries
    yield session
    access.close()
    session.close()


def test_the_keyring_vouches_for_a_new_code(vault: VaultSession, qtbot: QtBot) -> None:
    first = vault.recovery_code
    with qtbot.waitSignal(vault.changed, timeout=PATIENCE):
        vault.new_recovery_code("")
    assert vault.recovery_code
    assert vault.recovery_code != first
    with qtbot.waitSignal(vault.changed, timeout=PATIENCE):
        vault.unlock_recovery_code(first)
    assert vault.problem is not None  # the one before opens nothing


def test_without_the_keyring_there_is_no_new_code(vault: VaultSession, ring: MemoryKeyring, qtbot: QtBot) -> None:
    ring.entries.clear()
    before = vault.recovery_code
    with qtbot.waitSignal(vault.recovery_refused, timeout=PATIENCE) as refused:
        vault.new_recovery_code("")
    assert refused.args is not None
    assert refused.args[0]
    assert vault.recovery_code == before


def test_the_keyring_forgets_the_keys(vault: VaultSession, ring: MemoryKeyring, qtbot: QtBot) -> None:
    done: list[bool] = []
    vault.forget_keys(lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)
    assert ring.entries == {}


def test_a_passphrase_vouches_for_a_new_code(qtbot: QtBot, paths: Paths) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    thread = BackgroundThread("test-store")
    access = StoreAccess(thread)
    session = VaultSession(paths, thread, access)
    session.open()
    qtbot.waitUntil(lambda: session.state is VaultState.NEEDS_CHOICE, timeout=PATIENCE)
    session.choose_passphrase("right horse")
    qtbot.waitUntil(lambda: session.state is VaultState.OPEN, timeout=PATIENCE)
    first = session.recovery_code
    assert session.has_passphrase
    with qtbot.waitSignal(session.recovery_refused, timeout=PATIENCE):
        session.new_recovery_code("wrong horse")
    assert session.recovery_code == first
    with qtbot.waitSignal(session.changed, timeout=PATIENCE):
        session.new_recovery_code("right horse")
    assert session.recovery_code != first
    access.close()
    session.close()
    keyring.set_keyring(before)
