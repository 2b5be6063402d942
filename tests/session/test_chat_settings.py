"""What one conversation does differently: prompt, sampling, model, folder."""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.chat.conversation import MessageStatus
from app.engine.api import Role, SamplingParams
from tests.session.person import Person

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
