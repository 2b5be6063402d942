"""Editing, asking again, versions, deleting and its undo, forking: what is shown, and what is stored."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from app.chat.conversation import AttachmentPart, Conversation, Message, MessageStatus, TextPart
from app.chat.store import ConversationStore
from app.engine.api import Generate, Role, SamplingParams, ThinkingOutcome
from app.session.notices import Notice, NoticeAction
from app.session.wording import NOT_SAVED
from tests.session.conftest import Session

MS = 20_000
FULL = "The **answer** is 734."


class Person:
    """Uses a session, and waits for what comes of it."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.qtbot, self.session, self.chat = qtbot, session, session.chat
        self.notices: list[Notice] = []
        self.chat.notice.connect(self.notices.append)

    def finished(self, act: Callable[[], object]) -> Message:
        with self.qtbot.waitSignal(self.chat.answer_finished, timeout=MS) as blocker:
            act()
        assert blocker.args
        answer = blocker.args[0]
        assert isinstance(answer, Message)
        return answer

    def changed(self, act: Callable[[], object]) -> None:
        with self.qtbot.waitSignal(self.chat.conversation_changed, timeout=MS):
            act()

    def ask(self, question: str) -> Message:
        return self.finished(lambda: self.chat.send(question))

    def stop_in_thoughts(self) -> Message:
        self.chat.send("endless question")
        self.qtbot.waitUntil(lambda: bool(self.chat.live and self.chat.live.thinking_tokens == 2), timeout=MS)
        return self.finished(self.chat.stop)

    def from_store(self, job: Callable[[ConversationStore], object]) -> object:
        got: list[object] = []
        self.session.access.run(job, got.append)
        self.qtbot.waitUntil(lambda: bool(got), timeout=MS)
        return got[0]

    def stored(self) -> list[Message]:
        conversation = self.chat.conversation
        assert conversation
        rows = self.from_store(lambda store: store.load_messages(conversation.id))
        assert isinstance(rows, list)
        return rows

    def stored_branch(self) -> list[str]:
        """What would be shown if it were opened now."""

        def read(store: ConversationStore) -> list[str]:
            assert self.chat.conversation
            row = store.conversation(self.chat.conversation.id)
            assert row
            return [message.text for message in store.load_branch(row.id, row.leaf_id)]

        found = self.from_store(read)
        assert isinstance(found, list)
        return found

    def asked_with(self, answer: Message) -> Generate:
        return msgspec.json.decode(answer.text, type=Generate)

    def conversation_row(self) -> Conversation:
        conversation = self.chat.conversation
        assert conversation
        row = self.from_store(lambda store: store.conversation(conversation.id))
        assert isinstance(row, Conversation)
        return row

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.chat.messages]

    @property
    def last(self) -> Message:
        return self.chat.messages[-1]

    def undo(self) -> None:
        notice = self.notices[-1]
        assert notice.action is NoticeAction.UNDO
        assert notice.undo
        self.changed(notice.undo)


@pytest.fixture
def person(qtbot: QtBot, session: Session) -> Person:
    return Person(qtbot, session)


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


# --- settings ---


def test_settings_reach_the_engine_and_stay_with_the_conversation(person: Person) -> None:
    chat = person.chat
    changed: list[bool] = []
    chat.settings_changed.connect(lambda: changed.append(True))
    warm, cold = SamplingParams(temperature=0.9), SamplingParams(temperature=0.1, top_k=5)
    own = msgspec.structs.replace(
        chat.own_settings, system_prompt="Be brief.", thinking_sampling=warm, plain_sampling=cold
    )
    chat.set_own_settings(own)  # before it begins
    assert changed
    command = person.asked_with(person.ask("echo"))
    assert command.messages[0].role is Role.SYSTEM
    assert command.messages[0].content == "Be brief."
    assert command.sampling == warm
    assert person.conversation_row().settings == own
    echo = person.finished(lambda: chat.answer_without_thinking(person.last.id))
    assert person.asked_with(echo).sampling == cold
    conversation = chat.conversation
    assert conversation
    chat.new_conversation()
    assert chat.own_settings != own
    person.changed(lambda: chat.open_conversation(conversation.id))
    assert chat.own_settings == own


