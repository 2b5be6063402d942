"""Folders, the archive, settings and presets on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.chat.conversation import ContextCut, ConversationSettings, Folder, Preset
from app.chat.database import Database
from app.chat.store import ConversationStore
from app.engine.api import SamplingParams
from tests.helpers.store_content import KEY, conversation

OWN = ConversationSettings(
    "Be brief. 简短", "/m.gguf", SamplingParams(temperature=0.3, seed=7), SamplingParams(top_k=4)
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "conversations.db"


@pytest.fixture
def store(file: Path) -> Iterator[ConversationStore]:
    store = ConversationStore.open(file, KEY)
    yield store
    store.close()


def test_folders_are_made_named_ordered_and_hold_conversations(store: ConversationStore) -> None:
    work, home = store.create_folder("Work"), store.create_folder("Home")
    assert store.folders() == [work, home]
    assert store.rename_folder(home.id, "Zuhause")
    assert not store.rename_folder("nobody", "x")
    store.order_folders([home.id, work.id])
    assert [folder.name for folder in store.folders()] == ["Zuhause", "Work"]
    chats = [conversation(str(n)) for n in range(3)]
    for chat in chats:
        store.create(chat)
    assert store.set_folder([chats[0].id, chats[1].id, "nobody"], work.id) == 2
    assert {row.id: row.folder_id for row in store.list_conversations()} == {
        chats[0].id: work.id, chats[1].id: work.id, chats[2].id: None,
    }  # fmt: skip


def test_a_deleted_folder_leaves_its_conversations_and_comes_back_with_them(store: ConversationStore) -> None:
    work, home = store.create_folder("Work"), store.create_folder("Home")
    chats = [conversation(str(n)) for n in range(3)]
    for chat in chats:
        store.create(chat)
    store.set_folder([chat.id for chat in chats], work.id)
    held = store.delete_folder(work.id)
    assert set(held) == {chat.id for chat in chats}
    assert [row.folder_id for row in store.list_conversations()] == [None] * 3
    store.set_folder([chats[0].id], home.id)  # it has another place by now
    store.restore_folder(work, held)
    folders = {row.id: row.folder_id for row in store.list_conversations()}
    assert folders == {chats[0].id: home.id, chats[1].id: work.id, chats[2].id: work.id}
    assert store.folders()[0] == Folder(work.id, "Work", 0)
    assert store.delete_folder("nobody") == []


def test_the_archive_is_listed_apart(store: ConversationStore) -> None:
    chats = [conversation(str(n), updated_at=float(n)) for n in range(3)]
    for chat in chats:
        store.create(chat)
    assert store.set_archived([chats[0].id, chats[2].id], archived=True) == 2
    assert [row.title for row in store.list_conversations()] == ["1"]
    assert [row.title for row in store.list_conversations(archived=True)] == ["2", "0"]
    assert [row.title for row in store.list_conversations(None)] == ["2", "1", "0"]
    assert store.set_archived([chats[0].id], archived=False) == 1
    assert [row.title for row in store.list_conversations()] == ["1", "0"]


def test_settings_cuts_and_presets_are_there_again(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    chat = conversation()
    store.create(chat)
    assert store.set_settings(chat.id, OWN)
    assert store.set_cuts(chat.id, [ContextCut("m", "Was.")])
    assert not store.set_settings("nobody", OWN)
    assert not store.set_cuts("nobody", [])
    preset = Preset(id="p", name="Kurz", settings=OWN, thinking_enabled=True, thinking_budget=0)
    store.save_preset(Preset(id="p", name="First"))
    store.save_preset(preset)
    store.close()
    store = ConversationStore.open(file, KEY)
    (found,) = store.list_conversations()
    assert (found.settings, found.cuts) == (OWN, [ContextCut("m", "Was.")])
    assert store.presets() == [preset]
    assert store.delete_preset("p")
    assert not store.delete_preset("p")
    store.close()


@pytest.mark.usefixtures("allow_warnings")
@pytest.mark.parametrize("text", ["", "{", "null", "[]", '{"system_prompt": 5}', "[" * 100_000])
def test_settings_that_cannot_be_read_are_the_usual_ones(file: Path, text: str) -> None:
    store = ConversationStore.open(file, KEY)
    store.create(conversation("kept"))
    store.save_preset(Preset(id="p", name="Kept", settings=OWN))
    store.close()
    database = Database(file, KEY)
    database.run("UPDATE conversations SET settings = ?, cuts = ?", text, text)
    database.run("UPDATE presets SET settings = ?", text)
    database.close()
    store = ConversationStore.open(file, KEY)
    (found,) = store.list_conversations()
    assert (found.title, found.settings, found.cuts) == ("kept", ConversationSettings(), [])
    assert store.presets() == [Preset(id="p", name="Kept")]
    store.close()


def test_usual_settings_take_no_room(file: Path) -> None:
    store = ConversationStore.open(file, KEY)
    store.create(conversation())
    store.close()
    database = Database(file, KEY)
    assert database.value("SELECT settings FROM conversations") == "{}"
    database.close()
