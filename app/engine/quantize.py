"""Makes a smaller copy of a local model. Runs in the files worker; to cancel it, the process is ended.

The copy grows beside its target under a name of its own, is loaded once in a child, and only then gets the target's
name. The original is never touched.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.engine.backend import Backend
from app.engine.check_model import problem_of
from app.engine.files_api import MODEL_TYPES, FileProblem, FileQuantized, Quantize
from app.engine.llama_quantize import write_quantized
from app.engine.quantize_files import MARGIN_BYTES, SOURCES, free_name, remove_leftovers, unfinished_path
from app.gguf.errors import GgufError
from app.gguf.model import ModelFile, inspect
from app.system.hardware import physical_cores

_PROGRESS = re.compile(r"^\[\s*(?P<done>\d+)/\s*(?P<total>\d+)\]")
_SIZE = re.compile(r"quant size\s*=\s*(?P<mebibytes>[\d.]+) MiB")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_PROBE_BYTES = 1024 * 1024


class QuantizeError(Exception):
    """The copy could not be made. ``needed`` and ``available`` are bytes, where the disk is the reason."""

    def __init__(self, problem: FileProblem, detail: str = "", needed: int = 0, available: int = 0) -> None:
        super().__init__(f"{problem}: {detail}")
        self.problem = problem
        self.detail = detail
        self.needed = needed
        self.available = available


def quantize(command: Quantize, progress: Callable[[int, int], None], backend: Backend) -> FileQuantized:
    """Write the copy. Raises QuantizeError, and GgufError when the source is no model.

    Args:
        command: ``path`` may be any part of a split model; where ``target`` exists, another name is taken.
        progress: Hears tensors done and in all.
        backend: llama.cpp.
    """
    source = inspect(Path(command.path))
    _refuse(source, command.quantization)
    target = Path(command.target)
    remove_leftovers(target.parent)
    unfinished = unfinished_path(target, os.getpid())
    try:
        _create(unfinished)
        _check_disk(source, unfinished, command.quantization, backend)
        count = _write(source, unfinished, command, progress, backend)
        _check_result(unfinished, lambda: progress(count, count))
        final = free_name(target)
        unfinished.rename(final)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return FileQuantized(request_id=command.request_id, path=str(final), file_bytes=final.stat().st_size)


def _refuse(source: ModelFile, wanted: str) -> None:
    """Say no before anything is written: an unknown type, a source that is too small already, a copy of itself."""
    have = source.quantization
    if wanted not in MODEL_TYPES:
        raise QuantizeError(FileProblem.CANNOT_QUANTIZE, wanted)
    if have not in SOURCES or have == wanted:
        raise QuantizeError(FileProblem.CANNOT_QUANTIZE, have)


def _create(path: Path) -> None:
    """Find out that a folder cannot be written while it is cheap."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    except OSError as error:
        raise _disk_error(error, path) from error


def _disk_error(error: OSError, path: Path) -> QuantizeError:
    if error.errno in _FULL:
        return QuantizeError(FileProblem.DISK_FULL, path.parent.name, available=_free(path))
    return QuantizeError(FileProblem.READ_ONLY, path.parent.name)


def _free(path: Path) -> int:
    return shutil.disk_usage(path.parent).free


def _check_disk(source: ModelFile, unfinished: Path, wanted: str, backend: Backend) -> None:
    """Ask llama.cpp how large the copy will be, and the disk whether there is room for it."""
    needed = copy_bytes(source, wanted, backend) + MARGIN_BYTES
    available = _free(unfinished)
    if needed > available:
        raise QuantizeError(FileProblem.DISK_FULL, unfinished.parent.name, needed, available)


def copy_bytes(source: ModelFile, wanted: str, backend: Backend) -> int:
    """Return how many bytes the copy will have by llama.cpp's own account, give or take ten thousand."""
    found: list[float] = []

    def hear(line: str) -> None:
        if match := _SIZE.search(line):
            found.append(float(match["mebibytes"]))

    _run(backend, hear, lambda: write_quantized(source.path, source.path, wanted, 1, dry=True))
    head = max(0, source.file_bytes - source.weights_bytes)
    return head + int(sum(found) * 1024 * 1024)


def _write(
    source: ModelFile, unfinished: Path, command: Quantize, progress: Callable[[int, int], None], backend: Backend
) -> int:
    """Return how many tensors were written."""
    count = 0

    def hear(line: str) -> None:
        nonlocal count
        if match := _PROGRESS.match(line):
            count = int(match["total"])
            progress(int(match["done"]) - 1, count)

    threads = command.threads or physical_cores()
    try:
        _run(backend, hear, lambda: write_quantized(source.path, unfinished, command.quantization, threads))
    except QuantizeError as error:
        raise _reason(unfinished, error) from error
    return count


def _run(backend: Backend, hear: Callable[[str], None], work: Callable[[], bool]) -> None:
    """Do ``work`` with an ear on llama.cpp's log. Raises QuantizeError with its last error line."""
    backend.log.errors.clear()
    backend.log.listener = hear
    try:
        worked = work()
    finally:
        backend.log.listener = None
    if not worked:
        raise QuantizeError(FileProblem.CANNOT_QUANTIZE, backend.log.last_error())


def _reason(unfinished: Path, error: QuantizeError) -> QuantizeError:
    """llama.cpp says "iostream error" whatever the disk said: ask the disk again, by writing a little more."""
    try:
        with unfinished.open("ab") as file:
            file.write(bytes(_PROBE_BYTES))
            file.flush()
            os.fsync(file.fileno())
    except OSError as refusal:
        return _disk_error(refusal, unfinished)
    return error


def _check_result(unfinished: Path, waiting: Callable[[], None]) -> None:
    """Trust nothing that was written: it must be whole on the disk, load, and compute."""
    try:
        inspect(unfinished)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
    except GgufError as error:
        raise _reason(unfinished, QuantizeError(FileProblem.DAMAGED, error.detail)) from error
    except OSError as error:
        raise _disk_error(error, unfinished) from error
    if problem := problem_of(unfinished, waiting):
        raise QuantizeError(FileProblem.DAMAGED, problem)
