"""A real GPU: does it write what the processor writes, is memory as predicted, are tokens as fast as llama-bench's.

Needs a llama.cpp with a GPU back end (``LLAMA_CPP_LIB_PATH``) and its llama-bench. Models of real shape with random
weights are written to ``FOLDER`` first:

    python3 -m benchmarks.gpu FOLDER LLAMA_BENCH OUTPUT.jsonl [--rehearse] [--seconds 500] [--blocks 1]

``--rehearse`` takes models with few layers, for a machine without a GPU; ``--blocks`` measures each placement so often,
in turn with llama-bench. One JSON line per measurement.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from app.engine.api import (
    Devices,
    Generate,
    ListDevices,
    ModelDescription,
    SamplingParams,
    ThinkingOptions,
    UnloadModel,
)
from app.placement.plan import Device
from app.placement.planner import MAX_THREADS
from app.system.bandwidth import BANDWIDTH_FILE, memory_bandwidth
from app.system.hardware import physical_cores
from app.system.paths import starter_model
from tests.helpers.engine_process import MODELS, EngineProcess, fresh_id, user
from tests.helpers.shaped_gguf import SHAPES, Shape, scaled, write

ALL = 999
DEADLINE = 300.0
ROUNDS = 5
BENCH_ROUNDS = 4
QUESTION = "What is 347 + 268 + 119?"
WORDS = "the story of a river that wanted to know where it came from and asked every stone on its way about it "

Row = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """One placement of one model; ``gpu_share`` of its layers on the GPU, experts of ``expert_share`` of them not."""

    model: str
    name: str
    gpu_share: float = 1.0
    expert_share: float = 0.0
    kv_type: str = "f16"
    context: int = 16_384
    ubatch: int = 512
    tokens: int = 256


CASES = (
    Case("Qwen3-8B", "all on the GPU"),
    Case("Qwen3-8B", "all on the GPU, KV q8_0", kv_type="q8_0", context=32_768),
    Case("Qwen3-8B", "half of the layers", gpu_share=0.5, tokens=48),
    Case("Qwen3-30B-A3B", "all on the GPU"),
    Case("Qwen3-30B-A3B", "experts on the processor", expert_share=1.0, ubatch=2048, tokens=64),
    Case("Qwen3-30B-A3B", "half of the experts", expert_share=0.5, ubatch=2048, tokens=64),
    Case("Qwen3-30B-A3B", "half of the layers", gpu_share=0.5, tokens=48),
    Case("Qwen3-30B-A3B", "all on the GPU, KV q8_0", kv_type="q8_0", context=32_768),
    Case("Qwen3-8B", "all on the GPU, YaRN", context=65_536),
)


class Report:
    """Writes lines as they are measured, so that an ended run keeps them."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a", encoding="utf-8")

    def add(self, **row: Any) -> None:
        """Write one line, here and on the terminal."""
        text = json.dumps(row)
        self._file.write(text + "\n")
        self._file.flush()
        print(text[:600], flush=True)


def golden(engine: EngineProcess, report: Report) -> None:
    """The tiny models on the GPU against the same on the processor, greedily, with thoughts."""
    files = {
        "dense Q8_0": starter_model(),
        "dense Q4_K_M": MODELS / "qwen3-tiny-hybrid-Q4_K_M.gguf",
        "experts Q8_0": MODELS / "qwen3moe-tiny-hybrid-Q8_0.gguf",
    }
    ways: dict[str, Row] = {
        "processor": {"gpu_layers": 0},
        "GPU": {"gpu_layers": ALL},
        "GPU, KV q8_0": {"gpu_layers": ALL, "kv_type": "q8_0"},
        "half": {"gpu_layers": 4},
        "experts apart": {"gpu_layers": ALL, "cpu_expert_layers": ALL},
    }
    for name, path in files.items():
        for way, wishes in ways.items():
            model = engine.load(path, context_size=4096, **wishes)
            answer = engine.ask(QUESTION)
            text = f"{answer.thinking}\n{answer.text}"
            report.add(kind="golden", model=name, way=way, backend=model.backend, right="734" in answer.text, text=text)


def place(engine: EngineProcess, bench: Path, path: Path, shape: Shape, case: Case, blocks: int) -> Row:
    """Load one placement, compare memory, then tokens/s with llama-bench's before and after."""
    layers = round((shape.layers + 1) * case.gpu_share)
    experts = round(shape.layers * case.expert_share) if shape.experts else 0
    row: Row = {"gpu_layers": layers, "cpu_expert_layers": experts}
    theirs, ours = _llama_bench(bench, path, case, layers, experts), list[float]()
    for _ in range(blocks):
        before = _gpus(engine)
        started = time.monotonic()
        model = engine.load(
            path,
            context_size=case.context,
            gpu_layers=layers,
            cpu_expert_layers=experts,
            kv_type=case.kv_type,
            ubatch=case.ubatch,
        )
        row |= {"load_seconds": time.monotonic() - started} | _memory(model, before, _gpus(engine))
        ours += [_generate(engine, case.tokens) for _ in range(ROUNDS)][1:]  # the first warms up, as llama-bench does
        row["prompt_tokens_per_second"] = _prompt(engine)
        row["free_after_use"] = _free(_gpus(engine))
        row["predicted_tokens_per_second"] = model.placement.tokens_per_second if model.placement else 0.0
        engine.request(UnloadModel(request_id=fresh_id()), deadline=DEADLINE)
        theirs += _llama_bench(bench, path, case, layers, experts)
    ratio = statistics.median(ours) / statistics.median(theirs) if theirs else 0.0
    return row | {"ours": ours, "theirs": theirs, "ratio": ratio}


