"""As much of libxcb as taking a key from all programs needs: a connection of its own, beside Qt's.

Qt has no function for it. On a connection of our own, a refusal is an answer and no error that Qt would log, and
the window's other events need not pass through Python.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from ctypes import POINTER, Structure, c_char_p, c_int, c_int16, c_uint, c_uint8, c_uint16, c_uint32, c_void_p
from typing import Any

import msgspec
from typing_extensions import override

SHIFT, LOCK, CONTROL = 1, 2, 4
KEYSYMS = {"alt": (0xFFE9, 0xFFEA), "super": (0xFFEB, 0xFFEC), "num": (0xFF7F,), "scroll": (0xFF14,)}
KEY_PRESS, KEY_RELEASE, CLIENT_MESSAGE, MAPPING_NOTIFY = 2, 3, 33, 34
SENT = 0x80  # bit of events that another program made up
ASYNC = 1
TO_THE_MANAGER = 0x100000 | 0x80000  # substructure redirect and notify: what window managers listen to
USER_DID_IT = 2


WINDOW = [c_void_p, c_uint8, c_uint32, c_uint32, c_int16, c_int16, c_uint16, c_uint16, c_uint16, c_uint16, c_uint32]
"""Arguments of a new one up to its attributes: connection, depth, id, parent, place, size, border, class, visual."""


class _Screens(Structure):
    _fields_ = (("data", POINTER(c_uint32)), ("rem", c_int), ("index", c_int))  # a screen begins with its root


class _Cookie(Structure):
    _fields_ = (("sequence", c_uint),)


class _Event(Structure):
    """A key's; others share the beginning."""

    _fields_ = (
        ("kind", c_uint8),
        ("detail", c_uint8),
        ("sequence", c_uint16),
        ("time", c_uint32),
        ("rest", c_uint32 * 6),
    )


class _Mapping(Structure):
    _fields_ = (
        ("kind", c_uint8),
        ("per_modifier", c_uint8),
        ("sequence", c_uint16),
        ("length", c_uint32),
        ("pad", c_uint8 * 24),
    )


class _Property(Structure):
    _fields_ = (
        ("kind", c_uint8),
        ("format", c_uint8),
        ("sequence", c_uint16),
        ("length", c_uint32),
        ("type", c_uint32),
        ("bytes_after", c_uint32),
        ("value_length", c_uint32),
        ("pad", c_uint8 * 12),
    )


class _Message(Structure):
    _fields_ = (
        ("kind", c_uint8),
        ("format", c_uint8),
        ("sequence", c_uint16),
        ("window", c_uint32),
        ("type", c_uint32),
        ("data", c_uint32 * 5),
    )


class KeyEvent(msgspec.Struct, frozen=True):
    """``time``: the server's, milliseconds. ``keys_changed``: the keyboard has another layout now; no key was hit."""

    code: int = 0
    time: int = 0
    pressed: bool = False
    keys_changed: bool = False


def _functions() -> tuple[ctypes.CDLL, ctypes.CDLL, ctypes.CDLL]:
    """Return libxcb, libxcb-keysyms and libc with their signatures. Raises OSError where one is missing."""
    xcb, keys, libc = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL("libxcb-keysyms.so.1"), ctypes.CDLL(None)
    libc.free.argtypes, libc.free.restype = [c_void_p], None
    signatures: list[tuple[Any, Any, list[Any]]] = [
        (xcb.xcb_connect, c_void_p, [c_char_p, POINTER(c_int)]),
        (xcb.xcb_connection_has_error, c_int, [c_void_p]),
        (xcb.xcb_disconnect, None, [c_void_p]),
        (xcb.xcb_get_file_descriptor, c_int, [c_void_p]),
        (xcb.xcb_get_setup, c_void_p, [c_void_p]),
        (xcb.xcb_setup_roots_iterator, _Screens, [c_void_p]),
        (xcb.xcb_screen_next, None, [POINTER(_Screens)]),
        (xcb.xcb_flush, c_int, [c_void_p]),
        (xcb.xcb_poll_for_event, POINTER(_Event), [c_void_p]),
        (xcb.xcb_request_check, c_void_p, [c_void_p, _Cookie]),
        (xcb.xcb_grab_key_checked, _Cookie, [c_void_p, c_uint8, c_uint32, c_uint16, c_uint8, c_uint8, c_uint8]),
        (xcb.xcb_get_modifier_mapping, _Cookie, [c_void_p]),
        (xcb.xcb_get_modifier_mapping_reply, POINTER(_Mapping), [c_void_p, _Cookie, c_void_p]),
        (xcb.xcb_intern_atom, _Cookie, [c_void_p, c_uint8, c_uint16, c_char_p]),
        (xcb.xcb_intern_atom_reply, POINTER(c_uint32), [c_void_p, _Cookie, c_void_p]),
        (xcb.xcb_send_event, _Cookie, [c_void_p, c_uint8, c_uint32, c_uint32, c_void_p]),
        (xcb.xcb_generate_id, c_uint32, [c_void_p]),
        (xcb.xcb_create_window, _Cookie, [*WINDOW, c_uint32, c_void_p]),
        (xcb.xcb_convert_selection, _Cookie, [c_void_p, *[c_uint32] * 5]),
        (xcb.xcb_get_property, _Cookie, [c_void_p, c_uint8, *[c_uint32] * 5]),
        (xcb.xcb_get_property_reply, POINTER(_Property), [c_void_p, _Cookie, c_void_p]),
        (keys.xcb_key_symbols_alloc, c_void_p, [c_void_p]),
        (keys.xcb_key_symbols_free, None, [c_void_p]),
        (keys.xcb_key_symbols_get_keycode, POINTER(c_uint8), [c_void_p, c_uint32]),
        (keys.xcb_key_symbols_get_keysym, c_uint32, [c_void_p, c_uint8, c_int]),
        (keys.xcb_refresh_keyboard_mapping, c_int, [c_void_p, c_void_p]),
    ]
    for function, result, arguments in signatures:
        function.restype, function.argtypes = result, arguments
    return xcb, keys, libc


