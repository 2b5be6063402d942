"""What to give up when a load failed for want of memory, one thing at a time. Pure."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.gguf.shape import ModelShape
from app.placement.layout import F16, Q8_0
from app.placement.plan import Placement
from app.placement.planner import SMALLEST_CONTEXT


class Step(StrEnum):
    """What was given up; the session turns these into words."""

    CONTEXT = "context"
    EXPERTS = "experts"
    KV_Q8 = "kv_q8_0"
    GPU_LAYERS = "gpu_layers"
    CPU = "cpu"


def step_down(placement: Placement, shape: ModelShape, *, weights_loaded: bool) -> tuple[Placement, Step] | None:
    """Return the next placement to try and what it gives up; None at the end.

    Weights that do not load are not helped by a shorter or compressed context.
    """
    change = msgspec.structs.replace
    layers = len(shape.layers)
    if weights_loaded and placement.context // 2 >= SMALLEST_CONTEXT:
        return change(placement, context=placement.context // 2), Step.CONTEXT
    if shape.experts and placement.gpu_layers and placement.cpu_expert_layers < layers:
        more = min(layers, placement.cpu_expert_layers + -(-layers // 4))
        return change(placement, cpu_expert_layers=more), Step.EXPERTS
    if weights_loaded and placement.kv_type == F16 and _compressible(shape):
        return change(placement, kv_type=Q8_0), Step.KV_Q8
    if placement.gpu_layers > 1:
        fewer = placement.gpu_layers // 2
        return change(placement, gpu_layers=fewer, split=_fewer(placement.split, fewer)), Step.GPU_LAYERS
    if placement.gpu_layers:
        return change(placement, gpu_layers=0, cpu_expert_layers=0, split=[], devices=[]), Step.CPU
    return None


def _compressible(shape: ModelShape) -> bool:
    return shape.key_length % 32 == 0 and shape.value_length % 32 == 0


def _fewer(split: list[int], layers: int) -> list[int]:
    """Take from each GPU in proportion; the last one keeps the rest."""
    total = sum(split)
    if not total:
        return split
    kept = [count * layers // total for count in split]
    kept[-1] += layers - sum(kept)
    return kept
