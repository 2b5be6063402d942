"""A conversation's PDF, drawn by a process of its own. No Qt here.

Drawing needs Qt, and Qt's classes are named by the window's thread alone; there it would hold up the window. A
conversation's HTML is hostile besides: what it does to Qt, it does to a process that ends right after.
"""

from __future__ import annotations

import contextlib
import logging
import subprocess
import threading
from collections.abc import Sequence

import msgspec

from app.system.child import worker_command, worker_environment, worker_folder

log = logging.getLogger(__name__)

DEADLINE_SECONDS = 600.0  # of one conversation
HEAD = 8
"""Bytes of the length before an order and before a PDF."""


class PdfOrder(msgspec.Struct, frozen=True):
    """What is to be drawn. ``parts``: HTML, each whole in itself. ``family``: the font; ``metric``: A4, else Letter."""

    title: str
    parts: Sequence[str]
    family: str = ""
    metric: bool = True


class PdfError(OSError):
    """The process died or took too long; the log says how."""


class PdfProcess:
    """Draws with this font on this paper. One process for all conversations of an export: leaving ``with`` ends it."""

    def __init__(self, family: str, *, metric: bool) -> None:
        self._family, self._metric = family, metric
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> PdfProcess:
        return self

    def __exit__(self, *_: object) -> None:
        child, self._child = self._child, None
        if child is not None:
            with contextlib.suppress(OSError), child:  # closes its pipes and waits for its end
                child.kill()

    def __call__(self, title: str, parts: Sequence[str]) -> bytes:
        """Return the PDF. Not for the window's thread. Raises PdfError."""
        order = msgspec.json.encode(PdfOrder(title, list(parts), self._family, self._metric))
        child = self._child = self._child or _start()
        late = threading.Timer(DEADLINE_SECONDS, child.kill)
        late.start()
        try:
            return _drawn(child, order)
        except OSError as error:
            log.warning("no PDF: the process ended with %s", child.wait())
            raise PdfError("the PDF could not be drawn") from error
        finally:
            late.cancel()


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  (our own program)
        worker_command("pdf"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=worker_folder(),
        env=worker_environment(),
    )


def _drawn(child: subprocess.Popen[bytes], order: bytes) -> bytes:
    """Send a length and an order, read a length and a PDF. Raises OSError when the process is gone."""
    if child.stdin is None or child.stdout is None:
        raise RuntimeError("the process was started without pipes")
    child.stdin.write(len(order).to_bytes(HEAD, "big") + order)
    child.stdin.flush()
    head = child.stdout.read(HEAD)
    size = int.from_bytes(head, "big")
    data = child.stdout.read(size)
    if len(head) < HEAD or len(data) < size:
        raise BrokenPipeError("cut off")
    return data
