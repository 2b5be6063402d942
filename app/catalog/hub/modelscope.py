"""ModelScope, through its public HTTP API. Every failure is a ``HubError``.

The addresses and fields are those of ModelScope's own client (modelscope-hub 0.5, Apache-2.0): ``/openapi/v1/models``
to search and describe, ``/api/v1/models/NAME/repo/files`` to list files, which does not page and ends at 3000 rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import quote

import httpx2
import msgspec

from app.catalog.hub.access import Access, HubClient
from app.catalog.hub.failures import HubError
from app.catalog.hub.grouping import group, remote_file
from app.catalog.hub.hugging_face import read_card
from app.catalog.hub.names import DEFAULT_REVISIONS, is_repository
from app.catalog.net_api import NetProblem, Repository, Source

SOURCE = Source.MODELSCOPE
MOST_ROWS = 3000  # page number times page size, at most
LARGEST_PAGE = 100

T = TypeVar("T")


class _Model(msgspec.Struct):
    """A model as the search and the description give it."""

    id: str = ""
    license: str | None = None
    downloads: int | None = None
    likes: int | None = None
    gated: bool | None = None
    login_required: bool | None = None
    last_modified: str | int | float | None = None
    tags: list[Any] | None = None
    base_model: list[Any] | str | None = None


class _Found(msgspec.Struct):
    models: list[_Model] | None = None
    total_count: int | None = None


class _File(msgspec.Struct, rename="pascal"):
    path: str = ""
    size: int | None = None
    sha256: str | None = None
    type: str = "blob"


class _Files(msgspec.Struct, rename="pascal"):
    files: list[_File] | None = None


class ModelScope:
    """One way to reach the hub."""

    def __init__(self, access: Access, client: HubClient) -> None:
        """Take the client that every request goes through; whoever made it closes it."""
        self._access = access
        self._client = client

    def search(self, words: str, limit: int, cursor: str) -> tuple[list[Repository], str]:
        """Find GGUF repositories, most downloaded first; ``cursor`` is the number of the next page, "" at the end."""
        page = int(cursor) if cursor.isdecimal() and cursor != "0" else 1
        size = max(1, min(limit, LARGEST_PAGE))
        words = words if "gguf" in words.lower() else f"{words} GGUF".strip()
        query = {"search": words, "sort": "downloads", "page_number": str(page), "page_size": str(size)}
        found = _convert(self._get("/openapi/v1/models", query), _Found)
        models = [_repository(model) for model in found.models or [] if _is_gguf(model)]
        more = page * size < (found.total_count or 0) and (page + 1) * size <= MOST_ROWS
        return models, str(page + 1) if more else ""

    def repository(self, name: str, revision: str) -> Repository:
        """List a repository: its models with sizes and sums, licence and card."""
        revision = revision if revision not in {"", "main"} else DEFAULT_REVISIONS[SOURCE]
        described = _convert(self._get(f"/openapi/v1/models/{quote(name)}", {}), _Model)
        query = {"Revision": revision, "Recursive": "True"}
        listed = _convert(self._get(f"/api/v1/models/{quote(name)}/repo/files", query), _Files)
        rows = (remote_file(row.path, row.size, row.sha256) for row in listed.files or [] if row.type != "tree")
        described.id = described.id or name
        return msgspec.structs.replace(
            _repository(described),
            revision=revision,
            models=group(row for row in rows if row is not None),
            card=self._card(name, revision),
        )

    def _card(self, name: str, revision: str) -> str:
        address = self._access.file_address(SOURCE, name, revision, "README.md")
        try:
            return read_card(self._client, address, self._access.headers(SOURCE))
        except HubError:
            return ""

    def _get(self, path: str, query: Mapping[str, str]) -> object:
        """Return what stands in an answer's envelope."""
        address = f"{self._access.endpoint(SOURCE)}{path}"
        response = self._client.get(address, params=query, headers=self._access.headers(SOURCE))
        return _open_envelope(response)


def _open_envelope(response: httpx2.Response) -> object:
    """Return ``data`` of ``{"success": …, "data": …}``. An envelope may say that a request failed with status 200."""
    try:
        body = msgspec.json.decode(response.content)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise HubError(NetProblem.UNEXPECTED_CONTENT, f"not JSON: {error}") from error
    if not isinstance(body, dict):
        raise HubError(NetProblem.UNEXPECTED_CONTENT, "an answer without an envelope")
    if body.get("success", body.get("Success")) is False:
        raise HubError(_refusal(body), str(body.get("message") or body.get("Message") or ""))
    return body.get("data", body.get("Data", body))


def _refusal(body: Mapping[str, object]) -> NetProblem:
    code = body.get("code", body.get("Code"))
    known: dict[object, NetProblem] = {
        "ResourceNotFound": NetProblem.NOT_FOUND,
        "InvalidAuthentication": NetProblem.TOKEN,
        "OperationNotAllowed": NetProblem.TOKEN,
        "RateLimitExceed": NetProblem.RATE_LIMITED,
        404: NetProblem.NOT_FOUND,
    }
    return known.get(code, NetProblem.SERVER)


def _convert(value: object, type_: type[T]) -> T:
    try:
        return msgspec.convert(value, type_)
    except msgspec.ValidationError as error:
        raise HubError(NetProblem.UNEXPECTED_CONTENT, str(error)) from error


def _is_gguf(model: _Model) -> bool:
    tags = {str(tag).lower() for tag in model.tags or []}
    return is_repository(model.id) and ("gguf" in model.id.lower() or "gguf" in tags)


def _repository(model: _Model) -> Repository:
    if not is_repository(model.id):
        raise HubError(NetProblem.UNEXPECTED_CONTENT, "a repository with an impossible name")
    base = model.base_model[0] if isinstance(model.base_model, list) and model.base_model else model.base_model
    return Repository(
        source=SOURCE,
        id=model.id,
        revision="",
        licence=(model.license or "").lower(),
        gated=bool(model.gated or model.login_required),
        downloads=max(0, model.downloads or 0),
        likes=max(0, model.likes or 0),
        updated=_date(model.last_modified),
        base_model=base if isinstance(base, str) else "",
    )


def _date(said: str | float | None) -> str:
    """Return an ISO date from a date, a time, or seconds since 1970; "" when it is neither."""
    try:
        if isinstance(said, str):
            return datetime.fromisoformat(said).date().isoformat()
        return datetime.fromtimestamp(said, UTC).date().isoformat() if said else ""
    except (ValueError, OverflowError, OSError):
        return ""
