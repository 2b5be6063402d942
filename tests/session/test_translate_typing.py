"""Whoever types sees only what is newer than what was there before, in whatever order threads and model answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from typing_extensions import TypeVar, override

from app.session.tasks import BackgroundThread
from app.system.paths import Paths
from tests.helpers.hand_lane import ByHand, by_hand

T = TypeVar("T")
SENTENCES = ("Alpha", "Beta", "Gamma", "Delta")
NUMBERED = re.compile(r"(ALPHA|BETA|GAMMA|DELTA) NUMBER (\d{4})")


class SlowThread(BackgroundThread):
    """Runs a job when the test says so."""

    def __init__(self) -> None:
        super().__init__("unused")
        self.waiting: list[Callable[[], None]] = []

    @override
    def run(
        self,
        job: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        result = job()  # of now; told later
        if on_done is not None:
            self.waiting.append(lambda: on_done(result))

    def finish(self) -> None:
        if self.waiting:
            self.waiting.pop(0)()


class Typist:
    """Changes one of four sentences at a time, and looks at everything that is shown."""

    def __init__(self, hand: ByHand, thread: SlowThread) -> None:
        self.hand, self.thread, self.session = hand, thread, hand.session
        self.numbers = dict.fromkeys(SENTENCES, 0)
        self.newest = dict.fromkeys(SENTENCES, 0)
        self.wrong: list[str] = []
        self.session.changed.connect(self.look)
        self.session.segment_changed.connect(self.look)

    @property
    def text(self) -> str:
        return " ".join(f"{name} number {number:04d}." for name, number in self.numbers.items())

    def type(self, index: int) -> None:
        self.numbers[SENTENCES[index]] += 1
        self.session.set_source(self.text)

    def look(self) -> None:
        """The number of each sentence on the screen never falls."""
        shown = self.session.target_text
        for name, number in NUMBERED.findall(shown):
            if int(number) < self.newest[name.title()]:
                self.wrong.append(shown)
            self.newest[name.title()] = int(number)

    def act(self, step: tuple[str, int]) -> None:
        what, number = step
        lane = self.hand.lane
        match what:
            case "type":
                self.type(number)
            case "cut":
                self.thread.finish()
            case "settle":
                self.session._cool()
            case "grow" if lane.jobs:
                lane.grow(str.upper, (number + 1) / 4)
            case "answer" if lane.jobs:
                lane.answer(str.upper)
        self.look()

    def finish(self) -> None:
        for _ in range(60):
            self.thread.finish()
            self.session._cool()
            if self.hand.lane.jobs:
                self.act(("answer", 0))


STEPS = st.lists(
    st.tuples(st.sampled_from(["type", "type", "cut", "settle", "grow", "answer"]), st.integers(0, 3)), max_size=60
)


@pytest.fixture
def hand(qtbot: QtBot, paths: Paths) -> Iterator[ByHand]:
    it = by_hand(qtbot, paths)
    it.settings.change(translate_history=False)  # the store's answers come whenever they like: no part of this
    yield it
    it.close()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_no_old_text_follows_a_newer_one(hand: ByHand, steps: list[tuple[str, int]]) -> None:
    thread = SlowThread()
    hand.lane.jobs.clear()
    hand.session = type(hand.session)(
        type(hand.with_)(hand.lane, hand.with_.models, hand.access, hand.settings, thread)
    )
    typist = Typist(hand, thread)
    typist.act(("type", 0))
    for step in steps:
        typist.act(step)
    typist.finish()
    thread.close()
    assert typist.wrong == []
    assert hand.session.target_text == typist.text.upper()
    hand.session.deleteLater()


def test_sentences_that_did_not_change_are_asked_for_once(hand: ByHand) -> None:
    """40 sentences, a word of one is changed: one request, with that sentence alone."""
    text = " ".join(f"Sentence number {number}." for number in range(40))
    hand.translated(text)
    assert hand.lane.requests == 40
    changed = text.replace("Sentence number 20.", "Question number 20.")
    assert hand.translated(changed) == changed.upper()
    assert hand.lane.requests == 41
