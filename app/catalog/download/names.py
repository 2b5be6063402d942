"""What a remote file is called on this computer. Names from a hub are hostile until proven otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from app.catalog.download.report import DownloadError
from app.catalog.hub.names import is_safe_file
from app.catalog.net_api import NetProblem, RemoteFile

LONGEST_NAME_BYTES = 200
"""In UTF-8. File systems allow 255; the files beside the download add to the name."""

RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
"""Device names of Windows, with any extension."""

FORBIDDEN = re.compile(r'[<>:"|?*\\/]')

PART = ".part"
STATE = ".part.json"
LOCK = ".part.lock"
SIDECAR = ".parley.json"


def local_names(files: Iterable[RemoteFile]) -> list[str]:
    """Return the name of each file in the download's folder. Raises DownloadError(NAME_REFUSED).

    Folders of the repository are left out, so that all parts of a model lie side by side, as llama.cpp wants them.
    """
    names = [_local_name(file.name) for file in files]
    if not names or len({name.casefold() for name in names}) != len(names):
        raise DownloadError(NetProblem.NAME_REFUSED, "two files of one name, or none")
    return names


def _local_name(name: str) -> str:
    base = PurePosixPath(name).name if is_safe_file(name) else ""
    ours = base.casefold().endswith((PART, STATE, LOCK, SIDECAR))
    if not base or ours or base.startswith((".", "-", "~")) or FORBIDDEN.search(base) or RESERVED.fullmatch(base):
        raise DownloadError(NetProblem.NAME_REFUSED, repr(name[:LONGEST_NAME_BYTES]))
    if len(base.encode()) > LONGEST_NAME_BYTES:
        raise DownloadError(NetProblem.NAME_REFUSED, repr(base[:LONGEST_NAME_BYTES]))
    return base
