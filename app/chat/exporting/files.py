"""Files that an export makes: complete or not at all, with names that every system takes. No Qt."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.system.files import sync_folder

_LONGEST_NAME = 80
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Write a file that gets its name only when it is complete; only its owner may read it. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".parley-", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def file_name(title: str, otherwise: str) -> str:
    """Return a title as a file name without its ending."""
    plain = "".join(one for one in title if unicodedata.category(one) not in {"Cf", "Co", "Cs", "Cn"})
    name = " ".join(_FORBIDDEN.sub(" ", plain).split())
    name = name.encode()[: 2 * _LONGEST_NAME].decode(errors="ignore")[:_LONGEST_NAME].strip(" .")
    return f"{name}_" if _RESERVED.fullmatch(name) else name or otherwise


def distinct(name: str, taken: set[str]) -> str:
    """Return the name, numbered where it is taken; upper and lower case are the same."""
    found, number = name, 2
    while found.casefold() in taken:
        found, number = f"{name} ({number})", number + 1
    taken.add(found.casefold())
    return found
