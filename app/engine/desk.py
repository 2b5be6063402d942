"""Where the worker's threads meet: the queue of commands, the running job, and the flag that stops native code."""

from __future__ import annotations

import threading
from collections import deque

import msgspec

from app.engine.api import AnyCommand, Command, Generate, LoadModel, Shutdown, UnloadModel
from app.engine.llama import AbortFlag


class Wish(msgspec.Struct):
    """What the person wants of the running job; set by the thread that reads commands."""

    cancelled: bool = False
    answer_now: bool = False


class Desk:
    """Takes commands from the reading thread and hands them to the working one. Every method may be called by any."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._queue: deque[AnyCommand] = deque()
        self._job: Command | None = None
        self._next_job: tuple[Command, Wish] | None = None  # waits for a cancelled one to end
        self._running = False
        self._idle_work = False
        self.wish = Wish()
        self.abort: AbortFlag | None = None
        self.progress = 0

    def busy(self) -> bool:
        """Whether a job was accepted and has not ended."""
        return self._job is not None

    def put(self, command: AnyCommand) -> bool:
        """Queue a command. Jobs come one at a time: False means that there is one that nobody has cancelled."""
        with self._changed:
            if isinstance(command, LoadModel | Generate | UnloadModel) and not self._accept(command):
                return False
            self._queue.append(command)
            self._stop_idle_work()
            self._changed.notify_all()
            return True

    def _accept(self, job: Command) -> bool:
        if self._job is None:
            self._job, self.wish = job, Wish()
            return True
        if self.wish.cancelled and self._next_job is None:
            self._next_job = job, Wish()
            return True
        return False

    def cancel(self, target: str) -> None:
        """Stop the job ``target`` if it is that, running or not yet begun."""
        with self._changed:
            if self._next_job is not None and self._next_job[0].request_id == target:
                self._next_job[1].cancelled = True
            if self._job is not None and self._job.request_id == target:
                self._cancel_job()

    def answer_now(self, target: str) -> None:
        """End the thoughts of the job ``target`` if it is that."""
        with self._changed:
            for job, wish in ((self._job, self.wish), self._next_job or (None, self.wish)):
                if isinstance(job, Generate) and job.request_id == target:
                    wish.answer_now = True

    def close(self, command: Shutdown) -> None:
        """Stop what runs and let ``command`` be the next thing that happens."""
        with self._changed:
            self._cancel_job()
            self._stop_idle_work()
            self._queue.appendleft(command)
            self._changed.notify_all()

    def next(self, patience: float | None = None) -> AnyCommand | None:
        """Wait for the next command; None when there is none for ``patience`` seconds."""
        with self._changed:
            if not self._changed.wait_for(lambda: bool(self._queue), patience):
                return None
            self._clear_abort()
            command = self._queue.popleft()
            self._running = command is self._job
            if self._running and self.wish.cancelled:
                self._raise_abort()
            return command

    def job_done(self) -> None:
        """The job has ended; the next may be accepted. Called before its last event is sent."""
        with self._changed:
            self._job, self.wish = self._next_job or (None, self.wish)
            self._next_job = None
            self._running = False
            self._changed.notify_all()

    def wait_while_loading(self) -> None:
        """Return once no model is loading or about to."""
        with self._changed:
            self._changed.wait_for(lambda: not isinstance(self._job, LoadModel))

    def begin_idle_work(self) -> bool:
        """Say whether nothing waits; if so, the next command will stop native code."""
        with self._changed:
            self._idle_work = not self._queue and self._job is None
            if self._idle_work:
                self._clear_abort()
            return self._idle_work

    def end_idle_work(self) -> None:
        """Idle work is over."""
        with self._changed:
            self._idle_work = False

    def idle(self) -> bool:
        """Whether idle work may go on."""
        return self._idle_work

    def _cancel_job(self) -> None:
        self.wish.cancelled = True
        if self._running:
            self._raise_abort()

    def _stop_idle_work(self) -> None:
        if self._idle_work:
            self._idle_work = False
            self._raise_abort()

    def _raise_abort(self) -> None:
        if self.abort is not None:
            self.abort.set()

    def _clear_abort(self) -> None:
        if self.abort is not None:
            self.abort.clear()
