"""Both hubs through their real clients, against a server that answers as they do."""

from __future__ import annotations

import hashlib
import json
import socket
from collections.abc import Callable

import pytest

from app.catalog.hub.access import Access
from app.catalog.hub.failures import HubError
from app.catalog.hub.finder import Finder
from app.catalog.hub.remote_header import read_shape
from app.catalog.net_api import NetProblem, ReadRemoteHeader, RemoteModel, Repository, Source
from app.system.paths import starter_model
from tests.helpers.hub_server import COMMIT, GOOD_TOKEN, Fault, HubServer, Repo, hub_server

Reach = Callable[..., Finder]

SOURCES = list(Source)
NAME = "Qwen/Qwen3-Tiny-GGUF"
CARD = b"---\nlicense: apache-2.0\n---\n\n# Tiny\nA <b>model</b>.\n"
API = {Source.HUGGING_FACE: "/api/models", Source.MODELSCOPE: "/openapi/v1/models"}


@pytest.fixture
def tiny(hub: HubServer) -> Repo:
    data = starter_model().read_bytes()
    files = {"README.md": CARD, "Qwen3-Tiny-Q8_0.gguf": data, "mmproj-F16.gguf": b"x", "../../evil-Q4_0.gguf": b"x"}
    return hub.add(Repo(NAME, files, downloads=5))


@pytest.mark.parametrize("source", SOURCES)
def test_a_repository_with_everything_about_it(reach: Reach, hub: HubServer, tiny: Repo, source: Source) -> None:
    found = reach().repository(source, NAME, "main")
    [model] = found.models
    [file] = model.files
    assert model.quantization == "Q8_0"
    assert file.name == "Qwen3-Tiny-Q8_0.gguf"
    assert file.size == len(tiny.files[file.name])
    assert file.sha256 == hashlib.sha256(tiny.files[file.name]).hexdigest()
    assert found.card == "# Tiny\nA <b>model</b>."
    assert (found.licence, found.gated, found.downloads, found.likes) == ("apache-2.0", False, 5, 7)
    assert found.updated == "2025-05-09"
    assert found.revision == (COMMIT if source is Source.HUGGING_FACE else "master")
    assert all("authorization" not in one.headers for one in hub.seen)


def test_the_base_model_is_read_from_the_tags(reach: Reach, tiny: Repo) -> None:
    assert reach().repository(Source.HUGGING_FACE, NAME, "main").base_model == "Qwen/Qwen3-0.6B"


@pytest.mark.parametrize("source", SOURCES)
def test_words_find_pages_of_repositories(reach: Reach, hub: HubServer, source: Source) -> None:
    for number in range(120):
        hub.add(Repo(f"owner/m{number}-GGUF", downloads=1000 - number))
    finder, found, cursor, pages = reach(), [], "", 0
    while pages == 0 or cursor:
        page, cursor = finder.search("gguf", source, 50, cursor)
        found += [one.id for one in page]
        pages += 1
    assert found == [f"owner/m{number}-GGUF" for number in range(120)]
    assert pages == 3


def test_two_thousand_results_are_the_most(reach: Reach, hub: HubServer) -> None:
    for number in range(2100):
        hub.add(Repo(f"owner/m{number}-GGUF"))
    page, cursor = reach().search("gguf", Source.HUGGING_FACE, 1000, "1000")
    assert (len(page), cursor) == (1000, "")


def test_modelscope_is_asked_for_gguf_and_gives_nothing_else(reach: Reach, hub: HubServer) -> None:
    hub.add(Repo("a/Qwen3-gguf"))
    found, _ = reach().search("qwen3", Source.MODELSCOPE, 10, "")
    assert [one.id for one in found] == ["a/Qwen3-gguf"]
    assert "search=qwen3+GGUF" in hub.paths()[-1]


@pytest.mark.parametrize("source", SOURCES)
def test_a_name_or_an_address_finds_that_one(reach: Reach, tiny: Repo, source: Source) -> None:
    folder = "models/" if source is Source.MODELSCOPE else ""
    for text in (NAME, f"https://somewhere.example/{folder}{NAME}"):
        found, cursor = reach().search(text, source, 10, "")
        assert [one.id for one in found] == [NAME]
        assert found[0].models
        assert not cursor


