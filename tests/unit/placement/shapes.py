"""Shapes and computers for the planner's tests."""

from __future__ import annotations

from app.gguf.blueprint import Blueprint, blueprint_of, shape_of
from app.gguf.shape import ModelShape
from app.placement.plan import Device, Machine

GIB = 1 << 30
VOCABULARY = 151_936


def qwen3(name: str, layers: int, width: int, feed_forward: int, heads: int, *, tied: bool = False) -> ModelShape:
    """A dense Qwen3 in Q4_K_M."""
    numbers = Blueprint("qwen3", layers, width, feed_forward, heads, 8, 128, VOCABULARY, tied, 40_960)
    return shape_of(numbers, "Q4_K_M", name)


def qwen3_moe(name: str, layers: int, width: int, heads: int, expert: int) -> ModelShape:
    """A Qwen3 with 128 experts in Q4_K_M."""
    numbers = Blueprint(
        "qwen3moe", layers, width, 3 * width, heads, 4, 128, VOCABULARY, tied=False, context=40_960,
        experts=128, experts_used=8, expert_feed_forward=expert,
    )  # fmt: skip
    return shape_of(numbers, "Q4_K_M", name)


SHAPES = {
    shape.name: shape
    for shape in (
        qwen3("Qwen3-0.6B", 28, 1024, 3072, 16, tied=True),
        qwen3("Qwen3-1.7B", 28, 2048, 6144, 16, tied=True),
        qwen3("Qwen3-4B", 36, 2560, 9728, 32, tied=True),
        qwen3("Qwen3-8B", 36, 4096, 12288, 32),
        qwen3("Qwen3-14B", 40, 5120, 17408, 40),
        qwen3("Qwen3-32B", 64, 5120, 25600, 64),
        qwen3_moe("Qwen3-30B-A3B", 48, 2048, 32, 768),
        qwen3_moe("Qwen3-235B-A22B", 94, 4096, 64, 1536),
    )
}


def in_q8_0(shape: ModelShape) -> ModelShape:
    """The same model in Q8_0."""
    return shape_of(blueprint_of(shape), "Q8_0", f"{shape.name}-Q8_0")


def card(free: float, name: str = "CUDA0", total: float = 0.0) -> Device:
    """A graphics card; sizes in GiB."""
    return Device(name, "NVIDIA GeForce RTX 4090", "gpu", int((total or free) * GIB), int(free * GIB), "CUDA")


def computer(*devices: Device, memory: float = 64.0, free: float = 0.0) -> Machine:
    """A computer with eight cores; sizes in GiB."""
    return Machine(8, int(memory * GIB), int((free or memory) * GIB), list(devices), memory_bandwidth=50e9)
