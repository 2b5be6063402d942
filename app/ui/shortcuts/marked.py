"""The text that a person means when the keys are hit: what is marked, or what was copied. Read then, never before.

X11 alone shows a program what is marked in others.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QWindow

SETTLE_MS = 50
"""After a window got the keyboard on Wayland: the compositor tells it of the clipboard right after."""

STALE_SECONDS = 10
"""A window that gets the keyboard so late gets it for another reason."""


class MarkedText(QObject):
    """Remembers which of the two changed last, not what is in them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._copied_last = False
        QGuiApplication.clipboard().changed.connect(self._changed)

    @property
    def sees_marks(self) -> bool:
        """Whether this is X11."""
        return QGuiApplication.platformName() == "xcb"

    def read(self, window: QWindow, take: Callable[[str], None]) -> None:
        """Call ``take`` with it, "" where there is none; as soon as this window, which was just shown, may read it."""
        if self.sees_marks:
            from app.ui.shortcuts.x11_selection import CLIPBOARD, PRIMARY, SelectionReader  # noqa: PLC0415

            SelectionReader([CLIPBOARD, PRIMARY] if self._copied_last else [PRIMARY, CLIPBOARD], take, self)
        elif QGuiApplication.platformName().startswith("wayland") and not window.isActive():
            self._read_later(window, take)
        else:
            take(QGuiApplication.clipboard().text())

    def _read_later(self, window: QWindow, take: Callable[[str], None]) -> None:
        """Wayland shows the clipboard to the program that has the keyboard."""
        asked = time.monotonic()

        def look() -> None:
            if not window.isActive():
                return
            window.activeChanged.disconnect(look)
            if time.monotonic() - asked < STALE_SECONDS:
                QTimer.singleShot(SETTLE_MS, window, lambda: take(QGuiApplication.clipboard().text()))

        window.activeChanged.connect(look)

    def _changed(self, mode: QClipboard.Mode) -> None:
        self._copied_last = mode is QClipboard.Mode.Clipboard
