"""llama.cpp's quantizer, and a first look at what it wrote. Beside ``llama`` the only module that touches the C API."""

from __future__ import annotations

import ctypes
import math
import os
from array import array
from pathlib import Path
from typing import Any

from app.engine.llama import NativeError, Vocabulary, bindings

FILE_TYPES = {
    "F32": 0,
    "F16": 1,
    "Q8_0": 7,
    "Q2_K": 10,
    "Q3_K_M": 12,
    "Q4_K_M": 15,
    "Q5_K_M": 17,
    "Q6_K": 18,
    "IQ4_XS": 30,
    "BF16": 32,
}
"""Numbers of the ``llama_ftype`` enumeration."""

BUFFER_BYTES = 512 * 1024 * 1024
"""Of one tensor's rows at a time; llama.cpp's own default of 8 GiB is more than many computers have."""

CONTEXT = 256
STEPS = 4
TEXT = "Hello! How are you today?"


def write_quantized(source: Path, target: Path, file_type: str, threads: int, *, dry: bool = False) -> bool:
    """Write ``source`` (all its parts) to ``target`` in another type; returns whether llama.cpp says it worked.

    Progress and the reason of a failure are in its log alone. It may say that it worked although the disk was full.

    Args:
        source: The first part.
        target: Overwritten. Nothing is written there when ``dry``.
        file_type: A key of ``FILE_TYPES``.
        threads: How many compute.
        dry: Only tell the size, in the log.
    """
    lib = bindings()
    parameters = lib.llama_model_quantize_default_params()
    parameters.nthread = threads
    parameters.ftype = FILE_TYPES[file_type]
    parameters.allow_requantize = True
    parameters.dry_run = dry
    parameters.max_buf_size = BUFFER_BYTES
    return not lib.llama_model_quantize(os.fsencode(source), os.fsencode(target), ctypes.byref(parameters))


def try_model(path: Path, threads: int) -> str:
    """Load a file on the processor and decode a few tokens; returns what is wrong with it, or "".

    The file stays mapped and nothing is copied, so that a model larger than the memory can be tried, slowly.
    """
    lib = bindings()
    parameters = lib.llama_model_default_params()
    parameters.n_gpu_layers = 0
    parameters.use_extra_bufts = False
    parameters.check_tensors = True
    model = lib.llama_model_load_from_file(os.fsencode(path), parameters)
    if not model:
        return "not loaded"
    try:
        return _try_context(lib, model, threads)
    except NativeError as error:
        return str(error)
    finally:
        lib.llama_model_free(model)


def _try_context(lib: Any, model: int, threads: int) -> str:
    parameters = lib.llama_context_default_params()
    parameters.n_ctx = CONTEXT
    parameters.n_batch = parameters.n_ubatch = CONTEXT
    parameters.n_seq_max = parameters.n_outputs_max = 1
    parameters.n_threads = parameters.n_threads_batch = threads
    context = lib.llama_init_from_model(model, parameters)
    if not context:
        return "no context"
    try:
        vocabulary = Vocabulary(lib, lib.llama_model_get_vocab(model))
        return _decode(lib, context, vocabulary)
    finally:
        lib.llama_free(context)


def _decode(lib: Any, context: int, vocabulary: Vocabulary) -> str:
    tokens = vocabulary.tokenize(TEXT, special=False)
    for _ in range(STEPS):
        chunk = (ctypes.c_int32 * len(tokens)).from_buffer(tokens)
        if lib.llama_decode(context, lib.llama_batch_get_one(chunk, len(tokens))):
            return "not decoded"
        logits = lib.llama_get_logits_ith(context, -1)[: vocabulary.size]
        if not all(map(math.isfinite, logits)) or min(logits) == max(logits):
            return "no sense in its numbers"
        tokens = array("i", [logits.index(max(logits))])
    return ""
