"""Bad model files are refused by name and cause before llama.cpp sees them."""

from __future__ import annotations

import contextlib
import shutil
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.gguf.errors import Fault, GgufError
from app.gguf.model import inspect, split_parts
from app.system.paths import starter_model
from tests.helpers.engine_process import MODELS
from tests.helpers.gguf_files import gguf, text

PARTS = sorted(MODELS.glob("*-of-00003.gguf"))


def refusal(path: Path) -> GgufError:
    """How a file is refused."""
    with pytest.raises(GgufError) as caught:
        inspect(path)
    return caught.value


def written(path: Path, data: bytes) -> Path:
    """A file with these bytes."""
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("path", [starter_model(), *sorted(MODELS.glob("*.gguf"))], ids=lambda p: p.name)
def test_real_models_pass(path: Path) -> None:
    model = inspect(path)
    assert model.header.architecture in {"qwen3", "qwen3moe"}
    assert model.quantization in {"Q8_0", "Q4_K_M"}
    assert 0 < model.weights_bytes < model.file_bytes
    assert model.header.of_model("context_length") == 32768


def test_any_part_finds_all_parts() -> None:
    assert [inspect(part).parts for part in PARTS] == [PARTS] * 3
    assert inspect(PARTS[2]).path == PARTS[0]
    assert inspect(PARTS[0]).file_bytes == sum(part.stat().st_size for part in PARTS)


@pytest.mark.parametrize("data", [b"", b"GG", b"not a model at all", b"GGUF" + struct.pack("<I", 99) + b"\0" * 64])
def test_other_files(tmp_path: Path, data: bytes) -> None:
    error = refusal(written(tmp_path / "letter.gguf", data))
    assert (error.fault, error.detail) == (Fault.NOT_GGUF, "letter.gguf")


def test_a_missing_file(tmp_path: Path) -> None:
    error = refusal(tmp_path / "gone.gguf")
    assert (error.fault, error.detail) == (Fault.MISSING, "gone.gguf")


def test_a_folder_is_unreadable(tmp_path: Path) -> None:
    error = refusal(tmp_path)
    assert error.fault is Fault.UNREADABLE
    assert tmp_path.name in error.detail


@pytest.mark.parametrize("kept", [0.9999, 0.5, 0.01, 0.001, 0.00001])
def test_truncated_anywhere(tmp_path: Path, kept: float) -> None:
    data = starter_model().read_bytes()
    error = refusal(written(tmp_path / "half.gguf", data[: int(len(data) * kept)]))
    assert (error.fault, error.detail) == (Fault.TRUNCATED, "half.gguf")


def test_a_missing_part_is_named(tmp_path: Path) -> None:
    for part in (PARTS[0], PARTS[2]):
        shutil.copy(part, tmp_path)
    error = refusal(tmp_path / PARTS[2].name)
    assert (error.fault, error.detail) == (Fault.PART_MISSING, PARTS[1].name)


def test_a_truncated_part_is_named(tmp_path: Path) -> None:
    for part in PARTS:
        shutil.copy(part, tmp_path)
    written(tmp_path / PARTS[1].name, PARTS[1].read_bytes()[:-100])
    error = refusal(tmp_path / PARTS[0].name)
    assert (error.fault, error.detail) == (Fault.TRUNCATED, PARTS[1].name)


def test_a_renamed_part_is_not_taken_for_a_whole_model(tmp_path: Path) -> None:
    shutil.copy(PARTS[0], tmp_path / "mine.gguf")
    error = refusal(tmp_path / "mine.gguf")
    assert (error.fault, error.detail) == (Fault.PART_MISSING, "mine.gguf (1/3)")


def test_names_that_speak_of_absurd_parts() -> None:
    path = Path("x-00001-of-99999.gguf")
    assert split_parts(path) == [path]
    assert split_parts(Path("x-00001-of-00000.gguf")) == [Path("x-00001-of-00000.gguf")]


def test_a_file_that_names_no_architecture(tmp_path: Path) -> None:
    error = refusal(written(tmp_path / "bare.gguf", gguf({"general.name": "x"})))
    assert error.fault is Fault.NO_ARCHITECTURE


@pytest.mark.parametrize(
    "tail",
    [
        struct.pack("<IQQ", 3, 2**60, 1),  # more tensors than atoms
        struct.pack("<IQQ", 3, 0, 2**60),
        struct.pack("<IQQ", 3, 0, 1) + struct.pack("<Q", 2**63) + b"key",  # a key longer than the file
        struct.pack("<IQQ", 3, 0, 1) + text("k") + struct.pack("<I", 77),  # no such kind of value
        struct.pack("<IQQ", 3, 0, 1) + text("k") + struct.pack("<IIQ", 9, 9, 1),  # an array of arrays
        struct.pack("<IQQ", 3, 0, 1) + text("k") + struct.pack("<IIQ", 9, 8, 2**62),  # an endless array
        struct.pack("<IQQ", 3, 1, 0) + text("t") + struct.pack("<I", 2**31),  # a tensor of many dimensions
    ],
)
def test_absurd_counts_are_not_believed(tmp_path: Path, tail: bytes) -> None:
    error = refusal(written(tmp_path / "evil.gguf", b"GGUF" + tail + b"\0" * 200))
    assert error.fault in {Fault.DAMAGED, Fault.TRUNCATED}
    assert error.detail == "evil.gguf"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.binary(max_size=300), st.integers(0, 4000), st.binary(min_size=1, max_size=12))
def test_no_damage_raises_anything_else(tmp_path: Path, rest: bytes, at: int, patch: bytes) -> None:
    data = bytearray(starter_model().read_bytes()[:200_000])
    data[at : at + len(patch)] = patch
    for content in (b"GGUF" + rest, bytes(data)):
        with contextlib.suppress(GgufError):
            inspect(written(tmp_path / "x.gguf", content))
