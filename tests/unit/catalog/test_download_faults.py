"""Every fault that a server and a network can make: the file arrives all the same, or a named problem does."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.catalog.download.download import Download
from app.catalog.download.report import DownloadError, Reach, StoppedError
from app.catalog.download.state import read_origin
from app.catalog.download.timing import Timing
from app.catalog.net_api import NetProblem
from tests.helpers.downloads import (
    MIB,
    QUICK,
    Run,
    content,
    leftovers,
    plain_client,
    reach,
    remote,
    request_for,
    run_for,
)
from tests.helpers.fault_server import FaultServer, Step

DATA = content(3 * MIB + 77)
NAME = "model-Q4_K_M.gguf"


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer({f"/{NAME}": DATA}) as it:
        yield it


def check_arrived(run: Run, folder: Path) -> None:
    finished = run.go()
    assert finished.path == folder / NAME
    assert finished.path.read_bytes() == DATA
    assert finished.sha256 == {NAME: hashlib.sha256(DATA).hexdigest()}
    assert leftovers(folder) == []


CURABLE: dict[str, tuple[Step, NetProblem | None]] = {
    "nothing": (Step(), None),
    "cut at the start": (Step(cut_after=0), NetProblem.NO_CONNECTION),
    "cut after one byte": (Step(cut_after=1), NetProblem.NO_CONNECTION),
    "cut in the middle": (Step(cut_after=1_234_567), NetProblem.NO_CONNECTION),
    "cut before the last byte": (Step(cut_after=len(DATA) - 1), NetProblem.NO_CONNECTION),
    "cut in the headers": (Step(cut_in_headers=True), NetProblem.NO_CONNECTION),
    "reset": (Step(cut_after=500_000, reset=True), NetProblem.NO_CONNECTION),
    "stall": (Step(stall_after=700_000), NetProblem.TIMEOUT),
    "stall in the headers": (Step(stall_in_headers=True), NetProblem.TIMEOUT),
    "slow-loris": (Step(crawl=0.05), NetProblem.TIMEOUT),
    "429": (Step(status=429), NetProblem.RATE_LIMITED),
    "500": (Step(status=500), NetProblem.SERVER),
    "503": (Step(status=503), NetProblem.SERVER),
    "408": (Step(status=408), NetProblem.TIMEOUT),
    "page": (Step(html=True), NetProblem.UNEXPECTED_CONTENT),
    "length too long": (Step(length=len(DATA) + 1000), NetProblem.CHANGED),
    "length too short": (Step(length=len(DATA) - 1000), NetProblem.CHANGED),
    "compressed": (Step(encoding="gzip"), NetProblem.UNEXPECTED_CONTENT),
    "no content": (Step(status=204), NetProblem.UNEXPECTED_CONTENT),
    "without a length": (Step(chunked=True), None),
    "without a length, cut": (Step(chunked=True, cut_after=900_000), NetProblem.NO_CONNECTION),
}


@pytest.mark.parametrize("fault", CURABLE)
def test_a_fault_at_the_start_is_outlived(server: FaultServer, tmp_path: Path, fault: str) -> None:
    step, waiting = CURABLE[fault]
    server.script.append(step)
    run = run_for(server, tmp_path, remote(NAME, DATA))
    check_arrived(run, tmp_path)
    assert {report.waiting for report in run.reports} - {None} == ({waiting} if waiting else set())


LATER: dict[str, Step] = {
    "416": Step(refuse_range=True),
    "416 twice": Step(refuse_range=True),
    "range ignored": Step(ignore_range=True),
    "wrong total": Step(total=len(DATA) + 5),
    "another range": Step(shift=100),
    "an earlier range": Step(shift=-100),
    "range ignored, cut": Step(ignore_range=True, cut_after=200_000),
    "page": Step(html=True),
    "other tag, same file": Step(etag='"other"'),
    "no tag": Step(etag=""),
    "cut again": Step(cut_after=100_000),
    "another version for a moment": Step(content=content(len(DATA), seed=9)),
}


@pytest.mark.parametrize("fault", LATER)
def test_a_fault_where_it_goes_on_is_outlived(server: FaultServer, tmp_path: Path, fault: str) -> None:
    server.script.extend([Step(cut_after=MIB), LATER[fault]])
    if fault.endswith("twice"):
        server.script.append(LATER[fault])
    check_arrived(run_for(server, tmp_path, remote(NAME, DATA)), tmp_path)


def test_only_what_is_missing_is_fetched_after_a_cut(server: FaultServer, tmp_path: Path) -> None:
    server.script.append(Step(cut_after=2 * MIB))
    check_arrived(run_for(server, tmp_path, remote(NAME, DATA)), tmp_path)
    assert server.sent <= len(DATA) + 65_536
    assert server.seen[1].headers["range"].startswith("bytes=20")


def test_the_origin_of_a_file_lies_beside_it(server: FaultServer, tmp_path: Path) -> None:
    run_for(server, tmp_path, remote(NAME, DATA)).go()
    origin = read_origin(tmp_path / NAME)
    assert origin is not None
    assert (origin.repository, origin.revision, origin.verified) == ("owner/name", "f" * 40, True)
    assert origin.sha256 == hashlib.sha256(DATA).hexdigest()


def test_a_server_may_say_how_long_to_wait(server: FaultServer, tmp_path: Path) -> None:
    server.script.append(Step(status=429, headers={"Retry-After": "1"}))
    run = run_for(server, tmp_path, remote(NAME, DATA))
    check_arrived(run, tmp_path)
    assert max(report.retry_in for report in run.reports) > 0.8


def test_another_version_from_the_middle_on_means_beginning_anew(server: FaultServer, tmp_path: Path) -> None:
    new = content(len(DATA), seed=2)
    server.script.append(Step(cut_after=2 * MIB))
    server.always = Step(content=new)
    file = remote(NAME, new)
    finished = run_for(server, tmp_path, file).go()
    assert finished.path.read_bytes() == new


def test_another_version_without_a_sum_is_noticed_by_its_tag(server: FaultServer, tmp_path: Path) -> None:
    new = DATA[:MIB] + content(len(DATA) - MIB, seed=2)
    server.script.append(Step(cut_after=2 * MIB))
    server.always = Step(content=new)
    finished = run_for(server, tmp_path, remote(NAME, DATA, known=False)).go()
    assert finished.path.read_bytes() == new
    assert finished.unverified == (NAME,)
    origin = read_origin(finished.path)
    assert origin is not None
    assert not origin.verified


def test_a_file_that_changes_for_good_is_given_up_by_name(server: FaultServer, tmp_path: Path) -> None:
    server.always = Step(total=1234, length=1234, content=content(1234))
    with pytest.raises(DownloadError) as caught:
        run_for(server, tmp_path, remote(NAME, DATA)).go()
    assert caught.value.problem is NetProblem.CHANGED
    assert not (tmp_path / NAME).exists()


FINAL = {
    "401": (Step(status=401), NetProblem.TOKEN),
    "403": (Step(status=403), NetProblem.TOKEN),
    "gated": (Step(status=403, headers={"X-Error-Code": "GatedRepo"}), NetProblem.GATED),
    "404": (Step(status=404), NetProblem.NOT_FOUND),
    "400": (Step(status=400), NetProblem.SERVER),
    "page": (Step(html=True), NetProblem.UNEXPECTED_CONTENT),
    "not a model": (Step(content=b"<html>" + DATA[6:]), NetProblem.UNEXPECTED_CONTENT),
    "redirects in a ring": (Step(redirect=f"/{NAME}"), NetProblem.UNEXPECTED_CONTENT),
    "redirect to a file": (Step(redirect="file:///etc/passwd"), NetProblem.UNEXPECTED_CONTENT),
}


@pytest.mark.parametrize("fault", FINAL)
def test_what_will_not_change_is_given_up_by_name(server: FaultServer, tmp_path: Path, fault: str) -> None:
    server.always, problem = FINAL[fault]
    with pytest.raises(DownloadError) as caught:
        run_for(server, tmp_path, remote(NAME, DATA)).go()
    assert caught.value.problem is problem
    assert not (tmp_path / NAME).exists()


def test_a_page_does_not_harm_what_is_there(server: FaultServer, tmp_path: Path) -> None:
    server.script.append(Step(cut_after=2 * MIB))
    server.always = Step(html=True)
    with pytest.raises(DownloadError):
        run_for(server, tmp_path, remote(NAME, DATA)).go()
    server.always = Step()
    sent = server.sent
    check_arrived(run_for(server, tmp_path, remote(NAME, DATA)), tmp_path)
    assert server.sent - sent <= len(DATA) - 2 * MIB + 65_536


TOKEN = {"Authorization": "Bearer hf_secret", "Cookie": "session=1"}


class TestRedirects:
    def run(self, server: FaultServer, folder: Path) -> None:
        Run(Download(request_for(folder, remote(NAME, DATA)), reach(server, TOKEN), QUICK)).go()

    def test_the_token_does_not_follow_to_another_host(self, server: FaultServer, tmp_path: Path) -> None:
        with FaultServer({"/blob": DATA}, host="127.0.0.2") as other:
            server.always = Step(redirect=f"{other.base}/blob")
            self.run(server, tmp_path)
            assert server.seen[0].headers["authorization"] == "Bearer hf_secret"
            assert other.seen
            assert not any({"authorization", "cookie"} & set(seen.headers) for seen in other.seen)

    def test_nor_to_another_port(self, server: FaultServer, tmp_path: Path) -> None:
        with FaultServer({"/blob": DATA}) as other:
            server.always = Step(redirect=f"{other.base}/blob")
            self.run(server, tmp_path)
            assert not any("authorization" in seen.headers for seen in other.seen)

    def test_it_stays_on_the_same_host(self, server: FaultServer, tmp_path: Path) -> None:
        server.files["/moved"] = DATA
        server.by_path[f"/{NAME}"] = Step(redirect="/moved")
        self.run(server, tmp_path)
        assert [seen.headers.get("authorization") for seen in server.seen] == ["Bearer hf_secret"] * 2

    def test_it_is_not_sent_where_anybody_can_read_it(self, tmp_path: Path) -> None:
        with FaultServer({f"/{NAME}": DATA}, host="127.0.0.2") as plain:
            Run(Download(request_for(tmp_path, remote(NAME, DATA)), reach(plain, TOKEN), QUICK)).go()
            assert not any("authorization" in seen.headers for seen in plain.seen)

    def test_an_address_that_is_out_of_date_is_asked_for_again(self, server: FaultServer, tmp_path: Path) -> None:
        with FaultServer({"/blob": DATA}) as other:
            server.always = Step(redirect=f"{other.base}/blob")
            other.script.extend([Step(cut_after=MIB), Step(status=403), Step(status=404)])
            check_arrived(run_for(server, tmp_path, remote(NAME, DATA)), tmp_path)


def test_a_name_that_no_server_knows_is_tried_until_it_does(server: FaultServer, tmp_path: Path) -> None:
    tries = 0

    def address(_file: object) -> str:
        nonlocal tries
        tries += 1
        return f"http://no-such-host.invalid/{NAME}" if tries < 4 else f"{server.base}/{NAME}"

    to = Reach(client=plain_client, url_of=address)
    run = Run(Download(request_for(tmp_path, remote(NAME, DATA)), to, QUICK))
    check_arrived(run, tmp_path)
    assert {report.waiting for report in run.reports} - {None} == {NetProblem.DNS}


def test_a_server_that_is_away_is_waited_for(tmp_path: Path) -> None:
    with FaultServer({}) as gone:
        port = gone.port
    waiting: list[NetProblem] = []
    address = f"http://127.0.0.1:{port}/{NAME}"
    with FaultServer({f"/{NAME}": DATA}) as server:

        def come_back() -> str:
            return f"{server.base}/{NAME}" if len(waiting) > 5 else address

        to = Reach(client=plain_client, url_of=lambda _file: come_back())
        run = Run(Download(request_for(tmp_path, remote(NAME, DATA)), to, QUICK))
        run.watch = lambda report: waiting.append(report.waiting) if report.waiting else None
        check_arrived(run, tmp_path)
    assert set(waiting) == {NetProblem.NO_CONNECTION}


class TestStopping:
    @pytest.mark.parametrize(
        "step",
        [Step(rate=0.02), Step(stall_after=MIB), Step(stall_in_headers=True), Step(status=503)],
        ids=("slow", "silent", "mute", "busy"),
    )
    def test_a_stop_ends_the_run_whatever_the_server_does(
        self, server: FaultServer, tmp_path: Path, step: Step
    ) -> None:
        server.always = step
        run = run_for(server, tmp_path, remote(NAME, DATA), timing=Timing(longest_wait=60, first_wait=60))
        timer = threading.Timer(0.4, run.stop.set)
        timer.start()
        with pytest.raises(StoppedError):
            run.go()
        timer.join()
        server.always = Step()
        check_arrived(run_for(server, tmp_path, remote(NAME, DATA)), tmp_path)

    def test_what_was_fetched_before_a_stop_is_not_fetched_again(self, server: FaultServer, tmp_path: Path) -> None:
        server.always = Step(rate=0.005)
        run = run_for(server, tmp_path, remote(NAME, DATA))
        run.watch = lambda report: run.stop.set() if report.done > MIB else None
        with pytest.raises(StoppedError):
            run.go()
        got = (tmp_path / f"{NAME}.part").stat().st_size
        assert got > MIB
        server.always = Step()
        check_arrived(run_for(server, tmp_path, remote(NAME, DATA)), tmp_path)
        assert server.seen[-1].sent <= len(DATA) - got + 65_536

    def test_nothing_is_left_of_what_is_discarded(self, server: FaultServer, tmp_path: Path) -> None:
        server.always = Step(status=404)
        run = run_for(server, tmp_path, remote(NAME, DATA))
        with pytest.raises(DownloadError):
            run.go()
        run.download.discard()
        assert not tmp_path.exists()
