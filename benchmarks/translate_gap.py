"""How long the window's event loop is held up while a person types into the Translate page at ten keys a second.

The session, engine and starter model are the real ones; the text is of sentences that are translated already, so that
both sides are full: 40, then 200, then 5,000 lines, which is the most that the page takes (these and the 200 come from
the memory of sentences). Run with ``python -m benchmarks.translate_gap [SENTENCES …]``; goal: p99 at most 16 ms.
``busy`` is the processor time of the window's own thread between two ticks, which other programs do not disturb: a key
may not cost more because the text is longer. ``paste`` is the coming of the whole text. ``stale`` counts the changes
of the pane after which it showed a translation of an older wording than before; goal: 0 of ``shown``.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.session.models.model_session import ModelState
from app.session.translate.rows import RowState
from app.system.paths import default_paths
from app.translate.segments import split
from app.ui.application import build
from app.ui.collector import Collector
from app.ui.parley import Parley
from app.ui.translate.page import TranslatePage
from benchmarks.window_gap import Gaps, Results

KEY_MS = 100
PHRASES = ("Where is the train station?", "Please open the window.", "Good morning.", "Thank you very much.")
TYPED = "Where is the train station? Please open the window. Good evening. Thank you very much. "
SENTENCES = (40, 200, 5000)
TRANSLATED = 40
"""So many are given to the model."""

IN_PHRASES = 1000
PATIENCE = 120.0


def run(sentences: Sequence[int] = SENTENCES) -> Results:
    """Measure; milliseconds and counts, the names with the number of sentences in front."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["PARLEY_HOME"] = home
        os.environ["PYTHON_KEYRING_BACKEND"] = "tests.helpers.file_keyring.FileKeyring"
        os.environ["PARLEY_TEST_KEYRING"] = str(Path(home) / "keyring.json")
        application = QApplication.instance() or QApplication([])
        assert isinstance(application, QApplication)
        parley = build(application, default_paths())
        parley.collector = Collector(parley.window)  # as in the program
        parley.window.show()
        parley.start()
        _until(lambda: parley.models.state is ModelState.READY)
        _wait(4.0)  # what is loaded after the start
        results: Results = {}
        for number in sentences:
            results |= {f"{number}_{name}": value for name, value in _type(parley, number).items()}
        parley.close()
    return results


def _text(sentences: int) -> str:
    if sentences > IN_PHRASES:
        return "\n".join(f"Go {number}." for number in range(sentences))
    return " ".join(PHRASES[number % len(PHRASES)] for number in range(sentences))


def _type(parley: Parley, sentences: int) -> Results:
    parley.window.translation.open()
    page = parley.window.translation.page
    assert page is not None
    session = parley.translate_side().session
    page.desk.clear.click()
    session.source_language, session.target_language = "en", "de"
    _wait(3.0)
    text = _text(sentences)
    if sentences > TRANSLATED:
        for sentence in split(text, "en"):
            session.memory.put(session.key(sentence.text), f"{sentence.text[:-1]}, {sentence.text}")
    with Gaps() as coming:
        QApplication.clipboard().setText(f"{text}\n")
        page.desk.source.paste()
        _until(lambda: len(session.rows) > sentences and not session.busy)
    _wait(3.0)
    watch = Staleness(page, first=len(session.rows))
    with Gaps() as gaps:
        for letter in TYPED:
            QTest.keyClicks(page.desk.source, letter)
            _wait(KEY_MS / 1000)
        _until(lambda: not session.busy)
    typing = coming.numbers("paste") | gaps.numbers("typing")
    return typing | {"typing_stale": float(watch.stale), "typing_shown": float(watch.shown)}


class Staleness:
    """Looks at every change of the pane itself, and knows how much had been typed of what each translation is of."""

    def __init__(self, page: TranslatePage, first: int) -> None:
        """``first``: the first row that is typed."""
        self._session, self._pane, self._first = page.session, page.desk.target, first
        self._typed: dict[str, int] = {}  # a translation -> the length of the longest wording that it was of
        self._newest: dict[int, int] = {}  # row -> the length of the wording whose translation was shown last
        self.stale = self.shown = 0
        for signal in (page.session.changed, page.session.segment_changed):
            signal.connect(self._note)  # a long text is not shown with every change of it
        self._pane.document().contentsChanged.connect(self._look)

    def _note(self) -> None:
        for row in self._session.rows[self._first :]:
            target = row.target.strip()
            if target and row.state is not RowState.WAITING:
                self._typed[target] = max(self._typed.get(target, 0), len(row.source.text))

    def _look(self) -> None:
        self._note()
        for index in range(self._first, min(len(self._pane.pieces), len(self._session.rows))):
            row, shown = self._session.rows[index], self._pane.pieces[index].text.strip()
            typed = self._typed.get(shown)
            if typed is not None and row.source.translate:
                self.shown += 1
                self.stale += typed < self._newest.get(index, 0)
                self._newest[index] = typed


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def _until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("the translation did not come")
        _wait(0.02)


def main(arguments: Sequence[str] = ()) -> None:
    """Print the numbers."""
    for name, value in run([int(number) for number in arguments] or SENTENCES).items():
        print(f"{name:28} {value}")


if __name__ == "__main__":
    main(sys.argv[1:])
