"""Placement inside the engine: log lines, the exact probe, what is remembered, and the GPU's part of the sampling.

No GPU is needed: llama.cpp runs the same graph on the processor.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app.engine.api import LoadModel
from app.engine.backend import Backend
from app.engine.llama import AbortFlag, Context, Model, Sampler, bindings
from app.engine.llama_options import ContextOptions, ModelOptions
from app.engine.loading import machine_now
from app.engine.measured import measured, note
from app.engine.memory_probe import probe
from app.engine.remembered import PlacementCache
from app.engine.sampling import Sampling
from app.gguf.model import ModelFile, inspect
from app.placement.plan import Device, Fit, MeasuredUse, Reason, Wishes
from app.placement.planner import plan
from app.system import bandwidth
from app.system.paths import starter_model
from tests.helpers.engine_process import MODELS
from tests.unit.placement.shapes import GIB, card, computer

MIB = 1 << 20
LOG = """\
load_tensors:   CPU_Mapped model buffer size =   100.00 MiB
load_tensors:   CPU_REPACK model buffer size =    20.00 MiB
load_tensors:        CUDA0 model buffer size =  4455.34 MiB
load_tensors:       CUDA10 model buffer size =     1.00 MiB
llama_context:  CUDA_Host  output buffer size =     0.58 MiB
llama_kv_cache:      CUDA0 KV buffer size =  2304.00 MiB
llama_memory_recurrent:  CUDA0 RS buffer size =    10.00 MiB
sched_reserve:      CUDA0 compute buffer size =   112.00 MiB
sched_reserve:  CUDA_Host compute buffer size =    32.00 MiB
llama_model_loader: loaded meta data with 30 key-value pairs
"""
PROMPT = "<|im_start|>user\nTell me a story about a cat.<|im_end|>\n<|im_start|>assistant\n"
WAYS = {
    "greedy": Sampling(0.0, 1, 1.0, 0.0, 0.0, 1.0, 0),
    "drawn": Sampling(0.9, 20, 0.95, 0.0, 0.0, 1.0, 7),
    "penalised": Sampling(0.9, 20, 0.95, 0.0, 1.0, 1.1, 7),
}


@pytest.fixture(scope="module")
def backend() -> Iterator[Backend]:
    """llama.cpp in this process."""
    backend = Backend()
    yield backend
    backend.close()


@pytest.fixture(scope="module")
def model(backend: Backend) -> Iterator[Model]:
    """The starter model, loaded."""
    assert backend.devices()
    model = Model(starter_model(), ModelOptions())
    yield model
    model.close()


def test_the_log_tells_what_every_device_took() -> None:
    gpus = [Device(name, "a card", "gpu", 0, 0) for name in ("CUDA0", "CUDA1", "CUDA10")]
    lines = [line for text in LOG.splitlines() if (line := note(text.encode()))]
    assert len(lines) == 9
    found = measured(lines, [*gpus, Device("CPU", "", "cpu", 0, 0)])
    assert found == [
        MeasuredUse("", 120 * MIB, 0, round(32.58 * MIB)),
        MeasuredUse("CUDA0", round(4455.34 * MIB), 2314 * MIB, 112 * MIB),
        MeasuredUse("CUDA10", MIB, 0, 0),
    ]
    assert found[1].total_bytes > 6 * GIB


@pytest.mark.parametrize("name", ["qwen3-tiny-hybrid-Q4_K_M.gguf", "qwen3moe-tiny-hybrid-Q8_0.gguf"])
def test_the_probe_knows_what_the_planner_estimates(backend: Backend, name: str) -> None:
    path = MODELS / name
    for wishes in (Wishes(), Wishes(context=2048, ubatch=512), Wishes(context=8192, kv_type="q8_0")):
        placement = probe(path, wishes, {}, backend)
        machine = msgspec.structs.replace(machine_now(backend), memory_free=8 * GIB)
        expected = plan(inspect(path).shape, wishes, machine)
        exact, estimate = placement.uses[0], expected.uses[0]
        assert (placement.fit, placement.context) == (Fit.CPU, expected.context)
        assert (exact.model_bytes, exact.context_bytes) == (estimate.model_bytes, estimate.context_bytes)
        assert exact.compute_bytes == pytest.approx(estimate.compute_bytes, rel=0.15)
        assert exact.compute_bytes != estimate.compute_bytes, "llama.cpp's own figure"


def test_the_probe_says_when_it_does_not_fit(backend: Backend) -> None:
    placement = probe(starter_model(), Wishes(context=32_768), {"": -machine_now(backend).memory_free}, backend)
    assert placement.fit is Fit.NOT
    assert Reason.MEMORY_SHORT in placement.reasons


def written(
    model: Model, how: Sampling, *, on_gpu: bool, forbidden: int | None = None, wanted: bool = True
) -> list[int]:
    """What the model writes in 40 tokens."""
    context = Context(model, ContextOptions(512, 64, 1, on_gpu=on_gpu), AbortFlag())
    sampler = Sampler(model, how)
    tokens: list[int] = []
    context.preselect(wanted=not wanted)
    context.preselect(wanted=wanted)
    status = context.decode(model.vocabulary.tokenize(PROMPT, special=True))
    while not status and len(tokens) < 40:
        if forbidden is not None:
            sampler.forbid(forbidden)
        tokens.append(sampler.draw(context))
        status = context.decode_one(tokens[-1])
    sampler.close()
    context.close()
    return tokens


@pytest.mark.parametrize("way", WAYS)
def test_preselected_tokens_are_drawn_alike(model: Model, way: str) -> None:
    plain = written(model, WAYS[way], on_gpu=False)
    assert len(plain) == 40
    assert written(model, WAYS[way], on_gpu=True) == plain
    assert written(model, WAYS[way], on_gpu=True, wanted=False) == plain


@pytest.mark.parametrize("on_gpu", [False, True])
def test_a_forbidden_token_never_comes(model: Model, on_gpu: bool) -> None:
    first = written(model, WAYS["drawn"], on_gpu=on_gpu)[0]
    assert first not in written(model, WAYS["drawn"], on_gpu=on_gpu, forbidden=first)


def test_yarn_reaches_the_context(model: Model) -> None:
    """Stretched positions make other logits; with the factor 1 nothing changes."""
    plain, same, stretched = (_scores(model, factor) for factor in (1.0, 1.0, 4.0))
    assert plain == same
    assert plain != stretched


def _scores(model: Model, factor: float) -> list[float]:
    options = ContextOptions(512, 64, 1, yarn_factor=factor, yarn_original=128)
    context = Context(model, options, AbortFlag())
    context.decode(model.vocabulary.tokenize(PROMPT, special=True))
    scores = list(bindings().llama_get_logits_ith(context.handle, -1)[:8])
    context.close()
    return scores


@pytest.fixture(scope="module")
def file() -> ModelFile:
    """The starter model's file."""
    return inspect(starter_model())


