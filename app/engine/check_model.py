"""A throw-away child that loads a model file once: what it writes to standard output is what is wrong with it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from app.engine.backend import Backend
from app.engine.llama import NativeError
from app.engine.llama_quantize import try_model
from app.engine.probe import trusted_variant
from app.system.child import die_with_parent, worker_command, worker_environment, worker_folder
from app.system.hardware import physical_cores
from app.system.paths import cache_folder
from app.system.sandbox import no_console

START_SECONDS = 120.0
WAIT_SECONDS = 1.0
BYTES_PER_SECOND = 10_000_000
"""What the slowest disk that people use gives."""


def problem_of(path: Path, waiting: Callable[[], None] = lambda: None) -> str:
    """Return what is wrong with a model file, as a fact and no sentence, or "" when it loads and computes.

    ``waiting`` is called every second: a large file takes its time.
    """
    try:
        with subprocess.Popen(  # noqa: S603  (our own program)
            [*worker_command("engine-check"), str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            cwd=worker_folder(),
            env=worker_environment(),
            creationflags=no_console(),
        ) as child:
            output = _output(child, time.monotonic() + START_SECONDS + path.stat().st_size / BYTES_PER_SECOND, waiting)
    except OSError as error:
        return str(error)
    return output if child.returncode == 0 else f"ended with code {child.returncode}"


def _output(child: subprocess.Popen[bytes], deadline: float, waiting: Callable[[], None]) -> str:
    """Wait for the child and return what it wrote; one that takes too long is ended."""
    while True:
        try:
            return child.communicate(timeout=WAIT_SECONDS)[0].decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            waiting()
            if time.monotonic() > deadline:
                child.kill()


def main(path: str) -> int:
    """Be the child."""
    die_with_parent()
    sink = os.dup(1)
    os.dup2(2, 1)
    os.environ["GGML_NO_BACKTRACE"] = "1"
    try:
        backend = Backend(trusted_variant(cache_folder()))
    except (NativeError, ImportError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    os.write(sink, try_model(Path(path), physical_cores()).encode())
    backend.close()
    return 0
