"""What the engine's process must never load: it should take as little memory as a program in C++ does."""

from __future__ import annotations

import subprocess
import sys

from app.system.child import worker_environment, worker_folder

UNWANTED = {
    "dataclasses", "inspect", "ast", "cryptography", "ssl", "tempfile", "platformdirs", "jinja2", "numpy", "PySide6",
}  # fmt: skip

LOOK = """
import sys
from app.__main__ import main
try:
    main(["--worker", "engine"])  # with nothing to read it ends at once
finally:
    sys.stderr.write("\\nLOADED " + " ".join(sys.modules))
"""


def loaded_by_the_engine() -> set[str]:
    child = subprocess.run(
        [sys.executable, "-c", LOOK],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=100, check=False,
        cwd=worker_folder(), env=worker_environment(),
    )  # fmt: skip
    loaded = set(child.stderr.rpartition("LOADED ")[2].split())
    assert "llama_cpp.llama_cpp" in loaded, child.stderr[-2000:]
    return loaded


def test_the_engine_loads_nothing_that_it_does_not_use() -> None:
    loaded_by_the_engine()  # a machine's first start proves the build and writes that down, with more modules
    unwanted = sorted(UNWANTED & loaded_by_the_engine())
    assert unwanted == []
