"""An answer that is opened: set in pieces, one in each pass, and in the end the same as one that was set at once."""

from __future__ import annotations

import itertools
import math
import time

import pytest

from app.ui.chat.blocks.highlighting import Highlighter
from app.ui.chat.blocks.prose import ProseBlock
from app.ui.chat.messages.answer_view import AT_ONCE, AnswerText, AnswerView, Tools
from app.ui.chat.transcript.segments import PROSE_CHARACTERS
from tests.helpers.fake_chat_session import assistant, person
from tests.ui.transcript_fixture import Stage, stage

__all__ = ["stage"]

WIDTH, HEIGHT = 600, 20_000
PARAGRAPH = "Some **words** of a paragraph, with `code` in it and a [link](https://example.org). " * 3
ANSWER = "\n\n".join(f"{number}. {PARAGRAPH}" if number % 3 else f"# {PARAGRAPH}" for number in range(1, 30))
TWO_LOOKS = 2.5  # at the clock; then the time is up


def view_of(stage: Stage, text: str) -> AnswerView:
    view = AnswerView(Tools(stage.theme, Highlighter(stage.transcript)), AnswerText(text), stage.transcript)
    view.advance(math.inf)
    view.fit(WIDTH)
    return view


def texts(view: AnswerView) -> list[str]:
    return [block.view.toPlainText() for block in view.blocks() if isinstance(block, ProseBlock)]


def test_each_pass_sets_a_piece_and_the_last_one_ends(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, view = view_of(stage, ANSWER), view_of(stage, ANSWER)
    assert whole.reveal(0, HEIGHT, math.inf)
    clock = itertools.count()
    monkeypatch.setattr(time, "perf_counter", lambda: float(next(clock)))
    sizes = [0]
    while not view.reveal(0, HEIGHT, next(clock) + TWO_LOOKS):
        sizes.append(sum(map(len, texts(view))))
        assert len(sizes) < 200, "every pass gets on"
        assert view.height_now > whole.height_now / 3, "what is still to come has a place already"
    steps = [after - before for before, after in itertools.pairwise(sizes)]
    assert max(steps) <= 2 * AT_ONCE, "one piece for each look at the clock"
    assert len(sizes) > len(ANSWER) / PROSE_CHARACTERS
    assert texts(view) == texts(whole)
    assert view.height_now == whole.height_now
    for made in (whole, view):
        made.deleteLater()


def test_text_that_arrives_meanwhile_is_shown_with_the_rest(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    view = view_of(stage, ANSWER)
    clock = itertools.count()
    with monkeypatch.context() as patched:
        patched.setattr(time, "perf_counter", lambda: float(next(clock)))
        for _ in range(3):
            view.reveal(0, HEIGHT, next(clock) + TWO_LOOKS)
    view.text.append("\n\nAnd a last one.")
    view.advance(math.inf)
    view.fit(WIDTH)
    assert view.reveal(0, HEIGHT, math.inf)
    whole = view_of(stage, ANSWER + "\n\nAnd a last one.")
    assert whole.reveal(0, HEIGHT, math.inf)
    assert texts(view) == texts(whole)
    for made in (whole, view):
        made.deleteLater()


def test_a_stored_conversation_shows_all_of_it_in_the_end(stage: Stage) -> None:
    stage.session.show([person("Tell me."), assistant(ANSWER)])
    view = stage.answer()
    assert not view.isHidden()
    stage.transcript.verticalScrollBar().setValue(0)
    stage.settle()
    assert texts(view.answer)[0].startswith("Some words of a paragraph, with code")
