"""A person without a screen: asks one question through the real window and reads the answer out on the terminal.

``dev.py run`` uses it on a machine without a display, so that the main job can be seen to work there too.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.chat.conversation import Message, MessageStatus
from app.engine.api import TextKind
from app.session.models.model_session import ModelState

if TYPE_CHECKING:
    from app.ui.parley import Parley

PATIENCE_SECONDS = 300


class ScriptedPerson(QObject):
    """Waits for the model, types, presses Enter, reads, takes a picture, leaves with an exit code."""

    left = Signal(int)

    def __init__(self, parley: Parley, question: str, screenshot: Path) -> None:
        super().__init__(parley.window)
        self._parley, self._question, self._screenshot = parley, question, screenshot
        self._kind: TextKind | None = None
        parley.models.changed.connect(self._model_changed)
        parley.chat.text_appended.connect(self._read)
        parley.chat.answer_finished.connect(self._answered)

    def start(self) -> None:
        """Begin; the script gives up after a while."""
        self._say("Parley is starting. The built-in model is being loaded.\n")
        QTimer.singleShot(PATIENCE_SECONDS * 1000, self, lambda: self._leave("No answer came in time.", 1))
        self._model_changed()

    def _model_changed(self) -> None:
        models = self._parley.models
        if models.state is ModelState.FAILED and models.problem:
            self._leave(f"{models.problem.sentence} {models.problem.advice}", 1)
        elif models.state is ModelState.READY and models.model and not self._parley.chat.messages:
            self._say(f"Model: {models.model.name}. The person types: {self._question}\n")
            QTimer.singleShot(0, self, self._type)

    def _type(self) -> None:
        if self._parley.chat.messages:
            return
        self._parley.window.activateWindow()
        target = self._parley.window.focus_composer()
        for letter in self._question:
            _press(target, 0, letter)
        _press(target, Qt.Key.Key_Return, "\r")

    def _read(self, _message_id: str, kind: TextKind, text: str) -> None:
        if kind is not self._kind:
            self._kind = kind
            self._say("\n--- thoughts ---\n" if kind is TextKind.THINKING else "\n\n--- answer ---\n")
        self._say(text)

    def _answered(self, message: Message) -> None:
        usage = message.usage
        if usage:
            self._say(
                f"\n\n{usage.thinking_tokens} tokens of thought, {usage.answer_tokens} of answer, "
                f"{usage.tokens_per_second:.0f} tokens/s\n"
            )
        # The pane collapses and the last block is laid out first: the picture shows what a person would see.
        QTimer.singleShot(600, self, lambda: self._photograph(message.status))

    def _photograph(self, status: MessageStatus) -> None:
        saved = self._parley.window.grab().save(str(self._screenshot))
        where = f"Picture: {self._screenshot.resolve()}" if saved else "The picture could not be written."
        self._leave(where, 0 if saved and status is MessageStatus.COMPLETE else 1)

    def _leave(self, words: str, code: int) -> None:
        self._say(words + "\n")
        self.left.emit(code)

    def _say(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()


def _press(target: QWidget, key: int, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
