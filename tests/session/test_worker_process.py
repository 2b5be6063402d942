"""One worker process, whatever becomes of its owner."""

from __future__ import annotations

import sys
import time

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.engine.files_api import AnyFilesEvent
from app.session.workers.worker_process import WorkerProcess

TALKS = "while True: print('x' * 1000, flush=True)"


@pytest.mark.qt_log_ignore("Destroyed while process")
def test_an_owner_that_goes_without_a_word_takes_a_talking_worker_along(qtbot: QtBot) -> None:
    owner = QObject()
    command = [sys.executable, "-c", TALKS]
    worker: WorkerProcess[AnyFilesEvent] = WorkerProcess(
        owner, command, None, AnyFilesEvent, lambda _event: None, lambda _death: None
    )
    worker.start()
    qtbot.waitUntil(lambda: worker.process_id != 0)
    time.sleep(0.3)  # it has said something that nobody has read
    shiboken6.delete(owner)
