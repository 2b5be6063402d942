"""The same payloads in a process of its own, watched from outside: every file and socket of it and its workers."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.hostile_payloads import HOST, MARK

GENERATED = 10
LENGTH = 150
INTERNET = re.compile(r"\bAF_INET6?\b")


def traced(folder: Path, *command: str) -> str:
    """Run a command and return what it and its children asked the kernel for, by name."""
    log = folder / "trace"
    options = ["-f", "-qq", "-e", "trace=%file,%network", "-s", "400", "-o", str(log)]
    subprocess.run(["strace", *options, *command], check=True, timeout=400, capture_output=True)
    return log.read_text(errors="replace")


def touched(trace: str) -> list[str]:
    """Return the calls that concern what payloads name; making the files is not one."""
    made = ("mkdir(", "O_CREAT")
    named = [line for line in trace.splitlines() if MARK in line or HOST in line]
    return [line for line in named if not any(word in line for word in made) and "execve(" not in line]


@pytest.mark.timeout(500)
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_no_file_of_a_payload_and_no_internet_socket(tmp_path: Path) -> None:
    stage = ["-m", "tests.helpers.hostile_stage", str(tmp_path), str(GENERATED), str(LENGTH)]
    trace = traced(tmp_path, sys.executable, *stage)
    assert "openat(" in trace
    assert touched(trace) == []
    assert not INTERNET.search(trace)


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_what_opens_such_a_file_is_noticed(tmp_path: Path) -> None:
    (tmp_path / MARK).write_text("x")
    code = "import socket, sys; open(sys.argv[1]).close(); socket.socket(socket.AF_INET).close()"
    trace = traced(tmp_path, sys.executable, "-c", code, str(tmp_path / MARK))
    assert touched(trace)
    assert INTERNET.search(trace)
