"""What every system's way to such keys has in common."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QKeyCombination, QObject, Signal
from PySide6.QtWidgets import QWidget


class Standing(StrEnum):
    """How it stands with the keys."""

    OFF = "off"
    ASKING = "asking"  # the system asks the person
    REGISTERED = "registered"
    TAKEN = "taken"  # another program has them
    UNSUPPORTED = "unsupported"  # this system gives none
    REFUSED = "refused"  # it could, and the person or the system said no


class Backend(QObject):
    """A way to keys that work over every program; this one is for systems that have none.

    ``settled`` carries the ``Standing`` that a ``register`` led to, at once or after the person was asked; it may come
    again when the system changes its mind. ``activated``: the keys were pressed.
    """

    settled = Signal(object)
    activated = Signal()

    asks_first = False
    """Whether the system asks the person, so that nobody may begin this unasked."""

    system_keys = ""
    """What the system calls the keys where it decides on them by itself."""

    def register(self, keys: QKeyCombination) -> None:  # noqa: ARG002 - of the others
        """Take these keys, instead of those before."""
        self.settled.emit(Standing.UNSUPPORTED)

    def release(self) -> None:
        """Give the keys back."""

    def bring_forward(self, window: QWidget) -> None:
        """Put a window that was just shown in front of what the person works in."""
        window.raise_()
        window.activateWindow()
