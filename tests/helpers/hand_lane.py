"""A translation session whose model answers when the test says so; settings, store and thread are the real ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.chat.store import ConversationStore
from app.engine.api import StopReason
from app.session.keeping.store_access import StoreAccess
from app.session.models.model_session import ModelSession
from app.session.tasks import BackgroundThread
from app.session.translate.session import TranslateSession
from app.session.translate.state import Collaborators
from app.session.workers.engine_client import EngineClient
from app.session.workers.engine_lane import EngineLane, LaneJob, LaneState
from app.settings.store import SettingsStore
from app.system.paths import Paths

MS = 20_000
Answer = Callable[[str], str]


def asked(job: LaneJob) -> str:
    """Return everything that the model is told."""
    return job.request.messages[-1].content


def between_marks(job: LaneJob) -> str:
    """Return the text that is to be translated."""
    found = re.search(r"<(text[-\d]*)>\n(.*)\n</\1>", asked(job), re.DOTALL)
    assert found, asked(job)
    return found[2]


def saying(words: str) -> Answer:
    """Return a model that says this, whatever it is asked."""
    return lambda _: words


class HandLane(EngineLane):
    """Keeps the order of the real one: one job at a time, the urgent ones first. No engine and no model."""

    def __init__(self) -> None:
        QObject.__init__(self)
        self.state = LaneState.IDLE
        self.requests = 0
        self.jobs: list[LaneJob] = []

    @override
    def submit(self, job: LaneJob) -> None:
        self.jobs.append(job)
        self.requests += 1

    @override
    def cancel(self, job: LaneJob) -> None:
        if job in self.jobs:
            self.jobs.remove(job)

    def answer(self, text: Answer, reason: StopReason = StopReason.END) -> None:
        """Finish the first job."""
        job = self.jobs.pop(0)
        job.on_done(text(between_marks(job)), reason)

    def grow(self, text: Answer, share: float) -> None:
        """Show a part of what the first job will answer."""
        job = self.jobs[0]
        whole = text(between_marks(job))
        if job.on_text is not None:
            job.on_text(whole[: round(len(whole) * share)])


@dataclass
class ByHand:
    """A session, and the hands."""

    qtbot: QtBot
    session: TranslateSession
    lane: HandLane
    settings: SettingsStore
    access: StoreAccess
    store: ConversationStore
    with_: Collaborators

    def put(self, text: str) -> None:
        """Type or paste; returns when it is cut into rows and the store was asked for them."""
        self.session.set_source(text)
        self.qtbot.waitUntil(lambda: not self.session.preparing, timeout=MS)
        self.settle()

    def answer_all(self, text: Answer = str.upper) -> None:
        """Answer until nothing is asked any more."""
        self.settle()
        while self.lane.jobs:
            self.lane.answer(text)
            self.settle()

    def translated(self, text: str, answer: Answer = str.upper) -> str:
        """Return what becomes of a text."""
        self.put(text)
        self.session._cool()  # as if the time for typing on had passed
        self.answer_all(answer)
        return self.session.target_text

    def settle(self) -> None:
        """Let both threads finish, and what they call."""
        for thread in (self.with_.thread, self.access.thread_) * 2:
            done: list[bool] = []
            thread.run(lambda: True, done.append)
            self.qtbot.waitUntil(partial(bool, done), timeout=MS)

    def another(self) -> TranslateSession:
        """Return a second session of the same program."""
        return TranslateSession(self.with_)

    def close(self) -> None:
        """End the threads."""
        self.access.close()
        self.with_.thread.close()


def by_hand(qtbot: QtBot, paths: Paths, *, source: str = "en", target: str = "de") -> ByHand:
    """Build a session; nothing is loaded."""
    settings = SettingsStore(paths.settings_file)
    settings.change(translate_source=source, translate_target=target)
    models = ModelSession(EngineClient(paths.logs), settings)
    access = StoreAccess(BackgroundThread("test-store"))
    thread, lane = BackgroundThread("test-translate"), HandLane()
    with_ = Collaborators(lane, models, access, settings, thread)
    session = TranslateSession(with_)
    made: list[ConversationStore] = []
    access.thread_.run(ConversationStore.temporary, made.append)
    qtbot.waitUntil(lambda: bool(made), timeout=MS)
    access.attach(made[0])
    return ByHand(qtbot, session, lane, settings, access, made[0], with_)
