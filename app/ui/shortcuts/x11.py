"""Keys of X11: the server gives a key to one program, whatever window has the keyboard."""

from __future__ import annotations

import logging
from itertools import chain, combinations

from PySide6.QtCore import QKeyCombination, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.shortcuts.backend import Backend, Standing
from app.ui.shortcuts.keys import modifiers
from app.ui.shortcuts.keysyms import keysym
from app.ui.shortcuts.xcb import CONTROL, LOCK, SHIFT, Display, KeyEvent

log = logging.getLogger(__name__)

SHOWN_MS = 60
"""Until the window manager has a new window: it hears of it and of our wish on two connections."""


class X11Shortcut(Backend):
    """Holds the keys with every state of Caps Lock and Num Lock, and again when the keyboard's layout changes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._display: Display | None = None
        self._notifier: QSocketNotifier | None = None
        self._keys: QKeyCombination | None = None
        self._held: list[tuple[int, int]] = []
        self._let_go = -1  # server's time of the last release
        self._pressed = 0  # and of the last press

    @override
    def register(self, keys: QKeyCombination) -> None:
        self.release()
        try:
            standing = self._grab(self._connect(), keys)
        except OSError as error:
            log.info("no keys from X11: %s", error)
            standing = Standing.UNSUPPORTED
        self._keys = keys if self._display is not None else None  # another layout may have them
        self.settled.emit(standing)
        QTimer.singleShot(0, self, self._read)  # answers that were waited for may have brought events along

    @override
    def release(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._display is not None:
            self._display.close()  # the server gives its keys back
            self._display = None
        self._held, self._keys = [], None

    @override
    def bring_forward(self, window: QWidget) -> None:
        super().bring_forward(window)
        time = self._pressed

        def ask() -> None:
            if self._display is not None and window.isVisible():
                self._display.activate(window.winId(), time)

        QTimer.singleShot(SHOWN_MS, window, ask)

    def _connect(self) -> Display:
        display = self._display = Display()
        self._notifier = QSocketNotifier(display.file, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        return display

    def _grab(self, display: Display, keys: QKeyCombination) -> Standing:
        """Take every key that writes it; all or none."""
        wanted = _grabs(display, keys)
        for code, mask in wanted:
            if not display.grab(code, mask):
                self.release()
                return Standing.TAKEN
            self._held.append((code, mask))
        return Standing.REGISTERED if wanted else Standing.UNSUPPORTED  # this keyboard has no such key

    def _read(self) -> None:
        display = self._display
        if display is None:
            return
        for event in list(display.events()):
            if event.keys_changed:
                QTimer.singleShot(0, self, self._again)
            elif self._is_new(event):
                self.activated.emit()
        if self._display is display and not display.alive:  # whoever was told may have given the keys back
            log.info("the X server is gone")
            self.release()
            self.settled.emit(Standing.UNSUPPORTED)

    def _again(self) -> None:
        """Take the keys where they are now. Programs that type change the keyboard's spare keys all the time."""
        if self._keys is not None and self._display is not None and _grabs(self._display, self._keys) != self._held:
            self.register(self._keys)

    def _is_new(self, event: KeyEvent) -> bool:
        """Say whether a key was hit. One that is held repeats itself: it is let go and pressed at the same time."""
        if not event.pressed:
            self._let_go = event.time
            return False
        if event.time == self._let_go:
            return False
        self._pressed = event.time
        return True


def _grabs(display: Display, keys: QKeyCombination) -> list[tuple[int, int]]:
    """Return the keys and modifier bits that a combination is on this keyboard; none where it lacks one of them."""
    masks = display.masks()
    bits = {
        Qt.KeyboardModifier.ControlModifier: CONTROL,
        Qt.KeyboardModifier.ShiftModifier: SHIFT,
        Qt.KeyboardModifier.AltModifier: masks["alt"],
        Qt.KeyboardModifier.MetaModifier: masks["super"],
    }
    wanted = [bits[one] for one in modifiers(keys)]
    if 0 in wanted:
        return []
    locks = _locks([LOCK, masks["num"], masks["scroll"]])
    codes = display.codes(keysym(keys.key()))
    return [(code, sum({*wanted, SHIFT * shifted}) | lock) for code, shifted in codes for lock in locks]


def _locks(bits: list[int]) -> list[int]:
    """Return every state that the keys which lock can be in."""
    present = [bit for bit in bits if bit]
    return [
        sum(some) for some in chain.from_iterable(combinations(present, count) for count in range(len(present) + 1))
    ]
