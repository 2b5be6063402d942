"""Keys of Windows (untested: no Windows machine has run this yet).

Source: RegisterHotKey and WM_HOTKEY in Microsoft's documentation of the keyboard input functions.
"""

from __future__ import annotations

import ctypes
import ctypes.wintypes
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QKeyCombination, QObject, Qt
from typing_extensions import override

from app.ui.shortcuts.backend import Backend, Standing
from app.ui.shortcuts.keys import FUNCTION_KEYS, letter, modifiers

ALT, CONTROL, SHIFT, WIN, NO_REPEAT = 1, 2, 4, 8, 0x4000
HOTKEY_MESSAGE = 0x0312
OUR_ID = 0x5041
FIRST_FUNCTION_KEY = 0x70
BITS = {
    Qt.KeyboardModifier.AltModifier: ALT,
    Qt.KeyboardModifier.ControlModifier: CONTROL,
    Qt.KeyboardModifier.ShiftModifier: SHIFT,
    Qt.KeyboardModifier.MetaModifier: WIN,
}
CODES = {
    Qt.Key.Key_Space: 0x20,
    Qt.Key.Key_Return: 0x0D,
    Qt.Key.Key_Insert: 0x2D,
    Qt.Key.Key_Delete: 0x2E,
    Qt.Key.Key_Home: 0x24,
    Qt.Key.Key_End: 0x23,
    Qt.Key.Key_PageUp: 0x21,
    Qt.Key.Key_PageDown: 0x22,
    Qt.Key.Key_Left: 0x25,
    Qt.Key.Key_Up: 0x26,
    Qt.Key.Key_Right: 0x27,
    Qt.Key.Key_Down: 0x28,
}


class WindowsShortcut(Backend):
    """The system puts a message into this thread's queue, which a filter of Qt's event loop sees."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = _HotkeyFilter(self.activated.emit)
        self._registered = False

    @override
    def register(self, keys: QKeyCombination) -> None:
        self.release()
        code, mask = virtual_key(keys.key(), _code_of_letter), sum(BITS[one] for one in modifiers(keys))
        if not code:
            self.settled.emit(Standing.UNSUPPORTED)
            return
        self._registered = bool(_user32().RegisterHotKey(None, OUR_ID, mask | NO_REPEAT, code))
        application = QCoreApplication.instance()
        if self._registered and application is not None:
            application.installNativeEventFilter(self._filter)
        self.settled.emit(Standing.REGISTERED if self._registered else Standing.TAKEN)

    @override
    def release(self) -> None:
        application = QCoreApplication.instance()
        if self._registered and application is not None:
            application.removeNativeEventFilter(self._filter)
            _user32().UnregisterHotKey(None, OUR_ID)
        self._registered = False


class _HotkeyFilter(QAbstractNativeEventFilter):
    """Calls a function when the message is there; installed only while keys are taken."""

    def __init__(self, hit: Callable[[], None]) -> None:
        super().__init__()
        self._hit = hit

    @override
    def nativeEventFilter(self, eventType: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        if QByteArray(eventType).startsWith(b"windows_"):
            event = ctypes.wintypes.MSG.from_address(int(message))
            if event.message == HOTKEY_MESSAGE and event.wParam == OUR_ID:
                self._hit()
        return False, 0


def virtual_key(key: Qt.Key, code_of_letter: Callable[[str], int]) -> int:
    """Return Windows' number of a key, 0 for one without. ``code_of_letter`` knows the keyboard's layout."""
    if key.value in FUNCTION_KEYS:
        return FIRST_FUNCTION_KEY + key.value - FUNCTION_KEYS[0]
    if key in CODES:
        return CODES[key]
    written = letter(key)
    return code_of_letter(written) if written else 0


def _code_of_letter(written: str) -> int:
    """Return the key that writes a letter without Shift; 0 where there is none."""
    found = int(_user32().VkKeyScanW(ctypes.c_wchar(written)))
    return found & 0xFF if 0 <= found < 0x100 else 0


def _user32() -> Any:
    if sys.platform == "win32":
        return ctypes.WinDLL("user32")
    raise OSError("only Windows has it")
