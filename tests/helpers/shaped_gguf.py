"""Writes GGUF files in the shapes of real Qwen3 models: real quantization types, random or no weights.

With random weights they load and run at the speed of the real ones (what they write is nonsense); without, they are
sparse files that take no disk and serve to ask llama.cpp for memory without loading anything.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from app.system.paths import starter_model

F32, F16, Q8_0, Q4_K, Q6_K = 0, 1, 8, 12, 14
BLOCKS = {F32: (1, 4), F16: (1, 2), Q8_0: (32, 34), Q4_K: (256, 144), Q6_K: (256, 210)}
ALIGNMENT = 32
CHUNK = 4 << 20
HALF = b"\x00\x14"  # a half-precision 0.001: weights stay small, so that nothing overflows

_SCALAR_BYTES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
_STRING, _ARRAY, _U32, _F32_VALUE, _I32 = 8, 9, 4, 6, 5
_COPIED = ("tokenizer.",)


@dataclass(frozen=True)
class Shape:
    """The sizes of one model; ``ftype`` "Q4_K_M" or "Q8_0". Numbers from the models' own config.json."""

    name: str
    layers: int
    width: int
    feed_forward: int
    heads: int
    kv_heads: int
    tied: bool = False
    head_length: int = 128
    vocabulary: int = 151_936
    experts: int = 0
    experts_used: int = 0
    expert_feed_forward: int = 0
    context: int = 40_960
    ftype: str = "Q4_K_M"

    @property
    def architecture(self) -> str:
        """GGUF's word."""
        return "qwen3moe" if self.experts else "qwen3"


SHAPES = {
    shape.name: shape
    for shape in (
        Shape("Qwen3-0.6B", 28, 1024, 3072, 16, 8, tied=True),
        Shape("Qwen3-1.7B", 28, 2048, 6144, 16, 8, tied=True),
        Shape("Qwen3-4B", 36, 2560, 9728, 32, 8, tied=True),
        Shape("Qwen3-8B", 36, 4096, 12288, 32, 8),
        Shape("Qwen3-14B", 40, 5120, 17408, 40, 8),
        Shape("Qwen3-32B", 64, 5120, 25600, 64, 8),
        Shape("Qwen3-30B-A3B", 48, 2048, 6144, 32, 4, experts=128, experts_used=8, expert_feed_forward=768),
        Shape("Qwen3-235B-A22B", 94, 4096, 12288, 64, 4, experts=128, experts_used=8, expert_feed_forward=1536),
    )
}


def scaled(shape: Shape, layers: int, **changes: int) -> Shape:
    """Return a smaller relative, for a rehearsal on a small machine."""
    return replace(shape, name=f"{shape.name}-{layers}-layers", layers=layers, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True)
class _Tensor:
    name: str
    dimensions: tuple[int, ...]
    type: int

    @property
    def size(self) -> int:
        """Bytes."""
        elements = 1
        for dimension in self.dimensions:
            elements *= dimension
        per_block, block_bytes = BLOCKS[self.type]
        return elements // per_block * block_bytes


def write(path: Path, shape: Shape, *, sparse: bool, seed: int = 1) -> Path:
    """Write a model. ``sparse``: no weights, the file only claims their length."""
    tensors = list(_tensors(shape))
    with path.open("wb") as file:
        file.write(_head(shape, tensors))
        file.write(b"\0" * (-file.tell() % ALIGNMENT))
        if sparse:
            file.truncate(file.tell() + sum(_padded(tensor.size) for tensor in tensors))
        else:
            noise = _Noise(seed)
            for tensor in tensors:
                noise.write(file, tensor)
                file.write(b"\0" * (-tensor.size % ALIGNMENT))
    return path


def _padded(size: int) -> int:
    return size + -size % ALIGNMENT


