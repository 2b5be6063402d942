"""What the machine has: cores worth a thread each, and memory. No Qt.

Read from the kernel where that is one small file: psutil's import alone would add a megabyte to the engine worker.
"""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

_CPUS = Path("/sys/devices/system/cpu")


def physical_cores() -> int:
    """Return how many threads compute best: one per core, fast cores only where there are two kinds, at least 1.

    Cores that this process may not use (affinity, a container's quota) do not count.
    """
    if sys.platform != "linux":
        import psutil  # noqa: PLC0415  (see above)

        return psutil.cpu_count(logical=False) or os.cpu_count() or 1
    allowed = os.sched_getaffinity(0)
    fast = _cpu_list(Path("/sys/devices/cpu_core/cpus"))  # only hybrid Intel processors have this file
    usable = allowed & fast or allowed
    cores = {_text(_CPUS / f"cpu{cpu}/topology/thread_siblings_list") or str(cpu) for cpu in usable}
    return max(1, min(len(cores), _quota()))


def _quota() -> int:
    """Return the whole cores that a container may use, rounded up; many without a limit."""
    parts = _text(Path("/sys/fs/cgroup/cpu.max")).split()
    if len(parts) != 2 or parts[0] == "max":
        return 1 << 16
    return -(-int(parts[0]) // int(parts[1]))


def _cpu_list(path: Path) -> set[int]:
    """Parse the kernel's notation, such as "0-3,8"."""
    cpus: set[int] = set()
    for piece in _text(path).split(","):
        first, _, last = piece.partition("-")
        if first.isdigit():
            cpus.update(range(int(first), int(last or first) + 1))
    return cpus


def _text(path: Path) -> str:
    try:
        return path.read_text().strip()
    except OSError:
        return ""


def available_memory() -> int:
    """Return the bytes that can be taken without swapping."""
    if sys.platform == "linux":
        for line in _text(Path("/proc/meminfo")).splitlines():
            if line.startswith("MemAvailable:"):
                return min(int(line.split()[1]) * 1024, _container_memory())
    import psutil  # noqa: PLC0415

    return psutil.virtual_memory().available


def total_memory() -> int:
    """Return the bytes that this computer, or the container this runs in, has."""
    if sys.platform == "linux":
        limit = _text(Path("/sys/fs/cgroup/memory.max"))
        for line in _text(Path("/proc/meminfo")).splitlines():
            if line.startswith("MemTotal:"):
                total = int(line.split()[1]) * 1024
                return min(total, int(limit)) if limit.isdigit() else total
    import psutil  # noqa: PLC0415

    return psutil.virtual_memory().total


def _container_memory() -> int:
    """Return what a container may still take; a lot without a limit."""
    limit = _text(Path("/sys/fs/cgroup/memory.max"))
    used = _text(Path("/sys/fs/cgroup/memory.current"))
    if not limit.isdigit() or not used.isdigit():
        return 1 << 62
    cached = 0
    for line in _text(Path("/sys/fs/cgroup/memory.stat")).splitlines():
        if line.startswith("inactive_file "):
            cached = int(line.split()[1])
    return max(0, int(limit) - int(used) + cached)


def processor() -> str:
    """Return a text that differs between processors that need different code: name and features."""
    for line in _text(Path("/proc/cpuinfo")).splitlines():
        if line.startswith(("flags", "Features")):
            return f"{platform.machine()} {_model_name()} {line.partition(':')[2].strip()}"
    return f"{platform.machine()} {platform.processor()}"


def _model_name() -> str:
    lines = _text(Path("/proc/cpuinfo")).splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")


def bytes_read() -> int:
    """Return how much this process has read from disk so far: the only thing that moves while a cold model loads."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415

    return resource.getrusage(resource.RUSAGE_SELF).ru_inblock * 512
