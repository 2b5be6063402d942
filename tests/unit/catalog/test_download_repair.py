"""Wrong bytes: on the way, on the disk, between two runs. Only the bad range is fetched again where that can be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.catalog.download.part import SMALLEST_CHUNK
from app.catalog.download.report import DownloadError, StoppedError
from app.catalog.download.state import read_state, unfinished
from app.catalog.net_api import NetProblem
from tests.helpers.downloads import MIB, content, leftovers, remote, request_for, run_for
from tests.helpers.fault_server import FaultServer, Step

CHUNK = SMALLEST_CHUNK
DATA = content(4 * CHUNK + 12_345)
NAME = "model.gguf"
FILE = remote(NAME, DATA)
OVERLAP = 64 << 10


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer({f"/{NAME}": DATA}) as it:
        yield it


def stop_after(server: FaultServer, folder: Path, count: int) -> Path:
    """Stop a download once ``count`` bytes are there; return the ``.part``."""
    server.always = Step(rate=0.001)
    run = run_for(server, folder, FILE)
    run.watch = lambda report: run.stop.set() if report.done >= count else None
    with pytest.raises(StoppedError):
        run.go()
    server.always = Step()
    server.seen.clear()
    return folder / f"{NAME}.part"


def damage(path: Path, at: int, count: int = 1) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        old = file.read(count)
        file.seek(at)
        file.write(bytes(byte ^ 1 for byte in old))


def check(server: FaultServer, folder: Path) -> None:
    assert run_for(server, folder, FILE).go().path.read_bytes() == DATA
    assert leftovers(folder) == []


class TestOnTheWay:
    def test_wrong_bytes_in_the_middle_are_replaced_and_the_rest_is_not_fetched_again(
        self, server: FaultServer, tmp_path: Path
    ) -> None:
        server.script.append(Step(damage=(2 * MIB, 100)))
        check(server, tmp_path)
        again = server.sent - len(DATA)
        assert again < 13 * MIB  # up to the bad range; what lies in socket buffers counts as sent

    def test_bytes_around_a_seam_are_looked_at_first(self, server: FaultServer, tmp_path: Path) -> None:
        cut = 10 * MIB + 500_000
        server.script.extend([Step(cut_after=cut, damage=(cut - 200_000, 1000)), Step()])
        check(server, tmp_path)
        assert server.sent - len(DATA) < 2 * MIB

    def test_several_bad_ranges(self, server: FaultServer, tmp_path: Path) -> None:
        bad = [3, 2 * MIB + 1, 9 * MIB, len(DATA) - 1]
        broken = bytearray(DATA)
        for at in bad[1:]:
            broken[at] ^= 1
        server.script.append(Step(content=bytes(broken), etag='"x"'))
        server.always = Step(etag='"x"')
        check(server, tmp_path)

    def test_a_cut_while_mending(self, server: FaultServer, tmp_path: Path) -> None:
        server.script.extend([Step(damage=(14 * MIB, 5)), Step(cut_after=3 * MIB + 5), Step(status=503)])
        check(server, tmp_path)

    def test_a_stop_while_mending(self, server: FaultServer, tmp_path: Path) -> None:
        server.script.extend([Step(damage=(14 * MIB, 5)), Step(rate=0.001)])
        run = run_for(server, tmp_path, FILE)
        run.watch = lambda _report: run.stop.set() if len(server.seen) == 2 and server.seen[1].sent > MIB else None
        with pytest.raises(StoppedError):
            run.go()
        server.seen.clear()
        check(server, tmp_path)
        assert server.sent <= len(DATA)

    def test_a_server_without_ranges_gives_the_whole_file_once_more(self, server: FaultServer, tmp_path: Path) -> None:
        server.always = Step(ignore_range=True)
        cut = 10 * MIB
        server.script.extend([Step(cut_after=cut), Step(ignore_range=True, damage=(12 * MIB, 9))])
        check(server, tmp_path)
        assert server.sent <= cut + 2 * len(DATA) + MIB

    def test_new_damage_in_every_pass_is_outlived(self, server: FaultServer, tmp_path: Path) -> None:
        server.script.extend([Step(damage=(MIB, 1)), Step(damage=(9, 1)), Step(damage=(2 * MIB, 1))])
        check(server, tmp_path)

    def test_a_file_that_never_has_its_sum_is_given_up_and_gets_no_name(
        self, server: FaultServer, tmp_path: Path
    ) -> None:
        server.always = Step(damage=(7 * MIB, 4))
        with pytest.raises(DownloadError) as caught:
            run_for(server, tmp_path, FILE).go()
        assert caught.value.problem is NetProblem.WRONG_CHECKSUM
        assert not (tmp_path / NAME).exists()
        assert server.sent < 2.1 * len(DATA)  # twice the same bytes: no use to fetch them a third time
        server.always = Step()
        check(server, tmp_path)


class TestOnTheDisk:
    def test_damage_between_two_runs_costs_one_chunk(self, server: FaultServer, tmp_path: Path) -> None:
        part = stop_after(server, tmp_path, 3 * CHUNK + 100)
        got = part.stat().st_size
        damage(part, CHUNK + 1000)
        check(server, tmp_path)
        assert server.sent <= CHUNK + (len(DATA) - got) + 2 * OVERLAP

    def test_damage_in_two_chunks(self, server: FaultServer, tmp_path: Path) -> None:
        part = stop_after(server, tmp_path, 3 * CHUNK + 100)
        damage(part, 10)
        damage(part, 2 * CHUNK + 10, 70_000)
        check(server, tmp_path)

    def test_damage_in_the_last_bytes(self, server: FaultServer, tmp_path: Path) -> None:
        part = stop_after(server, tmp_path, CHUNK + 500_000)
        damage(part, part.stat().st_size - 1)
        check(server, tmp_path)
        assert server.sent <= len(DATA) - CHUNK + OVERLAP

    def test_bytes_that_were_lost_with_the_power(self, server: FaultServer, tmp_path: Path) -> None:
        part = stop_after(server, tmp_path, 2 * CHUNK + 500_000)
        size = part.stat().st_size
        with part.open("r+b") as file:
            file.truncate(CHUNK + 5)
            file.truncate(size)
        check(server, tmp_path)

    def test_a_shorter_file_than_the_state_says(self, server: FaultServer, tmp_path: Path) -> None:
        part = stop_after(server, tmp_path, 2 * CHUNK)
        with part.open("r+b") as file:
            file.truncate(CHUNK - 5)
        check(server, tmp_path)

    @pytest.mark.parametrize("state", [b"", b"{", b"\0" * 500, b"[" * 100_000, b'{"request": 1}'])
    def test_without_its_state_the_bytes_are_kept(self, server: FaultServer, tmp_path: Path, state: bytes) -> None:
        part = stop_after(server, tmp_path, 2 * CHUNK)
        got = part.stat().st_size
        (tmp_path / f"{NAME}.part.json").write_bytes(state)
        check(server, tmp_path)
        assert server.sent <= len(DATA) - got + OVERLAP

    def test_without_its_state_zeros_at_the_end_are_mended(self, server: FaultServer, tmp_path: Path) -> None:
        part = stop_after(server, tmp_path, 2 * CHUNK)
        size = part.stat().st_size
        with part.open("r+b") as file:
            file.truncate(size - 300_000)
            file.truncate(size)
        (tmp_path / f"{NAME}.part.json").unlink()
        check(server, tmp_path)

    def test_a_damaged_table_costs_no_wrong_byte(self, server: FaultServer, tmp_path: Path) -> None:
        stop_after(server, tmp_path, 3 * CHUNK)
        path = tmp_path / f"{NAME}.part.json"
        state = read_state(tmp_path / f"{NAME}.part")
        assert state is not None
        path.write_bytes(path.read_bytes().replace(state.marks[1].encode(), b"0" * 32))
        check(server, tmp_path)

    def test_the_part_of_another_version_is_not_used(self, server: FaultServer, tmp_path: Path) -> None:
        stop_after(server, tmp_path, 2 * CHUNK)
        new = content(len(DATA), seed=5)
        server.always = Step(content=new)
        finished = run_for(server, tmp_path, remote(NAME, new)).go()
        assert finished.path.read_bytes() == new
        assert server.sent == len(new)


def test_what_was_begun_is_found_again(server: FaultServer, tmp_path: Path) -> None:
    folder = tmp_path / "owner" / "name"
    stop_after(server, folder, CHUNK)
    assert unfinished(tmp_path) == [request_for(folder, FILE)]
    check(server, folder)
    assert unfinished(tmp_path) == []
