"""Which way to keys this system has."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.ui.shortcuts.backend import Backend


def backend_for_this_system(words: Callable[[], str], parent: QObject) -> Backend:
    """Return it, with nothing begun. ``words`` is what a system that shows them to the person calls the keys."""
    platform = QGuiApplication.platformName()
    if platform == "windows":
        from app.ui.shortcuts.windows import WindowsShortcut  # noqa: PLC0415 - only one of them is ever needed

        return WindowsShortcut(parent)
    if platform == "cocoa":
        from app.ui.shortcuts.macos import MacShortcut  # noqa: PLC0415

        return MacShortcut(parent)
    # A program of X11 on a Wayland desktop gets X11's keys only while another such program has the keyboard.
    through_x = platform == "xcb" and bool(os.environ.get("WAYLAND_DISPLAY"))
    if sys.platform == "linux" and (platform.startswith("wayland") or through_x):
        from app.ui.shortcuts.portal import PortalShortcut  # noqa: PLC0415

        return PortalShortcut(words, parent)
    if platform == "xcb":
        from app.ui.shortcuts.x11 import X11Shortcut  # noqa: PLC0415

        return X11Shortcut(parent)
    return Backend(parent)
