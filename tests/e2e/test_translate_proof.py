"""Proofs of the Translate page: phrasebook and hostile texts; the real window, worker and starter model."""

from __future__ import annotations

import csv
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.session.translate.rows import RowState
from app.system.paths import Paths
from app.translate.prompt import sampling, thinking
from app.ui.parley import Parley
from app.ui.translate.source_edit import fitting
from app.ui.translate.text_pane import TextPane, raw_text
from tests.e2e.conftest import START
from tests.helpers.engine_process import EngineProcess
from tests.helpers.hostile_texts import endless_texts, obeyed, short_texts

SEED = 20261122
LONG = 600_000
"""Milliseconds that a whole text may take."""
FROZEN = 5.0
"""Seconds of work of the window's own thread without a look at its events: a system would say "not responding"."""
PHRASEBOOK = Path(__file__).parents[1] / "data" / "phrasebook.tsv"
PHRASES = list(csv.DictReader(PHRASEBOOK.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
CODES = {
    "English": "en", "Chinese": "zh-Hans", "Spanish": "es", "French": "fr", "German": "de", "Portuguese": "pt",
    "Italian": "it", "Russian": "ru", "Japanese": "ja", "Korean": "ko", "Arabic": "ar", "Hindi": "hi",
}  # fmt: skip
PAIRS = [(source, target) for source in CODES for target in CODES if source != target]


class Reader:
    """A person who pastes and reads."""

    def __init__(self, qtbot: QtBot, parley: Parley) -> None:
        parley.window.translation.open()
        page = parley.window.translation.page
        assert page is not None
        self.qtbot, self.page = qtbot, page

    def choose(self, source: str, target: str) -> None:
        self.clear()
        self.page.languages.target.chosen.emit(target)
        self.page.languages.source.chosen.emit(source)
        assert (self.page.session.source_language, self.page.session.target_language) == (source, target)

    def clear(self) -> None:
        self.page.desk.clear.click()
        self.qtbot.waitUntil(lambda: not self.page.session.rows, timeout=START)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.page.desk.source.paste()
        self.qtbot.waitUntil(lambda: bool(self.page.session.rows) or not text.strip(), timeout=START)

    def translated(self, text: str) -> str:
        """Return what stands on the screen when all is translated."""
        self.paste(text)
        session = self.page.session
        self.qtbot.waitUntil(lambda: not session.busy or session.problem is not None, timeout=LONG)
        QTest.qWait(0)
        return shown(self.page.desk.target)


def shown(pane: TextPane) -> str:
    """Return a pane's text with its no-break spaces, which ``toPlainText`` makes plain ones."""
    return raw_text(pane.document())


Phrases = list[dict[str, str]]


def phrasebook(reader: Reader, pair: tuple[str, str], phrases: Phrases) -> int:
    """Translate the phrases, a line each; return how many lines are right."""
    source, target = pair
    reader.choose(CODES[source], CODES[target])
    got = reader.translated("\n".join(row[source] for row in phrases)).split("\n")
    return sum(line == row[target] for row, line in zip(phrases, got, strict=True))


def bare(engine: EngineProcess, pair: tuple[str, str], phrases: Phrases) -> int:
    """Return how many lines are right when the model is asked in the words of its training."""
    source, target = pair
    right = 0
    for row in phrases:
        words = (
            f"Translate the following text from {source} into {target}. Output only the translation.\n\n{row[source]}"
        )
        answer = engine.ask(words, max_tokens=200, thinking=thinking(False), sampling=sampling())
        right += answer.text.strip() == row[target]
    return right


def compare(reader: Reader, paths: Paths, pairs: list[tuple[str, str]], phrases: Phrases) -> tuple[int, int]:
    """Return how many lines are right on the screen, and how many by the bare prompt."""
    right = sum(phrasebook(reader, pair, phrases) for pair in pairs)
    with EngineProcess(paths.data) as engine:
        engine.load()
        return right, sum(bare(engine, pair, phrases) for pair in pairs)


def test_the_phrasebook_through_the_window(qtbot: QtBot, parley: Parley, paths: Paths) -> None:
    rng = random.Random(SEED)
    phrases = rng.sample(PHRASES, 12)
    right, alone = compare(Reader(qtbot, parley), paths, rng.sample(PAIRS, 1), phrases)
    assert right >= max(alone, len(phrases) - 1)


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("source", CODES)
def test_the_whole_phrasebook_through_the_window(qtbot: QtBot, parley: Parley, paths: Paths, source: str) -> None:
    """All 132 directions."""
    pairs = [pair for pair in PAIRS if pair[0] == source]
    right, alone = compare(Reader(qtbot, parley), paths, pairs, PHRASES)
    lines = len(pairs) * len(PHRASES)
    print(f"{source}: through the window {right}, bare prompt {alone}, of {lines}")  # noqa: T201 - a result to report
    assert right >= max(alone, 0.99 * lines)


# --- hostile texts ---


@contextmanager
def never_frozen() -> Iterator[list[float]]:
    """Fail when the window handles nothing for seconds; yields the longest time. Other programs do not count."""
    longest, last = [0.0], [time.thread_time()]

    def tick() -> None:
        now = time.thread_time()
        longest[0], last[0] = max(longest[0], now - last[0]), now

    timer = QTimer(interval=10)
    timer.timeout.connect(tick)
    timer.start()
    yield longest
    timer.stop()
    tick()
    assert longest[0] < FROZEN


def read_hostile(reader: Reader, text: str) -> list[tuple[str, str]]:
    """Return the sentences that were obeyed without a mark."""
    reader.clear()
    reader.translated(text)
    session = reader.page.session
    assert session.problem is None
    return [
        (row.source.text, row.target)
        for row in session.rows
        if not row.marks and row.state is RowState.DONE and obeyed(row.source.text, row.target)
    ]


def paste_endless(reader: Reader, text: str) -> None:
    reader.clear()
    reader.paste(text)
    QTest.qWait(300)
    here = shown(reader.page.desk.source)
    assert len(here) > 4000 or not text.strip()
    assert fitting(text.replace("\r", "\n")).startswith(here[:4000])


def hostile(qtbot: QtBot, parley: Parley, short: int, endless: int, seed: int = SEED) -> float:
    """Paste so many texts; return the longest time that the window was away."""
    reader, process = Reader(qtbot, parley), parley.engine.process_id
    reader.choose("en", "de")
    with never_frozen() as longest:
        obeyed_ones = [found for text in short_texts(short, seed) for found in read_hostile(reader, text)]
        for text in endless_texts(endless, seed):
            paste_endless(reader, text)
        reader.clear()
        assert reader.translated("Thank you very much.") == "Vielen Dank."
    assert obeyed_ones == []
    assert parley.engine.process_id == process
    return longest[0]


def test_hostile_texts_are_not_obeyed(qtbot: QtBot, parley: Parley) -> None:
    hostile(qtbot, parley, 4, 1)


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("part", range(10))
def test_three_hundred_hostile_texts(qtbot: QtBot, parley: Parley, part: int) -> None:
    """30 at a time."""
    longest = hostile(qtbot, parley, 26, 4, SEED + part)
    print(f"30 hostile texts: the window was away for at most {longest:.2f} s")  # noqa: T201 - a result to report
