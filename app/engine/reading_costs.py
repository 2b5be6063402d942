"""Whether a few new tokens are read faster together with some that are held already. No llama.cpp.

On a processor llama.cpp's attention takes 64 tokens of a batch together, against all that is held. Fewer it takes one
by one. With SmolLM2-135M, 2,700 tokens held and one thread, 15 tokens took 1.6 s, 63 took 6.9 s, and 64 took 0.9 s. So
what comes before a short batch is read again with it, where that is cheaper: a question after a long answer is short.
"""

from __future__ import annotations

import msgspec

from app.gguf.shape import ModelShape

TOGETHER = 64
ONE_BY_ONE, IN_TILES = 26.0, 3.5
"""What attention takes per token held, a head's key and a layer, in weights that could be multiplied meanwhile.

Measured with heads of 64 numbers: 44 and 3.5. Longer heads are less far apart, and a wrong guess must cost little.
"""


class ReadingCosts(msgspec.Struct, frozen=True):
    """What reading one token takes."""

    weights: int  # that are multiplied
    attention: int  # numbers in the queries of all layers

    @classmethod
    def of(cls, shape: ModelShape) -> ReadingCosts:
        """Return those of a model; of experts only those that a token meets count."""
        dense = shape.embedding_bytes + shape.output_bytes + shape.other_bytes
        dense += sum(layer.dense_bytes for layer in shape.layers)
        experts = sum(layer.expert_bytes for layer in shape.layers)
        met = experts * shape.experts_used // shape.experts if shape.experts else experts
        layers = sum(layer.kv_heads > 0 for layer in shape.layers)
        weights = shape.parameters * (dense + met) // max(1, dense + experts)
        return cls(weights, layers * shape.heads * shape.key_length)

    def again(self, new: int, held: int) -> int:
        """Return how many of the ``held`` tokens, the last ones, to read once more with ``new`` ones."""
        more = TOGETHER - new
        if not 0 < more <= held or not new:
            return 0
        apart = new * (self.weights + ONE_BY_ONE * self.attention * held)
        together = TOGETHER * (self.weights + IN_TILES * self.attention * held)
        return more if together < apart else 0
