"""The catalogue for this computer: offers, downloads whose files must be asked for, repositories that were found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.catalog.catalogue import load_catalogue
from app.catalog.net_api import (
    AnyNetCommand,
    AnyNetEvent,
    DownloadRequest,
    ListRepository,
    NetFailed,
    NetProblem,
    ReadRemoteHeader,
    RemoteFile,
    RemoteHeaderRead,
    RemoteModel,
    Repository,
    RepositoryListed,
    Source,
)
from app.catalog.offers import Offer
from app.engine.files_api import DescribeMachine, FileFailed, FileProblem, FilesCommand, MachineDescribed
from app.placement.plan import Device, Fit, Machine
from app.session.models.catalogue_shapes import CatalogueShapes
from app.session.models.discover_session import Collaborators, DiscoverSession
from app.session.models.discover_wording import quality_sentence, strength_sentence
from app.session.notices import Notice
from app.session.workers.files_client import FilesClient
from app.system.paths import Paths

GIB = 2**30
WAIT = 30_000
"""Milliseconds, for liveness."""

GPU = Device("CUDA0", "NVIDIA GeForce RTX 4090", "gpu", 24 * GIB, 23 * GIB, "CUDA")
SHAPES = CatalogueShapes()
"""Made once for all tests: that is what takes the time."""

MACHINE = Machine(8, 64 * GIB, 50 * GIB, [GPU])


class AnsweringFiles(QObject):
    """A files client whose worker knows one machine."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.machine: Machine | None = MACHINE
        self.asked: list[FilesCommand] = []

    def submit(self, command: FilesCommand, /) -> str:
        self.asked.append(command)
        return "r1"

    def answer(self) -> None:
        event: MachineDescribed | FileFailed = FileFailed(request_id="r1", problem=FileProblem.INTERNAL)
        if self.machine is not None:
            event = MachineDescribed(request_id="r1", machine=self.machine)
        self.answered.emit(event)


class RecordingNet(QObject):
    """A net client that keeps what it is asked; the test answers."""

    received = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.offline = False
        self.sent: list[AnyNetCommand] = []

    def send(self, command: AnyNetCommand, /) -> bool:
        if not self.offline:
            self.sent.append(command)
        return not self.offline

    def answer(self, event: AnyNetEvent) -> None:
        self.received.emit(event)


@dataclass(frozen=True)
class Entry:
    path: str
    sha256: dict[str, str] = field(default_factory=dict)


