"""Placement for the window: live plans, exact figures from the real files worker, wishes that are remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from app.engine.api import ModelDescription, ThinkingSupport
from app.engine.files_api import (
    DescribeMachine,
    FileFailed,
    FileProblem,
    FilesCommand,
    MachineDescribed,
    Probe,
)
from app.gguf.model import inspect
from app.placement.plan import Fit, Machine, MeasuredUse, Placement, Reason, Wishes
from app.placement.planner import plan
from app.session.models.placement_session import PlacementSession, reclaimed_by
from app.session.models.placement_wording import explanation
from app.session.workers.files_client import FilesClient, LostJob
from app.session.workers.worker_process import DeathKind, WorkerDeath, new_request_id
from app.settings.store import SettingsStore
from app.system.paths import starter_model
from tests.unit.placement.shapes import SHAPES, card, computer

START = 60_000
"""Milliseconds, for liveness."""

DENSE, MOE = SHAPES["Qwen3-8B"], SHAPES["Qwen3-30B-A3B"]


class Desk(QObject):
    """Takes jobs like the files client; a test answers them."""

    answered = Signal(object)
    lost = Signal(object)

    def __init__(self, machine: Machine | None) -> None:
        super().__init__()
        self.jobs: list[FilesCommand] = []
        self._machine = machine

    def submit(self, command: FilesCommand) -> str:
        """Keep a job."""
        command = msgspec.structs.replace(command, request_id=new_request_id())
        self.jobs.append(command)
        return command.request_id

    def describe(self) -> None:
        """Answer the last question for the machine."""
        asked = [job for job in self.jobs if isinstance(job, DescribeMachine)][-1]
        assert self._machine is not None
        self.answered.emit(MachineDescribed(request_id=asked.request_id, machine=self._machine))


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    """Settings of their own."""
    return SettingsStore(tmp_path / "settings.json")


@pytest.fixture
def desk() -> Desk:
    """A computer with a card of 8 GiB."""
    return Desk(computer(card(7.5, total=8)))


@pytest.fixture
def session(desk: Desk, settings: SettingsStore) -> Iterator[PlacementSession]:
    """With no model loaded."""
    session = PlacementSession(desk, settings, lambda: None)
    yield session
    session.close()


def loaded(placement: Placement, *memory: MeasuredUse) -> ModelDescription:
    """A model in memory."""
    return ModelDescription(
        "m.gguf", "M", "qwen3", "Q8_0", 1, 1, 1, 1, ThinkingSupport.HYBRID, placement=placement, memory=[*memory]
    )


def shown(session: PlacementSession) -> Placement:
    """The placement, which there must be."""
    assert session.placement is not None
    return session.placement


def test_sliders_replan_at_once(session: PlacementSession, desk: Desk, qtbot: QtBot) -> None:
    session.for_model(MOE, None)
    assert not session.explanation
    with qtbot.waitSignal(session.changed):
        desk.describe()
    assert shown(session).fit is Fit.GPU_EXPERTS_CPU
    limits = session.limits
    assert (limits.context, limits.layers, limits.expert_layers, limits.threads) == (131_072, 49, 48, 8)
    with qtbot.waitSignal(session.changed):
        session.set_cpu_experts(48)
    assert shown(session).cpu_expert_layers == 48
    session.set_context(40_000)
    assert (shown(session).context, shown(session).yarn_factor) == (40_000, 2.0)
    session.set_gpu_layers(0)
    assert shown(session).fit is Fit.CPU
    session.set_kv_type("q8_0")
    session.set_threads(2)
    assert (shown(session).kv_type, shown(session).threads) == ("q8_0", 2)
    session.reset_to_auto()
    assert session.wishes == Wishes()
    assert shown(session).fit is Fit.GPU_EXPERTS_CPU


def test_wishes_are_remembered_per_model(desk: Desk, settings: SettingsStore, tmp_path: Path) -> None:
    session = PlacementSession(desk, settings, lambda: None)
    session.for_model(DENSE, "/models/a.gguf")
    session.set_context(8192)
    assert settings.current.placements["/models/a.gguf"].context == 8192, "at once, as a load may follow"
    session.for_model(MOE, "/models/b.gguf")
    assert session.wishes == Wishes()
    session.close()
    again = PlacementSession(desk, SettingsStore(tmp_path / "settings.json"), lambda: None)
    again.for_model(DENSE, "/models/a.gguf")
    assert again.wishes.context == 8192
    again.reset_to_auto()
    again.close()
    assert SettingsStore(tmp_path / "settings.json").current.placements == {}


def test_a_model_that_is_not_here_is_not_asked_about(session: PlacementSession, desk: Desk, qtbot: QtBot) -> None:
    session.for_model(DENSE, None)
    desk.describe()
    session.set_context(4096)
    qtbot.wait(600)
    assert not [job for job in desk.jobs if isinstance(job, Probe)]


def test_one_question_at_a_time_and_the_last_wish_counts(session: PlacementSession, desk: Desk, qtbot: QtBot) -> None:
    def asked() -> list[Probe]:
        return [job for job in desk.jobs if isinstance(job, Probe)]

    session.for_model(DENSE, "/models/a.gguf")
    desk.describe()
    qtbot.waitUntil(lambda: len(asked()) == 1, timeout=START)
    session.set_context(4096)
    session.set_context(8192)
    qtbot.wait(600)
    assert len(asked()) == 1
    desk.answered.emit(FileFailed(request_id=asked()[0].request_id, problem=FileProblem.MISSING))
    qtbot.waitUntil(lambda: len(asked()) == 2, timeout=START)
    assert asked()[1].wishes.context == 8192
    death = WorkerDeath(DeathKind.CRASHED, 6, "")
    desk.lost.emit(LostJob(asked()[1], death))
    qtbot.wait(600)
    assert len(asked()) == 2, "a file that ends the worker is not asked about again"
    assert session.placement is not None


def test_the_real_worker_answers_for_the_starter_model(qtbot: QtBot, settings: SettingsStore, tmp_path: Path) -> None:
    files = FilesClient(tmp_path / "logs")
    session = PlacementSession(files, settings, lambda: None)
    shape = inspect(starter_model()).shape
    session.for_model(shape, str(starter_model()))
    qtbot.waitUntil(lambda: session.placement is not None, timeout=START)
    assert session.machine is not None
    assert session.machine.memory_bandwidth > 1e8
    estimate = plan(shape, Wishes(), session.machine).uses[0].compute_bytes

    def exact() -> bool:
        return session.placement is not None and session.placement.uses[0].compute_bytes != estimate

    qtbot.waitUntil(exact, timeout=START)
    assert session.placement is not None
    assert session.placement.uses[0].compute_bytes == pytest.approx(estimate, rel=0.15)
    assert session.explanation
    session.close()
    files.stop()


def test_what_unloading_frees() -> None:
    placement = plan(DENSE, Wishes(), computer(card(24)))
    memory = (MeasuredUse("", 100, 10, 1), MeasuredUse("CUDA0", 1000, 200, 30))
    assert reclaimed_by(None) == {}
    assert reclaimed_by(loaded(placement, *memory)) == {"": 111, "CUDA0": 1230}
    mapped = msgspec.structs.replace(placement, mapped=True)
    assert reclaimed_by(loaded(mapped, *memory)) == {"": 11, "CUDA0": 1230}, "mapped pages count as free"


def test_the_loaded_model_makes_room(desk: Desk, settings: SettingsStore) -> None:
    placement = plan(DENSE, Wishes(), computer(card(24)))
    session = PlacementSession(desk, settings, lambda: loaded(placement, MeasuredUse("CUDA0", 4 << 30, 0, 0)))
    session.for_model(SHAPES["Qwen3-14B"], None)
    desk.describe()
    assert session.placement is not None
    assert session.placement.gpu_layers > plan(SHAPES["Qwen3-14B"], Wishes(), computer(card(7.5))).gpu_layers
    session.close()


# why a card is not used is said beside this sentence, with the card's name and "Check again"
@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.GPU_FAULTY])
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    placement = msgspec.structs.replace(plan(DENSE, Wishes(), computer()), reasons=[reason])
    sentence = explanation(placement)
    assert sentence.endswith(".")
    assert len(sentence) > 20
