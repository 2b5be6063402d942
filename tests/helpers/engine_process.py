"""The real engine worker as a child process: commands in, events out, every wait with a deadline."""

from __future__ import annotations

import sys
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from typing_extensions import override

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
from app.ipc.framing import FrameError
from app.system.paths import starter_model
from tests.helpers.worker_child import DEADLINE, WorkerChild

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


class EngineProcess(WorkerChild[AnyEvent]):
    """A worker. Use it as a context manager; ``home`` holds its probe result and its log."""

    def __init__(self, home: Path, environment: dict[str, str] | None = None) -> None:
        self._kept: list[AnyEvent] = []
        self.heartbeats: list[Heartbeat] = []
        super().__init__("engine", AnyEvent, home, environment)

    @override
    def greet(self) -> None:
        self.hello = self.wait_for(Hello)

    @override
    def take(self, message: AnyEvent | FrameError) -> None:
        if isinstance(message, Heartbeat):
            self.heartbeats.append(message)
        else:
            super().take(message)

    def events(self, deadline: float = DEADLINE) -> Iterator[AnyEvent]:
        """Yield events as they come, those set aside first; fail when none comes in time or the worker ended."""
        while True:
            yield self._kept.pop(0) if self._kept else self.next(deadline)

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

    def wait_until_idle(self, seconds: float = DEADLINE) -> None:
        """Return once a heartbeat says that no job runs."""
        end = time.monotonic() + seconds
        count = len(self.heartbeats)
        while time.monotonic() < end:
            if any(not beat.busy for beat in self.heartbeats[count:]):
                return
            time.sleep(0.05)
        raise AssertionError("the worker stayed busy")


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
