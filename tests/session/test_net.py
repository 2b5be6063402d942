"""The window's side of the network, with the real worker and a hub in this process."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from app.catalog.net_api import DownloadRequest, NetFailed, NetProblem, RemoteFile, Search, SearchResults, Source
from app.chat.keys.system_keyring import SystemKeyring
from app.session.download_list import DownloadState
from app.session.download_queue import DownloadQueue
from app.session.hub_search import HubSearch, SearchState
from app.session.hub_tokens import HubTokens, TokenPlace
from app.session.net_client import NetClient, NetState
from app.settings.store import SettingsStore
from app.system.paths import Paths, starter_model
from tests.helpers.file_keyring import FileKeyring
from tests.helpers.hub_server import GOOD_TOKEN, Fault, HubServer, Repo, hub_server
from tests.helpers.store_keyrings import NoKeyring

HF, MS = Source.HUGGING_FACE, Source.MODELSCOPE
NAME = "Qwen/Qwen3-Tiny-GGUF"
DEADLINE = 60_000


@pytest.fixture
def hub() -> Iterator[HubServer]:
    with hub_server() as server:
        data = starter_model().read_bytes()
        files = {f"Qwen3-Tiny-{quant}.gguf": data for quant in ("Q8_0", "Q6_K", "Q4_0", "Q2_K")}
        server.add(Repo(NAME, files | {"README.md": b"# Tiny"}))
        yield server


@dataclass
class Net:
    """One window's part."""

    settings: SettingsStore
    tokens: HubTokens
    client: NetClient
    queue: DownloadQueue
    search: HubSearch

    def close(self) -> None:
        self.queue.close()
        self.client.stop()
        self.tokens.close()


@pytest.fixture
def open_window(
    qtbot: QtBot, paths: Paths, hub: HubServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Net]]:
    """Start the window's part; a second call is the next start of Parley."""
    monkeypatch.setenv("PARLEY_TEST_KEYRING", str(paths.data / "keyring.json"))
    paths.data.mkdir(parents=True)
    made: list[Net] = []

    def make() -> Net:
        settings = SettingsStore(paths.settings_file)
        if not settings.current.hub_endpoints:
            settings.change(hub_endpoints={source.value: hub.address for source in Source})
        tokens = HubTokens(settings, SystemKeyring(find=FileKeyring))
        client = NetClient(paths.logs, settings, tokens)
        net = Net(settings, tokens, client, DownloadQueue(client, paths.data / "downloads.json"), HubSearch(client))
        made.append(net)
        return net

    yield make
    for net in made:
        net.close()


@pytest.fixture
def net(open_window: Callable[[], Net]) -> Net:
    return open_window()


def wanted(folder: Path, quant: str = "Q8_0") -> DownloadRequest:
    data = starter_model().read_bytes()
    file = RemoteFile(f"Qwen3-Tiny-{quant}.gguf", len(data), hashlib.sha256(data).hexdigest())
    return DownloadRequest(source=HF, repository=NAME, revision="main", files=[file], folder=str(folder))


def wait(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=DEADLINE)


def state_of(net: Net, download: str) -> DownloadState | None:
    item = net.queue.item(download)
    return item.state if item else None


def is_in(net: Net, download: str, *states: DownloadState) -> Callable[[], bool]:
    return lambda: state_of(net, download) in states


def under_way(net: Net, download: str) -> Callable[[], bool]:
    def check() -> bool:
        item = net.queue.item(download)
        return item is not None and item.state is DownloadState.RUNNING and item.done > 100_000

    return check


# --- searching ---


def test_nothing_is_started_before_something_is_asked(net: Net) -> None:
    assert net.client.state is NetState.STOPPED
    assert not psutil.Process().children()


def test_search_then_open(qtbot: QtBot, net: Net) -> None:
    net.search.search("qwen3", HF)
    assert net.search.state is SearchState.SEARCHING
    wait(qtbot, lambda: net.search.state is SearchState.DONE)
    assert [one.id for one in net.search.results] == [NAME]
    assert not net.search.has_more
    net.search.open(net.search.results[0])
    wait(qtbot, lambda: net.search.detail is not None)
    assert net.search.detail is not None
    assert net.search.detail.card == "# Tiny"
    assert len(net.search.detail.models) == 4


