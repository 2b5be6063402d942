"""Predicted tokens per second. A rule of thumb, shown as "about".

One token reads every active weight once, so time is bytes over bandwidth: layers on a GPU at the GPU's, the rest at
the processor's, each at ``EFFICIENCY`` of the peak (the processor no faster than its cores compute), plus a fixed cost
per layer for starting its kernels. The processor's bandwidth is measured once (``app/system/bandwidth.py``); a GPU's is
looked up by its name in a small table of makers' figures, with a default for its kind. The context counts as empty.
"""

from __future__ import annotations

from app.placement.layout import Layout
from app.placement.plan import Device, Machine
from app.placement.table import Table

EFFICIENCY = 0.65
HOST_BANDWIDTH = 30e9
"""Bytes per second where nothing was measured: two channels of DDR4."""

GPU_BANDWIDTH, SHARED_BANDWIDTH = 300e9, 60e9
"""Defaults for cards and for processors' own graphics whose names we do not know."""

HOST_BYTES_PER_CORE = 3.5e9
"""Bytes of weights that one core works through in a second: with few cores this is the limit, not the memory."""

GPU_SECONDS_PER_LAYER = 50e-6
HOST_SECONDS_PER_LAYER = 15e-6
"""Starting kernels, waiting for threads: what makes small models slower than their bytes say. 50 was found on an H100,
where it holds for Qwen3-8B and 30B-A3B alike (docs/gpu.md)."""

_CARDS = (
    # part of the name -> GB/s, from the makers' data sheets; the first that matches
    ("H200", 4800), ("H100", 3350), ("A100", 1555), ("L40", 864), ("A6000", 768), ("RTX PRO 6000", 1792),
    ("5090", 1792), ("5080", 960), ("5070 Ti", 896), ("5070", 672), ("5060", 448),
    ("4090", 1008), ("4080", 717), ("4070 Ti SUPER", 672), ("4070", 504), ("4060 Ti", 288), ("4060", 272),
    ("3090", 936), ("3080", 760), ("3070", 448), ("3060", 360), ("3050", 224),
    ("2080", 448), ("2070", 448), ("2060", 336), ("1660", 192), ("1080 Ti", 484), ("1080", 320), ("1070", 256),
    ("7900 XTX", 960), ("7900 XT", 800), ("7900", 576), ("7800", 624), ("7700", 432), ("7600", 288),
    ("9070", 640), ("9060", 322), ("6900", 512), ("6800", 512), ("6700", 384), ("6600", 224),
    ("B580", 456), ("B570", 380), ("A770", 560), ("A750", 512),
    ("M4 Max", 546), ("M4 Pro", 273), ("M4", 120), ("M3 Ultra", 819), ("M3 Max", 400), ("M3 Pro", 150), ("M3", 100),
    ("M2 Ultra", 800), ("M2 Max", 400), ("M2 Pro", 200), ("M2", 100),
    ("M1 Ultra", 800), ("M1 Max", 400), ("M1 Pro", 200), ("M1", 68),
)  # fmt: skip


def bandwidth(device: Device) -> float:
    """Return a GPU's memory bandwidth in bytes per second, by its name."""
    for name, gigabytes in _CARDS:
        if name in device.description:
            return gigabytes * 1e9
    return SHARED_BANDWIDTH if device.kind == "igpu" else GPU_BANDWIDTH


def tokens_per_second(table: Table, layout: Layout, gpus: list[Device], machine: Machine) -> float:
    """Return the prediction; 0.0 for a model without layers."""
    seconds = 0.0
    used = [index for index, count in enumerate(layout.split) if count]
    on_gpus = 0
    for index, (begin, end) in enumerate(table.ranges(layout) if layout.gpu_layers else []):
        read = table.active_bytes(begin, end, layout.cpu_expert_layers) + (table.output if index == used[-1] else 0)
        seconds += read / bandwidth(gpus[index]) / EFFICIENCY + (end - begin) * GPU_SECONDS_PER_LAYER
        on_gpus += end - begin
    first = table.layers - on_gpus
    read = table.active_bytes(0, first) + (0 if layout.gpu_layers else table.output)
    experts_apart = max(0, layout.cpu_expert_layers - first)
    read += table.active_expert_bytes(first, first + experts_apart)
    seconds += read / min(
        (machine.memory_bandwidth or HOST_BANDWIDTH) * EFFICIENCY, machine.cores * HOST_BYTES_PER_CORE
    )
    seconds += (first + experts_apart) * HOST_SECONDS_PER_LAYER
    return 1 / seconds if table.layers else 0.0
