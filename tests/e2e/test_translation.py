"""The starter model translates through the real session and the real engine."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.session.translate_rows import RowState
from app.system.paths import Paths
from app.translate.languages import by_code
from app.translate.prompt import sampling, thinking
from tests.helpers.engine_process import EngineProcess
from tests.helpers.hostile_texts import endless_texts, obeyed, short_texts
from tests.helpers.translating import Translating, build_translating

SEED = 20261122
PHRASES = list(
    csv.DictReader(
        (Path(__file__).parents[1] / "data" / "phrasebook.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"
    )
)
CODES = {
    "English": "en", "Chinese": "zh-Hans", "Spanish": "es", "French": "fr", "German": "de", "Portuguese": "pt",
    "Italian": "it", "Russian": "ru", "Japanese": "ja", "Korean": "ko", "Arabic": "ar", "Hindi": "hi",
}  # fmt: skip
PAIRS = [(source, target) for source in CODES for target in CODES if source != target]
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


def through_the_session(one: Translating, pair: tuple[str, str]) -> tuple[int, list[tuple[str, str, str]]]:
    """Translate the whole phrasebook, a line each; return how many lines are right, and the others."""
    source, target = pair
    one.session.set_source("")
    one.session.target_language, one.session.source_language = CODES[target], CODES[source]
    got = one.translate("\n".join(row[source] for row in PHRASES)).split("\n")
    assert (one.session.source_language, one.session.target_language) == (CODES[source], CODES[target])
    wrong = [(row[source], line, row[target]) for row, line in zip(PHRASES, got, strict=True) if line != row[target]]
    return len(PHRASES) - len(wrong), wrong


def bare(engine: EngineProcess, pair: tuple[str, str]) -> int:
    """Return how many lines are right when the model is asked in the words of its training."""
    source, target = pair
    right = 0
    for row in PHRASES:
        words = (
            f"Translate the following text from {source} into {target}. Output only the translation.\n\n{row[source]}"
        )
        answer = engine.ask(words, max_tokens=200, thinking=thinking(False), sampling=sampling())
        right += answer.text.strip() == row[target]
    return right


def compare(one: Translating, paths: Paths, pairs: list[tuple[str, str]]) -> tuple[int, int, int]:
    """Return how many lines the session gets right, how many the bare prompt, and of how many."""
    right = sum(through_the_session(one, pair)[0] for pair in pairs)
    one.engine.stop()
    with EngineProcess(paths.data) as engine:
        engine.load()
        alone = sum(bare(engine, pair) for pair in pairs)
    return right, alone, len(pairs) * len(PHRASES)


def test_the_phrasebook(translating: Make, paths: Paths) -> None:
    pairs = random.Random(SEED).sample(PAIRS, 2)
    right, alone, lines = compare(translating("en", "de"), paths, pairs)
    assert right >= max(alone, 0.98 * lines)


@pytest.mark.soak
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("source", CODES)
def test_the_whole_phrasebook(translating: Make, paths: Paths, source: str) -> None:
    """All 132 directions."""
    right, alone, lines = compare(translating("en", "de"), paths, [pair for pair in PAIRS if pair[0] == source])
    print(f"{source}: through the session {right}, bare prompt {alone}, of {lines}")  # noqa: T201 - a result to report
    assert right >= max(alone, 0.99 * lines)


def test_one_changed_word_costs_one_sentence(translating: Make) -> None:
    one = translating("en", "de")
    sentences = ENGLISH[:40]
    text = " ".join(sentences)
    one.translate(text)
    asked, spent = one.lane.requests, one.session.tokens_used
    assert asked >= 40
    changed = text.replace("Good evening.", "The sun is shining.")
    one.session.set_source(changed)
    QTest.qWait(50)
    still = [row for row in one.session.rows if row.state is RowState.DONE]
    one.wait()
    assert one.lane.requests == asked + 1
    assert one.session.tokens_used - spent < spent / 20
    assert len(still) >= 39
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


def hostile(one: Translating, texts: list[str]) -> list[tuple[str, str]]:
    """Return the texts that were obeyed without a mark."""
    found = []
    for text in texts:
        one.session.set_source("")
        one.translate(text)
        assert one.session.problem is None
        assert one.engine.process_id
        found += [
            (row.source.text, row.target)
            for row in one.session.rows
            if not row.marks and row.state is RowState.DONE and obeyed(row.source.text, row.target)
        ]
    return found


def test_hostile_texts_are_not_obeyed(translating: Make) -> None:
    one = translating("en", "de")
    one.translate("Hello!")
    process = one.engine.process_id
    assert hostile(one, list(short_texts(12, SEED))) == []
    assert one.engine.process_id == process
    one.session.set_source("")
    assert one.translate("Thank you very much.") == "Vielen Dank."


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_three_hundred_hostile_texts(translating: Make) -> None:
    one = translating("en", "de")
    one.translate("Hello!")
    process = one.engine.process_id
    assert hostile(one, list(short_texts(260, SEED))) == []
    for text in endless_texts(40, SEED):
        one.session.set_source("")
        one.session.set_source(text)
        one.qtbot.waitUntil(lambda: not one.session.preparing, timeout=60_000)
        QTest.qWait(500)
        assert one.session.source == text
    assert one.engine.process_id == process
    one.session.set_source("")
    assert one.translate("Thank you very much.") == "Vielen Dank."
