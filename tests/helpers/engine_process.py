"""The real engine worker as a child process: commands in, events out, every wait with a deadline."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from app.engine.api import (
    AnyEvent,
    ChatMessage,
    Command,
    EngineError,
    Event,
    Generate,
    GenerationFinished,
    Heartbeat,
    Hello,
    LoadModel,
    ModelDescription,
    ModelLoaded,
    Role,
    SamplingParams,
    TextDelta,
    TextKind,
    ThinkingEnded,
)
from app.ipc.framing import FrameDecoder, FrameError, encode_frame
from app.system.child import worker_command, worker_environment, worker_folder
from app.system.paths import starter_model

DEADLINE = 60.0
"""Seconds: for liveness, not for speed."""

GREEDY = SamplingParams(temperature=0.0)
MODELS = Path(__file__).resolve().parents[1] / "data" / "models"

E = TypeVar("E", bound=Event)


@dataclass
class Answer:
    """Everything that one Generate brought."""

    events: list[AnyEvent] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The answer."""
        return self._join(TextKind.ANSWER)

    @property
    def thinking(self) -> str:
        """The thoughts, injected text included."""
        return self._join(TextKind.THINKING)

    @property
    def injected(self) -> str:
        """Text of the thoughts that was not drawn."""
        return "".join(e.text for e in self.events if isinstance(e, TextDelta) and e.injected)

    @property
    def finished(self) -> GenerationFinished:
        """The last event."""
        last = self.events[-1]
        assert isinstance(last, GenerationFinished), last
        return last

    @property
    def error(self) -> EngineError:
        """The last event, when it is an error."""
        last = self.events[-1]
        assert isinstance(last, EngineError), last
        return last

    def all(self, kind: type[E]) -> list[E]:
        """Return the events of one type."""
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def thinking_ended(self) -> ThinkingEnded:
        """The one ThinkingEnded."""
        (ended,) = self.all(ThinkingEnded)
        return ended

    def _join(self, kind: TextKind) -> str:
        return "".join(e.text for e in self.events if isinstance(e, TextDelta) and e.kind is kind)


