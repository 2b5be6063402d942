"""Which language a text is taken to be in, and what a choice of the person's does to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.system.paths import Paths
from tests.helpers.hand_lane import ByHand, by_hand

FRENCH = "Où est la gare ? Ouvrez la fenêtre, s’il vous plaît, il fait trop chaud ici."
GERMAN = "Wo ist der Bahnhof? Bitte öffnen Sie das Fenster, es ist hier viel zu warm."


@pytest.fixture
def hand(qtbot: QtBot, paths: Paths) -> Iterator[ByHand]:
    it = by_hand(qtbot, paths, source="en", target="ru")
    yield it
    it.close()


def test_a_text_in_another_language_than_the_chosen_one_says_so(hand: ByHand) -> None:
    session = hand.session
    hand.put("Where is the train station? Please open the window, it is too warm in here.")
    found = [session.looks_like]
    hand.put(FRENCH)
    found.append(session.looks_like)
    assert [language.code if language else "" for language in found] == ["", "fr"]
    session.source_language = "fr"
    hand.settle()
    assert session.looks_like is None
    assert session.source_language == "fr"


def test_whoever_chooses_a_language_for_a_text_is_not_contradicted(hand: ByHand) -> None:
    session = hand.session
    hand.put(FRENCH)
    session.source_language = "es"
    hand.settle()
    found = [session.looks_like]
    hand.put(GERMAN)  # the next text
    found.append(session.looks_like)
    assert [language.code if language else "" for language in found] == ["", "de"]
