"""Every way in which a request fails has its own problem."""

from __future__ import annotations

import socket
import ssl

import httpx2
import pytest

from app.catalog.hub.failures import LONGEST_WAIT, retry_after, status_failure, transport_failure
from app.catalog.net_api import NetProblem

REQUEST = httpx2.Request("GET", "https://hub.example/x")


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = OSError("in between")
    error.__cause__.__context__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "proxied", "problem"),
    [
        (httpx2.ConnectError("refused"), False, NetProblem.NO_CONNECTION),
        (httpx2.ReadError("reset"), False, NetProblem.NO_CONNECTION),
        (httpx2.RemoteProtocolError("half an answer"), False, NetProblem.NO_CONNECTION),
        (caused(httpx2.ConnectError("x"), socket.gaierror(-2, "x")), False, NetProblem.DNS),
        (caused(httpx2.ConnectError("x"), socket.gaierror(-2, "x")), True, NetProblem.PROXY),
        (caused(httpx2.ConnectError("x"), ssl.SSLCertVerificationError(1, "x")), True, NetProblem.CERTIFICATE),
        (httpx2.ConnectError("refused"), True, NetProblem.PROXY),
        (httpx2.ProxyError("407"), False, NetProblem.PROXY),
        (httpx2.ConnectTimeout("x"), False, NetProblem.TIMEOUT),
        (httpx2.ReadTimeout("x"), True, NetProblem.TIMEOUT),
        (httpx2.TooManyRedirects("x"), False, NetProblem.UNEXPECTED_CONTENT),
        (httpx2.DecodingError("x"), False, NetProblem.UNEXPECTED_CONTENT),
    ],
)
def test_what_a_broken_connection_means(error: Exception, proxied: bool, problem: NetProblem) -> None:
    assert transport_failure(error, proxied=proxied).problem is problem


def test_a_ring_of_causes_ends() -> None:
    error = httpx2.ReadError("x")
    error.__cause__ = error
    assert transport_failure(error).problem is NetProblem.NO_CONNECTION


@pytest.mark.parametrize(
    ("status", "headers", "problem"),
    [
        (200, {}, None),
        (302, {}, None),
        (401, {}, NetProblem.TOKEN),
        (401, {"X-Error-Code": "RepoNotFound"}, NetProblem.NOT_FOUND),
        (401, {"X-Error-Code": "GatedRepo"}, NetProblem.GATED),
        (403, {"X-Error-Code": "GatedRepo"}, NetProblem.GATED),
        (403, {}, NetProblem.TOKEN),
        (404, {"X-Error-Code": "EntryNotFound"}, NetProblem.NOT_FOUND),
        (404, {}, NetProblem.NOT_FOUND),
        (407, {}, NetProblem.PROXY),
        (408, {}, NetProblem.TIMEOUT),
        (429, {}, NetProblem.RATE_LIMITED),
        (500, {}, NetProblem.SERVER),
        (502, {}, NetProblem.SERVER),
    ],
)
def test_what_a_status_means(status: int, headers: dict[str, str], problem: NetProblem | None) -> None:
    failure = status_failure(httpx2.Response(status, headers=headers, request=REQUEST))
    assert (failure.problem if failure else None) is problem


def test_a_gated_model_names_its_page() -> None:
    response = httpx2.Response(403, headers={"X-Error-Code": "GatedRepo"}, request=REQUEST)
    failure = status_failure(response, "https://hub.example/a/b")
    assert failure is not None
    assert failure.detail == "https://hub.example/a/b"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "120"}, 120.0),
        ({"Retry-After": "99999999999999"}, LONGEST_WAIT),
        ({"Retry-After": "-5"}, 0.0),
        ({"Retry-After": "soon"}, 0.0),
        ({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
        ({"Retry-After": "Wed, 21 Oct 2115 07:28:00 GMT"}, LONGEST_WAIT),
        ({"RateLimit": '"api";r=0;t=55'}, 55.0),
        ({}, 0.0),
    ],
)
def test_how_long_a_server_wants_us_to_wait(headers: dict[str, str], seconds: float) -> None:
    assert retry_after(httpx2.Response(429, headers=headers, request=REQUEST)) == seconds
