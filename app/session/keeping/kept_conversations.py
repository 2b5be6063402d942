"""Tells the engine where it may keep what it has read of conversations, and what of it to forget.

Only where the conversations themselves are kept: the key is made from theirs. In a session that is not kept nothing of
this reaches the disk.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QObject, SignalInstance

from app.engine.api import Command, ForgetConversation, KeepOnDisk
from app.session.keeping.vault_session import VaultSession
from app.session.workers.engine_client import EngineClient, EngineState
from app.session.workers.worker_process import new_request_id
from app.settings.store import SettingsStore

FOLDER = "conversations"
FREE_SHARE = 10
"""At most one in so many bytes of what is free on the disk."""


class KeptConversations(QObject):
    """Every new worker hears it, as soon as there is a key."""

    def __init__(
        self,
        engine: EngineClient,
        vault: VaultSession,
        deleted: SignalInstance,
        cache: Path,
        settings: SettingsStore,
        parent: QObject | None = None,
    ) -> None:
        """``deleted`` comes with a list of conversations' ids."""
        super().__init__(parent)
        self._engine, self._vault, self._settings = engine, vault, settings
        self._limit = settings.current.kept_bytes
        self._folder = cache / FOLDER
        self._told = False
        engine.state_changed.connect(self._tell)
        vault.changed.connect(self._tell)
        deleted.connect(self._forget)
        self._tell()

    def settings_changed(self) -> None:
        """Tell the worker when another size, or none, was chosen."""
        limit = self._settings.current.kept_bytes
        if limit == self._limit:
            return
        self._limit, self._told = limit, False
        if limit:
            self._tell()
        else:
            self._send(ForgetConversation(request_id=new_request_id(), conversation=""))
            shutil.rmtree(self._folder, ignore_errors=True)  # no worker may be running that could

    def _tell(self) -> None:
        if self._engine.state is not EngineState.RUNNING:
            self._told = False
            return
        key = self._vault.key_for("what the engine has read")
        if key is None or self._told or not self._limit:
            return
        self._told = True
        self._send(
            KeepOnDisk(
                request_id=new_request_id(),
                folder=str(self._folder),
                key=key.hex(),
                max_bytes=_allowed(self._folder, self._limit),
            )
        )

    def _forget(self, ids: list[str]) -> None:
        for conversation_id in ids:
            self._send(ForgetConversation(request_id=new_request_id(), conversation=conversation_id))

    def _send(self, command: Command) -> None:
        if self._engine.state is EngineState.RUNNING:  # nothing here is worth starting a worker
            self._engine.send(command)


def _allowed(folder: Path, limit: int) -> int:
    """Return the bytes that may be taken, what is taken already included."""
    try:
        there = next(parent for parent in folder.parents if parent.exists())
        return min(limit, shutil.disk_usage(there).free // FREE_SHARE)
    except OSError:
        return 0
