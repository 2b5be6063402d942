"""Asking again, going on, editing: every one of them is a version, and none is lost."""

from __future__ import annotations

import msgspec

from app.chat.conversation import AttachmentPart, MessageStatus
from app.engine.api import Generate, ThinkingOutcome
from tests.session.person import FULL, MS, Person

# --- asking again ---


def test_another_answer_is_a_version_and_both_stay(person: Person) -> None:
    first = person.ask("Why?")
    second = person.finished(lambda: person.chat.regenerate(first.id))
    assert person.chat.versions(second.id) == [first.id, second.id]
    assert len(person.stored()) == 3
    person.changed(lambda: person.chat.show_version(first.id))
    assert person.chat.messages[-1].id == first.id
    assert person.chat.versions(first.id) == [first.id, second.id]
    assert person.conversation_row().leaf_id == first.id
    third = person.finished(lambda: person.chat.regenerate(person.chat.messages[0].id))  # by its question
    assert person.chat.versions(first.id) == [first.id, second.id, third.id]


def test_a_version_is_shown_with_what_followed_it(person: Person) -> None:
    first = person.ask("Why?")
    person.ask("And then?")
    second = person.finished(lambda: person.chat.regenerate(first.id))
    assert person.texts == ["Why?", FULL]
    person.changed(lambda: person.chat.show_version(first.id))
    assert person.texts == ["Why?", FULL, "And then?", FULL]
    person.changed(lambda: person.chat.show_version(second.id))
    assert person.texts == ["Why?", FULL]


def test_thinking_can_be_asked_for_or_left_out_of_any_answer(person: Person) -> None:
    first = person.ask("Why?")
    assert first.thinking
    plain = person.finished(lambda: person.chat.answer_without_thinking(first.id))
    assert plain.thinking is None
    person.chat.set_thinking(False)
    longer = person.finished(lambda: person.chat.think_longer(plain.id))  # it had no thoughts to go on from
    assert longer.thinking
    assert longer.thinking.text == "One two."
    assert person.chat.versions(longer.id) == [first.id, plain.id, longer.id]


def test_a_model_that_never_thinks_shows_no_borrowed_thoughts(person: Person) -> None:
    first = person.ask("Why?")
    person.session.models.load("/models/never.gguf")
    again = person.finished(lambda: person.chat.think_longer(first.id))
    assert again.thinking is None


# --- going on ---


def test_a_stopped_answer_goes_on_in_its_place(person: Person) -> None:
    stopped = person.ask("die-answering")
    assert (stopped.status, stopped.text) == (MessageStatus.INTERRUPTED, "The **answer**")
    person.chat.edit(person.chat.messages[0].id, "echo")
    person.qtbot.waitUntil(lambda: not person.chat.busy, timeout=MS)
    person.changed(lambda: person.chat.show_version(stopped.id))
    whole = person.finished(lambda: person.chat.continue_answer(stopped.id))
    assert whole.id == stopped.id
    assert whole.status is MessageStatus.INTERRUPTED  # the scripted question is deadly again
    assert whole.text == "The **answer**The **answer**"
    assert whole.thinking == stopped.thinking
    assert [row.text for row in person.stored() if row.id == stopped.id] == [whole.text]


def test_the_engine_is_given_the_answer_so_far_and_its_thoughts(person: Person) -> None:
    person.ask("Why?")
    edited_to = "It is"
    person.chat.edit(person.last.id, edited_to)
    question = person.chat.messages[0]
    person.finished(lambda: person.chat.edit(question.id, "echo"))
    echo = person.last
    person.chat.edit(echo.id, edited_to)
    answer = person.finished(lambda: person.chat.continue_answer(person.last.id))
    assert answer.text.startswith(edited_to)
    command = msgspec.json.decode(answer.text.removeprefix(edited_to), type=Generate)
    assert (command.continue_answer, command.continue_thinking) == (edited_to, "")
    assert not command.thinking.enabled  # it had not thought


def test_thoughts_that_were_stopped_go_on(person: Person) -> None:
    stopped = person.stop_in_thoughts()
    assert stopped.thinking
    person.chat.continue_answer(stopped.id)
    person.qtbot.waitUntil(lambda: bool(person.chat.live and person.chat.live.thinking_tokens == 2), timeout=MS)
    assert person.chat.live
    assert person.chat.live.message_id == stopped.id
    answer = person.finished(person.chat.answer_now)
    assert answer.id == stopped.id
    assert answer.thinking
    assert (answer.thinking.text, answer.thinking.outcome) == ("One two.One two.", ThinkingOutcome.ANSWER_NOW)
    assert answer.text == FULL


