"""The client starts, hears, watches and replaces the worker."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.engine.api import AnyEvent, LoadModel, ModelLoaded
from app.session.workers import engine_client
from app.session.workers.engine_client import EngineClient, EngineState
from app.session.workers.worker_process import DeathKind, WorkerDeath
from app.system.paths import Paths

MakeEngine = Callable[[str], EngineClient]


def deaths_of(engine: EngineClient) -> list[WorkerDeath]:
    deaths: list[WorkerDeath] = []
    engine.died.connect(deaths.append)
    return deaths


def test_commands_wait_for_the_hello_and_arrive(qtbot: QtBot, make_engine: MakeEngine) -> None:
    engine, events = make_engine("normal"), list[AnyEvent]()
    engine.received.connect(events.append)
    engine.send(LoadModel(request_id="1", path="m.gguf"))
    qtbot.waitUntil(lambda: any(isinstance(event, ModelLoaded) for event in events), timeout=20_000)
    assert engine.state is EngineState.RUNNING


def test_garbage_oversized_and_early_frames_are_dropped(qtbot: QtBot, make_engine: MakeEngine) -> None:
    engine, events = make_engine("garbage"), list[AnyEvent]()
    deaths = deaths_of(engine)
    engine.received.connect(events.append)
    engine.send(LoadModel(request_id="1", path="m.gguf"))
    qtbot.waitUntil(lambda: any(isinstance(event, ModelLoaded) for event in events), timeout=20_000)
    assert {event.request_id for event in events} == {"1"}
    assert not deaths


def test_a_killed_worker_is_reported_and_replaced(qtbot: QtBot, make_engine: MakeEngine) -> None:
    engine = make_engine("normal")
    deaths = deaths_of(engine)
    engine.start()
    qtbot.waitUntil(lambda: engine.state is EngineState.RUNNING, timeout=20_000)
    first = engine.process_id
    os.kill(first, signal.SIGKILL)
    qtbot.waitUntil(lambda: engine.state is EngineState.RUNNING and engine.process_id != first, timeout=20_000)
    assert [(death.kind, death.code) for death in deaths] == [(DeathKind.CRASHED, 9)]


def test_workers_that_keep_dying_are_given_up_until_asked_again(qtbot: QtBot, make_engine: MakeEngine) -> None:
    engine = make_engine("exits")
    deaths = deaths_of(engine)
    engine.start()
    qtbot.waitUntil(lambda: engine.state is EngineState.FAILED, timeout=40_000)
    assert len(deaths) == engine_client.BREAKER_DEATHS
    assert all(death.kind is DeathKind.EXITED and death.code == 3 for death in deaths)
    assert "the last words" in deaths[-1].log_tail
    engine.send(LoadModel(request_id="1", path="m.gguf"))
    assert engine.state is not EngineState.FAILED


@pytest.mark.parametrize("mode", ["silent", "stuck"])
def test_a_hanging_worker_is_ended(
    qtbot: QtBot, make_engine: MakeEngine, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    monkeypatch.setattr(engine_client, "HANG_SECONDS", 2.0)
    engine = make_engine(mode)
    deaths = deaths_of(engine)
    engine.start()
    qtbot.waitUntil(lambda: bool(deaths), timeout=20_000)
    assert deaths[0].kind is DeathKind.HUNG


def test_a_stopped_process_is_found_within_ten_seconds(qtbot: QtBot, make_engine: MakeEngine) -> None:
    engine = make_engine("normal")
    deaths = deaths_of(engine)
    engine.start()
    qtbot.waitUntil(lambda: engine.state is EngineState.RUNNING, timeout=20_000)
    os.kill(engine.process_id, signal.SIGSTOP)
    qtbot.waitUntil(lambda: bool(deaths), timeout=int(engine_client.HANG_SECONDS * 1000) + 5_000)
    assert deaths[0].kind is DeathKind.HUNG


def test_another_protocol_is_not_spoken(qtbot: QtBot, make_engine: MakeEngine) -> None:
    engine = make_engine("other-version")
    deaths = deaths_of(engine)
    engine.start()
    qtbot.waitUntil(lambda: engine.state is EngineState.FAILED, timeout=20_000)
    assert deaths[0].kind is DeathKind.WRONG_PROTOCOL


def test_a_missing_program_is_said_so(qtbot: QtBot, paths: Paths) -> None:
    engine = EngineClient(paths.logs, command=["/nonexistent/worker"])
    deaths = deaths_of(engine)
    engine.start()
    qtbot.waitUntil(lambda: bool(deaths), timeout=20_000)
    assert deaths[0].kind is DeathKind.NOT_STARTED
    assert engine.state is EngineState.FAILED
    engine.stop()