class EngineProcess:
    """A worker. Use it as a context manager; ``home`` holds its probe result and its log."""

    def __init__(self, home: Path, environment: dict[str, str] | None = None) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.log_path = home / f"engine-{uuid.uuid4().hex[:8]}.log"
        self._decoder: FrameDecoder[AnyEvent] = FrameDecoder(AnyEvent)
        self._events: queue.Queue[AnyEvent | FrameError | None] = queue.Queue()
        self._kept: list[AnyEvent] = []
        self.heartbeats: list[Heartbeat] = []
        with self.log_path.open("wb") as log:
            self.process = subprocess.Popen(
                worker_command("engine"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=worker_folder(),
                env=worker_environment() | {"PARLEY_HOME": str(home)} | (environment or {}),
                bufsize=0,
            )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> EngineProcess:
        self.hello = self.wait_for(Hello)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def log(self) -> str:
        """The worker's stderr so far."""
        return self.log_path.read_text("utf-8", "replace")

    def send(self, command: Command) -> str:
        """Send one command; return its request id."""
        self.send_bytes(encode_frame(command))
        return command.request_id

    def send_bytes(self, data: bytes) -> None:
        """Write bytes as they are."""
        assert self.process.stdin is not None
        view = memoryview(data)
        while view:
            view = view[self.process.stdin.write(view) :]

    def events(self, deadline: float = DEADLINE) -> Iterator[AnyEvent]:
        """Yield events as they come, those set aside first; fail when none comes in time or the worker ended."""
        while True:
            yield self._kept.pop(0) if self._kept else self._next(deadline)

    def wait_until(self, wanted: Callable[[AnyEvent], bool], deadline: float = DEADLINE) -> list[AnyEvent]:
        """Return all events up to and with the first that is ``wanted``."""
        seen: list[AnyEvent] = []
        for event in self.events(deadline):
            seen.append(event)
            if wanted(event):
                return seen
        raise AssertionError("unreachable: events() never ends")

    def wait_for(self, kind: type[E], request_id: str | None = None, deadline: float = DEADLINE) -> E:
        """Return the next event of a type, for a request if given; earlier other ones are dropped."""

        def wanted(event: AnyEvent) -> bool:
            return isinstance(event, kind) and request_id in {None, event.request_id}

        last = self.wait_until(wanted, deadline)[-1]
        assert isinstance(last, kind)
        return last

    def load(self, path: Path | None = None, **values: Any) -> ModelDescription:
        """Load a model (the starter one by default) and return its description; fail on an error."""
        last = self.request(LoadModel(path=str(path or starter_model()), request_id=fresh_id(), **values))
        assert isinstance(last, ModelLoaded), last
        return last.model

    def request(self, command: Command, deadline: float = DEADLINE) -> AnyEvent:
        """Send a command and return its last event."""
        return self.collect(self.send(command), deadline).events[-1]

    def ask(self, text: str | list[ChatMessage], **values: Any) -> Answer:
        """Ask greedily, unless ``sampling`` says otherwise, and return everything."""
        return self.collect(self.start(text, **values))

    def start(self, text: str | list[ChatMessage], **values: Any) -> str:
        """Begin an answer; return its request id."""
        messages = [ChatMessage(Role.USER, text)] if isinstance(text, str) else text
        return self.send(Generate(messages=messages, request_id=fresh_id(), **({"sampling": GREEDY} | values)))

    def collect(self, request_id: str, deadline: float = DEADLINE) -> Answer:
        """Return all events of a request up to its last one. Those of others are set aside, in order."""
        answer, others = Answer(), []
        for event in self.events(deadline):
            if event.request_id != request_id:
                others.append(event)
                continue
            answer.events.append(event)
            if type(event).__name__ in LAST_EVENTS:
                break
        self._kept = others + self._kept
        return answer

    def close(self) -> int:
        """End the worker politely and return its exit code."""
        if self.process.stdin is not None and not self.process.stdin.closed:
            self.process.stdin.close()
        try:
            return self.process.wait(DEADLINE)
        finally:
            self.process.kill()
            self.process.wait()
            self._reader.join(DEADLINE)
            if self.process.stdout is not None:
                self.process.stdout.close()

    def wait_until_idle(self, seconds: float = DEADLINE) -> None:
        """Return once a heartbeat says that no job runs."""
        end = time.monotonic() + seconds
        count = len(self.heartbeats)
        while time.monotonic() < end:
            if any(not beat.busy for beat in self.heartbeats[count:]):
                return
            time.sleep(0.05)
        raise AssertionError("the worker stayed busy")

    def _next(self, deadline: float) -> AnyEvent:
        try:
            event = self._events.get(timeout=deadline)
        except queue.Empty:
            raise AssertionError(f"no event in {deadline} s; log:\n{self.log[-3000:]}") from None
        assert event is not None, f"the worker ended; log:\n{self.log[-3000:]}"
        assert not isinstance(event, FrameError), event
        return event

    def _read(self) -> None:
        assert self.process.stdout is not None
        while data := self.process.stdout.read(65536):
            for event in self._decoder.feed(data):
                if isinstance(event, Heartbeat):
                    self.heartbeats.append(event)
                else:
                    self._events.put(event)
        self._events.put(None)


LAST_EVENTS = frozenset({"GenerationFinished", "EngineError", "ModelLoaded", "ModelUnloaded", "TokenCount", "Devices"})


def fresh_id() -> str:
    """Return a request id."""
    return uuid.uuid4().hex


def user(text: str) -> ChatMessage:
    """A person's turn."""
    return ChatMessage(Role.USER, text)


def assistant(text: str, thinking: str = "") -> ChatMessage:
    """A model's turn."""
    return ChatMessage(Role.ASSISTANT, text, thinking)


if sys.platform == "win32":
    raise ImportError("these tests drive POSIX pipes")
