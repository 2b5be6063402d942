"""A translation session around a real engine, as the window builds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.chat.store import ConversationStore
from app.session.chat.answer_writer import AnswerWriter
from app.session.chat.chat_session import ChatSession
from app.session.keeping.store_access import StoreAccess
from app.session.models.model_session import ModelSession
from app.session.tasks import BackgroundThread
from app.session.translate.session import TranslateSession
from app.session.translate.state import Collaborators
from app.session.workers.engine_client import EngineClient
from app.session.workers.engine_lane import EngineLane
from app.settings.store import SettingsStore
from app.system.paths import Paths

MS = 60_000


class Waits(Protocol):
    """What pytest-qt's ``qtbot`` does."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int = 5000) -> None: ...  # noqa: N802


@dataclass
class Translating:
    """Everything that a translation needs, and what waits for it."""

    qtbot: Waits
    engine: EngineClient
    models: ModelSession
    chat: ChatSession
    store: StoreAccess
    lane: EngineLane
    session: TranslateSession
    settings: SettingsStore
    thread: BackgroundThread

    def translate(self, text: str) -> str:
        """Put a text in and return its translation when it is complete."""
        self.session.set_source(text)
        self.wait()
        return self.session.target_text

    def wait(self) -> None:
        session = self.session
        self.qtbot.waitUntil(
            lambda: not session.preparing and (not session.busy or session.problem is not None), timeout=MS
        )

    def close(self) -> None:
        self.engine.stop()
        self.store.close()
        self.thread.close()


def build_translating(
    qtbot: Waits, paths: Paths, *, command: list[str] | None = None, file: Path | None = None, source: str = "",
    target: str = "de",
) -> Translating:  # fmt: skip
    settings = SettingsStore(paths.settings_file)
    settings.change(translate_source=source, translate_target=target)
    engine = EngineClient(paths.logs, command=command)
    models = ModelSession(engine, settings)
    access = StoreAccess(BackgroundThread("test-store"))
    writer = AnswerWriter(engine, models, access)
    chat = ChatSession(writer, models, access, settings)
    lane = EngineLane(engine, models, lambda: writer.live is not None, writer.changed)
    thread = BackgroundThread("test-translate")
    session = TranslateSession(Collaborators(lane, models, access, settings, thread))
    made: list[ConversationStore] = []
    access.thread_.run(ConversationStore.temporary, made.append)
    qtbot.waitUntil(lambda: bool(made))
    access.attach(made[0])
    if file is not None:
        models.load(str(file))
    return Translating(qtbot, engine, models, chat, access, lane, session, settings, thread)