def test_going_on_where_more_was_written_after_it_makes_a_version(person: Person) -> None:
    first = person.ask("Why?")
    person.ask("And?")
    longer = person.finished(lambda: person.chat.continue_answer(first.id))
    assert longer.id != first.id
    assert longer.text == FULL + FULL
    assert [row.text for row in person.stored() if row.id == first.id] == [FULL]
    assert person.chat.versions(longer.id) == [first.id, longer.id]


# --- editing ---


def test_an_edited_question_is_a_version_with_an_answer_of_its_own(person: Person) -> None:
    first = person.ask("Why?")
    question = person.chat.messages[0]
    person.finished(lambda: person.chat.edit(question.id, "Why not?"))
    assert person.texts == ["Why not?", FULL]
    assert person.chat.versions(person.chat.messages[0].id) == [question.id, person.chat.messages[0].id]
    assert person.stored_branch() == ["Why not?", FULL]
    person.changed(lambda: person.chat.show_version(question.id))
    assert [message.id for message in person.chat.messages] == [question.id, first.id]


def test_an_edited_question_keeps_its_files(person: Person) -> None:
    file = AttachmentPart("a.txt", "text/plain", 3, "abc")
    person.finished(lambda: person.chat.send("What is it?", [file]))
    person.finished(lambda: person.chat.edit(person.chat.messages[0].id, "Sum it up: echo"))
    assert person.chat.messages[0].attachments == [file]
    (turn,) = person.asked_with(person.last).messages
    assert "abc" in turn.content


def test_the_same_text_again_is_only_another_answer(person: Person) -> None:
    first = person.ask("Why?")
    person.finished(lambda: person.chat.edit(person.chat.messages[0].id, "Why?"))
    assert len(person.chat.versions(person.chat.messages[0].id)) == 1
    assert len(person.chat.versions(first.id)) == 2
    person.chat.edit(person.last.id, person.last.text)
    assert len(person.stored()) == 3


def test_an_edited_answer_is_a_version_and_asks_nobody(person: Person) -> None:
    answer = person.ask("Why?")
    person.chat.edit(answer.id, "Because I say so.")
    assert not person.chat.busy
    assert person.texts == ["Why?", "Because I say so."]
    assert person.stored_branch() == person.texts
    assert person.last.thinking == answer.thinking
    assert person.chat.versions(person.last.id) == [answer.id, person.last.id]
    echo = person.ask("echo")
    assert [turn.content for turn in person.asked_with(echo).messages] == ["Why?", "Because I say so.", "echo"]


def test_nothing_is_edited_or_asked_again_while_an_answer_is_written(person: Person) -> None:
    person.ask("Why?")
    person.chat.send("endless question")
    person.qtbot.waitUntil(lambda: bool(person.chat.live and person.chat.live.thinking_tokens), timeout=MS)
    for message in list(person.chat.messages):
        person.chat.regenerate(message.id)
        person.chat.continue_answer(message.id)
    person.chat.edit(person.chat.messages[0].id, "Other")
    person.chat.edit(person.last.id, "Other")
    assert len(person.chat.messages) == 4
    person.finished(person.chat.stop)
    assert len(person.stored()) == 4


def test_an_answer_goes_on_while_another_version_is_shown(person: Person) -> None:
    first = person.ask("Why?")
    person.finished(lambda: person.chat.edit(person.chat.messages[0].id, "other question"))
    person.chat.edit(person.chat.messages[0].id, "endless question")
    person.qtbot.waitUntil(lambda: bool(person.chat.live and person.chat.live.thinking_tokens), timeout=MS)
    growing = person.last.id
    person.changed(lambda: person.chat.show_version(first.id))
    assert person.chat.live is None
    assert person.chat.busy
    answer = person.finished(person.chat.answer_now)
    assert answer.id == growing
    assert person.texts == ["Why?", FULL]
    person.changed(lambda: person.chat.show_version(growing))
    assert person.texts == ["endless question", FULL]
