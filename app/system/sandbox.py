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


def limit_processor(seconds: int) -> None:
    """Let the system end this process after so many more seconds of work, where the system can do that."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415

        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime) + 1 + seconds
        _, hardest = resource.getrlimit(resource.RLIMIT_CPU)
        if hardest == resource.RLIM_INFINITY or limit < hardest:
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))


def open_nothing() -> None:
    """Make every further attempt to open a file, a connection or a process fail in this process; for good.

    Where there are limits on descriptors the kernel refuses them; everywhere Python does so itself, before it asks the
    system. What is open stays open. Modules can no longer be loaded.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    sys.addaudithook(_refuse)


REFUSED = ("open", "socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.system",
           "os.fork", "os.listdir", "os.scandir", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "ctypes.dlopen",
           "winreg.", "urllib.", "shutil.", "tempfile.", "webbrowser.")  # fmt: skip


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(REFUSED):
        raise PermissionError(f"refused: {event}")
