"""The real net worker, against a hub in this process."""

from __future__ import annotations

import hashlib
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from app.catalog.net_api import (
    CancelRequest,
    DownloadFinished,
    DownloadProgress,
    DownloadRequest,
    DownloadStopped,
    ListRepository,
    NetFailed,
    NetProblem,
    ReadRemoteHeader,
    RemoteHeaderRead,
    Repository,
    RepositoryListed,
    Search,
    SearchResults,
    Source,
    StartDownload,
    StopDownload,
)
from app.system.paths import starter_model
from tests.helpers.hub_server import GOOD_TOKEN, Fault, HubServer, Repo, hub_server
from tests.helpers.net_process import NetProcess, net_process
from tests.helpers.self_signed import self_signed

NAME = "Qwen/Qwen3-Tiny-GGUF"
FILE = "Qwen3-Tiny-Q8_0.gguf"
SOURCES = list(Source)


@pytest.fixture
def hub() -> Iterator[HubServer]:
    with hub_server() as server:
        server.add(Repo(NAME, {FILE: starter_model().read_bytes(), "README.md": b"# Tiny"}))
        yield server


@pytest.fixture
def worker(tmp_path: Path, hub: HubServer) -> Iterator[NetProcess]:
    with net_process(tmp_path) as running:
        running.configure(hub.address, GOOD_TOKEN)
        yield running


def listed(worker: NetProcess, source: Source) -> Repository:
    worker.send(ListRepository(request_id="list", source=source, repository=NAME))
    return worker.wait_for(RepositoryListed, "list").repository


def request(worker: NetProcess, source: Source, folder: Path) -> DownloadRequest:
    found = listed(worker, source)
    return DownloadRequest(
        source=source, repository=NAME, revision=found.revision, files=found.models[0].files, folder=str(folder)
    )


def sum_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("source", SOURCES)
def test_from_a_search_to_the_file(worker: NetProcess, hub: HubServer, tmp_path: Path, source: Source) -> None:
    worker.send(Search(request_id="search", text="qwen3", source=source))
    assert [found.id for found in worker.wait_for(SearchResults, "search").found] == [NAME]
    wanted = request(worker, source, tmp_path / "models")
    worker.send(
        ReadRemoteHeader(
            request_id="head", source=source, repository=NAME, revision=wanted.revision, files=wanted.files
        )
    )
    head = worker.wait_for(RemoteHeaderRead, "head")
    assert (head.shape.architecture, head.shape.quantization) == ("qwen3", "Q8_0")
    assert head.fetched_bytes < starter_model().stat().st_size / 4
    worker.send(StartDownload(request_id="load", download=wanted))
    done = worker.wait_for(DownloadFinished, "load")
    assert {one.method for one in hub.seen} == {"GET"}
    assert Path(done.path) == tmp_path / "models" / FILE
    assert sum_of(Path(done.path)) == sum_of(starter_model()) == done.sha256[FILE]


@pytest.mark.parametrize("source", SOURCES)
def test_the_token_does_not_follow_a_redirect(
    worker: NetProcess, hub: HubServer, tmp_path: Path, source: Source
) -> None:
    with hub_server() as storage:
        storage.repos = hub.repos
        hub.storage = storage.address
        worker.send(StartDownload(request_id="load", download=request(worker, source, tmp_path / "models")))
        worker.wait_for(DownloadFinished, "load")
        assert storage.seen
        assert all({"authorization", "cookie"}.isdisjoint(one.headers) for one in storage.seen)
        assert GOOD_TOKEN not in str(storage.seen)
    assert any(one.headers.get("authorization") == f"Bearer {GOOD_TOKEN}" for one in hub.seen)


