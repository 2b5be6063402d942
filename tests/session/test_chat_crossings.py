"""What a person does to one conversation while another one, or the model, is busy."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.chat.conversation import ContextCut, MessageStatus
from app.session.chat.prompt_messages import messages_for
from app.session.models.model_session import ModelState
from app.session.notices import Notice, NoticeAction
from tests.session.person import FULL, MS, Person


def shown(person: Person) -> str:
    conversation = person.chat.conversation
    return conversation.id if conversation else ""


def show(person: Person, conversation_id: str) -> None:
    person.changed(lambda: person.chat.open_conversation(conversation_id))


def start_endless(person: Person) -> str:
    person.chat.send("endless question")
    person.qtbot.waitUntil(lambda: bool(person.chat.live and person.chat.live.thinking_tokens == 2), timeout=MS)
    return shown(person)


def test_retry_asks_in_the_conversation_whose_answer_failed(person: Person, allow_warnings: None) -> None:
    person.ask("Why?")
    other = shown(person)
    person.chat.new_conversation()
    broken = start_endless(person)
    show(person, other)
    with person.qtbot.waitSignal(person.chat.answer_finished, timeout=MS):
        os.kill(person.session.engine.process_id, signal.SIGKILL)
    notice = person.notices[-1]
    assert (notice.action, notice.argument) == (NoticeAction.RETRY, broken)
    person.changed(lambda: person.chat.retry_in(notice.argument))
    assert shown(person) == broken
    person.qtbot.waitUntil(lambda: bool(person.chat.live and person.chat.live.thinking_tokens == 2), timeout=MS)
    person.finished(person.chat.answer_now)
    assert person.texts == ["endless question", FULL]
    show(person, other)
    assert person.texts == ["Why?", FULL]
    assert person.chat.versions(person.last.id) == [person.last.id]


def test_nothing_is_asked_again_in_a_conversation_that_was_deleted(person: Person) -> None:
    person.ask("Why?")
    gone = shown(person)
    person.session.conversations.delete([gone])
    person.chat.retry_in(gone)
    person.chat.open_conversation(gone)
    person.from_store(lambda store: store.folders())
    assert shown(person) == ""
    assert not person.chat.busy


def test_a_conversation_that_comes_back_is_shown_again(person: Person) -> None:
    person.ask("Why?")
    gone = shown(person)
    listed = person.session.conversations
    listed.delete([gone])
    assert shown(person) == ""
    person.changed(listed.undo)
    assert shown(person) == gone
    listed.delete([gone])
    person.ask("Something else")
    other = shown(person)
    listed.undo()
    person.from_store(lambda store: store.folders())
    assert shown(person) == other


def test_asking_again_while_another_conversation_is_answered_says_why_not(person: Person) -> None:
    answer = person.ask("Why?")
    here = shown(person)
    person.chat.new_conversation()
    start_endless(person)
    show(person, here)
    for act in (person.chat.regenerate, person.chat.think_longer, person.chat.continue_answer):
        told = len(person.notices)
        act(answer.id)
        assert "being written" in person.notices[told].text
    assert person.texts == ["Why?", FULL]
    person.finished(person.chat.stop)


def test_a_model_chosen_while_an_answer_is_written_comes_after_it(person: Person) -> None:
    models = person.session.models
    start_endless(person)
    told: list[Notice] = []
    models.notice.connect(told.append)
    models.load("/models/never.gguf")
    person.qtbot.waitUntil(lambda: bool(told), timeout=MS)
    assert models.state is ModelState.LOADING
    answer = person.finished(person.chat.answer_now)
    assert (answer.status, answer.model_name, answer.text) == (MessageStatus.COMPLETE, "Scripted", FULL)
    person.qtbot.waitUntil(lambda: models.state is ModelState.READY, timeout=MS)
    assert models.model
    assert models.model.path == "/models/never.gguf"
    assert len(told) == 1
    assert person.ask("And now?").thinking is None


def test_a_model_that_waits_is_loaded_when_the_one_before_ends_its_worker(person: Person, allow_warnings: None) -> None:
    models = person.session.models
    start_endless(person)
    models.load("/models/never.gguf")
    with person.qtbot.waitSignal(models.notice, timeout=MS):
        pass
    with person.qtbot.waitSignal(person.chat.answer_finished, timeout=MS):
        os.kill(person.session.engine.process_id, signal.SIGKILL)
    person.qtbot.waitUntil(lambda: models.state is ModelState.READY, timeout=MS)
    assert models.path == "/models/never.gguf"


def test_a_model_is_let_go_once_the_answer_is_written(person: Person) -> None:
    start_endless(person)
    person.session.models.unload()
    answer = person.finished(person.chat.answer_now)
    assert answer.text == FULL
    assert person.session.models.state is ModelState.NONE
    assert person.ask("And now?").status is MessageStatus.COMPLETE


def test_a_changed_question_is_seen_from_where_the_question_was(person: Person) -> None:
    person.ask("Old")
    person.ask("New")
    question = person.chat.messages[2]
    person.chat.set_cuts([ContextCut(question.id, "They spoke of old things.")])
    person.finished(lambda: person.chat.edit(question.id, "Newer"))
    prompt = messages_for(person.chat.conversation, person.chat.messages[:-1])
    assert [message.content.rpartition("\n")[2] for message in prompt] == ["They spoke of old things.", "Newer"]
    assert person.conversation_row().cuts == person.chat.conversation.cuts if person.chat.conversation else False
    person.changed(lambda: person.chat.show_version(question.id))
    prompt = messages_for(person.chat.conversation, person.chat.messages[:3])
    assert [message.content.rpartition("\n")[2] for message in prompt] == ["They spoke of old things.", "New"]


def test_who_closes_parley_keeps_what_was_written(person: Person) -> None:
    person.ask("Why?")
    start_endless(person)
    person.chat.leave()
    assert not person.chat.busy
    last = person.stored()[-1]
    assert (last.status, last.model_name) == (MessageStatus.STOPPED, "Scripted")
    assert last.thinking
    assert last.thinking.text == "One two."


# --- while the disk is slow


@contextmanager
def slow_disk(person: Person) -> Iterator[None]:
    """Nothing is stored or read in here; all of it is after that."""
    gate = threading.Event()
    person.session.access.run(lambda _: gate.wait(MS / 1000))
    yield
    gate.set()
    person.from_store(lambda store: store.folders())


def test_a_question_that_was_stopped_at_once_is_in_the_list(person: Person) -> None:
    with slow_disk(person):
        person.chat.send("Why?")
        key = shown(person)
        person.chat.stop()
        assert not person.chat.busy
    assert person.session.conversations.conversation(key)
    assert [message.status for message in person.stored()] == [MessageStatus.COMPLETE, MessageStatus.STOPPED]


def test_what_was_put_away_does_not_come_back_with_its_answer(person: Person) -> None:
    answer = person.ask("Why?")
    listed, key = person.session.conversations, shown(person)
    with slow_disk(person):
        person.chat.regenerate(answer.id)
        listed.set_archived([key], archived=True)
    assert listed.conversation(key) is None
    person.qtbot.waitUntil(lambda: not person.chat.busy, timeout=MS)
    assert listed.conversation(key) is None
    listed.undo()
    assert listed.conversation(key)


def test_a_setting_that_is_changed_while_another_version_is_read_stays(person: Person) -> None:
    first = person.ask("Why?")
    person.finished(lambda: person.chat.regenerate(first.id))
    with slow_disk(person):
        person.chat.show_version(first.id)
        person.chat.set_thinking(False)
    person.qtbot.waitUntil(lambda: person.last.id == first.id, timeout=MS)
    assert not person.chat.thinking_enabled
    assert person.conversation_row().thinking_enabled is False


def test_who_goes_on_before_a_deletion_is_undone_sees_both(person: Person) -> None:
    person.ask("Why?")
    gone = person.ask("And then?")
    question = person.chat.messages[2]
    person.changed(lambda: person.chat.delete_message(question.id))
    undo = person.notices[-1].undo
    assert undo
    with slow_disk(person):
        undo()
        person.chat.send("Or what?")
    person.qtbot.waitUntil(lambda: not person.chat.busy, timeout=MS)
    assert person.texts == ["Why?", FULL, "Or what?", FULL]
    assert len(person.chat.versions(person.chat.messages[2].id)) == 2
    person.changed(lambda: person.chat.show_version(question.id))
    assert person.last.id == gone.id
