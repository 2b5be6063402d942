"""A real X server without a screen, and a person's keys in it."""

from __future__ import annotations

import os
import shutil
import subprocess
from types import TracebackType
from typing import Self

MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
"""What of it this machine lacks."""


class XServer:
    """Use in a ``with``."""

    def __init__(self) -> None:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
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
