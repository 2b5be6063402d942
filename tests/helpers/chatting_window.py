"""The real window, worker, model and store in a process of their own, chatting until somebody ends it.

``python -m tests.helpers.chatting_window``: opens Parley offscreen and asks one endless question after the other. It
says on its standard output, a JSON line each, what a person could rely on at that moment:
``{"ready": pid of the worker}``, ``{"acknowledged": message id}`` once a question is on disk, and ``{"shown": message
id, "text": length, "at": monotonic seconds}`` for the growing answer.
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.chat.conversation import Conversation, Message
from app.engine.api import TextKind
from app.session.model_session import ModelState
from app.session.vault_session import VaultState
from app.system.logs import start_logging
from app.system.paths import default_paths
from app.ui.application import Parley, build

QUESTIONS = ("Tell me a very long story.", "Count from 1 to 200.", "Think as long as you can.")


class Chatter:
    """Asks, and reports what is on disk and on the screen."""

    def __init__(self, parley: Parley) -> None:
        self._parley, self._asked, self._length = parley, 0, 0
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
        self._length = 0
        self._parley.chat.send(QUESTIONS[self._asked % len(QUESTIONS)])
        self._asked += 1

    def _saved(self, conversation: Conversation) -> None:
        for message in self._parley.chat.messages[-2:]:
            say(acknowledged=message.id, conversation=conversation.id)

    def _shown(self, message_id: str, _kind: TextKind, text: str) -> None:
        self._length += len(text)
        say(shown=message_id, text=self._length, at=time.monotonic())

    def _finished(self, _message: Message) -> None:
        QTimer.singleShot(0, self._parley.window, self._ask)


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
    chatter = Chatter(parley)
    parley.window.show()
    QTimer.singleShot(0, parley.window, parley.start)
    code = application.exec()
    parley.close()
    del chatter
    return code


if __name__ == "__main__":
    sys.exit(main())