def test_an_address_decides_the_hub(reach: Reach, hub: HubServer, tiny: Repo) -> None:
    found, _ = reach().search(f"https://modelscope.cn/models/{NAME}", Source.HUGGING_FACE, 10, "")
    assert [one.source for one in found] == [Source.MODELSCOPE]


@pytest.mark.parametrize("source", SOURCES)
def test_a_name_that_is_not_there_searches_for_its_words(
    reach: Reach, hub: HubServer, tiny: Repo, source: Source
) -> None:
    found, _ = reach().search("Other/Qwen3-Tiny-GGUF", source, 10, "")
    assert [one.id for one in found] == [NAME]


def test_a_repository_without_gguf_brings_others_of_its_name(reach: Reach, hub: HubServer, tiny: Repo) -> None:
    hub.add(Repo("Qwen/Qwen3-Tiny", {"model.safetensors": b"x"}))
    found, _ = reach().search("Qwen/Qwen3-Tiny", Source.HUGGING_FACE, 10, "")
    assert [one.id for one in found] == ["Qwen/Qwen3-Tiny", NAME]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        (Fault(500), NetProblem.SERVER),
        (Fault(503, {"Retry-After": "30"}), NetProblem.SERVER),
        (Fault(429, {"Retry-After": "30"}), NetProblem.RATE_LIMITED),
        (Fault(401), NetProblem.TOKEN),
        (Fault(407), NetProblem.PROXY),
        (Fault(200, {"Content-Type": "text/html"}, b"<html>Sign in</html>"), NetProblem.UNEXPECTED_CONTENT),
        (Fault(200, {}, b'{"data": {"models": 5}}'), NetProblem.UNEXPECTED_CONTENT),
        (Fault(200, {}, b"[{}]"), NetProblem.UNEXPECTED_CONTENT),
        (Fault(200, {}, b"[" * 100_000), NetProblem.UNEXPECTED_CONTENT),
        (Fault(200, {"Content-Encoding": "gzip"}, b"no gzip"), NetProblem.UNEXPECTED_CONTENT),
        (Fault(302, {"Location": "file:///etc/passwd"}), NetProblem.UNEXPECTED_CONTENT),
        (Fault(200, {"Content-Length": "999"}, b"short"), NetProblem.NO_CONNECTION),
    ],
)
def test_what_goes_wrong_is_named(
    reach: Reach, hub: HubServer, source: Source, fault: Fault, problem: NetProblem
) -> None:
    hub.faults[API[source]] = fault
    with pytest.raises(HubError) as caught:
        reach().search("x", source, 10, "")
    assert caught.value.problem is problem
    if "Retry-After" in fault.headers:
        assert caught.value.retry_after == 30.0
    assert len(hub.seen) == 1, "one failure is one request: nobody waits for tries in secret"