def _tensors(shape: Shape) -> Iterator[_Tensor]:
    width, kv = shape.width, shape.kv_heads * shape.head_length
    big, small = (Q6_K, Q4_K) if shape.ftype == "Q4_K_M" else (Q8_0, Q8_0)
    embedding = (width, shape.vocabulary)
    if not shape.tied:
        yield _Tensor("output.weight", embedding, big)
    yield _Tensor("token_embd.weight", embedding, big if shape.tied else small)
    for layer in range(shape.layers):
        more = big if _more_bits(layer, shape.layers) else small
        block = f"blk.{layer}."
        yield _Tensor(f"{block}attn_k.weight", (width, kv), small)
        yield _Tensor(f"{block}attn_k_norm.weight", (shape.head_length,), F32)
        yield _Tensor(f"{block}attn_norm.weight", (width,), F32)
        yield _Tensor(f"{block}attn_output.weight", (shape.heads * shape.head_length, width), small)
        yield _Tensor(f"{block}attn_q.weight", (width, shape.heads * shape.head_length), small)
        yield _Tensor(f"{block}attn_q_norm.weight", (shape.head_length,), F32)
        yield _Tensor(f"{block}attn_v.weight", (width, kv), more)
        yield from _feed_forward(shape, block, small, more)
    yield _Tensor("output_norm.weight", (width,), F32)


def _feed_forward(shape: Shape, block: str, small: int, more: int) -> Iterator[_Tensor]:
    yield _Tensor(f"{block}ffn_norm.weight", (shape.width,), F32)
    if not shape.experts:
        yield _Tensor(f"{block}ffn_down.weight", (shape.feed_forward, shape.width), more)
        yield _Tensor(f"{block}ffn_gate.weight", (shape.width, shape.feed_forward), small)
        yield _Tensor(f"{block}ffn_up.weight", (shape.width, shape.feed_forward), small)
        return
    inner = shape.expert_feed_forward
    yield _Tensor(f"{block}ffn_gate_inp.weight", (shape.width, shape.experts), F32)
    yield _Tensor(f"{block}ffn_down_exps.weight", (inner, shape.width, shape.experts), more)
    yield _Tensor(f"{block}ffn_gate_exps.weight", (shape.width, inner, shape.experts), small)
    yield _Tensor(f"{block}ffn_up_exps.weight", (shape.width, inner, shape.experts), small)


def _more_bits(layer: int, layers: int) -> bool:
    """Which layers Q4_K_M gives Q6_K, see ``use_more_bits`` in llama-quant.cpp."""
    return layer < layers // 8 or layer >= 7 * layers // 8 or (layer - layers // 8) % 3 == 2


class _Noise:
    """Random weights. One chunk per type is made and written again and again: gigabytes in seconds."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._chunks: dict[int, bytes] = {}

    def write(self, file: BinaryIO, tensor: _Tensor) -> None:
        """Write one tensor's data; norms are ones."""
        if tensor.type == F32 and len(tensor.dimensions) == 1:
            file.write(struct.pack("<f", 1.0) * tensor.dimensions[0])
            return
        chunk = self._chunks.get(tensor.type) or self._chunks.setdefault(tensor.type, self._chunk(tensor.type))
        left = tensor.size
        while left:
            left -= file.write(chunk[: min(left, len(chunk))])

    def _chunk(self, kind: int) -> bytes:
        count = CHUNK // BLOCKS[kind][1]
        return b"".join(self._block(kind) for _ in range(count))

    def _block(self, kind: int) -> bytes:
        """One block of small numbers."""
        draw = self._random.randbytes
        match kind:
            case 12:  # Q4_K: d, dmin, scales, nibbles
                return HALF + HALF + draw(140)
            case 14:  # Q6_K: low bits, high bits, scales, d
                return draw(208) + HALF
            case 8:  # Q8_0: d, bytes
                return HALF + draw(32)
            case 1:
                return HALF
            case _:
                return struct.pack("<f", self._random.uniform(-0.02, 0.02))


