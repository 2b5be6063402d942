"""A model's tensor table from its few known numbers: what it will weigh, before any of its bytes are here. Pure.

Serves the catalogue (models that nobody has downloaded yet) and the forecast of what quantizing here will write.
Layouts as in llama.cpp's ``src/models``: the transformer of Qwen3 and its relatives, dense or with experts, and the
hybrids since Qwen3-Next, of whose layers every fourth attends and the others carry a state (gated delta net).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import msgspec

from app.gguf.mixture import Tensor, types_of
from app.gguf.shape import Count, LayerShape, ModelShape
from app.gguf.types import repacked_here

METADATA_BYTES_PER_TOKEN = 39
"""Of a file's head: texts, types and merges of a Qwen vocabulary, about 5.9 MB of 151,936 tokens."""

_REPACKED_ROWS = 8
CONVOLUTION = 4
"""Tokens that the convolution of a delta net sees."""


class Blueprint(msgspec.Struct, frozen=True):
    """The numbers of a model's ``config.json`` that its size follows from."""

    architecture: str
    layers: Count
    embedding: Count
    feed_forward: Count
    heads: Count
    kv_heads: Count
    head: Count  # length of one head's key and value
    vocabulary: Count
    tied: bool
    context: Count
    experts: Count = 0
    experts_used: Count = 0
    expert_feed_forward: Count = 0
    shared_feed_forward: Count = 0
    attention_every: Count = 1  # of so many layers the last one attends; the others keep a state
    delta_key_heads: Count = 0
    delta_value_heads: Count = 0
    delta_head: Count = 128

    @property
    def gated(self) -> bool:
        """Whether attention has an output gate, which doubles the query's projection."""
        return self.attention_every > 1

    def attends(self, layer: int) -> bool:
        """Return whether a layer keeps keys and values."""
        return (layer + 1) % self.attention_every == 0


def tensors_of(plan: Blueprint) -> list[Tensor]:
    """Return the whole tensor table."""
    width, tokens = plan.embedding, plan.vocabulary
    out = [Tensor("token_embd.weight", (width, tokens)), Tensor("output_norm.weight", (width,))]
    if not plan.tied:
        out.append(Tensor("output.weight", (width, tokens)))
    for layer in range(plan.layers):
        mixer = _attention(plan) if plan.attends(layer) else _delta_net(plan)
        parts = {"attn_norm": (width,), **mixer, **_feed_forward(plan)}
        out.extend(Tensor(f"blk.{layer}.{name}.weight", dimensions) for name, dimensions in parts.items())
    return out


def _attention(plan: Blueprint) -> dict[str, tuple[int, ...]]:
    width, queries, keys = plan.embedding, plan.heads * plan.head, plan.kv_heads * plan.head
    return {
        "attn_q": (width, queries * (2 if plan.gated else 1)),
        "attn_k": (width, keys),
        "attn_v": (width, keys),
        "attn_output": (queries, width),
        "attn_q_norm": (plan.head,),
        "attn_k_norm": (plan.head,),
    }


def _delta_net(plan: Blueprint) -> dict[str, tuple[int, ...]]:
    width = plan.embedding
    keys, values = plan.delta_key_heads * plan.delta_head, plan.delta_value_heads * plan.delta_head
    return {
        "attn_qkv": (width, 2 * keys + values),
        "attn_gate": (width, values),
        "ssm_conv1d": (CONVOLUTION, 2 * keys + values),
        "ssm_alpha": (width, plan.delta_value_heads),
        "ssm_beta": (width, plan.delta_value_heads),
        "ssm_norm": (plan.delta_head,),
        "ssm_out": (values, width),
    }


def _feed_forward(plan: Blueprint) -> dict[str, tuple[int, ...]]:
    width, norm = plan.embedding, "post_attention_norm" if plan.gated else "ffn_norm"
    parts: dict[str, tuple[int, ...]] = {norm: (width,)}
    if not plan.experts:
        hidden = plan.feed_forward
        return parts | {"ffn_gate": (width, hidden), "ffn_up": (width, hidden), "ffn_down": (hidden, width)}
    hidden, many = plan.expert_feed_forward, plan.experts
    parts |= {
        "ffn_gate_inp": (width, many),
        "ffn_gate_exps": (width, hidden, many),
        "ffn_up_exps": (width, hidden, many),
        "ffn_down_exps": (hidden, width, many),
    }
    if shared := plan.shared_feed_forward:
        parts |= {"ffn_gate_inp_shexp": (width,), "ffn_gate_shexp": (width, shared), "ffn_up_shexp": (width, shared)}
        parts["ffn_down_shexp"] = (shared, width)
    return parts


