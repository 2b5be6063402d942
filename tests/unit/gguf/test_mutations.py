"""Heads with something in them changed: each is refused by name or accepted, in bounded memory, and never more."""

from __future__ import annotations

import functools
import random
import struct
import tracemalloc
from collections import Counter

import msgspec
import pytest

from app.gguf.describe import describe
from app.gguf.errors import Fault, GgufError
from app.gguf.model import read_parts
from app.gguf.sources import RangeSource
from app.system.paths import starter_model
from tests.helpers.engine_process import MODELS
from tests.helpers.gguf_maker import QWEN3_30B_A3B, QWEN3_NEXT, head, metadata, table

ROOM = 48 << 20
"""Bytes that reading one head may take, its own bytes counted."""

LARGE = (0, 1, 0x7F, 0xFF, 0xFFFF, 2**31 - 1, 2**31, 2**32 - 1, 2**40, 2**62, 2**63 - 1, 2**63, 2**64 - 1)


@functools.cache
def heads() -> list[tuple[bytes, int]]:
    """Heads to spoil, with the sizes of the files that they belong to."""
    real = (starter_model(), MODELS / "qwen3moe-tiny-hybrid-Q8_0.gguf")
    found = [(path.read_bytes()[:200_000], path.stat().st_size) for path in real]
    for plan in (QWEN3_30B_A3B, QWEN3_NEXT):
        small = msgspec.structs.replace(plan, vocabulary=200, layers=8)
        values = metadata(small, "Q4_K_M", "Made") | {"tokenizer.ggml.merges": ["a b"] * 100}
        found.append((head(values, table(small, "Q4_K_M")), 40 << 30))
    return found


def spoil(data: bytes, draw: random.Random) -> bytes:
    """Return the head with one to four faults of one kind."""
    out = bytearray(data)
    kind = draw.randrange(7)
    for _ in range(draw.randint(1, 4)):
        at = draw.randrange(min(len(out), 4000)) if draw.random() < 0.5 else draw.randrange(len(out))
        match kind:
            case 0:
                out[at] = draw.randrange(256)
            case 1:
                out[at : at + 4] = struct.pack("<I", draw.choice(LARGE) & 0xFFFFFFFF)
            case 2:
                out[at : at + 8] = struct.pack("<Q", draw.choice(LARGE))
            case 3:
                del out[at : at + draw.randint(1, 64)]
            case 4:
                out[at:at] = out[at : at + draw.randint(1, 64)]
            case 5:
                out[at:at] = draw.randbytes(draw.randint(1, 16))
            case _:
                del out[max(4, at) :]
    return bytes(out)


def outcome(data: bytes, size: int) -> Fault | None:
    """How a head is refused; None when it is accepted. Beyond the head the file has zeros."""

    def fetch(offset: int, length: int) -> bytes:
        return data[offset : offset + length].ljust(length, b"\0")

    source = RangeSource("spoilt.gguf", size, fetch)
    try:
        headers = read_parts([source], frozenset({"<think>"}))
    except GgufError as error:
        return error.fault if error.detail.startswith("spoilt.gguf") else pytest.fail(f"no name: {error}")
    shape = describe(headers, size, "spoilt")
    assert msgspec.json.decode(msgspec.json.encode(shape), type=type(shape)) == shape
    return None


def run(count: int, seed: int) -> Counter[Fault | None]:
    """Read so many spoilt heads."""
    draw = random.Random(seed)
    seen: Counter[Fault | None] = Counter()
    heads()
    tracemalloc.start()
    try:
        for _ in range(count):
            data, size = draw.choice(heads())
            tracemalloc.reset_peak()
            before = tracemalloc.get_traced_memory()[0]
            seen[outcome(spoil(data, draw), size)] += 1
            assert tracemalloc.get_traced_memory()[1] - before < ROOM
    finally:
        tracemalloc.stop()
    return seen


def test_heads_as_they_are() -> None:
    assert [outcome(data, size) for data, size in heads()] == [None] * 4


def test_spoilt_heads() -> None:
    seen = run(300, seed=3)
    assert {None, Fault.DAMAGED, Fault.TRUNCATED} <= set(seen)


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_ten_thousand_spoilt_heads() -> None:
    seen = run(10_000, seed=20)
    assert sum(seen.values()) == 10_000
    assert {None, Fault.DAMAGED, Fault.TRUNCATED, Fault.NOT_GGUF, Fault.NO_ARCHITECTURE} <= set(seen)
