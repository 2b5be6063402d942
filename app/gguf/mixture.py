"""Which type each tensor gets when llama.cpp writes a model as, say, "Q4_K_M", and how many bytes that makes. Pure.

The rules are those of llama.cpp's ``llama-quant.cpp`` without an importance matrix. A mixture's name is not a number of
bits: Q4_K_M keeps some tensors in six, and a row that is no multiple of 256 falls back to a type with blocks of 32.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

BLOCKS: dict[str, tuple[int, int]] = {  # weights and bytes per block, as ggml.c has them
    "F32": (1, 4), "F16": (1, 2), "BF16": (1, 2), "Q8_0": (32, 34), "Q6_K": (256, 210), "Q5_K": (256, 176),
    "Q5_0": (32, 22), "Q5_1": (32, 24), "Q4_K": (256, 144), "Q4_0": (32, 18), "Q4_1": (32, 20), "IQ4_XS": (256, 136),
    "IQ4_NL": (32, 18), "Q3_K": (256, 110), "Q2_K": (256, 84),
}  # fmt: skip

DEFAULT_TYPES = {
    "F32": "F32", "F16": "F16", "BF16": "BF16", "Q8_0": "Q8_0", "Q6_K": "Q6_K", "Q5_K_M": "Q5_K", "Q5_K_S": "Q5_K",
    "Q5_1": "Q5_1", "Q5_0": "Q5_0", "Q4_K_M": "Q4_K", "Q4_K_S": "Q4_K", "Q4_1": "Q4_1", "Q4_0": "Q4_0",
    "IQ4_XS": "IQ4_XS", "IQ4_NL": "IQ4_NL", "Q3_K_L": "Q3_K", "Q3_K_M": "Q3_K", "Q3_K_S": "Q3_K", "Q2_K": "Q2_K",
}  # fmt: skip
"""Mixtures that we can forecast, with the type of most of their tensors."""

FALLBACKS = {
    "IQ4_XS": "IQ4_NL",
    "Q2_K": "Q4_0",
    "Q3_K": "Q4_0",
    "Q4_K": "Q5_0",
    "Q5_K": "Q5_1",
    "Q6_K": "Q8_0",
}

_KEPT = ("_norm.weight", "ffn_gate_inp.weight", "ssm_conv1d", "shortconv.conv.weight")
_VALUE = ("attn_v.weight", "attn_qkv.weight", "attn_kv_b.weight")
_MIXTRAL_OUTPUT = frozenset({"Q2_K", "Q3_K_S", "Q3_K_M", "IQ4_NL", "Q4_K_S", "Q4_K_M", "IQ4_XS"})


class Tensor(msgspec.Struct, frozen=True):
    """A weight matrix by name; ``dimensions`` in ggml's order, the length of a row first."""

    name: str
    dimensions: tuple[int, ...]

    @property
    def elements(self) -> int:
        """How many weights."""
        return math.prod(self.dimensions)

    @property
    def layer(self) -> int:
        """The block it belongs to; -1 for none."""
        return int(self.name.split(".", 2)[1]) if self.name.startswith("blk.") else -1

    def bytes_as(self, kind: str) -> int:
        """Return its size in this type."""
        weights, size = BLOCKS[kind]
        return self.elements // weights * size


def types_of(tensors: Sequence[Tensor], mixture: str, *, gqa: int, experts: int, kept: str = "F32") -> list[str]:
    """Return the type of each tensor, in the order given. Raises KeyError for a mixture that we do not know.

    Args:
        tensors: All tensors of the model: the rules depend on a layer's place among the others.
        mixture: A key of ``DEFAULT_TYPES``.
        gqa: Query heads per key head.
        experts: Experts per layer, 0 for a dense model.
        kept: The type of tensors that are never quantized, in the source.
    """
    chooser = _Chooser(tensors, mixture, gqa, experts)
    by_place = sorted(range(len(tensors)), key=lambda i: (tensors[i].layer, tensors[i].name))
    types = dict.fromkeys(by_place, kept)
    for i in by_place:
        if _is_quantized(tensors[i]):
            types[i] = chooser.type_of(tensors[i])
    return [types[i] for i in range(len(tensors))]


