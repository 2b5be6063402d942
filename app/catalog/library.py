"""The models on this computer: our own folder, and files elsewhere that were added. No Qt.

What was found out about a file holds as long as its size and its time of change stay the same, see ``notebook``.
"""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import msgspec

from app.catalog.download.state import origin_path, part_path, read_origin
from app.catalog.net_api import Repository, Source
from app.catalog.notebook import INSPECTION, Known, Notebook, Stamp
from app.engine.api import ThinkingSupport
from app.engine.files_api import FileInspected, FileProblem
from app.gguf.model import part_names
from app.gguf.shape import ModelShape

log = logging.getLogger(__name__)

MAX_DEPTH = 4
_NO_MODELS = ("mmproj", "imatrix")
"""Beginnings of names of files that belong to models and are none."""


@dataclass(frozen=True)
class LibraryEntry:
    """One model as the window sees it. ``path`` is its first part."""

    path: str
    name: str
    parts: tuple[str, ...]
    file_bytes: int = 0
    shape: ModelShape | None = None  # None: not looked at yet, or no model
    thinking: ThinkingSupport | None = None
    effort_levels: tuple[str, ...] = ()
    linked: bool = False  # not ours: never deleted
    builtin: bool = False  # the starter model
    added: datetime | None = None
    last_used: datetime | None = None
    problem: FileProblem | None = None
    detail: str = ""
    source: Source | None = None
    repository: str = ""
    revision: str = ""
    sha256: dict[str, str] = field(default_factory=dict)  # by file name, as it was when it was downloaded
    update_available: bool = False
    stamp: Stamp = field(default_factory=Stamp)
    fresh: bool = False  # what is said here is about the file as it is now

    @property
    def id(self) -> str:
        """Names the entry as long as it is there."""
        return self.path


