"""The starter model translates through the real session and the real engine."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.session.translate.rows import RowState
from app.system.paths import Paths
from app.translate.languages import by_code
from tests.helpers.translating import Translating, build_translating

PHRASEBOOK = Path(__file__).parents[1] / "data" / "phrasebook.tsv"
PHRASES = csv.DictReader(PHRASEBOOK.read_text(encoding="utf-8").splitlines(), delimiter="\t")
ENGLISH = [row["English"] for row in PHRASES if "{" not in row["English"]]

Make = Callable[[str, str], Translating]


@pytest.fixture
def translating(qtbot: QtBot, paths: Paths) -> Iterator[Make]:
    made: list[Translating] = []

    def make(source: str, target: str) -> Translating:
        made.append(build_translating(qtbot, paths, source=source, target=target))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_one_changed_word_costs_one_sentence(translating: Make) -> None:
    """Tokens are counted: the edit spends as many as one sentence of forty."""
    one = translating("en", "de")
    text = " ".join([sentence for sentence in ENGLISH if sentence != "Good night."][:40])
    one.translate(text)
    asked, spent = one.lane.requests, one.session.tokens_used
    assert asked >= 40
    one.session.set_source(text.replace("Good evening.", "Good night."))
    QTest.qWait(50)
    still = [row for row in one.session.rows if row.state is RowState.DONE]
    one.wait()
    cost = one.session.tokens_used - spent
    assert one.lane.requests == asked + 1
    assert 0 < cost < 2 * spent / asked
    assert len(still) >= 39
    assert "Gute Nacht." in one.session.target_text
    one.translate(text)
    assert one.lane.requests == asked + 1, "what was there before is remembered"


def test_a_new_start_remembers_sentences(qtbot: QtBot, translating: Make) -> None:
    one = translating("en", "de")
    one.translate(" ".join(ENGLISH[:5]))
    asked = one.lane.requests
    qtbot.wait(100)
    one.session.memory.clear()
    one.session._looked_up.clear()
    one.session.set_source("")
    assert one.translate(" ".join(ENGLISH[:5])).startswith("Hallo! Guten Morgen.")
    assert one.lane.requests == asked


def test_typing_never_shows_an_old_text(qtbot: QtBot, translating: Make) -> None:
    """Whatever is shown belongs to the typed text as it was at one moment, and those moments only move on."""
    one = translating("en", "de")
    text = "Where is the train station? Thank you very much. I have a question. Good night."
    seen: list[int] = []
    wrong: list[str] = []

    def look() -> None:
        shown = "".join(row.source.text for row in one.session.rows)
        if not text.startswith(shown) or (seen and len(shown) < seen[-1]):
            wrong.append(shown)
        seen.append(len(shown))

    one.session.changed.connect(look)
    one.session.segment_changed.connect(lambda _index: look())
    for end in range(1, len(text) + 1):
        one.session.set_source(text[:end])
        qtbot.wait(40)
    one.wait()
    assert wrong == []
    assert seen[-1] == len(text)
    assert one.session.target_text == "Wo ist der Bahnhof? Vielen Dank. Ich habe eine Frage. Gute Nacht."


def test_a_pair_flips_by_itself(translating: Make) -> None:
    one = translating("", "de")
    assert one.translate("Where is the train station? I have a question.") == "Wo ist der Bahnhof? Ich habe eine Frage."
    assert one.session.detected == by_code("en")
    one.session.set_source("")
    assert one.translate("Wo ist der Bahnhof? Ich habe eine Frage.").startswith("Where is the train station?")
    assert one.session.target_language == "en"


def test_swapping_goes_back(translating: Make) -> None:
    one = translating("en", "fr")
    one.translate("Good evening. Thank you very much.")
    one.session.swap()
    one.wait()
    assert one.session.source == "Bonsoir. Merci beaucoup."
    assert one.session.target_text == "Good evening. Thank you very much."


def test_layout_and_placeholders_stay(translating: Make) -> None:
    one = translating("en", "es")
    code = "```\nkeep = 'Hello!'\n```\n"
    text = f"# Good morning.\n\n- My name is {{name}}.\n- The price is 42 euros.\n\n{code}1. Hello! Goodbye!\n"
    wanted = f"# Buenos días.\n\n- Me llamo {{name}}.\n- El precio es de 42 euros.\n\n{code}1. ¡Hola! ¡Adiós!\n"
    assert one.translate(text) == wanted


def test_chinese_sentences_touch_and_others_do_not(translating: Make) -> None:
    one = translating("en", "zh-Hans")
    assert one.translate("Good morning. Thank you very much.") == "早上好。非常感谢。"
    one.session.swap()
    one.wait()
    assert one.session.target_text == "Good morning. Thank you very much."


def test_an_answer_in_the_chat_goes_first(qtbot: QtBot, translating: Make) -> None:
    one = translating("en", "de")
    one.session.set_source(" ".join(ENGLISH[:40]))
    qtbot.waitUntil(lambda: one.lane.requests > 2, timeout=60_000)
    with qtbot.waitSignal(one.chat.answer_finished, timeout=60_000) as done:
        one.chat.send("Tell me a story.")
    assert done.args
    assert done.args[0].error == ""
    assert len(done.args[0].text) > 20
    one.wait()
    assert one.session.target_text.startswith("Hallo! Guten Morgen.")
    assert one.session.problem is None


def test_more_of_a_sentence(qtbot: QtBot, translating: Make) -> None:
    one = translating("en", "de")
    one.translate("Hello! Thank you very much.")
    one.session.back_translate()
    qtbot.waitUntil(lambda: not one.session.busy_beside, timeout=60_000)
    assert "".join(row.back for row in one.session.rows) == "Hello! Thank you very much."
    one.session.choose_alternative(0, "Servus!")
    assert one.session.target_text == "Servus! Vielen Dank."
    assert one.session.rows[0].alternatives == ["Hallo!"]
    one.session.set_source("")
    assert one.translate("Thank you very much. Hello!") == "Vielen Dank. Servus!"