def shape_of(plan: Blueprint, mixture: str, name: str, *, file_bytes: int = 0, parts: int = 1) -> ModelShape:
    """Return the shape of this model in a mixture; ``file_bytes`` 0: as forecast. Raises KeyError, see ``types_of``."""
    tensors = tensors_of(plan)
    types = types_of(tensors, mixture, gqa=plan.heads // max(1, plan.kv_heads), experts=plan.experts)
    sized = list(zip(tensors, types, strict=True))
    outside = {tensor.name: tensor.bytes_as(kind) for tensor, kind in sized if tensor.layer < 0}
    last = "token_embd.weight" if plan.tied else "output.weight"
    layers = [
        _layer(list(members), plan.kv_heads if plan.attends(layer) else 0)
        for layer, members in groupby((pair for pair in sized if pair[0].layer >= 0), key=lambda pair: pair[0].layer)
    ]
    return ModelShape(
        name=name,
        architecture=plan.architecture,
        quantization=mixture,
        file_bytes=file_bytes or sum(tensor.bytes_as(kind) for tensor, kind in sized) + metadata_bytes(plan.vocabulary),
        parts=parts,
        parameters=sum(tensor.elements for tensor in tensors),
        layers=layers,
        embedding_bytes=outside.pop("token_embd.weight"),
        output_bytes=sum(outside.values()),
        other_bytes=0,
        tied=plan.tied,
        context_trained=plan.context,
        embedding_length=plan.embedding,
        feed_forward_length=plan.feed_forward,
        vocabulary=plan.vocabulary,
        heads=plan.heads,
        key_length=plan.head,
        value_length=plan.head,
        experts=plan.experts,
        experts_used=plan.experts_used,
        expert_feed_forward_length=plan.expert_feed_forward,
        recurrent_bytes_per_layer=_state_bytes(plan),
        output_repack_bytes=_repacked([pair for pair in sized if pair[0].name == last]),
    )


def _layer(members: Sequence[tuple[Tensor, str]], kv_heads: int) -> LayerShape:
    experts = sum(tensor.bytes_as(kind) for tensor, kind in members if "_exps." in tensor.name)
    return LayerShape(
        dense_bytes=sum(tensor.bytes_as(kind) for tensor, kind in members) - experts,
        expert_bytes=experts,
        kv_heads=kv_heads,
        repack_bytes=_repacked(members),
    )


def _repacked(tensors: Sequence[tuple[Tensor, str]]) -> int:
    """Bytes of the matrices that this processor wants in another layout, see ``describe``."""
    return sum(
        tensor.bytes_as(kind)
        for tensor, kind in tensors
        if kind in repacked_here() and tensor.dimensions[1] % _REPACKED_ROWS == 0
    )


def _state_bytes(plan: Blueprint) -> int:
    """What a delta net remembers, in 32 bits: a window and one matrix per value head (llama-hparams.cpp)."""
    if plan.attention_every == 1:
        return 0
    inner = plan.delta_value_heads * plan.delta_head
    window = (CONVOLUTION - 1) * (inner + 2 * plan.delta_key_heads * plan.delta_head)
    return 4 * (window + plan.delta_head * inner)


def metadata_bytes(vocabulary: int) -> int:
    """Return about how long a file's head is."""
    return vocabulary * METADATA_BYTES_PER_TOKEN


def blueprint_of(shape: ModelShape) -> Blueprint:
    """Return the numbers of a model that we have, as far as its shape tells them: the plain transformer's."""
    return Blueprint(
        architecture=shape.architecture,
        layers=len(shape.layers),
        embedding=shape.embedding_length,
        feed_forward=shape.feed_forward_length,
        heads=shape.heads,
        kv_heads=max((layer.kv_heads for layer in shape.layers), default=0),
        head=shape.key_length,
        vocabulary=shape.vocabulary,
        tied=shape.tied,
        context=shape.context_trained,
        experts=shape.experts,
        experts_used=shape.experts_used,
        expert_feed_forward=shape.expert_feed_forward_length,
    )


def forecast(shape: ModelShape, mixture: str) -> int:
    """Return about how many bytes the file of this model has when written as ``mixture``.

    A layout other than the plain transformer's is taken to have as many bytes per weight as it.
    Raises KeyError for a mixture that we do not know.
    """
    plan = blueprint_of(shape)
    tensors = tensors_of(plan)
    types = types_of(tensors, mixture, gqa=plan.heads // max(1, plan.kv_heads), experts=plan.experts)
    weights = sum(tensor.bytes_as(kind) for tensor, kind in zip(tensors, types, strict=True))
    elements = sum(tensor.elements for tensor in tensors)
    return _head_bytes(shape) + weights * (shape.parameters or elements) // max(1, elements)


def _head_bytes(shape: ModelShape) -> int:
    """What a file has besides its weights: names, vocabulary, padding."""
    weights = shape.embedding_bytes + shape.output_bytes + shape.other_bytes
    weights += sum(layer.dense_bytes + layer.expert_bytes for layer in shape.layers)
    return max(0, shape.file_bytes - weights) or metadata_bytes(shape.vocabulary)
