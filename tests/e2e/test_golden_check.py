"""The build of llama.cpp in this environment is tried, and a broken one is noticed, as set-up does it."""

import shutil
import sys
from pathlib import Path

import pytest

from app.engine.backend import library_folder
from devtools import environment
from devtools.places import default_places


def test_the_installed_build_gives_the_expected_tokens() -> None:
    assert environment.golden_problem(default_places()) is None


@pytest.mark.skipif(sys.platform != "linux", reason="breaks Linux's libraries")
def test_a_build_that_crashes_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Path(shutil.copytree(library_folder(), tmp_path / "lib"))
    for library in broken.glob("libggml-cpu*"):
        library.write_bytes(library.read_bytes()[:200_000])  # the rest is read only when it is needed: a bus error
    monkeypatch.setenv("LLAMA_CPP_LIB_PATH", str(broken))
    problem = environment.golden_problem(default_places())
    assert problem is not None
    assert "signal" in problem
