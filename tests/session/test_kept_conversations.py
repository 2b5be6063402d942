"""What the engine may keep of conversations: told to every worker once there is a key, and never without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import keyring
import pytest
from pytestqt.qtbot import QtBot

from app.engine.api import Command, ForgetConversation, KeepOnDisk
from app.session.chat.conversation_list import ConversationList
from app.session.keeping.kept_conversations import FOLDER, KeptConversations
from app.session.keeping.store_access import StoreAccess
from app.session.keeping.vault_session import VaultSession, VaultState
from app.session.tasks import BackgroundThread
from app.session.workers.engine_client import EngineClient, EngineState
from app.settings.store import SettingsStore
from app.system.paths import Paths
from tests.helpers.store_keyrings import MemoryKeyring

MS = 20_000


def noted(engine: EngineClient, monkeypatch: pytest.MonkeyPatch) -> list[Command]:
    """Everything that the client is told to send from now on; it is sent as well."""
    sent: list[Command] = []
    send = engine.send

    def note(command: Command) -> None:
        sent.append(command)
        send(command)

    monkeypatch.setattr(engine, "send", note)
    return sent


class Parts:
    """A real vault and list, and a scripted worker."""

    def __init__(self, qtbot: QtBot, paths: Paths, engine: EngineClient, sent: list[Command]) -> None:
        self.qtbot, self.paths, self.engine, self.sent = qtbot, paths, engine, sent
        self.settings = SettingsStore(paths.settings_file)
        self.thread = BackgroundThread("test-store")
        self.access = StoreAccess(self.thread)
        self.vault = VaultSession(paths, self.thread, self.access)
        self.list = ConversationList(self.access)
        self.kept = KeptConversations(engine, self.vault, self.list.deleted, paths.cache, self.settings)

    def open(self) -> None:
        """Open the conversations by the keyring."""
        self.vault.open()
        self.qtbot.waitUntil(lambda: self.vault.state is not VaultState.OPENING, timeout=MS)

    def run_worker(self) -> None:
        """Start it, and wait for its greeting."""
        self.engine.start()
        self.qtbot.waitUntil(lambda: self.engine.state is EngineState.RUNNING, timeout=MS)

    def told(self) -> list[KeepOnDisk]:
        """Where the workers were told to keep things."""
        return [command for command in self.sent if isinstance(command, KeepOnDisk)]

    def forgotten(self) -> list[str]:
        """What they were told to forget."""
        return [command.conversation for command in self.sent if isinstance(command, ForgetConversation)]


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    before, memory = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


@pytest.fixture
def it(
    qtbot: QtBot,
    paths: Paths,
    make_engine: Callable[[str], EngineClient],
    monkeypatch: pytest.MonkeyPatch,
    ring: MemoryKeyring,
) -> Iterator[Parts]:
    engine = make_engine("normal")
    parts = Parts(qtbot, paths, engine, noted(engine, monkeypatch))
    yield parts
    engine.stop()
    parts.access.close()
    parts.vault.close()


@pytest.mark.parametrize("worker_first", [True, False])
def test_a_worker_hears_it_once_there_is_a_key(it: Parts, worker_first: bool) -> None:
    for act in (it.run_worker, it.open) if worker_first else (it.open, it.run_worker):
        assert not it.told()
        act()
    [told] = it.told()
    assert told.folder == str(it.paths.cache / FOLDER)
    assert 0 < told.max_bytes <= it.settings.current.kept_bytes
    key = it.vault.key_for("what the engine has read")
    assert key
    assert bytes.fromhex(told.key) == key
    it.vault.changed.emit()
    assert len(it.told()) == 1, "once is enough"


def test_the_next_worker_hears_it_too(it: Parts) -> None:
    it.open()
    it.run_worker()
    it.engine.stop()
    it.run_worker()
    first, second = it.told()
    assert (first.folder, first.key) == (second.folder, second.key)


def test_a_session_that_is_not_kept_leaves_nothing(it: Parts) -> None:
    it.vault.choose_session_only()
    it.qtbot.waitUntil(lambda: it.vault.state is VaultState.SESSION_ONLY, timeout=MS)
    it.run_worker()
    assert not it.told()


def test_what_is_deleted_is_forgotten_but_starts_no_worker(it: Parts) -> None:
    it.list.deleted.emit(["a"])
    assert it.engine.state is EngineState.STOPPED
    it.run_worker()
    it.list.deleted.emit(["b", "c"])
    assert it.forgotten() == ["b", "c"]


def test_nothing_is_kept_any_more_when_the_person_says_so(it: Parts) -> None:
    it.open()
    it.run_worker()
    folder = it.paths.cache / FOLDER
    folder.mkdir(parents=True)
    (folder / "one.kept").write_bytes(b"read")
    it.kept.settings_changed()
    assert folder.exists(), "nothing has changed"
    it.settings.change(kept_bytes=0)
    it.kept.settings_changed()
    assert it.forgotten() == [""]
    assert not folder.exists()
    it.engine.stop()
    it.run_worker()
    assert len(it.told()) == 1, "the next worker hears nothing"


def test_another_size_is_told_at_once(it: Parts) -> None:
    it.open()
    it.run_worker()
    it.settings.change(kept_bytes=1000)
    it.kept.settings_changed()
    assert [told.max_bytes for told in it.told()][1:] == [1000]
