"""From headers to the numbers that the planner works with. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from app.gguf.reader import TEMPLATE_KEY, TOKENS_KEY, Header, StoredTensor
from app.gguf.shape import LayerShape, ModelShape
from app.gguf.types import FILE_TYPES, repacked_here

MAX_LAYERS = 512
"""As many as llama.cpp has room for."""

MAX_NUMBER = (1 << 62) - 1
"""What a product of a file's claims may come to; larger ones do not travel in a message."""

_LAYER = re.compile(r"^blk\.(?P<number>\d{1,5})\.(?P<rest>.+)$")
_EXPERTS = re.compile(r"^ffn_(up|down|gate|gate_up)_(ch|)exps\b")
_REPACKED_ROWS = 8


def describe(headers: Sequence[Header], file_bytes: int, fallback_name: str) -> ModelShape:
    """Return the shape of a model from the checked heads of all its parts; ``file_bytes`` counts all of them."""
    first = headers[0]
    tables = _sort([tensor for header in headers for tensor in header.tensors], _layer_count(first))
    heads, embedding = _largest(first, "attention.head_count"), first.of_model("embedding_length")
    head_length = embedding // heads if heads else 0
    return ModelShape(
        name=first.text("general.name") or fallback_name,
        architecture=first.architecture,
        quantization=_quantization(first),
        file_bytes=file_bytes,
        parts=len(headers),
        parameters=min(MAX_NUMBER, sum(tensor.elements for header in headers for tensor in header.tensors)),
        layers=[_layer(first, number, tensors) for number, tensors in enumerate(tables.layers)],
        embedding_bytes=_bytes(tables.embedding),
        output_bytes=_bytes(tables.output),
        other_bytes=_bytes(tables.others),
        tied=all(tensor.name != "output.weight" for tensor in tables.output),
        context_trained=first.of_model("context_length"),
        embedding_length=embedding,
        feed_forward_length=_largest(first, "feed_forward_length"),
        vocabulary=first.lengths.get(TOKENS_KEY, 0) or first.of_model("vocab_size"),
        heads=heads,
        key_length=first.of_model("attention.key_length") or head_length,
        value_length=first.of_model("attention.value_length") or head_length,
        experts=first.of_model("expert_count"),
        experts_used=first.of_model("expert_used_count"),
        expert_feed_forward_length=_largest(first, "expert_feed_forward_length"),
        recurrent_bytes_per_layer=_state_bytes(first),
        yarn_original_context=_yarn(first),
        licence=first.text("general.license"),
        author=first.text("general.author") or first.text("general.organization"),
        template_bytes=len(first.text(TEMPLATE_KEY).encode()),
        output_repack_bytes=_output_repack(tables),
    )


class _Tables(msgspec.Struct):
    """All tensors, by where llama.cpp puts them."""

    layers: list[list[StoredTensor]]
    embedding: list[StoredTensor]
    output: list[StoredTensor]
    others: list[StoredTensor]


def _sort(tensors: Sequence[StoredTensor], layers: int) -> _Tables:
    """Layers beyond the model's own (for predicting several tokens) are never computed with and count as others."""
    tables = _Tables([[] for _ in range(layers)], [], [], [])
    outside = defaultdict(
        lambda: tables.others,
        {"token_embd": tables.embedding, "output": tables.output, "output_norm": tables.output},
    )
    for tensor in tensors:
        match = _LAYER.match(tensor.name)
        if match is None:
            outside[tensor.name.partition(".")[0]].append(tensor)
        elif int(match["number"]) < layers:
            tables.layers[int(match["number"])].append(tensor)
        else:
            tables.others.append(tensor)
    return tables


def _layer_count(header: Header) -> int:
    return min(MAX_LAYERS, max(0, header.of_model("block_count") - header.of_model("nextn_predict_layers")))


def _quantization(header: Header) -> str:
    return FILE_TYPES.get(header.number("general.file_type"), "") if "general.file_type" in header.values else ""


def _layer(header: Header, number: int, tensors: Sequence[StoredTensor]) -> LayerShape:
    experts = sum(tensor.size for tensor in tensors if _EXPERTS.match(_rest(tensor)))
    return LayerShape(
        dense_bytes=_bytes(tensors) - experts,
        expert_bytes=experts,
        kv_heads=0 if _is_recurrent(header, number, tensors) else _kv_heads(header, number),
        repack_bytes=sum(tensor.size for tensor in tensors if _is_repacked(tensor)),
    )


def _kv_heads(header: Header, number: int) -> int:
    """One number for all layers, or one for each; without any, as many as there are query heads."""
    counts = header.all_of_model("attention.head_count_kv") or header.all_of_model("attention.head_count")
    if not counts:
        return 0
    return counts[number] if number < len(counts) else counts[-1]


def _is_recurrent(header: Header, number: int, tensors: Sequence[StoredTensor]) -> bool:
    """The file's own list decides; without one, whether the layer has a state's weights and none for keys."""
    listed = header.all_of_model("attention.recurrent_layers")
    if len(listed) > number:
        return bool(listed[number])
    names = [_rest(tensor) for tensor in tensors]
    return any(name.startswith("ssm_") for name in names) and not any(name.startswith("attn_k.") for name in names)


def _state_bytes(header: Header) -> int:
    """What a recurrent layer remembers per sequence, in 32 bits: n_embd_r + n_embd_s of llama-hparams.cpp."""
    inner, state = header.of_model("ssm.inner_size"), header.of_model("ssm.state_size")
    window = max(0, header.of_model("ssm.conv_kernel") - 1)
    groups = header.of_model("ssm.group_count")
    return min(MAX_NUMBER, 4 * (window * (inner + 2 * groups * state) + state * inner))


def _yarn(header: Header) -> int:
    """The context before it was stretched, for files that stretch it."""
    if header.text(f"{header.architecture}.rope.scaling.type") not in {"yarn", ""}:
        return 0
    return header.of_model("rope.scaling.original_context_length")


def _is_repacked(tensor: StoredTensor) -> bool:
    """Matrices to multiply with, whose rows can be woven together by eight."""
    if len(tensor.dimensions) < 2 or tensor.dimensions[1] % _REPACKED_ROWS:
        return False
    return tensor.type in repacked_here()


def _output_repack(tables: _Tables) -> int:
    """The output layer's own, or its second copy of the embedding."""
    matrices = [tensor for tensor in tables.output if tensor.name == "output.weight"] or tables.embedding
    return sum(tensor.size for tensor in matrices if _is_repacked(tensor))


def _largest(header: Header, key: str) -> int:
    return max(header.all_of_model(key), default=0)


def _rest(tensor: StoredTensor) -> str:
    match = _LAYER.match(tensor.name)
    return match["rest"] if match else tensor.name


def _bytes(tensors: Sequence[StoredTensor]) -> int:
    return sum(tensor.size for tensor in tensors)
