"""One request for a range of a file, and the answer checked before a byte of it is believed."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from typing import Protocol

import httpx2

from app.catalog.download.report import Reach
from app.catalog.hub.failures import HubError, retry_after, status_failure, transport_failure
from app.catalog.net_api import NetProblem, RemoteFile

MOST_REDIRECTS = 10
READ_BYTES = 1 << 20
LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1"}
SECRETS = {"authorization", "cookie", "proxy-authorization"}
PAGES = {"text/html", "application/xhtml+xml", "application/json", "application/xml", "text/xml"}
RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})")
NO_RANGE = re.compile(r"bytes \*/(\d{1,18})")


class AttemptError(Exception):
    """An attempt failed and another one may not. ``final`` problems are not tried again."""

    def __init__(
        self, problem: NetProblem, detail: str = "", *, retry_after: float = 0.0, final: bool = False, status: int = 0
    ) -> None:
        super().__init__(f"{problem}: {detail}")
        self.problem = problem
        self.detail = detail
        self.retry_after = retry_after
        self.final = final
        self.status = status


class Watched(Protocol):
    """Who is told of every connection, to be able to cut it."""

    def trace(self, name: str, info: Mapping[str, object]) -> None:
        """Take an event of the HTTP client."""


class Answer:
    """Bytes of a file from ``start`` on; ``end`` is where they end, says the server, in a file of ``total`` bytes."""

    def __init__(self, response: httpx2.Response, asked: int, timeout: float) -> None:
        self._response = response
        self._timeout = timeout
        self.etag = response.headers.get("etag", "")
        self.start, self.end, self.total = _extent(response, asked)

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes as they come. Raises AttemptError when the connection breaks."""
        try:
            yield from self._pieces()
        except TimeoutError as error:
            raise AttemptError(NetProblem.TIMEOUT, str(error)) from error
        except (httpx2.HTTPError, HubError, OSError) as error:
            raise transport_trouble(error) from error

    def _pieces(self) -> Iterator[bytes]:
        pieces = self._response.iter_raw()
        first = next(pieces, b"")
        yield first
        connection = self._plain_connection()
        if connection is None:
            yield from pieces
            return
        connection.settimeout(self._timeout)
        # The HTTP layer has handed over all that it had read; the rest of this body is all that can still come. Read
        # in large pieces from the connection itself it costs a fifth of the processor time.
        left = self.end - self.start - len(first)
        while left > 0 and (data := connection.recv(min(READ_BYTES, left))):
            left -= len(data)
            yield data

    def _plain_connection(self) -> socket.socket | None:
        """Return the connection when what it reads is the body and nothing else: HTTP/1.1 with a length."""
        headers = self._response.headers
        length = headers.get("content-length", "")
        plain = self._response.http_version in {"HTTP/1.1", "HTTP/1.0"} and "transfer-encoding" not in headers
        if not plain or length != str(self.end - self.start):
            return None
        stream = self._response.extensions.get("network_stream")
        if stream is None or isinstance(stream.get_extra_info("ssl_object"), ssl.SSLObject):
            return None  # encrypted a second time, inside of the connection to a proxy
        found = stream.get_extra_info("socket")
        return found if isinstance(found, socket.socket) else None


class Web:
    """Asks for ranges of one file, following redirects by itself."""

    def __init__(self, reach: Reach, file: RemoteFile, connect: float, stall: float) -> None:
        self._reach = reach
        self._file = file
        self._stall = stall
        self._timeout = httpx2.Timeout(stall, connect=connect)

    def ask(self, start: int, end: int, watched: Watched, *, ranges: bool = True) -> Asked:
        """Ask for bytes ``start`` to before ``end``; to be used in ``with``. Raises AttemptError there."""
        wanted = f"bytes={start}-{end - 1}" if ranges and (start or end < self._file.size) else ""
        return Asked(lambda stack: self._open(stack, wanted, start, watched))

    def _open(self, stack: ExitStack, wanted: str, start: int, watched: Watched) -> Answer:
        try:
            client = stack.enter_context(self._reach.client())
            response = self._follow(client, wanted, watched)
            stack.callback(response.close)
            return Answer(response, start, self._stall)
        except (httpx2.HTTPError, httpx2.InvalidURL, HubError, OSError) as error:
            raise transport_trouble(error) from error

    def _follow(self, client: httpx2.Client, wanted: str, watched: Watched) -> httpx2.Response:
        address = self._reach.url_of(self._file)
        home = httpx2.URL(address)
        headers = {"Accept-Encoding": "identity", **self._reach.headers_for(address)}
        if wanted:
            headers["Range"] = wanted
        url = home
        for _ in range(MOST_REDIRECTS):
            request = client.build_request(
                "GET", url, headers=_fitting(headers, home, url), timeout=self._timeout,
                extensions={"trace": watched.trace},
            )  # fmt: skip
            response = client.send(request, stream=True, follow_redirects=False)
            if not response.has_redirect_location:
                return _accepted(response, at_home=_origin(url) == _origin(home))
            response.close()
            url = _next(url, response.headers["location"])
        raise AttemptError(NetProblem.UNEXPECTED_CONTENT, "too many redirects")