def _head(shape: Shape, tensors: list[_Tensor]) -> bytes:
    entries = [_text_entry("general.architecture", shape.architecture), _text_entry("general.name", shape.name)]
    entries.append(_number_entry("general.file_type", 15 if shape.ftype == "Q4_K_M" else 7))
    entries += [_number_entry(f"{shape.architecture}.{key}", value) for key, value in _numbers(shape).items()]
    entries.append(_entry(f"{shape.architecture}.rope.freq_base", _F32_VALUE, struct.pack("<f", 1e6)))
    entries.append(
        _entry(f"{shape.architecture}.attention.layer_norm_rms_epsilon", _F32_VALUE, struct.pack("<f", 1e-6))
    )
    entries += _tokenizer(shape.vocabulary)
    infos, offset = [], 0
    for tensor in tensors:
        info = _text(tensor.name) + struct.pack("<I", len(tensor.dimensions))
        info += struct.pack(f"<{len(tensor.dimensions)}Q", *tensor.dimensions)
        infos.append(info + struct.pack("<IQ", tensor.type, offset))
        offset += _padded(tensor.size)
    return b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(entries)) + b"".join(entries) + b"".join(infos)


def _numbers(shape: Shape) -> dict[str, int]:
    numbers = {
        "block_count": shape.layers,
        "context_length": shape.context,
        "embedding_length": shape.width,
        "feed_forward_length": shape.feed_forward,
        "attention.head_count": shape.heads,
        "attention.head_count_kv": shape.kv_heads,
        "attention.key_length": shape.head_length,
        "attention.value_length": shape.head_length,
    }
    if shape.experts:
        numbers |= {
            "expert_count": shape.experts,
            "expert_used_count": shape.experts_used,
            "expert_feed_forward_length": shape.expert_feed_forward,
        }
    return numbers


def _text(value: str) -> bytes:
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def _entry(key: str, kind: int, value: bytes) -> bytes:
    return _text(key) + struct.pack("<I", kind) + value


def _text_entry(key: str, value: str) -> bytes:
    return _entry(key, _STRING, _text(value))


def _number_entry(key: str, value: int) -> bytes:
    return _entry(key, _U32, struct.pack("<I", value))


def _tokenizer(size: int) -> list[bytes]:
    """The starter model's tokenizer and template, with made-up tokens up to ``size``."""
    found = _Reader(starter_model().read_bytes()).entries(_COPIED)
    tokens, kinds = found["tokenizer.ggml.tokens"], found["tokenizer.ggml.token_type"]
    have = struct.unpack_from("<Q", tokens, 8)[0]
    extra = range(have, size)
    texts = b"".join(_text(f" word{number}") for number in extra)
    head = struct.pack("<IIQ", _ARRAY, _STRING, max(have, size))
    found["tokenizer.ggml.tokens"] = head + tokens[16:] + texts
    found["tokenizer.ggml.token_type"] = (
        struct.pack("<IIQ", _ARRAY, _I32, max(have, size)) + kinds[16:] + struct.pack("<i", 1) * len(extra)
    )
    return [_text(key) + value for key, value in found.items()]


class _Reader:
    """Cuts a trusted file's entries out of its head, each as its bytes from the type on."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 16

    def entries(self, prefixes: tuple[str, ...]) -> dict[str, bytes]:
        """Return those whose keys begin so."""
        found = {}
        for _ in range(self._number("<Q")):
            key = self._string()
            start = self._at
            self._skip(self._number("<I"))
            if key.startswith(prefixes):
                found[key] = self._data[start : self._at]
        return found

    def _skip(self, kind: int) -> None:
        if kind == _STRING:
            self._string()
        elif kind == _ARRAY:
            inner, count = self._number("<I"), self._number("<Q")
            if inner == _STRING:
                for _ in range(count):
                    self._string()
            else:
                self._at += count * _SCALAR_BYTES[inner]
        else:
            self._at += _SCALAR_BYTES[kind]

    def _string(self) -> str:
        length = self._number("<Q")
        self._at += length
        return self._data[self._at - length : self._at].decode("utf-8", "replace")

    def _number(self, code: str) -> int:
        value: int = struct.unpack_from(code, self._data, self._at)[0]
        self._at += struct.calcsize(code)
        return value
