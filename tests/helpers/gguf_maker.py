"""Writes GGUF files field by field: heads of real models' length and shape, and whatever else a test wants to claim.

The data is a hole in the file: five gigabytes that take no disk.
"""

from __future__ import annotations

import functools
import random
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.gguf.blueprint import Blueprint, tensors_of
from app.gguf.mixture import types_of
from app.gguf.types import FILE_TYPES, TENSOR_TYPES

Value = str | bool | int | float | Sequence[str] | Sequence[bool] | Sequence[int]
Row = tuple[str, tuple[int, ...], str]
"""Name, dimensions in ggml's order, and type of a tensor."""

ALIGNMENT = 32
TOKENS, MERGES = 151_936, 151_387

QWEN3_8B = Blueprint(
    architecture="qwen3", layers=36, embedding=4096, feed_forward=12288, heads=32, kv_heads=8, head=128,
    vocabulary=TOKENS, tied=False, context=40960,
)  # fmt: skip
QWEN3_4B = Blueprint(
    architecture="qwen3", layers=36, embedding=2560, feed_forward=9728, heads=32, kv_heads=8, head=128,
    vocabulary=TOKENS, tied=True, context=40960,
)  # fmt: skip
QWEN3_30B_A3B = Blueprint(
    architecture="qwen3moe", layers=48, embedding=2048, feed_forward=6144, heads=32, kv_heads=4, head=128,
    vocabulary=TOKENS, tied=False, context=40960, experts=128, experts_used=8, expert_feed_forward=768,
)  # fmt: skip
QWEN3_NEXT = Blueprint(
    architecture="qwen3next", layers=48, embedding=2048, feed_forward=5120, heads=16, kv_heads=2, head=256,
    vocabulary=TOKENS, tied=False, context=262144, experts=512, experts_used=10, expert_feed_forward=512,
    shared_feed_forward=512, attention_every=4, delta_key_heads=16, delta_value_heads=32,
)  # fmt: skip

_SCALARS: dict[type, tuple[int, str]] = {bool: (7, "<?"), int: (4, "<I"), float: (6, "<f")}


def write_model(path: Path, plan: Blueprint, mixture: str = "Q4_K_M", name: str = "Made") -> Path:
    """Write a model of this shape with a head as long as the real one's and a hole for data."""
    return write_sparse(path, metadata(plan, mixture, name), table(plan, mixture))


def write_sparse(path: Path, values: Mapping[str, Value], rows: Sequence[Row]) -> Path:
    """Write a head and a hole that is as long as the data should be."""
    data = head(values, rows)
    with path.open("wb") as file:
        file.write(data)
        file.truncate(len(data) + data_bytes(rows))
    return path


def head(values: Mapping[str, Value], rows: Sequence[Row]) -> bytes:
    """Return magic, metadata and tensor table, padded to where the data begins."""
    parts = [b"GGUF", struct.pack("<IQQ", 3, len(rows), len(values))]
    parts += [_entry(key, value) for key, value in values.items()]
    offset = 0
    for name, dimensions, kind in rows:
        shape = struct.pack(f"<I{len(dimensions)}Q", len(dimensions), *dimensions)
        parts.append(_text(name) + shape + struct.pack("<IQ", _number(kind), offset))
        offset += _padded(size_of(dimensions, kind))
    written = b"".join(parts)
    return written + b"\0" * (-len(written) % ALIGNMENT)


def data_bytes(rows: Sequence[Row]) -> int:
    """Return the length of the data."""
    return sum(_padded(size_of(dimensions, kind)) for _, dimensions, kind in rows)


def size_of(dimensions: tuple[int, ...], kind: str) -> int:
    """Return the bytes of a tensor."""
    stored, elements = TENSOR_TYPES[_number(kind)], 1
    for length in dimensions:
        elements *= length
    return elements // stored.weights * stored.bytes


