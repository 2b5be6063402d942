"""Where a model goes: how many layers on GPUs, which experts on the processor, how long a context. Pure, under 1 ms.

What a person leaves open is chosen in this order: all on the GPU; with a compressed context; for models with experts,
attention on the GPU and as many experts as fit beside it; else as many layers as fit; else the processor alone. The
context is as asked, or the default, and is only cut where even the processor's memory is short.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from app.gguf.shape import ModelShape
from app.placement import speed
from app.placement.layout import CONTEXT_STEP, F16, Q8_0, Footprint, Layout, padded
from app.placement.memory import footprint_of, split_layers
from app.placement.plan import Device, DeviceUse, Fit, Machine, Placement, Reason, Wishes
from app.placement.table import Table

DEFAULT_CONTEXT = 16_384
SMALLEST_CONTEXT = 2_048
GPU_MARGIN = 1 << 30
"""Left free on each graphics card, for the screen and for scratch space that llama.cpp takes while it runs."""

HOST_MARGIN = 512 << 20
"""Left free of the processor's memory: the worker itself, and air to breathe."""

UBATCH = 512
PROCESSOR_UBATCH = 256
"""As fast as 512 on processors, with half the scratch space; experts of a MoE model want the larger one."""

EXPERTS_UBATCH = 2048
"""With experts on the processor a prompt's batch streams them to the GPU once: the larger the batch, the faster."""

SMALLEST_UBATCH = 32
BYTES_PER_THREAD = 16_000_000
"""Weights that are worth one more thread. With less each, threads wait for one another longer than they compute, and
on a busy machine hundreds of times longer: the starter model is as fast with one thread as with two."""

MAX_THREADS = 16
"""More wait for one another longer than they compute: on 32 cores, half of Qwen3-8B's layers ran five times slower with
32 threads than on another machine with 16, in llama-bench too (docs/gpu.md)."""

QWEN3_ORIGINAL, QWEN3_IN_FILE, QWEN3_LARGEST = 32_768, 40_960, 131_072
"""Qwen3's first models were trained with 32,768 tokens; their files say 40,960, answers included. YaRN makes it four
times as much (Qwen3 model cards)."""

_QUANT_BLOCK = 32


def native_context(shape: ModelShape) -> int:
    """Return the context that needs no stretching."""
    if shape.yarn_original_context or not _stretches(shape):
        return shape.context_trained or DEFAULT_CONTEXT
    return QWEN3_ORIGINAL


def maximum_context(shape: ModelShape) -> int:
    """Return the longest context that the model can be given, with YaRN where it is known to work."""
    return QWEN3_LARGEST if _stretches(shape) else native_context(shape)


def _stretches(shape: ModelShape) -> bool:
    """A file that brings its own YaRN is taken as it is."""
    known = shape.architecture in {"qwen3", "qwen3moe"} and shape.context_trained == QWEN3_IN_FILE
    return known and not shape.yarn_original_context


def yarn_factor(shape: ModelShape, context: int) -> float:
    """Return 1.0 for no YaRN, else 2.0 or 4.0: static YaRN costs a little quality in short texts."""
    if not _stretches(shape) or context <= native_context(shape):
        return 1.0
    return 2.0 if context <= 2 * QWEN3_ORIGINAL else 4.0


def gpus(machine: Machine) -> list[Device]:
    """Return the devices that llama.cpp will use: graphics cards, or without any the processor's own graphics."""
    working = [device for device in machine.devices if device.fault is None]
    cards = [device for device in working if device.kind == "gpu"]
    return cards or [device for device in working if device.kind == "igpu"][:1]


def is_shared(device: Device) -> bool:
    """Return whether a device works in the processor's own memory."""
    return device.kind == "igpu" or device.backend == "Metal"


def plan(shape: ModelShape, wishes: Wishes, machine: Machine) -> Placement:
    """Return the best placement; ``fit`` is NOT where not even a small context fits the processor's memory."""
    return _Planner(Table(shape), wishes, machine).plan()


