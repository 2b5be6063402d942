"""Nothing of Parley has an internet socket while it starts, loads, thinks and answers."""

from __future__ import annotations

import contextlib
import socket

import psutil
from pytestqt.qtbot import QtBot

from app.ui.parley import Parley
from tests.e2e.conftest import START


def internet_sockets() -> list[str]:
    """Return the internet sockets of this process (the window) and of everything that it started."""
    window = psutil.Process()
    found: list[str] = []
    for process in [window, *window.children(recursive=True)]:
        with contextlib.suppress(psutil.NoSuchProcess):  # a short-lived worker ended while it was looked at
            found += [f"{process.name()}: {connection}" for connection in process.net_connections(kind="inet")]
    return found


def test_no_internet_socket_from_question_to_answer(qtbot: QtBot, parley: Parley) -> None:
    found: set[str] = set(internet_sockets())
    samples: list[int] = []

    def look(*_: object) -> None:
        samples.append(1)
        found.update(internet_sockets())

    parley.chat.text_appended.connect(look)
    with qtbot.waitSignal(parley.chat.answer_finished, timeout=START):
        parley.chat.send("Write hello world in Python.")
    assert len(samples) > 2
    assert not found


def test_a_planted_socket_is_noticed() -> None:
    with socket.socket() as planted:
        planted.bind(("127.0.0.1", 0))
        planted.listen()
        assert internet_sockets()