def test_the_token_is_in_no_log_and_on_no_command_line(worker: NetProcess, hub: HubServer) -> None:
    worker.send_bytes(b'{"type": "Configure", "tokens": {"nowhere": "' + GOOD_TOKEN.encode() + b'"}}\n')
    worker.send_bytes(b'{"type": "Configure", "token": "' + GOOD_TOKEN.encode() + b'"\n')
    hub.faults["/api/models"] = Fault(500)
    for place, text in enumerate(["x", GOOD_TOKEN]):
        worker.send(Search(request_id=str(place), text=text, source=Source.HUGGING_FACE))
        worker.wait_for(NetFailed, str(place))
    seen = psutil.Process(worker.process.pid)
    assert GOOD_TOKEN not in " ".join(seen.cmdline())
    assert GOOD_TOKEN not in str(seen.environ())
    assert worker.close() == 0
    assert "dropped a line" in worker.log
    assert GOOD_TOKEN not in worker.log


def test_a_gated_model_says_where_its_terms_are(tmp_path: Path, hub: HubServer) -> None:
    hub.repos[NAME].gated = True
    with net_process(tmp_path) as worker:
        worker.configure(hub.address)
        wanted = request(worker, Source.HUGGING_FACE, tmp_path / "models")
        worker.send(StartDownload(request_id="load", download=wanted))
        refused = worker.wait_for(NetFailed, "load")
        assert (refused.problem, refused.detail) == (NetProblem.GATED, f"{hub.address}/{NAME}")
        worker.configure(hub.address, GOOD_TOKEN)
        worker.send(StartDownload(request_id="load", download=wanted))
        worker.wait_for(DownloadFinished, "load")


def begin_slowly(worker: NetProcess, hub: HubServer, folder: Path) -> DownloadRequest:
    """Start a download that cannot end, and wait until some of it is there."""
    wanted = request(worker, Source.HUGGING_FACE, folder)
    hub.slow.set()
    worker.send(StartDownload(request_id="load", download=wanted))
    while worker.wait_for(DownloadProgress, "load").done < 100_000:
        pass
    return wanted


