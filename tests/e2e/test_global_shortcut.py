"""The keys that bring up the translation window over any program: the real Parley, X server, and another program."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from app.settings.store import SettingsStore
from app.system.paths import Paths
from tests.helpers.x_server import MISSING, OtherProgram, XServer

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

ROOT = Path(__file__).parents[2]
PATIENCE = 100.0  # seconds; liveness, not speed
KEYS = "ctrl+alt+space"
SMALL = "^Translate – Parley$"


@pytest.fixture
def server() -> Iterator[XServer]:
    with XServer() as it:
        yield it


@pytest.fixture
def program(server: XServer, paths: Paths) -> Iterator[subprocess.Popen[bytes]]:
    """Parley, started as by a double click."""
    SettingsStore(paths.settings_file).change(translate_target="de")
    it = subprocess.Popen([sys.executable, "-m", "app"], cwd=ROOT, env=server.environment())
    yield it
    workers = psutil.Process(it.pid).children(recursive=True)
    it.kill()
    for worker in workers:
        worker.kill()
    it.wait()


def shown(server: XServer) -> bool:
    return bool(server.do("search", "--onlyvisible", "--name", SMALL))


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_marked_text_of_another_program_is_translated_and_pasted_there(
    server: XServer, program: subprocess.Popen[bytes]
) -> None:
    """The way of a person: mark, press the keys, Ctrl+Enter, Ctrl+V. What is marked is read at no other time."""
    other = OtherProgram(server, "Where is the train station?")

    def summon() -> bool:
        other.focus()
        server.do("key", "ctrl+a")
        server.do("key", KEYS)
        time.sleep(0.5)
        return shown(server)

    def paste() -> str:
        server.do("search", "--name", SMALL, "windowfocus", "--sync")
        server.do("key", "ctrl+Return")
        if shown(server):
            return ""  # nothing is translated yet
        other.focus()
        server.do("key", "ctrl+a")
        server.do("key", "ctrl+v")
        return other.says()

    until(summon)
    pasted = ""
    while not pasted:
        pasted = paste()
    assert pasted == "Wo ist der Bahnhof?"
    other.close()
    private = OtherProgram(server, "Thank you very much.", times=1)
    assert private.says(seconds=2) == ""  # nobody looks at what is marked
    private.focus()
    server.do("key", KEYS)
    assert private.says() == "read"
    private.close()
    assert program.poll() is None
