"""Sampling values: what is chosen when nothing was asked."""

from __future__ import annotations

import pytest

from app.engine.api import SamplingParams
from app.engine.sampling import CANDIDATES, effective
from app.system.hardware import available_memory, physical_cores, processor, total_memory


@pytest.mark.parametrize(
    ("architecture", "thinking", "expected"),
    [
        ("qwen3", True, (0.6, 20, 0.95, 0.0)),
        ("qwen3moe", False, (0.7, 20, 0.8, 0.0)),
        ("llama", True, (0.8, 40, 0.95, 0.05)),
    ],
)
def test_each_family_and_mode_has_its_own_values(
    architecture: str, thinking: bool, expected: tuple[float, int, float, float]
) -> None:
    how = effective(SamplingParams(), architecture, thinking=thinking)
    assert (how.temperature, how.top_k, how.top_p, how.min_p) == expected
    assert not how.penalised
    assert not how.greedy


def test_what_is_asked_is_taken_even_greedy_thinking() -> None:
    how = effective(SamplingParams(temperature=0.0, top_k=0, seed=-1, presence_penalty=1.5), "qwen3", thinking=True)
    assert how.greedy
    assert how.penalised
    assert how.top_k == CANDIDATES, "never top_p over the whole vocabulary"
    assert how.seed == 0xFFFFFFFF


def test_seeds_differ_unless_given() -> None:
    assert len({effective(SamplingParams(), "qwen3", thinking=True).seed for _ in range(5)}) > 1
    assert effective(SamplingParams(seed=7), "qwen3", thinking=True).seed == 7


def test_penalties_look_at_enough_candidates() -> None:
    assert effective(SamplingParams(top_k=500, repeat_penalty=1.1), "x", thinking=False).candidates == 500


def test_the_machine_is_measured() -> None:
    assert physical_cores() >= 1
    assert 1_000_000 < available_memory() <= total_memory()
    assert processor()
