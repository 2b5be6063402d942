"""A worker's ends of the pipes: messages out from any thread, messages in on one. Bytes and no decisions."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Self, TypeVar

from app.ipc.framing import FrameDecoder, FrameError, encode_frame
from app.ipc.message import Message

READ_BYTES = 65_536

M = TypeVar("M", bound=Message)


class MessageWriter:
    """Writes messages to the window, one line each, from any thread."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._lock = threading.Lock()

    @classmethod
    def take_standard_output(cls) -> Self:
        """Keep the protocol's pipe for messages alone and point fd 1 at fd 2: libraries print."""
        descriptor = os.dup(1)
        os.dup2(2, 1)
        return cls(descriptor)

    def send(self, message: Message) -> None:
        """Write one message. When the window is gone there is nobody to write to, and nothing left to do."""
        view = memoryview(encode_frame(message))
        try:
            with self._lock:
                while view:
                    view = view[os.write(self._descriptor, view) :]
        except OSError:
            os._exit(0)


def read_messages(
    descriptor: int, message_type: object, take: Callable[[M], None], refuse: Callable[[FrameError], None]
) -> None:
    """Read until the pipe closes. Bad lines are refused one by one; nothing that arrives here ends the worker."""
    decoder: FrameDecoder[M] = FrameDecoder(message_type)
    while True:
        try:
            data = os.read(descriptor, READ_BYTES)
        except OSError:
            data = b""
        if not data:
            return
        for item in decoder.feed(data):
            if isinstance(item, FrameError):
                refuse(item)
            else:
                take(item)
