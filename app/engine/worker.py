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
from typing import TYPE_CHECKING, assert_never

from app.engine.ahead import Ahead
from app.engine.api import (
    PROTOCOL_VERSION,
    AnswerNow,
    AnyCommand,
    Cancel,
    CheckDevices,
    CountTokens,
    Devices,
    EngineError,
    ErrorCode,
    Event,
    ForgetConversation,
    Generate,
    Hello,
    KeepOnDisk,
    ListDevices,
    LoadModel,
    ModelLoaded,
    ModelLoading,
    ModelUnloaded,
    PrefillPrompt,
    PromptPrefilled,
    Shutdown,
    UnloadModel,
)
from app.engine.backend import Backend
from app.engine.channel import EventWriter, beat, read_commands
from app.engine.counting import Counter
from app.engine.desk import Desk
from app.engine.generation import Generation, GenerationError
from app.engine.gpu_check import GpuCheck
from app.engine.llama import AbortFlag, NativeError
from app.engine.loading import LoadCancelledError, Loaded, Loader
from app.engine.model_file import ModelFileError
from app.engine.probe import forget_drivers, trusted_backend
from app.engine.prompt_cache import DecodeError
from app.engine.renderer import TemplateError
from app.ipc.framing import FrameError
from app.system.child import die_with_parent
from app.system.paths import cache_folder

if TYPE_CHECKING:
    from app.engine.kept_files import KeptFiles

END_SECONDS = 2.0
"""How long a closing worker waits for native code to notice, before it just ends."""

LOADING_STEP = 0.02


