"""Tokens per second while the real window renders the answer on the same two cores, against llama-bench."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.chat.conversation import Message
from app.session.models.model_session import ModelState
from app.system.paths import default_paths
from app.ui.application import build
from app.ui.parley import Parley
from benchmarks.models import smollm2
from benchmarks.rounds import Comparison, compare
from benchmarks.speed import TEMPLATE_TOKENS, THREADS, llama_bench
from devtools.peers import programs
from devtools.places import default_places

ROUNDS = 15
TOKENS = 256
REST_MILLISECONDS = 1500
QUESTION = "Write a very long story about the sea, with many chapters."


def run() -> list[Comparison]:
    """Measure everything of this module."""
    bench = programs(default_places()) / "llama-bench"
    with tempfile.TemporaryDirectory() as home:
        os.environ["PARLEY_HOME"] = home
        application = QApplication.instance() or QApplication([])
        if not isinstance(application, QApplication):
            raise TypeError("another kind of Qt application is running")
        parley = _open(application)
        try:
            return [
                compare(
                    "tokens/s through the whole window, vs llama-bench",
                    lambda: answer_speed(parley),
                    lambda: llama_bench(bench, "-p", "0", "-n", str(TOKENS), "-d", str(TEMPLATE_TOKENS)),
                    rounds=ROUNDS,
                    at_least=0.92,
                )
            ]
        finally:
            parley.close()


def answer_speed(parley: Parley) -> float:
    """Ask through the session with the window open; return the tokens per second of the answer."""
    loop = QEventLoop()
    finished: list[Message] = []
    parley.chat.answer_finished.connect(finished.append)
    parley.chat.answer_finished.connect(loop.quit)
    while True:
        parley.chat.new_conversation()
        parley.chat.send(QUESTION)
        stopper = QTimer(interval=100)  # both sides write as many tokens: the further on, the slower
        stopper.timeout.connect(lambda: parley.chat.stop() if written(parley) >= TOKENS else None)
        stopper.start()
        loop.exec()
        stopper.stop()
        usage = finished[-1].usage
        _rest(parley)
        if usage and usage.answer_tokens >= TOKENS:
            return usage.tokens_per_second


def _rest(parley: Parley) -> None:
    """Let the engine read ahead, so that it takes nothing from the peer."""
    loop = QEventLoop()
    QTimer.singleShot(REST_MILLISECONDS, parley.window, loop.quit)
    loop.exec()


def written(parley: Parley) -> int:
    """Return how many tokens the running answer has."""
    return parley.chat.live.answer_tokens if parley.chat.live else 0


def _open(application: QApplication) -> Parley:
    parley = build(application, default_paths())
    parley.settings.change(threads=THREADS, context_size=4096)
    parley.window.show()
    parley.transcript.load()
    parley.vault.open()
    parley.models.load(str(Path(smollm2())))
    loop = QEventLoop()
    parley.models.changed.connect(lambda: loop.quit() if parley.models.state is not ModelState.LOADING else None)
    loop.exec()
    while parley.transcript.transcript is None:
        application.processEvents()
    return parley