class Connection:
    """A connection to the X server that ``DISPLAY`` names."""

    def __init__(self) -> None:
        """Connect. Raises OSError where there is no server, or a library is missing."""
        self._xcb, self._keys, self._libc = _functions()
        number = c_int(0)
        self._connection = self._xcb.xcb_connect(None, ctypes.byref(number))
        if self._xcb.xcb_connection_has_error(self._connection):
            self._xcb.xcb_disconnect(self._connection)
            raise OSError("no X server")
        screens = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._connection))
        for _ in range(number.value):
            self._xcb.xcb_screen_next(ctypes.byref(screens))
        self._root = screens.data[0]

    @property
    def file(self) -> int:
        """Number of the file to wait at for events."""
        return int(self._xcb.xcb_get_file_descriptor(self._connection))

    @property
    def alive(self) -> bool:
        """Whether the server is still there."""
        return not self._xcb.xcb_connection_has_error(self._connection)

    def close(self) -> None:
        """End the connection; the server gives its keys back."""
        self._xcb.xcb_disconnect(self._connection)

    def atom(self, name: bytes) -> int:
        """Return the server's number of a name; 0 where the connection is lost. Waits for the server."""
        cookie = self._xcb.xcb_intern_atom(self._connection, 0, len(name), name)
        reply = self._xcb.xcb_intern_atom_reply(self._connection, cookie, None)
        number = reply[2] if reply else 0  # after eight bytes that all replies begin with
        self._libc.free(reply)
        return int(number)


class Display(Connection):
    """Keys."""

    def __init__(self) -> None:
        super().__init__()
        self._symbols = self._keys.xcb_key_symbols_alloc(self._connection)

    @override
    def close(self) -> None:
        self._keys.xcb_key_symbols_free(self._symbols)
        super().close()

    def codes(self, keysym: int) -> list[tuple[int, bool]]:
        """Return the keys that write this, and whether Shift has to be held for it."""
        found: list[tuple[int, bool]] = []
        codes = self._keys.xcb_key_symbols_get_keycode(self._symbols, keysym)
        place = 0
        while codes and codes[place]:
            code = codes[place]
            found += [
                (code, column == 1)
                for column in (0, 1)
                if self._keys.xcb_key_symbols_get_keysym(self._symbols, code, column) == keysym
            ][:1]
            place += 1
        self._libc.free(codes)
        return found

    def masks(self) -> dict[str, int]:
        """Return the modifier bits of "alt", "super", "num" and "scroll" on this keyboard; 0 for one it lacks."""
        cookie = self._xcb.xcb_get_modifier_mapping(self._connection)
        reply = self._xcb.xcb_get_modifier_mapping_reply(self._connection, cookie, None)
        if not reply:
            return dict.fromkeys(KEYSYMS, 0)
        width = reply.contents.per_modifier
        codes = ctypes.cast(ctypes.addressof(reply.contents) + ctypes.sizeof(_Mapping), POINTER(c_uint8))
        rows = [set(codes[bit * width : (bit + 1) * width]) - {0} for bit in range(8)]
        self._libc.free(reply)
        masks = {}
        for name, symbols in KEYSYMS.items():
            mine = {code for symbol in symbols for code, _ in self.codes(symbol)}
            masks[name] = next((1 << bit for bit, row in enumerate(rows) if row & mine), 0)
        return masks

    def grab(self, code: int, modifiers: int) -> bool:
        """Take a key from all programs; False: one of them has it already. Waits for the server."""
        cookie = self._xcb.xcb_grab_key_checked(self._connection, 0, self._root, modifiers, code, ASYNC, ASYNC)
        error = self._xcb.xcb_request_check(self._connection, cookie)
        self._libc.free(error)
        return not error

    def events(self) -> Iterator[KeyEvent]:
        """Yield what has come; does not wait."""
        while event := self._xcb.xcb_poll_for_event(self._connection):
            kind = event.contents.kind & ~SENT
            try:
                if kind in {KEY_PRESS, KEY_RELEASE} and kind == event.contents.kind:
                    yield KeyEvent(event.contents.detail, event.contents.time, kind == KEY_PRESS)
                elif kind == MAPPING_NOTIFY:
                    self._keys.xcb_refresh_keyboard_mapping(self._symbols, event)
                    yield KeyEvent(keys_changed=True)
            finally:
                self._libc.free(event)

    def activate(self, window: int, time: int) -> None:
        """Ask the window manager to put a window in front, because of a key that was hit at ``time``."""
        atom = self.atom(b"_NET_ACTIVE_WINDOW")
        data = (c_uint32 * 5)(USER_DID_IT, time, 0, 0, 0)
        message = _Message(CLIENT_MESSAGE, 32, 0, window, atom, data)
        self._xcb.xcb_send_event(self._connection, 0, self._root, TO_THE_MANAGER, ctypes.byref(message))
        self._xcb.xcb_flush(self._connection)
