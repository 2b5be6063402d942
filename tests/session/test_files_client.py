"""The queue of jobs on files, with the real worker and with ones that misbehave."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from app.engine.files_api import FileFailed, FileInspected, FileProblem, FileVerified, Inspect, JobProgress, Verify
from app.session.workers.files_client import FilesClient, LostJob
from app.session.workers.worker_process import DeathKind
from app.system.paths import Paths, starter_model

LONG = 60_000
"""Milliseconds; liveness, not speed."""


class Heard:
    """Everything that a client said."""

    def __init__(self, client: FilesClient) -> None:
        self.answers: list[object] = []
        self.progress: list[JobProgress] = []
        self.lost: list[LostJob] = []
        client.answered.connect(self.answers.append)
        client.progressed.connect(self.progress.append)
        client.lost.connect(self.lost.append)


@pytest.fixture
def make_client(qtbot: QtBot, paths: Paths) -> Iterator[Callable[..., FilesClient]]:
    made: list[FilesClient] = []

    def make(*command: str) -> FilesClient:
        made.append(FilesClient(paths.logs, command=list(command) or None))
        return made[-1]

    yield make
    for client in made:
        client.stop()


@pytest.fixture
def client(make_client: Callable[..., FilesClient]) -> FilesClient:
    return make_client()


def endless(tmp_path: Path) -> str:
    """A file that takes minutes to verify and no disk."""
    path = tmp_path / "endless.gguf"
    with path.open("wb") as file:
        file.truncate(300 << 30)
    return str(path)


def test_once_stopped_it_starts_no_worker_for_who_asks_late(client: FilesClient) -> None:
    client.submit(Inspect(path=str(starter_model())))
    client.stop()
    client.submit(Inspect(path=str(starter_model())))
    assert (client.process_id, client.waiting) == (0, [])


def test_jobs_run_in_order_in_one_process(qtbot: QtBot, client: FilesClient, tmp_path: Path) -> None:
    heard = Heard(client)
    ids = [client.submit(Inspect(path=str(starter_model()))), client.submit(Inspect(path=str(tmp_path / "no.gguf")))]
    ids.append(client.submit(Verify(path=str(starter_model()))))
    assert client.waiting == ids[1:]
    pid = client.process_id
    qtbot.waitUntil(lambda: len(heard.answers) == 3, timeout=LONG)
    first, second, third = heard.answers
    assert isinstance(first, FileInspected)
    assert isinstance(second, FileFailed)
    assert isinstance(third, FileVerified)
    assert [first.request_id, second.request_id, third.request_id] == ids
    assert second.problem is FileProblem.MISSING
    assert client.process_id == pid != 0


def test_a_killed_worker_loses_its_job_and_no_other(qtbot: QtBot, client: FilesClient, tmp_path: Path) -> None:
    heard = Heard(client)
    long = client.submit(Verify(path=endless(tmp_path)))
    client.submit(Inspect(path=str(starter_model())))
    qtbot.waitUntil(lambda: bool(heard.progress), timeout=LONG)
    os.kill(client.process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(heard.answers), timeout=LONG)
    assert isinstance(heard.answers[0], FileInspected)
    (lost,) = heard.lost
    assert (lost.command.request_id, lost.death.kind) == (long, DeathKind.CRASHED)


def test_cancelling_ends_the_process_of_a_running_job(qtbot: QtBot, client: FilesClient, tmp_path: Path) -> None:
    heard = Heard(client)
    long = client.submit(Verify(path=endless(tmp_path)))
    qtbot.waitUntil(lambda: bool(heard.progress), timeout=LONG)
    pid = client.process_id
    other = client.submit(Inspect(path=str(starter_model())))
    dropped = client.submit(Inspect(path=str(starter_model())))
    client.cancel(dropped)
    client.cancel(long)
    assert not psutil.pid_exists(pid)
    qtbot.waitUntil(lambda: bool(heard.answers), timeout=LONG)
    assert [getattr(answer, "request_id", "") for answer in heard.answers] == [other]
    assert not heard.lost
    assert not client.waiting


def test_an_idle_worker_is_let_go_and_a_new_job_starts_another(
    qtbot: QtBot, make_client: Callable[..., FilesClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.session.workers.files_client.IDLE_SECONDS", 0.3)
    client = make_client()
    heard = Heard(client)
    client.submit(Inspect(path=str(starter_model())))
    qtbot.waitUntil(lambda: len(heard.answers) == 1, timeout=LONG)
    pid = client.process_id
    qtbot.waitUntil(lambda: client.process_id == 0, timeout=LONG)
    assert not psutil.pid_exists(pid)
    client.submit(Inspect(path=str(starter_model())))
    qtbot.waitUntil(lambda: len(heard.answers) == 2, timeout=LONG)
    assert not heard.lost


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        ("import sys; sys.exit(3)", DeathKind.EXITED),
        ('print(\'{"type":"FilesHello","protocol":99}\', flush=True); input()', DeathKind.WRONG_PROTOCOL),
        ("print('nonsense' * 1000, flush=True)", DeathKind.EXITED),
    ],
)
def test_workers_that_are_none(
    qtbot: QtBot, make_client: Callable[..., FilesClient], script: str, kind: DeathKind
) -> None:
    client = make_client(sys.executable, "-c", script)
    heard = Heard(client)
    ids = [client.submit(Inspect(path="a")), client.submit(Inspect(path="b"))]
    qtbot.waitUntil(lambda: len(heard.lost) == 2, timeout=LONG)
    assert [job.command.request_id for job in heard.lost] == ids
    assert {job.death.kind for job in heard.lost} == {kind}


def test_a_program_that_is_not_there(qtbot: QtBot, make_client: Callable[..., FilesClient], tmp_path: Path) -> None:
    client = make_client(str(tmp_path / "missing"))
    heard = Heard(client)
    for _ in range(50):
        client.submit(Inspect(path="a"))
    qtbot.waitUntil(lambda: len(heard.lost) == 50, timeout=LONG)
    assert {job.death.kind for job in heard.lost} == {DeathKind.NOT_STARTED}


def test_a_silent_worker_is_ended(
    qtbot: QtBot, make_client: Callable[..., FilesClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.session.workers.files_client.SILENCE_SECONDS", 0.3)
    client = make_client(sys.executable, "-c", "input()")
    heard = Heard(client)
    client.submit(Inspect(path="a"))
    qtbot.waitUntil(lambda: bool(heard.lost), timeout=LONG)
    assert heard.lost[0].death.kind is DeathKind.HUNG


def test_events_of_jobs_that_do_not_run_are_dropped(qtbot: QtBot, make_client: Callable[..., FilesClient]) -> None:
    script = (
        "import sys, json\n"
        "say = lambda **m: print(json.dumps(m), flush=True)\n"
        "say(type='FilesHello', protocol=1)\n"
        "for line in sys.stdin:\n"
        "    say(type='FileFailed', problem='internal', request_id='stale')\n"
        "    say(type='JobProgress', done=1, total=2, request_id='stale')\n"
        "    say(type='FileFailed', problem='missing', request_id=json.loads(line)['request_id'])\n"
    )
    client = make_client(sys.executable, "-c", script)
    heard = Heard(client)
    mine = client.submit(Inspect(path="a"))
    qtbot.waitUntil(lambda: bool(heard.answers), timeout=LONG)
    assert [(type(a), getattr(a, "request_id", "")) for a in heard.answers] == [(FileFailed, mine)]
    assert not heard.progress
