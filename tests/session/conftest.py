"""The session with a scripted worker and a store in memory."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.chat.store import ConversationStore
from app.session.chat.answer_writer import AnswerWriter
from app.session.chat.chat_session import ChatSession
from app.session.chat.conversation_list import ConversationList
from app.session.keeping.store_access import StoreAccess
from app.session.models.model_session import ModelSession
from app.session.tasks import BackgroundThread
from app.session.workers.engine_client import EngineClient
from app.session.workers.engine_lane import EngineLane
from app.settings.store import SettingsStore
from app.system.paths import Paths
from tests.helpers.hub_server import HubServer, hub_server
from tests.helpers.net_window import Net, build_net, fill
from tests.session.person import Person

SCRIPT = Path(__file__).parents[1] / "helpers" / "scripted_worker.py"


def scripted(mode: str = "normal") -> list[str]:
    return [sys.executable, str(SCRIPT), mode]


@pytest.fixture(autouse=True)
def collect_here() -> Iterator[None]:
    """Destroy what a test leaves on the thread that made it: collected on the store's, its timers end the process."""
    yield
    gc.collect()


@dataclass
class Session:
    engine: EngineClient
    models: ModelSession
    access: StoreAccess
    chat: ChatSession
    conversations: ConversationList
    settings: SettingsStore
    store: ConversationStore

    def lane(self) -> EngineLane:
        return EngineLane(self.engine, self.models, lambda: self.chat.busy, self.chat.live_changed)


@pytest.fixture
def make_engine(qtbot: QtBot, paths: Paths) -> Iterator[Callable[[str], EngineClient]]:
    made: list[EngineClient] = []

    def make(mode: str) -> EngineClient:
        engine = EngineClient(paths.logs, command=scripted(mode))
        made.append(engine)
        return engine

    yield make
    for engine in made:
        engine.stop()


@pytest.fixture
def session(qtbot: QtBot, paths: Paths, make_engine: Callable[[str], EngineClient]) -> Iterator[Session]:
    settings = SettingsStore(paths.settings_file)
    engine = make_engine("normal")
    models = ModelSession(engine, settings)
    thread = BackgroundThread("test-store")
    access = StoreAccess(thread)
    chat = ChatSession(AnswerWriter(engine, models, access), models, access, settings)
    conversations = ConversationList(access)
    chat.conversation_saved.connect(conversations.upsert)
    conversations.row_changed.connect(chat.take_over)
    conversations.deleted.connect(chat.forget_conversations)
    conversations.undeleted.connect(chat.remember_conversations)
    made: list[ConversationStore] = []
    thread.run(ConversationStore.temporary, made.append)
    qtbot.waitUntil(lambda: bool(made))
    access.attach(made[0])
    yield Session(engine, models, access, chat, conversations, settings, made[0])
    engine.stop()
    access.close()


@pytest.fixture
def person(qtbot: QtBot, session: Session) -> Person:
    return Person(qtbot, session)


@pytest.fixture
def hub() -> Iterator[HubServer]:
    with hub_server() as server:
        fill(server)
        yield server


@pytest.fixture
def open_window(
    qtbot: QtBot, paths: Paths, hub: HubServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Net]]:
    """Start the window's part of the network; a second call is the next start of Parley."""
    monkeypatch.setenv("PARLEY_TEST_KEYRING", str(paths.data / "keyring.json"))
    paths.data.mkdir(parents=True)
    made: list[Net] = []

    def make() -> Net:
        made.append(build_net(paths, hub))
        return made[-1]

    yield make
    for net in made:
        net.close()


@pytest.fixture
def net(open_window: Callable[[], Net]) -> Net:
    return open_window()
