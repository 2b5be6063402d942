"""The real window on a computer whose graphics card is broken, and after it was mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.session.models.model_session import ModelState
from app.system.paths import Paths
from app.ui.parley import Parley
from tests.e2e.conftest import START
from tests.helpers.fake_gpu import COMPILER, libraries_with_gpu

pytestmark = pytest.mark.skipif(COMPILER is None, reason="compiles a back end for Linux")


@pytest.fixture(autouse=True)
def broken_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: Paths) -> None:
    monkeypatch.setenv("LLAMA_CPP_LIB_PATH", str(libraries_with_gpu(tmp_path / "lib")))
    monkeypatch.setenv("FAKE_GPU", "crash")
    # What this computer's other tests know of its build says nothing of this one.
    monkeypatch.setenv("PARLEY_HOME", str(tmp_path / "home"))


def test_a_broken_card_is_said_and_does_not_stop_the_answer(qtbot: QtBot, parley: Parley) -> None:
    model = parley.models.model
    assert model is not None
    assert model.gpu_layers == 0
    side = parley.models_side()
    qtbot.waitUntil(lambda: bool(side.graphics.sentence), timeout=START)
    assert "“Fake card” crashed" in side.graphics.sentence
    parley.chat.set_thinking(False)
    with qtbot.waitSignal(parley.chat.answer_finished, timeout=START):
        parley.chat.send("Hello")
    assert parley.chat.messages[-1].text


def test_mended_and_checked_again_it_is_used(qtbot: QtBot, parley: Parley, monkeypatch: pytest.MonkeyPatch) -> None:
    graphics = parley.models_side().graphics
    qtbot.waitUntil(lambda: bool(graphics.sentence), timeout=START)
    monkeypatch.setenv("FAKE_GPU", "")
    # The running engine and its children keep the environment that they were started with.
    parley.engine.stop()
    parley.models.retry()
    qtbot.waitUntil(lambda: parley.models.state is ModelState.READY, timeout=START)
    assert parley.models.model is not None
    assert parley.models.model.gpu_layers == 0, "nobody has looked again"
    graphics.check_again()
    qtbot.waitUntil(lambda: not graphics.sentence, timeout=START)
    parley.models.retry()
    qtbot.waitUntil(lambda: parley.models.state is ModelState.READY, timeout=START)
    assert parley.models.model.backend == "FAKE0"
