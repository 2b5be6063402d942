"""A model that is large enough reads what stands before a sentence; smaller ones would translate it as well."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.session.translate.documents.text import Cut, Means, TextTranslation, cut
from app.system.paths import Paths
from tests.helpers.fake_sessions import model_description
from tests.helpers.hand_lane import ByHand, asked, by_hand

TEXT = "Anna saw the ship. She was old."
GERMAN = {"Anna saw the ship.": "Anna sah das Schiff.", "She was old.": "Sie war alt."}
BEFORE = "<before>\nAnna saw the ship.\n</before>"


@pytest.fixture
def hand(qtbot: QtBot, paths: Paths) -> Iterator[ByHand]:
    it = by_hand(qtbot, paths)
    yield it
    it.close()


@pytest.mark.parametrize(("parameters", "shown"), [(8_000_000_000, True), (600_000_000, False)])
def test_the_sentence_before_is_shown_to_large_models(hand: ByHand, parameters: int, shown: bool) -> None:
    hand.with_.models.model = model_description(parameters=parameters)
    hand.put(TEXT)
    told = []
    while hand.lane.jobs:
        told.append(asked(hand.lane.jobs[0]))
        hand.lane.answer(GERMAN.__getitem__)
    assert [BEFORE in one for one in told] == [False, shown]
    hand.session.alternatives(2)
    assert all((BEFORE in asked(job)) is shown for job in hand.lane.jobs)


def test_a_document_shows_it_too(hand: ByHand) -> None:
    hand.with_.models.model = model_description()
    means = Means(hand.lane, hand.with_.models, hand.session.memory, hand.session.manner, None, hand.settings)
    done: list[TextTranslation] = []
    pieces: list[Cut] = cut([(0, TEXT)], "en", means.keys())
    text = TextTranslation(pieces[0], means, done.append, lambda _problem: None)
    assert not text.go_on()
    hand.lane.answer(GERMAN.__getitem__)
    assert BEFORE in asked(hand.lane.jobs[0])
    hand.lane.answer(GERMAN.__getitem__)
    assert done == [text]


def test_what_is_translated_back_spares_small_models_rare_signs_too(hand: ByHand) -> None:
    hand.with_.models.model = model_description(parameters=20_000_000)
    hand.put("Hello {name}.")
    hand.lane.answer(lambda text: text.replace("Hello", "Hallo"))
    assert hand.session.target_text == "Hallo {name}."
    hand.session.back_translate()
    assert "9401" in asked(hand.lane.jobs[0])
    assert "⟦" not in asked(hand.lane.jobs[0])
