"""Search, the worker's life, the offline switch and tokens, with the real worker and a hub in this process."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from app.catalog.net_api import NetFailed, NetProblem, Search, SearchResults, Source
from app.chat.keys.system_keyring import SystemKeyring
from app.session.models.download_list import DownloadState
from app.session.models.hub_search import SearchState
from app.session.models.hub_tokens import HubTokens, TokenPlace
from app.session.workers.net_client import NetClient, NetState
from app.system.paths import Paths
from tests.helpers.hub_server import GOOD_TOKEN, Fault, HubServer, Repo, hub_server
from tests.helpers.net_window import DEADLINE, NAME, Net, is_in, state_of, under_way, wait, wanted
from tests.helpers.store_keyrings import NoKeyring

HF, MS = Source.HUGGING_FACE, Source.MODELSCOPE


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