class Shelf(QObject):
    """A library."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []


class Queue:
    """A download queue that never starts."""

    def __init__(self) -> None:
        self.requests: list[DownloadRequest] = []

    def add(self, request: DownloadRequest, /) -> str:
        self.requests.append(request)
        return f"d{len(self.requests)}"


class Bench:
    """A session with everything around it."""

    def __init__(self, folder: Path) -> None:
        self.files, self.net, self.library, self.downloads = AnsweringFiles(), RecordingNet(), Shelf(), Queue()
        self.reclaimed = {"CUDA0": 5}
        around = Collaborators(self.files, self.net, self.library, self.downloads, lambda: self.reclaimed, SHAPES)
        self.session = DiscoverSession(around, folder)
        self.notices: list[Notice] = []
        self.session.notice.connect(self.notices.append)

    def offer(self, model: str, quantization: str) -> Offer:
        (found,) = (one for one in self.session.models if one.id == model)
        return next(offer for offer in found.offers if offer.quantization == quantization)


@pytest.fixture
def bench(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    it = Bench(tmp_path)
    yield it
    it.session.close()


@pytest.fixture
def ready(bench: Bench, qtbot: QtBot) -> Bench:
    """With the machine known and everything judged."""
    bench.session.refresh()
    bench.files.answer()
    qtbot.waitUntil(lambda: bench.session.recommended is not None, timeout=WAIT)
    return bench


def test_sizes_come_at_once_and_placements_with_the_machine(bench: Bench, qtbot: QtBot) -> None:
    session = bench.session
    with qtbot.waitSignal(session.changed, timeout=WAIT):
        session.refresh()
    assert [type(command) for command in bench.files.asked] == [DescribeMachine]
    assert len(session.models) == len(load_catalogue())
    assert all(offer.size and offer.placement is None for model in session.models for offer in model.offers)
    with qtbot.waitSignal(session.changed, timeout=WAIT):
        bench.files.answer()
    assert session.machine == msgspec.structs.replace(MACHINE, reclaimed={"CUDA0": 5})
    best = session.recommended
    assert best is not None
    assert best.placement is not None
    assert best.placement.fit is Fit.GPU
    assert [model.id == best.model_id for model in session.models].index(True) == 0


def test_it_asks_for_the_machine_once_at_a_time(bench: Bench, qtbot: QtBot) -> None:
    bench.session.refresh()
    bench.session.refresh()
    assert len(bench.files.asked) == 1
    bench.files.machine = None
    bench.files.answer()
    bench.session.refresh()
    assert len(bench.files.asked) == 2
    qtbot.waitUntil(lambda: bool(bench.session.models), timeout=WAIT)
    assert bench.session.machine is None


def test_the_real_files_worker_describes_this_machine(qapp: QApplication, qtbot: QtBot, paths: Paths) -> None:
    files = FilesClient(paths.logs)
    session = DiscoverSession(Collaborators(files, RecordingNet(), Shelf(), Queue()), paths.models)
    session.refresh()
    qtbot.waitUntil(lambda: session.machine is not None, timeout=2 * WAIT)
    qtbot.waitUntil(lambda: any(offer.placement for model in session.models for offer in model.offers), timeout=WAIT)
    assert session.machine is not None
    assert session.machine.memory_total > GIB
    session.close()
    files.stop()


def test_a_known_file_is_downloaded_without_asking(ready: Bench, tmp_path: Path) -> None:
    offer = ready.offer("qwen3-8b", "Q4_K_M")
    assert ready.session.download(offer) == "d1"
    assert ready.downloads.requests == [offer.request]
    assert offer.request.folder == str(tmp_path / "Qwen" / "Qwen3-8B-GGUF")
    assert ready.net.sent == []


def listing(files: list[RemoteFile], quantization: str = "Q4_K_M") -> Repository:
    return Repository(Source.HUGGING_FACE, "unsloth/Qwen3.5-9B-GGUF", "f" * 40, [RemoteModel(quantization, files)])


def ask_for_files(bench: Bench) -> tuple[str, RemoteFile]:
    offer = bench.offer("qwen3.5-9b", "Q4_K_M")
    assert not offer.exact
    assert bench.session.download(offer) == ""
    (command,) = bench.net.sent
    assert isinstance(command, ListRepository)
    assert command.repository == "unsloth/Qwen3.5-9B-GGUF"
    return command.request_id, offer.request.files[0]


@pytest.mark.parametrize("how", ["sum", "name", "quant"])
def test_unknown_sizes_are_asked_for_before_a_download(ready: Bench, how: str) -> None:
    request_id, wanted = ask_for_files(ready)
    there = {
        "sum": RemoteFile("moved/Other-Name.gguf", 5_680_000_000, wanted.sha256),
        "name": RemoteFile(wanted.name.lower(), 5_690_000_000, "a" * 64),
        "quant": RemoteFile("renamed.gguf", 5_700_000_000, "b" * 64),
    }[how]
    ready.net.answer(RepositoryListed(request_id=request_id, repository=listing([there])))
    (request,) = ready.downloads.requests
    assert request.files == [there]
    assert request.revision == "f" * 40
    assert request.folder == ready.offer("qwen3.5-9b", "Q4_K_M").request.folder
    assert ready.notices == []


def test_files_that_are_gone_and_hubs_that_fail_are_said(ready: Bench) -> None:
    request_id, _ = ask_for_files(ready)
    other = listing([RemoteFile("x.gguf", 1, "c" * 64)], "Q8_0")
    ready.net.answer(RepositoryListed(request_id=request_id, repository=other))
    ready.net.sent.clear()
    request_id, _ = ask_for_files(ready)
    ready.net.answer(NetFailed(request_id=request_id, problem=NetProblem.TIMEOUT))
    ready.net.offline = True
    assert ready.session.download(ready.offer("qwen3.5-9b", "Q4_K_M")) == ""
    assert ready.downloads.requests == []
    assert len({notice.text for notice in ready.notices}) == 3


def test_answers_to_others_are_left_alone(ready: Bench) -> None:
    ready.net.answer(NetFailed(request_id="someone else's", problem=NetProblem.SERVER))
    ready.net.answer(RepositoryListed(request_id="", repository=listing([])))
    ready.files.answered.emit(FileFailed(request_id="other", problem=FileProblem.INTERNAL))
    assert ready.notices == []
    assert ready.session.machine is not None


def test_what_is_installed_is_known_by_its_sum_or_its_place(ready: Bench, qtbot: QtBot) -> None:
    first, second = ready.offer("qwen3-4b", "Q4_K_M"), ready.offer("qwen3.5-9b", "Q4_K_M")
    assert not first.installed
    elsewhere = Entry("/somewhere/else.gguf", {"else.gguf": first.request.files[0].sha256})
    placed = Entry(str(Path(second.request.folder) / second.request.files[0].name))
    ready.library.entries = [elsewhere, placed]
    with qtbot.waitSignal(ready.session.changed, timeout=WAIT):
        ready.library.changed.emit()
    installed = [(o.model_id, o.quantization) for model in ready.session.models for o in model.offers if o.installed]
    assert sorted(installed) == [("qwen3-4b", "Q4_K_M"), ("qwen3.5-9b", "Q4_K_M")]


def found_repository() -> Repository:
    models = [
        RemoteModel("Q4_K_M", [RemoteFile("m-Q4_K_M.gguf", 5_000_000_000, "a" * 64)]),
        RemoteModel("Q8_0", [RemoteFile("m-Q8_0.gguf", 8_700_000_000, "b" * 64)]),
    ]
    return Repository(Source.MODELSCOPE, "someone/model-GGUF", "1" * 40, models)


def test_a_found_repository_is_estimated_then_known(ready: Bench, qtbot: QtBot) -> None:
    repository = found_repository()
    first = ready.session.repository_offers(repository)
    assert [offer.quantization for offer in first] == ["Q8_0", "Q4_K_M"]
    assert all(offer.estimated and offer.placement is not None for offer in first)
    assert sum(offer.recommended for offer in first) == 1
    (command,) = ready.net.sent
    assert isinstance(command, ReadRemoteHeader)
    assert command.files == repository.models[0].files, "the smallest one tells as much as any"
    shape = SHAPES.shape(load_catalogue()[3], load_catalogue()[3].variants[-1])
    with qtbot.waitSignal(ready.session.changed, timeout=WAIT):
        ready.net.answer(RemoteHeaderRead(request_id=command.request_id, shape=shape, fetched_bytes=1))
    exact = ready.session.repository_offers(repository)
    assert not any(offer.estimated for offer in exact)
    assert [offer.size for offer in exact] == [8_700_000_000, 5_000_000_000]
    assert len(ready.net.sent) == 1
    assert ready.session.download(exact[0]) == "d1"


def test_a_header_that_cannot_be_read_leaves_the_estimate(ready: Bench) -> None:
    ready.session.repository_offers(found_repository())
    (command,) = ready.net.sent
    ready.net.answer(NetFailed(request_id=command.request_id, problem=NetProblem.BAD_HEADER))
    again = ready.session.repository_offers(found_repository())
    assert all(offer.estimated for offer in again)
    assert len(ready.net.sent) == 1
    assert ready.notices == []


def test_offline_a_repository_is_asked_for_later(ready: Bench) -> None:
    ready.net.offline = True
    assert ready.session.repository_offers(found_repository())
    ready.net.offline = False
    ready.session.repository_offers(found_repository())
    assert len(ready.net.sent) == 1


def test_a_repository_without_models_has_no_offers(ready: Bench) -> None:
    empty = Repository(Source.HUGGING_FACE, "a/b", "main")
    assert ready.session.repository_offers(empty) == []
    assert ready.net.sent == []


def test_every_code_has_a_sentence() -> None:
    sentences = {strength_sentence(entry.strength) for entry in load_catalogue()}
    assert len(sentences) == len({entry.strength for entry in load_catalogue()})
    assert all(sentences)
    assert len({quality_sentence(code) for code in ("none", "hardly", "slight", "noticeable", "strong", "")}) == 6


def test_a_later_answer_is_the_one_that_is_shown(ready: Bench, qtbot: QtBot) -> None:
    shown: list[int] = []
    ready.session.changed.connect(lambda: shown.append(len(ready.session.models)))
    ready.library.entries = [Entry("x", {"x": replace(ready.offer("qwen3-4b", "Q8_0")).request.files[0].sha256})]
    for _ in range(3):
        ready.library.changed.emit()
    qtbot.waitUntil(lambda: ready.offer("qwen3-4b", "Q8_0").installed, timeout=WAIT)
    qtbot.wait(100)
    assert len(shown) == 1