def test_the_usual_sampling_is_qwens_for_each_mode(person: Person) -> None:
    thinking, plain = person.chat.recommended_sampling(thinking=True), person.chat.recommended_sampling(thinking=False)
    assert (thinking.temperature, thinking.top_p, thinking.top_k, thinking.min_p) == (0.6, 0.95, 20, 0.0)
    assert (plain.temperature, plain.top_p, plain.top_k, plain.min_p) == (0.7, 0.8, 20, 0.0)


def test_a_conversation_is_answered_by_its_own_model_which_is_loaded_when_needed(
    person: Person, tmp_path: Path
) -> None:
    own, other = tmp_path / "own.gguf", tmp_path / "other.gguf"
    own.touch()
    other.touch()
    person.session.models.load(str(other))
    person.chat.set_own_settings(msgspec.structs.replace(person.chat.own_settings, model_path=str(own)))
    person.ask("Why?")
    assert person.session.models.path == str(own)
    assert any("own.gguf" in notice.text for notice in person.notices)
    conversation = person.chat.conversation
    assert conversation
    person.chat.new_conversation()
    person.session.models.load(str(other))
    person.changed(lambda: person.chat.open_conversation(conversation.id))
    assert person.session.models.path == str(other)  # looking loads nothing
    person.ask("Again?")
    assert person.session.models.path == str(own)
    person.session.models.load(str(other))  # a person who picks a model means it
    assert person.chat.own_settings.model_path == str(other)
    assert person.conversation_row().settings.model_path == str(other)


def test_a_model_that_is_gone_is_said_and_another_one_answers(person: Person) -> None:
    own = msgspec.structs.replace(person.chat.own_settings, model_path="/gone/model.gguf")
    person.chat.set_own_settings(own)
    assert person.ask("Why?").status is MessageStatus.COMPLETE
    assert any("model.gguf" in notice.text for notice in person.notices)


def test_a_new_conversation_in_a_folder_is_stored_in_it(person: Person) -> None:
    folder = person.session.conversations.create_folder("Work")
    person.chat.new_conversation(folder)
    person.ask("Why?")
    assert person.conversation_row().folder_id == folder
    assert person.session.conversations.rows()[0].folder_id == folder
    person.chat.new_conversation()
    person.ask("Why?")
    assert person.conversation_row().folder_id is None


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


# --- all of it, in any order ---


def act_somehow(person: Person, rng: random.Random, step: int) -> None:
    chat, one = person.chat, rng.choice(person.chat.messages)
    act = rng.choice(["again", "edit", "ask", "delete", "undo", "version", "fork", "go on"])
    if act == "again" or (act == "go on" and one.role is Role.USER):
        person.finished(lambda: chat.regenerate(one.id))
    elif act == "edit" and one.role is Role.USER:
        person.finished(lambda: chat.edit(one.id, f"edit {step}"))
    elif act == "edit":
        chat.edit(one.id, f"edit {step}")
    elif act == "ask":
        person.ask(f"question {step}")
    elif act == "delete":
        person.changed(lambda: chat.delete_message(one.id))
    elif act == "undo":
        chat.undo_delete_message()
    elif act == "version":
        chat.show_version(rng.choice(chat.versions(one.id)))
    elif act == "fork":
        person.changed(lambda: chat.fork(one.id))
    else:
        person.finished(lambda: chat.continue_answer(one.id))


def test_whatever_the_person_does_what_is_shown_is_what_is_stored(person: Person) -> None:
    rng = random.Random(20261122)
    seen: set[str] = set()
    for step in range(70):
        if not person.chat.messages:
            person.ask(f"start {step}")
        act_somehow(person, rng, step)
        for _ in range(2):  # what was asked of the store, and what its end asked for
            person.from_store(lambda _: True)
        check(person)
        seen |= {message.id for message in person.stored()}
    assert len(seen) > 40


def check(person: Person) -> None:
    shown = person.chat.messages
    assert person.stored_branch() == [message.text for message in shown]
    parents = [None, *[message.id for message in shown]]
    assert [message.parent_id for message in shown] == parents[:-1]
    rows = {row.id: row for row in person.stored()}
    for message in shown:
        same = [row.id for row in rows.values() if row.parent_id == message.parent_id]
        assert person.chat.versions(message.id) == same
        assert [part for part in message.parts if isinstance(part, TextPart)] == [
            part for part in rows[message.id].parts if isinstance(part, TextPart)
        ]
