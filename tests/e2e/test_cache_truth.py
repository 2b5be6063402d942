"""After any sequence of edits, branches, cancels and fetches from disk the model computes what it would have anyway."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.system.child import worker_folder
from app.system.paths import starter_model
from tests.helpers.engine_process import MODELS

DEADLINE = 1500.0
EVERYTHING = ("answers", "cut", "continued", "ahead", "restored")
DENSE, MIXTURE = starter_model(), MODELS / "qwen3moe-tiny-hybrid-Q8_0.gguf"


def run(game: str, model: Path, *numbers: int) -> dict[str, float]:
    """Play; return how often what took part."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.helpers.{game}", str(model), *map(str, numbers)],
        cwd=worker_folder(), capture_output=True, text=True, timeout=DEADLINE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-6000:]
    words = done.stdout.split()
    return {name: float(count) for name, count in zip(words[::2], words[1::2], strict=True)}


@pytest.mark.parametrize(("model", "size_of_slice"), [(DENSE, 32), (MIXTURE, 1)], ids=["dense", "mixture"])
def test_any_sequence_leaves_what_a_fresh_context_would_hold(model: Path, size_of_slice: int) -> None:
    counts = run("cache_truth", model, size_of_slice, 6, 12, 4)
    assert counts["restored"] > 0, "the disk took part"


def test_so_does_any_sequence_of_questions_and_answers() -> None:
    counts = run("answer_truth", DENSE, 12, 20, 4)
    assert all(counts[what] for what in EVERYTHING), counts


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("model", [DENSE, MIXTURE], ids=["dense", "mixture"])
@pytest.mark.parametrize("size_of_slice", [1, 32])
def test_many_sequences(model: Path, size_of_slice: int, seed: int) -> None:
    assert run("cache_truth", model, size_of_slice, 300, 40, seed)["restored"] > 0


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("model", [DENSE, MIXTURE], ids=["dense", "mixture"])
def test_many_sequences_of_questions_and_answers(model: Path, seed: int) -> None:
    counts = run("answer_truth", model, 100, 30, seed)
    assert all(counts[what] for what in EVERYTHING), counts
