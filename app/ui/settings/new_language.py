"""Another language, chosen while the program runs: pages and the settings say everything anew, small windows cannot."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from app.ui.i18n import install_language
from app.ui.settings.settings_dialog import SettingsDialog


def use_language(application: QApplication, code: str) -> None:
    """Install a language; where a small window is open, that comes to the front, and the language with its end."""
    waiting = next(filter(_is_in_the_way, application.topLevelWidgets()), None)
    if not isinstance(waiting, QDialog):
        install_language(application, code)
        return
    waiting.finished.connect(lambda: QTimer.singleShot(0, application, lambda: use_language(application, code)))
    waiting.raise_()
    waiting.activateWindow()


def _is_in_the_way(window: object) -> bool:
    return isinstance(window, QDialog) and window.isVisible() and not isinstance(window, SettingsDialog)
