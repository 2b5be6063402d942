"""What the parts of the store share: the connection, the clock, the changing of one thing. No Qt."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from app.chat.database import Database

Clock = Callable[[], float]


class StoreBase:
    """One open database. ``clock`` says UTC seconds since the epoch."""

    def __init__(self, database: Database, clock: Clock = time.time) -> None:
        self._database = database
        self._clock = clock

    def _change(self, sql: str, *values: str | float | None) -> bool:
        """Commit one statement; return whether it changed a row."""
        with self._database.transaction():
            return self._database.run(sql, *values) > 0

    def _change_each(self, sql: str, first: str | float | None, ids: Sequence[str]) -> int:
        """Run ``sql`` with ``first`` and each id, all in one commit; return how many rows it changed."""
        with self._database.transaction():
            return sum(self._database.run(sql, first, one) for one in ids)
