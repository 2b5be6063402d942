"""Which key combinations may be taken from all programs, and which one Parley asks for by itself."""

from __future__ import annotations

import sys

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

USUAL = "Meta+Shift+Space" if sys.platform == "darwin" else "Ctrl+Alt+Space"
"""Free in GNOME, KDE, Xfce and Windows. Their own are near: Ctrl+Alt+T is a terminal, Alt+Space and Super+Space open
menus and switch languages, and Ctrl+Alt with a letter is AltGr on Windows, which writes letters in many languages.
macOS has all others with the space bar for itself but this one (Qt's Meta is the Control key there)."""

MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
)
FUNCTION_KEYS = range(Qt.Key.Key_F1.value, Qt.Key.Key_F24.value + 1)
NAMED = {
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Insert: "Insert",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
    Qt.Key.Key_PageUp: "Prior",
    Qt.Key.Key_PageDown: "Next",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Down: "Down",
}
"""Keys that write nothing and may be used, by their X11 names."""


def combination(text: str) -> QKeyCombination | None:
    """Return what "Ctrl+Alt+Space" stands for; None where it is none that may be taken from all programs."""
    sequence = QKeySequence(text, QKeySequence.SequenceFormat.PortableText)
    if sequence.count() != 1:
        return None
    keys: QKeyCombination = sequence[0]  # type: ignore[index]  # it has: the stubs forgot it
    return keys if _is_usable(keys) else None


def letter(key: Qt.Key) -> str:
    """Return the letter, digit or sign on a key, in lower case; "" for a key that writes none."""
    code = key.value
    return chr(code).lower() if 0x20 < code < Qt.Key.Key_Escape.value else ""


def modifiers(keys: QKeyCombination) -> list[Qt.KeyboardModifier]:
    """Return those that are held."""
    return [one for one in MODIFIERS if keys.keyboardModifiers() & one]


def _is_usable(keys: QKeyCombination) -> bool:
    """Without a modifier that writes nothing, a person could no longer type that letter anywhere."""
    held = set(modifiers(keys)) - {Qt.KeyboardModifier.ShiftModifier}
    key = keys.key()
    if key.value in FUNCTION_KEYS:
        return True
    return bool(held) and (key in NAMED or bool(letter(key)))