@pytest.mark.parametrize("source", SOURCES)
def test_an_endless_answer_ends(reach: Reach, hub: HubServer, source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.catalog.hub.access.LARGEST_ANSWER", 1000)
    hub.faults[API[source]] = Fault(200, {}, json.dumps(["x" * 5000]).encode())
    with pytest.raises(HubError, match="longer than 1000"):
        reach().search("x", source, 10, "")


@pytest.mark.parametrize("source", SOURCES)
def test_nobody_there(source: Source) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
    finder = Finder(Access(endpoints={source: address}))
    with pytest.raises(HubError) as caught:
        finder.search("x", source, 10, "")
    finder.close()
    assert caught.value.problem is NetProblem.NO_CONNECTION


def test_a_proxy_that_is_not_there_is_the_problem(hub: HubServer) -> None:
    finder = Finder(Access(endpoints={Source.HUGGING_FACE: hub.address}, proxy="http://127.0.0.1:9"))
    with pytest.raises(HubError) as caught:
        finder.search("x", Source.HUGGING_FACE, 10, "")
    finder.close()
    assert caught.value.problem is NetProblem.PROXY
    assert not hub.seen


def test_requests_go_through_the_proxy() -> None:
    with hub_server() as proxy:
        proxy.faults["http://hub.example/"] = Fault(200, {}, b"[]")
        finder = Finder(Access(endpoints={Source.HUGGING_FACE: "http://hub.example"}, proxy=proxy.address))
        assert finder.search("x", Source.HUGGING_FACE, 10, "") == ([], "")
        finder.close()
        assert proxy.paths()[0].startswith("http://hub.example/api/models?")


def test_a_proxy_that_is_no_address_is_the_problem() -> None:
    with pytest.raises(HubError) as caught:
        Finder(Access(proxy="no address"))
    assert caught.value.problem is NetProblem.PROXY


@pytest.mark.parametrize("source", SOURCES)
def test_the_token_goes_to_the_hub_and_nowhere_else(reach: Reach, hub: HubServer, tiny: Repo, source: Source) -> None:
    with hub_server() as elsewhere:
        elsewhere.faults["/"] = Fault(500)
        finder = reach(GOOD_TOKEN)
        finder.repository(source, NAME, "main")
        assert all(one.headers["authorization"] == f"Bearer {GOOD_TOKEN}" for one in hub.seen)
        hub.faults[API[source]] = Fault(302, {"Location": f"{elsewhere.address}/caught"})
        with pytest.raises(HubError):
            finder.search("x", source, 10, "")
        [caught] = elsewhere.seen
        assert GOOD_TOKEN not in str(caught.headers)


def test_a_token_of_somebody_else_is_never_used(
    reach: Reach, hub: HubServer, tiny: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", GOOD_TOKEN)
    reach().repository(Source.HUGGING_FACE, NAME, "main")
    assert GOOD_TOKEN not in str(hub.seen)


def listed(finder: Finder, source: Source) -> tuple[Repository, RemoteModel]:
    found = finder.repository(source, NAME, "main")
    return found, found.models[0]


def header_of(finder: Finder, found: Repository, model: RemoteModel) -> tuple[str, int]:
    question = ReadRemoteHeader(
        source=found.source, repository=found.id, revision=found.revision, files=model.files, request_id="1"
    )
    shape, fetched = read_shape(finder, question)
    return shape.architecture, fetched


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("ranges", [True, False])
def test_the_head_of_a_model_is_read_without_the_rest(
    reach: Reach, hub: HubServer, tiny: Repo, source: Source, ranges: bool
) -> None:
    hub.ranges = ranges
    finder = reach()
    architecture, fetched = header_of(finder, *listed(finder, source))
    assert architecture == "qwen3"
    assert fetched < len(tiny.files["Qwen3-Tiny-Q8_0.gguf"]) / 4


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        (Fault(200, {"Content-Type": "text/html"}, b"<html>"), NetProblem.UNEXPECTED_CONTENT),
        (Fault(206, {"Content-Range": "bytes 7-9/99"}, b"abc"), NetProblem.UNEXPECTED_CONTENT),
        (Fault(200, {}, b"GGUX" + bytes(200)), NetProblem.BAD_HEADER),
        (Fault(200, {}, b"GG"), NetProblem.BAD_HEADER),
        (Fault(403, {"X-Error-Code": "GatedRepo"}), NetProblem.GATED),
    ],
)
def test_a_bad_head_is_named(reach: Reach, hub: HubServer, tiny: Repo, fault: Fault, problem: NetProblem) -> None:
    finder = reach()
    found, model = listed(finder, Source.HUGGING_FACE)
    hub.faults[f"/{NAME}/resolve"] = fault
    with pytest.raises(HubError) as caught:
        header_of(finder, found, model)
    assert caught.value.problem is problem


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("name", ["no-slash", "a/b/c", "../b", "a/..", "a/b?x=1"])
def test_an_impossible_name_is_not_asked_for(reach: Reach, hub: HubServer, source: Source, name: str) -> None:
    with pytest.raises(HubError) as caught:
        reach().repository(source, name, "main")
    assert caught.value.problem is NetProblem.NOT_FOUND
    assert not hub.seen
