"""How long the second to tenth question of a conversation waits for its first token, with thinking and long answers.

One conversation, three sides in turn: Parley's worker; the same worker with nothing in memory (naive re-reading); and
llama-server of the same source with the same model, threads, window and turns. The starter model thinks and writes
about 900 tokens per answer, and its template leaves old thoughts out as Qwen3's does. Between an answer and the next
question every side gets the same second, in which a person reads; Parley uses it to read the answer without thoughts.

A second comparison: the first question after a restart, from disk against reading everything again, with SmolLM2-135M,
whose cost per token is that of a real model's.
"""

from __future__ import annotations

import json
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from app.engine.api import ChatMessage, KeepOnDisk, Role, TextDelta, ThinkingOptions
from app.system.paths import starter_model
from benchmarks.models import smollm2
from benchmarks.rounds import Comparison, compare
from devtools.peers import programs
from devtools.places import default_places
from tests.helpers.engine_process import GREEDY, EngineProcess, user

CONTEXT = 16384
THREADS = 2
TURNS = 10
READING_SECONDS = 1.0
QUESTION = "Count from 1 to 200."
LONG = "The story of a river that wanted to know where it came from and asked every stone on its way about it. " * 60
ROUNDS = 3


def run() -> list[Comparison]:
    """Measure everything of this module."""
    naive, server = [], []
    with ExitStack() as stack:
        ours = stack.enter_context(worker())
        empty = stack.enter_context(worker())
        port = stack.enter_context(llama_server())
        messages: list[ChatMessage] = []
        theirs: list[dict[str, Any]] = []
        for turn in range(1, TURNS + 1):
            messages.append(user(QUESTION))
            theirs.append({"role": "user", "content": QUESTION})
            first, answer = ask(ours, messages)
            their_first, their_answer = ask_server(port, theirs)
            if turn > 1:
                naive.append((first, without_memory(empty, messages)))
                server.append((first, their_first))
            messages.append(ChatMessage(Role.ASSISTANT, answer))
            theirs.append({"role": "assistant", "content": their_answer})
            time.sleep(READING_SECONDS)
    return [
        compared("first token, turns 2 to 10, vs naive re-reading", naive, 0.15),
        compared("first token, turns 2 to 10, vs llama-server", server, 0.5),
        from_disk(),
    ]


def compared(name: str, pairs: list[tuple[float, float]], at_most: float) -> Comparison:
    """Return the medians of seconds and of their ratios, turn by turn."""
    ratios = [a / b for a, b in pairs]
    ratio = statistics.median(ratios)
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    return Comparison(name, ours, theirs, ratio, (min(ratios), max(ratios)), f"<= {at_most}", ratio <= at_most)


@contextmanager
def worker() -> Iterator[EngineProcess]:
    """Start the real engine worker with the starter model."""
    with tempfile.TemporaryDirectory() as home, EngineProcess(Path(home)) as engine:
        engine.load(threads=THREADS, context_size=CONTEXT)
        yield engine


def ask(engine: EngineProcess, messages: list[ChatMessage], **values: Any) -> tuple[float, str]:
    """Return the seconds from the question to its first token, and the answer."""
    began = time.perf_counter()
    request = engine.start(messages, **values)
    first = engine.wait_for(TextDelta, request)
    seconds = time.perf_counter() - began
    answer = engine.collect(request, deadline=300)
    return seconds, (first.text if first.kind == "answer" else "") + answer.text


def without_memory(engine: EngineProcess, messages: list[ChatMessage]) -> float:
    """Return the seconds to the first token after something else was asked."""
    ask(engine, [user("Hello")], max_tokens=1, thinking=ThinkingOptions(enabled=False))
    return ask(engine, messages, max_tokens=1, thinking=ThinkingOptions(budget=1))[0]


@contextmanager
def llama_server() -> Iterator[int]:
    """Start llama-server with the same model and return its port."""
    program = programs(default_places()) / "llama-server"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [
        str(program), "-m", str(starter_model()), "-t", str(THREADS), "-c", str(CONTEXT), "-np", "1", "--jinja",
        "--host", "127.0.0.1", "--port", str(port),
    ]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            deadline = time.monotonic() + 60
            while not _healthy(port):
                if time.monotonic() > deadline:
                    raise TimeoutError("llama-server did not start")
                time.sleep(0.2)
            yield port
        finally:
            process.kill()


def _healthy(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError):
        return False


def ask_server(port: int, messages: list[dict[str, Any]]) -> tuple[float, str]:
    """Return the seconds to llama-server's first token, and its answer without the thoughts."""
    body = json.dumps({"messages": messages, "temperature": 0, "stream": True, "cache_prompt": True}).encode()
    address = f"http://127.0.0.1:{port}/v1/chat/completions"
    request = urllib.request.Request(address, body, {"Content-Type": "application/json"})
    began, first, pieces = time.perf_counter(), 0.0, []
    with urllib.request.urlopen(request, timeout=300) as answer:
        for line in answer:
            if not line.startswith(b"data: {"):
                continue
            delta = json.loads(line[6:])["choices"][0]["delta"]
            text = delta.get("content") or ""
            if not first and (text or delta.get("reasoning_content")):
                first = time.perf_counter() - began
            pieces.append(text)
    return first, "".join(pieces)


def from_disk() -> Comparison:
    """Compare a restart whose first question finds the conversation on disk with one that does not."""
    with tempfile.TemporaryDirectory() as folder:
        after_restart(Path(folder), "kept")
        return compare(
            "first question after a restart, from disk vs read again (SmolLM2)",
            lambda: after_restart(Path(folder), "kept"),
            lambda: after_restart(Path(folder), ""),
            rounds=ROUNDS,
            at_most=0.5,
        )


def after_restart(folder: Path, conversation: str) -> float:
    """Return the seconds from the question to its first token; leave the conversation on disk."""
    with EngineProcess(folder / "home") as engine:
        kept = folder / "kept"
        engine.send(KeepOnDisk(folder=str(kept), key="0" * 64, max_bytes=1 << 30, rest_seconds=0.0))
        engine.load(smollm2(), threads=THREADS, context_size=4096)
        off = ThinkingOptions(enabled=False)
        seconds, _ = ask(engine, [user(LONG)], conversation=conversation, max_tokens=1, thinking=off, sampling=GREEDY)
        deadline = time.monotonic() + 20
        while conversation and not list(kept.glob("*.kept")) and time.monotonic() < deadline:
            time.sleep(0.1)
        return seconds
