"""Which build of llama.cpp works on this machine: a throw-away child decodes the starter model with it.

What a processor says it can do is not what it can: on some virtual machines CPUID, XCR0 and the kernel all report AMX,
and the first AMX instruction kills the process. So a build is trusted only after it has decoded a known text. The
answer is remembered for this machine and these library files; a normal start reads one small file.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from array import array
from pathlib import Path

import msgspec

from app.engine.backend import Backend, library_folder, module_files
from app.engine.llama import AbortFlag, Context, Model, NativeError, Sampler
from app.engine.llama_options import ContextOptions, ModelOptions
from app.engine.prompt_cache import DecodeStatus
from app.engine.sampling import Sampling
from app.system.child import die_with_parent, worker_command, worker_environment, worker_folder
from app.system.files import atomic_write
from app.system.hardware import processor
from app.system.paths import starter_model
from app.system.sandbox import no_console

PROBE_SECONDS = 60.0
RESULT_FILE = "engine-probe.json"

PROMPT = "<|im_start|>user\nCount from 1 to 200.<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n"
MAX_TOKENS = 64
GOLDEN = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 1"
"""What the starter model writes in so many tokens, greedily. It is sure of each: rounding differs between kernels and
changes none of them, a wrong kernel changes all."""


class _Result(msgspec.Struct, frozen=True):
    key: str
    variant: str = ""  # file name of the CPU variant; "" for a plain build


def trusted_variant(cache: Path) -> Path | None:
    """Return the CPU variant to load, None for a plain build. Raises NativeError when no build works here."""
    folder = library_folder()
    variants = module_files(folder, "cpu-*")
    key = machine_and_build(folder)
    remembered = _remembered(cache / RESULT_FILE, key)
    if remembered is not None and (not remembered.variant or folder / remembered.variant in variants):
        return folder / remembered.variant if remembered.variant else None
    chosen = _first_working(variants)
    _remember(cache / RESULT_FILE, _Result(key, chosen.name if chosen else ""))
    return chosen


def machine_and_build(folder: Path) -> str:
    """Return a text that changes with the processor, with any library file, and with the check itself."""
    lines = [processor(), str(GOLDEN)]
    for path in sorted(folder.iterdir()):
        if path.is_file():
            stat = path.stat()
            lines.append(f"{path.name} {stat.st_size} {stat.st_mtime_ns}")
    return "\n".join(lines)


def _first_working(variants: list[Path]) -> Path | None:
    """Try the variants from the best one down, then the build without any. Raises NativeError."""
    candidates: list[Path | None] = [*(_by_score(variants) if variants else []), None]
    for candidate in candidates:
        if _passes(candidate):
            return candidate
        sys.stderr.write(f"llama.cpp does not work here: {candidate.name if candidate else 'this build'}\n")
    raise NativeError("no build of llama.cpp works on this processor")


def _by_score(variants: list[Path]) -> list[Path]:
    """Sort by ggml's own score, the best first, without those that it rules out. Asked in a child: it loads them."""
    reply = _child(["scores", *map(str, variants)])
    try:
        scores = msgspec.json.decode(reply, type=dict[str, int])
    except msgspec.DecodeError:
        return variants
    return sorted((v for v in variants if scores.get(v.name, 0) > 0), key=lambda v: scores[v.name], reverse=True)


def _passes(variant: Path | None) -> bool:
    """Return whether a child decodes the starter model to the known text with this variant."""
    return _child(["decode", *([str(variant)] if variant else [])]).decode("utf-8", "replace") == GOLDEN


def _child(arguments: list[str]) -> bytes:
    """Run a probe and return its output; b"" when it crashed or took too long."""
    try:
        done = subprocess.run(  # noqa: S603  (our own program)
            [*worker_command("engine-probe"), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            cwd=worker_folder(),
            env=worker_environment(),
            timeout=PROBE_SECONDS,
            check=False,
            creationflags=no_console(),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        sys.stderr.write(f"probe failed: {error}\n")
        return b""
    return done.stdout if done.returncode == 0 else b""


def _remembered(path: Path, key: str) -> _Result | None:
    try:
        result = msgspec.json.decode(path.read_bytes(), type=_Result)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    return result if result.key == key else None


def _remember(path: Path, result: _Result) -> None:
    """Only what works is remembered: a failure may have been a busy machine's."""
    try:
        atomic_write(path, msgspec.json.encode(result))
    except OSError as error:
        sys.stderr.write(f"probe result not kept: {error}\n")


# --- inside the child ---


def main(arguments: list[str]) -> int:
    """Be the throw-away child: ``decode [variant]`` or ``scores variant...``; the answer goes to standard output.

    With no arguments the exit code is the answer: 0 when the plain build works (``dev.py`` asks so after building it).
    """
    die_with_parent()
    sink = os.dup(1)
    os.dup2(2, 1)
    match arguments:
        case []:
            return _plain_build_fails()
        case ["decode", *rest]:
            reply = decode_golden(Path(rest[0]) if rest else None)
        case ["scores", *rest]:
            reply = json.dumps({Path(name).name: _score(name) for name in rest})
        case _:
            return 2
    os.write(sink, reply.encode())
    return 0


def _plain_build_fails() -> int:
    try:
        return int(decode_golden(None) != GOLDEN)
    except NativeError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _score(name: str) -> int:
    """Return how well a variant suits this processor by ggml's own judgement; 0: not at all."""
    try:
        library = ctypes.CDLL(name)
        return int(library.ggml_backend_score())
    except (OSError, AttributeError):
        return 0


def decode_golden(variant: Path | None) -> str:
    """Return what the starter model writes, greedily, after a fixed prompt. Raises NativeError."""
    backend = Backend(variant)
    model = Model(starter_model(), ModelOptions())
    # One thread: several spin at every barrier, half a minute instead of a blink where others use the cores.
    context = Context(model, ContextOptions(512, 256, 1), AbortFlag())
    sampler = Sampler(model, Sampling(0.0, 1, 1.0, 0.0, 0.0, 1.0, 0))
    try:
        return _write(model, context, sampler)
    finally:
        sampler.close()
        context.close()
        model.close()
        backend.close()


def _write(model: Model, context: Context, sampler: Sampler) -> str:
    status = context.decode(model.vocabulary.tokenize(PROMPT, special=True))
    written: array[int] = array("i")
    while status == DecodeStatus.OK and len(written) < MAX_TOKENS:
        token = sampler.draw(context)
        if model.vocabulary.is_end(token):
            break
        written.append(token)
        status = context.decode_one(token)
    return b"".join(map(model.vocabulary.piece, written)).decode("utf-8", "replace")
