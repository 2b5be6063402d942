"""The worker's ends of the pipes: events out, commands in, a heartbeat. Bytes and threads, no decisions."""

from __future__ import annotations

import time
from collections.abc import Callable

from app.engine.api import AnyCommand, Heartbeat
from app.ipc.framing import FrameError
from app.ipc.pipes import MessageWriter, read_messages
from app.system.hardware import bytes_read

HEARTBEAT_SECONDS = 1.0


class EventWriter(MessageWriter):
    """Writes events to the window, one line each, from any thread."""


def read_commands(
    descriptor: int, take: Callable[[AnyCommand], None], refuse: Callable[[FrameError], None], end: Callable[[], None]
) -> None:
    """Read until the pipe closes, then say so."""
    read_messages(descriptor, AnyCommand, take, refuse)
    end()


def beat(writer: EventWriter, busy: Callable[[], bool], progress: Callable[[], int]) -> None:
    """Report signs of life for ever. Reading from disk is progress: a cold model loads with nothing else moving."""
    while True:
        read_mebibytes = bytes_read() >> 20
        cpu = time.process_time()
        writer.send(Heartbeat(busy=busy(), progress=progress() + read_mebibytes, cpu_seconds=cpu))
        time.sleep(HEARTBEAT_SECONDS)