class Asked:
    """An answer for the length of a ``with``; the connection is closed behind it."""

    def __init__(self, opened: Callable[[ExitStack], Answer]) -> None:
        self._opened = opened
        self._stack = ExitStack()

    def __enter__(self) -> Answer:
        try:
            return self._opened(self._stack)
        except BaseException:
            self._stack.close()
            raise

    def __exit__(self, *_exception: object) -> None:
        self._stack.close()


def transport_trouble(error: Exception) -> AttemptError:
    """Return what an exception of a connection means."""
    failure = error if isinstance(error, HubError) else transport_failure(error)
    return AttemptError(failure.problem, failure.detail, retry_after=failure.retry_after)


def _fitting(headers: Mapping[str, str], home: httpx2.URL, url: httpx2.URL) -> dict[str, str]:
    """Leave out secrets where they do not belong: another origin, or a connection that anybody can read."""
    safe = url.scheme == "https" or url.host in LOCAL_HOSTS
    if safe and _origin(url) == _origin(home):
        return dict(headers)
    return {name: value for name, value in headers.items() if name.lower() not in SECRETS}


def _origin(url: httpx2.URL) -> tuple[str, str, int]:
    return url.scheme, url.host, url.port or {"https": 443, "http": 80}.get(url.scheme, 0)


def _next(url: httpx2.URL, location: str) -> httpx2.URL:
    target = url.join(location)
    if target.scheme not in {"http", "https"} or (url.scheme, target.scheme) == ("https", "http"):
        raise AttemptError(NetProblem.UNEXPECTED_CONTENT, f"a redirect from {url.scheme} to {target.scheme}")
    return target


def _accepted(response: httpx2.Response, *, at_home: bool) -> httpx2.Response:
    """Return a response that holds bytes of the file; closes any other and raises AttemptError."""
    trouble = _status_trouble(response, at_home=at_home)
    if trouble is None:
        return response
    response.close()
    raise trouble


def _status_trouble(response: httpx2.Response, *, at_home: bool) -> AttemptError | None:
    status = response.status_code
    if status == 416:
        return AttemptError(NetProblem.SERVER, response.headers.get("content-range", ""), status=status)
    failure = status_failure(response)
    if failure is not None:
        # Elsewhere than at the hub, a refusal means that the address it gave is out of date.
        final = at_home and failure.problem in {NetProblem.TOKEN, NetProblem.GATED, NetProblem.NOT_FOUND}
        problem = failure.problem if at_home or status >= 500 or status == 429 else NetProblem.SERVER
        return AttemptError(
            problem, failure.detail, retry_after=failure.retry_after, final=final or status == 407, status=status
        )
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    encoding = response.headers.get("content-encoding", "identity").lower()
    if status not in {200, 206} or kind in PAGES or encoding != "identity":
        wait = retry_after(response)
        return AttemptError(NetProblem.UNEXPECTED_CONTENT, f"HTTP {status} {kind} {encoding}", retry_after=wait)
    return None


def total_of(content_range: str) -> int | None:
    """Return the file's length that a refusal of a range names, None when it names none."""
    found = NO_RANGE.fullmatch(content_range.strip())
    return int(found[1]) if found else None


def _extent(response: httpx2.Response, asked: int) -> tuple[int, int, int]:
    """Return start, end and total length of the bytes in an answer. Raises AttemptError when they cannot be used."""
    if response.status_code == 200:
        length = response.headers.get("content-length", "")
        total = int(length) if length.isdigit() and len(length) < 19 else -1
        return 0, total, total
    found = RANGE.fullmatch(response.headers.get("content-range", "").strip())
    if found is None:
        raise AttemptError(NetProblem.UNEXPECTED_CONTENT, "a part without its range")
    start, last, total = (int(group) for group in found.groups())
    if start > asked or last < start or last >= total:
        raise AttemptError(NetProblem.UNEXPECTED_CONTENT, f"bytes {start}-{last}/{total}, asked from {asked}")
    return start, last + 1, total
