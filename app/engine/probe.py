"""Which build of llama.cpp works on this machine: a throw-away child decodes the starter model with it.

What a processor says it can do is not what it can: on some virtual machines CPUID, XCR0 and the kernel all report AMX,
and the first AMX instruction kills the process. So a build is trusted only after it has decoded a known text. The
answer is remembered for this machine and these library files; a normal start reads one small file.

A graphics driver that ends whoever loads it is left out. Whether those that load also compute is ``gpu_check``'s.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from array import array
from collections.abc import Mapping
from pathlib import Path

import msgspec

from app.engine.backend import Backend, gpu_modules, library_folder, module_files
from app.engine.llama import AbortFlag, Context, Model, NativeError, Sampler
from app.engine.llama_options import ContextOptions, ModelOptions
from app.engine.prompt_cache import DecodeStatus
from app.engine.sampling import Sampling
from app.engine.throwaway import Ended, only_output, run_throwaway
from app.placement.plan import DeviceFault
from app.system.child import die_with_parent
from app.system.files import atomic_write
from app.system.graphics import HIDDEN, graphics_drivers
from app.system.hardware import processor
from app.system.paths import starter_model

PROBE_SECONDS = 60.0
LIST_SECONDS = 30.0
"""For loading a graphics driver and having it list its devices."""

RESULT_FILE = "engine-probe.json"
REFUSED = 3
"""Exit code of a child when llama.cpp itself said no, for want of memory most likely: nothing is known then."""

ALL_LAYERS = 999

PROMPT = "<|im_start|>user\nCount from 1 to 200.<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n"
MAX_TOKENS = 64
GOLDEN = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 1"
"""What the starter model writes in so many tokens, greedily. It is sure of each: rounding differs between kernels and
changes none of them, a wrong kernel changes all."""


class _Result(msgspec.Struct, frozen=True):
    key: str
    variant: str = ""  # file name of the CPU variant; "" for a plain build
    left_out: dict[str, DeviceFault] = {}  # file names of modules, "" for the GPUs of a plain build
    drivers: str = ""  # those that ``left_out`` speaks of


def trusted_backend(cache: Path) -> Backend:
    """Load llama.cpp in the build that works here, without drivers that crash. Raises NativeError when none does."""
    folder = library_folder()
    variants = module_files(folder, "cpu-*")
    key = machine_and_build(folder)
    result = _remembered(cache / RESULT_FILE, key)
    if result is None or (result.variant and folder / result.variant not in variants):
        result = _first_working(key, variants)
        _remember(cache / RESULT_FILE, result)
    elif result.drivers != _drivers(result, folder):
        result = _without_bad_drivers(result, folder)
        _remember(cache / RESULT_FILE, result)
    if "" in result.left_out:
        os.environ.update(HIDDEN)
    return Backend(folder / result.variant if result.variant else None, result.left_out)


def forget_drivers(cache: Path) -> None:
    """Have the next start try those again that were left out. Raises OSError."""
    (cache / RESULT_FILE).unlink(missing_ok=True)


def machine_and_build(folder: Path) -> str:
    """Return a text that changes with the processor, with any library file, and with the check itself."""
    lines = [processor(), str(GOLDEN)]
    for path in sorted(folder.iterdir()):
        if path.is_file():
            stat = path.stat()
            lines.append(f"{path.name} {stat.st_size} {stat.st_mtime_ns}")
    return "\n".join(lines)


def _first_working(key: str, variants: list[Path]) -> _Result:
    """Try the variants from the best one down, then the build without any. Raises NativeError."""
    for variant in _by_score(variants) if variants else []:
        if _passes(variant):
            return _without_bad_drivers(_Result(key, variant.name), variant.parent)
        sys.stderr.write(f"llama.cpp does not work here: {variant.name}\n")
    if _passes(None):
        return _Result(key)
    if _passes(None, HIDDEN):
        sys.stderr.write("llama.cpp works here only without graphics cards\n")
        return _Result(key, "", {"": DeviceFault.CRASHED}, graphics_drivers())
    raise NativeError("no build of llama.cpp works on this processor")


def _drivers(result: _Result, folder: Path) -> str:
    """Return what ``left_out`` depends on: nothing where no driver is loaded as a module and none was left out."""
    return graphics_drivers() if result.left_out or (result.variant and gpu_modules(folder)) else ""


def _without_bad_drivers(result: _Result, folder: Path) -> _Result:
    """Load every GPU module in a child. A plain build has its GPUs built in: it is tried as a whole."""
    if not result.variant:
        left_out = {} if _passes(None) else result.left_out
        return _Result(result.key, "", left_out, graphics_drivers() if left_out else "")
    left_out = {}
    for module in gpu_modules(folder):
        ended = _child(["module", str(folder / result.variant), str(module)], LIST_SECONDS)
        if ended is not None and not ended.well:
            left_out[module.name] = DeviceFault.HUNG if ended.hung else DeviceFault.CRASHED
            sys.stderr.write(f"{module.name} is left out: it ends who loads it\n")
    result = _Result(result.key, result.variant, left_out)
    return msgspec.structs.replace(result, drivers=_drivers(result, folder))


def _by_score(variants: list[Path]) -> list[Path]:
    """Sort by ggml's own score, the best first, without those that it rules out. Asked in a child: it loads them."""
    ended = _child(["scores", *map(str, variants)], PROBE_SECONDS)
    reply = ended.output if ended is not None and ended.well else b""
    try:
        scores = msgspec.json.decode(reply, type=dict[str, int])
    except msgspec.DecodeError:
        return variants
    return sorted((v for v in variants if scores.get(v.name, 0) > 0), key=lambda v: scores[v.name], reverse=True)


