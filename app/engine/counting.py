"""Counts tokens on a thread of its own: while an answer is written too, and without holding it up.

Counting needs a template and a vocabulary, never the context. A message that was counted once is not tokenised again:
what is typed at the end of a long conversation costs no more than at its beginning.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

from app.engine.api import CountTokens, EngineError, ErrorCode, Event, TokenCount
from app.engine.capability import options
from app.engine.loading import Loaded
from app.engine.prompt import PromptBuilder, Segment
from app.engine.renderer import TemplateError

MAX_REMEMBERED = 4096


class SegmentCounts:
    """Tokens of the pieces of prompts, by their hash: the texts themselves are not kept."""

    def __init__(self, prompts: PromptBuilder) -> None:
        self._prompts = prompts
        self._known: dict[int, int] = {}

    def count(self, segments: list[Segment]) -> list[int]:
        """Return the tokens of each."""
        return [self._one(segment, first=not index) for index, segment in enumerate(segments)]

    def _one(self, segment: Segment, *, first: bool) -> int:
        key = hash((first, segment))
        count = self._known.pop(key, -1)
        if count < 0:
            count = self._prompts.count(segment, first=first)
        self._known[key] = count  # at the end: what was used last goes last
        if len(self._known) > MAX_REMEMBERED:
            del self._known[next(iter(self._known))]
        return count


class Counter:
    """Answers ``CountTokens``. ``settle`` waits while a model loads: what is asked meanwhile is answered afterwards."""

    def __init__(self, send: Callable[[Event], None], settle: Callable[[], None]) -> None:
        self._send, self._settle = send, settle
        self._queue: queue.SimpleQueue[CountTokens] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._loaded: Loaded | None = None
        self._counts: SegmentCounts | None = None

    def put(self, command: CountTokens) -> None:
        """Queue a command."""
        self._queue.put(command)

    def use(self, loaded: Loaded | None) -> None:
        """Count with this model from now on. When it returns, the one before is in use no more."""
        with self._lock:
            self._loaded, self._counts = loaded, SegmentCounts(loaded.prompts) if loaded else None

    def serve(self) -> None:
        """Answer for ever; the work of the thread."""
        while True:
            command = self._queue.get()
            self._settle()
            with self._lock:
                event = self._answer(command)
            self._send(event)

    def _answer(self, command: CountTokens) -> Event:
        try:
            return self._count(command)
        except TemplateError as error:
            return EngineError(code=ErrorCode.TEMPLATE_FAILED, detail=str(error), request_id=command.request_id)
        except Exception as error:  # noqa: BLE001  (the task boundary: the next count is answered all the same)
            detail = f"{type(error).__name__}: {error}"
            return EngineError(code=ErrorCode.INTERNAL, detail=detail, request_id=command.request_id)

    def _count(self, command: CountTokens) -> Event:
        loaded, counts = self._loaded, self._counts
        if loaded is None or counts is None:
            return EngineError(code=ErrorCode.NO_MODEL, request_id=command.request_id)
        if not command.messages:
            tokens = len(loaded.model.vocabulary.tokenize(command.text, special=False))
            return TokenCount(tokens=tokens, request_id=command.request_id)
        each = counts.count(loaded.prompts.segments(command.messages, options(thinking=True)))
        return TokenCount(tokens=sum(each), per_message=each, request_id=command.request_id)
