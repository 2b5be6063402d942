"""Reads enough of a GGUF file to refuse a bad one by name before llama.cpp sees it, and to plan its memory. Pure.

Format: github.com/ggml-org/ggml/blob/master/docs/gguf.md. Little-endian files of versions 2 and 3.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from app.gguf.errors import Fault, GgufError

MAX_ENTRIES = 1_000_000
MAX_KEPT_STRING = 4096
MAX_STRING = 64 * 1024 * 1024
MAX_DIMENSIONS = 4

_SCALARS = {0: "B", 1: "b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "?", 10: "<Q", 11: "<q", 12: "<d"}
_STRING, _ARRAY = 8, 9
_SPLIT_NAME = re.compile(r"^(?P<stem>.+)-(?P<part>\d{5})-of-(?P<count>\d{5})\.gguf$")

Scalar = int | float | bool | str

TYPE_SIZES = {  # ggml type: (elements per block, bytes per block), as ggml.c has them
    0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34), 9: (32, 36),
    10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210), 15: (256, 292),
    16: (256, 66), 17: (256, 74), 18: (256, 98), 19: (256, 50), 20: (32, 18), 21: (256, 110), 22: (256, 82),
    23: (256, 136), 24: (1, 1), 25: (1, 2), 26: (1, 4), 27: (1, 8), 28: (1, 8), 29: (256, 56), 30: (1, 2),
    34: (256, 54), 35: (256, 66), 39: (32, 17),
}  # fmt: skip

FILE_TYPES = {
    0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1", 10: "Q2_K", 11: "Q3_K_S",
    12: "Q3_K_M", 13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S", 17: "Q5_K_M", 18: "Q6_K", 19: "IQ2_XXS",
    20: "IQ2_XS", 21: "Q2_K_S", 22: "IQ3_XS", 23: "IQ3_XXS", 24: "IQ1_S", 25: "IQ4_NL", 26: "IQ3_S", 27: "IQ3_M",
    28: "IQ2_S", 29: "IQ2_M", 30: "IQ4_XS", 31: "IQ1_M", 32: "BF16", 36: "TQ1_0", 37: "TQ2_0", 38: "MXFP4",
    39: "NVFP4",
}  # fmt: skip


@dataclass
class Header:
    """What the head of one file says. Arrays are skipped; of strings, only short ones are kept."""

    values: dict[str, Scalar] = field(default_factory=dict)
    weights_bytes: int = 0
    data_end: int = 0  # offset after the last tensor, bytes

    def number(self, key: str) -> int:
        """Return an integer value, or 0."""
        value = self.values.get(key, 0)
        return value if isinstance(value, int) else 0

    def text(self, key: str) -> str:
        """Return a string value, or ""."""
        value = self.values.get(key, "")
        return value if isinstance(value, str) else ""

    @property
    def architecture(self) -> str:
        """GGUF's word for the kind of model, or ""."""
        return self.text("general.architecture")

    def of_model(self, key: str) -> int:
        """Return an integer under the architecture's own prefix, or 0."""
        return self.number(f"{self.architecture}.{key}")


@dataclass(frozen=True)
class ModelFile:
    """A checked model: its first part, all parts, and what the first one's head says."""

    path: Path
    parts: list[Path]
    header: Header
    file_bytes: int
    weights_bytes: int

    @property
    def quantization(self) -> str:
        """The file's own name of its type, such as "Q4_K_M", or ""."""
        return FILE_TYPES.get(self.header.number("general.file_type"), "") if self._has_type else ""

    @property
    def _has_type(self) -> bool:
        return "general.file_type" in self.header.values

    @property
    def name(self) -> str:
        """The model's own name, or the file's."""
        return self.header.text("general.name") or self.path.stem


def inspect(path: Path) -> ModelFile:
    """Check a model from any of its parts. Raises GgufError with the file's name."""
    parts = split_parts(path)
    for part in parts:
        if not part.exists():
            fault = Fault.MISSING if part == path else Fault.PART_MISSING
            raise GgufError(fault, part.name)
    headers = [read_header(part) for part in parts]
    _check_split(parts, headers[0])
    if not headers[0].architecture:
        raise GgufError(Fault.NO_ARCHITECTURE, parts[0].name)
    return ModelFile(
        path=parts[0],
        parts=parts,
        header=headers[0],
        file_bytes=sum(part.stat().st_size for part in parts),
        weights_bytes=sum(header.weights_bytes for header in headers),
    )


def split_parts(path: Path) -> list[Path]:
    """Return all parts that the name of one part speaks of, in order; the file itself when it is whole."""
    match = _SPLIT_NAME.match(path.name)
    if match is None or not 0 < int(match["count"]) <= 9999:
        return [path]
    count = int(match["count"])
    return [path.with_name(f"{match['stem']}-{part:05}-of-{count:05}.gguf") for part in range(1, count + 1)]


