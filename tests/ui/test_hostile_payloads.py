"""Whatever a model writes: no file is opened, no address asked for, nothing but web and mail can be clicked."""

from __future__ import annotations

import ctypes
import gc
import os
import random
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.settings.schema import Settings
from tests.helpers.hostile_payloads import generated, hand_made, make_canaries
from tests.helpers.hostile_stage import HostileStage

SAMPLE = 24
SHORT = 200  # characters; in full length they take minutes
SMALL_EVERY = 8  # so many payloads: names and notices are shown too
ALL = 5000
PIECES = 10  # tests that all are spread over: one can be run alone, and several beside each other
COLLECTED_EVERY = 50  # payloads; the tests collect garbage only between tests
IN_ACCESS, IN_OPEN, IN_ISDIR = 0x1, 0x20, 0x40000000
SCHEMES = ("http://", "https://", "mailto:", "HTTP://", "HTTPS://", "MAILTO:")


class Watch:
    """Says which files of a folder were opened, by anyone (Linux' inotify)."""

    def __init__(self, folder: Path) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._file = self._libc.inotify_init1(os.O_NONBLOCK)
        assert self._file >= 0
        assert self._libc.inotify_add_watch(self._file, os.fsencode(folder), IN_ACCESS | IN_OPEN) >= 0

    def opened(self) -> list[str]:
        """Whoever only lists the folder, as other programs do that tidy up, has opened no file."""
        names: list[str] = []
        while events := self._read():
            while events:
                _watch, mask, _cookie, length = struct.unpack_from("iIII", events)
                name, events = events[16 : 16 + length].rstrip(b"\0"), events[16 + length :]
                if not mask & IN_ISDIR:
                    names.append(os.fsdecode(name))
        return names

    def _read(self) -> bytes:
        try:
            return os.read(self._file, 65536)
        except BlockingIOError:
            return b""

    def close(self) -> None:
        os.close(self._file)


@pytest.fixture
def hostile(qapp: QApplication) -> Iterator[HostileStage]:
    made = HostileStage(qapp)
    yield made
    made.close()


def show_all(stage: HostileStage, payloads: list[str]) -> None:
    stage.theme.follow(Settings(colour_scheme=stage.theme._scheme, reduced_motion=True))
    for index, payload in enumerate(payloads):
        stage.show(payload)
        bad = [link for link in stage.anchors() if not link.lower().startswith(tuple(map(str.lower, SCHEMES)))]
        assert not bad, payload[:200]
        if index % SMALL_EVERY == 0:
            stage.show_small(payload)
        if index % COLLECTED_EVERY == 0:
            gc.collect()


def check(stage: HostileStage, canary: Path, payloads: list[str]) -> None:
    watch = Watch(canary)
    before = psutil.Process().net_connections(kind="inet")
    show_all(stage, payloads)
    assert watch.opened() == []
    assert psutil.Process().net_connections(kind="inet") == before
    list(canary.iterdir())
    assert watch.opened() == []
    (canary / "x.png").read_bytes()
    assert "x.png" in watch.opened(), "the watch itself works"
    watch.close()


@pytest.mark.timeout(600)
@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")
def test_payloads_made_by_hand_open_nothing(hostile: HostileStage, tmp_path: Path) -> None:
    canary = make_canaries(tmp_path)
    payloads = hand_made(canary)
    assert len(payloads) >= 200
    check(hostile, canary, [text[:SHORT] for _, text in payloads])


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")
def test_payloads_made_by_hand_open_nothing_in_their_full_length(hostile: HostileStage, tmp_path: Path) -> None:
    canary = make_canaries(tmp_path)
    check(hostile, canary, [text for _, text in hand_made(canary)])


@pytest.mark.timeout(600)
@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")
def test_a_sample_of_generated_payloads_opens_nothing(hostile: HostileStage, tmp_path: Path) -> None:
    canary = make_canaries(tmp_path)
    seeds = random.sample(range(ALL), SAMPLE)
    check(hostile, canary, [generated(seed, canary) for seed in seeds])


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("piece", range(PIECES))
@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")
def test_all_generated_payloads_open_nothing(hostile: HostileStage, tmp_path: Path, piece: int) -> None:
    canary = make_canaries(tmp_path)
    check(hostile, canary, [generated(seed, canary) for seed in range(piece, ALL, PIECES)])


@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")
def test_a_label_that_takes_markup_would_be_noticed(qapp: QApplication, tmp_path: Path) -> None:
    canary = make_canaries(tmp_path)
    watch = Watch(canary)
    label = QLabel(f'<img src="{canary / "x.png"}">')
    label.resize(100, 100)
    label.grab()
    assert watch.opened()
    label.deleteLater()
    watch.close()


def test_copying_hostile_text_gives_text(hostile: HostileStage, tmp_path: Path) -> None:
    canary = make_canaries(tmp_path)
    hostile.show(f"![a]({canary}/x.png) <b>bold</b> $x$")
    assert "<b>bold</b>" in hostile.copy_all()
