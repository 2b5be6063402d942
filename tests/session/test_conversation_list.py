"""The sidebar's rows: folders, archive, deleting many, and the way back from each."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.chat.conversation import Conversation, Folder
from app.chat.store import ConversationStore
from app.session.chat.conversation_list import MANY, ConversationList
from app.session.keeping import undo
from app.session.keeping.store_access import StoreAccess
from app.session.notices import Notice, NoticeAction, Severity
from app.session.tasks import BackgroundThread
from tests.helpers.store_content import conversation, question

MS = 20_000


class Shelf:
    """A list over a store in memory."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.thread = BackgroundThread("test-store")
        self.access = StoreAccess(self.thread)
        self.list = ConversationList(self.access)
        QAbstractItemModelTester(self.list, QAbstractItemModelTester.FailureReportingMode.Fatal, self.list)
        self.notices: list[Notice] = []
        self.list.notice.connect(self.notices.append)
        made: list[ConversationStore] = []
        self.thread.run(ConversationStore.temporary, made.append)
        qtbot.waitUntil(lambda: bool(made), timeout=MS)
        self.store = made[0]

    def fill(self, count: int) -> list[str]:
        chats = [conversation(f"chat {n}", updated_at=1000.0 - n) for n in range(count)]
        done: list[int] = []
        for chat in chats:
            self.thread.run(partial(self.store.create, chat))
        self.thread.run(lambda: 1, done.append)
        self.qtbot.waitUntil(lambda: bool(done), timeout=MS)
        self.access.attach(self.store)
        self.settle()
        return [chat.id for chat in chats]

    def settle(self) -> None:
        """Wait until everything that was asked of the store is done, and what that asked for."""
        for _ in range(2):
            done: list[bool] = []
            self.access.run(lambda _: True, done.append)
            self.qtbot.waitUntil(lambda: bool(done), timeout=MS)  # noqa: B023 - waited for in this turn

    def stored(self, archived: bool | None = None) -> dict[str, Conversation]:
        got: list[list[Conversation]] = []
        self.access.run(lambda store: store.list_conversations(archived), got.append)
        self.qtbot.waitUntil(lambda: bool(got), timeout=MS)
        return {row.id: row for row in got[0]}

    def stored_folders(self) -> list[Folder]:
        got: list[list[Folder]] = []
        self.access.run(lambda store: store.folders(), got.append)
        self.qtbot.waitUntil(lambda: bool(got), timeout=MS)
        return got[0]

    @property
    def ids(self) -> list[str]:
        return [row.id for row in self.list.rows()]

    def undo_last_notice(self) -> None:
        notice = self.notices[-1]
        assert notice.action is NoticeAction.UNDO
        assert notice.undo
        notice.undo()


@pytest.fixture
def shelf(qtbot: QtBot) -> Iterator[Shelf]:
    shelf = Shelf(qtbot)
    yield shelf
    shelf.access.close()


@pytest.mark.parametrize("count", [1, 3, MANY + 5])
def test_deleting_many_offers_one_undo_that_brings_all_back(shelf: Shelf, count: int) -> None:
    ids = shelf.fill(MANY + 10)
    gone: list[list[str]] = []
    shelf.list.deleted.connect(gone.append)
    shelf.list.delete(ids[1 : 1 + count])
    assert shelf.ids == [ids[0], *ids[1 + count :]]
    assert gone == [ids[1 : 1 + count]]
    assert len(shelf.notices) == 1
    assert shelf.stored().keys() == {*shelf.ids}
    shelf.undo_last_notice()
    assert shelf.ids == ids
    assert shelf.stored().keys() == {*ids}
    shelf.undo_last_notice()  # a second press does nothing
    assert shelf.ids == ids


def test_undo_takes_the_last_thing_back_first(shelf: Shelf) -> None:
    ids = shelf.fill(4)
    shelf.list.delete([ids[0]])
    shelf.list.set_archived([ids[1]], archived=True)
    assert shelf.ids == ids[2:]
    shelf.list.undo()
    assert shelf.ids == ids[1:]
    shelf.list.undo()
    assert shelf.ids == ids
    shelf.list.undo()
    assert shelf.ids == ids
    assert shelf.stored(archived=False).keys() == {*ids}


