"""What the window learns of graphics cards that failed, from a scripted engine that has one."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from app.engine.api import LoadModel
from app.session.models.graphics_session import GraphicsSession
from app.session.notices import Notice, NoticeAction, Severity
from app.session.workers.engine_client import EngineClient, EngineState

MakeEngine = Callable[[str], EngineClient]


def started(qtbot: QtBot, engine: EngineClient) -> tuple[GraphicsSession, list[Notice]]:
    engine.start()
    qtbot.waitUntil(lambda: engine.state is EngineState.RUNNING, timeout=20_000)
    graphics, notices = GraphicsSession(engine), list[Notice]()
    graphics.notice.connect(notices.append)
    graphics.start()
    return graphics, notices


def test_a_card_that_failed_in_an_earlier_session_is_shown_and_not_announced(
    qtbot: QtBot, make_engine: MakeEngine
) -> None:
    graphics, notices = started(qtbot, make_engine("faulty-card"))
    qtbot.waitUntil(lambda: bool(graphics.faulty), timeout=20_000)
    assert graphics.sentence == (
        "The driver of “Scripted card” crashed when Parley tried it, so models run without it."
    )
    assert notices == []


def test_a_card_that_fails_at_the_first_load_is_announced(qtbot: QtBot, make_engine: MakeEngine) -> None:
    engine = make_engine("untried-card")
    graphics, notices = started(qtbot, engine)
    cards: list[bool] = []
    graphics.cards_changed.connect(lambda: cards.append(True))
    engine.send(LoadModel(request_id="1", path="m.gguf"))
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert [(notice.severity, notice.text) for notice in notices] == [(Severity.WARNING, graphics.sentence)]
    assert cards == [True]


def test_checked_again_it_works(qtbot: QtBot, make_engine: MakeEngine) -> None:
    graphics, notices = started(qtbot, make_engine("faulty-card"))
    qtbot.waitUntil(lambda: bool(graphics.faulty), timeout=20_000)
    graphics.check_again()
    assert graphics.checking
    qtbot.waitUntil(lambda: not graphics.checking, timeout=20_000)
    assert graphics.sentence == ""
    assert [notice.action for notice in notices] == [NoticeAction.RELOAD_MODEL]


def test_checked_again_it_still_fails(qtbot: QtBot, make_engine: MakeEngine) -> None:
    graphics, notices = started(qtbot, make_engine("broken-card"))
    qtbot.waitUntil(lambda: bool(graphics.faulty), timeout=20_000)
    graphics.check_again()
    qtbot.waitUntil(lambda: not graphics.checking, timeout=20_000)
    assert [notice.text for notice in notices] == [graphics.sentence]
    assert "did not answer in time" in graphics.sentence


def test_a_driver_that_was_left_out_is_tried_at_the_next_start(qtbot: QtBot, make_engine: MakeEngine) -> None:
    graphics, notices = started(qtbot, make_engine("unlisted-card"))
    qtbot.waitUntil(lambda: bool(graphics.faulty), timeout=20_000)
    assert graphics.sentence.startswith("A graphics driver on this computer crashes")
    graphics.check_again()
    qtbot.waitUntil(lambda: not graphics.checking, timeout=20_000)
    assert [notice.text for notice in notices] == ["Parley tries the graphics driver again when it is next started."]


def test_an_engine_that_dies_while_it_looks_ends_the_look(qtbot: QtBot, make_engine: MakeEngine) -> None:
    graphics, _notices = started(qtbot, make_engine("deadly-card"))
    graphics.check_again()
    qtbot.waitUntil(lambda: not graphics.checking, timeout=20_000)


def test_without_a_card_nothing_is_said(qtbot: QtBot, make_engine: MakeEngine) -> None:
    engine = make_engine("normal")
    graphics, notices = started(qtbot, engine)
    graphics.check_again()
    qtbot.waitUntil(lambda: not graphics.checking, timeout=20_000)
    assert (graphics.sentence, notices) == ("", [])
