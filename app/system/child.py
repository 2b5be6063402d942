"""How worker processes are started, and how they die with the window. No Qt.

Linux: the worker asks the kernel for SIGKILL when its parent ends. Everywhere: a worker ends when its standard input
closes. Windows: a job object ends it with the window as well (untested: no Windows machine has run this yet).
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from pathlib import Path

from app.system.paths import CACHE_VARIABLE, cache_folder

PR_SET_PDEATHSIG = 1
# Left to a child these would change which code it runs or how llama.cpp behaves.
DROPPED_VARIABLES = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "LLAMA_ARG_MODEL", "GGML_BACKEND_PATH")


def worker_command(kind: str) -> list[str]:
    """Return the command line of a worker ("engine", "net"), from source or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker", kind]
    return [sys.executable, "-m", "app", "--worker", kind]


def program_command(*arguments: str) -> list[str]:
    """Return the command line that starts Parley from anywhere, as the settings of a desktop take it.

    Not "parley": another program of that name is on many a KDE.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return ["env", f"PYTHONPATH={worker_folder()}", sys.executable, "-m", "app", *arguments]


def worker_folder() -> Path:
    """Return the folder to start a worker in: the one that holds the ``app`` package."""
    return Path(__file__).resolve().parents[2]


def worker_environment() -> dict[str, str]:
    """Return the environment for a worker: ours, less what could change its code."""
    environment = {name: value for name, value in os.environ.items() if name not in DROPPED_VARIABLES}
    environment[CACHE_VARIABLE] = str(cache_folder())
    environment["PYTHONUNBUFFERED"] = "1"
    environment["PYTHONIOENCODING"] = "utf-8"
    return environment


def die_with_parent() -> None:
    """Ask the kernel to end this process with its parent; does nothing where there is no such call."""
    if sys.platform != "linux":
        return
    parent = os.getppid()
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # the parent ended before the call
        os._exit(0)