def test_more_results_are_appended(qtbot: QtBot, net: Net, hub: HubServer) -> None:
    for number in range(70):
        hub.add(Repo(f"owner/m{number}-GGUF", downloads=100 - number))
    net.search.search("owner/ GGUF", HF)
    wait(qtbot, lambda: net.search.has_more)
    first = list(net.search.results)
    net.search.more()
    wait(qtbot, lambda: net.search.state is SearchState.DONE)
    assert net.search.results[:50] == first
    assert len({one.id for one in net.search.results}) == len(net.search.results) == 70
    assert not net.search.has_more


def test_a_failed_search_offers_the_other_source(qtbot: QtBot, net: Net, hub: HubServer) -> None:
    hub.faults["/api/models"] = Fault(503)
    net.search.search("qwen3", HF)
    wait(qtbot, lambda: net.search.state is SearchState.FAILED)
    assert net.search.problem is not None
    assert "Hugging Face" in net.search.problem.sentence
    assert net.search.other_source_offered is MS
    net.search.search("qwen3", MS)
    wait(qtbot, lambda: net.search.state is SearchState.DONE)
    assert [one.source for one in net.search.results] == [MS]
    assert net.search.other_source_offered is None


def test_only_the_latest_search_is_answered(qtbot: QtBot, net: Net, hub: HubServer) -> None:
    hub.add(Repo("other/Llama-GGUF"))
    net.search.search("qwen3", HF)
    net.search.search("llama", HF)
    wait(qtbot, lambda: net.search.state is SearchState.DONE)
    assert [one.id for one in net.search.results] == ["other/Llama-GGUF"]


def test_a_repository_that_is_gone_is_a_problem_of_the_detail_alone(qtbot: QtBot, net: Net, hub: HubServer) -> None:
    net.search.search("qwen3", HF)
    wait(qtbot, lambda: net.search.state is SearchState.DONE)
    [found] = net.search.results
    hub.repos.clear()
    net.search.open(found)
    wait(qtbot, lambda: net.search.detail_problem is not None)
    assert net.search.state is SearchState.DONE


# --- the worker's life ---


