"""How long hostile answers hold up the window's event loop: those made by hand in full length, and generated ones.

Each payload is used as a person meets it: a stored conversation with it as question, thoughts and answer is opened, and
it is written as an answer in pieces of ``RATE`` characters. The window runs its own event loop meanwhile, and only the
time until it has shown everything counts: waiting would make the numbers better than they are.

``python -m benchmarks.hostile_gap [COUNT [FIRST]]``; goal: p99 at most 50 ms, over all ticks of a 2 ms timer.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.chat.transcript.transcript import Transcript
from app.ui.theme import Theme
from benchmarks.window_gap import Gaps
from tests.helpers.fake_chat_session import FakeChatSession, Script, assistant, person
from tests.helpers.hostile_payloads import generated, hand_made, make_canaries

COUNT = 200
RATE = 27  # characters in 33 ms: about 200 tokens/s
STREAMED = 1500  # characters of each payload, its end: what comes before is there already
LONGEST = 20.0  # seconds for one payload
WORST = 6

Payload = tuple[str, str]


def run(count: int = COUNT, first: int = 0) -> dict[str, float]:
    """Measure both kinds of payloads in both uses; milliseconds."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    results: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        canary = make_canaries(Path(folder))
        by_hand = hand_made(canary) if first == 0 else []
        made = [(str(seed), generated(seed, canary)) for seed in range(first, first + count)]
        for name, payloads in (("by_hand", by_hand), ("generated", made)):
            for use, show in (("opened", _open), ("streamed", _stream)):
                if payloads:
                    results |= _measure(application, f"{name}_{use}", payloads, show)
    return results


Show = Callable[[FakeChatSession, str], None]


def _measure(application: QApplication, name: str, payloads: list[Payload], show: Show) -> dict[str, float]:
    session = FakeChatSession()
    theme = Theme(application)
    transcript = Transcript(theme, session)
    transcript.resize(1016, 760)
    transcript.show()
    session.show([person("Hello"), assistant("Hello.")])
    _until(lambda: transcript.is_settled)
    gaps = Gaps()
    worst: list[tuple[float, str]] = []
    for label, payload in payloads:
        before = len(gaps.busy)
        with gaps:
            QTimer.singleShot(0, session, lambda: show(session, payload))  # noqa: B023 - run before the next one
            _until(lambda: transcript.is_settled and not session.busy)
        session.stop()
        worst.append((max(gaps.busy[before:], default=0.0), label))
    for milliseconds, label in sorted(worst)[-WORST:]:
        print(f"{name}: {milliseconds:8.1f} ms busy  {label}")
    transcript.close_workers()
    transcript.deleteLater()
    theme.deleteLater()
    return gaps.numbers(name)


def _open(session: FakeChatSession, payload: str) -> None:
    session.show([person(payload), assistant(payload, payload)])


def _stream(session: FakeChatSession, payload: str) -> None:
    ready = max(0, len(payload) - STREAMED)
    session.show([])
    session.script = Script(answer=payload, characters_per_tick=max(1, ready))
    session.send("Go on.", run=False)
    session.step()
    session.step()
    session.write_on(False, payload[ready:], RATE)
    session.run()


def _until(done: Callable[[], bool]) -> None:
    """Run the event loop until it is ``done`` (twice in a row: one pass starts the next)."""
    end, loop, times = time.monotonic() + LONGEST, QEventLoop(), 0

    def look() -> None:
        nonlocal times
        times = times + 1 if done() else 0
        if times > 1 or time.monotonic() > end:
            loop.quit()

    timer = QTimer(interval=15)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()


def main(arguments: Sequence[str] = ()) -> None:
    """Print the numbers."""
    for name, value in run(*map(int, arguments)).items():
        print(f"{name:32}{value:10.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
