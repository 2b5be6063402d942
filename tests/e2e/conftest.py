"""The whole program in this process: the real window, worker, model and store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.engine.api import ListDevices
from app.session.keeping.vault_session import VaultState
from app.session.models.model_session import ModelState
from app.system.paths import Paths
from app.ui.application import build
from app.ui.parley import Parley
from tests.helpers.engine_process import EngineProcess, fresh_id

START = 60_000
"""Milliseconds that a start may take on a busy machine; liveness, not speed."""


@pytest.fixture
def parley(qtbot: QtBot, qapp: QApplication, paths: Paths) -> Iterator[Parley]:
    """Parley, started, with the starter model loaded and the conversations of this session open."""
    it = build(qapp, paths)
    it.window.show()
    it.start()
    qtbot.waitUntil(lambda: it.models.state is ModelState.READY, timeout=START)
    qtbot.waitUntil(lambda: it.vault.state is not VaultState.OPENING, timeout=START)
    yield it
    it.close()
    it.window.close()
    it.window.deleteLater()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngineProcess]:
    """A worker with the starter model, for all tests of a file."""
    with EngineProcess(tmp_path_factory.mktemp("engine")) as engine:
        engine.load()
        yield engine


@pytest.fixture
def engine(shared: EngineProcess) -> EngineProcess:
    """The worker, with nothing running."""
    shared.request(ListDevices(request_id=fresh_id()))
    return shared