class Worker:
    """Runs commands, one after another."""

    def __init__(self, writer: EventWriter, desk: Desk) -> None:
        self._writer = writer
        self._desk = desk
        self._backend: Backend | None = None
        self._gpus: GpuCheck | None = None
        self._cache = Path()
        self._loaded: Loaded | None = None
        self._ahead: Ahead | None = None
        self._files: KeptFiles | None = None
        self._rest, self._always = 0.0, False
        self.counter = Counter(writer.send, desk.wait_while_loading)

    def start(self, cache: Path) -> None:
        """Load llama.cpp with a build that is known to work here, and say hello."""
        problem = None
        self._cache = cache
        try:
            self._backend = trusted_backend(cache)
            self._gpus = GpuCheck(self._backend, cache)
            self._desk.abort = AbortFlag()
        except (NativeError, ImportError, OSError, RuntimeError) as error:
            sys.stderr.write(f"no usable build of llama.cpp: {error}\n")
            problem = ErrorCode.NO_BACKEND
        build = self._backend.build if self._backend else ""
        devices = self._gpus.devices() if self._gpus else []
        self._writer.send(Hello(protocol=PROTOCOL_VERSION, build=build, devices=devices, problem=problem))

    def run(self) -> None:
        """Serve until Shutdown."""
        while True:
            self._work_ahead()
            command = self._desk.next(self._patience())
            if command is None:
                self._write_down()
                continue
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
            case ListDevices():
                return self._devices(command.request_id)
            case CheckDevices():
                self._check_devices()
                return self._devices(command.request_id)
            case PrefillPrompt():
                self._model()
                self._set_ahead(Ahead.asked(command))
            case KeepOnDisk():
                self._keep(command)
            case ForgetConversation():
                self._forget(command.conversation)
            case AnswerNow() | Cancel() | CountTokens() | Shutdown():
                pass  # seen to by the reading thread
            case _:
                assert_never(command)
        return None

    def _devices(self, request_id: str = "") -> Devices:
        return Devices(devices=self._gpus.devices() if self._gpus else [], request_id=request_id)

    def _check_devices(self) -> None:
        """Forget what is known of the graphics cards and find it out anew."""
        if self._gpus is None:
            return
        forget_drivers(self._cache)
        self._gpus.forget()
        self._gpus.examine(self._tick)

    def _try_devices(self, command: LoadModel) -> None:
        """Try graphics cards of which nothing is known before the first model goes there."""
        if self._gpus is None or not command.gpu_layers or not self._gpus.examine(self._tick):
            return
        if self._desk.wish.cancelled:
            raise LoadCancelledError
        self._writer.send(self._devices())

    def _tick(self) -> bool:
        """A check goes on in another process; the window sees that we do not hang."""
        self._desk.progress += 1
        return not self._desk.wish.cancelled

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
            self._try_devices(command)
            self._loaded = Loader(self._backend, self._desk.abort, progress).load(command)
        except LoadCancelledError:
            return ModelUnloaded(request_id=command.request_id)
        self._loaded.kept.use(self._files, always=self._always)
        self.counter.use(self._loaded)
        return ModelLoaded(model=self._loaded.description, request_id=command.request_id)

    def _unload(self) -> None:
        """Free the model. A larger context will go on from what is written down now, if that is worth it."""
        self._set_ahead(None)
        self.counter.use(None)
        loaded, self._loaded = self._loaded, None
        if loaded is not None:
            loaded.close()

    def _model(self) -> Loaded:
        if self._loaded is None:
            raise GenerationError(ErrorCode.NO_MODEL)
        return self._loaded

    def _generate(self, command: Generate) -> Event:
        self._set_ahead(None)
        generation = Generation(self._model(), command, self._writer.send, self._desk)
        last = generation.run()
        self._set_ahead(generation.ahead())
        return last

    # --- while nothing is asked ---

    def _set_ahead(self, ahead: Ahead | None) -> None:
        """Replace what is to be read; whoever asked for the last one hears that it was not finished."""
        if self._ahead is not None:
            self._report(self._ahead, complete=False)
        self._ahead = ahead

    def _work_ahead(self) -> None:
        """Read what the next prompt will begin with. If that goes wrong, the next turn reads more, that is all."""
        ahead, loaded = self._ahead, self._loaded
        if ahead is None or loaded is None or not self._desk.begin_idle_work():
            return
        try:
            done = ahead.read(loaded, self._go_on)
        except (TemplateError, DecodeError) as error:
            sys.stderr.write(f"not read ahead: {error}\n")
            done = True
        self._desk.end_idle_work()
        if done:  # else it goes on after the command that interrupted it, unless that replaces it
            self._ahead = None
            self._report(ahead, complete=True)

    def _report(self, ahead: Ahead, *, complete: bool) -> None:
        if ahead.request_id:
            tokens, reused = len(ahead.tokens), max(0, ahead.reused)
            self._writer.send(
                PromptPrefilled(tokens=tokens, reused=reused, complete=complete, request_id=ahead.request_id)
            )

    def _go_on(self) -> bool:
        return self._desk.idle()

    def _patience(self) -> float | None:
        """Return how long to wait before what is held is written down; None: for ever."""
        return self._rest if self._loaded is not None and self._loaded.kept.unsaved() else None

    def _write_down(self) -> None:
        if self._loaded is not None and self._desk.begin_idle_work():
            self._loaded.kept.save(self._go_on)
            self._desk.end_idle_work()

    def _keep(self, command: KeepOnDisk) -> None:
        from app.engine.kept_files import KeptFiles  # noqa: PLC0415  (brings OpenSSL)

        self._files = KeptFiles(Path(command.folder), bytes.fromhex(command.key), command.max_bytes)
        self._rest, self._always = command.rest_seconds, command.always
        self._files.tidy()
        if self._loaded is not None:
            self._loaded.kept.use(self._files, always=self._always)

    def _forget(self, conversation: str) -> None:
        if self._files is not None:
            self._files.forget(conversation)
        if not conversation:
            self._files = None
        if self._loaded is not None:
            self._loaded.kept.forget(conversation)
            self._loaded.kept.use(self._files, always=self._always)


def main() -> int:
    """Run the worker until its standard input closes or Shutdown comes."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the window's terminal is the window's
    os.environ["GGML_NO_BACKTRACE"] = "1"  # it would start a debugger and hold up the news of our death
    writer = EventWriter.take_standard_output()
    desk = Desk()
    worker = Worker(writer, desk)
    worker.start(cache_folder())
    _thread(worker.counter.serve)
    _thread(lambda: beat(writer, desk.busy, lambda: desk.progress))
    ended = threading.Event()
    _thread(
        lambda: read_commands(
            0, _Reader(writer, desk, worker.counter).take, _refuser(writer), lambda: _end(desk, ended)
        )
    )
    worker.run()
    ended.set()
    return 0


class _Reader:
    """What the reading thread does with a command: act at once, refuse, or queue."""

    def __init__(self, writer: EventWriter, desk: Desk, counter: Counter) -> None:
        self._writer, self._desk, self._counter = writer, desk, counter

    def take(self, command: AnyCommand) -> None:
        match command:
            case Cancel():
                self._desk.cancel(command.target)
            case AnswerNow():
                self._desk.answer_now(command.target)
            case Shutdown():
                self._desk.close(command)
            case CountTokens():
                self._counter.put(command)
            case _:
                if not self._desk.put(command):
                    self._writer.send(EngineError(code=ErrorCode.BUSY, request_id=command.request_id))


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
