"""Asks llama.cpp itself what a placement would take, without loading it: model and context are made with ``no_alloc``.

That takes a tenth of a second for the working memory, which the planner can only estimate; the sizes of weights and
context memory it knows to the byte. Run it in a process that may die: the file may be hostile.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.engine.backend import Backend
from app.engine.llama import AbortFlag, Context, Model, NativeError
from app.engine.loading import context_options, machine_now, model_options
from app.engine.measured import measured
from app.gguf.model import inspect
from app.placement.plan import DeviceUse, Fit, MeasuredUse, Placement, Reason, Wishes
from app.placement.planner import plan


def probe(path: Path, wishes: Wishes, reclaimed: dict[str, int], backend: Backend) -> Placement:
    """Return the planner's placement with llama.cpp's own figures for the working memory.

    Where llama.cpp cannot tell (a kind of model it does not know), the planner's stay. Raises GgufError.

    Args:
        path: Any part of the model.
        wishes: What the person asked for.
        reclaimed: Device name, "" for the processor, to the bytes of the model that will be unloaded first.
        backend: llama.cpp.
    """
    file = inspect(path)
    machine = msgspec.structs.replace(machine_now(backend), reclaimed=reclaimed)
    placement = plan(file.shape, wishes, machine)
    try:
        found = working_memory(file.path, placement, backend)
    except NativeError:
        return placement
    return _corrected(placement, {use.name: use.compute_bytes for use in found})


def working_memory(path: Path, placement: Placement, backend: Backend) -> list[MeasuredUse]:
    """Return the compute buffers that llama.cpp would make; model and context bytes are 0 here. Raises NativeError."""
    backend.log.buffers.clear()
    model = Model(path, model_options(placement, no_alloc=True))
    try:
        Context(model, context_options(placement), AbortFlag()).close()
    finally:
        model.close()
    return measured(backend.log.buffers, backend.devices())


def _corrected(placement: Placement, found: dict[str, int]) -> Placement:
    change = msgspec.structs.replace
    names = {use.name for use in placement.uses}
    lent = sum(size for name, size in found.items() if name not in names)  # of GPUs in the processor's own memory
    uses = [
        change(use, compute_bytes=found.get(use.name, use.compute_bytes) + (lent if not use.name else 0))
        for use in placement.uses
    ]
    if placement.fit is Fit.NOT or all(_fits(use) for use in uses):
        return change(placement, uses=uses)
    return change(placement, uses=uses, fit=Fit.NOT, reasons=[*placement.reasons, Reason.MEMORY_SHORT])


def _fits(use: DeviceUse) -> bool:
    """The planner's margins are there for estimates: real figures may use them up."""
    return use.free_bytes >= 0
