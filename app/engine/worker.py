"""The engine worker's main loop: takes commands, runs one job at a time, reports events.

The main thread does the work. A second thread reads commands: it lets Cancel and AnswerNow through to the running job
at once and answers Busy itself. A third one beats. After an answer, while nothing is asked, the main thread reads the
answer again without its thoughts, as the next turn will need it; any command ends that.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import assert_never

from app.engine.api import (
    PROTOCOL_VERSION,
    AnswerNow,
    AnyCommand,
    Cancel,
    CountTokens,
    Devices,
    EngineError,
    ErrorCode,
    Event,
    Generate,
    Hello,
    ListDevices,
    LoadModel,
    ModelLoaded,
    ModelLoading,
    ModelUnloaded,
    Shutdown,
    TokenCount,
    UnloadModel,
)
from app.engine.backend import Backend
from app.engine.capability import options
from app.engine.channel import EventWriter, beat, read_commands
from app.engine.desk import Desk
from app.engine.generation import Generation, GenerationError
from app.engine.llama import AbortFlag, NativeError
from app.engine.loading import LoadCancelledError, Loaded, Loader
from app.engine.model_file import ModelFileError
from app.engine.probe import trusted_variant
from app.engine.prompt_cache import DecodeError
from app.engine.renderer import TemplateError
from app.ipc.framing import FrameError
from app.system.child import die_with_parent
from app.system.paths import cache_folder

END_SECONDS = 2.0
"""How long a closing worker waits for native code to notice, before it just ends."""

LOADING_STEP = 0.02


class Worker:
    """Runs commands, one after another."""

    def __init__(self, writer: EventWriter, desk: Desk) -> None:
        self._writer = writer
        self._desk = desk
        self._backend: Backend | None = None
        self._loaded: Loaded | None = None
        self._idle: Generation | None = None

    def start(self, cache: Path) -> None:
        """Load llama.cpp with a build that is known to work here, and say hello."""
        problem = None
        try:
            self._backend = Backend(trusted_variant(cache))
            self._desk.abort = AbortFlag()
        except (NativeError, ImportError, OSError, RuntimeError) as error:
            sys.stderr.write(f"no usable build of llama.cpp: {error}\n")
            problem = ErrorCode.NO_BACKEND
        build = self._backend.build if self._backend else ""
        devices = self._backend.devices() if self._backend else []
        self._writer.send(Hello(protocol=PROTOCOL_VERSION, build=build, devices=devices, problem=problem))

    def run(self) -> None:
        """Serve until Shutdown."""
        while True:
            if self._idle is not None:
                self._work_ahead(self._idle)
            command = self._desk.next()
            if isinstance(command, Shutdown):
                break
            self._serve(command)
        self._unload()
        if self._backend is not None:
            self._backend.close()

    def _serve(self, command: AnyCommand) -> None:
        """One command; whatever goes wrong becomes its EngineError."""
        try:
            last = self._answer(command)
        except MemoryError:
            last = EngineError(code=ErrorCode.OUT_OF_MEMORY, request_id=command.request_id)
        except Exception as error:  # noqa: BLE001  (the task boundary: a fault of ours ends one command, not the worker)
            last = self._failure(error, command.request_id)
        if isinstance(command, LoadModel | Generate | UnloadModel):
            self._desk.job_done()
        if last is not None:
            self._writer.send(last)

    def _failure(self, error: Exception, request_id: str) -> EngineError:
        """Say what went wrong. The world's errors have codes of their own; the rest are ours."""
        match error:
            case ModelFileError():
                return EngineError(code=error.code, detail=error.detail, request_id=request_id)
            case GenerationError():
                needed, available = error.needed, error.available
                return EngineError(code=error.code, needed=needed, available=available, request_id=request_id)
            case TemplateError():
                return EngineError(code=ErrorCode.TEMPLATE_FAILED, detail=str(error), request_id=request_id)
            case DecodeError():
                detail = self._backend.log.last_error() if self._backend else ""
                return EngineError(code=ErrorCode.DECODE_FAILED, detail=detail or str(error), request_id=request_id)
            case _:
                import traceback  # noqa: PLC0415 - 0.2 MB that a healthy worker never needs

                traceback.print_exception(error)
                detail = f"{type(error).__name__}: {error}"
                return EngineError(code=ErrorCode.INTERNAL, detail=detail, request_id=request_id)

    def _answer(self, command: AnyCommand) -> Event | None:
        """Do one command and return its last event."""
        match command:
            case LoadModel():
                return self._load(command)
            case UnloadModel():
                self._unload()
                return ModelUnloaded(request_id=command.request_id)
            case Generate():
                return self._generate(command)
            case CountTokens():
                return TokenCount(tokens=self._count(command), request_id=command.request_id)
            case ListDevices():
                devices = self._backend.devices() if self._backend else []
                return Devices(devices=devices, request_id=command.request_id)
            case AnswerNow() | Cancel() | Shutdown():
                return None  # seen to by the reading thread
            case _:
                assert_never(command)

    def _load(self, command: LoadModel) -> Event:
        self._unload()
        if self._backend is None or self._desk.abort is None:
            raise GenerationError(ErrorCode.NO_BACKEND)
        told = -1.0

        def progress(fraction: float) -> bool:
            nonlocal told
            self._desk.progress += 1
            if fraction - told >= LOADING_STEP or fraction >= 1.0 > told:
                told = fraction
                self._writer.send(ModelLoading(fraction=min(1.0, fraction), request_id=command.request_id))
            return not self._desk.wish.cancelled

        try:
            self._loaded = Loader(self._backend, self._desk.abort, progress).load(command)
        except LoadCancelledError:
            return ModelUnloaded(request_id=command.request_id)
        return ModelLoaded(model=self._loaded.description, request_id=command.request_id)

    def _unload(self) -> None:
        self._idle = None
        loaded, self._loaded = self._loaded, None
        if loaded is not None:
            loaded.close()

    def _model(self) -> Loaded:
        if self._loaded is None:
            raise GenerationError(ErrorCode.NO_MODEL)
        return self._loaded

    def _generate(self, command: Generate) -> Event:
        generation = Generation(self._model(), command, self._writer.send, self._desk)
        last = generation.run()
        self._idle = generation
        return last

    def _count(self, command: CountTokens) -> int:
        loaded = self._model()
        if command.messages:
            return len(loaded.prompts.build(command.messages, options(thinking=True)).tokens)
        return len(loaded.model.vocabulary.tokenize(command.text, special=False))

    def _work_ahead(self, generation: Generation) -> None:
        """Read the answer again without its thoughts. Whatever goes wrong here, the next turn reads more: no more."""
        self._idle = None
        if not self._desk.begin_idle_work():
            self._idle = None
            return
        try:
            generation.read_ahead(self._desk.idle)
        except (TemplateError, DecodeError) as error:
            sys.stderr.write(f"not read ahead: {error}\n")
        self._desk.end_idle_work()


