"""Keys of X11, in a real X server with another program's connection, and the tables of all systems."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.shortcuts import macos, windows
from app.ui.shortcuts.backend import Standing
from app.ui.shortcuts.keys import NAMED, USUAL, combination
from app.ui.shortcuts.x11 import X11Shortcut
from app.ui.shortcuts.x11_selection import CLIPBOARD, PRIMARY, SelectionReader
from tests.helpers.x_server import MISSING, OtherProgram, XServer

needs_x = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
PATIENCE = 30_000  # ms; liveness, not speed


class Program:
    """A connection to the server that asks for keys."""

    def __init__(self, application: QApplication) -> None:
        self.shortcut = X11Shortcut(application)
        self.said: list[Standing] = []
        self.hits = 0
        self.shortcut.settled.connect(self.said.append)
        self.shortcut.activated.connect(self._hit)

    def register(self, keys: str) -> Standing:
        parsed = combination(keys)
        assert parsed is not None
        self.shortcut.register(parsed)
        return self.said[-1]

    def was_hit(self, times: int) -> bool:
        return self.hits == times

    def _hit(self) -> None:
        self.hits += 1


@pytest.fixture(scope="module")
def server() -> Iterator[XServer]:
    with XServer() as it:
        yield it


@pytest.fixture
def programs(server: XServer, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Program]]:
    monkeypatch.setenv("DISPLAY", server.display)
    made = [Program(qapp), Program(qapp)]
    yield made
    for program in made:
        program.shortcut.release()
        program.shortcut.deleteLater()


@needs_x
def test_keys_arrive_whatever_is_locked(qtbot: QtBot, server: XServer, programs: list[Program]) -> None:
    program = programs[0]
    assert program.register(USUAL) is Standing.REGISTERED
    for hits, lock in enumerate(("", "Num_Lock", "Caps_Lock"), start=1):
        server.do("key", *filter(None, [lock]), "ctrl+alt+space")
        qtbot.waitUntil(partial(program.was_hit, hits), timeout=PATIENCE)
    server.do("key", "Num_Lock", "Caps_Lock")


@needs_x
def test_other_keys_stay_with_their_programs(qtbot: QtBot, server: XServer, programs: list[Program]) -> None:
    program = programs[0]
    program.register("Ctrl+Shift+!")  # the shift is part of the sign
    for others in ("1", "ctrl+1", "shift+1", "ctrl+alt+1"):
        server.do("key", others)
    server.do("key", "ctrl+shift+1")
    qtbot.waitUntil(lambda: program.hits > 0, timeout=PATIENCE)
    assert program.hits == 1


@needs_x
def test_a_key_that_is_held_counts_once(qtbot: QtBot, server: XServer, programs: list[Program]) -> None:
    program = programs[0]
    program.register(USUAL)
    server.do("keydown", "ctrl", "keydown", "alt", "keydown", "space", "sleep", "0.9")
    server.do("keyup", "space", "keyup", "alt", "keyup", "ctrl")
    server.do("key", "ctrl+alt+space")
    qtbot.waitUntil(lambda: program.hits >= 2, timeout=PATIENCE)
    assert program.hits == 2


@needs_x
def test_another_layout_of_the_keyboard(qtbot: QtBot, server: XServer, programs: list[Program]) -> None:
    program = programs[0]
    program.register(USUAL)
    server.do("type", "Ж")  # puts it on a spare key
    server.do("key", "ctrl+alt+space")
    qtbot.waitUntil(lambda: program.hits == 1, timeout=PATIENCE)
    assert program.register("Ctrl+Alt+ㅋ") is Standing.UNSUPPORTED  # no key writes that
    assert program.register(USUAL) is Standing.REGISTERED


@needs_x
def test_keys_of_another_program_are_taken_until_it_gives_them_back(programs: list[Program]) -> None:
    one, other = programs
    assert one.register(USUAL) is Standing.REGISTERED
    assert other.register(USUAL) is Standing.TAKEN
    assert other.register("Ctrl+Alt+Home") is Standing.REGISTERED
    one.shortcut.release()
    assert other.register(USUAL) is Standing.REGISTERED
    assert one.register("Ctrl+Alt+Home") is Standing.REGISTERED  # other gave it back when it took new ones


@needs_x
def test_the_end_of_the_server(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    with XServer() as server:
        monkeypatch.setenv("DISPLAY", server.display)
        program = Program(qapp)
        assert program.register(USUAL) is Standing.REGISTERED
    qtbot.waitUntil(lambda: program.said[-1] is Standing.UNSUPPORTED, timeout=PATIENCE)
    assert program.register(USUAL) is Standing.UNSUPPORTED  # nobody there
    program.shortcut.deleteLater()


@pytest.fixture
def display(server: XServer, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> XServer:
    monkeypatch.setenv("DISPLAY", server.display)
    return server


def read(qtbot: QtBot, parent: QObject) -> str:
    """Return what is marked, or else copied."""
    taken: list[str] = []
    SelectionReader([PRIMARY, CLIPBOARD], taken.append, parent)
    qtbot.waitUntil(lambda: len(taken) == 1, timeout=PATIENCE)
    return taken[0]


@needs_x
def test_nothing_is_marked_or_copied(qtbot: QtBot, qapp: QApplication, display: XServer) -> None:
    assert read(qtbot, qapp) == ""


@needs_x
def test_a_long_text_comes_in_pieces(qtbot: QtBot, qapp: QApplication, display: XServer) -> None:
    other = OtherProgram(display, "Ж€𝄞 ", times=150_000)
    assert read(qtbot, qapp) == "Ж€𝄞 " * 150_000
    other.close()


@needs_x
def test_a_program_that_hangs_does_not_stop_us(qtbot: QtBot, qapp: QApplication, display: XServer) -> None:
    other = OtherProgram(display, "marked ", times=2)
    other.hang()
    ticks: list[float] = []
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    assert read(qtbot, qapp) == ""
    timer.stop()
    assert len(ticks) > 10  # the window went on meanwhile
    other.close()


def test_every_named_key_has_a_number_on_windows_and_a_mac() -> None:
    letters = {"t": 0x54, "7": 0x37}
    for key in [*NAMED, Qt.Key.Key_F1, Qt.Key.Key_T]:
        assert windows.virtual_key(key, letters.__getitem__), key
    assert windows.virtual_key(Qt.Key.Key_F24, letters.__getitem__) == 0x87
    without = {Qt.Key.Key_Insert}  # no Mac has it
    assert {key for key in NAMED if macos.virtual_key(key) is None} == without
    assert (macos.virtual_key(Qt.Key.Key_T), macos.virtual_key(Qt.Key.Key_Period)) == (0x11, 0x2F)
