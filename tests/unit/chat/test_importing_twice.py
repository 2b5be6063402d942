"""What was imported before is known again, whatever has become of it here and elsewhere since."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.chat.conversation import Message, TextPart
from app.chat.store import ConversationStore
from app.engine.api import Role
from tests.helpers.foreign_chats import chatgpt_chat, chatgpt_node
from tests.unit.chat.test_importing import bring, only, store, written

__all__ = ["store"]


def test_importing_again_changes_nothing(store: ConversationStore, tmp_path: Path) -> None:
    file = written(tmp_path / "conversations.json", [chatgpt_chat("one"), chatgpt_chat("two")])
    bring(store, file)
    again = bring(store, file)
    assert (again.imported, again.already_there, again.ids) == (0, 2, [])
    assert len(store.list_conversations()) == 2


def gone_on() -> dict[str, Any]:
    """The same conversation after another question."""
    longer = chatgpt_chat()
    longer["mapping"] |= dict([chatgpt_node("q3", "a3b", "user", "Thanks")])
    longer["current_node"] = "q3"
    return longer


def test_one_that_went_on_elsewhere_goes_on_here(store: ConversationStore, tmp_path: Path) -> None:
    bring(store, written(tmp_path / "a.json", [chatgpt_chat()]))
    file = written(tmp_path / "b.json", [gone_on()])
    report = bring(store, file)
    assert (report.imported, report.copies, report.grown) == (0, 0, 1)
    chat, branch = only(store)
    assert report.ids == [chat.id]
    assert [one.text for one in branch][-2:] == ["A dwarf planet.", "Thanks"]
    again = bring(store, file)
    assert (again.imported, again.grown, again.already_there) == (0, 0, 1)


def test_one_that_went_on_in_both_places_keeps_both_branches(store: ConversationStore, tmp_path: Path) -> None:
    bring(store, written(tmp_path / "a.json", [chatgpt_chat()]))
    chat, branch = only(store)
    mine = Message(
        id="mine", conversation_id=chat.id, parent_id=branch[-1].id, role=Role.USER, parts=[TextPart("Really?")]
    )
    store.add_message(mine)
    assert bring(store, written(tmp_path / "b.json", [gone_on()])).grown == 1
    chat, branch = only(store)
    assert branch[-1].text == "Really?"  # what is shown does not change under the person's eyes
    assert len(store.siblings("mine")) == 2


def test_one_that_says_something_else_becomes_a_copy(store: ConversationStore, tmp_path: Path) -> None:
    bring(store, written(tmp_path / "a.json", [chatgpt_chat()]))
    other = gone_on()
    other["mapping"] |= dict([chatgpt_node("a2", "tool", "assistant", "Eight and a half.")])
    report = bring(store, written(tmp_path / "b.json", [other]))
    assert (report.imported, report.copies, report.grown) == (1, 1, 0)
    lengths = sorted(len(store.load_branch(chat.id, chat.leaf_id)) for chat in store.list_conversations())
    assert lengths == [4, 5]


def test_what_was_deleted_can_be_imported_again(store: ConversationStore, tmp_path: Path) -> None:
    file = written(tmp_path / "a.json", [chatgpt_chat()])
    bring(store, file)
    store.soft_delete(only(store)[0].id)
    assert bring(store, file).imported == 1
    assert len(store.list_conversations()) == 1
    store.purge_deleted(older_than=-1)
    assert len(only(store)[1]) == 4
