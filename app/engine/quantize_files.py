"""What may be quantized, the names of files meanwhile, their removal when nobody finished. Used by the session too."""

from __future__ import annotations

import re
from pathlib import Path

SOURCES = ("F32", "F16", "BF16", "Q8_0")
"""What may be made smaller: anything below has already lost what a second rounding would need."""

MARGIN_BYTES = 256 * 1024 * 1024
"""Left free on the disk: other programs write too."""

SUFFIX = ".quantizing"
_UNFINISHED = re.compile(r".+\.(?P<process>\d+)\.quantizing")


def unfinished_path(target: Path, process: int) -> Path:
    """Return where a process writes what will become ``target``: beside it, for a rename that cannot fail half-way."""
    return target.with_name(f"{target.name}.{process}{SUFFIX}")


def free_name(target: Path) -> Path:
    """Return ``target``, or the same name with a number where that exists."""
    path, number = target, 2
    while path.exists():
        path = target.with_name(f"{target.stem}-{number}{target.suffix}")
        number += 1
    return path


def remove_leftovers(folder: Path) -> list[Path]:
    """Remove what processes that have ended left unfinished; returns what is gone. A missing folder is an empty one."""
    import psutil  # noqa: PLC0415  (a megabyte, and only needed here)

    removed = []
    for path in folder.glob(f"*{SUFFIX}"):
        match = _UNFINISHED.fullmatch(path.name)
        if match is None or psutil.pid_exists(int(match["process"])):
            continue
        try:
            path.unlink()
        except OSError:
            continue  # the next start tries again
        removed.append(path)
    return removed
