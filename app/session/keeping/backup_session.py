"""Copies of the conversations: one a day by itself, one when asked; putting one back, checking, mending damage.

A copy is made on a thread of its own while the store goes on. Putting back and mending hold the store's thread.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.chat.errors import StoreError
from app.session.keeping.backup_wording import backup_problem, salvage_sentence
from app.session.keeping.store_access import StoreAccess
from app.session.keeping.vault_session import VaultSession
from app.session.notices import Notice, Problem, Severity
from app.session.tasks import BackgroundThread
from app.session.wording import problem_for

if TYPE_CHECKING:
    from app.chat.backups import Backup, CopyOrder
    from app.chat.keys.data_key import DataKey
    from app.chat.salvage import SalvageReport
    from app.chat.store_files import StoreFiles

log = logging.getLogger(__name__)

T = TypeVar("T")
LOOK_MS = 3_600_000  # whether a copy is due
FIRST_LOOK_MS = 120_000  # not while the person starts


class BackupState(StrEnum):
    """What is being done."""

    IDLE = "idle"
    COPYING = "copying"
    CHECKING = "checking"
    RESTORING = "restoring"
    SALVAGING = "salvaging"


class BackupSession(QObject):
    """Make it when first needed. ``start`` begins the daily copy; ``close`` before the store is closed."""

    changed = Signal()
    replaced = Signal()  # other conversations are in the store: read everything again
    notice = Signal(object)  # Notice

    def __init__(self, store: StoreAccess, vault: VaultSession, main: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._vault, self._main = store, vault, main
        self._thread: BackgroundThread | None = None
        self._stopped = threading.Event()
        self.state = BackupState.IDLE
        self.backups: list[Backup] = []
        self.problem: Problem | None = None
        self.damage: bool | None = None  # what the last check found; None: there was none
        self.salvaged: SalvageReport | None = None
        self._timer = QTimer(self, interval=FIRST_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def last_backup(self) -> Backup | None:
        """The newest copy."""
        return self.backups[0] if self.backups else None

    @property
    def busy(self) -> bool:
        """Whether something is under way; what is asked meanwhile is ignored."""
        return self.state is not BackupState.IDLE

    def start(self) -> None:
        """Read which copies there are, and from now on make one a day."""
        self.refresh()
        self._timer.start()

    def refresh(self) -> None:
        """Read which copies there are."""
        self._run(lambda: _list(self._main), self._listed)

    def back_up_now(self) -> None:
        """Make a copy; ignored while the conversations are not open."""
        if self._store.is_open and self._begin(BackupState.COPYING):
            self._store.run(lambda store: store.begin_copy(), self._copy, self._failed)

    def restore(self, backup: Backup) -> None:
        """Put a copy in the place of the conversations, whose file is kept beside it."""
        if self._begin(BackupState.RESTORING):
            self._mend(lambda files, key: _restore(files, key, backup.path), lambda _: self._restored())

    def check(self) -> None:
        """Read everything and say in ``damage`` whether something is wrong; ignored like ``back_up_now``."""
        if self._store.is_open and self._begin(BackupState.CHECKING):
            self._store.run(lambda store: store.problems(), self._checked, self._failed)

    def salvage(self) -> None:
        """Replace the conversations by all that can be read of them and of the copies; ``salvaged`` says what."""
        if self._begin(BackupState.SALVAGING):
            self._mend(_salvage, self._salvaged)

    def close(self) -> None:
        """Give up a copy that is being made."""
        self._stopped.set()
        self._timer.stop()
        if self._thread is not None:
            self._thread.close()

    def _begin(self, state: BackupState) -> bool:
        if self.busy:
            return False
        self.state, self.problem = state, None
        self.changed.emit()
        return True

    def _run(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        if self._thread is None:
            self._thread = BackgroundThread("backup", self)
        self._thread.run(job, done, self._failed)

    def _look(self) -> None:
        self._timer.setInterval(LOOK_MS)
        if self._store.is_open and not self.busy:
            self._run(lambda: _is_due(self._main), lambda due: self.back_up_now() if due else None)

    def _listed(self, backups: list[Backup]) -> None:
        self.backups = backups
        self.changed.emit()

    def _copy(self, order: CopyOrder | None) -> None:
        """Copy the file that stands still, on the thread for it."""
        if order is None:  # nothing is kept in this session
            self._end()
            return
        self._run(lambda: _copy(order, self._stopped), self._copied)

    def _copied(self, backups: list[Backup]) -> None:
        self._store.run(lambda store: store.end_copy())
        self.backups = backups
        self._end()

    def _checked(self, problems: list[str]) -> None:
        for line in problems[:20]:
            log.warning("the conversations are damaged: %s", line)
        self.damage = bool(problems)
        self._end()

    def _mend(self, job: Callable[[StoreFiles, DataKey], T], done: Callable[[T], None]) -> None:
        if self._store.is_open:
            self._store.run(lambda store: store.mend(job), done, self._failed)
        else:  # too damaged to be opened
            self._vault.mend(job, done, self._failed)

    def _restored(self) -> None:
        self._end()
        self.replaced.emit()

    def _salvaged(self, report: SalvageReport) -> None:
        self.salvaged, self.damage = report, None
        self._end()
        self.replaced.emit()
        self.notice.emit(Notice(Severity.WARNING, salvage_sentence(report)))

    def _failed(self, error: Exception) -> None:
        if self.state is BackupState.COPYING and self._store.is_open:
            self._store.run(lambda store: store.end_copy())
        if isinstance(error, StoreError | OSError):
            log.warning("copies: %s", error)
            self.problem = backup_problem(error, self.state.value)
        else:
            log.error("a fault with the copies", exc_info=error)
            self.problem = problem_for("internal")
        self._end()

    def _end(self) -> None:
        self.state = BackupState.IDLE
        self.changed.emit()


# --- on a thread; the modules are first imported there


def _list(main: Path) -> list[Backup]:
    from app.chat.backups import list_backups  # noqa: PLC0415

    return list_backups(main)


def _is_due(main: Path) -> bool:
    from app.chat.backups import is_due  # noqa: PLC0415

    return is_due(main, time.time())


def _copy(order: CopyOrder, stopped: threading.Event) -> list[Backup]:
    from app.chat.backups import StoppedError, list_backups, make_backup  # noqa: PLC0415

    try:
        make_backup(order, time.time(), stopped.is_set)
    except StoppedError:
        log.info("a copy was given up")
    return list_backups(order.file)


def _restore(files: StoreFiles, key: DataKey, backup: Path) -> Path | None:
    from app.chat.backups import restore  # noqa: PLC0415

    return restore(files, key, backup)


def _salvage(files: StoreFiles, key: DataKey) -> SalvageReport:
    from app.chat.salvage import salvage  # noqa: PLC0415

    return salvage(files, key)
