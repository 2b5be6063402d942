"""The real window, worker, model and store in a process of their own, chatting until somebody ends it.

``python -m tests.helpers.chatting_window``: opens Parley offscreen and asks one endless question after the other. It
says on its standard output, a JSON line each, what a person could rely on at that moment:
``{"ready": pid of the worker}``, ``{"acknowledged": message id}`` once a question is on disk, and ``{"shown": message
id, "text": length, "at": monotonic seconds}`` for the growing answer.

With the argument ``restless`` it stops every answer soon, then edits, asks again, goes on, forks, or deletes and
undoes.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from app.chat.conversation import Conversation, Message
from app.engine.api import TextKind
from app.session.keeping.vault_session import VaultState
from app.session.models.model_session import ModelState
from app.session.notices import Notice
from app.system.logs import start_logging
from app.system.paths import default_paths
from app.ui.application import build
from app.ui.parley import Parley

QUESTIONS = ("Tell me a very long story.", "Count from 1 to 200.", "Think as long as you can.")


class Chatter:
    """Asks, and reports what is on disk and on the screen."""

    def __init__(self, parley: Parley) -> None:
        self._parley, self._asked = parley, 0
        self._lengths: Counter[str] = Counter()
        self._started = False
        parley.chat.conversation_saved.connect(self._saved)
        parley.chat.text_appended.connect(self._shown)
        parley.chat.answer_finished.connect(self._finished)
        parley.models.changed.connect(self._begin)
        parley.vault.changed.connect(self._begin)

    def _begin(self) -> None:
        ready = self._parley.models.state is ModelState.READY and self._parley.vault.state is VaultState.OPEN
        if ready and not self._started:
            self._started = True
            say(ready=self._parley.engine.process_id)
            self._ask()

    def _ask(self) -> None:
        self._parley.chat.send(QUESTIONS[self._asked % len(QUESTIONS)])
        self._asked += 1

    def _saved(self, conversation: Conversation) -> None:
        for message in self._parley.chat.messages[-2:]:
            say(acknowledged=message.id, conversation=conversation.id)

    def _shown(self, message_id: str, _kind: TextKind, text: str) -> None:
        self._lengths[message_id] += len(text)
        say(shown=message_id, text=self._lengths[message_id], at=time.monotonic())

    def _finished(self, _message: Message) -> None:
        QTimer.singleShot(0, self._parley.window, self._ask)


class RestlessChatter(Chatter):
    """Does everything that a person can do to a conversation, a few times a second."""

    def __init__(self, parley: Parley, seed: int) -> None:
        super().__init__(parley)
        self._rng = random.Random(seed)
        parley.chat.message_added.connect(self._stop_soon)
        parley.chat.message_changed.connect(self._stop_soon)
        parley.chat.notice.connect(self._undo_soon)
        parley.chat.conversation_changed.connect(self._changed)

    @override
    def _finished(self, _message: Message) -> None:
        QTimer.singleShot(0, self._parley.window, self._act)

    @override
    def _saved(self, conversation: Conversation) -> None:
        if conversation == self._parley.chat.conversation:  # not the one that a fork was just made from
            super()._saved(conversation)

    def _stop_soon(self, _message_id: str) -> None:
        if self._parley.chat.busy:
            QTimer.singleShot(self._rng.randrange(50, 400), self._parley.window, self._parley.chat.stop)

    def _undo_soon(self, notice: Notice) -> None:
        if notice.undo is not None:
            QTimer.singleShot(self._rng.randrange(30), self._parley.window, notice.undo)

    def _changed(self) -> None:
        """A fork is shown, or what was deleted is gone or back: the next act."""
        if not self._parley.chat.busy:
            QTimer.singleShot(60, self._parley.window, self._act)

    def _act(self) -> None:
        chat = self._parley.chat
        if chat.busy:
            return
        one = self._rng.choice(chat.messages) if chat.messages else None
        match self._rng.choice(["ask", "ask", "edit", "again", "go on", "fork", "delete"]) if one else "ask":
            case "edit" if one:
                chat.edit(one.id, f"Count from {self._rng.randrange(100)} to 900.")
            case "again" if one:
                chat.regenerate(one.id)
            case "go on" if one:
                chat.continue_answer(one.id)
            case "fork" if one:
                chat.fork(one.id)
            case "delete" if one:
                chat.delete_message(one.id)
            case _:
                self._ask()
        if not chat.busy:  # whatever it was, it may have had nothing to do
            QTimer.singleShot(200, self._parley.window, self._act)


def say(**facts: object) -> None:
    """Write one line at once: the process may be ended right after."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run until ended from outside."""
    paths = default_paths()
    start_logging(paths.logs, "parley")
    application = QApplication(sys.argv[:1])
    parley = build(application, paths)
    chatter = RestlessChatter(parley, time.time_ns()) if sys.argv[1:] == ["restless"] else Chatter(parley)
    parley.window.show()
    QTimer.singleShot(0, parley.window, parley.start)
    code = application.exec()
    parley.close()
    del chatter
    return code


if __name__ == "__main__":
    sys.exit(main())
