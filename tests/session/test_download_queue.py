"""The queue of downloads, with the real worker and a hub in this process."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from app.catalog.net_api import NetProblem, Source
from app.session.models.download_list import DownloadState
from app.session.models.download_queue import DownloadQueue
from app.session.workers.net_client import NetClient
from app.system.paths import Paths, starter_model
from tests.helpers.hub_server import GOOD_TOKEN, Fault, HubServer
from tests.helpers.net_window import DEADLINE, NAME, Net, is_in, state_of, under_way, wait, wanted

HF, MS = Source.HUGGING_FACE, Source.MODELSCOPE


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


@pytest.mark.parametrize("fault", [Fault(503), Fault(404)])
def test_the_other_hub_goes_on_where_this_one_fails(
    qtbot: QtBot, net: Net, hub: HubServer, tmp_path: Path, fault: Fault
) -> None:
    hub.slow.set()
    download = net.queue.add(wanted(tmp_path / "models"))
    wait(qtbot, under_way(net, download))
    net.queue.pause(download)
    hub.slow.clear()
    hub.faults[f"/{NAME}"] = fault
    net.queue.resume(download)
    wait(qtbot, is_in(net, download, DownloadState.WAITING, DownloadState.FAILED))
    item = net.queue.item(download)
    assert item is not None
    assert item.other_source is MS
    net.queue.use_other_source(download)
    wait(qtbot, is_in(net, download, DownloadState.DONE))
    assert [one.request.source for one in net.queue.items] == [MS]
    last = hub.seen[-1]
    assert last.path.startswith(f"/api/v1/models/{NAME}/repo?Revision=master")
    assert not last.headers["range"].startswith("bytes=0-"), "what was there is kept"


def test_without_a_sum_another_hubs_file_may_be_another_file(
    qtbot: QtBot, net: Net, hub: HubServer, tmp_path: Path
) -> None:
    hub.faults[f"/{NAME}"] = Fault(404)
    request = wanted(tmp_path / "models")
    download = net.queue.add(structs.replace(request, files=[structs.replace(request.files[0], sha256="")]))
    wait(qtbot, is_in(net, download, DownloadState.FAILED))
    item = net.queue.item(download)
    assert item is not None
    assert item.other_source is None
    net.queue.use_other_source(download)
    assert state_of(net, download) is DownloadState.FAILED


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