def _is_quantized(tensor: Tensor) -> bool:
    """Norms, routers and vectors stay as they are."""
    dimensions = tensor.dimensions
    if len(dimensions) < 2 or dimensions[1] < 2 or not tensor.name.endswith("weight"):
        return False
    return not any(part in tensor.name for part in _KEPT)


class _Chooser:
    """Follows llama.cpp through the tensors; the places of value and down projections are counted on the way."""

    def __init__(self, tensors: Sequence[Tensor], mixture: str, gqa: int, experts: int) -> None:
        self._mixture = mixture
        self._default = DEFAULT_TYPES[mixture]
        self._gqa = gqa
        self._experts = experts
        self._tied = all(tensor.name != "output.weight" for tensor in tensors)
        self._layers = 1 + max((tensor.layer for tensor in tensors), default=0)
        self._values = sum(any(part in tensor.name for part in _VALUE) for tensor in tensors)
        self._value = 0
        self._down = 0

    def type_of(self, tensor: Tensor) -> str:
        """Return the type that a tensor is written in."""
        if self._default in {"F32", "F16", "BF16"}:
            return self._default
        kind = self._wished(tensor)
        if tensor.dimensions[0] % BLOCKS[kind][0]:
            kind = FALLBACKS.get(kind, kind)
        return "F16" if tensor.dimensions[0] % BLOCKS[kind][0] else kind

    def _wished(self, tensor: Tensor) -> str:
        name = tensor.name
        if name == "output.weight" or (self._tied and name == "token_embd.weight"):
            return self._output(tensor)
        if any(part in name for part in _VALUE):
            self._value += 1
            return self._value_type(self._value - 1)
        if "attn_k.weight" in name and self._experts == 8:
            return "Q8_0"
        if "ffn_down" in name:
            self._down += 1
            return self._down_type(tensor.layer if self._experts > 1 else self._down - 1)
        if "attn_output.weight" in name:
            return self._attention_output_type()
        return self._default

    def _output(self, tensor: Tensor) -> str:
        if self._default == "Q8_0" or tensor.dimensions[0] % BLOCKS[self._default][0]:
            return "Q8_0"
        return "Q6_K"

    def _value_type(self, place: int) -> str:
        if self._experts == 8:
            return "Q8_0"
        shared, many = self._gqa >= 4, _more_bits(place, self._values)
        better = {
            "Q2_K": "Q4_K" if shared else "Q3_K",
            "Q3_K_M": "Q5_K" if place < 2 else "Q4_K",
            "Q3_K_L": "Q5_K",
            "IQ4_NL": "Q5_K" if shared else "IQ4_NL",
            "IQ4_XS": "Q5_K" if shared else "IQ4_XS",
            "Q4_K_M": "Q6_K" if many else "Q4_K",
            "Q5_K_M": "Q6_K" if many else "Q5_K",
            "Q4_K_S": "Q5_K" if place < 4 else "Q4_K",
        }
        return better.get(self._mixture, self._default)

    def _down_type(self, place: int) -> str:
        first = place < self._layers // 8
        match self._mixture:
            case "Q2_K":
                return "Q3_K"
            case "Q3_K_M":
                return "Q5_K" if place < self._layers // 16 else "Q4_K"
            case "Q3_K_L":
                return "Q5_K"
            case "Q4_K_M" | "Q5_K_M" if _more_bits(place, self._layers):
                return "Q6_K"
            case "IQ4_NL" | "IQ4_XS" | "Q4_K_S" if first:
                return "Q5_K"
            case _:
                return self._default

    def _attention_output_type(self) -> str:
        if self._experts == 8:
            return "Q5_K" if self._mixture in _MIXTRAL_OUTPUT else self._default
        return {"Q2_K": "Q3_K", "Q3_K_M": "Q4_K", "Q3_K_L": "Q5_K"}.get(self._mixture, self._default)


def _more_bits(place: int, count: int) -> bool:
    """Return whether this one of ``count`` layers gets more bits: the first and last eighth, and every third."""
    return place < count // 8 or place >= 7 * count // 8 or (place - count // 8) % 3 == 2
