"""What the picker and the placement panel need to know of graphics cards; ``GraphicsSession`` fits as it is."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance


class Graphics(Protocol):
    """The part of ``GraphicsSession`` that is shown."""

    @property
    def changed(self) -> SignalInstance:
        """The cards, or what is known of them."""
        ...

    @property
    def sentence(self) -> str:
        """What is wrong with a card; "" when nothing is."""
        ...

    @property
    def checking(self) -> bool:
        """Whether they are being looked at again."""
        ...

    def check_again(self) -> None:
        """Look at them again."""
