"""What llama.cpp says it took, from its log: the only place where it tells buffers by device."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.placement.plan import Device, MeasuredUse

MEBIBYTE = 1 << 20
_LINE = re.compile(r"(?P<name>\S+) +(?P<kind>model|KV|RS|compute|output) buffer size = +(?P<size>[\d.]+) MiB")


def note(text: bytes) -> str:
    """Return a log line if it tells of a buffer, else ""."""
    return text.decode("utf-8", "replace") if b"buffer size =" in text else ""


def measured(lines: Iterable[str], devices: list[Device]) -> list[MeasuredUse]:
    """Return each device's bytes, the processor's (named "") first; GPUs without any are left out.

    Buffers in the processor's memory are called CPU, CPU_Mapped, CPU_REPACK or, pinned for a GPU, CUDA_Host.
    """
    found: dict[str, dict[str, int]] = {"": {}}
    for line in lines:
        match = _LINE.search(line)
        if match is None:
            continue
        sums = found.setdefault(_device(match["name"], devices), {})
        kind = {"RS": "KV", "output": "compute"}.get(match["kind"], match["kind"])
        sums[kind] = sums.get(kind, 0) + round(float(match["size"]) * MEBIBYTE)
    return [
        MeasuredUse(name, sums.get("model", 0), sums.get("KV", 0), sums.get("compute", 0))
        for name, sums in found.items()
    ]


def _device(buffer: str, devices: list[Device]) -> str:
    """Return the device that a buffer lies on."""
    if buffer.startswith("CPU") or buffer.endswith("_Host"):
        return ""
    names = [device.name for device in devices if device.is_graphics]
    own = [name for name in names if buffer == name or buffer.startswith((f"{name}_", f"{name}("))]
    return own[0] if own else names[0] if names else ""
