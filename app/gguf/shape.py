"""What a GGUF file says about its model, in numbers: enough to plan its memory. Safe to send between processes.

Made by a worker from a file that may be hostile; the window only ever sees this.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

Count = Annotated[int, Meta(ge=0)]


class LayerShape(msgspec.Struct, frozen=True):
    """The weights of one layer (``blk.N.*``), in bytes, and what one token adds to the layer's context memory."""

    dense_bytes: Count  # attention, norms, router, shared experts, dense feed-forward
    expert_bytes: Count = 0  # ffn_(up|down|gate|gate_up)_exps
    kv_heads: Count = 0  # 0: the layer keeps no keys and values (recurrent)
    repack_bytes: Count = 0  # of these weights, how much a processor back end would copy into its own layout


class ModelShape(msgspec.Struct, frozen=True):
    """A model as its header and tensor table describe it; all parts of a split one together."""

    name: str
    architecture: str
    quantization: str  # "Q4_K_M", as the file's own type says; "" unknown
    file_bytes: Count  # all parts
    parts: Count
    parameters: Count
    layers: list[LayerShape]
    embedding_bytes: Count  # token_embd: stays on the processor
    output_bytes: Count  # output.weight and output_norm; for a tied model only the norm
    other_bytes: Count  # whatever stands outside the layers besides
    tied: bool  # no output.weight: llama.cpp keeps a second copy of token_embd where the output layer is
    context_trained: Count
    embedding_length: Count
    feed_forward_length: Count
    vocabulary: Count
    heads: Count
    key_length: Count
    value_length: Count
    experts: Count = 0
    experts_used: Count = 0
    expert_feed_forward_length: Count = 0
    recurrent_bytes_per_layer: Count = 0  # constant state of a layer without keys and values, per sequence
    yarn_original_context: Count = 0  # 0: the file names none
    licence: str = ""
    author: str = ""
    template_bytes: Count = 0  # 0: no chat template
    output_repack_bytes: Count = 0  # like a layer's, of the output layer; for a tied model of its copy of token_embd
