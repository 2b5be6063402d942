"""How a model is loaded and its context made, in llama.cpp's own structures. Beside ``llama``: knows the C API."""

from __future__ import annotations

import ctypes
from typing import Any

import msgspec

KV_TYPES = {"f16": 1, "q8_0": 8}
_LOAD_NONE, _LOAD_MMAP = 0, 1
_YARN = 2
_EXPERTS = rb"blk\.(%s)\.ffn_(up|down|gate|gate_up)_(ch|)exps"
"""What llama.cpp's own ``--n-cpu-moe`` matches (common/common.h)."""


class ModelOptions(msgspec.Struct, frozen=True):
    """Where a model's weights go."""

    gpu_layers: int = 0  # 0: no GPU is touched at all
    cpu_expert_layers: int = 0  # experts of the first N layers stay with the processor
    split: tuple[int, ...] = ()  # of several GPUs: how many of the layers each gets
    mapped: bool = True  # the file stays mapped; False: it is read into memory
    no_alloc: bool = False  # only tell what it would take
    devices: tuple[str, ...] = ()  # the GPUs to use; (): all that llama.cpp would take


class ContextOptions(msgspec.Struct, frozen=True):
    """What a context remembers and how it computes; ``size`` and ``ubatch`` in tokens."""

    size: int
    ubatch: int
    threads: int
    kv_type: str = "f16"
    yarn_factor: float = 1.0  # more than 1.0: the context is stretched so many times
    yarn_original: int = 0  # the context that the model was trained with, before stretching
    on_gpu: bool = False  # the output layer is on a GPU: it can pick the likeliest tokens itself
    paced: bool = True  # the processor computes too, so the number of threads matters


class _Override(ctypes.Structure):
    """llama_model_tensor_buft_override, which the bindings leave out."""

    _fields_ = (("pattern", ctypes.c_char_p), ("buffer_type", ctypes.c_void_p))


def fill_model(parameters: Any, options: ModelOptions, lib: Any) -> list[object]:
    """Write options into ``llama_model_params``; what is returned must be kept until the load returns."""
    parameters.n_gpu_layers = options.gpu_layers
    parameters.load_mode = _LOAD_MMAP if options.mapped and not options.no_alloc else _LOAD_NONE
    parameters.no_alloc = options.no_alloc
    kept: list[object] = []
    if not options.gpu_layers:
        # An empty list: with a GPU in the list, llama.cpp would take memory there to read prompts with.
        none = (ctypes.c_void_p * 1)(None)
        parameters.devices = ctypes.cast(none, ctypes.c_void_p)
        kept.append(none)
    elif options.devices:
        kept.append(_choose_devices(parameters, options.devices, lib))
    if len(options.split) > 1:
        shares = (ctypes.c_float * int(lib.llama_max_devices()))(*options.split)
        parameters.tensor_split = shares
        kept.append(shares)
    if options.gpu_layers and options.cpu_expert_layers:
        kept += _experts_apart(parameters, options.cpu_expert_layers, lib)
    return kept


def _choose_devices(parameters: Any, names: tuple[str, ...], lib: Any) -> object:
    by_name = lib._lib.ggml_backend_dev_by_name
    by_name.restype, by_name.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
    handles = [handle for name in names if (handle := by_name(name.encode())) is not None]
    chosen = (ctypes.c_void_p * (len(handles) + 1))(*handles, None)
    parameters.devices = ctypes.cast(chosen, ctypes.c_void_p)
    return chosen


def _experts_apart(parameters: Any, layers: int, lib: Any) -> list[object]:
    buffer_type = lib._lib.ggml_backend_cpu_buffer_type
    buffer_type.restype = ctypes.c_void_p
    pattern = _EXPERTS % b"|".join(b"%d" % layer for layer in range(layers))
    overrides = (_Override * 2)(_Override(pattern, buffer_type()), _Override(None, None))
    parameters.tensor_buft_overrides = ctypes.cast(overrides, ctypes.c_void_p)
    return [pattern, overrides]


def fill_context(parameters: Any, options: ContextOptions) -> None:
    """Write options into ``llama_context_params``."""
    parameters.n_ctx = options.size
    parameters.n_batch = parameters.n_ubatch = options.ubatch
    parameters.n_seq_max = 1
    # One row of logits instead of a whole batch's: 297 MiB less with Qwen's vocabulary.
    parameters.n_outputs_max = 1
    parameters.n_threads = parameters.n_threads_batch = options.threads
    parameters.flash_attn_type = -1
    parameters.type_k = parameters.type_v = KV_TYPES[options.kv_type]
    parameters.no_perf = True
    if options.yarn_factor > 1.0:
        parameters.rope_scaling_type = _YARN
        parameters.rope_freq_scale = 1 / options.yarn_factor
        parameters.yarn_orig_ctx = options.yarn_original  # else the file's context, which counts answers in
