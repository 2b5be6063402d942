"""A working stand-in for ``GraphicsSession``."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

SENTENCE = "The driver of “NVIDIA GeForce RTX 4060” crashed when Parley tried it, so models run without it."


class FakeGraphics(QObject):
    """One card that failed; ``finish`` ends the look that ``check_again`` began."""

    changed = Signal()

    def __init__(self, sentence: str = "") -> None:
        super().__init__()
        self.sentence = sentence
        self.checking = False

    def fail(self, sentence: str = SENTENCE) -> None:
        """A card failed."""
        self.sentence = sentence
        self.changed.emit()

    def check_again(self) -> None:
        """Begin."""
        self.checking = True
        self.changed.emit()

    def finish(self, sentence: str = "") -> None:
        """End."""
        self.checking, self.sentence = False, sentence
        self.changed.emit()
