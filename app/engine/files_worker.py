"""The files worker: reads, hashes and remakes model files that may be hostile, one job after another. No network.

The main thread works. A second one reads commands, so that the window's end is noticed at once: then this process
ends, whatever it is doing. The window cancels a job by ending the process.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from app.engine.files_api import (
    FILES_PROTOCOL,
    AnyFilesCommand,
    DescribeMachine,
    FileFailed,
    FileProbed,
    FileProblem,
    FilesEvent,
    FilesHello,
    FileVerified,
    Inspect,
    JobProgress,
    MachineDescribed,
    Probe,
    Quantize,
    Verify,
)
from app.engine.inspection import inspect_model
from app.engine.verification import WrongChecksumError, verify_model
from app.gguf.errors import Fault, GgufError
from app.ipc.framing import FrameError
from app.ipc.pipes import MessageWriter, read_messages
from app.system.child import die_with_parent
from app.system.paths import cache_folder

if TYPE_CHECKING:
    from app.engine.backend import Backend

PROGRESS_SECONDS = 0.25

PROBLEMS = {
    Fault.MISSING: FileProblem.MISSING,
    Fault.UNREADABLE: FileProblem.UNREADABLE,
    Fault.NOT_GGUF: FileProblem.NOT_GGUF,
    Fault.TRUNCATED: FileProblem.TRUNCATED,
    Fault.PART_MISSING: FileProblem.PART_MISSING,
    Fault.DAMAGED: FileProblem.DAMAGED,
    Fault.NO_ARCHITECTURE: FileProblem.DAMAGED,
}


class FilesWorker:
    """Does jobs. llama.cpp is loaded for the first one that needs it: reading headers takes none of it."""

    def __init__(self, writer: MessageWriter) -> None:
        self._writer = writer
        self._llama: Backend | None = None

    def serve(self, command: AnyFilesCommand) -> None:
        """Do one job; whatever goes wrong becomes its FileFailed."""
        try:
            last = self._answer(command)
        except Exception as error:  # noqa: BLE001  (the task boundary: a fault of ours ends one job, not the worker)
            last = _failure(error, command.request_id)
        self._writer.send(last)

    def _answer(self, command: AnyFilesCommand) -> FilesEvent:
        match command:
            case Inspect():
                return inspect_model(Path(command.path), command.request_id)
            case Verify():
                sums = verify_model(Path(command.path), command.sha256, _Told(self._writer, command.request_id).hear)
                return FileVerified(request_id=command.request_id, sha256=sums)
            case Probe():
                return self._probe(command)
            case Quantize():
                return self._quantize(command)
            case DescribeMachine():
                return self._describe_machine(command)
            case _:
                assert_never(command)

    def _probe(self, command: Probe) -> FilesEvent:
        from app.engine.memory_probe import probe  # noqa: PLC0415  (loads llama.cpp)

        placement = probe(Path(command.path), command.wishes, command.reclaimed, self._backend())
        return FileProbed(request_id=command.request_id, placement=placement)

    def _quantize(self, command: Quantize) -> FilesEvent:
        from app.engine.quantize import quantize  # noqa: PLC0415  (loads llama.cpp)

        return quantize(command, _Told(self._writer, command.request_id).hear, self._backend())

    def _describe_machine(self, command: DescribeMachine) -> FilesEvent:
        from app.engine.loading import machine_now  # noqa: PLC0415  (loads llama.cpp)

        return MachineDescribed(request_id=command.request_id, machine=machine_now(self._backend()))

    def _backend(self) -> Backend:
        """Load llama.cpp once, in the build that is known to work here."""
        if self._llama is None:
            from app.engine.probe import trusted_backend  # noqa: PLC0415

            self._llama = trusted_backend(cache_folder())
        return self._llama


class _Told:
    """Tells the window how far a job is, a few times a second."""

    def __init__(self, writer: MessageWriter, request_id: str) -> None:
        self._writer = writer
        self._request_id = request_id
        self._last = float("-inf")

    def hear(self, done: int, total: int) -> None:
        """Send it, unless the last time was just now."""
        now = time.monotonic()
        if now - self._last >= PROGRESS_SECONDS:
            self._last = now
            self._writer.send(JobProgress(request_id=self._request_id, done=done, total=total))


def _failure(error: Exception, request_id: str) -> FileFailed:
    """Say what went wrong. The world's errors have codes of their own; the rest are ours."""
    if isinstance(error, GgufError):
        detail = f"{error.detail}: {error.what}" if error.what else error.detail
        return FileFailed(request_id=request_id, problem=PROBLEMS[error.fault], detail=detail)
    if isinstance(error, WrongChecksumError):
        return FileFailed(request_id=request_id, problem=FileProblem.WRONG_CHECKSUM, detail=error.name)
    return _quantize_failure(error, request_id) or _our_failure(error, request_id)


def _quantize_failure(error: Exception, request_id: str) -> FileFailed | None:
    module = sys.modules.get("app.engine.quantize")  # not loaded: then it is none of its errors
    if module is None or not isinstance(error, module.QuantizeError):
        return None
    return FileFailed(
        request_id=request_id,
        problem=error.problem,
        detail=error.detail,
        needed=error.needed,
        available=error.available,
    )


def _our_failure(error: Exception, request_id: str) -> FileFailed:
    traceback.print_exception(error)
    return FileFailed(request_id=request_id, problem=FileProblem.INTERNAL, detail=f"{type(error).__name__}: {error}")


def main() -> int:
    """Run the worker until its standard input closes."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the window's terminal is the window's
    os.environ["GGML_NO_BACKTRACE"] = "1"  # it would start a debugger and hold up the news of our death
    writer = MessageWriter.take_standard_output()
    commands: queue.SimpleQueue[AnyFilesCommand] = queue.SimpleQueue()

    def read() -> None:
        read_messages(0, AnyFilesCommand, commands.put, _refuse)
        os._exit(0)

    writer.send(FilesHello(protocol=FILES_PROTOCOL))
    threading.Thread(target=read, daemon=True).start()
    worker = FilesWorker(writer)
    while True:
        worker.serve(commands.get())


def _refuse(error: FrameError) -> None:
    sys.stderr.write(f"dropped a line: {error.reason}\n")
