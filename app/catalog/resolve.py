"""From what the catalogue remembers of a variant's files to what its repository has now. Pure."""

from __future__ import annotations

from pathlib import PurePosixPath

import msgspec

from app.catalog.net_api import DownloadRequest, RemoteFile, Repository


def resolved(request: DownloadRequest, quantization: str, listed: Repository) -> DownloadRequest | None:
    """Return the request with the names, sizes, sums and revision of a listing; None when nothing there matches.

    A file is known again by its sum, else by its name; a variant whose files were all renamed by its quant.
    """
    found = [_match(file, listed) for file in request.files]
    files = [file for file in found if file is not None]
    if len(files) != len(request.files) or not files:
        files = next((model.files for model in listed.models if model.quantization == quantization), [])
    if not files:
        return None
    return msgspec.structs.replace(request, files=files, revision=listed.revision)


def _match(wanted: RemoteFile, listed: Repository) -> RemoteFile | None:
    files = [file for model in listed.models for file in model.files]
    by_sum = [file for file in files if wanted.sha256 and file.sha256 == wanted.sha256]
    by_name = [file for file in files if _plain(file.name) == _plain(wanted.name)]
    return next(iter(by_sum or by_name), None)


def _plain(name: str) -> str:
    """Folders of a repository are moved around, and some publishers write their names in small letters."""
    return PurePosixPath(name).name.casefold()
