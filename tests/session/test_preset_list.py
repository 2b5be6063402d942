"""Presets: kept, applied, replaced, deleted, and the way back from each."""

from __future__ import annotations

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from app.chat.conversation import ConversationSettings, Preset
from app.engine.api import SamplingParams
from app.session.chat.preset_list import PresetList
from app.session.notices import Notice, NoticeAction
from tests.session.conftest import Session

MS = 20_000
BRIEF = ConversationSettings("Be brief.", plain_sampling=SamplingParams(temperature=0.2))


@pytest.fixture
def presets(session: Session) -> PresetList:
    return PresetList(session.chat, session.access)


@pytest.fixture
def notices(presets: PresetList) -> list[Notice]:
    got: list[Notice] = []
    presets.notice.connect(got.append)
    return got


def stored(qtbot: QtBot, session: Session) -> list[Preset]:
    got: list[list[Preset]] = []
    session.access.run(lambda store: store.presets(), got.append)
    qtbot.waitUntil(lambda: bool(got), timeout=MS)
    return got[0]


def undo(notices: list[Notice]) -> None:
    assert notices[-1].action is NoticeAction.UNDO
    run = notices[-1].undo
    assert run
    run()


def ask(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.chat.answer_finished, timeout=MS):
        session.chat.send("Why?")


def test_a_preset_gives_its_values_to_other_conversations(
    qtbot: QtBot, session: Session, presets: PresetList, notices: list[Notice]
) -> None:
    session.chat.set_own_settings(BRIEF)
    ask(qtbot, session)
    session.chat.set_thinking(False)
    session.chat.set_budget(2048)
    presets.save("  Brief \n")
    assert [preset.name for preset in presets.presets] == ["Brief"]
    assert stored(qtbot, session) == presets.presets
    session.chat.new_conversation()
    assert session.chat.own_settings == ConversationSettings()
    presets.apply(presets.presets[0].id)
    assert session.chat.own_settings == BRIEF
    assert (session.chat.thinking_enabled, session.chat.thinking_budget) == (False, 2048)
    assert session.settings.current.thinking_enabled  # the default for all others stays
    ask(qtbot, session)
    session.chat.set_own_settings(msgspec.structs.replace(BRIEF, system_prompt="Mine."))
    presets.apply(presets.presets[0].id)
    undo(notices)
    assert session.chat.own_settings.system_prompt == "Mine."


def test_a_reset_is_taken_back_in_its_own_conversation_only(
    session: Session, presets: PresetList, notices: list[Notice], qtbot: QtBot
) -> None:
    session.chat.set_own_settings(BRIEF)
    presets.reset()
    assert session.chat.own_settings == ConversationSettings()
    undo(notices)
    assert session.chat.own_settings == BRIEF
    presets.reset()
    ask(qtbot, session)
    undo(notices)
    assert session.chat.own_settings == ConversationSettings()


@pytest.mark.parametrize("preset", [False, True])
def test_what_was_changed_is_taken_back_also_when_another_conversation_is_shown(
    session: Session, presets: PresetList, notices: list[Notice], qtbot: QtBot, preset: bool
) -> None:
    ask(qtbot, session)
    presets.save("Usual")
    session.chat.set_own_settings(BRIEF)
    session.chat.set_thinking(False)
    changed = session.chat.conversation
    assert changed
    if preset:
        presets.apply(presets.presets[0].id)
    else:
        presets.reset()
    session.chat.new_conversation()
    undo(notices)
    assert session.chat.own_settings == ConversationSettings()
    session.chat.open_conversation(changed.id)
    qtbot.waitUntil(lambda: session.chat.conversation is not None, timeout=MS)
    assert session.chat.own_settings == BRIEF
    assert not session.chat.thinking_enabled


def test_undoing_a_preset_leaves_another_conversation_alone(
    session: Session, presets: PresetList, notices: list[Notice], qtbot: QtBot
) -> None:
    session.chat.set_own_settings(BRIEF)
    presets.save("Brief")
    session.chat.new_conversation()
    ask(qtbot, session)
    presets.apply(presets.presets[0].id)
    session.chat.new_conversation()
    undo(notices)
    assert session.chat.own_settings == ConversationSettings()
    presets.apply("nobody")


def test_replacing_and_deleting_can_be_undone(
    qtbot: QtBot, session: Session, presets: PresetList, notices: list[Notice]
) -> None:
    presets.save("Plain")
    session.chat.set_own_settings(BRIEF)
    presets.save("plain")
    assert [(preset.name, preset.settings) for preset in presets.presets] == [("plain", BRIEF)]
    undo(notices)
    assert [(preset.name, preset.settings) for preset in presets.presets] == [("Plain", ConversationSettings())]
    presets.save("Brief")
    assert [preset.name for preset in presets.presets] == ["Brief", "Plain"]
    presets.rename(presets.presets[0].id, "Zen")
    presets.rename(presets.presets[0].id, "   ")
    assert [preset.name for preset in presets.presets] == ["Plain", "Zen"]
    presets.delete(presets.presets[1].id)
    assert [preset.name for preset in stored(qtbot, session)] == ["Plain"]
    undo(notices)
    undo(notices)  # a second press does nothing
    assert {preset.name for preset in stored(qtbot, session)} == {"Plain", "Zen"}
    presets.save("  ")
    assert len(presets.presets) == 2


def test_presets_are_there_again_at_the_next_start(qtbot: QtBot, session: Session, presets: PresetList) -> None:
    presets.save("Kept")
    again = PresetList(session.chat, session.access)
    session.access.attach(session.store)
    qtbot.waitUntil(lambda: again.presets == presets.presets != [], timeout=MS)
