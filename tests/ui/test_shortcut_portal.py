"""Keys of Wayland: against a real message bus, and a portal in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.shortcuts.backend import Standing
from app.ui.shortcuts.keys import combination

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the portal is Linux's"),
    pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no dbus-daemon here"),
]
ROOT = Path(__file__).parents[2]
PATIENCE = 30_000  # ms; liveness, not speed

if sys.platform == "linux":
    from app.ui.shortcuts.portal import PortalShortcut, trigger


@dataclass
class Desktop:
    """A running portal, and our shortcut with all that it said."""

    portal: subprocess.Popen[str]
    shortcut: PortalShortcut
    said: list[Standing] = field(default_factory=list)
    presses: list[str] = field(default_factory=list)

    def tell(self, word: str) -> None:
        assert self.portal.stdin is not None
        self.portal.stdin.write(word + "\n")
        self.portal.stdin.flush()

    def heard(self) -> dict[str, Any]:
        assert self.portal.stdout is not None
        answer: dict[str, Any] = json.loads(self.portal.stdout.readline())
        return answer


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A message bus of this test alone, which this process takes for its session's."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield address
    daemon.kill()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def desktop(bus: str, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Desktop]:
    manner = getattr(request, "param", "grants")
    command = [sys.executable, "-m", "tests.helpers.fake_portal", manner]
    portal = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    it = Desktop(portal, PortalShortcut(lambda: "Translate the copied text", qapp))
    it.shortcut.settled.connect(it.said.append)
    it.shortcut.activated.connect(lambda: it.presses.append(os.environ.pop("XDG_ACTIVATION_TOKEN", "")))
    assert it.heard() == {"ready": True}
    yield it
    it.shortcut.release()
    it.shortcut.deleteLater()
    portal.kill()
    portal.wait()
    assert portal.stdin is not None
    assert portal.stdout is not None
    portal.stdin.close()
    portal.stdout.close()


@pytest.fixture
def register(qtbot: QtBot, desktop: Desktop) -> Callable[[], Standing]:
    """Return a function that asks for the keys, and returns what came of it."""

    def ask() -> Standing:
        keys = combination("Ctrl+Alt+Space")
        assert keys is not None
        before = len(desktop.said)
        desktop.shortcut.register(keys)
        qtbot.waitUntil(lambda: desktop.said[before:][-1:] not in ([], [Standing.ASKING]), timeout=PATIENCE)
        return desktop.said[-1]

    return ask


def test_the_desktop_is_asked_and_its_keys_arrive(
    qtbot: QtBot, desktop: Desktop, register: Callable[[], Standing]
) -> None:
    assert register() is Standing.REGISTERED
    wanted = {"description": "Translate the copied text", "preferred_trigger": "CTRL+ALT+space"}
    assert desktop.heard() == {"bound": {"translate": wanted}}
    assert desktop.shortcut.system_keys == "Press Ctrl+Alt+Space"
    desktop.tell("press")
    qtbot.waitUntil(lambda: len(desktop.presses) == 1, timeout=PATIENCE)
    assert desktop.presses == ["a-token"]  # with the permission to come to the front
    assert register() is Standing.REGISTERED  # again, on a new connection
    desktop.tell("press")
    qtbot.waitUntil(lambda: len(desktop.presses) > 1, timeout=PATIENCE)
    assert len(desktop.presses) == 2  # the first session's signal is not ours any more


@pytest.mark.parametrize(
    ("desktop", "standing"), [("denies", Standing.REFUSED), ("old", Standing.UNSUPPORTED)], indirect=["desktop"]
)
def test_a_desktop_that_gives_none(desktop: Desktop, register: Callable[[], Standing], standing: Standing) -> None:
    assert register() is standing


def test_the_desktop_takes_the_keys_back(qtbot: QtBot, desktop: Desktop, register: Callable[[], Standing]) -> None:
    register()
    desktop.tell("close")
    qtbot.waitUntil(lambda: desktop.said[-1] is Standing.REFUSED, timeout=PATIENCE)


def test_the_portal_ends(qtbot: QtBot, desktop: Desktop, register: Callable[[], Standing]) -> None:
    register()
    desktop.portal.kill()
    qtbot.waitUntil(lambda: desktop.said[-1] is Standing.UNSUPPORTED, timeout=PATIENCE)


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus", "nonsense"])
def test_no_bus(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    shortcut, said = PortalShortcut(str, qapp), list[Standing]()
    shortcut.settled.connect(said.append)
    keys = combination("Ctrl+Alt+Space")
    assert keys is not None
    shortcut.register(keys)
    assert said == [Standing.UNSUPPORTED]
    shortcut.deleteLater()


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        ("Ctrl+Shift+F5", "CTRL+SHIFT+F5"),
        ("Meta+T", "LOGO+t"),
        ("Ctrl+!", "CTRL+exclam"),
        ("Ctrl+Д", "CTRL+Cyrillic_de"),
    ],
)
def test_the_keys_are_named_as_the_desktop_names_them(keys: str, written: str) -> None:
    parsed = combination(keys)
    assert parsed is not None
    assert trigger(parsed) == written
