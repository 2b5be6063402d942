"""Copies in the background, put back, checked; conversations that do not open any more are mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import keyring
import pytest
from pytestqt.qtbot import QtBot

from app.chat.backups import list_backups
from app.session.keeping.backup_session import BackupSession, BackupState
from app.session.keeping.store_access import StoreAccess
from app.session.keeping.vault_session import VaultSession, VaultState
from app.session.notices import Notice
from app.session.tasks import BackgroundThread
from app.system.paths import Paths
from tests.helpers.store_content import conversation, question
from tests.helpers.store_keyrings import MemoryKeyring

PAGE = 4096


@dataclass
class Opened:
    """One start of Parley, as far as the conversations go."""

    access: StoreAccess
    vault: VaultSession
    backups: BackupSession

    def close(self) -> None:
        self.backups.close()
        self.access.close()
        self.vault.close()


@pytest.fixture
def start(qtbot: QtBot, paths: Paths) -> Iterator[Callable[[], Opened]]:
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryKeyring())
    made: list[Opened] = []

    def go() -> Opened:
        thread = BackgroundThread("test-store")
        access = StoreAccess(thread)
        vault = VaultSession(paths, thread, access)
        made.append(Opened(access, vault, BackupSession(access, vault, paths.conversations_file)))
        vault.open()
        qtbot.waitUntil(lambda: vault.state is not VaultState.OPENING, timeout=20_000)
        return made[-1]

    yield go
    for one in made:
        one.close()
    keyring.set_keyring(before)


def until_idle(qtbot: QtBot, backups: BackupSession) -> None:
    qtbot.waitUntil(lambda: not backups.busy, timeout=30_000)


def fill(qtbot: QtBot, opened: Opened, title: str, count: int = 30) -> None:
    chat = conversation(title)
    done: list[bool] = []
    opened.access.run(lambda store: store.create(chat))
    opened.access.run(lambda store: store.add_messages([question(chat, "word " * 300) for _ in range(count)]))
    opened.access.run(lambda _: True, done.append)
    qtbot.waitUntil(lambda: bool(done))


def titles(qtbot: QtBot, opened: Opened) -> list[str]:
    found: list[list[str]] = []
    opened.access.run(lambda store: sorted(chat.title for chat in store.list_conversations()), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def damage(file: Path, *pages: int) -> None:
    data = bytearray(file.read_bytes())
    for page in pages:
        data[page * PAGE + 50] ^= 1
    file.write_bytes(data)


def test_a_copy_is_made_and_put_back(qtbot: QtBot, start: Callable[[], Opened], paths: Paths) -> None:
    opened = start()
    backups = opened.backups
    fill(qtbot, opened, "first")
    backups.back_up_now()
    backups.back_up_now()  # ignored: one is under way
    assert backups.state is BackupState.COPYING
    fill(qtbot, opened, "second")
    until_idle(qtbot, backups)
    assert backups.problem is None
    assert backups.last_backup == list_backups(paths.conversations_file)[0]
    replaced: list[bool] = []
    backups.replaced.connect(lambda: replaced.append(True))
    backups.restore(backups.backups[0])
    until_idle(qtbot, backups)
    assert titles(qtbot, opened) == ["first"]
    assert replaced == [True]
    fill(qtbot, opened, "third")
    opened.close()
    again = start()
    assert again.vault.state is VaultState.OPEN
    assert titles(qtbot, again) == ["first", "third"]


def test_the_first_copy_is_made_by_itself(qtbot: QtBot, start: Callable[[], Opened]) -> None:
    opened = start()
    fill(qtbot, opened, "first")
    opened.backups.start()
    opened.backups._timer.setInterval(1)  # instead of some minutes
    qtbot.waitUntil(lambda: bool(opened.backups.backups), timeout=20_000)
    until_idle(qtbot, opened.backups)
    opened.backups._look()
    qtbot.wait(200)
    assert len(opened.backups.backups) == 1  # it is not due again


def test_a_check_says_whether_all_is_well(
    qtbot: QtBot, start: Callable[[], Opened], paths: Paths, allow_warnings: None
) -> None:
    opened = start()
    fill(qtbot, opened, "first")
    opened.backups.check()
    until_idle(qtbot, opened.backups)
    assert opened.backups.damage is False
    opened.close()
    damage(paths.conversations_file, paths.conversations_file.stat().st_size // PAGE // 2)
    again = start()
    again.backups.check()
    until_idle(qtbot, again.backups)
    assert again.backups.damage is True
    again.backups.back_up_now()
    until_idle(qtbot, again.backups)
    assert again.backups.problem
    assert again.backups.backups == []
    said: list[Notice] = []
    again.backups.notice.connect(said.append)
    again.backups.salvage()
    until_idle(qtbot, again.backups)
    assert again.backups.salvaged
    assert again.backups.salvaged.conversations == 1
    assert "1 conversation" in said[0].text
    again.backups.check()
    until_idle(qtbot, again.backups)
    assert again.backups.damage is False


def test_conversations_that_do_not_open_are_mended(
    qtbot: QtBot, start: Callable[[], Opened], paths: Paths, allow_warnings: None
) -> None:
    opened = start()
    fill(qtbot, opened, "first")
    opened.backups.back_up_now()
    until_idle(qtbot, opened.backups)
    fill(qtbot, opened, "second")
    opened.close()
    damage(paths.conversations_file, 0)
    again = start()
    states = [again.vault.state]
    again.backups.check()
    assert not again.backups.busy  # there is nothing open to be checked
    again.backups.salvage()
    until_idle(qtbot, again.backups)
    assert [*states, again.vault.state] == [VaultState.FAILED, VaultState.OPEN]
    assert again.backups.problem is None
    assert titles(qtbot, again) == ["first", "second"]


def test_with_nothing_to_read_it_says_so(
    qtbot: QtBot, start: Callable[[], Opened], paths: Paths, allow_warnings: None
) -> None:
    opened = start()
    fill(qtbot, opened, "first")
    opened.close()
    paths.conversations_file.write_bytes(bytes(20 * PAGE))
    again = start()
    again.backups.salvage()
    until_idle(qtbot, again.backups)
    assert again.vault.state is VaultState.FAILED
    assert again.backups.problem
    assert paths.conversations_file.read_bytes() == bytes(20 * PAGE)
