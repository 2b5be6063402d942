"""The real files worker on real and hostile files."""

from __future__ import annotations

import hashlib
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from app.engine.api import ThinkingSupport
from app.engine.files_api import (
    DescribeMachine,
    FileInspected,
    FileProbed,
    FileProblem,
    FileQuantized,
    FileVerified,
    Inspect,
    JobProgress,
    MachineDescribed,
    Probe,
    Quantize,
    Verify,
)
from app.gguf.reader import TEMPLATE_KEY, read_header
from app.gguf.sources import FileSource
from app.ipc.framing import MAX_FRAME_BYTES
from app.placement.plan import Wishes
from app.system.paths import starter_model
from tests.helpers.engine_process import MODELS, EngineProcess
from tests.helpers.files_process import FilesProcess
from tests.helpers.gguf_files import (
    always_thinking,
    gguf,
    replaced,
    unknown_architecture,
    without_template,
)

PARTS = sorted(MODELS.glob("*-of-00003.gguf"))
REAL = [starter_model(), MODELS / "qwen3moe-tiny-hybrid-Q8_0.gguf"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files-worker")


@pytest.fixture
def worker(home: Path) -> Iterator[FilesProcess]:
    with FilesProcess(home) as process:
        yield process


def inspected(worker: FilesProcess, path: Path) -> FileInspected:
    return worker.answer(Inspect(path=str(path)), FileInspected)


def test_real_models_are_what_llama_cpp_says(worker: FilesProcess, home: Path, tmp_path: Path) -> None:
    always = always_thinking(tmp_path / "always.gguf")
    with EngineProcess(home) as engine:
        for path in (*REAL, always):
            ours, theirs = inspected(worker, path), engine.load(path)
            shape = ours.shape
            assert (shape.parameters, shape.file_bytes, shape.name) == (
                theirs.parameters,
                theirs.file_bytes,
                theirs.name,
            )
            assert (shape.architecture, shape.quantization) == (theirs.architecture, theirs.quantization)
            assert (shape.context_trained, len(shape.layers) + 1) == (theirs.context_trained, theirs.layers + 1)
            assert (ours.thinking, ours.effort_levels) == (theirs.thinking, theirs.effort_levels)
    assert inspected(worker, always).thinking is ThinkingSupport.ALWAYS


def test_any_part_leads_to_all(worker: FilesProcess) -> None:
    found = inspected(worker, PARTS[2])
    assert found.path == str(PARTS[0])
    assert found.parts == [str(part) for part in PARTS]
    assert found.shape.parts == 3


def test_a_model_without_template_does_not_think(worker: FilesProcess, tmp_path: Path) -> None:
    found = inspected(worker, without_template(tmp_path / "base.gguf"))
    assert (found.thinking, found.shape.template_bytes) == (ThinkingSupport.NEVER, 0)


def test_a_hostile_template_ends_only_its_own_process(worker: FilesProcess, tmp_path: Path) -> None:
    with FileSource(starter_model()) as source:
        template = read_header(source).text(TEMPLATE_KEY).encode()
    endless = b"{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    path = replaced(starter_model(), tmp_path / "evil.gguf", template, endless.ljust(len(template)))
    assert inspected(worker, path).thinking is ThinkingSupport.NEVER
    assert "template not rendered: too much time or memory" in worker.log
    assert inspected(worker, starter_model()).thinking is ThinkingSupport.HYBRID


def test_bad_files_are_named(worker: FilesProcess, tmp_path: Path) -> None:
    (tmp_path / "letter.gguf").write_bytes(b"Dear Anna, ...")
    (tmp_path / "half.gguf").write_bytes(starter_model().read_bytes()[:4_000_000])
    (tmp_path / "huge.gguf").write_bytes(b"GGUF" + struct.pack("<IQQ", 3, 2**60, 1) + bytes(100))
    (tmp_path / "bare.gguf").write_bytes(gguf({"general.name": "x"}))
    shutil.copy(PARTS[0], tmp_path)
    expected = {
        "letter.gguf": (FileProblem.NOT_GGUF, "letter.gguf"),
        "half.gguf": (FileProblem.TRUNCATED, "half.gguf"),
        "huge.gguf": (FileProblem.DAMAGED, f"huge.gguf: {2**60} tensors"),
        "bare.gguf": (FileProblem.DAMAGED, "bare.gguf"),
        "gone.gguf": (FileProblem.MISSING, "gone.gguf"),
        PARTS[0].name: (FileProblem.PART_MISSING, PARTS[1].name),
    }
    for name, outcome in expected.items():
        failure = worker.failure(Inspect(path=str(tmp_path / name), request_id=name))
        assert (failure.problem, failure.detail) == outcome
        assert failure.request_id == name
    assert worker.failure(Inspect(path=str(tmp_path))).problem is FileProblem.UNREADABLE
    assert inspected(worker, unknown_architecture(tmp_path / "new.gguf")).shape.architecture == "qwfoo"


def test_verifying(worker: FilesProcess, tmp_path: Path) -> None:
    sums = {part.name: hashlib.sha256(part.read_bytes()).hexdigest() for part in PARTS}
    assert worker.answer(Verify(path=str(PARTS[1]), sha256=sums), FileVerified).sha256 == sums
    assert worker.answer(Verify(path=str(PARTS[0])), FileVerified).sha256 == sums
    for part in PARTS:
        shutil.copy(part, tmp_path)
    bad = tmp_path / PARTS[1].name
    bad.chmod(0o600)
    with bad.open("r+b") as file:
        file.seek(1_000_000)
        file.write(b"\x55" * 8)
    failure = worker.failure(Verify(path=str(tmp_path / PARTS[0].name), sha256=sums))
    assert (failure.problem, failure.detail) == (FileProblem.WRONG_CHECKSUM, PARTS[1].name)
    bad.unlink()
    failure = worker.failure(Verify(path=str(tmp_path / PARTS[0].name), sha256=sums))
    assert (failure.problem, failure.detail) == (FileProblem.PART_MISSING, PARTS[1].name)


def test_progress_of_a_long_job(worker: FilesProcess, tmp_path: Path) -> None:
    shutil.copy(starter_model(), tmp_path / "long.gguf")
    with (tmp_path / "long.gguf").open("r+b") as file:
        file.truncate(300_000_000)
    worker.send(Verify(path=str(tmp_path / "long.gguf"), request_id="v"))
    seen: list[JobProgress] = []
    while isinstance(event := worker.next(), JobProgress):
        seen.append(event)
    assert isinstance(event, FileVerified)
    assert [e.done for e in seen] == sorted({e.done for e in seen})
    assert {(e.total, e.request_id) for e in seen} == {(300_000_000, "v")}


def test_nonsense_on_the_pipe(worker: FilesProcess) -> None:
    worker.send_bytes(b"\xff\xfe nonsense\n" + b'{"type":"Inspect"}\n' + b'{"type":"LoadModel","path":"x"}\n')
    worker.send_bytes(b"y" * (MAX_FRAME_BYTES + 10) + b"\n")
    assert inspected(worker, starter_model()).shape.architecture == "qwen3"
    assert worker.log.count("dropped a line") == 4


def test_it_ends_with_its_input_in_the_middle_of_a_job(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "sparse.gguf"
    with path.open("wb") as file:
        file.truncate(200 << 30)
    with FilesProcess(home) as process:
        process.send(Verify(path=str(path)))
        assert isinstance(process.next(), JobProgress)
        assert process.close() == 0


def test_it_has_no_sockets_and_nothing_to_encrypt_for_them(worker: FilesProcess) -> None:
    inspected(worker, starter_model())
    process = psutil.Process(worker.process.pid)
    assert not process.net_connections(kind="inet")
    mapped = {Path(part.path).name for part in process.memory_maps()}
    assert any(name.startswith("_hashlib") for name in mapped)
    assert not any(name.startswith(("_ssl", "libssl", "libllama")) for name in mapped)


def test_the_machine(worker: FilesProcess) -> None:
    machine = worker.answer(DescribeMachine(), MachineDescribed).machine
    assert 0 < machine.memory_free <= machine.memory_total
    assert machine.cores >= 1
    assert machine.devices
    assert inspected(worker, starter_model()).shape.layers


def test_probing(worker: FilesProcess, tmp_path: Path) -> None:
    wishes = Wishes(context=2048, gpu_layers=0)
    placement = worker.answer(Probe(path=str(starter_model()), wishes=wishes), FileProbed).placement
    assert (placement.context, placement.gpu_layers) == (2048, 0)
    assert sum(use.model_bytes for use in placement.uses) > 0
    (tmp_path / "letter.gguf").write_bytes(b"Dear Anna, ...")
    assert worker.failure(Probe(path=str(tmp_path / "letter.gguf"))).problem is FileProblem.NOT_GGUF


def test_quantizing(worker: FilesProcess, tmp_path: Path) -> None:
    target = tmp_path / "small-Q4_K_M.gguf"
    command = Quantize(path=str(starter_model()), target=str(target), quantization="Q4_K_M", threads=1)
    done = worker.answer(command, FileQuantized)
    assert done.path == str(target)
    found = inspected(worker, target)
    assert (found.shape.quantization, found.shape.file_bytes) == ("Q4_K_M", done.file_bytes)
    again = Quantize(path=str(target), target=str(tmp_path / "x.gguf"), quantization="Q2_K")
    assert worker.failure(again).problem is FileProblem.CANNOT_QUANTIZE
