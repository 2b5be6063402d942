"""The numbers by which GGUF names types, and what their blocks weigh. From ggml.h, ggml-common.h and llama.h."""

from __future__ import annotations

import functools
import platform

import msgspec

from app.system.hardware import processor


class TensorType(msgspec.Struct, frozen=True):
    """How weights are stored: ``weights`` of them in a block of ``bytes``."""

    name: str
    weights: int
    bytes: int


TENSOR_TYPES = {
    number: TensorType(name, weights, size)
    for number, name, weights, size in (
        (0, "F32", 1, 4), (1, "F16", 1, 2), (2, "Q4_0", 32, 18), (3, "Q4_1", 32, 20), (6, "Q5_0", 32, 22),
        (7, "Q5_1", 32, 24), (8, "Q8_0", 32, 34), (9, "Q8_1", 32, 36), (10, "Q2_K", 256, 84), (11, "Q3_K", 256, 110),
        (12, "Q4_K", 256, 144), (13, "Q5_K", 256, 176), (14, "Q6_K", 256, 210), (15, "Q8_K", 256, 292),
        (16, "IQ2_XXS", 256, 66), (17, "IQ2_XS", 256, 74), (18, "IQ3_XXS", 256, 98), (19, "IQ1_S", 256, 50),
        (20, "IQ4_NL", 32, 18), (21, "IQ3_S", 256, 110), (22, "IQ2_S", 256, 82), (23, "IQ4_XS", 256, 136),
        (24, "I8", 1, 1), (25, "I16", 1, 2), (26, "I32", 1, 4), (27, "I64", 1, 8), (28, "F64", 1, 8),
        (29, "IQ1_M", 256, 56), (30, "BF16", 1, 2), (34, "TQ1_0", 256, 54), (35, "TQ2_0", 256, 66),
        (39, "MXFP4", 32, 17), (40, "NVFP4", 64, 36), (41, "Q1_0", 128, 18), (42, "Q2_0", 64, 18),
    )
}  # fmt: skip
"""The types that llama.cpp loads. 4, 5, 31 to 33 and 36 to 38 existed once and were removed."""

FILE_TYPES = {
    0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1", 10: "Q2_K", 11: "Q3_K_S",
    12: "Q3_K_M", 13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S", 17: "Q5_K_M", 18: "Q6_K", 19: "IQ2_XXS",
    20: "IQ2_XS", 21: "Q2_K_S", 22: "IQ3_XS", 23: "IQ3_XXS", 24: "IQ1_S", 25: "IQ4_NL", 26: "IQ3_S", 27: "IQ3_M",
    28: "IQ2_S", 29: "IQ2_M", 30: "IQ4_XS", 31: "IQ1_M", 32: "BF16", 36: "TQ1_0", 37: "TQ2_0", 38: "MXFP4",
    39: "NVFP4", 40: "Q1_0", 41: "Q2_0",
}  # fmt: skip

_REPACKED_X86 = frozenset({"Q4_0", "Q4_K", "IQ4_NL", "MXFP4"})
_REPACKED_ARM = _REPACKED_X86 | {"Q5_K", "Q6_K", "Q8_0", "Q1_0"}


@functools.cache
def repacked_here() -> frozenset[str]:
    """Return the types whose weights llama.cpp copies into a layout of its own on this processor.

    The choice is ``ggml_repack_get_optimal_repack_type`` in ggml-cpu/repack.cpp.
    """
    return repacked_types(platform.machine(), processor())


def repacked_types(machine: str, features: str) -> frozenset[str]:
    """Return the types for a processor, named as by ``platform.machine`` with the kernel's words for its features."""
    words = set(features.lower().split())
    if machine.lower() in {"arm64", "aarch64"}:
        return _REPACKED_ARM
    if machine.lower() not in {"x86_64", "amd64"} or ("sse2" in words and "avx2" not in words):
        return frozenset()
    return _REPACKED_X86 | {"Q2_K"} if "avx512f" in words else _REPACKED_X86
