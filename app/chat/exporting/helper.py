"""A worker that an export asks, one thing after another, and waits for; not for the window's thread. No Qt.

For libraries that a few hostile characters keep busy for ever. What is late ends the worker; the next question starts
another.
"""

from __future__ import annotations

import contextlib
import logging
import subprocess
import threading
from collections.abc import Callable
from typing import IO

from app.system.child import worker_command, worker_environment, worker_folder

log = logging.getLogger(__name__)


class HelperError(OSError):
    """The worker died or took too long; the log says how."""


class Helper:
    """Leaving ``with`` ends the worker."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Helper:
        return self

    def __exit__(self, *_: object) -> None:
        child, self._child = self._child, None
        if child is not None:
            with contextlib.suppress(OSError), child:  # closes its pipes and waits for its end
                child.kill()

    @property
    def running(self) -> bool:
        """Whether it has been started."""
        return self._child is not None

    def ask(self, order: bytes, read: Callable[[IO[bytes]], bytes], seconds: float) -> bytes:
        """Return what ``read`` takes from the worker's answer. Raises HelperError.

        Args:
            order: What the worker gets.
            read: Raises OSError when the answer is cut off.
            seconds: Longer than that is too late.
        """
        child = self._child = self._child or _start(self._kind)
        late = threading.Timer(seconds, child.kill)
        late.start()
        try:
            return _answer(child, order, read)
        except OSError as error:
            self.__exit__()
            log.info("the %s worker ended with %s", self._kind, child.returncode)
            raise HelperError("no answer") from error
        finally:
            late.cancel()


def _start(kind: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  (our own program)
        worker_command(kind),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=worker_folder(),
        env=worker_environment(),
    )


def _answer(child: subprocess.Popen[bytes], order: bytes, read: Callable[[IO[bytes]], bytes]) -> bytes:
    if child.stdin is None or child.stdout is None:
        raise RuntimeError("the process was started without pipes")
    child.stdin.write(order)
    child.stdin.flush()
    return read(child.stdout)
