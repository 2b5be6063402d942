"""A process that says what it stored, line by line, and is killed in the middle of it."""

from __future__ import annotations

import random
import subprocess
import time
from collections.abc import Callable

PAUSE_SECONDS = 0.003  # the kill comes at any point of the next commit


def kill_while_writing(
    process: subprocess.Popen[str], lines: int, rng: random.Random, take: Callable[[str], None]
) -> None:
    """Hear ``lines`` lines, kill it soon after, and hear what it had said before it died. It must not complain."""
    with process:
        assert process.stdout
        assert process.stderr
        for _, line in zip(range(lines), process.stdout, strict=False):  # this way round no line is dropped
            take(line)
        time.sleep(rng.random() * PAUSE_SECONDS)
        process.kill()
        for line in process.stdout:
            if line.endswith("\n"):
                take(line)
        assert process.stderr.read() == ""
