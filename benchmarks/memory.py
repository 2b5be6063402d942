"""Memory of the engine worker above model file and KV cache, against llama-server with the same context."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil

from benchmarks.models import smollm2
from benchmarks.rounds import Comparison, compare
from benchmarks.speed import THREADS
from devtools.peers import programs
from devtools.places import default_places
from tests.helpers.engine_process import EngineProcess

CONTEXT = 4096
KV_BYTES = 2 * 30 * 3 * 64 * 2 * CONTEXT  # SmolLM2-135M: 30 layers, 3 key-value heads of 64, f16
QUESTION = "Tell me about the sea."
ROUNDS = 3


def run() -> list[Comparison]:
    """Measure everything of this module."""
    server = programs(default_places()) / "llama-server"
    return [
        compare(
            "worker memory above model and KV, vs llama-server",
            ours,
            lambda: theirs(server),
            rounds=ROUNDS,
            at_most=1.1,
        )
    ]


def ours() -> float:
    """Return MiB of the worker after one answer, model file and KV cache subtracted."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # every start but the first finds compiled modules
    with tempfile.TemporaryDirectory() as home, EngineProcess(Path(home)) as engine:
        engine.load(smollm2(), threads=THREADS, context_size=CONTEXT)
        engine.ask(QUESTION, max_tokens=64)
        return _above(engine.process.pid)


def theirs(server: Path) -> float:
    """Return MiB of llama-server after the same answer, likewise."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        str(server), "-m", str(smollm2()), "-t", str(THREADS), "-c", str(CONTEXT), "-np", "1", "--host", "127.0.0.1",
        "--port", str(port), "--cache-ram", "0",
    ]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _chat(port)
            return _above(process.pid)
        finally:
            process.kill()


def _chat(port: int) -> None:
    body = json.dumps({"messages": [{"role": "user", "content": QUESTION}], "max_tokens": 64}).encode()
    address = f"http://127.0.0.1:{port}/v1/chat/completions"
    deadline = time.monotonic() + 60
    while True:
        request = urllib.request.Request(address, body, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                answer.read()
                return
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def _above(pid: int) -> float:
    """Return the proportional set size less model file and KV, in MiB: shared pages count once on both sides."""
    total = psutil.Process(pid).memory_full_info().pss
    return float(total - smollm2().stat().st_size - KV_BYTES) / 2**20
