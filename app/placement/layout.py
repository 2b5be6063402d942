"""One way to load a model, in the planner's own terms. Pure."""

from __future__ import annotations

import msgspec

CONTEXT_STEP = 256
"""llama.cpp rounds contexts up to this."""

F16, Q8_0 = "f16", "q8_0"
BITS_PER_VALUE = {F16: 16.0, Q8_0: 8.5}


class Layout(msgspec.Struct, frozen=True):
    """What decides how much memory goes where."""

    context: int
    kv_type: str
    gpu_layers: int
    cpu_expert_layers: int
    ubatch: int
    split: tuple[int, ...] = ()  # layers per GPU, in llama.cpp's order; empty without a GPU
    mapped: bool = False  # the file stays mapped; False: it is read into memory


class Taken(msgspec.Struct, frozen=True):
    """What one device holds."""

    model: int = 0
    context: int = 0
    compute: int = 0

    @property
    def total(self) -> int:
        """All of it."""
        return self.model + self.context + self.compute


class Footprint(msgspec.Struct, frozen=True):
    """What all devices hold."""

    host: Taken
    gpus: tuple[Taken, ...]


def padded(context: int) -> int:
    """Return the context that llama.cpp makes of it."""
    return -(-context // CONTEXT_STEP) * CONTEXT_STEP