def table(plan: Blueprint, mixture: str) -> list[Row]:
    """Return the tensor table of this shape in this mixture."""
    tensors = tensors_of(plan)
    types = types_of(tensors, mixture, gqa=plan.heads // plan.kv_heads, experts=plan.experts)
    return [(tensor.name, tensor.dimensions, kind) for tensor, kind in zip(tensors, types, strict=True)]


def metadata(plan: Blueprint, mixture: str, name: str) -> dict[str, Value]:
    """Return the metadata of this shape, with a vocabulary of the real length."""
    number = next(number for number, text in FILE_TYPES.items() if text == mixture)
    values: dict[str, Value] = {
        "general.architecture": plan.architecture,
        "general.name": name,
        "general.file_type": number,
        "general.license": "apache-2.0",
        "tokenizer.ggml.model": "gpt2",
        "tokenizer.ggml.pre": "qwen2",
        "tokenizer.ggml.tokens": vocabulary(plan.vocabulary),
        "tokenizer.ggml.token_type": [1] * plan.vocabulary,
        "tokenizer.ggml.merges": merges(min(plan.vocabulary, MERGES)),
        "tokenizer.ggml.eos_token_id": 5,
        "tokenizer.chat_template": "{% for message in messages %}{{ message.content }}{% endfor %}",
    }
    values[f"{plan.architecture}.attention.layer_norm_rms_epsilon"] = 1e-6
    return values | {f"{plan.architecture}.{key}": value for key, value in _numbers(plan).items()}


def _numbers(plan: Blueprint) -> dict[str, int]:
    numbers = {
        "block_count": plan.layers,
        "context_length": plan.context,
        "embedding_length": plan.embedding,
        "feed_forward_length": plan.feed_forward,
        "attention.head_count": plan.heads,
        "attention.head_count_kv": plan.kv_heads,
        "attention.key_length": plan.head,
        "attention.value_length": plan.head,
    }
    if plan.experts:
        numbers |= {
            "expert_count": plan.experts,
            "expert_used_count": plan.experts_used,
            "expert_feed_forward_length": plan.expert_feed_forward,
        }
    if plan.attention_every > 1:
        numbers |= {
            "ssm.conv_kernel": 4,
            "ssm.inner_size": plan.delta_value_heads * plan.delta_head,
            "ssm.state_size": plan.delta_head,
            "ssm.group_count": plan.delta_key_heads,
            "full_attention_interval": plan.attention_every,
        }
    return numbers


@functools.cache
def vocabulary(count: int) -> list[str]:
    """Return so many different words, about as long as Qwen's, and its tags for thoughts."""
    draw = random.Random(1)
    words = [f"{'Ġ' * (number % 2)}{_letters(draw, 1, 7)}{number:x}" for number in range(count - 2)]
    return [*words, "<think>", "</think>"]


@functools.cache
def merges(count: int) -> list[str]:
    """Return so many pairs, about as long as Qwen's."""
    draw = random.Random(2)
    return [f"{_letters(draw, 1, 7)} {_letters(draw, 1, 7)}" for _ in range(count)]


def _letters(draw: random.Random, least: int, most: int) -> str:
    return "".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=draw.randint(least, most)))


def _entry(key: str, value: Value) -> bytes:
    if isinstance(value, str):
        return _text(key) + struct.pack("<I", 8) + _text(value)
    if isinstance(value, bool | int | float):
        kind, code = _SCALARS[type(value)]
        return _text(key) + struct.pack("<I", kind) + struct.pack(code, value)
    return _text(key) + struct.pack("<I", 9) + _array(value)


def _array(values: Sequence[str] | Sequence[bool] | Sequence[int]) -> bytes:
    if values and isinstance(values[0], str):
        return struct.pack("<IQ", 8, len(values)) + b"".join(_text(str(value)) for value in values)
    kind, code = (7, "<?") if isinstance(values[0], bool) else (5, "<i")  # llama.cpp wants types of tokens signed
    return struct.pack("<IQ", kind, len(values)) + struct.pack(f"<{len(values)}{code[1]}", *values)


def _text(value: str) -> bytes:
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def _number(kind: str) -> int:
    return next(number for number, stored in TENSOR_TYPES.items() if stored.name == kind)


def _padded(size: int) -> int:
    return size + -size % ALIGNMENT
