"""What goes wrong between here and a hub -> ``NetProblem``. The one place that knows the HTTP client's exceptions."""

from __future__ import annotations

import email.utils
import re
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime

import httpx2

from app.catalog.net_api import NetProblem

LONGEST_WAIT = 3600.0
"""Seconds that a server may ask us to wait; who asks for more is asked again then."""

RATE_LIMIT_RESET = re.compile(r";\s*t\s*=\s*(\d{1,9})\b")
"""In the header ``RateLimit``: seconds until there is room again (draft-ietf-httpapi-ratelimit-headers)."""


class HubError(Exception):
    """A request failed in a way that the person is told about."""

    def __init__(self, problem: NetProblem, detail: str = "", retry_after: float = 0.0) -> None:
        super().__init__(f"{problem}: {detail}" if detail else problem.value)
        self.problem = problem
        self.detail = detail
        self.retry_after = retry_after  # seconds; 0: the server did not say


def transport_failure(error: Exception, *, proxied: bool = False) -> HubError:
    """Return what an exception of the HTTP client means. ``proxied``: connections go to a proxy, not to the hub."""
    return HubError(_transport_problem(error, proxied=proxied), f"{type(error).__name__}: {error}")


def _transport_problem(error: Exception, *, proxied: bool) -> NetProblem:
    causes = list(_causes(error))
    unusable = (httpx2.DecodingError, httpx2.TooManyRedirects, httpx2.InvalidURL, httpx2.UnsupportedProtocol)
    connecting = isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout)
    checks = {
        NetProblem.CERTIFICATE: any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes),
        NetProblem.PROXY: isinstance(error, httpx2.ProxyError) or (connecting and proxied),
        NetProblem.DNS: any(isinstance(cause, socket.gaierror) for cause in causes),
        NetProblem.TIMEOUT: isinstance(error, httpx2.TimeoutException),
        NetProblem.UNEXPECTED_CONTENT: isinstance(error, unusable),
    }
    return next((problem for problem, applies in checks.items() if applies), NetProblem.NO_CONNECTION)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and what it came from; a ring ends after a few."""
    current: BaseException | None = error
    for _ in range(16):
        if current is None:
            return
        yield current
        current = current.__cause__ or current.__context__


def status_failure(response: httpx2.Response, page: str = "") -> HubError | None:
    """Return what a status means, None for success and redirects. ``page`` is where the person accepts terms."""
    status = response.status_code
    if status < 400:
        return None
    code = response.headers.get("x-error-code", "")
    detail = f"HTTP {status} {code}".strip()
    if code == "GatedRepo":
        return HubError(NetProblem.GATED, page or detail)
    if status in {404, 410} or code in {"RepoNotFound", "EntryNotFound", "RevisionNotFound"}:
        return HubError(NetProblem.NOT_FOUND, detail)
    if status == 429:
        return HubError(NetProblem.RATE_LIMITED, detail, retry_after(response))
    simple = {401: NetProblem.TOKEN, 403: NetProblem.TOKEN, 407: NetProblem.PROXY, 408: NetProblem.TIMEOUT}
    wait = retry_after(response) if status >= 500 else 0.0
    return HubError(simple.get(status, NetProblem.SERVER), detail, wait)


def retry_after(response: httpx2.Response) -> float:
    """Return the seconds that a server asks us to wait, 0 when it does not say; never more than an hour."""
    text = response.headers.get("retry-after", "").strip()
    if text.isdigit():
        return min(float(text[:9]), LONGEST_WAIT)
    if text:
        return min(max(0.0, _seconds_until(text)), LONGEST_WAIT)
    reset = RATE_LIMIT_RESET.search(response.headers.get("ratelimit", ""))
    return min(float(reset[1]), LONGEST_WAIT) if reset else 0.0


def _seconds_until(date: str) -> float:
    try:
        when = email.utils.parsedate_to_datetime(date)
    except ValueError:
        return 0.0
    return (when - datetime.now(UTC)).total_seconds() if when.tzinfo else 0.0
