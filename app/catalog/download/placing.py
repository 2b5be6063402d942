"""Finished files: whether one is there already, and how a whole download gets its names."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.catalog.download.part import PIECE
from app.catalog.download.report import DownloadError
from app.catalog.download.state import Origin, part_path, read_origin, remove_state, write_origin
from app.catalog.net_api import DownloadRequest, NetProblem, RemoteFile
from app.system.files import sync_folder


@dataclass(frozen=True)
class Piece:
    """One file of a request and the name that it gets."""

    file: RemoteFile
    final: Path

    @property
    def part(self) -> Path:
        """Its name until then."""
        return part_path(self.final)


def sum_in_place(piece: Piece, request: DownloadRequest, moved: Callable[[int], None]) -> str:
    """Return the sum of a finished file that is the one wanted, "" when it has to be fetched. Raises OSError.

    A file of that name that Parley did not put there is never replaced: DownloadError(NAME_REFUSED).
    """
    try:
        status = piece.final.lstat()
    except FileNotFoundError:
        return ""
    origin = read_origin(piece.final)
    if stat.S_ISREG(status.st_mode) and status.st_size == piece.file.size:
        if origin is not None and _is_of(origin, piece.file, request):
            return origin.sha256
        digest = _digest(piece.final, moved) if piece.file.sha256 else ""
        if digest and digest == piece.file.sha256:
            write_origin(piece.final, _origin(piece.file, request, digest))
            return digest
    if origin is None:
        raise DownloadError(NetProblem.NAME_REFUSED, f"another file is there: {piece.final}")
    return ""


def give_name(piece: Piece, request: DownloadRequest, digest: str) -> None:
    """Let a whole and right file take its place. Raises OSError, DownloadError(IN_USE)."""
    try:
        piece.part.replace(piece.final)
    except PermissionError as error:
        if os.name != "nt":
            raise
        raise DownloadError(NetProblem.IN_USE, str(piece.final)) from error
    # In this order: after a kill in between, the file's own sum says what it is.
    write_origin(piece.final, _origin(piece.file, request, digest))
    remove_state(piece.part)
    with contextlib.suppress(OSError):  # some file systems refuse to sync a folder
        sync_folder(piece.final.parent)


def _is_of(origin: Origin, file: RemoteFile, request: DownloadRequest) -> bool:
    if file.sha256:
        return origin.sha256 == file.sha256
    mine = (request.source, request.repository, request.revision, file.name)
    return (origin.source, origin.repository, origin.revision, origin.file) == mine


def _origin(file: RemoteFile, request: DownloadRequest, digest: str) -> Origin:
    return Origin(
        source=request.source, repository=request.repository, revision=request.revision, file=file.name,
        size=file.size, sha256=digest, verified=bool(file.sha256),
    )  # fmt: skip


def _digest(path: Path, moved: Callable[[int], None]) -> str:
    running, done = hashlib.sha256(), 0
    with path.open("rb") as file:
        while data := file.read(PIECE):
            running.update(data)
            done += len(data)
            moved(done)
    return running.hexdigest()
