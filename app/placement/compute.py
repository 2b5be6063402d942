"""Working memory ("compute buffers") of a load, in bytes.

llama.cpp reserves the largest graph once, for a whole ``ubatch`` of tokens with one row of logits. What is alive at its
worst moment was found by comparing llama.cpp's own ``no_alloc`` figures for models of many shapes, on processors and
with CUDA (``tests/unit/placement/test_measured.py`` holds these formulas against them):

- a layer's feed-forward part: gate, up projection and their product, the layer's input, the sum after attention and
  what attention left behind; with experts also what the chosen ones give, if it finds no room where gate and up were;
- with a compressed context on a GPU: one layer's keys and values as halves again;
- with layers or experts left to the processor: a copy of the largest weights that the GPU borrows to read a prompt,
  and for layers one layer's keys and values.
"""

from __future__ import annotations

import msgspec

from app.placement.layout import BITS_PER_VALUE, F16, Layout, padded
from app.placement.table import Table

FLOAT = 4
MASK = 2
PIPELINE_COPIES = 4
"""GGML_SCHED_MAX_COPIES."""


class _Sizes(msgspec.Struct, frozen=True):
    """Activations of one ``ubatch``."""

    width: int
    attention: int
    hidden: int  # of the feed-forward part, or of all chosen experts together
    routed: int  # what the chosen experts give, 0 without experts

    @property
    def beside(self) -> int:
        """What the experts give, unless it finds room where gate and up projection were."""
        return self.routed if self.routed > 2 * self.hidden else 0


def _sizes(table: Table, layout: Layout) -> _Sizes:
    shape, unit = table.shape, layout.ubatch * FLOAT
    used = shape.experts_used if shape.experts else 0
    return _Sizes(
        width=unit * shape.embedding_length,
        attention=unit * shape.heads * max(shape.key_length, shape.value_length),
        hidden=unit * (used * shape.expert_feed_forward_length if used else shape.feed_forward_length),
        routed=unit * used * shape.embedding_length,
    )


def _mask(layout: Layout) -> int:
    return padded(layout.context) * layout.ubatch * MASK


def _layer_context(table: Table, layout: Layout, kv_type: str) -> int:
    """The keys and values of the layer that has most."""
    shape = table.shape
    values = table.most_heads * (shape.key_length + shape.value_length) * padded(layout.context)
    return int(values * BITS_PER_VALUE[kv_type] / 8)


def on_host(table: Table, layout: Layout) -> int:
    """Return the processor's part: all of it, or beside a GPU the inputs alone, as the GPU reads the prompts."""
    sizes, logits = _sizes(table, layout), table.shape.vocabulary * FLOAT
    if not layout.gpu_layers:
        return _mask(layout) + 3 * (sizes.hidden + sizes.width) + sizes.attention + sizes.beside + logits
    # Where the GPU picks the likeliest tokens, their numbers and names have rooms of their own.
    inputs = _mask(layout) + 2 * sizes.width + 4 * logits
    return inputs + _copies(table, layout) * (_mask(layout) + sizes.width)


def on_gpu(table: Table, layout: Layout, *, first: bool) -> int:
    """Return one GPU's part; the ``first`` one reads prompts for the layers and experts that no GPU has."""
    sizes, mask = _sizes(table, layout), _mask(layout)
    rest = 2 * sizes.width + sizes.attention
    away = max(0, table.layers + 1 - layout.gpu_layers) if first else 0  # layers on the processor
    borrowed = _layer_context(table, layout, layout.kv_type) if away else 0
    halves = _layer_context(table, layout, F16) if layout.kv_type != F16 else 0
    peaks = [mask + 3 * sizes.hidden + rest + sizes.beside]
    if away or halves:
        # The next layer's keys are there before this one's values are gone.
        peaks.append(mask + borrowed + (borrowed // 2 if away > 1 else 0) + halves + rest + sizes.attention)
    if first and table.shape.experts and (layout.cpu_expert_layers or away):
        experts = table.largest_experts
        peaks.append(mask + sizes.hidden + sizes.routed + rest + experts + borrowed)
        if _several(layout):
            peaks.append(experts + table.other_experts + mask + sizes.width)
    elif away:
        peaks.append(peaks[0] + table.largest_matrix)
    return max(peaks) + _copies(table, layout) * (mask + sizes.width) + (sizes.width if _copies(table, layout) else 0)


def _several(layout: Layout) -> bool:
    return sum(count > 0 for count in layout.split) > 1


def _copies(table: Table, layout: Layout) -> int:
    """With all layers on several GPUs llama.cpp begins the next batches before the last is done, and keeps inputs."""
    whole = layout.gpu_layers > table.layers and not layout.cpu_expert_layers
    return PIPELINE_COPIES - 1 if whole and _several(layout) else 0
