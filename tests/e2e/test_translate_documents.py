"""Documents through the real window, worker and model: saved as they should be, and on after the window was killed."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.chat.store_documents import UnitRecord
from app.session.translate.documents.job import JobState
from app.system.child import worker_folder
from app.system.paths import Paths
from app.ui.parley import Parley
from tests.e2e.conftest import START
from tests.e2e.test_offline import internet_sockets
from tests.e2e.test_window_killed import environment, reopen
from tests.helpers.phrases import phrases

SEED = 20261122
CUES = 12
UNITS = 16
KILL_AFTER = 5  # pieces
SOAK_UNITS = int(os.environ.get("PARLEY_SOAK_DOCUMENT_UNITS", "80"))
TIMING = re.compile(r"^\d\d:\d\d:\d\d,\d{3} --> .*$", re.MULTILINE)


def sample(count: int) -> list[tuple[str, str]]:
    return random.Random(SEED).sample(phrases("de", "en"), count)


def subtitles(lines: list[str]) -> str:
    """Return a file as editors of films write them."""
    cues = [
        f"{number}\n00:00:{2 * number:02},000 --> 00:00:{2 * number + 1:02},{500 + number}\n{line}\n"
        for number, line in enumerate(lines, start=1)
    ]
    return "\n".join(cues)


def test_a_film_is_translated_through_the_window(qtbot: QtBot, parley: Parley, tmp_path: Path) -> None:
    pairs = sample(CUES)
    source = tmp_path / "Film.de.srt"
    source.write_text(subtitles([german for german, _ in pairs]), encoding="utf-8")
    parley.window.translation.open()
    page = parley.window.translation.page
    assert page is not None
    assert page.documents is not None
    page.session.source_language, page.session.target_language = "", "en"
    page.bar.documents.click()
    page.documents.add([source])
    documents = parley.translate_side().documents().session
    (job,) = documents.jobs
    qtbot.waitUntil(lambda: job.state in {JobState.DONE, JobState.FAILED}, timeout=START)
    assert (job.state, job.order.source) == (JobState.DONE, "de")
    target = documents.suggested_path(job.id)
    assert target.name == "Film.en.srt"
    page.documents.save(job.id, target)
    qtbot.waitUntil(target.exists, timeout=START)
    written = target.read_text(encoding="utf-8")
    assert TIMING.findall(written) == TIMING.findall(source.read_text(encoding="utf-8"))
    assert written == subtitles([english for _, english in pairs])
    assert not internet_sockets()


@pytest.mark.timeout(180)
def test_a_killed_window_goes_on_by_itself(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = sample(UNITS)
    source = tmp_path / "Brief.txt"
    source.write_text("\n\n".join(german for german, _ in pairs), encoding="utf-8")
    told = run(paths, tmp_path, [str(source)], last={"unit": KILL_AFTER - 1})
    store = reopen(paths, monkeypatch, tmp_path)
    (record,) = store.documents()
    assert len(told) - 1 <= record.done < UNITS
    store.close()
    told = run(paths, tmp_path, [], last={"finished": "Brief.txt"})
    assert told[0] == {"unit": record.done}  # nothing is done twice
    assert len(told) == UNITS - record.done + 1
    store = reopen(paths, monkeypatch, tmp_path)
    assert [unit.translation for unit in store.document_units(record.id)] == [english for _, english in pairs]
    store.close()


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_killed_again_and_again_it_gets_there(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(SEED)
    pairs = sample(SOAK_UNITS)
    source = tmp_path / "Brief.txt"
    source.write_text("\n\n".join(german for german, _ in pairs), encoding="utf-8")
    arguments, done, kills = [str(source)], 0, 0
    units: list[UnitRecord] = []
    while done < SOAK_UNITS:
        aim = min(SOAK_UNITS - 1, done + rng.randrange(1, 4))
        last: dict[str, object] = {"unit": aim} if aim < SOAK_UNITS - 1 else {"finished": "Brief.txt"}
        told = run(paths, tmp_path, arguments, last)
        arguments, kills = [], kills + 1
        store = reopen(paths, monkeypatch, tmp_path)
        (record,) = store.documents()
        units = store.document_units(record.id)
        assert store.problems() == []
        store.close()
        assert record.done >= done + sum("unit" in line for line in told) - 1
        done = record.done
    assert kills > SOAK_UNITS // 4
    assert [unit.translation for unit in units] == [english for _, english in pairs]


def run(paths: Paths, tmp_path: Path, arguments: list[str], last: dict[str, object]) -> list[dict[str, object]]:
    """Start a window, kill it when it has said ``last``; return all that it said until it was gone."""
    command = [sys.executable, "-m", "tests.helpers.translating_window", *arguments]
    told: list[dict[str, object]] = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        cwd=worker_folder(), env=environment(paths, tmp_path), text=True,
    ) as window:  # fmt: skip
        assert window.stdout is not None
        try:
            for line in window.stdout:
                told.append(json.loads(line))
                if told[-1] == last:
                    break
        finally:
            window.kill()
        told += [json.loads(line) for line in window.stdout if line.endswith("}\n")]
    return told
