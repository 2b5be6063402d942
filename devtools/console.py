"""Words to the person at the terminal, and long commands with a log behind them."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

LINE_EVERY = 10.0  # seconds between lines where the output is no terminal


class SetupError(Exception):
    """Something the person has to know or do; the text is shown as it is, without a traceback."""


def say(text: str) -> None:
    """Print one line at once."""
    print(text, flush=True)


def duration(seconds: float) -> str:
    """Return "45 s" or "3 min 20 s"."""
    whole = max(0, round(seconds))
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60:02d} s"


class Status:
    """A line that is rewritten on a terminal; elsewhere (CI, a file) a new line every ten seconds."""

    def __init__(self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream or sys.stdout
        self._clock = clock
        self._next = clock()
        self._width = 0

    def show(self, text: str) -> None:
        """Show how far the work is."""
        if self._stream.isatty():
            self._rewrite(text)
        elif self._clock() >= self._next:
            self._next = self._clock() + LINE_EVERY
            self._write(f"{text}\n")

    def finish(self, text: str) -> None:
        """Show the last word on this piece of work and go to the next line."""
        if self._stream.isatty():
            self._rewrite(text)
            self._write("\n")
        else:
            self._write(f"{text}\n")

    def _rewrite(self, text: str) -> None:
        self._write(f"\r{text.ljust(self._width)}")
        self._width = len(text)

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def run_logged(
    command: Sequence[str | Path],
    log: Path,
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    on_line: Callable[[str], None] | None = None,
) -> None:
    """Run ``command`` with all it prints going to ``log`` and, line by line, to ``on_line``.

    Raises:
        SetupError: it failed; the message holds its last lines and where the log is.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    tail: deque[str] = deque(maxlen=15)
    with (
        log.open("w", encoding="utf-8") as file,
        subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=env,
            cwd=cwd,
            text=True,
            encoding="utf-8",
            errors="replace",
            process_group=None if sys.platform == "win32" else 0,  # so that its children can be ended with it
        ) as process,
    ):
        try:
            for line in process.stdout or ():
                file.write(line)
                tail.append(line.rstrip())
                (on_line or _ignore)(line)
        except BaseException:
            _end_with_children(process)
            raise
    if process.returncode != 0:
        raise SetupError("\n".join([*tail, f"{Path(command[0]).name} failed; all it said is in {log}"]))


def _ignore(_: str) -> None:
    """Take a line that nobody asked for."""


def _end_with_children(process: subprocess.Popen[str]) -> None:
    """End a build with all its compilers: an interrupted one goes on later, and not beside its own remains."""
    if sys.platform == "win32":
        process.terminate()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)


def passed_through(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None, cwd: Path) -> int:
    """Run ``command`` on this terminal and return its exit code; a death by a signal is 128 + its number."""
    with subprocess.Popen([str(part) for part in command], env=env, cwd=cwd) as process:
        while True:
            try:
                code = process.wait()
            except KeyboardInterrupt:
                continue  # the terminal sent it to the program as well, which ends in its own way
            return code if code >= 0 else 128 - code


def environment_with(**changes: str | None) -> dict[str, str]:
    """Return a copy of this process's environment with ``changes``; None removes a variable."""
    merged = {**os.environ, **changes}
    return {name: value for name, value in merged.items() if value is not None}
