"""Which graphics drivers are installed, told without loading any of them: a broken one ends who does. No Qt."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

HIDDEN = {"CUDA_VISIBLE_DEVICES": "-1", "HIP_VISIBLE_DEVICES": "-1", "GGML_VK_VISIBLE_DEVICES": ","}
"""Environment in which CUDA, ROCm and Vulkan find no device. ("," and not "": Windows takes "" for no variable.)"""

_NVIDIA = Path("/proc/driver/nvidia/version")
_VULKAN_DRIVERS = (Path("/usr/share/vulkan/icd.d"), Path("/etc/vulkan/icd.d"), Path("/usr/local/share/vulkan/icd.d"))
_LIBRARIES = ("libcuda.so*", "libvulkan*.so*", "libnvidia-glcore.so*", "libamdhip64.so*")
_WINDOWS_LIBRARIES = ("nvcuda.dll", "vulkan-1.dll", "amdhip64*.dll")


def graphics_drivers() -> str:
    """Return a text that changes when a graphics driver is installed, updated or removed."""
    if sys.platform == "darwin":
        return os.uname().release  # Metal's drivers come with the system
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    if sys.platform == "win32":
        system = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32"
        yield _stamp(system / "DriverStore" / "FileRepository")  # a folder per installed driver
        yield from (_stamp(path) for pattern in _WINDOWS_LIBRARIES for path in sorted(system.glob(pattern)))
        return
    try:
        yield _NVIDIA.read_text("utf-8", "replace")
    except OSError:
        yield "no NVIDIA kernel module"
    yield from (_stamp(path) for folder in _VULKAN_DRIVERS for path in sorted(folder.glob("*.json")))
    folders = [Path("/usr/lib"), Path("/usr/lib64"), *sorted(Path("/usr/lib").glob("*-linux-gnu"))]
    yield from (_stamp(path) for folder in folders for name in _LIBRARIES for path in sorted(folder.glob(name)))


def _stamp(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return ""
    return f"{path} {status.st_size} {status.st_mtime_ns}"
