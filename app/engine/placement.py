"""Where a model goes and how much it may remember; what to try next when that fails. Pure.

Processor alone, or as many whole layers on the GPU as fit. Sizes in bytes, contexts in tokens.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.gguf.model import ModelFile
from app.gguf.reader import Header
from app.placement.plan import Device

DEFAULT_CONTEXT = 16_384
SMALLEST_CONTEXT = 2_048
CONTEXT_STEP = 256
"""llama.cpp rounds up to this."""

GPU_MARGIN = 1 << 30
"""Left free for the screen and for scratch space."""

UBATCH = 512
PROCESSOR_UBATCH = 256
"""As fast as 512 on processors, with half the scratch space; experts of a MoE model want the larger one."""

SMALLEST_UBATCH = 32
BYTES_PER_THREAD = 16_000_000
"""Weights that are worth one more thread. With less each, threads wait for one another longer than they compute, and
on a busy machine hundreds of times longer: the starter model is as fast with one thread as with two."""

KV_BYTES = {"f16": 2.0, "q8_0": 34 / 32}


@dataclass(frozen=True)
class Plan:
    """One way to load a model."""

    context: int
    kv_type: str
    gpu_layers: int
    ubatch: int
    threads: int


@dataclass(frozen=True)
class Wishes:
    """What was asked for; 0 and -1 leave it to us, as in ``LoadModel``."""

    context: int = 0
    gpu_layers: int = -1
    ubatch: int = 0
    threads: int = 0
    kv_type: str = "f16"


@dataclass(frozen=True)
class Machine:
    """What there is to place a model on."""

    cores: int
    free_memory: int
    devices: list[Device]

    @property
    def gpu_free(self) -> int:
        """Free memory of the graphics cards, after the margin of each."""
        return sum(max(0, d.free_bytes - GPU_MARGIN) for d in self.devices if d.kind in {"gpu", "igpu"})


def kv_bytes_per_token(header: Header, kv_type: str) -> float:
    """Return what one token costs in the context's memory, all layers; 0.0 when the head does not say enough."""
    heads = header.of_model("attention.head_count")
    kv_heads = header.of_model("attention.head_count_kv") or heads
    size = header.of_model("embedding_length") // heads if heads else 0
    key = header.of_model("attention.key_length") or size
    value = header.of_model("attention.value_length") or size
    return header.of_model("block_count") * kv_heads * (key + value) * KV_BYTES[kv_type]


def first_plan(file: ModelFile, wishes: Wishes, machine: Machine) -> Plan:
    """Return what to try first."""
    kv_type = wishes.kv_type if wishes.kv_type in KV_BYTES else "f16"
    gpu_layers = _gpu_layers(file, wishes.gpu_layers, machine)
    dense = not file.header.of_model("expert_count")
    return Plan(
        context=_context(file, wishes.context, kv_type, machine),
        kv_type=kv_type,
        gpu_layers=gpu_layers,
        ubatch=max(SMALLEST_UBATCH, wishes.ubatch or (PROCESSOR_UBATCH if dense and not gpu_layers else UBATCH)),
        threads=wishes.threads or min(machine.cores, 1 + file.weights_bytes // BYTES_PER_THREAD),
    )


def _context(file: ModelFile, asked: int, kv_type: str, machine: Machine) -> int:
    """As asked, or as much as the default and half of the memory beside the weights allow; never more than trained."""
    trained = file.header.of_model("context_length") or DEFAULT_CONTEXT
    if asked:
        return max(CONTEXT_STEP, min(asked, trained))
    size = min(trained, DEFAULT_CONTEXT)
    per_token = kv_bytes_per_token(file.header, kv_type)
    free = max(machine.free_memory + machine.gpu_free - file.weights_bytes, 0) / 2
    while size // 2 >= SMALLEST_CONTEXT and size * per_token > free:
        size //= 2
    return size


def _gpu_layers(file: ModelFile, asked: int, machine: Machine) -> int:
    """Whole layers by their mean size; the output layer counts as one more."""
    free = machine.gpu_free
    if not free or asked == 0:
        return 0
    layers = file.header.of_model("block_count") + 1
    fitting = min(layers, int(free * 0.8 / max(1.0, file.weights_bytes / layers)))
    return fitting if asked < 0 else min(asked, layers)


def step_down(plan: Plan, *, weights_loaded: bool) -> tuple[Plan, str] | None:
    """Return the next plan and the code of what it gives up, or None. A smaller context helps no weights to load."""
    if weights_loaded and plan.context // 2 >= SMALLEST_CONTEXT:
        return replace(plan, context=plan.context // 2), "context"
    if weights_loaded and plan.kv_type == "f16":
        return replace(plan, kv_type="q8_0"), "kv_q8_0"
    if plan.gpu_layers > 1:
        return replace(plan, gpu_layers=plan.gpu_layers // 2), "gpu_layers"
    if plan.gpu_layers:
        return replace(plan, gpu_layers=0), "cpu"
    return None
