"""Where the bytes of a header come from: a file here, or a file elsewhere of which ranges can be had.

A reader walks forward and asks a source for bytes when it has run out of them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Protocol

from app.gguf.errors import Fault, GgufError

WINDOW_BYTES = 1 << 20
FIRST_RANGE = 1 << 18
LARGEST_RANGE = 1 << 21
MAX_FETCHED = 64 << 20
"""Of a header that is read from afar; those of the largest vocabularies have 20 MB."""


class Source(Protocol):
    """A file of ``size`` bytes, called ``name`` in what is said about it."""

    name: str
    size: int

    def read(self, offset: int, least: int) -> bytes:
        """Return ``least`` or more bytes from ``offset`` on; both lie inside of the file. Raises GgufError."""


class FileSource:
    """A file on this computer. A context manager."""

    def __init__(self, path: Path) -> None:
        """Open the file. Raises GgufError."""
        self.name = path.name
        try:
            self._file = path.open("rb", buffering=0)
        except FileNotFoundError:
            raise GgufError(Fault.MISSING, path.name) from None
        except OSError as error:
            raise GgufError(Fault.UNREADABLE, path.name, error.strerror or "") from error
        self.size = self._file.seek(0, 2)

    def __enter__(self) -> FileSource:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def read(self, offset: int, least: int) -> bytes:
        """Return at least that many bytes. Raises GgufError, also when the file became shorter."""
        try:
            self._file.seek(offset)
            data = self._file.read(max(least, WINDOW_BYTES))
        except OSError as error:
            raise GgufError(Fault.UNREADABLE, self.name, error.strerror or "") from error
        if len(data) < least:
            raise GgufError(Fault.TRUNCATED, self.name)
        return data


class RangeSource:
    """A file elsewhere. ``fetch(offset, length)`` gets exactly these bytes; what it raises goes through."""

    def __init__(self, name: str, size: int, fetch: Callable[[int, int], bytes]) -> None:
        self.name = name
        self.size = size
        self.fetched = 0  # bytes so far
        self._fetch = fetch
        self._step = FIRST_RANGE

    def read(self, offset: int, least: int) -> bytes:
        """Fetch the next window, each twice as long as the one before up to a limit. Raises GgufError."""
        length = min(max(least, self._step), self.size - offset)
        self._step = min(2 * self._step, LARGEST_RANGE)
        self.fetched += length
        if self.fetched > MAX_FETCHED:
            raise GgufError(Fault.DAMAGED, self.name, f"the header is longer than {MAX_FETCHED} bytes")
        data = self._fetch(offset, length)
        if len(data) < least:
            raise GgufError(Fault.TRUNCATED, self.name)
        return data
