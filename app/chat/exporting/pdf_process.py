"""A conversation's PDF, drawn by a process of its own. No Qt here.

Drawing needs Qt, and Qt's classes are named by the window's thread alone; there it would hold up the window. A
conversation's HTML is hostile besides: what it does to Qt, it does to a process that ends right after.
"""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from app.system.child import worker_command, worker_environment, worker_folder

log = logging.getLogger(__name__)

DEADLINE_SECONDS = 600.0


class PdfOrder(msgspec.Struct, frozen=True):
    """What is to be drawn. ``parts``: HTML, each whole in itself. ``family``: the font; ``metric``: A4, else Letter."""

    title: str
    parts: Sequence[str]
    family: str = ""
    metric: bool = True


class PdfError(OSError):
    """The process died or took too long; the log says how."""


@dataclass(frozen=True)
class PdfProcess:
    """Draws with this font on this paper; one process for each conversation."""

    family: str
    metric: bool

    def __call__(self, title: str, parts: Sequence[str]) -> bytes:
        """Return the PDF. Not for the window's thread. Raises PdfError."""
        order = msgspec.json.encode(PdfOrder(title, list(parts), self.family, self.metric))
        try:
            done = subprocess.run(  # noqa: S603  (our own program)
                worker_command("pdf"),
                input=order,
                capture_output=True,
                check=True,
                timeout=DEADLINE_SECONDS,
                cwd=worker_folder(),
                env=worker_environment(),
            )
        except subprocess.SubprocessError as error:
            log.warning("no PDF: %s %s", error, (getattr(error, "stderr", b"") or b"")[-2000:])
            raise PdfError("the PDF could not be drawn") from error
        return done.stdout
