"""Deleting and its undo, forking, a full disk: what is shown is what is stored."""

from __future__ import annotations

import msgspec
import pytest

from app.chat.conversation import Message, MessageStatus
from app.session.wording import NOT_SAVED
from tests.session.person import FULL, MS, Person

# --- deleting ---


def test_a_deleted_message_goes_with_what_follows_and_comes_back(person: Person) -> None:
    person.ask("One?")
    person.ask("Two?")
    before = [message.id for message in person.chat.messages]
    person.changed(lambda: person.chat.delete_message(before[2]))
    assert person.texts == ["One?", FULL]
    assert person.stored_branch() == person.texts
    assert "1" in person.notices[-1].text
    person.undo()
    assert [message.id for message in person.chat.messages] == before
    assert person.stored_branch() == person.texts
    person.chat.undo_delete_message()  # there is nothing more
    assert len(person.stored()) == 4


def test_another_version_takes_the_place_of_a_deleted_one(person: Person) -> None:
    first = person.ask("Why?")
    second = person.finished(lambda: person.chat.regenerate(first.id))
    person.changed(lambda: person.chat.delete_message(second.id))
    assert person.last.id == first.id
    assert person.chat.versions(first.id) == [first.id]
    person.undo()
    assert person.last.id == second.id
    assert person.chat.versions(first.id) == [first.id, second.id]


def test_the_first_message_can_be_deleted_and_the_conversation_goes_on(person: Person) -> None:
    person.ask("Why?")
    person.changed(lambda: person.chat.delete_message(person.chat.messages[0].id))
    assert person.texts == []
    person.ask("Anew?")
    assert person.texts == ["Anew?", FULL]
    person.undo()
    assert person.texts == ["Why?", FULL]
    assert len(person.chat.versions(person.chat.messages[0].id)) == 2


def test_deleting_while_it_is_written_stops_it(person: Person) -> None:
    person.ask("Why?")
    person.chat.send("endless question")
    person.qtbot.waitUntil(lambda: bool(person.chat.live and person.chat.live.thinking_tokens), timeout=MS)
    growing = person.last.id
    with person.qtbot.waitSignal(person.chat.answer_finished, timeout=MS):
        person.changed(lambda: person.chat.delete_message(growing))
    assert person.texts == ["Why?", FULL, "endless question"]
    person.undo()
    assert (person.last.id, person.last.status) == (growing, MessageStatus.STOPPED)
    assert person.last.thinking


def test_undo_after_leaving_restores_without_pulling_the_person_back(person: Person) -> None:
    person.ask("Why?")
    first = person.chat.conversation
    assert first
    person.changed(lambda: person.chat.delete_message(person.last.id))
    undo = person.notices[-1].undo
    assert undo
    person.chat.new_conversation()
    undo()
    person.from_store(lambda _: True)
    person.qtbot.wait(50)
    assert person.chat.conversation is None
    person.changed(lambda: person.chat.open_conversation(first.id))
    assert person.texts == ["Why?", FULL]


# --- forking and finding ---


def test_a_fork_is_a_conversation_of_its_own(person: Person) -> None:
    person.ask("One?")
    person.ask("Two?")
    original = person.chat.conversation
    assert original
    person.changed(lambda: person.chat.fork(person.chat.messages[1].id))
    copy = person.chat.conversation
    assert copy
    assert copy.id != original.id
    assert (copy.title, person.texts) == ("One? (2)", ["One?", FULL])
    assert person.session.conversations.rowCount() == 2
    person.ask("Else?")
    person.changed(lambda: person.chat.open_conversation(original.id))
    assert person.texts == ["One?", FULL, "Two?", FULL]
    person.changed(lambda: person.chat.fork(person.chat.messages[1].id))
    assert person.chat.conversation
    assert person.chat.conversation.title == "One? (3)"


def test_a_search_hit_on_another_branch_is_shown_and_pointed_at(person: Person) -> None:
    first = person.ask("Why?")
    person.finished(lambda: person.chat.regenerate(first.id))
    conversation = person.chat.conversation
    assert conversation
    wanted: list[str] = []
    person.chat.message_wanted.connect(wanted.append)
    person.chat.new_conversation()
    person.changed(lambda: person.chat.open_conversation(conversation.id, first.id))
    assert (person.last.id, wanted) == (first.id, [first.id])
    person.chat.open_conversation(conversation.id, person.chat.messages[0].id)  # it is on the screen already
    assert wanted == [first.id, person.chat.messages[0].id]


def test_an_answer_that_ended_while_it_was_being_opened_is_shown_whole(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.ask("Why?")
    conversation = person.chat.conversation
    assert conversation
    read, times = person.session.store.load_branch, []

    def as_it_was_before_its_end(conversation_id: str, leaf_id: str | None) -> list[Message]:
        times.append(leaf_id)
        rows = read(conversation_id, leaf_id)
        if len(times) == 1:
            rows[-1] = msgspec.structs.replace(rows[-1], parts=[], status=MessageStatus.GENERATING)
        return rows

    monkeypatch.setattr(person.session.store, "load_branch", as_it_was_before_its_end)
    person.chat.new_conversation()
    person.chat.open_conversation(conversation.id)
    person.qtbot.waitUntil(lambda: person.texts == ["Why?", FULL], timeout=MS)
    assert len(times) == 2


# --- a disk that is full ---


def test_an_edit_that_cannot_be_saved_goes_with_the_next_try(
    person: Person, monkeypatch: pytest.MonkeyPatch, allow_warnings: None
) -> None:
    first = person.ask("Why?")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(person.session.store, "add_messages", refuse)
        with person.qtbot.waitSignal(person.chat.notice, timeout=MS):
            person.chat.edit(first.id, "Because.")
        failed = person.ask("And?")
        assert failed.error == NOT_SAVED
    person.finished(person.chat.retry)
    assert person.texts == ["Why?", "Because.", "And?", FULL]
    assert person.stored_branch() == person.texts


def test_what_could_not_be_saved_is_saved_when_the_person_leaves(
    person: Person, monkeypatch: pytest.MonkeyPatch, allow_warnings: None
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(person.session.store, "add_messages", refuse)
        assert person.ask("Keep this").error == NOT_SAVED
    conversation = person.chat.conversation
    assert conversation
    with person.qtbot.waitSignal(person.chat.conversation_saved, timeout=MS):
        person.chat.new_conversation()
    person.changed(lambda: person.chat.open_conversation(conversation.id))
    assert person.texts == ["Keep this"]
