"""Text that is marked or copied in a program of X11, asked for without waiting: that program may hang.

Qt waits up to five seconds for each answer, and with it our window. Source: ICCCM, chapter 2.
"""

from __future__ import annotations

import ctypes
import logging
from collections.abc import Callable
from ctypes import c_uint32

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from app.ui.shortcuts.xcb import SENT, Connection

log = logging.getLogger(__name__)

PATIENCE_MS = 700
MOST_BYTES = 4_000_000
"""Of a text; what is longer is cut, the window takes far less."""

PRIMARY, CLIPBOARD = b"PRIMARY", b"CLIPBOARD"
PROPERTY_NOTIFY, SELECTION_NOTIFY = 28, 31
INPUT_ONLY = 2
EVENT_MASK, PROPERTY_CHANGES = 1 << 11, 1 << 22


class _Selection(Connection):
    """Asks for one, into a property of a window that nobody sees."""

    def __init__(self, name: bytes) -> None:
        super().__init__()
        self._window = self._xcb.xcb_generate_id(self._connection)
        changes = (c_uint32 * 1)(PROPERTY_CHANGES)
        self._xcb.xcb_create_window(
            self._connection, 0, self._window, self._root, 0, 0, 1, 1, 0, INPUT_ONLY, 0, EVENT_MASK, changes
        )
        selection, text, self._incremental, self._place = map(self.atom, (name, b"UTF8_STRING", b"INCR", b"PARLEY"))
        self._xcb.xcb_convert_selection(self._connection, self._window, selection, text, self._place, 0)
        self._xcb.xcb_flush(self._connection)
        self._in_pieces = False
        self._got = b""

    def answer(self) -> bytes | None:
        """Return it once all of it has come, None before. An owner without text, and no owner, answer with nothing."""
        while event := self._xcb.xcb_poll_for_event(self._connection):
            kind, rest = event.contents.kind & ~SENT, list(event.contents.rest)
            self._libc.free(event)
            if kind == SELECTION_NOTIFY:
                kind_of_answer, self._got = self._take() if rest[3] else (0, b"")
                self._in_pieces = kind_of_answer == self._incremental
                if not self._in_pieces:
                    return self._got
                self._got = b""  # it was an estimate of the length
            elif self._in_pieces and kind == PROPERTY_NOTIFY and rest[0] == self._place and not rest[2] & 0xFF:
                _, piece = self._take()
                self._got += piece
                if not piece or len(self._got) > MOST_BYTES:
                    return self._got
        return None if self.alive else b""

    def _take(self) -> tuple[int, bytes]:
        """Return what lies in the property and of which kind it is; the owner then puts the next piece there."""
        cookie = self._xcb.xcb_get_property(self._connection, 1, self._window, self._place, 0, 0, MOST_BYTES // 4)
        reply = self._xcb.xcb_get_property_reply(self._connection, cookie, None)
        if not reply:
            return 0, b""
        kind, found = reply.contents.type, reply.contents
        start = ctypes.addressof(found) + ctypes.sizeof(found)
        data = ctypes.string_at(start, found.value_length * found.format // 8)
        self._libc.free(reply)
        return kind, data


class SelectionReader(QObject):
    """Calls ``take`` once with the first text of these selections, "" where none has one; then it is gone."""

    def __init__(self, names: list[bytes], take: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._names, self._take = list(names), take
        self._asked: _Selection | None = None
        self._notifier: QSocketNotifier | None = None
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        """Go on to the next."""
        self._end()
        try:
            self._asked = _Selection(self._names.pop(0)) if self._names else None
        except OSError as error:
            log.info("no selections from X11: %s", error)
        if self._asked is None:
            self._finish("")
            return
        self._notifier = QSocketNotifier(self._asked.file, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._look)
        self._patience.start()
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        answer = self._asked.answer() if self._asked is not None else None
        if answer is None:
            return
        text = answer.decode("utf-8", "replace").strip("\0")
        if text.strip():
            self._finish(text)
        else:
            self._ask()

    def _finish(self, text: str) -> None:
        self._end()
        self._take(text)
        self.deleteLater()

    def _end(self) -> None:
        self._patience.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._asked is not None:
            self._asked.close()
            self._asked = None
