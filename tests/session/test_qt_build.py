"""The Qt binding that we pin is sound where we lean on it hardest."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class Emitter(QObject):
    happened = Signal(object)


def test_emitting_a_signal_does_not_eat_references_to_true() -> None:
    # PySide6 6.12.0 lost one per emit; Python 3.11 then dies with "deallocating True or False". Later Pythons hide it.
    emitter = Emitter()
    emitter.happened.connect(lambda _: None)
    before = sys.getrefcount(True)
    for _ in range(500):
        emitter.happened.emit(None)
    assert sys.getrefcount(True) > before - 100
