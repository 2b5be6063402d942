"""Real processes and disks: killed at any moment, full, read-only, asleep; and any mixture of faults, many times."""

from __future__ import annotations

import contextlib
import hashlib
import random
import shutil
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from typing_extensions import override

from app.catalog.download.download import Download
from app.catalog.download.report import DownloadError, Reach, StoppedError
from app.catalog.download.timing import Clock, Timing
from app.catalog.net_api import NetProblem
from tests.helpers.downloads import MIB, QUICK, Run, content, leftovers, remote, request_for, run_for
from tests.helpers.fault_server import FaultServer, Step

ROOT = Path(__file__).parents[2]
NAME = "model.gguf"
DATA = content(9 * MIB + 321)
FILE = remote(NAME, DATA)
DEFAULT_RUNS = 20
ALL_RUNS = 500


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer({f"/{NAME}": DATA}) as it:
        yield it


def command(server: FaultServer, folder: Path, *mount: str) -> list[str]:
    module = [sys.executable, "-m", "tests.helpers.download_process"]
    return [*module, f"{server.base}/{NAME}", str(folder), NAME, str(len(DATA)), FILE.sha256, *mount]


def test_a_killed_process_loses_no_more_than_its_last_moments(server: FaultServer, tmp_path: Path) -> None:
    server.always = Step(rate=0.004)
    for target in (3 * MIB, 6 * MIB):
        with subprocess.Popen(command(server, tmp_path), cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                if line.startswith("at ") and int(line[3:]) >= target:
                    break
            process.send_signal(signal.SIGKILL)
        assert (tmp_path / f"{NAME}.part.lock").exists()
        assert not (tmp_path / NAME).exists()
    server.always = Step()
    assert run_for(server, tmp_path, FILE).go().path.read_bytes() == DATA
    assert leftovers(tmp_path) == []
    assert server.sent < len(DATA) + 4 * MIB


def in_namespace(arguments: list[str]) -> list[str]:
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rm", "true"], check=False, capture_output=True).returncode:
        pytest.skip("needs a mount namespace of one's own (Linux)")
    done = subprocess.run(
        [unshare, "-rm", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_a_disk_that_fills_up_is_waited_for(server: FaultServer, tmp_path: Path) -> None:
    server.always = Step(rate=0.002)
    said = in_namespace(command(server, tmp_path, "full"))
    assert set(said[:-1]) == {"disk_full"}
    assert said[-1] == "right"


def test_a_read_only_disk_is_named(server: FaultServer, tmp_path: Path) -> None:
    assert in_namespace(command(server, tmp_path, "read-only")) == ["read_only"]
    assert not server.seen


PATIENT = Timing(stall=3600, slow_window=7200, first_wait=0.01, report_every=0.0)


class JumpingClock(Clock):
    """The computer's clocks, which a sleep of the machine moves."""

    def __init__(self, *, monotonic_too: bool) -> None:
        self.slept = 0.0
        self._monotonic_too = monotonic_too

    @override
    def monotonic(self) -> float:
        return super().monotonic() + (self.slept if self._monotonic_too else 0.0)

    @override
    def wall(self) -> float:
        return super().wall() + self.slept


@pytest.mark.parametrize("monotonic_too", [False, True], ids=["one clock", "both clocks"])
def test_after_a_sleep_the_dead_connection_is_not_waited_for(
    server: FaultServer, tmp_path: Path, monotonic_too: bool
) -> None:
    """Eight hours later; without noticing it, the silence would last for the hour that ``stall`` allows here."""
    server.script.append(Step(stall_after=MIB))
    clock = JumpingClock(monotonic_too=monotonic_too)
    run = run_for(server, tmp_path, FILE, timing=PATIENT, clock=clock)

    run.watch = lambda report: setattr(clock, "slept", 8 * 3600.0) if report.done == MIB else None
    assert run.go().path.read_bytes() == DATA
    assert {report.waiting for report in run.reports} - {None} == {NetProblem.TIMEOUT}


def test_a_long_wait_ends_when_the_machine_wakes(server: FaultServer, tmp_path: Path) -> None:
    server.script.append(Step(status=429, headers={"Retry-After": "3000"}))
    clock = JumpingClock(monotonic_too=False)
    run = run_for(server, tmp_path, FILE, clock=clock)
    run.watch = lambda report: setattr(clock, "slept", 4000.0) if report.waiting else None
    assert run.go().path.read_bytes() == DATA


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's and a client's context, with a certificate that only this client trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(path)
    return serving, ssl.create_default_context(cafile=path)


class TestEncrypted:
    def run(self, server: FaultServer, folder: Path, trust: ssl.SSLContext | bool) -> Run:
        to = Reach(
            client=lambda: httpx2.Client(trust_env=False, verify=trust),
            url_of=lambda file: f"{server.base}/{file.name}",
            headers_for=lambda _url: {"Authorization": "Bearer hf_secret"},
        )
        return Run(Download(request_for(folder, FILE), to, QUICK))

    def test_cuts_and_stalls(self, certificate: tuple[ssl.SSLContext, ssl.SSLContext], tmp_path: Path) -> None:
        with FaultServer({f"/{NAME}": DATA}, certificate[0]) as server:
            server.script.extend([Step(cut_after=MIB), Step(stall_after=MIB), Step(cut_after=5, reset=True)])
            assert self.run(server, tmp_path, certificate[1]).go().path.read_bytes() == DATA

    def test_a_certificate_that_nobody_vouches_for(
        self, certificate: tuple[ssl.SSLContext, ssl.SSLContext], tmp_path: Path
    ) -> None:
        with FaultServer({f"/{NAME}": DATA}, certificate[0]) as server:
            with pytest.raises(DownloadError) as caught:
                self.run(server, tmp_path, ssl.create_default_context()).go()
            assert caught.value.problem is NetProblem.CERTIFICATE
            assert not server.seen

    def test_no_redirect_to_an_address_that_anybody_can_read(
        self, certificate: tuple[ssl.SSLContext, ssl.SSLContext], tmp_path: Path
    ) -> None:
        with FaultServer({f"/{NAME}": DATA}, certificate[0]) as server, FaultServer({"/x": DATA}) as plain:
            server.always = Step(redirect=f"{plain.base}/x")
            with pytest.raises(DownloadError) as caught:
                self.run(server, tmp_path, certificate[1]).go()
            assert caught.value.problem is NetProblem.UNEXPECTED_CONTENT
            assert not plain.seen


def random_step(dice: random.Random, size: int) -> Step:
    """Draw one fault."""
    at = dice.randrange(size)
    steps = [
        Step(cut_after=at), Step(cut_after=at), Step(cut_after=at, reset=True), Step(cut_in_headers=True),
        Step(stall_after=at), Step(status=dice.choice([429, 500, 502, 503, 408])), Step(refuse_range=True),
        Step(html=True), Step(ignore_range=True, cut_after=at), Step(total=size + 1), Step(length=size + 9),
        Step(damage=(at, dice.randrange(1, 3000)), cut_after=dice.randrange(size)), Step(shift=dice.randrange(-9, 9)),
        Step(chunked=True, cut_after=at), Step(etag=f'"{at}"', cut_after=at), Step(crawl=0.01),
    ]  # fmt: skip
    return dice.choice(steps)


def survive(seed: int, folder: Path) -> None:
    """One file through up to eight faults, with a stop and a new process's worth of memory in between."""
    dice = random.Random(seed)
    data = content(dice.randrange(100, 6 * MIB), seed)
    file = remote(NAME, data)
    quick = Timing(
        connect=5, stall=0.25, slow_window=0.3, slowest=2048, first_wait=0.001, longest_wait=0.01, save_every=0.01
    )
    with FaultServer({f"/{NAME}": data}) as server:
        server.script.extend(random_step(dice, len(data)) for _ in range(dice.randrange(1, 8)))
        stop_at = dice.randrange(len(data))
        run = run_for(server, folder, file, timing=quick)
        run.watch = lambda report: run.stop.set() if report.done >= stop_at else None
        with contextlib.suppress(StoppedError, DownloadError):
            run.go()
        for _ in range(20):
            with contextlib.suppress(DownloadError):
                path = run_for(server, folder, file, timing=quick).go().path
                break
            time.sleep(0.001)
        else:
            pytest.fail(f"seed {seed}: never ended")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == file.sha256, f"seed {seed}"
    assert leftovers(folder) == []


@pytest.mark.parametrize("seed", range(DEFAULT_RUNS))
def test_any_mixture_of_faults_ends_with_the_right_bytes(seed: int, tmp_path: Path) -> None:
    survive(seed, tmp_path)


@pytest.mark.soak
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("seed", range(DEFAULT_RUNS, ALL_RUNS))
def test_many_mixtures_of_faults_end_with_the_right_bytes(seed: int, tmp_path: Path) -> None:
    survive(seed, tmp_path)
