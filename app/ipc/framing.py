"""Frames: one JSON object per line, size-capped and schema-checked. No Qt, no input or output of its own."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from app.ipc.message import Message

MAX_FRAME_BYTES = 8 * 1024 * 1024
"""Longest accepted line. A 131k-token conversation is about 0.6 MB of text; a damaged peer may send anything."""

M = TypeVar("M", bound=Message)


class FrameError(msgspec.Struct, frozen=True):
    """A line that was dropped. ``reason`` is for the log, never for a person."""

    reason: str
    excerpt: str


def encode_frame(message: Message) -> bytes:
    """Return one line ready to be written. JSON escapes newlines, so the line has exactly one, at its end."""
    return msgspec.json.encode(message) + b"\n"


class FrameDecoder(Generic[M]):
    """Joins the pieces that a pipe delivers into lines, and the lines into messages.

    A bad line is reported and skipped; an oversized one is dropped while it arrives, so that memory stays flat.
    """

    def __init__(self, message_type: type[M] | object, max_bytes: int = MAX_FRAME_BYTES) -> None:
        self._decoder: msgspec.json.Decoder[M] = msgspec.json.Decoder(message_type)
        self._max_bytes = max_bytes
        self._buffer = bytearray()
        self._skipping = False

    def feed(self, data: bytes) -> list[M | FrameError]:
        """Take bytes as they come; return the messages and errors that they complete, in order."""
        out: list[M | FrameError] = []
        *complete, rest = data.split(b"\n")
        for piece in complete:
            self._append(piece, out)
            if not self._skipping and self._buffer.strip():
                out.append(self._decode(bytes(self._buffer)))
            self._buffer.clear()
            self._skipping = False
        self._append(rest, out)
        return out

    def _append(self, piece: bytes, out: list[M | FrameError]) -> None:
        if self._skipping:
            return
        if len(self._buffer) + len(piece) > self._max_bytes:
            excerpt = bytes(self._buffer[:80] + piece[:80])[:80]
            out.append(FrameError(f"line longer than {self._max_bytes} bytes", repr(excerpt)))
            self._buffer.clear()
            self._skipping = True
            return
        self._buffer += piece

    def _decode(self, line: bytes) -> M | FrameError:
        try:
            return self._decoder.decode(line)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
            return FrameError(str(error), repr(line[:80]))
