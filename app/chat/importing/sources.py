"""Finds out what a file is by what is in it, and reads its conversations one by one. No Qt."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, cast

from typing_extensions import override

from app.chat.importing.chatgpt import is_chatgpt, read_chatgpt
from app.chat.importing.draft import Draft, Reading
from app.chat.importing.gpt4all import is_gpt4all, read_gpt4all
from app.chat.importing.json_reading import Element, JsonError, elements
from app.chat.importing.lmstudio import is_lm_studio, read_lm_studio
from app.chat.importing.ours import is_ours, read_ours
from app.chat.importing.report import Skipped, SkipReason

_LARGEST_CHAT = 64 << 20  # bytes of one GPT4All file
_MOST_UNPACKED = 4 << 30  # bytes out of one archive
_MOST_FILES = 20_000
_AT_ONCE = 1 << 20
_LOOKED_AT = 3  # entries; a broken one does not make it another kind of file
_BAD_ARCHIVE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError)
"""What a damaged or encrypted archive, or one packed in a way that is not known, raises while it is read."""


@dataclass(frozen=True)
class Step:
    """One conversation, or why there is none, and which part of everything (0 to 1) has been read."""

    reading: Reading
    done: float


def read_path(path: Path) -> Iterator[Step]:
    """Read a file, an archive, or all files in a folder. Raises OSError where ``path`` itself cannot be read."""
    if path.is_dir():
        yield from _folder(path)
        return
    with path.open("rb") as file:
        size = max(path.stat().st_size, 1)
        for reading in _file(file, path.name):
            yield Step(reading, min(file.tell() / size, 1.0))


def holds_conversations(path: Path) -> bool:
    """Whether a file is an archive, or among what it begins with is a conversation; never raises for what it holds."""
    try:
        beginning = islice(read_path(path), _LOOKED_AT)
        return zipfile.is_zipfile(path) or any(isinstance(step.reading, Draft) for step in beginning)
    except OSError:
        return False


def _folder(folder: Path) -> Iterator[Step]:
    """Read what looks like conversations by its name; a folder may hold anything else too."""
    found = (path for path in folder.rglob("*") if _wanted(path.name) and path.is_file())
    paths = sorted(path for path, _ in zip(found, range(_MOST_FILES), strict=False))
    for number, path in enumerate(paths):
        try:
            with path.open("rb") as file:
                for reading in _file(file, path.name):
                    yield Step(reading, number / len(paths))
        except OSError:
            yield Step(Skipped(path.name, SkipReason.UNREADABLE), number / len(paths))


def _wanted(name: str) -> bool:
    return name.endswith((".json", ".chat"))


def _file(file: BinaryIO, name: str, *, packed: bool = False) -> Iterator[Reading]:
    start = file.read(4)
    file.seek(0)
    if start == b"PK\x03\x04" and not packed:  # an archive within an archive may hold itself
        yield from _archive(file, name)
    elif is_gpt4all(start):
        data = file.read(_LARGEST_CHAT + 1)
        too_large = len(data) > _LARGEST_CHAT
        yield Skipped(name, SkipReason.TOO_LARGE) if too_large else read_gpt4all(data, name)
    else:
        yield from _json(io.TextIOWrapper(file, "utf-8-sig", "replace"), name)


def _archive(file: BinaryIO, name: str) -> Iterator[Reading]:
    """Read a ChatGPT export, or any archive of files that can be read alone."""
    budget = [_MOST_UNPACKED]
    try:
        with zipfile.ZipFile(file) as archive:
            for member in _members(archive):
                with archive.open(member) as packed:
                    limited = cast("BinaryIO", _Limited(packed, budget))
                    yield from _file(limited, PurePosixPath(member.filename).name, packed=True)
    except _BAD_ARCHIVE:
        yield Skipped(name, SkipReason.UNREADABLE)


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = [one for one in archive.infolist() if _wanted(one.filename) and not one.is_dir()][:_MOST_FILES]
    chats = [one for one in members if PurePosixPath(one.filename).name.startswith("conversations")]
    return chats or members  # beside ChatGPT's conversations lie files about the account


class _Limited(io.BufferedIOBase):
    """A packed file that ends in an error when its archive has given more than any export holds."""

    def __init__(self, packed: IO[bytes], budget: list[int]) -> None:
        self._packed, self._budget = packed, budget

    @override
    def readable(self) -> bool:
        return True

    @override
    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._packed.seek(offset, whence)

    @override
    def read(self, size: int | None = -1) -> bytes:
        data = self._packed.read(_AT_ONCE if size is None or size < 0 else size)
        self._budget[0] -= len(data)
        if self._budget[0] < 0:
            raise zipfile.BadZipFile("more than any export holds")
        return data

    @override
    def read1(self, size: int = -1) -> bytes:
        return self.read(size)


def _json(file: io.TextIOWrapper, name: str) -> Iterator[Reading]:
    try:
        for element in elements(file):
            yield _reading(element, name)
    except JsonError:
        yield Skipped(name, SkipReason.UNREADABLE)
    finally:
        file.detach()  # whoever opened the file closes it


def _reading(element: Element, name: str) -> Reading:
    if is_ours(element.header):
        return read_ours(element.value, element.header)
    if is_chatgpt(element.value):
        return read_chatgpt(element.value)
    if is_lm_studio(element.value):
        return read_lm_studio(element.value, name)
    return Skipped(name, SkipReason.UNKNOWN_FORMAT)
