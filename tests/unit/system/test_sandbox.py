"""What a process that has shut itself in can still do, in a real one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.system.child import worker_environment, worker_folder

PROBE = """
import ctypes, os, socket, subprocess, sys
from app.system.sandbox import limit_memory, limit_processor, open_nothing
libc = ctypes.CDLL(None)
limit_memory(512 * 1024 * 1024); limit_processor(5); open_nothing()
def allowed(act):
    try:
        act()
    except (OSError, PermissionError, MemoryError):
        return False
    return True
print([
    allowed(lambda: open(sys.argv[1])),
    allowed(lambda: os.open(sys.argv[1], os.O_RDONLY)),
    allowed(lambda: open(sys.argv[1] + ".new", "w")),
    allowed(lambda: socket.socket()),
    allowed(lambda: subprocess.run([sys.executable, "-c", ""])),
    allowed(lambda: os.listdir("/")),
    allowed(lambda: bytearray(1024 * 1024 * 1024)),
    libc.open(sys.argv[1].encode(), 0) >= 0,
    libc.socket(2, 1, 0) >= 0,
])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's limits of Linux")
def test_a_process_that_is_shut_in_opens_nothing_and_takes_little(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(file)],
        capture_output=True, cwd=worker_folder(), env=worker_environment(), text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == str([False] * 9), done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the kernel's limits of POSIX")
def test_a_process_that_works_for_too_long_is_ended() -> None:
    program = "from app.system.sandbox import limit_processor; limit_processor(1)\nwhile True: pass"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=worker_folder(), env=worker_environment(), timeout=100, check=False
    )
    assert done.returncode < 0
