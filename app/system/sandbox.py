"""How a helper child is kept small: no console window, and limits that it puts on itself. No Qt."""

from __future__ import annotations

import subprocess
import sys


def no_console() -> int:
    """Return the flags that keep Windows from opening a console for a child; 0 elsewhere."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0


def limit_memory(total_bytes: int) -> None:
    """Make allocations beyond ``total_bytes`` of address space fail in this process, where the system can do that."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415  (there is no such module on Windows)

        _, hardest = resource.getrlimit(resource.RLIMIT_AS)
        limit = total_bytes if hardest == resource.RLIM_INFINITY else min(total_bytes, hardest)
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def forbid_writing_files() -> None:
    """Make writing to files fail in this process, where the system can do that. Pipes still work."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
