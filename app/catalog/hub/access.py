"""How the hubs are reached: addresses, tokens, proxy, certificates; and the client that every request goes through.

Certificates: httpx2 checks them with the system's own store (truststore), so that an antivirus program or a company
whose certificate the person's computer trusts is trusted here, too. Proxies: the one that was set, else the system's.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import httpx2
import msgspec
from typing_extensions import override

from app import __version__
from app.catalog.hub.failures import HubError, status_failure, transport_failure
from app.catalog.net_api import Configure, NetProblem, Source

CONNECT_SECONDS = 15.0
READ_SECONDS = 30.0
USER_AGENT = f"parley/{__version__}"
LARGEST_ANSWER = 32 << 20
"""Bytes of an answer that is not a model file."""

HOMES = {Source.HUGGING_FACE: "https://huggingface.co", Source.MODELSCOPE: "https://modelscope.cn"}


class Access(msgspec.Struct, frozen=True):
    """What ``Configure`` said, with its gaps filled."""

    endpoints: Mapping[Source, str] = {}
    proxy: str = ""
    tokens: Mapping[Source, str] = {}

    @classmethod
    def of(cls, command: Configure) -> Access:
        """Take over what the window sent."""
        return cls(endpoints=command.endpoints, proxy=command.proxy, tokens=command.tokens)

    def endpoint(self, source: Source) -> str:
        """Return a hub's address without a slash at its end."""
        return self.endpoints.get(source, "").strip().rstrip("/") or HOMES[source]

    def token(self, source: Source) -> str:
        """Return the person's token, "" for none."""
        return self.tokens.get(source, "")

    def headers(self, source: Source) -> dict[str, str]:
        """Return what every request to this hub carries. It never follows a redirect to another origin."""
        token = self.token(source)
        if not token:
            return {}
        # ModelScope's older addresses, files among them, read the token from a cookie.
        cookie = {"Cookie": f"m_session_id={token}"} if source is Source.MODELSCOPE else {}
        return {"Authorization": f"Bearer {token}"} | cookie

    def page(self, source: Source, repository: str) -> str:
        """Return a repository's page, for people."""
        folder = "/models" if source is Source.MODELSCOPE else ""
        return f"{self.endpoint(source)}{folder}/{repository}"

    def file_address(self, source: Source, repository: str, revision: str, name: str) -> str:
        """Return where the bytes of a file are."""
        base = self.endpoint(source)
        if source is Source.MODELSCOPE:
            query = urlencode({"Revision": revision, "FilePath": name})
            return f"{base}/api/v1/models/{quote(repository)}/repo?{query}"
        return f"{base}/{quote(repository)}/resolve/{quote(revision, safe='')}/{quote(name)}"


@cache
def _certificates() -> ssl.SSLContext:
    """Return the system's; reading them takes a twentieth of a second, and every attempt of a download has a client."""
    return httpx2.create_ssl_context()


class HubClient(httpx2.Client):
    """An HTTP client whose failures are ``HubError``s, whatever the library that uses it expects.

    A redirect from https to http is refused. For answers that are read at once, statuses from 400 on are failures.
    """

    def __init__(self, access: Access) -> None:
        try:
            super().__init__(
                follow_redirects=True,
                timeout=httpx2.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
                headers={"User-Agent": USER_AGENT},
                verify=_certificates(),
                proxy=access.proxy or None,
                event_hooks={"response": [_refuse_downgrade]},
            )
        except (ValueError, httpx2.InvalidURL) as error:
            raise HubError(NetProblem.PROXY, str(error)) from error
        self._proxied = bool(access.proxy)

    @override
    def send(self, request: httpx2.Request, *, stream: bool = False, **options: Any) -> httpx2.Response:
        """Send a request. Raises HubError."""
        try:
            response = super().send(request, stream=True, **options)
            return response if stream else _read_whole(response)
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise transport_failure(error, proxied=self._proxied) from error


class SharedClient(HubClient):
    """One that several threads use at once. huggingface_hub closes the client it has whenever it is given another."""

    @override
    def close(self) -> None:
        """Do nothing; see ``end``."""

    def end(self) -> None:
        """Close the connections; what still runs on them fails."""
        super().close()


def _read_whole(response: httpx2.Response) -> httpx2.Response:
    try:
        failure = status_failure(response)
        if failure is not None:
            raise failure
        body = bytearray()
        for piece in response.iter_bytes():
            body += piece
            if len(body) > LARGEST_ANSWER:
                raise HubError(NetProblem.UNEXPECTED_CONTENT, f"an answer longer than {LARGEST_ANSWER} bytes")
    finally:
        response.close()
    kept = [(name, value) for name, value in response.headers.multi_items() if name not in _TRANSFER_HEADERS]
    return httpx2.Response(response.status_code, headers=kept, content=bytes(body), request=response.request)


_TRANSFER_HEADERS = {"content-encoding", "content-length", "transfer-encoding"}


def _refuse_downgrade(response: httpx2.Response) -> None:
    target = urlsplit(response.headers.get("location", "")).scheme if response.has_redirect_location else ""
    if response.request.url.scheme == "https" and target.lower() == "http":
        raise HubError(NetProblem.UNEXPECTED_CONTENT, "a redirect from https to http")