class Library:
    """Finds models and remembers what was found out about them. Touches the disk: call it on one thread."""

    def __init__(self, folder: Path, notebook: Path, starter: Path) -> None:
        """``folder`` holds our models, ``notebook`` is the JSON file, ``starter`` the built-in model."""
        self.folder = folder
        self._notebook = Notebook(notebook)
        self._starter = str(starter)

    def scan(self) -> list[LibraryEntry]:
        """Return all models: the starter, then by name. Files of downloads that are not finished are no models."""
        known = self._notebook.read()
        ours = list(_models_in(self.folder))
        linked = [path for path, entry in known.items() if entry.linked and path not in ours]
        entries = [self._entry(path, known.get(path, Known())) for path in (self._starter, *ours, *linked)]
        return sorted(entries, key=lambda entry: (not entry.builtin, entry.name.casefold(), -entry.file_bytes))

    def inspected(self, entry: LibraryEntry, found: FileInspected) -> None:
        """Keep what the files worker found out about a model."""
        self._note(
            entry,
            msgspec.structs.replace(
                self._known(entry.path),
                shape=found.shape,
                thinking=found.thinking,
                effort_levels=found.effort_levels,
                problem=None,
                detail="",
            ),
        )

    def failed(self, entry: LibraryEntry, problem: FileProblem, detail: str) -> None:
        """Keep what is wrong with a model, until its file changes."""
        self._note(entry, msgspec.structs.replace(self._known(entry.path), problem=problem, detail=detail))

    def used(self, path: str) -> None:
        """Note that a model was loaded just now; a file that lies elsewhere is added."""
        self.link([path])
        self._notebook.change(first_part(path), lambda known: msgspec.structs.replace(known, last_used=time.time()))

    def link(self, paths: Iterable[str]) -> None:
        """Add files that stay where they are; those that are in the library already are left as they are."""
        for path in map(first_part, paths):
            if path != self._starter and not self.owns(path):
                self._notebook.change(path, lambda known: known if known.linked else Known(True, time.time()))

    def forget(self, path: str) -> Known:
        """Take a model off the list and return what was known, for ``restore``."""
        known = self._known(path)
        self._notebook.remove(path)
        return known

    def restore(self, path: str, known: Known) -> None:
        """Undo ``forget``."""
        self._notebook.put(path, known)

    def listed(self, repository: Repository) -> None:
        """Learn from a hub's listing which of its files are newer than ours."""
        newest = {PurePosixPath(file.name).name: file.sha256 for model in repository.models for file in model.files}
        for entry in self.scan():
            if (entry.source, entry.repository) == (repository.source, repository.id):
                ours = {name: newest[name] for name in entry.sha256 if newest.get(name)}
                self._notebook.put(entry.path, msgspec.structs.replace(self._known(entry.path), newest=ours))

    def owns(self, path: str) -> bool:
        """Tell whether a file lies in our folder, however its path is written."""
        return Path(path).absolute().parent.resolve().is_relative_to(self.folder.resolve())

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever remembered."""
        return not self._notebook.path.exists()

    def _known(self, path: str) -> Known:
        return self._notebook.read().get(path, Known())

    def _note(self, entry: LibraryEntry, known: Known) -> None:
        """Keep it for the file as it was when it was looked at: one that has changed since is looked at again."""
        new = msgspec.structs.replace(known, stamp=entry.stamp, inspection=INSPECTION, linked=entry.linked)
        self._notebook.put(entry.path, new)

    def _entry(self, path: str, known: Known) -> LibraryEntry:
        parts = [Path(path).with_name(name) for name in part_names(Path(path).name)]
        stamp, missing = _look(parts)
        fresh = missing is not None or (known.inspection == INSPECTION and known.stamp == stamp)
        shape = known.shape if fresh else None
        origins = {part.name: origin for part in parts if (origin := read_origin(part))}
        origin = next(iter(origins.values()), None)
        sums = {name: origin.sha256 for name, origin in origins.items()}
        return LibraryEntry(
            path=path,
            name=shape.name if shape else Path(path).stem,
            parts=tuple(str(part) for part in parts),
            file_bytes=stamp.size,
            shape=shape,
            thinking=known.thinking if shape else None,
            effort_levels=tuple(known.effort_levels),
            linked=known.linked,
            builtin=path == self._starter,
            added=_time(known.added or stamp.changed_ns / 1e9),
            last_used=_time(known.last_used),
            problem=missing[0] if missing else known.problem if fresh else None,
            detail=missing[1] if missing else known.detail if fresh else "",
            source=origin.source if origin else None,
            repository=origin.repository if origin else "",
            revision=origin.revision if origin else "",
            sha256=sums,
            update_available=any(sums.get(name, "") != newest for name, newest in known.newest.items()),
            stamp=stamp,
            fresh=fresh,
        )


def first_part(path: str) -> str:
    """Return the path by which the library knows a model of which any part is named."""
    whole = Path(path).absolute()
    return str(whole.with_name(part_names(whole.name)[0]))


def files_of(entry: LibraryEntry) -> list[Path]:
    """Return all files of a model that are there: its parts, and where each came from."""
    parts = [Path(part) for part in entry.parts]
    return [path for part in parts for path in (part, origin_path(part)) if path.exists()]


def disk_free(folder: Path) -> int:
    """Return the bytes that are free where ``folder`` is or will be."""
    for place in (folder, *folder.parents):
        with suppress(OSError):
            return shutil.disk_usage(place).free
    return 0


def remove_empty_folders(path: Path, top: Path) -> None:
    """Remove the folders above ``path`` that hold nothing any more, up to ``top``, which stays."""
    with suppress(OSError):  # one that is not empty ends it
        for folder in path.parents:
            if folder == top or not folder.is_relative_to(top):
                return
            folder.rmdir()


def _models_in(folder: Path) -> Iterator[str]:
    """Return the first part of each model under our folder."""
    seen = set()
    for path in _files(folder, MAX_DEPTH):
        first, *others = [path.with_name(name) for name in part_names(path.name)]
        if first in seen or path.name.casefold().startswith(_NO_MODELS):
            continue
        seen.add(first)
        if not any(part_path(part).exists() and not part.exists() for part in (first, *others)):
            yield str(first)


def _files(folder: Path, depth: int) -> Iterator[Path]:
    """Yield GGUF files, not following links to folders. A folder that cannot be read is an empty one."""
    try:
        with os.scandir(folder) as found:
            items = sorted(found, key=lambda item: item.name)
    except OSError as error:
        log.info("not looked into: %s", error)
        return
    for item in items:
        if item.name.startswith(".") or not _is_text(item.path):
            continue
        if item.is_dir(follow_symlinks=False):
            if depth > 1:
                yield from _files(Path(item.path), depth - 1)
        elif item.name.casefold().endswith(".gguf"):
            yield Path(item.path)


def _is_text(path: str) -> bool:
    """Tell whether a name can be sent and shown; on Linux it may be any bytes."""
    try:
        path.encode()
    except UnicodeEncodeError:
        log.info("not a name in UTF-8: %r", path)
        return False
    return True


def _look(parts: list[Path]) -> tuple[Stamp, tuple[FileProblem, str] | None]:
    """Return size and time of all parts together, and what is wrong when not all are there."""
    size = changed = 0
    for number, part in enumerate(parts):
        try:
            status = part.stat()
        except FileNotFoundError:
            gone = number == 0 and not any(other.exists() for other in parts)
            return Stamp(size), (FileProblem.MISSING if gone else FileProblem.PART_MISSING, part.name)
        except OSError as error:
            return Stamp(size), (FileProblem.UNREADABLE, f"{part.name}: {error.strerror}")
        size += status.st_size
        changed = max(changed, status.st_mtime_ns)
    return Stamp(size, changed), None


def _time(seconds: float) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
