"""Keys of macOS (untested: no Mac has run this yet).

Source: RegisterEventHotKey in Apple's CarbonEvents.h; the key codes are those of Events.h, named by the place that a
letter has on an American keyboard.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, Structure, c_int32, c_uint32, c_void_p
from functools import cache
from typing import Any

from PySide6.QtCore import QKeyCombination, QObject, Qt
from typing_extensions import override

from app.ui.shortcuts.backend import Backend, Standing
from app.ui.shortcuts.keys import letter, modifiers

CARBON = "/System/Library/Frameworks/Carbon.framework/Carbon"
KEYBOARD_EVENTS = int.from_bytes(b"keyb")
OUR_SIGNATURE = int.from_bytes(b"PRLY")
PRESSED = 5
EXISTS = -9878  # eventHotKeyExistsErr
COMMAND, SHIFT, OPTION, CONTROL = 0x100, 0x200, 0x800, 0x1000
BITS = {
    Qt.KeyboardModifier.ControlModifier: COMMAND,  # Qt's names are swapped there
    Qt.KeyboardModifier.MetaModifier: CONTROL,
    Qt.KeyboardModifier.AltModifier: OPTION,
    Qt.KeyboardModifier.ShiftModifier: SHIFT,
}
CODES = {
    Qt.Key.Key_Space: 0x31,
    Qt.Key.Key_Return: 0x24,
    Qt.Key.Key_Delete: 0x75,
    Qt.Key.Key_Home: 0x73,
    Qt.Key.Key_End: 0x77,
    Qt.Key.Key_PageUp: 0x74,
    Qt.Key.Key_PageDown: 0x79,
    Qt.Key.Key_Left: 0x7B,
    Qt.Key.Key_Up: 0x7E,
    Qt.Key.Key_Right: 0x7C,
    Qt.Key.Key_Down: 0x7D,
    Qt.Key.Key_F1: 0x7A,
    Qt.Key.Key_F2: 0x78,
    Qt.Key.Key_F3: 0x63,
    Qt.Key.Key_F4: 0x76,
    Qt.Key.Key_F5: 0x60,
    Qt.Key.Key_F6: 0x61,
    Qt.Key.Key_F7: 0x62,
    Qt.Key.Key_F8: 0x64,
    Qt.Key.Key_F9: 0x65,
    Qt.Key.Key_F10: 0x6D,
    Qt.Key.Key_F11: 0x67,
    Qt.Key.Key_F12: 0x6F,
}
LETTERS = dict(
    zip(
        "asdfhgzxcv§bqweryt123465=97-80]ou[ip",
        [*range(0x24)],
        strict=True,
    )
) | dict(zip("lj'k;\\,/nm.", (0x25, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F), strict=True))


class _EventKind(Structure):
    _fields_ = (("event_class", c_uint32), ("kind", c_uint32))


class _HotKeyId(Structure):
    _fields_ = (("signature", c_uint32), ("id", c_uint32))


_Handler = ctypes.CFUNCTYPE(c_int32, c_void_p, c_void_p, c_void_p)


class MacShortcut(Backend):
    """The system calls a function from the window's own event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reference = c_void_p()
        self._handler = _Handler(self._hit)  # kept alive: Carbon holds its address
        self._listens = False

    @override
    def register(self, keys: QKeyCombination) -> None:
        self.release()
        code, mask = virtual_key(keys.key()), sum(BITS[one] for one in modifiers(keys))
        if code is None:
            self.settled.emit(Standing.UNSUPPORTED)
            return
        carbon = _carbon()
        target = carbon.GetApplicationEventTarget()
        if not self._listens:
            kind = _EventKind(KEYBOARD_EVENTS, PRESSED)
            self._listens = not carbon.InstallEventHandler(target, self._handler, 1, ctypes.byref(kind), None, None)
        ours = _HotKeyId(OUR_SIGNATURE, 1)
        failure = carbon.RegisterEventHotKey(code, mask, ours, target, 0, ctypes.byref(self._reference))
        names = {0: Standing.REGISTERED, EXISTS: Standing.TAKEN}
        self.settled.emit(names.get(failure, Standing.REFUSED))

    @override
    def release(self) -> None:
        if self._reference.value:
            _carbon().UnregisterEventHotKey(self._reference)
            self._reference = c_void_p()

    def _hit(self, _call: int | None, _event: int | None, _data: int | None) -> int:
        self.activated.emit()
        return 0


def virtual_key(key: Qt.Key) -> int | None:
    """Return macOS' number of a key; None for one without."""
    return CODES[key] if key in CODES else LETTERS.get(letter(key))


@cache
def _carbon() -> ctypes.CDLL:
    carbon = ctypes.CDLL(CARBON)
    handler = [c_void_p, _Handler, c_uint32, POINTER(_EventKind), c_void_p, c_void_p]
    hotkey = [c_uint32, c_uint32, _HotKeyId, c_void_p, c_uint32, POINTER(c_void_p)]
    signatures: list[tuple[Any, Any, list[Any]]] = [
        (carbon.GetApplicationEventTarget, c_void_p, []),
        (carbon.InstallEventHandler, c_int32, handler),
        (carbon.RegisterEventHotKey, c_int32, hotkey),
        (carbon.UnregisterEventHotKey, c_int32, [c_void_p]),
    ]
    for function, result, arguments in signatures:
        function.restype, function.argtypes = result, arguments
    return carbon
