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
DENSE, MIXTURE = starter_model(), MODELS / "qwen3moe-tiny-hybrid-Q8_0.gguf"


def run(model: Path, size_of_slice: int, examples: int, steps: int, seed: int) -> int:
    """Play; return how often something was fetched from disk."""
    numbers = map(str, (size_of_slice, examples, steps, seed))
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.cache_truth", str(model), *numbers],
        cwd=worker_folder(), capture_output=True, text=True, timeout=DEADLINE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-6000:]
    return int(done.stdout.split()[1])


@pytest.mark.parametrize(("model", "size_of_slice"), [(DENSE, 32), (MIXTURE, 1)], ids=["dense", "mixture"])
def test_any_sequence_leaves_what_a_fresh_context_would_hold(model: Path, size_of_slice: int) -> None:
    assert run(model, size_of_slice, examples=6, steps=12, seed=4) > 0, "the disk took part"


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("model", [DENSE, MIXTURE], ids=["dense", "mixture"])
@pytest.mark.parametrize("size_of_slice", [1, 32])
def test_many_sequences(model: Path, size_of_slice: int, seed: int) -> None:
    assert run(model, size_of_slice, examples=300, steps=40, seed=seed) > 0
