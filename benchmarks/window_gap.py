"""How long the window's event loop is held up while an answer streams into a very long one.

A timer should fire every 2 ms; how much later it does is the gap that a person's click would have to wait. On a machine
that is busy with other things the gap is theirs too, so the processor time of the window's own thread between two
ticks (``busy``) is measured beside it. Run with
``python -m benchmarks.window_gap [CASE …]``; goal: p99 at most 16 ms, never more than 50 ms. The ``conversation`` case
streams into one of 100k tokens in 250 messages, says how long it takes to open (goal: 300 ms until all on the screen
is laid out), what streaming costs in memory, and that neither a selection nor the place that is read moves.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.chat.conversation import Message
from app.ui.chat.transcript.transcript import Transcript
from app.ui.theme import Theme
from tests.helpers.fake_chat_session import FakeChatSession, Script, assistant, person

Results = dict[str, float]

TICK_MS = 2
SECONDS = 6.0
LONG = 400_000  # characters: about 100k tokens
MESSAGES = 250
WARM_UP = 4  # rounds of ``SECONDS`` in which caches fill, glyphs and formats among them: then memory has to stay
RATE = 27  # characters in 33 ms: about 200 tokens/s

PARAGRAPH = "The **quick** brown fox `jumps` over the [lazy](https://example.org) dog, and *runs* away from here. " * 4
PIECE = f"""## A part

{PARAGRAPH}

- one **item** of a list
- another one with more words in it, so that it is longer than a line and has to be wrapped
  1. nested
  2. again

```python
def area(radius: float) -> float:
    return 3.14159 * radius**2  # of a circle
```

| a | b | c |
|---|--:|---|
| 1 | 2 | three |
| 4 | 5 | six |

> {PARAGRAPH}

"""


class Gaps:
    """Collects how late a timer fires."""

    def __init__(self) -> None:
        self.values: list[float] = []
        self.busy: list[float] = []
        self._last = self._last_busy = 0.0
        self._timer = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def __enter__(self) -> Gaps:
        self._last, self._last_busy = time.perf_counter(), time.thread_time()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        self.values.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self.busy.append((busy - self._last_busy) * 1000)
        self._last, self._last_busy = now, busy

    def numbers(self, name: str) -> dict[str, float]:
        """Return p50, p99 and the largest gap in milliseconds."""
        ordered, busy = sorted(self.values), sorted(self.busy)
        return {
            f"{name}_p50_ms": round(statistics.median(ordered), 2),
            f"{name}_p99_ms": round(ordered[int(len(ordered) * 0.99)], 2),
            f"{name}_max_ms": round(ordered[-1], 2),
            f"{name}_busy_p99_ms": round(busy[int(len(busy) * 0.99)], 2),
            f"{name}_busy_max_ms": round(busy[-1], 2),
        }


LONG_ANSWER = (PIECE * (LONG // len(PIECE) + 1))[:LONG]
THOUGHTS = "Let me think about this once more, because it may be wrong. " * 9000
STREAMED: dict[str, tuple[Script, int]] = {
    "answer": (Script(answer=LONG_ANSWER + PIECE * 40), LONG),
    "code": (Script(answer="```python\n" + "x = [1, 2, 3]  # some code\n" * 3000), 40_000),
    "list": (Script(answer="- an item of **a** long list\n" * 3000), 40_000),
    "table": (Script(answer="| a | b |\n|---|---|\n" + "| one | two |\n" * 3000), 20_000),
    "formulas": (Script(answer="So $x_i^2 = \\frac{a}{b}$, and then\n\n$$\n\\sum_i y_i\n$$\n\n" * 900), 20_000),
    "unbroken": (Script(answer="x" * 250_000), 200_000),
    "thoughts": (Script(thoughts=THOUGHTS), LONG),
    "open_thoughts": (Script(thoughts=THOUGHTS), LONG),
}


def run(wanted: Sequence[str] = ()) -> Results:
    """Measure all cases, or those wanted; milliseconds."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme(application)
    results: Results = {}
    for name, (script, ready) in STREAMED.items():
        if not wanted or name in wanted:
            prepare = _open_pane if name == "open_thoughts" else None
            results |= _stream(theme, name, script, ready, prepare)
    if not wanted or "conversation" in wanted:
        results |= _conversation(theme)
    if not wanted or "open" in wanted:
        results |= _open_and_scroll(theme, LONG_ANSWER)
    return results


