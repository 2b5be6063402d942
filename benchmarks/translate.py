"""Translation through the session against the same requests sent to llama-server, one after the other.

The starter model, 40 sentences of its phrasebook, both sides without thinking and with the same sampling. Parley's side
is the whole path without the window: detection, cutting, the memory's look into the store, the guards, the worker.
"""

from __future__ import annotations

import csv
import json
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop

from app.session.translate.rows import RowState
from app.system.paths import Paths
from app.translate.languages import by_code
from app.translate.prompt import Manner, Request, request
from benchmarks.rounds import Comparison, compare
from benchmarks.turns import THREADS, llama_server
from tests.helpers.translating import Translating, build_translating

SENTENCES = 40
FIRST_ROUNDS, ROUNDS = 9, 5
PHRASEBOOK = Path(__file__).parents[1] / "tests" / "data" / "phrasebook.tsv"


class Loop:
    """Waits as pytest-qt does."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int = 5000) -> None:  # noqa: N802
        """Handle events until ``callback`` says True. Raises TimeoutError."""
        deadline = time.monotonic() + timeout / 1000
        while not callback():
            if time.monotonic() > deadline:
                raise TimeoutError
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
            time.sleep(0.0005)


def run() -> list[Comparison]:
    """Measure everything of this module."""
    rows = csv.DictReader(PHRASEBOOK.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    sentences = [row["English"] for row in rows if "{" not in row["English"]][:SENTENCES]
    english, german = by_code("en"), by_code("de")
    if english is None or german is None:
        raise LookupError("languages")
    requests = [request(sentence, Manner(english, german)) for sentence in sentences]
    with session() as ours, llama_server() as port:
        text = " ".join(sentences)
        return [
            compare(
                "first translated sentence, through the session vs llama-server",
                lambda: first(ours, text),
                lambda: first_of_server(port, requests),
                rounds=FIRST_ROUNDS,
                at_most=1.05,
            ),
            compare(
                f"{SENTENCES} sentences, through the session vs llama-server",
                lambda: whole(ours, text),
                lambda: timed(lambda: [answer(port, one) for one in requests]),
                rounds=ROUNDS,
                at_most=1.05,
            ),
        ]


@contextmanager
def session() -> Iterator[Translating]:
    """Build a session with the model loaded."""
    application = QCoreApplication.instance() or QCoreApplication([])
    with tempfile.TemporaryDirectory() as home:
        root = Path(home)
        paths = Paths(root / "data", root / "config", root / "cache", root / "logs")
        one = build_translating(Loop(), paths, source="en", target="de")
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


def first_of_server(port: int, requests: list[Request]) -> float:
    """Return the seconds to the first sentence after another one: in Parley the second has been begun by then."""
    answer(port, requests[1])
    return timed(lambda: answer(port, requests[0]))


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


def answer(port: int, one: Request) -> str:
    """Ask llama-server the same and return what it says."""
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
    address = f"http://127.0.0.1:{port}/v1/chat/completions"
    call = urllib.request.Request(address, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(call, timeout=60) as reply:
        return str(json.loads(reply.read())["choices"][0]["message"]["content"])
