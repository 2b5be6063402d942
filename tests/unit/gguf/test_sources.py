"""Headers by byte ranges: few bytes, few requests, and nothing outside of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.gguf.blueprint import Blueprint
from app.gguf.describe import describe
from app.gguf.errors import Fault, GgufError
from app.gguf.model import inspect, part_names, read_parts
from app.gguf.reader import read_header
from app.gguf.sources import FileSource, RangeSource
from app.system.paths import starter_model
from tests.helpers.engine_process import MODELS
from tests.helpers.gguf_maker import QWEN3_8B, QWEN3_30B_A3B, write_model

TAGS = frozenset({"<think>", "</think>", "[THINK]"})


class Server:
    """Hands out ranges of a file and keeps what was asked."""

    def __init__(self, path: Path) -> None:
        self.data = path
        self.asked: list[tuple[int, int]] = []

    def fetch(self, offset: int, length: int) -> bytes:
        """Exactly these bytes."""
        self.asked.append((offset, length))
        with self.data.open("rb") as file:
            file.seek(offset)
            data = file.read(length)
        assert len(data) == length, "asked for more than there is"
        return data

    def source(self) -> RangeSource:
        """The file as seen from afar."""
        return RangeSource(self.data.name, self.data.stat().st_size, self.fetch)


@pytest.mark.parametrize("plan", [QWEN3_8B, QWEN3_30B_A3B], ids=lambda plan: plan.architecture)
def test_a_large_models_head_takes_at_most_twelve_mebibytes(tmp_path: Path, plan: Blueprint) -> None:
    server = Server(write_model(tmp_path / "large.gguf", plan))
    source = server.source()
    assert source.size > 5_000_000_000
    headers = read_parts([source], TAGS)
    assert source.fetched == sum(length for _, length in server.asked) <= 12 << 20
    assert len(server.asked) <= 10
    assert headers[0].tokens_found == {"<think>", "</think>"}
    assert describe(headers, source.size, "x") == inspect(server.data).shape


@pytest.mark.parametrize("path", [starter_model(), *sorted(MODELS.glob("*Q4_K_M*"))], ids=lambda p: p.name)
def test_far_and_near_are_the_same(path: Path) -> None:
    server = Server(path)
    with FileSource(path) as near:
        assert read_header(server.source(), TAGS) == read_header(near, TAGS)
    assert sum(length for _, length in server.asked) < 1 << 20


def test_all_parts_from_afar() -> None:
    first = min(MODELS.glob("*-of-00003.gguf"))
    servers = [Server(first.with_name(name)) for name in part_names(first.name)]
    sources = [server.source() for server in servers]
    headers = read_parts(sources)
    assert describe(headers, sum(source.size for source in sources), first.stem) == inspect(first).shape


def test_parts_in_the_wrong_order_are_refused() -> None:
    parts = sorted(MODELS.glob("*-of-00003.gguf"))
    with pytest.raises(GgufError) as caught:
        read_parts([Server(path).source() for path in (parts[0], parts[2], parts[1])])
    assert (caught.value.fault, caught.value.detail) == (Fault.DAMAGED, parts[2].name)


def test_two_parts_of_three_are_refused() -> None:
    parts = sorted(MODELS.glob("*-of-00003.gguf"))
    with pytest.raises(GgufError) as caught:
        read_parts([Server(path).source() for path in parts[:2]])
    assert caught.value.fault is Fault.PART_MISSING


def test_a_listing_that_claims_too_little(tmp_path: Path) -> None:
    server = Server(starter_model())
    with pytest.raises(GgufError) as caught:
        read_header(RangeSource("short", 7_000_000, server.fetch))
    assert (caught.value.fault, caught.value.detail) == (Fault.TRUNCATED, "short")


def test_a_server_that_sends_too_little_is_no_reader_without_end() -> None:
    asked: list[int] = []

    def fetch(offset: int, length: int) -> bytes:
        asked.append(length)
        return b"GGUF\x03\0\0\0"[offset : offset + 4]

    with pytest.raises(GgufError) as caught:
        read_header(RangeSource("x", 5 << 30, fetch))
    assert caught.value.fault in {Fault.TRUNCATED, Fault.NOT_GGUF}
    assert len(asked) <= 3


def test_a_head_without_end_is_given_up(tmp_path: Path) -> None:
    # a million strings of a thousand bytes: longer than any vocabulary
    string = (1000).to_bytes(8, "little") + b"x" * 1000
    start = b"GGUF" + (3).to_bytes(4, "little") + (0).to_bytes(8, "little") + (1).to_bytes(8, "little")
    start += (1).to_bytes(8, "little") + b"k" + (9).to_bytes(4, "little") + (8).to_bytes(4, "little")
    start += (1_000_000).to_bytes(8, "little")

    def fetch(offset: int, length: int) -> bytes:
        if offset < len(start):
            return (start + string * (length // 1008 + 1))[offset : offset + length]
        shift = (offset - len(start)) % 1008
        return (string * (length // 1008 + 2))[shift : shift + length]

    source = RangeSource("endless.gguf", 5 << 30, fetch)
    with pytest.raises(GgufError) as caught:
        read_header(source)
    assert (caught.value.fault, caught.value.detail) == (Fault.DAMAGED, "endless.gguf")
    assert "longer than" in caught.value.what


def test_what_a_fetch_raises_goes_through() -> None:
    def fetch(offset: int, length: int) -> bytes:
        raise ConnectionError("gone")

    with pytest.raises(ConnectionError, match="gone"):
        read_header(RangeSource("x", 1 << 20, fetch))
