"""Logging: one file per process, and the last lines in memory for a report. No Qt."""

from __future__ import annotations

import logging
from pathlib import Path

MAX_LOG_BYTES = 1_000_000
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_logging(folder: Path, name: str) -> None:
    """Log to ``folder/name.log``, keeping one older file. A folder that cannot be written means no log, not a crash."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        # Not the standard library's rotating handler: it loads sockets and pickle into every start.
        handler: logging.Handler = logging.FileHandler(fresh_log(folder, name), encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(FORMAT))
    root.addHandler(handler)


def stop_logging() -> None:
    """Let go of the log's file."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, logging.FileHandler)]:
        root.removeHandler(handler)
        handler.close()


def fresh_log(folder: Path, name: str) -> Path:
    """Return the path of a log that a child will append to, started anew once it has grown large."""
    path = folder / f"{name}.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > MAX_LOG_BYTES:
            path.replace(path.with_suffix(".old.log"))
    except OSError:
        pass  # the child then has no log; it still works
    return path


def tail(path: Path, lines: int = 40, max_bytes: int = 16_384) -> str:
    """Return the last lines of a log, or "" when there is none."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - max_bytes))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return ""
    return "\n".join(text.splitlines()[-lines:])
