"""A throw-away child that loads a model file once: what it writes to standard output is what is wrong with it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from app.engine.llama import NativeError
from app.engine.llama_quantize import try_model
from app.engine.probe import trusted_backend
from app.engine.throwaway import only_output, run_throwaway
from app.system.child import die_with_parent
from app.system.hardware import physical_cores
from app.system.paths import cache_folder

START_SECONDS = 120.0
BYTES_PER_SECOND = 10_000_000
"""What the slowest disk that people use gives."""


def problem_of(path: Path, waiting: Callable[[], None] = lambda: None) -> str:
    """Return what is wrong with a model file, as a fact and no sentence, or "" when it loads and computes.

    ``waiting`` is called every second: a large file takes its time.
    """

    def go_on() -> bool:
        waiting()
        return True

    try:
        seconds = START_SECONDS + path.stat().st_size / BYTES_PER_SECOND
        ended = run_throwaway("engine-check", [str(path)], seconds, go_on)
    except OSError as error:
        return str(error)
    return ended.text if ended.well else "took too long" if ended.hung else f"ended with code {ended.code}"


def main(path: str) -> int:
    """Be the child."""
    die_with_parent()
    sink = only_output()
    os.environ["GGML_NO_BACKTRACE"] = "1"
    try:
        backend = trusted_backend(cache_folder())
    except (NativeError, ImportError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    os.write(sink, try_model(Path(path), physical_cores()).encode())
    backend.close()
    return 0
