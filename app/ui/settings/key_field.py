"""A field that takes the next key combination."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit
from typing_extensions import override

from app.ui.widgets.keys import is_escape

PORTABLE = QKeySequence.SequenceFormat.PortableText
LEAVES = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}


class KeyField(QKeySequenceEdit):
    """``chosen`` carries "Ctrl+Alt+Space"; ``recording``: whether it waits for keys, which nobody else should take.

    Esc keeps the old ones, Tab goes on, as in every other field.
    """

    chosen = Signal(str)
    recording = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._kept = ""
        self.setMaximumSequenceLength(1)
        self.setAccessibleName(name)
        line = self.findChild(QLineEdit)
        if line is not None:
            line.setAccessibleName(name)
            line.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self.editingFinished.connect(self._finish)

    def show_keys(self, keys: str) -> None:
        """Show the combination in use."""
        self._kept = keys
        self.setKeySequence(QKeySequence(keys, PORTABLE))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in LEAVES:
            if event.type() == QEvent.Type.ShortcutOverride and is_escape(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._leave(event)
                return True
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.recording.emit(True)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.show_keys(self._kept)
        self.recording.emit(False)

    def _leave(self, event: QKeyEvent) -> None:
        if is_escape(event):
            self.show_keys(self._kept)
            self.clearFocus()
        else:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)

    def _finish(self) -> None:
        keys = self.keySequence().toString(PORTABLE)
        if keys and keys != self._kept:
            self.chosen.emit(keys)
