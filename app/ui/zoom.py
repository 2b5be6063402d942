"""The size of the conversation's text, step by step: Ctrl and plus, minus, zero or the wheel."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.settings.schema import Settings
from app.settings.store import SettingsStore
from app.ui.theme import Theme

SIZES = (10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 28, 32)  # pixels


class Zoom(QObject):
    """Changes the setting and shows it at once."""

    def __init__(self, theme: Theme, settings: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._settings = theme, settings

    def step(self, steps: int) -> None:
        """Make the text larger (1) or smaller (-1), as far as there are sizes."""
        now = self._settings.current.text_size
        nearest = min(range(len(SIZES)), key=lambda index: abs(SIZES[index] - now))
        self._use(SIZES[min(max(0, nearest + steps), len(SIZES) - 1)])

    def reset(self) -> None:
        """Return to the usual size."""
        self._use(Settings().text_size)

    def _use(self, size: int) -> None:
        if size != self._settings.current.text_size:
            self._theme.follow(self._settings.change(text_size=size))
