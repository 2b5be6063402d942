"""The real client, worker and downloader against a hub server that nobody of Parley wrote (olah)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.catalog.net_api import (
    DownloadFinished,
    DownloadRequest,
    ListRepository,
    NetFailed,
    NetProblem,
    ReadRemoteHeader,
    RemoteHeaderRead,
    RepositoryListed,
    Search,
    SearchResults,
    Source,
    StartDownload,
)
from app.system.paths import starter_model
from tests.helpers.hub_server import HubServer, Repo, hub_server
from tests.helpers.net_process import NetProcess, net_process
from tests.helpers.olah_process import git_repository, olah

HF = Source.HUGGING_FACE
NAME = "Qwen/Qwen3-Tiny-GGUF"
FILE = "Qwen3-Tiny-Q8_0.gguf"
DATA = Path(__file__).parents[1] / "data" / "models"
PARTS = sorted(DATA.glob("*-of-00003.gguf"))


@pytest.fixture
def files() -> dict[str, bytes]:
    parts = {f"split/{path.name}": path.read_bytes() for path in PARTS}
    return {FILE: starter_model().read_bytes(), "README.md": b"---\nlicense: apache-2.0\n---\n# Tiny\n"} | parts


@pytest.fixture
def served(tmp_path: Path, files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Address of a server of git repositories, and the commit."""
    commit = git_repository(tmp_path / "git" / "models" / NAME, files)
    with olah(tmp_path / "olah", mirrors=tmp_path / "git") as address:
        yield address, commit


@pytest.fixture
def upstream(files: dict[str, bytes]) -> Iterator[HubServer]:
    with hub_server() as server:
        server.add(Repo(NAME, files))
        yield server


@pytest.fixture
def mirrored(tmp_path: Path, upstream: HubServer) -> Iterator[str]:
    """Address of a mirror of a hub in this process."""
    with olah(tmp_path / "olah", upstream=upstream.address.removeprefix("http://")) as address:
        yield address


def download(worker: NetProcess, folder: Path, quantization: str, parts: int) -> dict[str, str]:
    """List, look at the head, download; return the sums of what lies there afterwards."""
    worker.send(ListRepository(request_id="list", source=HF, repository=NAME))
    found = worker.wait_for(RepositoryListed, "list").repository
    [model] = [m for m in found.models if m.quantization == quantization and len(m.files) == parts]
    worker.send(
        ReadRemoteHeader(request_id="head", source=HF, repository=NAME, revision=found.revision, files=model.files)
    )
    assert worker.wait_for(RemoteHeaderRead, "head").shape.parts == parts
    wanted = DownloadRequest(source=HF, repository=NAME, revision=found.revision, files=model.files, folder=str(folder))
    worker.send(StartDownload(request_id="load", download=wanted))
    done = worker.wait_for(DownloadFinished, "load")
    assert done.sha256 == {path.name: _sum(path) for path in folder.glob("*.gguf")}
    return done.sha256


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_git_repositories_without_ranges(tmp_path: Path, served: tuple[str, str]) -> None:
    address, commit = served
    with net_process(tmp_path) as worker:
        worker.configure(address)
        worker.send(Search(request_id="search", text=f"{address}/{NAME}", source=HF))
        [found] = worker.wait_for(SearchResults, "search").found
        assert (found.id, found.revision, found.licence, found.card) == (NAME, commit, "apache-2.0", "# Tiny")
        assert download(worker, tmp_path / "one", "Q8_0", 1) == {FILE: _sum(starter_model())}
        assert download(worker, tmp_path / "split", "Q8_0", 3) == {path.name: _sum(path) for path in PARTS}


def test_a_mirror_with_ranges(tmp_path: Path, mirrored: str, upstream: HubServer) -> None:
    with net_process(tmp_path) as worker:
        worker.configure(mirrored)
        assert download(worker, tmp_path / "one", "Q8_0", 1) == {FILE: _sum(starter_model())}
        assert download(worker, tmp_path / "split", "Q8_0", 3) == {path.name: _sum(path) for path in PARTS}
    assert upstream.seen


@pytest.mark.usefixtures("upstream")
def test_a_name_that_the_mirror_does_not_know(tmp_path: Path, mirrored: str) -> None:
    with net_process(tmp_path) as worker:
        worker.configure(mirrored)
        worker.send(ListRepository(request_id="list", source=HF, repository="no/such"))
        assert worker.wait_for(NetFailed, "list").problem is NetProblem.NOT_FOUND
