"""A model's sums over its layers: weights, context memory and what a token reads, for any range of layers. Pure."""

from __future__ import annotations

from itertools import accumulate

from app.gguf.shape import ModelShape
from app.placement.layout import BITS_PER_VALUE, Layout, padded

MAPPED_SHARE = 4
"""A file stays mapped unless more than one in so many of its bytes would be copied."""


class Table:
    """A model's sums over its layers, so that a placement costs a few additions however many layers there are."""

    def __init__(self, shape: ModelShape) -> None:
        self.shape = shape
        self.layers = len(shape.layers)
        self._dense = [0, *accumulate(layer.dense_bytes for layer in shape.layers)]
        self._experts = [0, *accumulate(layer.expert_bytes for layer in shape.layers)]
        self._heads = [0, *accumulate(layer.kv_heads for layer in shape.layers)]
        self._states = [0, *accumulate(not layer.kv_heads for layer in shape.layers)]
        repacked = sum(layer.repack_bytes for layer in shape.layers) + shape.output_repack_bytes
        # What the processor copies into its own order is in memory twice while the file is mapped. So a model of which
        # that is a large part is read instead.
        self.mapped = repacked * MAPPED_SHARE <= self.weights
        self.copies = repacked if self.mapped else shape.output_repack_bytes if shape.tied else 0
        self.most_heads = max((layer.kv_heads for layer in shape.layers), default=0)
        experts = [layer.expert_bytes for layer in shape.layers]
        self.largest_experts = _largest(experts)
        self.other_experts = (max(experts, default=0) - self.largest_experts) // 2
        self.largest_matrix = self._largest_matrix()
        sizes = [layer.dense_bytes + layer.expert_bytes for layer in shape.layers] + [self.output]
        self.starts = [0, *accumulate(sizes)]  # where each layer begins, the output layer last
        self.middles = [start + size / 2 for start, size in zip(self.starts, sizes, strict=False)]

    def _largest_matrix(self) -> int:
        """About: the down projection of a layer that a mixed type gives more bits."""
        shape, layers = self.shape, [layer.dense_bytes for layer in self.shape.layers]
        feed_forward = 3 * shape.feed_forward_length
        attention = 2 * shape.heads * shape.key_length + self.most_heads * (shape.key_length + shape.value_length)
        share = shape.feed_forward_length / max(1, feed_forward + attention)
        return int(min(layers, default=0) * share) + max(layers, default=0) - min(layers, default=0)

    @property
    def weights(self) -> int:
        """All weights, each once."""
        shape = self.shape
        return self._dense[-1] + self._experts[-1] + shape.embedding_bytes + shape.output_bytes + shape.other_bytes

    @property
    def output(self) -> int:
        """The output layer where it lies apart from the embeddings; a tied model's is a copy of them."""
        shape = self.shape
        return shape.output_bytes + shape.other_bytes + (shape.embedding_bytes if shape.tied else 0)

    def context_bytes(self, first: int, last: int, layout: Layout) -> int:
        """Return what the layers from ``first`` up to before ``last`` remember."""
        shape = self.shape
        values = (self._heads[last] - self._heads[first]) * (shape.key_length + shape.value_length)
        states = (self._states[last] - self._states[first]) * shape.recurrent_bytes_per_layer
        return int(values * padded(layout.context) * BITS_PER_VALUE[layout.kv_type] / 8) + states

    def weight_bytes(self, first: int, last: int, without_experts_before: int = 0) -> int:
        """Return the weights of a range of layers; experts only of layers from ``without_experts_before`` on."""
        begin = min(max(first, without_experts_before), last)
        return self._dense[last] - self._dense[first] + self._experts[last] - self._experts[begin]

    def expert_bytes(self, first: int, last: int) -> int:
        """Return the experts' part of the weights of a range of layers."""
        return self._experts[last] - self._experts[first]

    def active_bytes(self, first: int, last: int, without_experts_before: int = 0) -> float:
        """Return the weights that one token reads of a range of layers: a few experts of many."""
        share = self.shape.experts_used / self.shape.experts if self.shape.experts else 1.0
        begin = min(max(first, without_experts_before), last)
        return self._dense[last] - self._dense[first] + (self._experts[last] - self._experts[begin]) * share

    def active_expert_bytes(self, first: int, last: int) -> float:
        """Return what one token reads of the experts of a range of layers."""
        share = self.shape.experts_used / self.shape.experts if self.shape.experts else 1.0
        return (self._experts[last] - self._experts[first]) * share

    def ranges(self, layout: Layout) -> list[tuple[int, int]]:
        """Return each GPU's layers as (first, last + 1); the last GPU that has any also has the output layer."""
        first = self.layers + 1 - layout.gpu_layers
        found = []
        for count in layout.split:
            found.append((min(first, self.layers), min(first + count, self.layers)))
            first += count
        return found


def _largest(sums: list[int]) -> int:
    """Return the largest of three matrices that a mixed type gives more bits in some layers, from the layers' sums."""
    return max(sums, default=0) - 2 * min(sums, default=0) // 3
