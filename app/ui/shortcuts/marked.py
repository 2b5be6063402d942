"""The text that a person means when the keys are hit: what is marked, or what was copied. Read then, never before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QWindow

SETTLE_MS = 50
"""After a window got the keyboard on Wayland: the compositor tells it of the clipboard right after."""


class MarkedText(QObject):
    """Remembers which of the two changed last, not what is in them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._copied_last = False
        QGuiApplication.clipboard().changed.connect(self._changed)

    @property
    def readable(self) -> bool:
        """Whether it can be read now: Wayland shows it only to the program that has the keyboard."""
        return not QGuiApplication.platformName().startswith("wayland") or QGuiApplication.focusWindow() is not None

    def read(self) -> str:
        """Return it, "" where there is none. X11 alone shows a program what is marked in others."""
        clipboard = QGuiApplication.clipboard()
        marks = QGuiApplication.platformName() == "xcb"
        modes = [QClipboard.Mode.Selection] if marks else []
        modes.insert(0 if self._copied_last else len(modes), QClipboard.Mode.Clipboard)
        return next((text for mode in modes if (text := clipboard.text(mode=mode)).strip()), "")

    def when_readable(self, window: QWindow, take: Callable[[str], None]) -> None:
        """Call ``take`` with it as soon as the window has the keyboard."""

        def look() -> None:
            if window.isActive():
                window.activeChanged.disconnect(look)
                QTimer.singleShot(SETTLE_MS, window, lambda: take(self.read()))

        window.activeChanged.connect(look)

    def _changed(self, mode: QClipboard.Mode) -> None:
        self._copied_last = mode is QClipboard.Mode.Clipboard
