"""The model's work beside the conversation: translations, summaries; one at a time, and never in an answer's way.

An answer to the person always goes first: what runs is cancelled then, and asked again when the model is free. What
the person looks at (urgent) goes before documents.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, assert_never

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from app.engine.api import (
    AnyEvent,
    Cancel,
    ChatMessage,
    EngineError,
    ErrorCode,
    Generate,
    GenerationFinished,
    SamplingParams,
    StopReason,
    TextDelta,
    TextKind,
    ThinkingOptions,
)
from app.session.models.model_session import ModelSession, ModelState
from app.session.notices import Problem
from app.session.wording import death_problem, problem_for
from app.session.workers.engine_client import EngineClient
from app.session.workers.worker_process import WorkerDeath, new_request_id

RETRY_MS = 80
MAX_DEATHS = 2


class LaneState(StrEnum):
    """What happens to the next request."""

    IDLE = "idle"
    MODEL_LOADING = "model_loading"
    CHAT_FIRST = "chat_first"  # an answer is being written
    RUNNING = "running"


class Asked(Protocol):
    """What the model is asked: ``translate.prompt.Request``, or a ``Generate`` whose id the lane replaces."""

    @property
    def messages(self) -> list[ChatMessage]:
        """The prompt."""
        ...

    @property
    def sampling(self) -> SamplingParams:
        """How tokens are drawn."""
        ...

    @property
    def max_tokens(self) -> int:
        """Of the answer."""
        ...

    @property
    def thinking(self) -> ThinkingOptions:
        """Whether it thinks, and how long."""
        ...


@dataclass(eq=False)
class LaneJob:
    """One request. ``on_done`` gets text and reason, or ``on_failed`` the problem; neither after it was cancelled."""

    request: Asked
    on_done: Callable[[str, StopReason], None]
    on_failed: Callable[[Problem], None]
    on_text: Callable[[str], None] | None = None  # all of it so far
    on_full: Callable[[], None] | None = None  # the window does not hold the prompt; None: that is a failure
    urgent: bool = True
    conversation: str = ""  # whose prompt it is, for what the engine has in memory
    pieces: list[str] = field(default_factory=list)
    deaths: int = 0


class EngineLane(QObject):
    """Runs jobs one after the other, the urgent ones first."""

    changed = Signal()
    tokens_spent = Signal(int)  # read and written by one request, those in memory already not counted

    def __init__(
        self,
        engine: EngineClient,
        models: ModelSession,
        busy: Callable[[], bool],
        busy_changed: SignalInstance,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._models, self._busy = engine, models, busy
        self._queue: list[LaneJob] = []
        self._running: LaneJob | None = None
        self._request_id = ""
        self.state = LaneState.IDLE
        self.requests = 0
        self._fresh = False
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._pump)
        engine.received.connect(self._take)
        engine.died.connect(self._worker_died)
        models.changed.connect(self._pump)
        busy_changed.connect(self._look)

    def submit(self, job: LaneJob) -> None:
        """Queue a job. Its callbacks come later, never from here."""
        self._queue.append(job)
        self._fresh = True
        if job.urgent and self._running is not None and not self._running.urgent:
            self._interrupt()
        self._retry.start(0)

    def cancel(self, job: LaneJob) -> None:
        """Forget a job, running or not."""
        if job in self._queue:
            self._queue.remove(job)
        elif job is self._running:
            self._drop_request()
            self._retry.start(0)
        self._show()

    def _pump(self) -> None:
        """Ask for the next job if the model is free."""
        if self._running is None and self._queue and not self._busy():
            self._ask_for_model()
            match self._models.state:
                case ModelState.READY:
                    self._begin(next((job for job in self._queue if job.urgent), self._queue[0]))
                case ModelState.FAILED:
                    self._fail_all(self._models.problem or problem_for("load_failed"))
                case ModelState.NONE:
                    self._fail_all(problem_for(ErrorCode.NO_MODEL))
                case ModelState.LOADING:
                    pass
                case _ as never:
                    assert_never(never)
        self._show()

    def _ask_for_model(self) -> None:
        """Have a model loaded, once for every job: whoever cancels the load does not want it again at once."""
        if self._fresh:
            self._fresh = False
            self._models.ensure()

    def _begin(self, job: LaneJob) -> None:
        self._queue.remove(job)
        self._running, self._request_id, job.pieces = job, new_request_id(), []
        self.requests += 1
        self._engine.send(
            Generate(
                request_id=self._request_id,
                messages=job.request.messages,
                thinking=job.request.thinking,
                sampling=job.request.sampling,
                max_tokens=job.request.max_tokens,
                conversation=job.conversation,
                aside=True,
            )
        )

    def _look(self) -> None:
        """Make room for an answer, or take the model again after it."""
        if self._busy():
            self._interrupt()
        elif self._queue and self._running is None:
            self._retry.start()
        self._show()

    def _interrupt(self) -> None:
        job = self._running
        if job is not None:
            self._drop_request()
            self._queue.insert(0, job)

    def _drop_request(self) -> None:
        request, self._request_id, self._running = self._request_id, "", None
        if request and not self._engine.drop_waiting(request):
            self._engine.send(Cancel(request_id=new_request_id(), target=request))

    def _take(self, event: AnyEvent) -> None:
        job = self._running
        if job is None or not self._request_id or event.request_id != self._request_id:
            return
        match event:
            case TextDelta(kind=TextKind.ANSWER):
                job.pieces.append(event.text)
                if job.on_text is not None:
                    job.on_text("".join(job.pieces))
            case GenerationFinished():
                usage = event.usage
                read = usage.prompt_tokens - usage.reused_tokens
                self.tokens_spent.emit(read + usage.thinking_tokens + usage.answer_tokens)
                self._finished(job, event.stop_reason)
            case EngineError():
                self._refused(job, event)
            case _:
                pass

    def _finished(self, job: LaneJob, reason: StopReason) -> None:
        self._running, self._request_id = None, ""
        if reason is StopReason.CANCELLED:  # by nobody here: the worker is being told to do something else
            self._queue.insert(0, job)
            self._retry.start()
        else:
            job.on_done("".join(job.pieces), reason)
            self._pump()

    def _refused(self, job: LaneJob, error: EngineError) -> None:
        self._running, self._request_id = None, ""
        if error.code in {ErrorCode.BUSY, ErrorCode.NO_MODEL}:  # something else goes first, or a model is being loaded
            self._queue.insert(0, job)
            self._retry.start()
            return
        if error.code is ErrorCode.CONTEXT_FULL and job.on_full is not None:
            job.on_full()
        else:
            job.on_failed(problem_for(error.code, error.detail, error.needed, error.available))
        self._pump()

    def _worker_died(self, death: WorkerDeath) -> None:
        job = self._running
        if job is None:
            return
        self._running, self._request_id = None, ""
        job.deaths += 1
        if job.deaths >= MAX_DEATHS:
            job.on_failed(death_problem(death))
        else:
            self._queue.insert(0, job)
        self._retry.start()

    def _fail_all(self, problem: Problem) -> None:
        jobs, self._queue = self._queue, []
        for job in jobs:
            job.on_failed(problem)

    def _show(self) -> None:
        state = self._state_now()
        if state is not self.state:
            self.state = state
            self.changed.emit()

    def _state_now(self) -> LaneState:
        if self._running is not None:
            return LaneState.RUNNING
        if not self._queue:
            return LaneState.IDLE
        return LaneState.CHAT_FIRST if self._busy() else LaneState.MODEL_LOADING
