"""The worker's ends of the pipes: events out, commands in, a heartbeat. Bytes and threads, no decisions."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

from app.engine.api import AnyCommand, Event, Heartbeat
from app.ipc.framing import FrameDecoder, FrameError, encode_frame
from app.system.hardware import bytes_read

HEARTBEAT_SECONDS = 1.0
READ_BYTES = 65_536


class EventWriter:
    """Writes events to the window, one line each, from any thread."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._lock = threading.Lock()

    @classmethod
    def take_standard_output(cls) -> EventWriter:
        """Keep the protocol's pipe for events alone and point fd 1 at fd 2: native code prints."""
        descriptor = os.dup(1)
        os.dup2(2, 1)
        return cls(descriptor)

    def send(self, event: Event) -> None:
        """Write one event. When the window is gone there is nobody to write to, and nothing left to do."""
        view = memoryview(encode_frame(event))
        try:
            with self._lock:
                while view:
                    view = view[os.write(self._descriptor, view) :]
        except OSError:
            os._exit(0)


def read_commands(
    descriptor: int, take: Callable[[AnyCommand], None], refuse: Callable[[FrameError], None], end: Callable[[], None]
) -> None:
    """Read until the pipe closes. Bad lines are refused one by one; nothing that arrives here ends the worker."""
    decoder: FrameDecoder[AnyCommand] = FrameDecoder(AnyCommand)
    while True:
        try:
            data = os.read(descriptor, READ_BYTES)
        except OSError:
            data = b""
        if not data:
            return end()
        for item in decoder.feed(data):
            if isinstance(item, FrameError):
                refuse(item)
            else:
                take(item)


def beat(writer: EventWriter, busy: Callable[[], bool], progress: Callable[[], int]) -> None:
    """Report signs of life for ever. Reading from disk is progress: a cold model loads with nothing else moving."""
    while True:
        read_mebibytes = bytes_read() >> 20
        cpu = time.process_time()
        writer.send(Heartbeat(busy=busy(), progress=progress() + read_mebibytes, cpu_seconds=cpu))
        time.sleep(HEARTBEAT_SECONDS)