def test_stop_keeps_what_is_there(worker: NetProcess, hub: HubServer, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    wanted = begin_slowly(worker, hub, folder)
    worker.send(StopDownload(request_id="stop", target="load"))
    worker.wait_for(DownloadStopped, "stop")
    assert (folder / f"{FILE}.part").stat().st_size >= 100_000
    hub.slow.clear()
    worker.send(StartDownload(request_id="again", download=wanted))
    done = worker.wait_for(DownloadFinished, "again")
    assert sum_of(Path(done.path)) == sum_of(starter_model())
    assert any(not one.headers.get("range", "bytes=0").startswith("bytes=0") for one in hub.seen)


def test_stop_and_discard_leaves_nothing(worker: NetProcess, hub: HubServer, tmp_path: Path) -> None:
    begin_slowly(worker, hub, tmp_path / "models")
    worker.send(StopDownload(request_id="stop", target="load", discard=True))
    worker.wait_for(DownloadStopped, "stop")
    assert [path.name for path in tmp_path.rglob("*") if FILE in path.name] == []


def test_stopping_what_does_not_run_is_answered(worker: NetProcess) -> None:
    worker.send(StopDownload(request_id="stop", target="never"))
    worker.wait_for(DownloadStopped, "stop")


def test_killed_in_the_middle_another_worker_goes_on(hub: HubServer, tmp_path: Path) -> None:
    with net_process(tmp_path) as first:
        first.configure(hub.address)
        wanted = begin_slowly(first, hub, tmp_path / "models")
        first.process.send_signal(signal.SIGKILL)
        first.ended()
    hub.slow.clear()
    with net_process(tmp_path) as second:
        second.configure(hub.address)
        second.send(StartDownload(request_id="load", download=wanted))
        done = second.wait_for(DownloadFinished, "load")
        assert sum_of(Path(done.path)) == sum_of(starter_model())


def test_the_end_of_the_window_ends_it_in_the_middle_of_a_download(
    worker: NetProcess, hub: HubServer, tmp_path: Path
) -> None:
    begin_slowly(worker, hub, tmp_path / "models")
    assert worker.close() == 0
    assert not (tmp_path / "models" / FILE).exists()
    assert (tmp_path / "models" / f"{FILE}.part").exists()


def test_with_nothing_to_do_it_ends_by_itself(tmp_path: Path, hub: HubServer) -> None:
    with net_process(tmp_path, PARLEY_NET_IDLE_SECONDS="0.3") as worker:
        worker.configure(hub.address)
        worker.send(Search(request_id="search", text="qwen3", source=Source.HUGGING_FACE))
        worker.wait_for(SearchResults, "search")
        assert worker.ended() == 0


def test_a_download_that_is_slow_is_not_nothing(tmp_path: Path, hub: HubServer) -> None:
    with net_process(tmp_path, PARLEY_NET_IDLE_SECONDS="0.2") as worker:
        worker.configure(hub.address)
        begin_slowly(worker, hub, tmp_path / "models")
        for _ in range(3):  # about a second
            worker.wait_for(DownloadProgress, "load")
        hub.slow.clear()
        worker.wait_for(DownloadFinished, "load")
        assert worker.ended() == 0


def test_a_forgotten_search_is_not_answered(worker: NetProcess, hub: HubServer) -> None:
    hub.hold.set()
    worker.send(Search(request_id="forgotten", text="x", source=Source.HUGGING_FACE))
    worker.send(CancelRequest(request_id="cancel", target="forgotten"))
    worker.send(StopDownload(request_id="barrier", target="none"))
    worker.wait_for(DownloadStopped, "barrier")  # the two before it were taken
    hub.hold.clear()
    worker.send(Search(request_id="other", text="qwen3", source=Source.HUGGING_FACE))
    worker.wait_for(SearchResults, "other")
    worker.close()
    with pytest.raises(AssertionError, match="the worker ended"):
        worker.wait_for(SearchResults, "forgotten")


def test_strange_lines_do_not_end_it(worker: NetProcess) -> None:
    worker.send_bytes(b"\x00\xff\n{}\n[[[[\n" + b"x" * 100_000 + b"\n")
    worker.send(Search(request_id="search", text="qwen3", source=Source.HUGGING_FACE))
    worker.wait_for(SearchResults, "search")


def test_only_a_certificate_that_this_computer_trusts_will_do(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path)
    with hub_server(certificate) as safe:
        safe.add(Repo(NAME))
        with net_process(tmp_path) as worker:
            worker.configure(safe.address, GOOD_TOKEN)
            worker.send(Search(request_id="search", text="qwen3", source=Source.HUGGING_FACE))
            assert worker.wait_for(NetFailed, "search").problem is NetProblem.CERTIFICATE
        assert not safe.seen
        with net_process(tmp_path, SSL_CERT_FILE=str(certificate[0])) as worker:
            worker.configure(safe.address, GOOD_TOKEN)
            worker.send(Search(request_id="search", text="qwen3", source=Source.HUGGING_FACE))
            worker.wait_for(SearchResults, "search")


def test_a_safe_hub_that_leads_to_an_unsafe_one_is_not_followed(tmp_path: Path, hub: HubServer) -> None:
    certificate = self_signed(tmp_path)
    with hub_server(certificate) as safe, net_process(tmp_path, SSL_CERT_FILE=str(certificate[0])) as worker:
        safe.faults["/api/models"] = Fault(302, {"Location": f"{hub.address}/api/models"})
        worker.configure(safe.address, GOOD_TOKEN)
        worker.send(Search(request_id="search", text="qwen3", source=Source.HUGGING_FACE))
        assert worker.wait_for(NetFailed, "search").problem is NetProblem.UNEXPECTED_CONTENT
        assert not hub.seen


def test_it_loads_neither_qt_nor_llama(worker: NetProcess) -> None:
    worker.send(Search(request_id="search", text="qwen3", source=Source.HUGGING_FACE))
    worker.wait_for(SearchResults, "search")
    loaded = {Path(region.path).name for region in psutil.Process(worker.process.pid).memory_maps()}
    assert not {name for name in loaded if "Qt6" in name or "llama" in name or "ggml" in name}
