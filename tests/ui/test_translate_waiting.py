"""Stopping and waiting on the Translate page: what it says, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.session.notices import Problem
from app.session.workers.engine_lane import LaneState
from app.translate.advice import Advice, AdviceReason
from app.translate.languages import by_code
from tests.ui.translate_fixture import Stage, stage

__all__ = ["stage"]

Prepare = Callable[[Stage], None]


def _chat_first(stage: Stage) -> None:
    stage.session.waits_for = LaneState.CHAT_FIRST


def _loading(stage: Stage) -> None:
    stage.session.waits_for = LaneState.MODEL_LOADING


def _failed(stage: Stage) -> None:
    stage.session.problem = Problem("The model broke.")


def _advice(stage: Stage) -> None:
    stage.session.recommendation = Advice("Qwen3 8B", AdviceReason.LANGUAGE)


def _weak(stage: Stage) -> None:
    stage.session.target_language = "scn"


def _no_model(stage: Stage) -> None:
    stage.model.unload()


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (_chat_first, "answer is being written"),
        (_loading, "model is loading"),
        (_failed, "The model broke."),
        (_advice, "Qwen3 8B"),
        (_weak, "Sicilian"),
        (_no_model, "No model is loaded"),
    ],
)
def test_every_state_says_what_it_is(stage: Stage, prepare: Prepare, words: str) -> None:
    stage.type("Good morning.")
    assert stage.page.notes.isHidden()
    prepare(stage)
    stage.session.changed.emit()
    notes = stage.page.notes
    assert words in (notes.banner.text.text() if not notes.banner.isHidden() else notes.quality.text())
    assert not notes.isHidden()


def test_stop_and_escape(stage: Stage) -> None:
    stage.type("Good morning.")
    assert stage.page.foot.stop.isVisible()
    assert stage.page.escape()
    assert stage.session.asked == ["stop"]
    assert not stage.page.escape()  # a second time it is not for this page
    assert stage.page.foot.stop.text() == "Go on"
    stage.page.foot.stop.click()
    assert stage.session.asked == ["stop", "go on"]
    assert stage.page.foot.stop.text() == "Stop"
    stage.session.finish()
    stage.settle()
    assert not stage.page.foot.stop.isVisible()


def test_a_second_look_says_who_is_waited_for_and_when_nothing_will_come(stage: Stage) -> None:
    stage.translated("Good morning. ")
    look, session = stage.page.second_look, stage.session
    look.explain("GOOD", 0)
    session.waits_for = LaneState.CHAT_FIRST
    session.changed.emit()
    assert look.text.toPlainText() == "Looking it up…"
    assert "answer is being written" in stage.page.notes.banner.text.text()
    session.busy_beside = False
    session.changed.emit()
    assert look.text.toPlainText() == "The model gave no answer."
    look.show_back()
    session.busy_beside = True
    for row in session.rows:
        row.back = "" if row.source.translate else row.source.text
    session.changed.emit()
    assert look.text.toPlainText() == "Translating back…"  # the space between two sentences is no answer


def test_one_click_takes_the_language_that_the_text_is_in(stage: Stage) -> None:
    session, banner = stage.session, stage.page.notes.banner
    stage.translated("Où est la gare ?")
    session.source_language, session.looks_like = "nl", by_code("fr")
    session.changed.emit()
    assert banner.text.text() == "This looks like French."
    QTest.mouseClick(banner.buttons()[0], Qt.MouseButton.LeftButton)
    assert session.source_language == "fr"


def test_an_own_wording_is_for_the_sentence_that_was_clicked_or_for_none(stage: Stage) -> None:
    stage.translated("Good morning. Thank you.")
    popup = stage.page.desk.open_sentence(0)
    assert popup is not None
    stage.session.set_source("Thank you.")  # from elsewhere
    stage.session.finish()
    popup.field.setPlainText("Servus.")
    popup.save.click()
    stage.settle()
    assert stage.shown() == "THANK YOU."