def _check_split(parts: list[Path], first: Header) -> None:
    """A part under another name: the others cannot be found by name, and llama.cpp would fail without saying so."""
    said = first.number("split.count")
    if said > 1 and said != len(parts):
        raise GgufError(Fault.PART_MISSING, f"{parts[0].name} (1/{said})")


def read_header(path: Path) -> Header:
    """Read one file's head and check that its data is all there. Raises GgufError."""
    try:
        size = path.stat().st_size
        with path.open("rb", buffering=1024 * 1024) as file:
            header = _Reader(file, path.name, size).header()
    except FileNotFoundError:
        raise GgufError(Fault.MISSING, path.name) from None
    except OSError as error:
        raise GgufError(Fault.UNREADABLE, f"{path.name}: {error.strerror}") from error
    if header.data_end > size:
        raise GgufError(Fault.TRUNCATED, path.name)
    return header


class _Reader:
    """Reads fields in order. Every count is checked before it is believed."""

    def __init__(self, file: BinaryIO, name: str, size: int) -> None:
        self._file = file
        self._name = name
        self._left = size

    def header(self) -> Header:
        if self._left < 4 or self._bytes(4) != b"GGUF":
            raise GgufError(Fault.NOT_GGUF, self._name)
        if self._number("<I") not in {2, 3}:
            raise GgufError(Fault.NOT_GGUF, self._name)
        tensors, entries = self._count(), self._count()
        header = Header()
        for _ in range(entries):
            key = self._string(MAX_KEPT_STRING)
            value = self._value(self._number("<I"))
            if value is not None:
                header.values[key] = value
        self._tensors(tensors, header)
        return header

    def _tensors(self, count: int, header: Header) -> None:
        end = 0
        for _ in range(count):
            self._string(MAX_KEPT_STRING)
            offset, size = self._tensor()
            header.weights_bytes += size
            end = max(end, offset + size)
        alignment = header.number("general.alignment") or 32
        start = -(-self._file.tell() // alignment) * alignment
        header.data_end = start + end if count else 0

    def _tensor(self) -> tuple[int, int]:
        """Return offset in the data and size of the next tensor, in bytes."""
        dimensions = self._number("<I")
        if dimensions > MAX_DIMENSIONS:
            raise GgufError(Fault.NOT_GGUF, self._name)
        elements = 1
        for _ in range(dimensions):
            elements *= self._number("<Q")
        # A type that we do not know yet is llama.cpp's to judge; its size counts as nothing.
        per_block, block_bytes = TYPE_SIZES.get(self._number("<I"), (1, 0))
        return self._number("<Q"), elements // per_block * block_bytes

    def _value(self, kind: int) -> Scalar | None:
        if kind == _STRING:
            raw = self._raw_string()
            return raw.decode("utf-8", "replace") if len(raw) <= MAX_KEPT_STRING else None
        if kind == _ARRAY:
            self._skip_array()
            return None
        code = _SCALARS.get(kind)
        if code is None:
            raise GgufError(Fault.NOT_GGUF, self._name)
        value: Scalar = struct.unpack(code, self._bytes(struct.calcsize(code)))[0]
        return value

    def _skip_array(self) -> None:
        kind, count = self._number("<I"), self._number("<Q")
        code = _SCALARS.get(kind)
        if code is not None:
            self._skip(count * struct.calcsize(code))
        elif kind == _STRING and count <= 100 * MAX_ENTRIES:
            for _ in range(count):
                self._skip(self._number("<Q"))
        else:
            raise GgufError(Fault.NOT_GGUF, self._name)

    def _count(self) -> int:
        count = self._number("<Q")
        if count > MAX_ENTRIES:
            raise GgufError(Fault.NOT_GGUF, self._name)
        return count

    def _string(self, longest: int) -> str:
        raw = self._raw_string()
        if len(raw) > longest:
            raise GgufError(Fault.NOT_GGUF, self._name)
        return raw.decode("utf-8", "replace")

    def _raw_string(self) -> bytes:
        length = self._number("<Q")
        if length > MAX_STRING:
            raise GgufError(Fault.NOT_GGUF, self._name)
        return self._bytes(length)

    def _number(self, code: str) -> int:
        value: int = struct.unpack(code, self._bytes(struct.calcsize(code)))[0]
        return value

    def _bytes(self, count: int) -> bytes:
        self._take(count)
        data = self._file.read(count)
        if len(data) != count:
            raise GgufError(Fault.TRUNCATED, self._name)
        return data

    def _skip(self, count: int) -> None:
        self._take(count)
        self._file.seek(count, 1)

    def _take(self, count: int) -> None:
        """Ends inside its head: cut off, whatever the counts say."""
        self._left -= count
        if self._left < 0:
            raise GgufError(Fault.TRUNCATED, self._name)
