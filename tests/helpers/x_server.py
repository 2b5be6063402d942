"""A real X server without a screen, and a person's keys in it."""

from __future__ import annotations

import os
import selectors
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]
PATIENCE = 100.0  # seconds; liveness, not speed
MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
"""What of it this machine lacks."""


class XServer:
    """Use in a ``with``."""

    def __init__(self) -> None:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]
        self._process = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.display = f":{pipe.readline().strip()}"  # it writes its number once it takes connections

    def environment(self) -> dict[str, str]:
        """Return an environment for programs that are to show their windows there."""
        kept = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
        return kept | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def do(self, *words: str) -> str:
        """Let xdotool do something; return what it says, "" when it cannot."""
        command = ["xdotool", *words]
        return subprocess.run(
            command, env=self.environment(), capture_output=True, text=True, check=False, timeout=60
        ).stdout.strip()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()


class OtherProgram:
    """A window of another program."""

    def __init__(self, server: XServer, text: str, times: int = 0) -> None:
        """``times``: as many of the text are marked; it says "read" when they are taken."""
        command = [sys.executable, "-m", "tests.helpers.other_program", text, str(times)]
        self._server = server
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=server.environment(), stdout=subprocess.PIPE, text=True, bufsize=1
        )
        assert self._process.stdout is not None
        self._waits = selectors.DefaultSelector()
        self._waits.register(self._process.stdout, selectors.EVENT_READ)
        assert self.says() == "shown"

    def says(self, seconds: float = PATIENCE) -> str:
        """Return its next line, "" if there is none."""
        if not self._waits.select(seconds):
            return ""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def focus(self) -> None:
        """Give it the keyboard: there is no window manager that would."""
        self._server.do("search", "--sync", "--name", "Somebody else", "windowfocus", "--sync")

    def hang(self) -> None:
        """Answer nobody any more."""
        self._process.send_signal(signal.SIGSTOP)

    def close(self) -> None:
        self._waits.close()
        self._process.kill()
        self._process.communicate()
