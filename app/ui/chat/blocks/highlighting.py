"""Asks the highlight worker for the colours of code. One for the whole window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.chat.highlight_api import MAX_CODE, WORKER, HighlightReply, HighlightRequest
from app.ui.chat.blocks.late_worker import LateWorker

DEADLINE_MS = 300
Deliver = Callable[[list[int]], None]


class Highlighter(QObject):
    """A job that is late is dropped, and its code stays as it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: LateWorker[HighlightRequest, HighlightReply] = LateWorker(
            WORKER, HighlightReply, DEADLINE_MS, self
        )

    def ask(self, language: str, code: str, deliver: Deliver) -> str:
        """Ask for the colours of some code; ``deliver`` gets the runs unless they are late. Returns the job's id."""
        if not language or len(code) > MAX_CODE or self._worker.given_up:
            return ""
        request = HighlightRequest(request_id=self._worker.next_id(), language=language, code=code)
        self._worker.ask(request, lambda reply: deliver(reply.runs) if reply is not None else None)
        return request.request_id

    def drop(self, job: str) -> None:
        """Forget a job that nobody waits for any more."""
        self._worker.drop(job)

    def close(self) -> None:
        """End the worker."""
        self._worker.close()
