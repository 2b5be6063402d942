"""Reads the head of one GGUF file: metadata and tensor table. Believes nothing before it has checked it. Pure.

As strict as llama.cpp's own reader (gguf.cpp), with limits that bound time and memory whatever a file claims.
Format: github.com/ggml-org/ggml/blob/master/docs/gguf.md. Little-endian files of versions 2 and 3.
"""

from __future__ import annotations

import struct

import msgspec

from app.gguf.errors import Fault, GgufError
from app.gguf.sources import Source
from app.gguf.types import TENSOR_TYPES

MAX_ENTRIES = 16_384
MAX_TENSORS = 65_536
MAX_STRINGS = 8_000_000
"""In all arrays together: a vocabulary of 262,144 tokens and its merges have less than a million."""

MAX_KEY = 1024
MAX_TENSOR_NAME = 63
MAX_DIMENSIONS = 4
MAX_ELEMENTS = 1 << 62
MAX_ALIGNMENT = 1 << 20
MAX_COUNT = 1 << 40
"""A number of layers, heads or bytes beyond this is none."""

MAX_KEPT_STRING = 4096
MAX_KEPT_NUMBERS = 1024
MAX_KEPT = 8 << 20
"""Bytes of values in memory; what goes beyond is read over."""

TEMPLATE_KEY = "tokenizer.chat_template"
MAX_TEMPLATE = 1 << 20
TOKENS_KEY = "tokenizer.ggml.tokens"

_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9
_LENGTH = struct.Struct("<Q")

Scalar = int | float | bool | str


class StoredTensor(msgspec.Struct, frozen=True):
    """One row of the tensor table; ``dimensions`` in ggml's order, the length of a row first. Sizes in bytes."""

    name: str
    dimensions: tuple[int, ...]
    type: str  # a name of ``types.TENSOR_TYPES``
    size: int

    @property
    def elements(self) -> int:
        """How many weights."""
        count = 1
        for length in self.dimensions:
            count *= length
        return count


class Header(msgspec.Struct):
    """What the head of one file says. Long arrays and long strings are read over; their lengths are kept."""

    values: dict[str, Scalar] = msgspec.field(default_factory=dict)
    numbers: dict[str, tuple[float, ...]] = msgspec.field(default_factory=dict)  # short arrays
    lengths: dict[str, int] = msgspec.field(default_factory=dict)  # of all arrays
    tensors: list[StoredTensor] = msgspec.field(default_factory=list)
    tokens_found: set[str] = msgspec.field(default_factory=set)  # those that the caller looked for
    data_end: int = 0  # offset after the last tensor, bytes

    def number(self, key: str) -> int:
        """Return a whole number that is not negative, or 0."""
        return _count_of(self.values.get(key))

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

    def all_of_model(self, key: str) -> tuple[int, ...]:
        """Return a value that may be one number or one per layer, as a tuple; empty when it is not there."""
        whole = f"{self.architecture}.{key}"
        if whole in self.values:
            return (self.number(whole),)
        return tuple(_count_of(value) for value in self.numbers.get(whole, ()))

    @property
    def weights_bytes(self) -> int:
        """All tensors together."""
        return sum(tensor.size for tensor in self.tensors)


def _count_of(value: Scalar | None) -> int:
    return value if isinstance(value, int) and 0 < value <= MAX_COUNT else 0


def read_header(source: Source, tokens: frozenset[str] = frozenset()) -> Header:
    """Read a file's head and check that its data is all there. Raises GgufError with the file's name.

    Args:
        source: The file.
        tokens: Texts to look for in the vocabulary, see ``Header.tokens_found``.
    """
    header = _Parser(source, tokens).header()
    if header.data_end > source.size:
        raise GgufError(Fault.TRUNCATED, source.name)
    return header


