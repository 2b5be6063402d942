"""The head of a model on a hub, read by byte ranges: what it is, before it is downloaded."""

from __future__ import annotations

import httpx2

from app.catalog.hub.access import HubClient
from app.catalog.hub.failures import HubError, status_failure, transport_failure
from app.catalog.hub.finder import Finder
from app.catalog.net_api import NetProblem, ReadRemoteHeader
from app.gguf.describe import describe
from app.gguf.errors import GgufError
from app.gguf.model import read_parts
from app.gguf.shape import ModelShape
from app.gguf.sources import RangeSource


def read_shape(finder: Finder, question: ReadRemoteHeader) -> tuple[ModelShape, int]:
    """Return a model's shape and how many bytes were fetched for it. Raises HubError."""
    access, files = finder.access, question.files
    if not files:
        raise HubError(NetProblem.BAD_HEADER, "no files")
    sources = []
    for file in files:
        address = access.file_address(question.source, question.repository, question.revision, file.name)
        fetch = _Ranges(finder.client, address, access.headers(question.source))
        sources.append(RangeSource(file.name.rpartition("/")[2], file.size, fetch))
    try:
        headers = read_parts(sources)
        shape = describe(headers, sum(file.size for file in files), sources[0].name.removesuffix(".gguf"))
    except GgufError as error:
        raise HubError(NetProblem.BAD_HEADER, f"{error.detail} {error.what}".strip()) from error
    return shape, sum(source.fetched for source in sources)


class _Ranges:
    """Fetches ranges of one file. A server that knows no ranges is read from the beginning, as far as needed."""

    def __init__(self, client: HubClient, address: str, headers: dict[str, str]) -> None:
        self._client = client
        self._address = address
        self._headers = headers

    def __call__(self, offset: int, length: int) -> bytes:
        # identity: a range of a compressed file would be no range of the file
        headers = self._headers | {"Range": f"bytes={offset}-{offset + length - 1}", "Accept-Encoding": "identity"}
        try:
            with self._client.stream("GET", self._address, headers=headers) as response:
                failure = status_failure(response)
                if failure is not None:
                    raise failure
                return _take(response, offset, length)
        except httpx2.HTTPError as error:
            raise transport_failure(error) from error


def _take(response: httpx2.Response, offset: int, length: int) -> bytes:
    """Read the wanted bytes and no more."""
    skip = 0 if _starts_at(response, offset) else offset
    data = bytearray()
    for piece in response.iter_bytes():
        data += piece
        if len(data) >= skip + length:
            break
    return bytes(data[skip : skip + length])


def _starts_at(response: httpx2.Response, offset: int) -> bool:
    """Tell whether the body begins at ``offset`` (206) rather than at 0 (200). Raises HubError for another range."""
    if "text/html" in response.headers.get("content-type", "").lower():
        raise HubError(NetProblem.UNEXPECTED_CONTENT, "a web page instead of the file")
    if response.status_code != httpx2.codes.PARTIAL_CONTENT:
        return offset == 0
    if not response.headers.get("content-range", "").startswith(f"bytes {offset}-"):
        raise HubError(NetProblem.UNEXPECTED_CONTENT, "another range than the one that was asked for")
    return True
