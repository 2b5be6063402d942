"""Quantizing here with the real library: every type and refusal, cancelled, with a full disk, an answer after it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.engine.check_model import problem_of
from app.engine.files_api import MODEL_TYPES, FileFailed, FileProblem, FileQuantized, JobProgress
from app.engine.quantize_files import MARGIN_BYTES, SUFFIX, free_name, remove_leftovers, unfinished_path
from app.gguf.blueprint import forecast
from app.gguf.model import inspect
from app.system.paths import starter_model
from tests.helpers.engine_process import MODELS, EngineProcess
from tests.helpers.quantize_process import command, convert, dry_sizes, results, run, smollm2, start

DENSE = starter_model()
EXPERTS = MODELS / "qwen3moe-tiny-hybrid-Q8_0.gguf"
SMALLER = [kind for kind in MODEL_TYPES if kind != "Q8_0"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="drives POSIX limits")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder, so that the check of the build is done once."""
    return tmp_path_factory.mktemp("quantize")


@pytest.fixture(scope="module")
def smollm2_f16(home: Path) -> Path:
    """SmolLM2 with 16-bit weights."""
    return convert(smollm2(), home / "SmolLM2-F16.gguf", "F16")


@pytest.fixture
def environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Children that this process starts itself remember their check of the build in ``home``."""
    monkeypatch.setenv("PARLEY_HOME", str(home))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def quantized(event: FileQuantized | FileFailed) -> FileQuantized:
    assert isinstance(event, FileQuantized), event
    return event


def refused(event: FileQuantized | FileFailed) -> FileFailed:
    assert isinstance(event, FileFailed), event
    return event


@pytest.mark.parametrize(("source", "kinds"), [(DENSE, SMALLER), (EXPERTS, ["Q4_K_M"])], ids=["dense", "experts"])
def test_every_type_is_written_whole_smaller_each_time_and_the_original_stays(
    source: Path, kinds: list[str], home: Path, tmp_path: Path
) -> None:
    before = digest(source)
    events = run([command(source, tmp_path / f"{kind}.gguf", kind) for kind in kinds], home)
    made = [quantized(event) for event in results(events)]
    assert [inspect(Path(one.path)).quantization for one in made] == kinds
    assert [Path(one.path).stat().st_size for one in made] == [one.file_bytes for one in made]
    sizes = [source.stat().st_size, *(one.file_bytes for one in made)]
    assert sizes == sorted(sizes, reverse=True)
    assert digest(source) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{kind}.gguf" for kind in kinds)


def test_progress_counts_every_tensor(home: Path, tmp_path: Path) -> None:
    events = run([command(DENSE, tmp_path / "small.gguf", "Q4_K_M")], home)
    told = [(event.done, event.total) for event in events if isinstance(event, JobProgress)]
    total = told[0][1]
    assert told[:total] == [(done, total) for done in range(total)]
    assert set(told[total:]) <= {(total, total)}, "while the result is tried"


def test_parts_become_one_file(home: Path, tmp_path: Path) -> None:
    part = MODELS / "qwen3-tiny-hybrid-Q8_0-00002-of-00003.gguf"
    made = quantized(results(run([command(part, tmp_path / "whole.gguf", "Q6_K")], home))[0])
    assert inspect(Path(made.path)).parts == [tmp_path / "whole.gguf"]
    assert made.file_bytes > 5_000_000


@pytest.mark.parametrize("kind", ["F16", "BF16", "F32"])
def test_wide_sources_are_taken(kind: str, home: Path, tmp_path: Path) -> None:
    wide = convert(DENSE, tmp_path / "wide.gguf", kind)
    made = quantized(results(run([command(wide, tmp_path / "small.gguf", "Q8_0")], home))[0])
    assert made.file_bytes < wide.stat().st_size


def test_what_cannot_be_made_smaller_is_refused_by_its_type(home: Path, tmp_path: Path) -> None:
    junk = tmp_path / "junk.gguf"
    junk.write_bytes(b"<html>" * 100)
    target = tmp_path / "out" / "small.gguf"
    cases = [
        (MODELS / "qwen3-tiny-hybrid-Q4_K_M.gguf", "Q2_K", FileProblem.CANNOT_QUANTIZE, "Q4_K_M"),
        (DENSE, "Q8_0", FileProblem.CANNOT_QUANTIZE, "Q8_0"),
        (DENSE, "IQ1_S", FileProblem.CANNOT_QUANTIZE, "IQ1_S"),
        (tmp_path / "none.gguf", "Q4_K_M", FileProblem.MISSING, "none.gguf"),
        (junk, "Q4_K_M", FileProblem.NOT_GGUF, "junk.gguf"),
    ]
    failed = results(run([command(source, target, kind) for source, kind, _, _ in cases], home))
    assert [(one.problem, one.detail) for one in map(refused, failed)] == [case[2:] for case in cases]
    assert not target.parent.exists()


def test_a_name_that_is_taken_is_left_alone(home: Path, tmp_path: Path) -> None:
    target = tmp_path / "small.gguf"
    target.write_bytes(b"mine")
    made = quantized(results(run([command(DENSE, target, "Q2_K")], home))[0])
    assert Path(made.path) == tmp_path / "small-2.gguf"
    assert target.read_bytes() == b"mine"
    assert free_name(target) == tmp_path / "small-3.gguf"


def test_cancelled_midway_leaves_nothing_behind(smollm2_f16: Path, home: Path, tmp_path: Path) -> None:
    before = digest(smollm2_f16)
    with start([command(smollm2_f16, tmp_path / "small.gguf", "IQ4_XS")], home) as process:
        assert process.stdout is not None
        for _ in range(5):
            assert b"JobProgress" in process.stdout.readline()
        assert [path.suffix for path in tmp_path.iterdir()] == [SUFFIX]
        assert remove_leftovers(tmp_path) == [], "it is still being written"
        process.kill()
    assert [path.parent for path in remove_leftovers(tmp_path)] == [tmp_path]
    assert list(tmp_path.iterdir()) == []
    assert digest(smollm2_f16) == before


def test_the_next_job_removes_what_a_dead_one_left(home: Path, tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left = unfinished_path(tmp_path / "other.gguf", dead.pid)
    left.write_bytes(b"half")
    foreign = tmp_path / f"kept{SUFFIX}"
    foreign.write_bytes(b"no number in its name: not ours")
    quantized(results(run([command(DENSE, tmp_path / "small.gguf", "Q2_K")], home))[0])
    assert sorted(tmp_path.iterdir()) == sorted([foreign, tmp_path / "small.gguf"])


@pytest.mark.parametrize("limit", [1_000_000, 4_400_000], ids=["early", "in the last tensor"])
def test_a_disk_that_fills_up_is_named(limit: int, home: Path, tmp_path: Path) -> None:
    failed = refused(results(run([command(DENSE, tmp_path / "small.gguf", "Q4_K_M")], home, limit=limit))[0])
    assert failed.problem is FileProblem.DISK_FULL
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with 16 MiB."""
    if os.geteuid() != 0:
        pytest.skip("mounting needs root")
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "parley-test", folder], check=False).returncode:
        pytest.skip("this container may not mount")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_disk_without_room_is_asked_before(small_disk: Path, home: Path) -> None:
    failed = refused(results(run([command(DENSE, small_disk / "small.gguf", "Q4_K_M")], home))[0])
    assert failed.problem is FileProblem.DISK_FULL
    assert failed.needed == pytest.approx(4_534_592 + MARGIN_BYTES, rel=0.001)
    assert 0 < failed.available <= 16 * 1024 * 1024
    assert list(small_disk.iterdir()) == []