def test_a_worker_that_ended_idle_is_started_again(qtbot: QtBot, net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_NET_IDLE_SECONDS", "0.2")
    for _ in range(3):
        net.search.search("qwen3", HF)
        wait(qtbot, lambda: net.search.state is SearchState.DONE)
        wait(qtbot, lambda: net.client.state is NetState.STOPPED)
    assert net.client.process_id == 0


def test_a_killed_worker_fails_what_was_asked(qtbot: QtBot, net: Net, hub: HubServer) -> None:
    hub.hold.set()
    net.search.search("qwen3", HF)
    wait(qtbot, lambda: bool(hub.seen))
    os.kill(net.client.process_id, signal.SIGKILL)
    wait(qtbot, lambda: net.search.state is SearchState.FAILED)
    hub.hold.clear()
    net.search.search("qwen3", HF)
    wait(qtbot, lambda: net.search.state is SearchState.DONE)


def test_a_worker_that_cannot_start_fails_what_was_asked(qtbot: QtBot, paths: Paths, net: Net) -> None:
    broken = NetClient(paths.logs, net.settings, net.tokens, command=["/nonexistent/parley"])
    with qtbot.waitSignal(broken.received, timeout=DEADLINE) as heard:
        assert broken.send(Search(request_id="x", text="x", source=HF))
    assert heard.args is not None
    [event] = heard.args
    assert isinstance(event, NetFailed)
    assert (event.request_id, event.problem) == ("x", NetProblem.INTERNAL)


# --- offline ---


def test_offline_nothing_is_tried(qtbot: QtBot, net: Net, hub: HubServer, tmp_path: Path) -> None:
    net.client.set_offline(offline=True)
    net.search.search("qwen3", HF)
    download = net.queue.add(wanted(tmp_path / "models"))
    qtbot.wait(300)
    assert net.search.state is SearchState.OFFLINE
    assert state_of(net, download) is DownloadState.QUEUED
    assert net.client.state is NetState.STOPPED
    assert not psutil.Process().children()
    assert not hub.seen


def test_offline_in_the_middle_ends_it_at_once_and_online_goes_on(
    qtbot: QtBot, net: Net, hub: HubServer, tmp_path: Path
) -> None:
    hub.slow.set()
    download = net.queue.add(wanted(tmp_path / "models"))
    wait(qtbot, under_way(net, download))
    net.client.set_offline(offline=True)
    assert not psutil.Process().children()
    assert state_of(net, download) is DownloadState.QUEUED
    asked = len(hub.seen)
    qtbot.wait(300)
    assert len(hub.seen) == asked
    hub.slow.clear()
    net.client.set_offline(offline=False)
    wait(qtbot, is_in(net, download, DownloadState.DONE))


def test_offline_is_remembered(open_window: Callable[[], Net]) -> None:
    open_window().client.set_offline(offline=True)
    assert open_window().client.offline


def test_the_window_opens_no_internet_socket_while_its_worker_downloads(
    qtbot: QtBot, net: Net, hub: HubServer, tmp_path: Path
) -> None:
    mine = psutil.Process()
    served = int(hub.address.rpartition(":")[2])  # the hub of this test lives in this process

    def sockets() -> list[object]:
        return [one for one in mine.net_connections(kind="inet") if one.laddr.port != served]

    before, samples = sockets(), 0
    found: list[object] = []

    def look(_: str) -> None:
        nonlocal samples
        samples += 1
        found.extend(one for one in sockets() if one not in before)

    net.queue.row_changed.connect(look)
    hub.slow.set()
    download = net.queue.add(wanted(tmp_path / "models"))
    wait(qtbot, under_way(net, download))
    worker = psutil.Process(net.client.process_id)
    assert [one for one in worker.net_connections(kind="inet") if one.raddr.port == served], "the worker has one"
    hub.slow.clear()
    wait(qtbot, is_in(net, download, DownloadState.DONE))
    assert samples > 2
    assert not found


# --- the queue ---


def test_a_download_ends_in_its_place(qtbot: QtBot, net: Net, tmp_path: Path) -> None:
    with qtbot.waitSignal(net.queue.finished, timeout=DEADLINE) as finished:
        download = net.queue.add(wanted(tmp_path / "models"))
    assert finished.args == [str(tmp_path / "models" / "Qwen3-Tiny-Q8_0.gguf")]
    item = net.queue.item(download)
    assert item is not None
    assert (item.state, item.done, item.title) == (DownloadState.DONE, item.total, "Qwen3-Tiny-Q8_0")
    data = (tmp_path / "models" / "Qwen3-Tiny-Q8_0.gguf").read_bytes()
    assert data == starter_model().read_bytes()


def test_two_at_once_in_the_persons_order(qtbot: QtBot, net: Net, hub: HubServer, tmp_path: Path) -> None:
    hub.slow.set()
    first, second, third, fourth = (
        net.queue.add(wanted(tmp_path / "models", quant)) for quant in ("Q8_0", "Q6_K", "Q4_0", "Q2_K")
    )
    net.queue.move(fourth, 0)
    wait(qtbot, lambda: under_way(net, first)() and under_way(net, second)())
    assert [item.id for item in net.queue.items] == [fourth, first, second, third]
    assert state_of(net, third) is state_of(net, fourth) is DownloadState.QUEUED
    net.queue.pause(first)
    assert state_of(net, first) is DownloadState.PAUSED
    wait(qtbot, under_way(net, fourth))
    assert state_of(net, third) is DownloadState.QUEUED
    hub.slow.clear()
    net.queue.resume(first)
    for download in (first, second, third, fourth):
        wait(qtbot, is_in(net, download, DownloadState.DONE))


def test_pause_and_resume_at_once(qtbot: QtBot, net: Net, hub: HubServer, tmp_path: Path) -> None:
    hub.slow.set()
    download = net.queue.add(wanted(tmp_path / "models"))
    wait(qtbot, under_way(net, download))
    for _ in range(3):
        net.queue.pause(download)
        net.queue.resume(download)
    hub.slow.clear()
    wait(qtbot, is_in(net, download, DownloadState.DONE))


def test_cancel_takes_the_row_and_the_bytes(qtbot: QtBot, net: Net, hub: HubServer, tmp_path: Path) -> None:
    hub.slow.set()
    running = net.queue.add(wanted(tmp_path / "models"))
    wait(qtbot, under_way(net, running))
    assert list(tmp_path.rglob("*.part"))
    net.queue.cancel(running)
    assert net.queue.items == []
    wait(qtbot, lambda: not list(tmp_path.rglob("*.part*")))


def test_cancel_of_a_paused_one_takes_the_bytes_too(qtbot: QtBot, net: Net, hub: HubServer, tmp_path: Path) -> None:
    hub.slow.set()
    download = net.queue.add(wanted(tmp_path / "models"))
    wait(qtbot, under_way(net, download))
    net.queue.pause(download)
    net.client.set_offline(offline=True)
    assert list(tmp_path.rglob("*.part"))
    net.queue.cancel(download)
    assert not list(tmp_path.rglob("*.part*"))


def test_cancel_of_a_finished_one_takes_the_row_alone(qtbot: QtBot, net: Net, tmp_path: Path) -> None:
    download = net.queue.add(wanted(tmp_path / "models"))
    wait(qtbot, is_in(net, download, DownloadState.DONE))
    net.queue.cancel(download)
    assert net.queue.items == []
    assert (tmp_path / "models" / "Qwen3-Tiny-Q8_0.gguf").exists()


def test_the_same_model_twice_is_one_download(qtbot: QtBot, net: Net, tmp_path: Path) -> None:
    first = net.queue.add(wanted(tmp_path / "models"))
    assert net.queue.add(wanted(tmp_path / "models")) == first
    wait(qtbot, is_in(net, first, DownloadState.DONE))
    second = net.queue.add(wanted(tmp_path / "models"))
    assert [item.id for item in net.queue.items] == [second]
    wait(qtbot, is_in(net, second, DownloadState.DONE))


def test_what_cannot_go_on_says_why_and_can_be_tried_again(
    qtbot: QtBot, net: Net, hub: HubServer, tmp_path: Path
) -> None:
    hub.repos[NAME].gated = True
    download = net.queue.add(wanted(tmp_path / "models"))
    wait(qtbot, is_in(net, download, DownloadState.FAILED))
    item = net.queue.item(download)
    assert item is not None
    assert item.problem is not None
    assert item.problem.details == f"{hub.address}/{NAME}"
    assert net.tokens.set_token(HF, GOOD_TOKEN)
    net.queue.retry(download)
    wait(qtbot, is_in(net, download, DownloadState.DONE))


def test_a_server_in_trouble_is_waited_for(qtbot: QtBot, net: Net, hub: HubServer, tmp_path: Path) -> None:
    hub.faults[f"/{NAME}"] = Fault(503)
    download = net.queue.add(wanted(tmp_path / "models"))
    wait(qtbot, is_in(net, download, DownloadState.WAITING))
    item = net.queue.item(download)
    assert item is not None
    assert item.code is NetProblem.SERVER
    assert item.problem is not None
    hub.faults.clear()
    net.queue.retry(download)
    wait(qtbot, is_in(net, download, DownloadState.DONE))


def test_a_killed_worker_is_replaced_and_goes_on(qtbot: QtBot, net: Net, hub: HubServer, tmp_path: Path) -> None:
    hub.slow.set()
    download = net.queue.add(wanted(tmp_path / "models"))
    wait(qtbot, under_way(net, download))
    first = net.client.process_id
    os.kill(first, signal.SIGKILL)
    wait(qtbot, lambda: net.client.process_id not in {0, first})
    hub.slow.clear()
    wait(qtbot, is_in(net, download, DownloadState.DONE))


def test_a_worker_that_dies_each_time_is_not_started_for_ever(qtbot: QtBot, paths: Paths, net: Net) -> None:
    client = NetClient(paths.logs, net.settings, net.tokens, command=["/nonexistent/parley"])
    queue = DownloadQueue(client, paths.data / "other.json")
    download = queue.add(wanted(paths.data / "models"))

    def failed() -> bool:
        item = queue.item(download)
        return item is not None and item.state is DownloadState.FAILED

    wait(qtbot, failed)


def test_closed_and_started_again_it_is_as_it_was(
    qtbot: QtBot, open_window: Callable[[], Net], hub: HubServer, tmp_path: Path
) -> None:
    net = open_window()
    hub.slow.set()
    running = net.queue.add(wanted(tmp_path / "models"))
    paused = net.queue.add(wanted(tmp_path / "models", "Q6_K"))
    waiting = net.queue.add(wanted(tmp_path / "models", "Q4_0"))
    wait(qtbot, lambda: under_way(net, running)() and under_way(net, paused)())
    net.queue.pause(paused)
    net.queue.pause(waiting)
    net.queue.resume(waiting)
    net.close()
    assert not psutil.Process().children()
    again = open_window()
    assert [item.id for item in again.queue.items] == [running, paused, waiting]
    assert state_of(again, running) is DownloadState.QUEUED
    assert state_of(again, paused) is DownloadState.PAUSED
    hub.slow.clear()
    again.queue.start()
    wait(qtbot, is_in(again, running, DownloadState.DONE))
    wait(qtbot, is_in(again, waiting, DownloadState.DONE))
    assert state_of(again, paused) is DownloadState.PAUSED


def test_a_damaged_list_is_an_empty_one(open_window: Callable[[], Net], paths: Paths) -> None:
    (paths.data / "downloads.json").write_bytes(b'{"downloads": [{"id": 5}]}')
    assert open_window().queue.items == []


# --- tokens ---


def test_a_token_is_kept_in_the_keyring_and_used(
    qtbot: QtBot, open_window: Callable[[], Net], hub: HubServer, paths: Paths
) -> None:
    net = open_window()
    assert net.tokens.set_token(HF, f"  {GOOD_TOKEN}\n")
    wait(qtbot, lambda: net.tokens.place(HF) is TokenPlace.KEYRING)
    assert GOOD_TOKEN not in paths.settings_file.read_text()
    net.close()
    again = open_window()
    again.search.search("qwen3", HF)
    wait(qtbot, lambda: again.search.state is SearchState.DONE)
    assert hub.seen[-1].headers["authorization"] == f"Bearer {GOOD_TOKEN}"
    assert again.tokens.set_token(HF, "")
    wait(qtbot, lambda: again.tokens.place(HF) is TokenPlace.NONE)
    again.search.search("qwen3 gguf", HF)
    wait(qtbot, lambda: again.search.state is SearchState.DONE)
    assert "authorization" not in hub.seen[-1].headers
    logs = "".join(path.read_text() for path in paths.logs.iterdir())
    assert GOOD_TOKEN not in logs


def test_without_a_keyring_a_token_lasts_as_long_as_parley_runs(
    qtbot: QtBot, net: Net, paths: Paths, hub: HubServer
) -> None:
    tokens = HubTokens(net.settings, SystemKeyring(find=NoKeyring))
    with qtbot.waitSignals([tokens.changed, tokens.changed], timeout=DEADLINE):
        assert tokens.set_token(MS, GOOD_TOKEN)
    assert tokens.place(MS) is TokenPlace.SESSION
    assert tokens.tokens == {MS: GOOD_TOKEN}
    assert GOOD_TOKEN not in paths.settings_file.read_text()
    tokens.close()


@pytest.mark.parametrize("token", ["two words", "line\nbreak", "täg", "x" * 600])
def test_what_cannot_be_a_token_is_refused(net: Net, token: str) -> None:
    assert not net.tokens.set_token(HF, token)
    assert net.tokens.tokens == {}


def test_a_changed_mirror_reaches_the_running_worker(qtbot: QtBot, net: Net, hub: HubServer) -> None:
    net.search.search("qwen3", HF)
    wait(qtbot, lambda: net.search.state is SearchState.DONE)
    with hub_server() as mirror:
        mirror.add(Repo("mirrored/Only-GGUF"))
        net.settings.change(hub_endpoints={HF.value: mirror.address})
        net.client.reconfigure()
        net.search.search("only", HF)
        wait(qtbot, lambda: net.search.state is SearchState.DONE)
        assert [one.id for one in net.search.results] == ["mirrored/Only-GGUF"]


def test_an_unasked_event_is_nobodys(net: Net) -> None:
    net.client.received.emit(SearchResults(request_id="", found=[]))
    net.client.received.emit(NetFailed(request_id="someone", problem=NetProblem.DNS))
    assert net.search.state is SearchState.IDLE
