"""Runs a part of ourselves in a child that may crash or hang, and says how it ended."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping

import msgspec

from app.system.child import worker_command, worker_environment, worker_folder
from app.system.sandbox import no_console

WAIT_SECONDS = 1.0


class Ended(msgspec.Struct, frozen=True):
    """What a child wrote to standard output, and how it ended."""

    output: bytes
    code: int  # the exit code; negative: the signal; anything where ``hung`` or ``unwanted``
    hung: bool = False  # it took too long and was ended
    unwanted: bool = False  # ``go_on`` said no, so it was ended

    @property
    def text(self) -> str:
        """The output."""
        return self.output.decode("utf-8", "replace")

    @property
    def well(self) -> bool:
        """Whether it came to its end."""
        return self.code == 0 and not self.hung and not self.unwanted


def run_throwaway(
    kind: str,
    arguments: list[str],
    seconds: float,
    go_on: Callable[[], bool] = lambda: True,
    environment: Mapping[str, str] | None = None,
) -> Ended:
    """Run a worker of this kind to its end. Raises OSError when none can be started.

    Args:
        kind: As ``app.__main__`` knows it.
        arguments: For it.
        seconds: Longer than that is hanging.
        go_on: Called every second; False ends the child.
        environment: Added to a worker's.
    """
    with subprocess.Popen(  # noqa: S603  (our own program)
        [*worker_command(kind), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        cwd=worker_folder(),
        env=worker_environment() | dict(environment or {}),
        creationflags=no_console(),
    ) as child:
        return _wait(child, time.monotonic() + seconds, go_on)


def _wait(child: subprocess.Popen[bytes], deadline: float, go_on: Callable[[], bool]) -> Ended:
    while True:
        try:
            output = child.communicate(timeout=min(WAIT_SECONDS, max(0.01, deadline - time.monotonic())))[0]
            return Ended(output, child.returncode)
        except subprocess.TimeoutExpired:
            hung, unwanted = time.monotonic() >= deadline, not go_on()
        if hung or unwanted:
            child.kill()
            return Ended(b"", 0, hung=hung, unwanted=unwanted)


def only_output() -> int:
    """In the child: return a descriptor for its answer, and let what native code prints go to standard error."""
    sink = os.dup(1)
    os.dup2(2, 1)
    return sink
