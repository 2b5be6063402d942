"""llama.cpp's own figures, to hold the planner against: memory per device without loading, and its ``--fit``.

Models in real Qwen3 shapes exist as files without weights; nothing is allocated, so any size suits any card. Run where
llama.cpp was built with libllama-common, several processes at a time, each with its own llama.cpp:

    python3 -m benchmarks.gpu_table OUTPUT.jsonl SECONDS PROCESSES

One line per figure. ``tests/unit/placement`` keeps such a file as its oracle.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import msgspec

from app.engine.backend import Backend, library_folder
from app.engine.llama import AbortFlag, Context, Model, bindings
from app.engine.llama_options import ContextOptions, ModelOptions, fill_context, fill_model
from app.engine.loading import model_options
from app.engine.measured import measured
from app.gguf.model import inspect
from app.placement.plan import Machine, Wishes
from app.placement.planner import plan
from tests.helpers.shaped_gguf import SHAPES, Shape, write

GIB = 1 << 30
MARGIN = GIB
CARDS = (8, 12, 6, 16, 24, 4, 10, 32, 48)  # GiB free
FIT_CONTEXT, FIT_UBATCH = 16_384, 512
CONTEXTS = (
    (4096, 512, "f16"), (16384, 512, "f16"), (32768, 512, "f16"), (16384, 512, "q8_0"), (131072, 512, "q8_0"),
    (16384, 256, "f16"), (16384, 2048, "f16"), (4096, 64, "f16"),
)  # fmt: skip
MEASURE = (
    "_Z29common_get_device_memory_dataPKcPK18llama_model_paramsPK20llama_context_params"
    "RSt6vectorIP19ggml_backend_deviceSaIS9_EERjSD_SD_14ggml_log_level"
)
FIT = (
    "_Z17common_fit_paramsPKcP18llama_model_paramsP20llama_context_paramsPfP32llama_model_tensor_buft_override"
    "PmjPK22common_fit_extra_model14ggml_log_level"
)
ONLY_ERRORS = 4

Row = dict[str, Any]


class _Vector(ctypes.Structure):
    """A std::vector of GCC's library."""

    _fields_ = (("begin", ctypes.c_void_p), ("end", ctypes.c_void_p), ("room", ctypes.c_void_p))


class _Figures(ctypes.Structure):
    """common_device_memory_data."""

    _fields_ = (
        ("total", ctypes.c_int64), ("free", ctypes.c_int64),
        ("model", ctypes.c_size_t), ("context", ctypes.c_size_t), ("compute", ctypes.c_size_t),
    )  # fmt: skip


class _Override(ctypes.Structure):
    _fields_ = (("pattern", ctypes.c_char_p), ("buffer_type", ctypes.c_void_p))


def shapes() -> list[Shape]:
    """Return all shapes in Q4_K_M, and two in Q8_0."""
    eights = [replace(SHAPES[name], name=f"{name}-Q8_0", ftype="Q8_0") for name in ("Qwen3-4B", "Qwen3-30B-A3B")]
    return [*SHAPES.values(), *eights]


