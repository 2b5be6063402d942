"""X11's numbers and names of keys, which Wayland's portal uses as well. Linux only, with the library that Qt uses."""

from __future__ import annotations

import ctypes
from functools import cache

from PySide6.QtCore import Qt

from app.ui.shortcuts.keys import FUNCTION_KEYS, NAMED, letter

LONGEST = 64


@cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL("libxkbcommon.so.0")
    library.xkb_utf32_to_keysym.argtypes = [ctypes.c_uint32]
    library.xkb_utf32_to_keysym.restype = ctypes.c_uint32
    library.xkb_keysym_from_name.argtypes = [ctypes.c_char_p, ctypes.c_int]
    library.xkb_keysym_from_name.restype = ctypes.c_uint32
    library.xkb_keysym_get_name.argtypes = [ctypes.c_uint32, ctypes.c_char_p, ctypes.c_size_t]
    return library


def keysym(key: Qt.Key) -> int:
    """Return the number of a key, 0 for one without. Raises OSError without libxkbcommon."""
    if written := letter(key):
        return int(_library().xkb_utf32_to_keysym(ord(written)))
    name = f"F{key.value - FUNCTION_KEYS[0] + 1}" if key.value in FUNCTION_KEYS else NAMED.get(key, "")
    return int(_library().xkb_keysym_from_name(name.encode(), 0)) if name else 0


def keysym_name(key: Qt.Key) -> str:
    """Return the name of a key, such as "space" or "exclam"; "" for one without. Raises OSError as ``keysym``."""
    name = ctypes.create_string_buffer(LONGEST)
    return name.value.decode() if _library().xkb_keysym_get_name(keysym(key), name, LONGEST) > 0 else ""
