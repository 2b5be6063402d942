"""The planner's error per model and placement: predicted against what llama.cpp reported.

On this computer every small model is really loaded, several ways. For real sizes, and for a GPU, the figures that were
taken on one are used (``tests/data/gpu_memory.jsonl``, made by ``benchmarks/gpu_table.py``).
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.placement.memory import footprint_of
from app.placement.plan import Wishes
from app.placement.planner import plan
from app.placement.table import Table
from app.system.paths import starter_model
from benchmarks.models import smollm2
from tests.helpers.engine_process import MODELS, EngineProcess
from tests.unit.placement.shapes import SHAPES, card, computer
from tests.unit.placement.test_measured import layout, rows, shape

WAYS: tuple[dict[str, Any], ...] = (
    {},
    {"context_size": 4096, "ubatch": 512},
    {"context_size": 8192, "kv_type": "q8_0"},
    {"context_size": 32768, "ubatch": 128},
)
PLANS = 200


def main() -> None:
    """Print one line per model and placement, and how long a plan takes."""
    print("planner: predicted over measured, whole memory of a device")
    with tempfile.TemporaryDirectory() as home, EngineProcess(Path(home)) as engine:
        for line in _loaded(engine):
            print(line, flush=True)
    for line in _on_gpu():
        print(line)
    print(_speed())


def _loaded(engine: EngineProcess) -> Iterator[str]:
    files = [starter_model(), *sorted(MODELS.glob("*Q4_K_M.gguf")), *sorted(MODELS.glob("*moe*.gguf")), smollm2()]
    for path in files:
        for way in WAYS:
            model = engine.load(path, **way)
            assert model.placement is not None
            use, taken = model.placement.uses[0], model.memory[0]
            predicted = use.model_bytes + use.context_bytes + use.compute_bytes
            words = ", ".join(f"{name} {value}" for name, value in way.items()) or "auto"
            yield f"  loaded here  {path.stem[:34]:<34} {words:<36} {predicted / taken.total_bytes:.3f}"


def _on_gpu() -> Iterator[str]:
    for row in rows("memory"):
        table, ratios = Table(shape(row["model"])), []
        for context, ubatch, kv_type, on_gpu, _ in row["compute"]:
            gpu = footprint_of(table, layout(row, context, ubatch, kv_type)).gpus[0]
            ratios.append(gpu.total / (gpu.model + gpu.context + on_gpu))
        where = f"{row['gpu_layers']} layers on the GPU, experts of {row['cpu_expert_layers']} not"
        yield f"  no_alloc H100 {row['model']:<33} {where:<42} {min(ratios):.3f} to {max(ratios):.3f}"


def _speed() -> str:
    machine = computer(card(8))
    started = time.perf_counter()
    for _ in range(PLANS):
        for each in SHAPES.values():
            plan(each, Wishes(), machine)
    seconds = (time.perf_counter() - started) / PLANS / len(SHAPES)
    return json.dumps({"milliseconds_per_plan": round(seconds * 1000, 3)})