def placements(shape: Shape) -> Iterator[tuple[int, int]]:
    """Yield layers on the GPU and layers with experts on the processor."""
    layers = shape.layers
    for count in (1, layers // 4, layers // 2, layers, layers + 1):
        yield count, 0
    if shape.experts:
        for experts in (1, layers // 2, layers):
            yield layers + 1, experts
        yield layers // 2, layers


class Oracle:
    """llama.cpp with its common library, in this process."""

    def __init__(self) -> None:
        self._backend = Backend()
        self._lib = bindings()
        self._common = ctypes.CDLL(str(next(library_folder().glob("libllama-common.so*"))))

    def parameters(self, how: ModelOptions, context: tuple[int, int, str]) -> tuple[Any, Any, list[object]]:
        """Return both structures as the engine fills them, and what must be kept."""
        model = self._lib.llama_model_default_params()
        kept = fill_model(model, how, self._lib)
        size, ubatch, kv_type = context
        made = self._lib.llama_context_default_params()
        fill_context(made, ContextOptions(size, ubatch, 4, kv_type))
        return model, made, kept

    def measure(self, path: Path, how: ModelOptions, context: tuple[int, int, str]) -> list[Row]:
        """Return bytes per device, the processor's last."""
        model, made, _kept = self.parameters(how, context)
        result, devices = _Vector(), _Vector()
        numbers = [ctypes.c_uint32() for _ in range(3)]
        self._common[MEASURE](
            ctypes.byref(result), os.fsencode(path), ctypes.byref(model), ctypes.byref(made), ctypes.byref(devices),
            *map(ctypes.byref, numbers), ONLY_ERRORS,
        )  # fmt: skip
        count = ((result.end or 0) - (result.begin or 0)) // ctypes.sizeof(_Figures)
        figures = (_Figures * count).from_address(result.begin or 0)
        return [{"model": f.model, "context": f.context, "compute": f.compute} for f in figures]

    def compute(self, path: Path, placement: tuple[int, int]) -> list[Row]:
        """Return working memory per device for all contexts: the model is read once, a context takes milliseconds."""
        log, found = self._backend.log, []
        model = Model(path, ModelOptions(*placement, no_alloc=True))
        for size, ubatch, kv_type in CONTEXTS:
            log.buffers.clear()
            Context(model, ContextOptions(size, ubatch, 4, kv_type), AbortFlag()).close()
            uses = {use.name: use.compute_bytes for use in measured(log.buffers, self._backend.devices())}
            found.append({"context": size, "ubatch": ubatch, "kv_type": kv_type, "compute": uses})
        model.close()
        return found

    def chosen(self, path: Path, card: int) -> Row:
        """Return what our planner makes of cards with so many GiB free, and what llama.cpp says that it would take."""
        cards = [msgspec.structs.replace(d, free_bytes=card * GIB) for d in self._backend.devices() if d.kind == "gpu"]
        machine = Machine(8, 512 * GIB, 512 * GIB, cards)
        wishes = Wishes(context=FIT_CONTEXT, ubatch=FIT_UBATCH, kv_type="f16")
        placement = plan(inspect(path).shape, wishes, machine)
        how = model_options(placement, no_alloc=True)
        memory = self.measure(path, how, (FIT_CONTEXT, FIT_UBATCH, "f16"))
        return {"plan": msgspec.to_builtins(placement), "memory": memory}

    def fit(self, path: Path, card: int) -> Row:
        """Return what ``--fit`` makes of cards with so many GiB free each."""
        free = [d.free_bytes for d in self._backend.devices() if d.kind == "gpu"] or [0]
        model, made, _kept = self.parameters(ModelOptions(-1, no_alloc=True), (FIT_CONTEXT, FIT_UBATCH, "f16"))
        split = (ctypes.c_float * 128)()
        overrides = (_Override * 4096)()
        margins = (ctypes.c_size_t * 128)(*[max(0, size - card * GIB + MARGIN) for size in free])
        code = self._common[FIT](
            os.fsencode(path), ctypes.byref(model), ctypes.byref(made), split, overrides, margins,
            ctypes.c_uint32(4096), None, ONLY_ERRORS,
        )  # fmt: skip
        patterns = []
        for override in overrides:
            if not override.pattern:
                break
            patterns.append(override.pattern.decode())
        layers = [int(share) for share in split if share]
        return {"code": code, "gpu_layers": model.n_gpu_layers, "patterns": patterns, "split": layers}


_oracles: list[Oracle] = []


def _oracle() -> Oracle:
    if not _oracles:
        _oracles.append(Oracle())
    return _oracles[0]


def _warm(seconds: float) -> int:
    """Every process takes its part of the card before anything is measured, so that free memory stands still."""
    _oracle()
    time.sleep(seconds)
    return os.getpid()


def _measure(folder: str, shape: Shape, placement: tuple[int, int]) -> Row:
    path = Path(folder) / f"{shape.name}.gguf"
    return {
        "model": shape.name,
        "gpu_layers": placement[0],
        "cpu_expert_layers": placement[1],
        "at": CONTEXTS[0],
        "memory": _oracle().measure(path, ModelOptions(*placement, no_alloc=True), CONTEXTS[0]),
        "compute": _oracle().compute(path, placement),
    }


def _fit(folder: str, shape: Shape, card: int) -> Row:
    return {"model": shape.name, "card": card, "fit": _oracle().fit(Path(folder) / f"{shape.name}.gguf", card)}


def _chosen(folder: str, shape: Shape, card: int) -> Row:
    return {"model": shape.name, "card": card, "chosen": _oracle().chosen(Path(folder) / f"{shape.name}.gguf", card)}


def main(output: Path, seconds: float, processes: int) -> None:
    """Write the table; stop after ``seconds`` with what there is."""
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder, output.open("w", encoding="utf-8") as out:
        for shape in shapes():
            write(Path(folder) / f"{shape.name}.gguf", shape, sparse=True)
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            warmed = {job.result() for job in [pool.submit(_warm, 4.0) for _ in range(processes)]}
            print(f"{len(warmed)} processes", flush=True)
            jobs = [pool.submit(_chosen, folder, shape, card) for card in CARDS for shape in shapes()]
            jobs += [pool.submit(_measure, folder, shape, p) for shape in shapes() for p in placements(shape)]
            jobs += [pool.submit(_fit, folder, shape, card) for card in CARDS for shape in shapes()]
            for job in as_completed(jobs):
                out.write(json.dumps(job.result()) + "\n")
                out.flush()
                if time.monotonic() > end:
                    pool.shutdown(cancel_futures=True)
                    break


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]))
