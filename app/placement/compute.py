"""Working memory ("compute buffers") of a load, in bytes: an upper bound that is a few per cent above the real one.

llama.cpp reserves the largest graph once, for a whole ``ubatch`` of tokens with one row of logits. What is alive at the
worst moment is a layer's feed-forward part: its gate, its up projection and their product, the layer's input, the sum
after attention and its norm, and what attention left behind. The mask is half-precision, one row per token.
Compared with llama.cpp's own ``no_alloc`` figures in ``tests/unit/placement/test_measured.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.placement.layout import Layout, padded

if TYPE_CHECKING:
    from app.placement.memory import Table

FLOAT = 4
MASK = 2


def activations(table: Table, layout: Layout) -> int:
    """Return the worst moment of one layer."""
    shape, tokens = table.shape, layout.ubatch
    attention = shape.heads * max(shape.key_length, shape.value_length)
    if not shape.experts:
        return tokens * FLOAT * (3 * shape.feed_forward_length + 3 * shape.embedding_length + attention)
    hidden = shape.experts_used * shape.expert_feed_forward_length
    routed = shape.experts_used * shape.embedding_length
    # What the experts give finds room where gate and up projection were, when it is no larger than they.
    beside = routed if routed > 2 * hidden else 0
    return tokens * FLOAT * (3 * hidden + 3 * shape.embedding_length + attention + beside)


def mask(layout: Layout) -> int:
    """Return the attention mask."""
    return padded(layout.context) * layout.ubatch * MASK


def logits(table: Table) -> int:
    """Return one row."""
    return table.shape.vocabulary * FLOAT


def on_host(table: Table, layout: Layout) -> int:
    """Return the processor's part: everything, or with all layers on GPUs the inputs alone."""
    inputs = layout.ubatch * table.shape.embedding_length * FLOAT + mask(layout)
    if layout.gpu_layers > table.layers and not layout.cpu_expert_layers:
        return inputs
    return activations(table, layout) + mask(layout)


def on_gpu(table: Table, layout: Layout, *, has_output: bool) -> int:
    """Return one GPU's part."""
    size = activations(table, layout) + mask(layout) + (logits(table) if has_output else 0)
    if layout.gpu_layers <= table.layers:
        size += table.widest_layer
    elif layout.cpu_expert_layers:
        size += table.widest_experts
    return size
