"""Hugging Face and its mirrors, through ``huggingface_hub``. Every failure is a ``HubError``.

The library is told the endpoint and the token each time and uses our HTTP client: it neither finds a token by itself,
nor waits half a minute over a hub that cannot be reached, nor reports anything to anybody.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from app.catalog.hub.access import Access, HubClient
from app.catalog.hub.cards import LARGEST_CARD, card_text
from app.catalog.hub.failures import HubError, status_failure
from app.catalog.hub.grouping import group, remote_file
from app.catalog.hub.names import DEFAULT_REVISIONS, is_repository
from app.catalog.net_api import NetProblem, RemoteFile, Repository, Source

if TYPE_CHECKING:
    from huggingface_hub import HfApi, ModelInfo

SOURCE = Source.HUGGING_FACE
MOST_RESULTS = 2000
MOST_FILES = 20_000

# Read by the library when it is imported.
ENVIRONMENT = {
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",
    "HF_HUB_DISABLE_UPDATE_CHECK": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_OFFLINE": "0",
}


class HuggingFace:
    """One way to reach the hub."""

    def __init__(self, access: Access, client: HubClient) -> None:
        """Take the client that every request goes through; whoever made it closes it."""
        self._access = access
        self._client = client
        os.environ.update(ENVIRONMENT)
        # Half a second, and only in the net worker.
        from huggingface_hub import HfApi, set_client_factory

        set_client_factory(lambda: client)
        token = access.token(SOURCE) or False
        self._api: HfApi = HfApi(endpoint=access.endpoint(SOURCE), token=token, library_name="parley")

    def search(self, words: str, limit: int, cursor: str) -> tuple[list[Repository], str]:
        """Find GGUF repositories, most downloaded first. ``cursor`` is what the call before returned, "" at the end.

        The hub's own cursor lives inside the library, so what was seen is asked for again and skipped.
        """
        seen = int(cursor) if cursor.isdecimal() else 0
        wanted = min(seen + limit, MOST_RESULTS)
        with _understood():
            found = self._api.list_models(
                search=words or None,
                filter="gguf",
                sort="downloads",
                limit=wanted + 1,
                expand=["downloads", "likes", "lastModified", "gated", "tags"],
            )
            page = [self._repository(info) for info in islice(found, seen, wanted + 1)]
        more = len(page) > wanted - seen and wanted < MOST_RESULTS
        return page[: wanted - seen], str(wanted) if more else ""

    def repository(self, name: str, revision: str) -> Repository:
        """List a repository: its models with sizes and sums at one commit, licence and card."""
        with _understood(lambda: self._access.page(SOURCE, name)):
            info = self._api.model_info(name, revision=revision or DEFAULT_REVISIONS[SOURCE])
            commit = info.sha or revision
            tree = self._api.list_repo_tree(name, recursive=True, revision=commit)
            files = [file for entry in islice(tree, MOST_FILES) if (file := _file(entry)) is not None]
            return self._repository(info, revision=commit, models=group(files), card=self._card(name, commit))

    def _repository(self, info: ModelInfo, **rest: Any) -> Repository:
        if not is_repository(info.id):
            raise HubError(NetProblem.UNEXPECTED_CONTENT, "a repository with an impossible name")
        return Repository(
            source=SOURCE,
            id=info.id,
            revision=rest.pop("revision", ""),
            licence=_tagged(info, "license:"),
            base_model=_tagged(info, "base_model:"),
            gated=bool(info.gated),
            downloads=max(0, info.downloads or 0),
            likes=max(0, info.likes or 0),
            updated=info.last_modified.date().isoformat() if info.last_modified else "",
            **rest,
        )

    def _card(self, name: str, commit: str) -> str:
        """Return the card, "" when there is none or it is not shown to us: the models matter more."""
        address = self._access.file_address(SOURCE, name, commit, "README.md")
        try:
            return read_card(self._client, address, self._access.headers(SOURCE))
        except HubError:
            return ""


def read_card(client: HubClient, address: str, headers: dict[str, str]) -> str:
    """Fetch the beginning of a card. Raises HubError."""
    with client.stream("GET", address, headers=headers) as response:
        failure = status_failure(response)
        if failure is not None:
            raise failure
        raw = bytearray()
        for piece in response.iter_bytes():
            raw += piece
            if len(raw) >= LARGEST_CARD:
                break
    return card_text(bytes(raw))


@contextmanager
def _understood(page: Callable[[], str] = str) -> Iterator[None]:
    """Turn what the library makes of a strange answer into a ``HubError``; ``page`` is where terms are accepted."""
    try:
        yield
    except HubError as error:
        if error.problem is NetProblem.GATED:
            raise HubError(NetProblem.GATED, page()) from error
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        detail = f"{type(error).__name__}: {error}"
        raise HubError(NetProblem.UNEXPECTED_CONTENT, detail) from error


def _file(entry: object) -> RemoteFile | None:
    """Take a row of the tree; folders and files that cannot be downloaded give None."""
    large = getattr(entry, "lfs", None)
    size = large.size if large is not None else getattr(entry, "size", None)
    return remote_file(getattr(entry, "path", ""), size, large.sha256 if large is not None else "")


def _tagged(info: ModelInfo, prefix: str) -> str:
    """Return what a tag says, else the card's own field. ``base_model:quantized:owner/name`` gives the name alone."""
    for tag in info.tags or []:
        if tag.startswith(prefix):
            return tag.removeprefix(prefix).rpartition(":")[2]
    said: object = getattr(info.card_data, prefix.rstrip(":"), None)
    first = said[0] if isinstance(said, list) and said else said
    return first if isinstance(first, str) else ""