def _passes(variant: Path | None, environment: Mapping[str, str] | None = None) -> bool:
    """Return whether a child decodes the starter model to the known text on the processor with this variant."""
    ended = _child(["decode", *([str(variant)] if variant else [])], PROBE_SECONDS, environment)
    return ended is not None and ended.well and ended.text == GOLDEN


def _child(arguments: list[str], seconds: float, environment: Mapping[str, str] | None = None) -> Ended | None:
    """Run a probe; None when it cannot even be started."""
    try:
        return run_throwaway("engine-probe", arguments, seconds, environment=environment)
    except OSError as error:
        sys.stderr.write(f"probe not started: {error}\n")
        return None


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
    """Be the throw-away child, as one of the calls above asks; the answer goes to standard output.

    With no arguments the exit code is the answer: 0 when the plain build works (``dev.py`` asks so after building it).
    """
    die_with_parent()
    os.environ["GGML_NO_BACKTRACE"] = "1"  # it would start a debugger and take its time to die
    sink = only_output()
    try:
        reply = _reply(arguments)
    except NativeError as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    if reply is None:
        return 2
    os.write(sink, reply.encode())
    return int(not arguments and reply != GOLDEN)


def _reply(arguments: list[str]) -> str | None:
    match arguments:
        case [] | ["decode"]:
            return decode_golden(Backend(None))
        case ["decode", variant]:
            path = Path(variant)
            return decode_golden(Backend(path, [module.name for module in gpu_modules(path.parent)]))
        case ["device", device, variant, *left_out]:
            return decode_golden(Backend(Path(variant) if variant else None, left_out), device)
        case ["module", variant, module]:
            path = Path(variant)
            others = [other.name for other in gpu_modules(path.parent) if other != Path(module)]
            return " ".join(device.name for device in Backend(path, others).devices())
        case ["scores", *names]:
            return json.dumps({Path(name).name: _score(name) for name in names})
        case _:
            return None


def _score(name: str) -> int:
    """Return how well a variant suits this processor by ggml's own judgement; 0: not at all."""
    try:
        library = ctypes.CDLL(name)
        return int(library.ggml_backend_score())
    except (OSError, AttributeError):
        return 0


def decode_golden(backend: Backend, device: str = "") -> str:
    """Return what the starter model writes, greedily, after a fixed prompt. Raises NativeError.

    Args:
        backend: llama.cpp, which is closed.
        device: Of the GPU that computes it all; "" for the processor.
    """
    if device and not any(other.name == device for other in backend.devices()):
        raise NativeError(f"no device {device}")
    options = ModelOptions(gpu_layers=ALL_LAYERS, devices=(device,)) if device else ModelOptions()
    model = Model(starter_model(), options)
    # One thread: several spin at every barrier, half a minute instead of a blink where others use the cores.
    context = Context(model, ContextOptions(512, 256, 1, on_gpu=bool(device)), AbortFlag())
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
