"""The base of everything that stands in the column of an answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Block(QWidget):
    """A widget whose height follows from its width. Whoever owns it asks ``fit`` and sets its geometry."""

    height_changed = Signal()  # by something the person did, or by colours that arrived: fit again
    link_activated = Signal(str)

    def prepare(self, width: int) -> None:
        """Take a width in pixels before there is any content, so that this is not laid out for another one first."""
        del width

    def fit(self, width: int) -> int:
        """Lay out for a width in pixels and return the height."""
        raise NotImplementedError

    def anchor(self, y: int) -> tuple[int, int] | None:
        """Return the letter that stands at a height and how far below the top of its line that is, if it has text."""
        del y
        return None

    def locate(self, position: int, offset: int) -> int:
        """Return the height where ``anchor`` is now, whatever the width and size of the text."""
        del position
        return offset

    def holds_attention(self) -> bool:
        """Say whether the person is at work in it (focus, a selection), so that it must stay."""
        return any(child.hasFocus() for child in self.findChildren(QWidget))
