"""What the worker costs beside llama-bench's bare loop, in turn on the same loaded weights, a second each.

Where processor and GPU share a model, tokens/s vary by a third from one load to the next on a virtual machine, in
llama-bench too: two programs that each load it cannot be compared to a few percent. So here one process loads it once
and answers, decodes as llama-bench does (random tokens, no sampler, no text), answers, and so on:

    python3 -m benchmarks.gpu_pair MODEL.gguf OUTPUT.jsonl --gpu-layers 24 [--cpu-expert-layers 0] [--rounds 25]
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from app.engine.api import Generate, LoadModel, ThinkingOptions
from app.engine.backend import Backend
from app.engine.desk import Desk
from app.engine.generation import Generation
from app.engine.llama import AbortFlag, Context, bindings
from app.engine.llama_options import ContextOptions
from app.engine.loading import Loaded, Loader
from app.engine.pacer import ThreadPacer
from tests.helpers.engine_process import fresh_id, user

TOKENS = 32


def main() -> None:
    """Measure one placement and write one line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--gpu-layers", type=int, required=True)
    parser.add_argument("--cpu-expert-layers", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=25)
    chosen = parser.parse_args()
    loaded = _load(chosen.model, chosen.gpu_layers, chosen.cpu_expert_layers)
    found = _measure(_ways(loaded), chosen.rounds)
    row = {"model": chosen.model.name, "gpu_layers": chosen.gpu_layers, "cpu_expert_layers": chosen.cpu_expert_layers}
    for name, speeds in found.items():
        pairs = [mine / other for mine, other in zip(speeds, found["bare"], strict=True)]
        row |= {name: statistics.median(speeds), f"{name} / bare": round(statistics.median(pairs), 3)}
    line = json.dumps(row | {"all": found})
    with chosen.output.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    print(line, flush=True)


def _load(path: Path, gpu_layers: int, cpu_expert_layers: int) -> Loaded:
    command = LoadModel(
        path=str(path),
        context_size=16_384,
        gpu_layers=gpu_layers,
        cpu_expert_layers=cpu_expert_layers,
        request_id=fresh_id(),
    )
    return Loader(Backend(), AbortFlag(), lambda _fraction: True).load(command)


def _ways(loaded: Loaded) -> dict[str, Callable[[], float]]:
    placement = loaded.description.placement
    assert placement is not None
    bare = _bare(loaded, placement.threads)
    pacer, resting = loaded.context.pacer, ThreadPacer(1, lambda _threads: None)

    def worker(with_: ThreadPacer) -> float:
        loaded.context.pacer = with_
        if with_ is resting:
            bindings().llama_set_n_threads(loaded.context.handle, placement.threads, placement.threads)
        return _answer(loaded)

    return {
        "bare": bare,
        "worker": lambda: worker(pacer),
        "worker without pacer": lambda: worker(resting),
    }


def _measure(ways: dict[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Return the tokens/s of each way, one after the other in every round; the first round warms up."""
    found: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            speed = way()
            if number:
                found[name].append(round(speed, 2))
    return found


def _bare(loaded: Loaded, threads: int) -> Callable[[], float]:
    """Return llama-bench's loop (tools/llama-bench: test_gen)."""
    context = Context(loaded.model, ContextOptions(512, 512, threads, paced=False), AbortFlag())
    lib, size = bindings(), loaded.model.vocabulary.size

    def run() -> float:
        context.clear()
        started = time.perf_counter()
        for _ in range(TOKENS):
            context.decode_one(random.randrange(size))
            lib.llama_synchronize(context.handle)
        return TOKENS / (time.perf_counter() - started)

    return run


def _answer(loaded: Loaded) -> float:
    """Return the tokens/s of an answer; what random weights write may end early, then it is asked again."""
    while True:
        command = Generate(
            messages=[user(f"{fresh_id()} Tell me a story.")],
            max_tokens=TOKENS,
            thinking=ThinkingOptions(enabled=False),
            request_id=fresh_id(),
        )
        usage = Generation(loaded, command, lambda _event: None, Desk()).run().usage
        if usage.answer_tokens >= TOKENS * 3 // 4:
            return float(usage.tokens_per_second)


if __name__ == "__main__":
    main()
