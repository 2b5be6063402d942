"""How long finding in a conversation of 100k tokens holds up the window's event loop.

Measured as in ``window_gap``: while its text is read for the first time, while words are typed letter by letter, while
a person goes from hit to hit, and while an answer streams and thousands of hits are lit. Run with
``python -m benchmarks.find_gap``; goal: 50 ms at most for a key, p99 16 ms while an answer streams.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.ui.chat.find.bar import FindBar
from app.ui.chat.find.finder import Finder
from app.ui.chat.transcript.transcript import Transcript
from app.ui.i18n import install_language
from app.ui.theme import Theme
from benchmarks.models_gap import wait
from benchmarks.window_gap import PIECE, Gaps, long_conversation
from tests.helpers.fake_chat_session import FakeChatSession, Script

WORDS = ("e", "fox", "brown fox", "文", "nowhere")
STEPS = 60
GOAL = 50.0


def run() -> dict[str, float]:
    """Return all numbers, in milliseconds."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    install_language(application, "en")
    theme, session = Theme(application), FakeChatSession()
    transcript = Transcript(theme, session)
    transcript.resize(1016, 760)
    transcript.show()
    session.show(long_conversation())
    wait(2.0)
    bar = FindBar(theme, Finder(theme, session, transcript), transcript)
    results: dict[str, float] = {}
    for name, work in (("read", _read), ("type", _type), ("step", _step)):
        with Gaps() as gaps:
            work(bar)
        results |= gaps.numbers(name)
    bar.field.setText("e")
    session.script = Script(answer=PIECE * 60)
    session.send("Go on.")
    wait(1.0)
    with Gaps() as gaps:
        wait(6.0)
    results |= gaps.numbers("stream")
    session.stop()
    transcript.close_workers()
    return results


def _read(bar: FindBar) -> None:
    bar.open()
    wait(4.0)


def _type(bar: FindBar) -> None:
    for words in WORDS:
        for end in range(1, len(words) + 1):
            bar.field.setText(words[:end])
            wait(0.15)


def _step(bar: FindBar) -> None:
    bar.field.setText("quick")
    for _ in range(STEPS):
        bar.step(1)
        wait(0.05)


def main() -> None:
    """Print the numbers."""
    for name, value in run().items():
        missed = name.endswith("busy_max_ms") and value > GOAL
        print(f"{name:24}{value:10.2f}{'  missed' if missed else ''}")


if __name__ == "__main__":
    main()