def largest_context(shape: ModelShape, wishes: Wishes, machine: Machine) -> int:
    """Return the longest context with the layers and types that ``plan`` chooses; 0 when nothing fits."""
    return plan(shape, wishes, machine).largest_context


class _Budget(msgspec.Struct, frozen=True):
    """What may be taken: of each GPU, and of the processor's memory with shared GPUs counted in."""

    host: int
    gpus: tuple[int, ...]
    shared: tuple[bool, ...]

    def holds(self, footprint: Footprint) -> bool:
        """Whether everything fits."""
        return self.gpus_hold(footprint) and self.host_holds(footprint)

    def gpus_hold(self, footprint: Footprint) -> bool:
        """Whether every GPU's part fits."""
        return all(taken.total <= budget for taken, budget in zip(footprint.gpus, self.gpus, strict=False))

    def host_holds(self, footprint: Footprint) -> bool:
        """Whether the processor's part fits, and with it what shared GPUs take of the same memory."""
        lent = sum(taken.total for taken, shared in zip(footprint.gpus, self.shared, strict=False) if shared)
        return footprint.host.total + lent <= self.host


class _Planner:
    def __init__(self, table: Table, wishes: Wishes, machine: Machine) -> None:
        self._table = table
        self._shape = table.shape
        self._wishes = wishes
        self._machine = machine
        self._gpus = gpus(machine) if wishes.gpu_layers else []
        self._budget = _Budget(
            host=max(0, machine.memory_free + machine.reclaimed.get("", 0) - HOST_MARGIN),
            gpus=tuple(
                max(0, device.free_bytes + machine.reclaimed.get(device.name, 0) - GPU_MARGIN) for device in self._gpus
            ),
            shared=tuple(is_shared(device) for device in self._gpus),
        )
        self._reasons: list[Reason] = []

    def plan(self) -> Placement:
        layout = self._best(self._first_context())
        self._explain(layout)
        return self._placement(layout)

    def _best(self, context: int) -> Layout:
        """GPUs first; a context that nobody asked for is cut before anything is given up as too large."""
        sizes = [context]
        while not self._wishes.context and sizes[-1] // 2 >= SMALLEST_CONTEXT:
            sizes.append(sizes[-1] // 2)
        layout = self._with_context(sizes[0])
        if len(sizes) == 1 or self._holds(layout):
            return layout
        last = self._with_context(sizes[-1])
        if not self._holds(last):
            return last
        between = (self._with_context(size) for size in sizes[1:-1])
        return next((layout for layout in between if self._holds(layout)), last)

    def _with_context(self, size: int) -> Layout:
        return self._on_gpus(size) or self._on_processor(size)

    def _holds(self, layout: Layout) -> bool:
        return self._budget.holds(footprint_of(self._table, layout))

    def _first_context(self) -> int:
        asked, largest = self._wishes.context, maximum_context(self._shape)
        if asked:
            return max(CONTEXT_STEP, min(asked, largest))
        return min(DEFAULT_CONTEXT, native_context(self._shape))

    # --- with a GPU ---

    def _on_gpus(self, context: int) -> Layout | None:
        """Return the best layout with layers on GPUs, None where not even the output layer fits."""
        if not any(self._budget.gpus):
            return None
        if self._wishes.gpu_layers > 0:
            return self._as_asked(context)
        for kv_type in self._kv_types():
            whole = self._layout(self._table.layers + 1, self._experts_asked(), context, kv_type)
            if self._holds(whole):
                return whole
        kv_type = self._kv_types()[0]
        return self._with_experts_apart(context, kv_type) or self._part(context, kv_type)

    def _as_asked(self, context: int) -> Layout:
        """The person chose the layers: nothing is moved, at most the context is compressed."""
        layers = min(self._wishes.gpu_layers, self._table.layers + 1)
        tried = [self._layout(layers, self._experts_asked(), context, kv_type) for kv_type in self._kv_types()]
        return next((layout for layout in tried if self._holds(layout)), tried[0])

    def _with_experts_apart(self, context: int, kv_type: str) -> Layout | None:
        """All layers on the GPU, experts of as few as possible on the processor."""
        if not self._shape.experts or self._wishes.cpu_expert_layers >= 0:
            return None
        layers = self._table.layers

        def layout(count: int) -> Layout:
            return self._layout(layers + 1, count, context, kv_type)

        count = _smallest(1, layers, lambda n: self._budget.gpus_hold(footprint_of(self._table, layout(n))))
        return layout(count) if count is not None else None

    def _part(self, context: int, kv_type: str) -> Layout | None:
        """As many layers as fit, with all experts on the processor unless asked otherwise."""
        asked = self._wishes.cpu_expert_layers
        experts = self._table.layers if self._shape.experts and asked < 0 else self._experts_asked()

        def layout(left: int) -> Layout:
            return self._layout(self._table.layers + 1 - left, experts, context, kv_type)

        left = _smallest(0, self._table.layers, lambda n: self._budget.gpus_hold(footprint_of(self._table, layout(n))))
        return layout(left) if left is not None else None

    # --- without ---

    def _on_processor(self, context: int) -> Layout:
        tried = [self._layout(0, 0, context, kv_type) for kv_type in self._kv_types()]
        return next((layout for layout in tried if self._holds(layout)), tried[-1])

    # --- shared ---

    def _experts_asked(self) -> int:
        asked = self._wishes.cpu_expert_layers
        return min(asked, self._table.layers) if asked > 0 and self._shape.experts else 0

    def _kv_types(self) -> list[str]:
        """What may be tried, best first."""
        asked = self._wishes.kv_type
        blocks = self._shape.key_length % _QUANT_BLOCK == 0 and self._shape.value_length % _QUANT_BLOCK == 0
        if not blocks or asked == F16:
            return [F16]
        return [Q8_0] if asked == Q8_0 else [F16, Q8_0]

    def _layout(self, gpu_layers: int, experts: int, context: int, kv_type: str) -> Layout:
        return Layout(
            context=context,
            kv_type=kv_type,
            gpu_layers=gpu_layers,
            cpu_expert_layers=experts if gpu_layers else 0,
            ubatch=min(padded(context), self._ubatch(gpu_layers, experts)),
            split=split_layers(self._table, gpu_layers, list(self._budget.gpus)),
            mapped=not gpu_layers and self._table.mapped,
        )

    def _ubatch(self, gpu_layers: int, experts: int) -> int:
        if self._wishes.ubatch:
            return max(SMALLEST_UBATCH, self._wishes.ubatch)
        if not gpu_layers:
            return UBATCH if self._shape.experts else PROCESSOR_UBATCH
        return EXPERTS_UBATCH if experts else UBATCH

    # --- the answer ---

    def _explain(self, layout: Layout) -> None:
        reasons = self._reasons
        if not gpus(self._machine):
            reasons.append(Reason.GPU_FAULTY if self._faulty else Reason.NO_GPU)
        elif layout.gpu_layers > self._table.layers and not layout.cpu_expert_layers:
            reasons.append(Reason.ALL_ON_GPU)
        elif self._wishes.gpu_layers < 0 and (not layout.cpu_expert_layers or layout.gpu_layers <= self._table.layers):
            reasons.append(Reason.GPU_TOO_SMALL)
        if layout.cpu_expert_layers and self._wishes.cpu_expert_layers < 0:
            reasons.append(Reason.EXPERTS_TO_CPU)
        if layout.kv_type == Q8_0 and self._wishes.kv_type != Q8_0:
            reasons.append(Reason.KV_Q8)
        if not self._wishes.context and layout.context < min(DEFAULT_CONTEXT, native_context(self._shape)):
            reasons.append(Reason.CONTEXT_REDUCED)
        if yarn_factor(self._shape, layout.context) > 1.0:
            reasons.append(Reason.CONTEXT_EXTENDED)

    def _placement(self, layout: Layout) -> Placement:
        footprint = footprint_of(self._table, layout)
        fits = self._budget.holds(footprint)
        if not fits:
            self._reasons.append(Reason.MEMORY_SHORT)
        return Placement(
            context=layout.context,
            kv_type=layout.kv_type,
            gpu_layers=layout.gpu_layers,
            layers=self._table.layers + 1,
            cpu_expert_layers=layout.cpu_expert_layers,
            threads=self._wishes.threads or self._threads(),
            ubatch=layout.ubatch,
            fit=self._fit(layout) if fits else Fit.NOT,
            uses=self._uses(footprint),
            reasons=self._reasons,
            yarn_factor=yarn_factor(self._shape, layout.context),
            tokens_per_second=speed.tokens_per_second(self._table, layout, self._gpus, self._machine),
            largest_context=self._largest_context(layout, holds=fits),
            yarn_original=native_context(self._shape),
            mapped=layout.mapped,
            split=list(layout.split),
            devices=[device.name for device in self._gpus] if self._faulty and layout.gpu_layers else [],
        )

    @property
    def _faulty(self) -> bool:
        return any(device.fault is not None for device in self._machine.devices)

    def _threads(self) -> int:
        return min(self._machine.cores, MAX_THREADS, 1 + self._table.weights // BYTES_PER_THREAD)

    def _fit(self, layout: Layout) -> Fit:
        if not layout.gpu_layers:
            return Fit.CPU
        if layout.gpu_layers <= self._table.layers:
            return Fit.GPU_AND_CPU
        return Fit.GPU_EXPERTS_CPU if layout.cpu_expert_layers else Fit.GPU

    def _largest_context(self, layout: Layout, *, holds: bool) -> int:
        """Bisect in steps of llama.cpp's own rounding."""
        steps = maximum_context(self._shape) // CONTEXT_STEP

        def too_long(step: int) -> bool:
            longer = msgspec.structs.replace(layout, context=step * CONTEXT_STEP)
            return not self._holds(longer)

        if not holds and too_long(1):  # weights alone are too much: nothing to look for
            return 0
        first = _smallest(1, steps, too_long)
        return (steps if first is None else first - 1) * CONTEXT_STEP

    def _uses(self, footprint: Footprint) -> list[DeviceUse]:
        """One bar per memory: a GPU that works in the processor's memory has no bar of its own."""
        machine, host = self._machine, footprint.host
        lent = [taken for taken, shared in zip(footprint.gpus, self._budget.shared, strict=False) if shared]
        bars = [
            DeviceUse(
                name="",
                description="",
                total_bytes=machine.memory_total,
                model_bytes=host.model + sum(taken.model for taken in lent),
                context_bytes=host.context + sum(taken.context for taken in lent),
                compute_bytes=host.compute + sum(taken.compute for taken in lent),
                others_bytes=max(0, machine.memory_total - machine.memory_free - machine.reclaimed.get("", 0)),
            )
        ]
        for device, taken in zip(self._gpus, footprint.gpus, strict=False):
            if not is_shared(device):
                used = device.total_bytes - device.free_bytes - machine.reclaimed.get(device.name, 0)
                bars.append(
                    DeviceUse(
                        name=device.name,
                        description=device.description,
                        total_bytes=device.total_bytes,
                        model_bytes=taken.model,
                        context_bytes=taken.context,
                        compute_bytes=taken.compute,
                        others_bytes=max(0, used),
                    )
                )
        return bars


def _smallest(low: int, high: int, fits: Callable[[int], bool]) -> int | None:
    """Return the smallest number for which ``fits``, which once true stays true; None when it never is."""
    if low > high or not fits(high):
        return None
    while low < high:
        middle = (low + high) // 2
        if fits(middle):
            high = middle
        else:
            low = middle + 1
    return low
