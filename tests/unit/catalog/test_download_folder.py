"""What a download does to its folder: names, other windows, several parts, no room, no permission."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.catalog.download.download import Download
from app.catalog.download.report import DiskFullError, DownloadError
from app.catalog.download.state import read_origin
from app.catalog.net_api import NetProblem, RemoteFile
from app.system.file_lock import FleetingLock, LockTakenError
from tests.helpers.downloads import MIB, QUICK, content, leftovers, reach, remote, request_for, run_for
from tests.helpers.fault_server import FaultServer, Step

NAMES = [f"model-0000{number}-of-00003.gguf" for number in (1, 2, 3)]
PARTS = [content(MIB + number, seed=number) for number in (1, 2, 3)]
FILES = [remote(f"Q4_K_M/{name}", data) for name, data in zip(NAMES, PARTS, strict=True)]


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer({f"/Q4_K_M/{name}": data for name, data in zip(NAMES, PARTS, strict=True)}) as it:
        yield it


HOSTILE = [
    "", ".", "..", "../x.gguf", "a/../../x.gguf", "/etc/x.gguf", "C:x.gguf", "C:\\x.gguf", "\\\\host\\share\\x.gguf",
    "a\\..\\..\\x.gguf", "x\0.gguf", "x\n.gguf", "x\u202egguf.exe", "con.a", "CON.gguf", "nul.gguf", "COM1.gguf",
    "x.gguf.", "x.gguf ", " x.gguf", ".hidden.gguf", "-rf.gguf", "a//x.gguf/", "x:stream.gguf", "x?.gguf", "lpt9",
    "x" * 201 + ".gguf", "ж" * 101 + ".gguf", "x.gguf.part", "x.gguf.part.json", "x.gguf.PARLEY.json", "\ud800.gguf",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_refused_and_nothing_is_written(server: FaultServer, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "inside"
    with pytest.raises(DownloadError) as caught:
        run_for(server, folder, RemoteFile(name=name, size=10, sha256="")).go()
    assert caught.value.problem is NetProblem.NAME_REFUSED
    assert list(tmp_path.iterdir()) == []
    assert not server.seen


def test_two_parts_of_one_name_are_refused(server: FaultServer, tmp_path: Path) -> None:
    with pytest.raises(DownloadError) as caught:
        run_for(server, tmp_path, remote("a/x.gguf", PARTS[0]), remote("b/X.gguf", PARTS[1]))
    assert caught.value.problem is NetProblem.NAME_REFUSED


def test_a_relative_folder_is_refused(server: FaultServer) -> None:
    with pytest.raises(DownloadError):
        Download(request_for(Path("models"), FILES[0]), reach(server), QUICK)


def test_all_parts_get_their_names_at_once(server: FaultServer, tmp_path: Path) -> None:
    run = run_for(server, tmp_path, *FILES)
    seen: list[bool] = []
    run.watch = lambda _report: seen.append(any((tmp_path / name).exists() for name in NAMES))
    finished = run.go()
    assert not any(seen)
    assert finished.path == tmp_path / NAMES[0]
    assert [(tmp_path / name).read_bytes() for name in NAMES] == PARTS
    assert list(finished.sha256) == NAMES
    assert leftovers(tmp_path) == []
    assert run.reports[-1].total == sum(map(len, PARTS))


def test_a_part_that_is_missing_is_found_out_before_the_others_are_fetched(server: FaultServer, tmp_path: Path) -> None:
    del server.files[f"/Q4_K_M/{NAMES[2]}"]
    with pytest.raises(DownloadError) as caught:
        run_for(server, tmp_path, *FILES).go()
    assert caught.value.problem is NetProblem.PART_MISSING
    assert NAMES[2] in caught.value.detail
    assert server.sent < 1000


def test_a_part_that_goes_missing_leaves_the_others_for_the_next_run(server: FaultServer, tmp_path: Path) -> None:
    run = run_for(server, tmp_path, *FILES)

    def lose_the_third(_report: object) -> None:
        server.files.pop(f"/Q4_K_M/{NAMES[2]}", None)

    run.watch = lose_the_third
    with pytest.raises(DownloadError) as caught:
        run.go()
    assert caught.value.problem is NetProblem.PART_MISSING
    assert not any((tmp_path / name).exists() for name in NAMES)
    server.files[f"/Q4_K_M/{NAMES[2]}"] = PARTS[2]
    server.seen.clear()
    run_for(server, tmp_path, *FILES).go()
    assert server.sent <= len(PARTS[2]) + 1000


def test_a_repository_that_is_gone_is_not_a_missing_part(server: FaultServer, tmp_path: Path) -> None:
    server.files.clear()
    with pytest.raises(DownloadError) as caught:
        run_for(server, tmp_path, *FILES).go()
    assert caught.value.problem is NetProblem.NOT_FOUND


class TestAFileThatIsThere:
    def test_ours_is_not_fetched_again(self, server: FaultServer, tmp_path: Path) -> None:
        run_for(server, tmp_path, FILES[0]).go()
        sent = server.sent
        assert run_for(server, tmp_path, FILES[0]).go().path == tmp_path / NAMES[0]
        assert server.sent == sent

    def test_one_with_the_right_sum_is_adopted(self, server: FaultServer, tmp_path: Path) -> None:
        (tmp_path / NAMES[0]).write_bytes(PARTS[0])
        run_for(server, tmp_path, FILES[0]).go()
        assert server.sent == 0
        assert read_origin(tmp_path / NAMES[0]) is not None

    def test_a_strange_one_is_never_replaced(self, server: FaultServer, tmp_path: Path) -> None:
        (tmp_path / NAMES[0]).write_bytes(b"mine")
        with pytest.raises(DownloadError) as caught:
            run_for(server, tmp_path, FILES[0]).go()
        assert caught.value.problem is NetProblem.NAME_REFUSED
        assert (tmp_path / NAMES[0]).read_bytes() == b"mine"

    def test_our_older_version_stays_until_the_new_one_is_right(self, server: FaultServer, tmp_path: Path) -> None:
        run_for(server, tmp_path, FILES[0]).go()
        new = content(MIB + 1, seed=8)
        server.always = Step(content=new, rate=0.001)
        run = run_for(server, tmp_path, remote(FILES[0].name, new))
        old: list[bool] = []
        run.watch = lambda _report: old.append((tmp_path / NAMES[0]).read_bytes() == PARTS[0])
        run.go()
        assert old
        assert all(old)
        assert (tmp_path / NAMES[0]).read_bytes() == new


class TestLock:
    def test_a_second_window_is_told(self, server: FaultServer, tmp_path: Path) -> None:
        server.always = Step(rate=0.01)
        problems: list[NetProblem] = []
        first = run_for(server, tmp_path, FILES[0])

        def second(_report: object) -> None:
            if not problems:
                with pytest.raises(DownloadError) as caught:
                    run_for(server, tmp_path, FILES[0]).go()
                problems.append(caught.value.problem)

        first.watch = second
        assert first.go().path.read_bytes() == PARTS[0]
        assert problems == [NetProblem.IN_USE]

    def test_the_lock_of_a_killed_holder_is_taken_over(self, tmp_path: Path) -> None:
        path = tmp_path / "x.lock"
        program = (
            "import sys, time; from pathlib import Path; from app.system.file_lock import FleetingLock\n"
            "lock = FleetingLock(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
        )
        with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE) as holder:
            assert holder.stdout is not None
            holder.stdout.readline()
            with pytest.raises(LockTakenError):
                FleetingLock(path)
            holder.send_signal(signal.SIGKILL)
            holder.wait()
            assert path.exists()
            FleetingLock(path).release()
        assert not path.exists()

    def test_a_lock_is_free_again_after_its_release(self, tmp_path: Path) -> None:
        path = tmp_path / "x.lock"
        for _ in range(3):
            lock = FleetingLock(path)
            lock.release()
            lock.release()


class TestNoRoom:
    def test_what_cannot_be_stored_is_refused_before_a_byte_is_fetched(
        self, server: FaultServer, tmp_path: Path
    ) -> None:
        huge = RemoteFile(name="huge.gguf", size=1 << 60, sha256="0" * 64)
        with pytest.raises(DiskFullError) as caught:
            run_for(server, tmp_path, huge).go()
        assert caught.value.needed > 1 << 60
        assert 0 < caught.value.available < 1 << 60
        assert not server.seen

    def test_a_file_system_that_stores_no_file_of_that_size_says_so(self, server: FaultServer, tmp_path: Path) -> None:
        """As FAT does at 4 GiB. The limit of this process stands in for it."""
        old = resource.getrlimit(resource.RLIMIT_FSIZE)
        handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (MIB // 2, old[1]))
        try:
            with pytest.raises(DiskFullError):
                run_for(server, tmp_path, FILES[0]).go()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, old)
            signal.signal(signal.SIGXFSZ, handler)
        assert run_for(server, tmp_path, FILES[0]).go().path.read_bytes() == PARTS[0]

    @pytest.mark.parametrize("where", ["the folder", "its parent"])
    def test_a_folder_that_may_not_be_written_to(self, server: FaultServer, tmp_path: Path, where: str) -> None:
        if os.geteuid() == 0:
            pytest.skip("root may write everywhere; the e2e test mounts a read-only disk instead")
        locked = tmp_path / "locked"
        locked.mkdir()
        locked.chmod(0o500)
        with pytest.raises(DownloadError) as caught:
            run_for(server, locked if where == "the folder" else locked / "x", FILES[0]).go()
        assert caught.value.problem is NetProblem.READ_ONLY

    def test_a_file_where_the_folder_should_be(self, server: FaultServer, tmp_path: Path) -> None:
        (tmp_path / "taken").write_bytes(b"")
        with pytest.raises(DownloadError) as caught:
            run_for(server, tmp_path / "taken" / "x", FILES[0]).go()
        assert caught.value.problem is NetProblem.READ_ONLY
