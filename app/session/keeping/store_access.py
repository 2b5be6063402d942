"""The conversations' store and the one thread that may touch it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.session.tasks import BackgroundThread

if TYPE_CHECKING:
    from app.chat.store import ConversationStore

T = TypeVar("T")


class StoreAccess(QObject):
    """Runs jobs on the open store. What is asked before it is open waits."""

    opened = Signal()

    def __init__(self, thread: BackgroundThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.thread_ = thread
        self._store: ConversationStore | None = None
        self._waiting: list[Callable[[], None]] = []

    @property
    def is_open(self) -> bool:
        """Whether jobs run at once."""
        return self._store is not None

    def attach(self, store: ConversationStore) -> None:
        """Use this store (opened on the background thread) from now on."""
        self._store = store
        waiting, self._waiting = self._waiting, []
        for start in waiting:
            start()
        self.opened.emit()

    def run(
        self,
        job: Callable[[ConversationStore], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        """Queue ``job(store)``; callbacks come on the window's thread."""
        store = self._store
        if store is None:
            self._waiting.append(lambda: self.run(job, on_done, on_error))
            return
        self.thread_.run(lambda: job(store), on_done, on_error)

    def close(self) -> None:
        """Finish what is queued, close the store, end the thread."""
        store, self._store = self._store, None
        if store is not None:
            self.thread_.run(store.close)
        self.thread_.close()
