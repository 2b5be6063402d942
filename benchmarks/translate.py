"""Translation through the session against the same requests sent to llama-server, one after the other.

The starter model, 40 sentences of its phrasebook, both sides without thinking and with the same sampling. Parley's side
is the whole path without the window: detection, cutting, the memory's look into the store, the guards, the worker, and
the text as it grows. The server's is as lean as it can be: its whole answer at once, over one connection that stays
open. Both sides must write as many tokens, else nothing is compared.
"""

from __future__ import annotations

import csv
import http.client
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from app.engine.api import AnyEvent, GenerationFinished
from app.session.translate.rows import RowState
from app.session.translate.session import TranslateSession
from app.system.paths import Paths
from app.translate.prompt import Request
from app.translate.task import SentenceTask
from benchmarks.rounds import Comparison, compare
from benchmarks.turns import THREADS, llama_server
from tests.helpers.translating import Translating, build_translating

SENTENCES = 40
FIRST_ROUNDS, ROUNDS = 9, 9
RARELY_MS = 20
PHRASEBOOK = Path(__file__).parents[1] / "tests" / "data" / "phrasebook.tsv"


TOLERANCE = 0.02
"""Tokens that the two sides may differ by: the arithmetic of two builds is not the same to the last bit."""


class Loop:
    """Waits in an event loop, as the window does: looking again and again would take the model's processor time."""

    def __init__(self) -> None:
        self.session: TranslateSession | None = None

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int = 5000) -> None:  # noqa: N802
        """Handle events until ``callback`` says True. Raises TimeoutError."""
        if callback():
            return
        loop, deadline = QEventLoop(), time.monotonic() + timeout / 1000
        look = QTimer(interval=RARELY_MS)
        signals = [look.timeout, *((self.session.changed, self.session.segment_changed) if self.session else ())]

        def leave() -> None:
            if callback() or time.monotonic() > deadline:
                loop.quit()

        for signal in signals:
            signal.connect(leave)
        look.start()
        loop.exec()
        for signal in signals:
            signal.disconnect(leave)
        if not callback():
            raise TimeoutError


class Server:
    """llama-server, asked over one connection for as long as it leaves that open."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.tokens = 0  # that were written

    def connect(self) -> None:
        """Connect anew: it hangs up after a few seconds without a question."""
        self._connection.close()
        self._connection.connect()

    def whole(self, requests: list[Request]) -> float:
        """Return the seconds for all of them."""
        self.connect()
        return timed(lambda: [self.answer(one) for one in requests])

    def first(self, requests: list[Request]) -> float:
        """Return the seconds to the first sentence after another one: in Parley the second has been begun by then."""
        self.connect()
        self.answer(requests[1])
        return timed(lambda: self.answer(requests[0]))

    def answer(self, one: Request) -> str:
        """Ask the same and return what it says."""
        body = {
            "messages": [{"role": "user", "content": one.messages[0].content}],
            "max_tokens": one.max_tokens,
            "temperature": one.sampling.temperature,
            "top_p": one.sampling.top_p,
            "top_k": one.sampling.top_k,
            "min_p": one.sampling.min_p,
            "seed": one.sampling.seed,
            "cache_prompt": True,
            "chat_template_kwargs": {"enable_thinking": False},
        }
        headers = {"Content-Type": "application/json"}
        self._connection.request("POST", "/v1/chat/completions", json.dumps(body).encode(), headers)
        reply = json.loads(self._connection.getresponse().read())
        self.tokens += reply["usage"]["completion_tokens"]
        return str(reply["choices"][0]["message"]["content"])


def run() -> list[Comparison]:
    """Measure everything of this module. Raises ValueError when the two sides do not do the same work."""
    rows = csv.DictReader(PHRASEBOOK.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    sentences = [row["English"] for row in rows if "{" not in row["English"]][:SENTENCES]
    with session() as ours, llama_server() as port:
        text, server = " ".join(sentences), Server(port)
        requests = [SentenceTask(sentence, ours.session.manner).request() for sentence in sentences]
        check_same_work(ours, text, server, requests)
        return [
            compare(
                "first translated sentence, through the session vs llama-server",
                lambda: first(ours, text),
                lambda: server.first(requests),
                rounds=FIRST_ROUNDS,
                at_most=1.05,
            ),
            compare(
                f"{SENTENCES} sentences, through the session vs llama-server",
                lambda: whole(ours, text),
                lambda: server.whole(requests),
                rounds=ROUNDS,
                at_most=1.05,
            ),
        ]


def check_same_work(ours: Translating, text: str, server: Server, requests: list[Request]) -> None:
    """Raise ValueError unless both sides are asked as often and write about as many tokens."""
    finished: list[GenerationFinished] = []

    def hear(event: AnyEvent) -> None:
        if isinstance(event, GenerationFinished):
            finished.append(event)

    ours.engine.received.connect(hear)
    whole(ours, text)
    ours.engine.received.disconnect(hear)
    server.whole(requests)
    written = sum(event.usage.answer_tokens for event in finished)
    # The server counts the token that ends an answer.
    theirs = server.tokens - len(requests)
    if len(finished) != len(requests) or abs(written - theirs) > TOLERANCE * theirs:
        raise ValueError(f"{len(finished)} answers of {written} tokens against {len(requests)} of {theirs}")


@contextmanager
def session() -> Iterator[Translating]:
    """Build a session with the model loaded."""
    application = QCoreApplication.instance() or QCoreApplication([])
    with tempfile.TemporaryDirectory() as home:
        root = Path(home)
        paths = Paths(root / "data", root / "config", root / "cache", root / "logs")
        loop = Loop()
        one = build_translating(loop, paths, source="en", target="de")
        loop.session = one.session
        one.settings.change(threads=THREADS)
        one.session.history_enabled = False
        one.translate("Hello!")
        try:
            yield one
        finally:
            one.close()
            application.processEvents()


def begin(one: Translating, text: str) -> float:
    """Put a text in with nothing remembered, and return when."""
    one.session.memory.clear()
    one.session.set_source("")
    one.wait()
    one.session.memory.clear()
    began = time.perf_counter()
    one.session.set_source(text)
    return began


def first(one: Translating, text: str) -> float:
    """Return the seconds to the first whole sentence."""
    began = begin(one, text)
    one.qtbot.waitUntil(lambda: bool(one.session.rows) and one.session.rows[0].state is RowState.DONE, timeout=60_000)
    seconds = time.perf_counter() - began
    one.session.stop()
    return seconds


def whole(one: Translating, text: str) -> float:
    """Return the seconds to the last sentence."""
    began = begin(one, text)
    one.wait()
    return time.perf_counter() - began


def timed(job: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    began = time.perf_counter()
    job()
    return time.perf_counter() - began
