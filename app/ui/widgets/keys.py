"""Key combinations: how people of this system and language write them, and who gets them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


def native_keys(keys: str) -> str:
    """Return "Ctrl+N" as it is written here: "Strg+N" in German, "⌘N" on a Mac."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def is_escape(event: QEvent) -> bool:
    """Say whether this is the Escape key."""
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def keeps_escape(event: QEvent) -> bool:
    """Keep Escape for a widget whose ``event`` asks this first: without it the window's "stop" would take the key."""
    if event.type() == QEvent.Type.ShortcutOverride and is_escape(event):
        event.accept()
        return True
    return False