def test_what_worked_is_remembered_until_memory_is_free_again(tmp_path: Path, file: ModelFile) -> None:
    cache, command = PlacementCache(tmp_path), LoadModel(path="x", context_size=4096)
    machine = computer(card(8))
    placement = plan(file.shape, Wishes(context=2048), machine)
    assert cache.find(file, command, machine) is None
    cache.keep(file, command, machine, (placement, ["context"]))
    found = PlacementCache(tmp_path).find(file, command, machine)
    assert found is not None
    assert found[0].context == 2048
    assert found[0].reasons[-1] is Reason.REMEMBERED
    assert found[1] == ["context"]
    assert cache.find(file, LoadModel(path="x", context_size=8192), machine) is None, "other wishes"
    assert cache.find(file, command, computer(card(60), memory=128)) is None, "there is more memory now"
    cache.keep(file, command, machine, (placement, []))
    assert cache.find(file, command, machine) is None, "it went well without"


def test_a_damaged_cache_is_as_good_as_none(tmp_path: Path, file: ModelFile) -> None:
    (tmp_path / "placements.json").write_bytes(b"[{\xff")
    assert PlacementCache(tmp_path).find(file, LoadModel(path="x"), computer()) is None


def test_the_speed_of_memory_is_measured_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / bandwidth.BANDWIDTH_FILE
    assert bandwidth.remembered_bandwidth(path) == 0.0
    first = bandwidth.memory_bandwidth(path)
    assert first > 1e8
    monkeypatch.setattr(bandwidth, "measure", lambda _threads: 0.0)
    assert bandwidth.memory_bandwidth(path) == pytest.approx(first, abs=1)