class _Cursor:
    """Walks forward through a source. Nothing outside of the file is ever asked for."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._block = b""
        self._start = 0
        self.at = 0

    def take(self, count: int) -> bytes:
        """Return the next bytes."""
        self._fill(count)
        begin = self.at - self._start
        self.at += count
        return self._block[begin : begin + count]

    def skip(self, count: int) -> None:
        """Go over bytes without reading them."""
        if count > self._source.size - self.at:
            raise GgufError(Fault.TRUNCATED, self._source.name)
        self.at += count

    def skip_strings(self, count: int, wanted: frozenset[bytes]) -> set[bytes]:
        """Go over so many strings; return those of ``wanted`` that were among them."""
        lengths, found = {len(text) for text in wanted}, set()
        needed = 8
        while count:
            self._fill(needed)
            block, place = self._block, self.at - self._start
            last, needed = len(block) - 8, 8
            while count and place <= last:
                (length,) = _LENGTH.unpack_from(block, place)
                if length in lengths:
                    if place + 8 + length > len(block):
                        needed = 8 + length
                        break
                    found.add(block[place + 8 : place + 8 + length])
                place += 8 + length
                count -= 1
            self.skip(self._start + place - self.at)
        return found & wanted

    def _fill(self, count: int) -> None:
        """Make sure that the block holds the next ``count`` bytes."""
        if self._start <= self.at and self.at + count <= self._start + len(self._block):
            return
        if count > self._source.size - self.at:
            raise GgufError(Fault.TRUNCATED, self._source.name)
        self._block, self._start = self._source.read(self.at, count), self.at


class _Parser:
    """Reads fields in order. Every count is checked before it is believed."""

    def __init__(self, source: Source, tokens: frozenset[str]) -> None:
        self._cursor = _Cursor(source)
        self._name = source.name
        self._size = source.size
        self._wanted = frozenset(token.encode() for token in tokens)
        self._header = Header()
        self._strings = MAX_STRINGS
        self._room = MAX_KEPT

    def header(self) -> Header:
        if self._size < 4 or self._cursor.take(4) != b"GGUF" or self._number("I") not in {2, 3}:
            raise GgufError(Fault.NOT_GGUF, self._name)
        tensors = self._count(MAX_TENSORS, "tensors")
        for _ in range(self._count(MAX_ENTRIES, "entries")):
            self._entry()
        self._table(tensors)
        return self._header

    def _entry(self) -> None:
        key = self._text(MAX_KEY, "key")
        if not key or key in self._header.values or key in self._header.lengths:
            raise self._damaged(f"key {key!r} is empty or there twice")
        kind = self._number("I")
        if kind == _ARRAY:
            self._array(key)
        elif kind == _STRING:
            self._string(key)
        elif kind in _SCALARS:
            self._header.values[key] = self._number(_SCALARS[kind])
        else:
            raise self._damaged(f"{key}: no such kind of value: {kind}")

    def _string(self, key: str) -> None:
        length = self._number("Q")
        longest = MAX_TEMPLATE if key == TEMPLATE_KEY else MAX_KEPT_STRING
        if length > longest or length > self._room:
            self._cursor.skip(length)
            self._header.values[key] = ""
        else:
            self._room -= length
            self._header.values[key] = self._cursor.take(length).decode("utf-8", "replace")

    def _array(self, key: str) -> None:
        kind, count = self._number("I"), self._number("Q")
        self._header.lengths[key] = count
        if kind == _STRING:
            self._strings -= count
            if self._strings < 0:
                raise self._damaged(f"{key}: {count} strings")
            wanted = self._wanted if key == TOKENS_KEY else frozenset()
            self._header.tokens_found |= {text.decode() for text in self._cursor.skip_strings(count, wanted)}
        elif kind in _SCALARS:
            self._numbers(key, _SCALARS[kind], count)
        else:
            raise self._damaged(f"{key}: no such kind of array: {kind}")

    def _numbers(self, key: str, code: str, count: int) -> None:
        size = count * struct.calcsize(f"<{code}")
        if count > MAX_KEPT_NUMBERS or 8 * count > self._room:
            self._cursor.skip(size)
            return
        self._room -= 8 * count
        self._header.numbers[key] = struct.unpack(f"<{count}{code}", self._cursor.take(size))

    def _table(self, count: int) -> None:
        """Read the tensor table. Tensors must follow one another without gaps, each at the alignment."""
        alignment = self._alignment()
        names: set[str] = set()
        end = padded = 0
        for _ in range(count):
            tensor, offset = self._tensor()
            if tensor.name in names or offset != padded:
                raise self._damaged(f"{tensor.name}: there twice, or at an offset that cannot be")
            names.add(tensor.name)
            self._header.tensors.append(tensor)
            end = offset + tensor.size
            padded = -(-end // alignment) * alignment
        start = -(-self._cursor.at // alignment) * alignment
        self._header.data_end = start + end if count else 0

    def _alignment(self) -> int:
        value = self._header.values.get("general.alignment", 32)
        if not isinstance(value, int) or not 0 < value <= MAX_ALIGNMENT or value & (value - 1):
            raise self._damaged(f"alignment {value}")
        return value

    def _tensor(self) -> tuple[StoredTensor, int]:
        """Return the next tensor and its offset in the data."""
        name = self._text(MAX_TENSOR_NAME, "tensor name")
        count = self._number("I")
        if count > MAX_DIMENSIONS:
            raise self._damaged(f"{name}: {count} dimensions")
        dimensions = struct.unpack(f"<{count}Q", self._cursor.take(8 * count))
        kind = TENSOR_TYPES.get(self._number("I"))
        row = dimensions[0] if dimensions else 1
        if kind is None or row % kind.weights:
            raise self._damaged(f"{name}: a type that is not known, or does not divide its rows")
        elements = 1
        for length in dimensions:
            elements *= length
        if elements > MAX_ELEMENTS:
            raise self._damaged(f"{name}: {elements} weights")
        return StoredTensor(name, dimensions, kind.name, elements // kind.weights * kind.bytes), self._number("Q")

    def _count(self, most: int, what: str) -> int:
        count = self._number("Q")
        if count > most:
            raise self._damaged(f"{count} {what}")
        return count

    def _text(self, longest: int, what: str) -> str:
        length = self._number("Q")
        if length > longest:
            raise self._damaged(f"{what} of {length} bytes")
        return self._cursor.take(length).decode("utf-8", "replace")

    def _number(self, code: str) -> int:
        value: int = struct.unpack(f"<{code}", self._cursor.take(struct.calcsize(f"<{code}")))[0]
        return value

    def _damaged(self, what: str) -> GgufError:
        return GgufError(Fault.DAMAGED, self._name, what)
