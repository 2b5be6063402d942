"""The reasoning pane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.engine.api import ThinkingOutcome
from app.ui.chat.messages.reasoning_pane import PaneBody, ReasoningPane
from app.ui.chat.messages.thoughts_view import LINE, PEEK_LINES
from tests.helpers.fake_chat_session import Script, assistant, person
from tests.ui.transcript_fixture import Stage, stage

__all__ = ["stage"]

THOUGHTS = "First I look at the numbers. Then I add them, one column after the other, and carry. " * 30


def pane_of(stage: Stage) -> ReasoningPane:
    pane = stage.answer().pane
    assert pane is not None
    return pane


def think(stage: Stage, budget: int | None = 4096, steps: int = 30) -> ReasoningPane:
    stage.session.script = Script(thoughts=THOUGHTS, answer="734", budget=budget)
    stage.session.send("Sum?", run=False)
    for _ in range(steps):
        stage.session.step()
    return pane_of(stage)


def test_while_it_thinks_the_last_three_lines_are_seen(stage: Stage) -> None:
    pane = think(stage)
    stage.until(lambda: pane.thoughts.height() == PEEK_LINES * LINE)
    assert pane.body is PaneBody.PEEK
    assert pane.thoughts.toPlainText().endswith(pane.thoughts.text[-40:])
    bar = pane.thoughts.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    assert pane.fade.isVisible()
    assert pane.now.isVisible()


def test_numbers_with_and_without_a_budget(stage: Stage) -> None:
    pane = think(stage)
    live = stage.session.live
    assert live is not None
    live.thinking_tokens, live.thinking_seconds = 1268, 18.2
    stage.session.live_changed.emit()
    assert pane.header.accessibleName() == "Thinking… 1,268 / 4,096 tokens · 18 s"
    assert pane.header.gauge.fraction == pytest.approx(1268 / 4096)
    live.budget = None
    stage.session.live_changed.emit()
    assert pane.header.accessibleName() == "Thinking… 1,268 tokens · 18 s"
    assert not pane.header.gauge.isVisible()


def test_answer_now_asks_the_session(stage: Stage) -> None:
    think(stage).now.click()
    assert stage.session.calls == ["answer_now"]


def test_it_closes_by_itself_when_the_answer_starts(stage: Stage) -> None:
    pane = think(stage)
    stage.session.finish_writing()
    assert pane.body is PaneBody.CLOSED
    stage.until(lambda: not pane.thoughts.isVisible())
    assert "ended by itself" in pane.header.accessibleName()
    assert not pane.now.isVisible()


def test_a_pane_that_the_person_opened_stays_open(stage: Stage) -> None:
    pane = think(stage)
    pane.header.click()
    stage.session.finish_writing()
    assert pane.body is PaneBody.OPEN
    stage.settle()
    assert pane.thoughts.toPlainText() == THOUGHTS


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_opens_and_closes_it(stage: Stage, key: Qt.Key) -> None:
    stage.session.show([person("Sum?"), assistant("734", THOUGHTS)])
    pane = pane_of(stage)
    seen = [pane.body]
    for _ in range(2):
        QTest.keyClick(pane.header, key)
        seen.append(pane.body)
    assert seen == [PaneBody.CLOSED, PaneBody.OPEN, PaneBody.CLOSED]


@pytest.mark.parametrize(
    ("outcome", "words", "longer"),
    [
        (ThinkingOutcome.BY_ITSELF, "ended by itself", False),
        (ThinkingOutcome.BUDGET, "stopped at the budget", True),
        (ThinkingOutcome.ANSWER_NOW, "you asked for the answer", True),
        (ThinkingOutcome.LOOP, "went round in circles", True),
        (ThinkingOutcome.STOPPED, "stopped", False),
        (ThinkingOutcome.FAILED, "failed", False),
        (ThinkingOutcome.CONTEXT, "cut to leave room for the answer", True),
    ],
)
def test_how_thinking_ended(stage: Stage, outcome: ThinkingOutcome, words: str, longer: bool) -> None:
    stage.session.show([person("Sum?"), assistant("734", THOUGHTS, outcome)])
    pane = pane_of(stage)
    assert pane.header.accessibleName() == f"Thought for 18 s · 1,268 tokens · {words}"
    assert pane.longer.isVisible() == longer


def test_thoughts_that_repeat_themselves_are_pointed_out(stage: Stage) -> None:
    pane = think(stage)
    live = stage.session.live
    assert live is not None
    live.loop_detected = True
    stage.session.live_changed.emit()
    stage.settle()
    assert pane.warning.isVisible()
    assert pane.warning.text() == "The thoughts repeat themselves."
    assert pane.now_urgent.isVisible()
    assert not pane.now.isVisible()


def test_thoughts_are_plain_text(stage: Stage) -> None:
    stage.session.show([person("?"), assistant("a", "**x** <b>y</b> ![i](http://e.org/i.png)")])
    pane = pane_of(stage)
    pane.header.click()
    stage.settle()
    assert pane.thoughts.toPlainText() == "**x** <b>y</b> ![i](http://e.org/i.png)"


def test_very_long_thoughts_open_in_full_and_scroll_inside(stage: Stage) -> None:
    text = "x" * 30_000 + "\n" + THOUGHTS * 100
    stage.session.show([person("?"), assistant("a", text)])
    pane = pane_of(stage)
    pane.header.click()
    stage.until(lambda: len(pane.thoughts.toPlainText().replace("\n", "")) == len(text.replace("\n", "")))
    stage.until(lambda: pane.thoughts.verticalScrollBar().maximum() > pane.thoughts.height())
    assert pane.thoughts.height() < 600


def test_a_narrow_pane_puts_its_button_below(stage: Stage) -> None:
    stage.transcript.resize(300, 600)
    pane = think(stage)
    stage.until(lambda: pane.now.y() > pane.thoughts.y())
    assert pane.header.width() == pane.width()
