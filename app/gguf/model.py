"""A model as one or several GGUF files that belong together. Any part leads to all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path

import msgspec

from app.gguf.describe import describe
from app.gguf.errors import Fault, GgufError
from app.gguf.reader import Header, read_header
from app.gguf.shape import ModelShape
from app.gguf.sources import FileSource, Source

_SPLIT_NAME = re.compile(r"^(?P<stem>.+)-(?P<part>\d{5})-of-(?P<count>\d{5})\.gguf$")
MAX_PARTS = 1000


class ModelFile(msgspec.Struct, frozen=True, dict=True):
    """A checked model: its first part, all parts, and what their heads say."""

    path: Path
    parts: list[Path]
    headers: list[Header]
    file_bytes: int
    weights_bytes: int  # all tensors of all parts

    @property
    def header(self) -> Header:
        """The first part's, which alone has the metadata."""
        return self.headers[0]

    @cached_property
    def shape(self) -> ModelShape:
        """What the planner needs to know."""
        return describe(self.headers, self.file_bytes, self.path.stem)

    @property
    def quantization(self) -> str:
        """The file's own name of its type, such as "Q4_K_M", or ""."""
        return self.shape.quantization

    @property
    def name(self) -> str:
        """The model's own name, or the file's."""
        return self.shape.name


def inspect(path: Path, tokens: frozenset[str] = frozenset()) -> ModelFile:
    """Check a model from any of its parts. ``tokens``: see ``read_header``. Raises GgufError with the file's name."""
    parts = split_parts(path)
    for part in parts:
        if not part.exists():
            fault = Fault.MISSING if part == path else Fault.PART_MISSING
            raise GgufError(fault, part.name)
    with ExitStack() as stack:
        sources = [stack.enter_context(FileSource(part)) for part in parts]
        headers = read_parts(sources, tokens)
        weights = sum(header.weights_bytes for header in headers)
        return ModelFile(parts[0], parts, headers, sum(source.size for source in sources), weights)


def split_parts(path: Path) -> list[Path]:
    """Return all parts that the name of one part speaks of, in order; the file itself when it is whole."""
    return [path.with_name(name) for name in part_names(path.name)]


def part_names(name: str) -> list[str]:
    """Return the names of all parts, in order, from that of one; the name itself when it speaks of no parts."""
    match = _SPLIT_NAME.match(name)
    if match is None or not 0 < int(match["part"]) <= int(match["count"]) <= MAX_PARTS:
        return [name]
    count = int(match["count"])
    return [f"{match['stem']}-{part:05}-of-{count:05}.gguf" for part in range(1, count + 1)]


def read_parts(sources: Sequence[Source], tokens: frozenset[str] = frozenset()) -> list[Header]:
    """Read all parts of one model, in order, and check that they belong together. Raises GgufError."""
    headers = [read_header(source, tokens if place == 0 else frozenset()) for place, source in enumerate(sources)]
    for place, (source, header) in enumerate(zip(sources, headers, strict=True)):
        _check_part(source.name, header, place, len(sources))
    if len(sources) > 1:
        _check_tensors(sources[0].name, headers)
    if not headers[0].architecture:
        raise GgufError(Fault.NO_ARCHITECTURE, sources[0].name)
    return headers


def _check_part(name: str, header: Header, place: int, count: int) -> None:
    """A part under another name: the others cannot be found by name, and llama.cpp would fail without saying so."""
    said, number = header.number("split.count") or 1, header.number("split.no")
    if said != count:
        raise GgufError(Fault.PART_MISSING, f"{name} ({number + 1}/{said})")
    if number != place:
        raise GgufError(Fault.DAMAGED, name, f"is part {number + 1} and named as part {place + 1}")


def _check_tensors(name: str, headers: Sequence[Header]) -> None:
    names = [tensor.name for header in headers for tensor in header.tensors]
    said = headers[0].number("split.tensors.count")
    if len(set(names)) != len(names) or said not in {0, len(names)}:
        raise GgufError(Fault.DAMAGED, name, f"{said} tensors in all parts, found {len(names)}")
