"""What was deleted and can still come back: for a minute, then it is erased."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

UNDO_SECONDS = 60.0
"""How long what was deleted can come back. Longer than its toast is shown, so that Ctrl+Z would still work."""

T = TypeVar("T")


class UndoWindow(Generic[T]):
    """Values under a name, newest last, each for ``UNDO_SECONDS``; then ``erase`` is called."""

    def __init__(self, owner: QObject, erase: Callable[[], None]) -> None:
        self._owner, self._erase = owner, erase
        self._kept: dict[str, tuple[float, T]] = {}

    def keep(self, token: str, value: T) -> None:
        """Remember how to undo something."""
        self._kept.pop(token, None)
        self._kept[token] = (time.monotonic(), value)
        QTimer.singleShot(int(UNDO_SECONDS * 1000) + 500, self._owner, self._expire)

    def take(self, token: str = "") -> T | None:
        """Return what was kept under a name, or last of all, and forget it; None when its time is over."""
        found = self._kept.pop(token or next(reversed(self._kept), ""), None)
        return found[1] if found is not None else None

    def _expire(self) -> None:
        oldest = time.monotonic() - UNDO_SECONDS
        for token in [token for token, (kept_at, _) in self._kept.items() if kept_at <= oldest]:
            del self._kept[token]
        self._erase()
