"""The states of the program, reached the way a person reaches them, with the real engine and the starter model."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.chat.conversation import Conversation, Message, TextPart, new_id
from app.engine.api import Role
from app.session.models.model_session import ModelState
from app.ui.i18n import install_language
from app.ui.parley import Parley
from shots.photographer import Photographer, opened

TITLES = (
    ("Thesis outline", 0.0, True),
    ("Sum of three numbers", 0.1, False),
    ("红烧肉的做法", 0.2, False),
    ("مراجعة العقد", 0.3, False),
    ("SQL window functions and what they are good for", 1.2, False),
    ("Reisekosten Oktober", 4.0, False),
    ("面接の練習", 5.0, False),
    ("Ein Brief an die Hausverwaltung", 20.0, False),
)
ARABIC = (
    "Translate the following text from English into Arabic. Output only the translation.\n\nWhere is the train station?"
)
CHINESE = (
    "Translate the following text from English into Chinese. Output only the translation.\n\nPlease open the window."
)
FIRST_TABLE = 522
"""Pixels from the top of the answer that shows all formatting."""
LONG = (
    "Please explain in plain words what happens when a language model answers a question on my own computer, "
    "why nothing has to leave it, and what the numbers below an answer mean. "
) * 6


def scenes(shot: Photographer) -> None:
    """Go through the states in an order in which one leads to the next."""
    shot.shoot("01-empty")
    _thinking(shot)
    _answers(shot)
    _queue_and_stop(shot)
    _models(shot)
    shot.parley.window.resize(560, 720)
    shot.ask("Show me a table.")
    shot.shoot("11-narrow")
    shot.parley.window.resize(1100, 760)
    application = QApplication.instance()
    if isinstance(application, QApplication):
        install_language(application, "de")
    shot.parley.chat.new_conversation()
    shot.shoot("12-german")


def _thinking(shot: Photographer) -> None:
    chat = shot.parley.chat
    chat.set_budget(4096)
    shot.ask("What is 347 + 268 + 119?", think=True)
    chat.set_thinking(True)
    chat.send("Find the largest prime number.")
    shot.until(lambda: bool(chat.live and chat.live.thinking_tokens > 400))
    shot.shoot("02-thinking")
    chat.answer_now()
    shot.until(lambda: not chat.busy)


def _answers(shot: Photographer) -> None:
    chat = shot.parley.chat
    chat.new_conversation()
    shot.ask("What is 347 + 268 + 119?", think=True)
    shot.ask("Write hello world in Python.")
    shot.shoot("03-answer")
    chat.new_conversation()
    shot.ask("Show me all formatting.")
    shot.shoot("04-formatting")
    transcript = shot.parley.transcript.transcript
    if transcript is not None:
        transcript.verticalScrollBar().setValue(FIRST_TABLE)
        shot.shoot("04-formatting-table")
    chat.new_conversation()
    shot.ask(CHINESE)
    shot.ask(ARABIC)
    shot.shoot("05-chinese-arabic")
    chat.new_conversation()
    shot.ask(LONG)
    shot.shoot("06-long-question")
    chat.new_conversation()
    chat.set_budget(64)
    shot.ask("Solve the liar paradox.", think=True)
    shot.shoot("07-cut-at-budget")


def _models(shot: Photographer) -> None:
    chat, models = shot.parley.chat, shot.parley.models
    models.load("/nowhere/Qwen3-8B-Q4_K_M.gguf")
    shot.until(lambda: models.state is ModelState.FAILED)
    shot.shoot("09-model-failed")
    chat.new_conversation()
    models.load_starter()
    models.state, models.fraction = ModelState.LOADING, 0.42
    models.changed.emit()
    shot.shoot_now("10-loading")  # the starter model is there before anything could settle
    shot.until(lambda: models.state is ModelState.READY)


def _queue_and_stop(shot: Photographer) -> None:
    chat = shot.parley.chat
    chat.new_conversation()
    chat.set_thinking(True)
    chat.set_budget(None)
    chat.send("Think as long as you can.")
    shot.until(lambda: bool(chat.live and chat.live.thinking_tokens > 60))
    field = shot.parley.window.focus_composer()
    QTest.keyClicks(field, "And then tell me a story.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    shot.shoot("08-queued")
    chat.stop()
    shot.until(lambda: len(chat.messages) > 2)  # the queued question follows at once
    shot.settle(0.2)
    chat.stop()
    shot.until(lambda: not chat.busy)


def seed(parley: Parley) -> None:
    """Put a few conversations into the list, as if the person had been here for weeks."""
    now = time.time()
    for title, days, pinned in TITLES:
        at = now - days * 86_400
        row = Conversation(id=new_id(), title=title, created_at=at, updated_at=at, pinned=pinned)
        message = Message(
            id=new_id(), conversation_id=row.id, parent_id=None, role=Role.USER, parts=[TextPart(text=title)],
            created_at=at,
        )  # fmt: skip
        parley.access.run(lambda store, row=row: store.create(row))  # type: ignore[misc]
        parley.access.run(lambda store, message=message: store.add_messages([message]))  # type: ignore[misc]
    parley.conversations.reload()


def main(scheme: str, scale: str, out: Path) -> int:
    """Take the pictures of one scheme at one scale."""
    with opened(scheme, f"{scheme}-{scale}x", out) as shot:
        seed(shot.parley)
        scenes(shot)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
