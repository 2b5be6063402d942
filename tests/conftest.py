"""What every test gets: its own folders, and a check that it leaves nothing behind."""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from app.system.paths import Paths

LEAVE_SECONDS = 5.0


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Folders of this test alone, also for the processes that it starts."""
    monkeypatch.setenv("PARLEY_HOME", str(tmp_path))
    return Paths(tmp_path / "data", tmp_path / "config", tmp_path / "cache", tmp_path / "logs")


@pytest.fixture(autouse=True)
def collect_on_this_thread() -> Iterator[None]:
    """As the window does (``app/ui/collector.py``): widgets that a test leaves must not be destroyed on a thread."""
    yield
    for generation, threshold in enumerate(gc.get_threshold()):
        if gc.get_count()[generation] > threshold:
            gc.collect(generation)


@pytest.fixture
def allow_warnings() -> None:
    """Ask for this where a test makes the program log a warning on purpose."""


@pytest.fixture(autouse=True)
def fail_on_logged_warning(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning that the test did not announce is a fault."""
    yield
    if "allow_warnings" in request.fixturenames:
        return
    bad = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING and r.name.startswith("app")]
    if bad:
        pytest.fail("logged: " + "; ".join(record.getMessage() for record in bad))


@pytest.fixture(autouse=True)
def fail_on_leaks() -> Iterator[None]:
    """Threads and child processes that outlive their test are a fault."""
    before_threads = set(threading.enumerate())
    before_children = {child.pid for child in psutil.Process().children(recursive=True)}
    yield
    deadline = time.monotonic() + LEAVE_SECONDS
    while True:
        threads = [t for t in threading.enumerate() if t not in before_threads and not t.daemon and t.is_alive()]
        children = [c for c in psutil.Process().children(recursive=True) if c.pid not in before_children]
        children = [c for c in children if c.status() != psutil.STATUS_ZOMBIE]
        if not threads and not children:
            return
        if time.monotonic() > deadline:
            break
        time.sleep(0.02)
    for child in children:
        child.kill()
    pytest.fail(f"left behind: threads {threads}, processes {children}")


def pytest_collection_finish() -> None:
    """From here on garbage is collected between the tests, by the thread that runs them."""
    gc.disable()
    gc.freeze()


_ended: list[int] = []


def pytest_sessionfinish(exitstatus: int) -> None:
    """Keep the code that the run ends with."""
    _ended.append(int(exitstatus))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """End without taking the interpreter down: what failed tests still hold of Qt is then destroyed in no order.

    About one run in five ended with a segmentation fault after its last line. That the program itself ends well is
    tested with real processes.
    """
    if _ended and "PySide6.QtWidgets" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_ended[-1])