def main() -> int:
    """Run the worker until its standard input closes or Shutdown comes."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the window's terminal is the window's
    os.environ["GGML_NO_BACKTRACE"] = "1"  # it would start a debugger and hold up the news of our death
    writer = EventWriter.take_standard_output()
    desk = Desk()
    worker = Worker(writer, desk)
    worker.start(cache_folder())
    _thread(lambda: beat(writer, desk.busy, lambda: desk.progress))
    ended = threading.Event()
    _thread(lambda: read_commands(0, _Reader(writer, desk).take, _refuser(writer), lambda: _end(desk, ended)))
    worker.run()
    ended.set()
    return 0


class _Reader:
    """What the reading thread does with a command: act at once, refuse, or queue."""

    def __init__(self, writer: EventWriter, desk: Desk) -> None:
        self._writer = writer
        self._desk = desk

    def take(self, command: AnyCommand) -> None:
        match command:
            case Cancel():
                self._desk.cancel(command.target)
            case AnswerNow():
                self._desk.answer_now(command.target)
            case Shutdown():
                self._desk.close(command)
            case LoadModel() | UnloadModel() | Generate() | CountTokens() | ListDevices():
                if not self._desk.put(command):
                    self._writer.send(EngineError(code=ErrorCode.BUSY, request_id=command.request_id))
            case _:
                assert_never(command)


def _refuser(writer: EventWriter) -> Callable[[FrameError], None]:
    def refuse(error: FrameError) -> None:
        sys.stderr.write(f"dropped a line: {error.reason}\n")
        writer.send(EngineError(code=ErrorCode.BAD_COMMAND, detail=error.reason))

    return refuse


def _end(desk: Desk, ended: threading.Event) -> None:
    """The window is gone: stop, and if native code does not let go, just end."""
    desk.close(Shutdown())
    if not ended.wait(END_SECONDS):
        os._exit(0)


def _thread(work: Callable[[], None]) -> None:
    threading.Thread(target=work, daemon=True).start()