def _memory(model: ModelDescription, before: list[Device], after: list[Device]) -> Row:
    assert model.placement is not None
    return {
        "predicted": msgspec.to_builtins(model.placement.uses),
        "measured": msgspec.to_builtins(model.memory),
        "step_downs": model.step_downs,
        "free_before": _free(before),
        "free_after": _free(after),
        "threads": model.placement.threads,
    }


def _gpus(engine: EngineProcess) -> list[Device]:
    answer = engine.request(ListDevices(request_id=fresh_id()))
    assert isinstance(answer, Devices)
    return [device for device in answer.devices if device.kind == "gpu"]


def _free(devices: list[Device]) -> list[int]:
    return [device.free_bytes for device in devices]


def _generate(engine: EngineProcess, tokens: int) -> float:
    """Return generated tokens per second; what random weights write may end early, then it is asked again."""
    while True:
        usage = _ask(engine, f"{fresh_id()} Tell me a story.", tokens)
        if usage.answer_tokens >= tokens * 3 // 4:
            return float(usage.tokens_per_second)


def _prompt(engine: EngineProcess) -> float:
    usage = _ask(engine, f"{fresh_id()} {WORDS * 90}", 1)
    return float((usage.prompt_tokens - usage.reused_tokens) / usage.seconds_to_first_token)


def _ask(engine: EngineProcess, text: str, tokens: int) -> Any:
    command = Generate(
        request_id=fresh_id(),
        messages=[user(text)],
        max_tokens=tokens,
        thinking=ThinkingOptions(enabled=False),
        sampling=SamplingParams(),
    )
    return engine.collect(engine.send(command), deadline=DEADLINE).finished.usage


def _llama_bench(bench: Path, path: Path, case: Case, layers: int, experts: int) -> list[float]:
    """Return all repetitions' tokens/s, with the same placement, types and threads."""
    threads = min(MAX_THREADS, physical_cores())
    command = [
        str(bench), "-m", str(path), "-ngl", str(layers), "-ncmoe", str(experts), "-t", str(threads), "-p", "0",
        "-n", str(case.tokens), "-r", str(BENCH_ROUNDS), "-ub", str(case.ubatch), "-b", str(case.ubatch),
        "-ctk", case.kv_type, "-ctv", case.kv_type, "-lm", "none", "-o", "json",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
        return []
    return [float(speed) for speed in json.loads(done.stdout)[-1]["samples_ts"]]


def models(folder: Path, wanted: str, *, rehearse: bool) -> dict[str, tuple[Path, Shape]]:
    """Write the models that the cases need."""
    found = {}
    for name in dict.fromkeys(case.model for case in CASES if wanted in case.model):
        shape = scaled(SHAPES[name], 3) if rehearse else SHAPES[name]
        path = folder / f"{shape.name}.gguf"
        if not path.exists():
            started = time.monotonic()
            write(path, shape, sparse=False)
            print(f"wrote {path.name}, {path.stat().st_size >> 20} MiB, {time.monotonic() - started:.0f} s", flush=True)
        found[name] = (path, shape)
    return found


def main() -> int:
    """Measure until everything is measured or the time is over."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("bench", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--rehearse", action="store_true")
    parser.add_argument("--no-golden", action="store_true")
    parser.add_argument("--only", default="", help="cases with this in their name")
    parser.add_argument("--model", default="", help="cases of models with this in their name")
    parser.add_argument("--blocks", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1e9)
    chosen = parser.parse_args()
    end = time.monotonic() + chosen.seconds
    report = Report(chosen.output)
    files = models(chosen.folder, chosen.model, rehearse=chosen.rehearse)
    with tempfile.TemporaryDirectory() as home:
        memory_bandwidth(Path(home) / "cache" / BANDWIDTH_FILE)  # the worker looks there
        if not chosen.no_golden:
            _in_worker(Path(home), report, lambda engine: golden(engine, report))
        for full_case in (case for case in CASES if chosen.only in case.name and chosen.model in case.model):
            case = replace(full_case, tokens=8, ubatch=64) if chosen.rehearse else full_case
            if time.monotonic() > end:
                break
            path, shape = files[case.model]

            def measure(engine: EngineProcess, case: Case = case, path: Path = path, shape: Shape = shape) -> None:
                row = place(engine, chosen.bench, path, shape, case, chosen.blocks)
                report.add(kind="placement", model=case.model, name=case.name, kv_type=case.kv_type,
                           context=case.context, ubatch=case.ubatch, **row)  # fmt: skip

            _in_worker(Path(home), report, measure)
    return 0


def _in_worker(home: Path, report: Report, work: Callable[[EngineProcess], None]) -> None:
    """A worker of its own for each, so that one that dies costs one measurement."""
    engine = EngineProcess(home)
    try:
        with engine:
            print(engine.hello, flush=True)
            work(engine)
    except AssertionError as error:
        report.add(kind="failed", error=str(error)[-3000:], log=engine.log[-3000:])


if __name__ == "__main__":
    sys.exit(main())
