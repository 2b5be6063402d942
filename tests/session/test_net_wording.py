"""Every problem has a sentence and advice of its own."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.catalog.net_api import NetFailed, NetProblem, Source
from app.session.workers.net_wording import failed_problem, net_problem, other_source, source_name

GENERAL = net_problem(NetProblem.INTERNAL, Source.HUGGING_FACE).sentence


@pytest.mark.parametrize("problem", list(NetProblem))
@pytest.mark.parametrize("source", list(Source))
def test_every_problem_has_words(qtbot: QtBot, problem: NetProblem, source: Source) -> None:
    said = net_problem(problem, source, "technical", retry_after=90, needed=5_000_000_000, available=7)
    assert said.sentence.endswith(".")
    assert said.advice.endswith(".")
    assert "{" not in said.sentence + said.advice
    assert said.details == "technical"
    assert (said.sentence == GENERAL) == (problem is NetProblem.INTERNAL)


def test_no_two_problems_say_the_same(qtbot: QtBot) -> None:
    sentences = [net_problem(problem, Source.HUGGING_FACE).sentence for problem in NetProblem]
    assert len(set(sentences)) == len(sentences)


def test_a_full_disk_says_how_much(qtbot: QtBot) -> None:
    failed = NetFailed(problem=NetProblem.DISK_FULL, needed=5 << 30, available=1 << 20)
    assert "5.00" in failed_problem(failed, Source.HUGGING_FACE).sentence


def test_the_other_of_two() -> None:
    assert {other_source(source) for source in Source} == set(Source)
    assert all(other_source(source) is not source for source in Source)
    assert {source_name(source) for source in Source} == {"Hugging Face", "ModelScope"}
