"""Which downloads are on this computer already. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Protocol

from app.catalog.net_api import DownloadRequest, RemoteFile


class Have(Protocol):
    """What is asked of an entry of the library."""

    @property
    def path(self) -> str:
        """Of the first part."""
        ...

    @property
    def sha256(self) -> Mapping[str, str]:
        """By file name, as far as they are known."""
        ...


@dataclass(frozen=True)
class Installed:
    """A snapshot of the library that can be asked from any thread."""

    paths: frozenset[str] = field(default_factory=frozenset)
    sums: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, entries: Iterable[Have]) -> Installed:
        """Take the snapshot."""
        listed = list(entries)
        return cls(
            frozenset(str(Path(entry.path)) for entry in listed),
            frozenset(digest for entry in listed for digest in entry.sha256.values() if digest),
        )

    def has(self, request: DownloadRequest) -> bool:
        """Return whether the same bytes are here, wherever they came from, or the file under its own name."""
        if not request.files:
            return False
        first = request.files[0]
        return first.sha256 in self.sums or str(_target(request, first)) in self.paths


def _target(request: DownloadRequest, file: RemoteFile) -> Path:
    return Path(request.folder) / PurePosixPath(file.name).name
