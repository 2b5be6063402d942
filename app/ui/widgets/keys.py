"""Key combinations as people of this system and language write them."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def native_keys(keys: str) -> str:
    """Return "Ctrl+N" as it is written here: "Strg+N" in German, "⌘N" on a Mac."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
