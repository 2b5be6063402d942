"""What one way of loading a model takes on each device, in bytes. Pure.

Follows llama.cpp: the output layer is the first to go to the GPU and the layers follow from the last one down; the
token embeddings stay with the processor; a layer's context memory lies where the layer lies.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise

from app.placement import compute
from app.placement.layout import Footprint, Layout, Taken
from app.placement.table import Table


def footprint_of(table: Table, layout: Layout) -> Footprint:
    """Return what every device holds."""
    on_gpu = layout.gpu_layers > 0
    first = max(0, table.layers + 1 - layout.gpu_layers) if on_gpu else table.layers
    gpus = []
    used = [index for index, count in enumerate(layout.split) if count] or [0]
    first_used, last_used = used[0], used[-1]
    for index, (begin, end) in enumerate(table.ranges(layout) if on_gpu else []):
        has_output = index == last_used
        weights = table.weight_bytes(begin, end, layout.cpu_expert_layers) + (table.output if has_output else 0)
        scratch = compute.on_gpu(table, layout, first=index == first_used) if layout.split[index] else 0
        gpus.append(Taken(weights, table.context_bytes(begin, end, layout), scratch))
    host = table.shape.embedding_bytes + table.weight_bytes(0, min(first, table.layers))
    if layout.cpu_expert_layers > first:
        host += table.expert_bytes(min(first, table.layers), min(layout.cpu_expert_layers, table.layers))
    if not on_gpu:
        host += table.shape.output_bytes + table.shape.other_bytes + table.copies
    kept = table.context_bytes(0, min(first, table.layers), layout)
    return Footprint(Taken(host, kept, compute.on_host(table, layout)), tuple(gpus))


def split_layers(table: Table, gpu_layers: int, budgets: list[int]) -> tuple[int, ...]:
    """Return how many of the ``gpu_layers`` each GPU gets: in proportion to its free memory, in bytes of weights."""
    if not budgets or not gpu_layers:
        return ()
    total = sum(budgets)
    if len(budgets) == 1 or not total:
        return (gpu_layers, *(0 for _ in budgets[1:]))
    first, end = table.layers + 1 - gpu_layers, table.layers + 1
    begin, weight = table.starts[first], max(1, table.starts[end] - table.starts[first])
    # A layer belongs to the GPU in whose part its middle lies; parts stay in llama.cpp's order of devices.
    borders = [begin + share / total * weight for share in accumulate(budgets[:-1])]
    cuts = [first, *(bisect_left(table.middles, border, first, end) for border in borders), end]
    return tuple(after - before for before, after in pairwise(cuts))
