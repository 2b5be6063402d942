"""The planner's words: what is asked, what there is, what was decided. Units: bytes, tokens, seconds."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.gguf.shape import Count


class DeviceFault(StrEnum):
    """What a graphics card or its driver did when it was tried with a known text."""

    CRASHED = "crashed"
    HUNG = "hung"
    WRONG = "wrong"  # it wrote another text


class Device(msgspec.Struct, frozen=True):
    """One compute device as llama.cpp lists it. One with a ``fault`` is there to be told of, not to be used."""

    name: str
    description: str
    kind: str  # "cpu", "gpu", "igpu", "accel"
    total_bytes: Count
    free_bytes: Count
    backend: str = ""  # "CPU", "CUDA", "Vulkan", "Metal"
    fault: DeviceFault | None = None

    @property
    def is_graphics(self) -> bool:
        """Whether layers could go there, did it work."""
        return self.kind in {"gpu", "igpu"}


class Machine(msgspec.Struct, frozen=True):
    """What there is to place a model on, now. The processor's own memory is ``memory_*``, not a device's."""

    cores: Count  # physical
    memory_total: Count
    memory_free: Count  # what programs can still get without swapping
    devices: list[Device] = []
    reclaimed: dict[str, int] = {}  # device name, "" for the processor -> bytes of the model that is unloaded first
    memory_bandwidth: float = 0.0  # bytes per second, 0.0 not measured yet


class Wishes(msgspec.Struct, frozen=True):
    """What a person asks for; the defaults leave everything to the planner ("auto")."""

    context: Count = 0
    gpu_layers: int = -1  # counts the output layer as one more
    cpu_expert_layers: int = -1  # experts of the first N layers stay on the processor
    kv_type: str = ""  # "f16", "q8_0"; "" auto
    threads: Count = 0
    ubatch: Count = 0


class Fit(StrEnum):
    """Where the weights end up, in the order of how glad a person will be."""

    GPU = "gpu"
    GPU_EXPERTS_CPU = "gpu_experts_cpu"  # attention on the GPU, (some) experts on the processor
    GPU_AND_CPU = "gpu_and_cpu"
    CPU = "cpu"
    NOT = "not"


class Reason(StrEnum):
    """Why the planner decided as it did; the session turns each into a sentence."""

    ALL_ON_GPU = "all_on_gpu"
    NO_GPU = "no_gpu"
    GPU_FAULTY = "gpu_faulty"  # there is one, but it failed the check
    GPU_TOO_SMALL = "gpu_too_small"
    EXPERTS_TO_CPU = "experts_to_cpu"
    KV_Q8 = "kv_q8"
    CONTEXT_REDUCED = "context_reduced"
    CONTEXT_EXTENDED = "context_extended"  # YaRN is on
    MEMORY_SHORT = "memory_short"
    REMEMBERED = "remembered"  # what worked the last time


class DeviceUse(msgspec.Struct, frozen=True):
    """One bar: what a device's memory holds after the load."""

    name: str  # "" for the processor
    description: str
    total_bytes: Count
    model_bytes: Count
    context_bytes: Count
    compute_bytes: Count
    others_bytes: Count  # other programs, the model to be unloaded not counted

    @property
    def free_bytes(self) -> int:
        """What is left; negative when it does not fit."""
        return self.total_bytes - self.model_bytes - self.context_bytes - self.compute_bytes - self.others_bytes


class MeasuredUse(msgspec.Struct, frozen=True):
    """What llama.cpp itself reported after a load."""

    name: str  # "" for the processor
    model_bytes: Count
    context_bytes: Count
    compute_bytes: Count

    @property
    def total_bytes(self) -> int:
        """All of it."""
        return self.model_bytes + self.context_bytes + self.compute_bytes


class Placement(msgspec.Struct, frozen=True):
    """One decided way to load a model."""

    context: Count
    kv_type: str
    gpu_layers: Count
    layers: Count  # with the output layer
    cpu_expert_layers: Count
    threads: Count
    ubatch: Count
    fit: Fit
    uses: list[DeviceUse]
    reasons: list[Reason] = []
    yarn_factor: float = 1.0
    tokens_per_second: float = 0.0  # predicted, with an empty context; 0.0 unknown
    largest_context: Count = 0  # with the same layers on the GPU
    yarn_original: Count = 0  # what YaRN stretches, when it is on
    mapped: bool = True  # the file stays mapped into memory; False: it is read and copied
    split: list[int] = []  # of several GPUs: how many of the layers each gets, in llama.cpp's order
    devices: list[str] = []  # the GPUs to use, where some that llama.cpp would take are faulty; else empty