def test_the_archive_is_a_list_of_its_own(shelf: Shelf) -> None:
    ids = shelf.fill(4)
    shelf.list.set_archived(ids[:2], archived=True)
    shelf.list.show_archived = True
    shelf.settle()
    assert shelf.ids == ids[:2]
    shelf.list.upsert(conversation("begun meanwhile"))
    assert shelf.ids == ids[:2]
    shelf.list.set_archived([ids[0]], archived=False)
    assert shelf.ids == [ids[1]]
    shelf.undo_last_notice()
    assert shelf.ids == ids[:2]
    shelf.list.set_archived([ids[0]], archived=False)
    shelf.list.show_archived = False
    shelf.undo_last_notice()  # from another list than the one that is shown
    shelf.settle()
    assert shelf.ids == ids[2:]


def test_folders_hold_conversations_and_their_deletion_is_undone(shelf: Shelf) -> None:
    ids = shelf.fill(3)
    work, home = shelf.list.create_folder("Work"), shelf.list.create_folder("  Home \n")
    shelf.list.set_folder(ids[:2], work)
    shelf.list.rename_folder(home, "My home")
    shelf.list.rename_folder(home, "  ")
    assert [folder.name for folder in shelf.list.folders] == ["Work", "My home"]
    assert shelf.stored_folders() == shelf.list.folders
    shelf.list.set_archived([ids[1]], archived=True)
    shelf.list.delete_folder(work)
    assert [row.folder_id for row in shelf.list.rows()] == [None, None]
    assert [folder.id for folder in shelf.stored_folders()] == [home]
    assert shelf.stored()[ids[1]].folder_id is None
    shelf.undo_last_notice()
    assert [folder.name for folder in shelf.list.folders] == ["Work", "My home"]
    assert shelf.list.rows()[0].folder_id == work
    stored = shelf.stored()
    assert [stored[one].folder_id for one in ids] == [work, work, None]  # the archived one too
    assert shelf.stored_folders() == shelf.list.folders
    shelf.list.order_folders([home, work])
    assert [folder.id for folder in shelf.stored_folders()] == [home, work] == [one.id for one in shelf.list.folders]


def test_what_was_deleted_is_erased_when_its_time_is_over_and_the_rest_is_not(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo, "UNDO_SECONDS", 0.05)
    monkeypatch.setattr("app.session.chat.conversation_list.UNDO_SECONDS", 0.05)
    ids = shelf.fill(2)
    shelf.list.delete([ids[0]])
    found: list[object] = []

    def look() -> bool:
        shelf.access.run(lambda store: store.conversation(ids[0]), found.append)
        shelf.settle()
        return found[-1] is None

    shelf.qtbot.waitUntil(look, timeout=MS)
    shelf.list.undo()
    assert shelf.ids == ids[1:]


def test_what_cannot_be_stored_is_said(shelf: Shelf, monkeypatch: pytest.MonkeyPatch, allow_warnings: None) -> None:
    ids = shelf.fill(1)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shelf.store, "pin", refuse)
    shelf.list.set_pinned(ids[0], pinned=True)
    shelf.qtbot.waitUntil(lambda: bool(shelf.notices), timeout=MS)
    assert shelf.notices[0].severity is Severity.ERROR


def test_rows_move_one_by_one_and_stay_in_order(shelf: Shelf) -> None:
    """A view's selection is a persistent index: it has to follow its row through every change."""
    ids = shelf.fill(30)
    rng = random.Random(20261122)
    model: QAbstractItemModel = shelf.list
    held = {one: QPersistentModelIndex(shelf.list.index_of(one)) for one in ids}
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    for step in range(150):
        one = rng.choice(ids)
        row = shelf.list.conversation(one)
        assert row
        if rng.random() < 0.5:
            shelf.list.set_pinned(one, pinned=not row.pinned)
        else:
            made = question(row)
            shelf.list.upsert(Conversation(id=one, updated_at=2000.0 + step, leaf_id=made.id))
        rows = shelf.list.rows()
        assert [*rows] == sorted(rows, key=lambda row: (not row.pinned, -row.updated_at, row.id))
        assert all(model.data(held[row.id]) == row.title for row in rows)
        assert [shelf.list.index_of(row.id).row() for row in rows] == [*range(30)]
    assert not resets