def long_conversation() -> list[Message]:
    """Return 250 messages with about 100,000 tokens."""
    answer = PIECE * (2 * LONG // MESSAGES // len(PIECE) + 1)
    return [m for _ in range(MESSAGES // 2) for m in (person("How is this done?"), assistant(answer))]


def _conversation(theme: Theme) -> Results:
    """Open a conversation of 100k tokens, stream into it at its end, then while the person reads further up."""
    session = FakeChatSession()
    transcript = _window(theme, session)
    session.show([person("Hello"), assistant("Hello.")])
    _wait(1.0)
    messages = long_conversation()
    results: Results = {}
    opened = []
    for _ in range(3):
        start = time.perf_counter()
        session.show(list(messages))
        _settle(transcript)
        opened.append((time.perf_counter() - start) * 1000)
    results["conversation_opened_ms"] = round(max(opened), 1)
    session.script = Script(answer=PIECE * 400)
    session.send("Go on.")
    _wait(2.0)
    memory = [_memory()]
    with Gaps() as gaps:
        for _ in range(WARM_UP + 6):
            _wait(SECONDS)
            memory.append(_memory())
    results |= gaps.numbers("conversation")
    grown = memory[-1] - memory[WARM_UP]
    results["conversation_mib_per_minute"] = round(grown / (len(memory) - 1 - WARM_UP) / SECONDS * 60, 2)
    transcript.verticalScrollBar().setValue(transcript.verticalScrollBar().value() - 3000)
    _settle(transcript)
    place = transcript.verticalScrollBar().value()
    with Gaps() as gaps:
        _wait(SECONDS)
    results |= gaps.numbers("conversation_read_above")
    results["conversation_moved_px"] = abs(transcript.verticalScrollBar().value() - place)
    session.stop()
    _close(transcript)
    return results


def _settle(transcript: Transcript) -> None:
    QApplication.processEvents()
    while not transcript.is_settled:
        QApplication.processEvents()


def _memory() -> float:
    """Return what this process holds, in MiB."""
    gc.collect()
    return float(psutil.Process().memory_info().rss) / 2**20


def _stream(
    theme: Theme, name: str, script: Script, ready: int, prepare: Callable[[Transcript], None] | None = None
) -> dict[str, float]:
    """Stream at 200 tokens/s into an answer that has ``ready`` characters already."""
    session = FakeChatSession(Script(script.thoughts, script.answer, ready))
    transcript = _window(theme, session)
    session.send("Go on.", run=False)
    session.step()
    session.step()
    session.script = script
    live = session.live
    assert live is not None
    rest = (script.thoughts or script.answer)[ready:]
    session.write_on(bool(script.thoughts), rest, RATE)
    _wait(1.5)
    if prepare:
        prepare(transcript)
        _wait(1.5)
    with Gaps() as gaps:
        session.run()
        _wait(SECONDS)
    session.stop()
    _close(transcript)
    return gaps.numbers(name)


def _open_pane(transcript: Transcript) -> None:
    view = transcript.views()[-1]
    pane = getattr(view, "pane", None)
    assert pane is not None
    pane.header.click()


def _open_and_scroll(theme: Theme, long_answer: str) -> dict[str, float]:
    """Open 2,000 messages, scroll through them, open one of 100k tokens, change the width."""
    session = FakeChatSession()
    transcript = _window(theme, session)
    messages = [m for _ in range(1000) for m in (person("How is this done?"), assistant(PIECE))]
    results: dict[str, float] = {}
    with Gaps() as gaps:
        session.show(messages)
        _wait(1.0)
    results |= gaps.numbers("open_2000_messages")
    with Gaps() as gaps:
        for step in range(120):
            bar = transcript.verticalScrollBar()
            bar.setValue(bar.maximum() - step * 700)
            _wait(0.016)
    results |= gaps.numbers("scroll_2000_messages")
    with Gaps() as gaps:
        session.show([person("Tell me all."), assistant(long_answer)])
        _wait(1.5)
    results |= gaps.numbers("open_100k_tokens")
    with Gaps() as gaps:
        for width in range(1000, 700, -20):
            transcript.resize(width, 800)
            _wait(0.03)
    results |= gaps.numbers("resize_100k_tokens")
    _close(transcript)
    return results


def _window(theme: Theme, session: FakeChatSession) -> Transcript:
    transcript = Transcript(theme, session)
    transcript.resize(1016, 760)
    transcript.show()
    _wait(0.1)
    return transcript


def _close(transcript: Transcript) -> None:
    transcript.close_workers()
    transcript.deleteLater()
    _wait(0.1)
    gc.collect()


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def main(wanted: Sequence[str] = ()) -> None:
    """Print the numbers."""
    results = run(wanted)
    kinds = ("p50", "p99", "max", "busy_p99", "busy_max")
    print(f"{'milliseconds':24}" + "".join(f"{kind:>10}" for kind in kinds))
    for case in dict.fromkeys(name.removesuffix("_p50_ms") for name in results if name.endswith("_p50_ms")):
        print(f"{case:24}" + "".join(f"{results[f'{case}_{kind}_ms']:10.2f}" for kind in kinds))
    for name in ("conversation_opened_ms", "conversation_mib_per_minute", "conversation_moved_px"):
        if name in results:
            print(f"{name:34}{results[name]:10.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
