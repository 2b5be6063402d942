"""What stands in the sidebar's list, and that a view hears of every change as Qt wants it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.chat.conversation import Conversation, Folder
from app.session.chat.conversation_list import ConversationGroup, group_of
from app.ui.chat.sidebar.conversation_rows import ConversationRows, Step
from app.ui.chat.sidebar.row_plan import FolderItem, GroupItem, Shelf, plan
from tests.helpers.fake_sessions import NOW, FakeConversations, sample_conversations

FOLDERS = [Folder("a", "A", 0), Folder("b", "B", 1)]
STEPS = 150
KINDS = ("group:", "folder:")


def shelf(*closed: str, flat: bool = False) -> Shelf:
    return Shelf(FOLDERS, closed, NOW, flat)


def names(rows: list[Conversation], how: Shelf) -> list[str]:
    """Return short names of the items: "#group", "/folder", ids."""
    made = []
    for item in plan(rows, how):
        match item:
            case GroupItem(group=group):
                made.append(f"#{group}" if group else "#folders")
            case FolderItem(folder=folder, count=count):
                made.append(f"/{folder.id}{count}")
            case Conversation():
                made.append(item.id)
    return made


def row(name: str, hours: float, *, pinned: bool = False, folder: str | None = None) -> Conversation:
    at = (NOW - timedelta(hours=hours)).timestamp()
    return Conversation(id=name, updated_at=at, pinned=pinned, folder_id=folder)


def test_a_folder_holds_its_rows_the_pinned_first_and_nothing_stands_twice() -> None:
    rows = [
        row("p", 50, pinned=True),
        row("fp", 60, pinned=True, folder="a"),
        row("t", 1),
        row("f", 2, folder="a"),
        row("y", 20),
    ]
    above, below = ["#pinned", "p", "#folders", "/a2"], ["/b0", "#today", "t", "#yesterday", "y"]
    assert names(rows, shelf()) == [*above, "fp", "f", *below]
    assert names(rows, shelf("a")) == [*above, *below]


def test_the_archive_knows_no_folders_and_no_pins() -> None:
    rows = [row("t", 1, folder="a"), row("o", 900, pinned=True)]
    assert names(rows, shelf(flat=True)) == ["#today", "t", "#older", "o"]


def test_what_lies_in_a_folder_that_is_gone_is_listed_by_age() -> None:
    assert names([row("x", 1, folder="deleted")], shelf())[-2:] == ["#today", "x"]


@pytest.mark.parametrize("seed", range(20))
def test_the_headings_agree_with_the_list_s_own_groups(seed: int) -> None:
    chance = random.Random(seed)
    now = datetime(2026, 3, 29, chance.randrange(24), chance.randrange(60), tzinfo=UTC)
    ages = sorted(chance.uniform(-3600, 12 * 86_400) for _ in range(60))
    rows = [Conversation(id=f"{n}", updated_at=now.timestamp() - age) for n, age in enumerate(ages)]
    group: ConversationGroup | None = None
    for item in plan(rows, Shelf([], (), now)):
        if isinstance(item, GroupItem):
            group = item.group
        elif isinstance(item, Conversation):
            assert group_of(item, now) is group


@pytest.fixture
def listed(qapp: QApplication) -> Iterator[tuple[FakeConversations, ConversationRows]]:
    conversations = FakeConversations(sample_conversations(40), FOLDERS)
    rows = ConversationRows(conversations)
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield conversations, rows
    tester.deleteLater()
    rows.deleteLater()


@pytest.mark.parametrize("seed", range(6))
def test_views_follow_any_sequence_of_changes(listed: tuple[FakeConversations, ConversationRows], seed: int) -> None:
    conversations, rows = listed
    chance = random.Random(seed)
    for _ in range(STEPS):
        shown = [rows.index(number, 0) for number in range(rows.rowCount())]
        held = {rows.id_at(index): QPersistentModelIndex(index) for index in shown if rows.id_at(index)}
        change(conversations, rows, chance)
        rows.refresh()
        closed = Shelf(conversations.folders, rows.closed, NOW, conversations.show_archived)
        expected = [item.id for item in plan(conversations.rows(), closed)]
        items = [rows.item_at(rows.index(number, 0)) for number in range(rows.rowCount())]
        assert [item.id for item in items if item] == expected
        for key, index in held.items():  # whoever holds a row still holds the same one, or none
            assert not index.isValid() or rows.id_at(index) == key
        assert rows.neighbour("", Step.NEXT) == next((key for key in expected if not key.startswith(KINDS)), "")


def change(conversations: FakeConversations, rows: ConversationRows, chance: random.Random) -> None:
    all_rows = conversations.rows()
    some = [one.id for one in chance.sample(all_rows, min(len(all_rows), chance.randrange(1, 4)))]
    match chance.randrange(9):
        case 0:
            conversations.set_folder(some, chance.choice(["a", "b", None]))
        case 1 if some:
            conversations.set_pinned(some[0], chance.random() < 0.5)
        case 2 if some:
            conversations.rename(some[0], f"Title {chance.random()}")
        case 3 if some:
            found = conversations.find(some[0])
            assert found is not None
            conversations.put(msgspec.structs.replace(found, updated_at=NOW.timestamp() - chance.uniform(0, 9e5)))
        case 4:
            conversations.put(Conversation(id=f"new{chance.random()}", updated_at=NOW.timestamp()))
        case 5:
            rows.set_folder_open(chance.choice("ab"), is_open=chance.random() < 0.5)
        case 6 if len(all_rows) > 20:
            conversations.delete(some)
        case 7:
            conversations.set_archived(some, not conversations.show_archived)
        case 8 if chance.random() < 0.3:
            conversations.show_archived = not conversations.show_archived
