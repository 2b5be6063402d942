"""What lies beside the files: the state of one that is under way, and where a finished one came from."""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.catalog.download import names
from app.catalog.net_api import DownloadRequest, RemoteFile, Source
from app.system.files import atomic_write

MARK_BYTES = 16
"""Of each sum in the table. It guards against damage, not against a forger: the whole sum does that."""


class PartState(msgspec.Struct, forbid_unknown_fields=True):
    """``NAME.part.json``: all that is needed to go on in another process, and to know which bytes are good."""

    request: DownloadRequest
    file: RemoteFile
    chunk: int
    etag: str = ""
    marks: list[str] = []  # the sum of the file up to the end of each chunk, hexadecimal, cut to MARK_BYTES
    tail: int = 0  # bytes there, the last chunk's beginning among them
    tail_mark: str = ""  # the sum of these
    seams: list[int] = []  # where one connection ended and another went on: looked at first when the sum is wrong
    checked_ns: int = 0  # the file's modification time when it was found whole and right


class Origin(msgspec.Struct, frozen=True):
    """``NAME.parley.json`` beside a finished file: where it came from. ``sha256`` is what was measured."""

    source: Source
    repository: str
    revision: str
    file: str  # its name in the repository
    size: int
    sha256: str
    verified: bool  # the hub had named the same sum


def read_state(part: Path) -> PartState | None:
    """Return the state beside ``part``, None when there is none that can be read."""
    try:
        return msgspec.json.decode(_beside(part).read_bytes(), type=PartState)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def write_state(part: Path, state: PartState, *, durable: bool) -> None:
    """Replace the state. Raises OSError. ``durable`` waits for the disk, which would slow down a running download."""
    path, data = _beside(part), msgspec.json.encode(state)
    if durable:
        atomic_write(path, data)
        return
    temporary = path.with_name(path.name + ".new")
    temporary.write_bytes(data)
    temporary.replace(path)


def remove_state(part: Path) -> None:
    """Forget a download's state. Raises OSError."""
    _beside(part).unlink(missing_ok=True)
    _beside(part).with_name(_beside(part).name + ".new").unlink(missing_ok=True)


def part_path(final: Path) -> Path:
    """Return the name that a file has until it is whole and right."""
    return final.with_name(final.name + names.PART)


def origin_path(final: Path) -> Path:
    """Return where a finished file's origin is written."""
    return final.with_name(final.name + names.SIDECAR)


def read_origin(final: Path) -> Origin | None:
    """Return where a file came from, None when it is not one that Parley downloaded."""
    try:
        return msgspec.json.decode(origin_path(final).read_bytes(), type=Origin)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def write_origin(final: Path, origin: Origin) -> None:
    """Note where a file came from. Raises OSError."""
    atomic_write(origin_path(final), msgspec.json.format(msgspec.json.encode(origin), indent=1), mode=0o644)


def unfinished(folder: Path) -> list[DownloadRequest]:
    """Return the requests that were begun in ``folder`` or below and did not end."""
    found: dict[bytes, DownloadRequest] = {}
    for path in sorted(folder.rglob("*" + names.STATE)):
        state = read_state(path.with_name(path.name.removesuffix(names.STATE) + names.PART))
        if state is not None:
            found.setdefault(msgspec.json.encode(state.request), state.request)
    return list(found.values())


def _beside(part: Path) -> Path:
    return part.with_name(part.name.removesuffix(names.PART) + names.STATE)
