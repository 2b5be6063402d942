"""Quantizing through the real files worker, as the library does it: done, refused, cancelled."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.engine.files_api import FileFailed, FileProblem, FileQuantized, JobProgress, Quantize
from app.engine.quantize_files import SUFFIX, remove_leftovers
from app.gguf.model import inspect
from app.session.workers.files_client import FilesClient
from app.system.paths import Paths, starter_model
from tests.helpers.quantize_process import convert, smollm2

WAIT = 90_000
"""Milliseconds, for liveness."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the helper drives POSIX limits")


@pytest.fixture
def files(qapp: QApplication, paths: Paths) -> Iterator[FilesClient]:
    client = FilesClient(paths.logs)
    yield client
    client.stop()


def test_a_copy_is_made_and_told(files: FilesClient, qtbot: QtBot, tmp_path: Path) -> None:
    progress: list[JobProgress] = []
    files.progressed.connect(progress.append)
    target = tmp_path / "small.gguf"
    with qtbot.waitSignal(files.answered, timeout=WAIT) as waiting:
        request = files.submit(
            Quantize(path=str(starter_model()), target=str(target), quantization="Q4_K_M", threads=1)
        )
    (event,) = waiting.args or []
    assert event == FileQuantized(request_id=request, path=str(target), file_bytes=target.stat().st_size)
    assert inspect(target).quantization == "Q4_K_M"
    assert progress
    assert all(one.request_id == request and one.done <= one.total for one in progress)


def test_a_refusal_names_the_reason(files: FilesClient, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(files.answered, timeout=WAIT) as waiting:
        files.submit(Quantize(path=str(starter_model()), target=str(tmp_path / "x.gguf"), quantization="Q8_0"))
    (event,) = waiting.args or []
    assert isinstance(event, FileFailed)
    assert (event.problem, event.detail) == (FileProblem.CANNOT_QUANTIZE, "Q8_0")


def test_a_cancelled_copy_can_be_swept_away_at_once(files: FilesClient, qtbot: QtBot, tmp_path: Path) -> None:
    source = convert(smollm2(), tmp_path / "wide.gguf", "F16")
    folder = tmp_path / "models"
    with qtbot.waitSignal(files.progressed, timeout=WAIT):
        request = files.submit(
            Quantize(path=str(source), target=str(folder / "small.gguf"), quantization="IQ4_XS", threads=1)
        )
    assert [path.suffix for path in folder.iterdir()] == [SUFFIX]
    files.cancel(request)
    assert len(remove_leftovers(folder)) == 1
    assert list(folder.iterdir()) == []
    assert source.exists()
