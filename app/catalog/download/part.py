"""The ``.part`` file: bytes that are known to be good up to ``position``, and what an earlier run left behind them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from app.catalog.download.flushing import Flusher
from app.catalog.download.hashing import RunningHash
from app.catalog.download.state import PartState, read_state, remove_state, write_state
from app.catalog.net_api import DownloadRequest, RemoteFile

PIECE = 1 << 20
SMALLEST_CHUNK = 4 << 20
MOST_CHUNKS = 2048
MOST_SEAMS = 64


def chunk_for(size: int) -> int:
    """Return the bytes of a chunk: the unit in which damage is found and mended."""
    chunk = SMALLEST_CHUNK
    while size > chunk * MOST_CHUNKS:
        chunk *= 2
    return chunk


class PartFile:
    """One file under way. Everything up to ``position`` is summed; what is appended is written there.

    After ``open`` the bytes of an earlier run lie behind ``position``; ``recover`` takes them in as far as they agree
    with the table that the run left. Its sums are those of the file's beginning up to the end of each chunk: where one
    does not agree, that chunk is a gap to be filled, and the chunks behind it are looked at again afterwards.
    All methods raise OSError.
    """

    def __init__(self, path: Path, request: DownloadRequest, file: RemoteFile, chunk: int = 0) -> None:
        self.path = path
        self.state = PartState(request, file, chunk or chunk_for(file.size))
        self.position = 0
        self._kept = 0  # up to here the disk may hold good bytes
        self._gap = 0  # up to here it does not
        self._believed: list[str] = []  # the table of the earlier run
        self._descriptor = -1
        self._hash = RunningHash(self.state.chunk)
        self._flusher: Flusher | None = None

    def open(self) -> None:
        """Open or make the file, and read the state beside it."""
        self._descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        self._flusher = Flusher(self._descriptor)
        length = os.fstat(self._descriptor).st_size
        state = read_state(self.path)
        if state is None:
            # The table is lost, perhaps with the power; the bytes need not be. The whole sum decides.
            self._kept = self.state.tail = min(length, self.state.file.size)
            self.note_seam(self._kept)
        elif (state.file, state.chunk) == (self.state.file, self.state.chunk):
            state.request = self.state.request
            self.state = state
            self._believed = state.marks
            self._kept = min(length, max(len(state.marks) * state.chunk, state.tail), state.file.size)

    @property
    def whole(self) -> bool:
        """Every byte is there and summed."""
        return self.position == self.state.file.size

    @property
    def checked(self) -> bool:
        """An earlier run found the file right, and nobody wrote to it since."""
        status = os.fstat(self._descriptor)
        return self.state.checked_ns == status.st_mtime_ns and status.st_size == self.state.file.size

    @property
    def fetch_end(self) -> int:
        """Where the bytes end that have to be fetched next: at the end of a gap or of the file."""
        return self._gap if self._gap > self.position else self.state.file.size

    @property
    def on_disk(self) -> int:
        """Bytes that are there, those still to be looked at among them."""
        return max(self.position, self._kept)

    def recover(self) -> Iterator[int]:
        """Take in what lies behind ``position`` as far as it is good; yields ``position`` now and then."""
        self._close_gap()
        while self._gap <= self.position < self._kept:
            start, end = self.position, min(self.position + self.state.chunk, self._kept)
            self._take_in(end)
            if not self._agrees():
                self._back(start)
                if end < self._kept:
                    self._gap = end
                else:
                    self._kept = start
                return
            yield self.position

    def append(self, data: bytes | memoryview) -> None:
        """Write behind ``position`` and sum. ``data`` must not change any more."""
        view = memoryview(data)
        while view:
            written = self._write(view, self.position)
            self._hash.feed(view[:written])
            self.position += written
            view = view[written:]
        self._kept = max(self._kept, self.position)

    def read(self, start: int, length: int) -> bytes:
        """Return bytes that are there, fewer at the end of the file."""
        os.lseek(self._descriptor, start, os.SEEK_SET)
        return os.read(self._descriptor, length)

    def rewind(self, to: int) -> None:
        """Forget everything from the start of the chunk in which ``to`` lies."""
        self._back(to // self.state.chunk * self.state.chunk)
        self._kept, self._gap, self._believed = self.position, 0, []
        os.ftruncate(self._descriptor, self.position)

    def doubt(self) -> None:
        """Look at every byte on the disk again: ``recover`` finds the chunks that are not what was written."""
        self._believed = self._hash.marks()
        self.state.tail, self.state.tail_mark = self.position, self._hash.mark()
        self._kept, self._gap = self.position, 0
        self._back(0)

    def replace(self, start: int, data: bytes) -> None:
        """Put other bytes in the place of some that are there; ``resum`` has to follow."""
        view = memoryview(data)
        while view:
            written = self._write(view, start)
            start, view = start + written, view[written:]

    def resum(self, start: int) -> None:
        """Believe the bytes on the disk as they are, from the chunk of ``start`` on; ``recover`` sums them."""
        self.state.tail, self.state.tail_mark = self.position, ""
        self._kept, self._gap, self._believed = self.position, 0, []
        self._back(start // self.state.chunk * self.state.chunk)

    def digest(self) -> str:
        """Return the sum of the bytes up to ``position``."""
        return self._hash.digest()

    def note_seam(self, at: int) -> None:
        """Remember where one connection took over from another."""
        if 0 < at < self.state.file.size and at not in self.state.seams:
            self.state.seams = [*self.state.seams, at][-MOST_SEAMS:]

    def save(self, *, durable: bool = False) -> None:
        """Write the state. ``durable`` waits until bytes and state are on the disk."""
        marks = self._hash.marks()
        # What was not looked at yet is neither forgotten nor believed.
        self.state.marks = marks + self._believed[len(marks) :]
        if self.position >= self._kept:
            self.state.tail, self.state.tail_mark = self.position, self._hash.mark()
        if durable:
            self._flush()
        write_state(self.path, self.state, durable=durable)

    def save_unmarked(self) -> None:
        """Write a state without a table: the sum is wrong, so the table may be, and the bytes are about to change."""
        self.state.marks, self.state.tail, self.state.tail_mark = [], self.position, ""
        write_state(self.path, self.state, durable=False)

    def seal(self) -> None:
        """Note that the file is whole and right, once its bytes are on the disk."""
        os.ftruncate(self._descriptor, self.state.file.size)
        self._flush()
        self.state.checked_ns = os.fstat(self._descriptor).st_mtime_ns
        self.save(durable=True)

    def close(self) -> None:
        """Let go of the file. May be called twice."""
        self._hash.close()
        if self._flusher is not None:
            self._flusher.close()
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def discard(self) -> None:
        """Take away the file and its state."""
        self.close()
        self.path.unlink(missing_ok=True)
        remove_state(self.path)

    def _close_gap(self) -> None:
        """At a filled gap's end: if the sum still is not that of the table, what lies behind is worth nothing."""
        if self._gap and self.position >= self._gap:
            if not self._agrees():
                self._kept, self._believed = self.position, []
            self._gap = 0

    def _take_in(self, end: int) -> None:
        while self.position < end:
            data = self.read(self.position, min(PIECE, end - self.position))
            if not data:
                raise OSError(f"{self.path} ends at {self.position}, before {end}")
            self._hash.feed(memoryview(data))
            self.position += len(data)

    def _agrees(self) -> bool:
        """Tell whether the bytes up to ``position`` are those that the earlier run had there, as far as it noted."""
        number, inside = divmod(self.position, self.state.chunk)
        if not inside and number <= len(self._believed):
            return self._hash.mark() == self._believed[number - 1]
        if self.position == self.state.tail and self.state.tail_mark:
            return self._hash.mark() == self.state.tail_mark
        return True

    def _back(self, start: int) -> None:
        self._hash.rewind(start // self.state.chunk)
        self.position = start

    def _write(self, view: memoryview, at: int) -> int:
        os.lseek(self._descriptor, at, os.SEEK_SET)
        written = os.write(self._descriptor, view)
        if self._flusher is not None:
            self._flusher.wrote(written)
        return written

    def _flush(self) -> None:
        if self._flusher is not None:
            self._flusher.finish()
