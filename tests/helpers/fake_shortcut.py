"""A system that gives keys, without a keyboard."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, QObject
from PySide6.QtGui import QKeySequence
from typing_extensions import override

from app.ui.shortcuts.backend import Backend, Standing


class FakeKeys(Backend):
    """Gives every combination but those that are ``taken``; ``answer`` other than "registered" is the same for all."""

    def __init__(self, parent: QObject, answer: Standing = Standing.REGISTERED, *, asks_first: bool = False) -> None:
        super().__init__(parent)
        self.answer, self.asks_first = answer, asks_first
        self.taken: set[str] = set()
        self.held = ""
        self.asked = 0

    @override
    def register(self, keys: QKeyCombination) -> None:
        self.asked += 1
        words = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
        standing = Standing.TAKEN if words in self.taken else self.answer
        self.held = words if standing is Standing.REGISTERED else ""
        self.settled.emit(standing)

    @override
    def release(self) -> None:
        self.held = ""

    def press(self, keys: str) -> bool:
        """Hit keys; say whether they were ours."""
        if keys == self.held:
            self.activated.emit()
        return keys == self.held
