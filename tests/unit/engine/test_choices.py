"""Sampling values and placement: what is chosen when nothing was asked, and what is tried next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.engine.api import SamplingParams
from app.engine.placement import (
    SMALLEST_CONTEXT,
    Machine,
    Plan,
    Wishes,
    first_plan,
    kv_bytes_per_token,
    step_down,
)
from app.engine.sampling import CANDIDATES, effective
from app.gguf.model import ModelFile, inspect
from app.placement.plan import Device
from app.system.hardware import available_memory, physical_cores, processor
from app.system.paths import starter_model

GIB = 1 << 30


@pytest.fixture(scope="module")
def file() -> ModelFile:
    """The starter model."""
    return inspect(starter_model())


def machine(free: int = 8 * GIB, gpu: int = 0) -> Machine:
    """A computer with four cores."""
    devices = [Device("GPU0", "a card", "gpu", gpu, gpu)] if gpu else []
    return Machine(4, free, devices)


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


def test_a_token_costs_what_the_head_says(file: ModelFile) -> None:
    # 6 layers, 4 key-value heads of 64, keys and values, two bytes each
    assert kv_bytes_per_token(file.header, "f16") == 6 * 4 * (64 + 64) * 2
    assert kv_bytes_per_token(file.header, "q8_0") == 6 * 4 * (64 + 64) * 34 / 32


def test_the_context_follows_the_wish_the_model_and_the_memory(file: ModelFile) -> None:
    assert first_plan(file, Wishes(), machine()).context == 16384
    assert first_plan(file, Wishes(context=4096), machine()).context == 4096
    assert first_plan(file, Wishes(context=1_000_000), machine()).context == 32768, "no further than trained"
    tight = first_plan(file, Wishes(), machine(free=file.weights_bytes + 100_000_000)).context
    assert SMALLEST_CONTEXT <= tight < 16384


def test_layers_go_to_the_gpu_as_far_as_they_fit(file: ModelFile) -> None:
    assert first_plan(file, Wishes(), machine()).gpu_layers == 0
    assert first_plan(file, Wishes(), machine(gpu=8 * GIB)).gpu_layers == 7
    assert first_plan(file, Wishes(gpu_layers=3), machine(gpu=8 * GIB)).gpu_layers == 3
    assert first_plan(file, Wishes(gpu_layers=0), machine(gpu=8 * GIB)).gpu_layers == 0
    assert 0 < first_plan(file, Wishes(), machine(gpu=GIB + 5_000_000)).gpu_layers < 7


def test_threads_follow_the_cores_and_the_model(file: ModelFile) -> None:
    assert first_plan(file, Wishes(), machine()).threads == 1, "7 MB of weights"
    assert first_plan(replace(file, weights_bytes=GIB), Wishes(), machine()).threads == 4
    assert first_plan(file, Wishes(threads=3), machine()).threads == 3


def test_the_ladder_goes_down_in_order_and_ends() -> None:
    plan: Plan | None = Plan(context=8192, kv_type="f16", gpu_layers=4, ubatch=512, threads=2)
    steps = []
    while plan is not None and (step := step_down(plan, weights_loaded=True)) is not None:
        plan, code = step
        steps.append(code)
    assert steps == ["context", "context", "kv_q8_0", "gpu_layers", "gpu_layers", "cpu"]


def test_weights_that_do_not_load_are_not_helped_by_a_smaller_context() -> None:
    plan = Plan(context=8192, kv_type="f16", gpu_layers=1, ubatch=512, threads=2)
    step = step_down(plan, weights_loaded=False)
    assert step is not None
    assert step[1] == "cpu"
    assert step_down(step[0], weights_loaded=False) is None


def test_the_machine_is_measured() -> None:
    assert physical_cores() >= 1
    assert available_memory() > 1_000_000
    assert processor()
