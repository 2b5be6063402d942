"""Tokens per second of the engine worker against llama-bench: generation at two depths, and reading a prompt."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.engine.api import Generate, SamplingParams, ThinkingOptions
from benchmarks.models import smollm2
from benchmarks.rounds import Comparison, compare
from devtools.peers import programs
from devtools.places import default_places
from tests.helpers.engine_process import Answer, EngineProcess, fresh_id, user

THREADS = 2
GENERATED = 128
TEMPLATE_TOKENS = 38  # what SmolLM2's template makes of one short question: both sides begin as deep
PROMPT = 512
DEPTH = 4096
CONTEXT = 8192
ROUNDS = 11
DEEP_ROUNDS = 3  # llama-bench reads the whole depth anew in each
CHARACTERS_PER_TOKEN = 4.62  # of WORDS, with SmolLM2's vocabulary
WORDS = "the story of a river that wanted to know where it came from and asked every stone on its way about it "


def run() -> list[Comparison]:
    """Measure everything of this module."""
    bench = programs(default_places()) / "llama-bench"
    with worker() as engine:
        return [
            compare(
                "engine tokens/s, depth 0, vs llama-bench",
                lambda: generation(engine, 0),
                lambda: llama_bench(bench, "-p", "0", "-n", str(GENERATED), "-d", str(TEMPLATE_TOKENS)),
                rounds=ROUNDS,
                at_least=0.97,
            ),
            compare(
                "engine tokens/s, depth 4096, vs llama-bench",
                lambda: generation(engine, DEPTH),
                lambda: llama_bench(bench, "-p", "0", "-n", str(GENERATED), "-d", str(DEPTH)),
                rounds=DEEP_ROUNDS,
                at_least=0.97,
            ),
            compare(
                "engine prompt tokens/s, 512 tokens, vs llama-bench",
                lambda: prompt(engine),
                lambda: llama_bench(bench, "-p", str(PROMPT), "-n", "0"),
                rounds=ROUNDS,
                at_least=0.98,
            ),
        ]


@contextmanager
def worker() -> Iterator[EngineProcess]:
    """Start the real engine worker with SmolLM2 loaded."""
    with tempfile.TemporaryDirectory() as home, EngineProcess(Path(home)) as engine:
        engine.load(smollm2(), threads=THREADS, context_size=CONTEXT)
        yield engine


def generation(engine: EngineProcess, depth: int) -> float:
    """Return generated tokens per second, with sampling, text and messages, after ``depth`` tokens of prompt."""
    while True:
        answer = _ask(engine, _text(depth), GENERATED)
        usage = answer.finished.usage
        if usage.answer_tokens >= GENERATED * 3 // 4:  # a sampled answer may end early; such a round says little
            return usage.tokens_per_second


def prompt(engine: EngineProcess) -> float:
    """Return prompt tokens per second, with template, tokenisation and the first token's sampling."""
    text = f"{fresh_id()} {_text(PROMPT - 40)}"  # a fresh start, so that nothing is reused
    usage = _ask(engine, text, 1).finished.usage
    return (usage.prompt_tokens - usage.reused_tokens) / usage.seconds_to_first_token


def llama_bench(program: Path, *arguments: str) -> float:
    """Return the tokens per second of one llama-bench run."""
    command = [str(program), "-m", str(smollm2()), "-t", str(THREADS), "-r", "1", "-o", "json", *arguments]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(json.loads(out)[-1]["avg_ts"])


def _text(tokens: int) -> str:
    repeated = WORDS * (tokens // 22 + 1)
    return "Write a very long story. " + (repeated[: int(tokens * CHARACTERS_PER_TOKEN)] if tokens else "")


def _ask(engine: EngineProcess, text: str, tokens: int) -> Answer:
    engine.wait_until_idle()
    return engine.collect(
        engine.send(
            Generate(
                request_id=fresh_id(),
                messages=[user(text)],
                max_tokens=tokens,
                thinking=ThinkingOptions(enabled=False),
                sampling=SamplingParams(),
            )
        ),
        deadline=300,
    )