def test_a_folder_that_is_no_folder_is_named(home: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    failed = refused(results(run([command(DENSE, tmp_path / "file" / "small.gguf", "Q4_K_M")], home))[0])
    assert failed.problem is FileProblem.READ_ONLY


@pytest.mark.usefixtures("environment")
def test_a_model_is_tried_before_it_is_trusted(tmp_path: Path) -> None:
    assert problem_of(DENSE) == ""
    data = DENSE.read_bytes()
    for name, damaged in {
        "zeros": data[: len(data) // 10] + bytes(len(data) - len(data) // 10),
        "noise": data[: len(data) // 2] + b"\xff" * (len(data) // 2),
        "short": data[: len(data) // 2],
        "empty": b"",
    }.items():
        path = tmp_path / f"{name}.gguf"
        path.write_bytes(damaged)
        assert problem_of(path) != "", name


@pytest.mark.parametrize("source", [DENSE, EXPERTS, smollm2()], ids=["dense", "experts", "SmolLM2"])
def test_the_forecast_from_the_shape_is_llama_cpps_own(source: Path, home: Path) -> None:
    shape = inspect(source).shape
    sizes = dry_sizes(source, MODEL_TYPES, home)
    for kind, size in sizes.items():
        assert forecast(shape, kind) == pytest.approx(size, rel=0.005), kind


def test_the_result_answers_in_the_real_engine(home: Path, tmp_path: Path) -> None:
    made = quantized(results(run([command(DENSE, tmp_path / "small.gguf", "Q6_K")], home))[0])
    with EngineProcess(home) as engine:
        loaded = engine.load(Path(made.path))
        answer = engine.ask("Count from 1 to 10.", max_tokens=48)
    assert loaded.quantization == "Q6_K"
    assert "1, 2, 3, 4" in answer.text


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_every_type_of_a_real_model(smollm2_f16: Path, home: Path, tmp_path: Path) -> None:
    """Its rows suit no K-quant: llama.cpp falls back to other types."""
    sizes = dry_sizes(smollm2_f16, MODEL_TYPES, home)
    for kind in MODEL_TYPES:
        (event,) = results(run([command(smollm2_f16, tmp_path / f"{kind}.gguf", kind)], home))
        assert inspect(Path(quantized(event).path)).quantization == kind
        assert quantized(event).file_bytes == pytest.approx(sizes[kind], rel=0.003)
        assert quantized(event).file_bytes == pytest.approx(forecast(inspect(smollm2_f16).shape, kind), rel=0.03)
