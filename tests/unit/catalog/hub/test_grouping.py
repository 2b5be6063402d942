"""The files of a repository become models."""

from __future__ import annotations

import random

import pytest

from app.catalog.hub.grouping import group, quantization_of, remote_file
from app.catalog.net_api import RemoteFile

SUM = "ab" * 32


def files(*names: str, size: int = 10) -> list[RemoteFile]:
    return [RemoteFile(name, size + place) for place, name in enumerate(names)]


@pytest.mark.parametrize(
    ("name", "quantization"),
    [
        ("Qwen3-8B-Q4_K_M.gguf", "Q4_K_M"),
        ("qwen2.5-7b-instruct-q4_0.gguf", "Q4_0"),
        ("Qwen3-30B-A3B-Q8_0.gguf", "Q8_0"),
        ("SmolLM2-135M-Instruct.Q4_1.gguf", "Q4_1"),
        ("Qwen3-4B-UD-Q4_K_XL.gguf", "UD-Q4_K_XL"),
        ("UD-Q2_K_XL/Qwen3-235B-A22B-UD-Q2_K_XL-00001-of-00002.gguf", "UD-Q2_K_XL"),
        ("Qwen3-8B-IQ4_XS.gguf", "IQ4_XS"),
        ("Qwen3-8B-BF16.gguf", "BF16"),
        ("Qwen3-8B-fp16.gguf", "F16"),
        ("gpt-oss-20b-MXFP4.gguf", "MXFP4"),
        ("Q8_0/model.gguf", "Q8_0"),
        ("Qwen3-Q4-notes.gguf", "Q4"),
        ("model.gguf", ""),
    ],
)
def test_the_quant_is_in_the_name_or_the_folder(name: str, quantization: str) -> None:
    assert quantization_of(name) == quantization


def test_parts_become_one_model_in_order() -> None:
    parts = files(*(f"Q8_0/m-Q8_0-{number:05}-of-00003.gguf" for number in (3, 1, 2)))
    [model] = group(parts)
    assert [file.name[-19:-5] for file in model.files] == [f"{number:05}-of-00003" for number in (1, 2, 3)]
    assert model.quantization == "Q8_0"
    assert model.size == sum(file.size for file in parts)


def test_a_split_model_without_one_of_its_parts_is_not_offered() -> None:
    assert group(files("m-Q8_0-00001-of-00003.gguf", "m-Q8_0-00003-of-00003.gguf")) == []


def test_parts_of_different_models_do_not_mix() -> None:
    models = group(
        files("a-Q8_0-00001-of-00002.gguf", "b-Q8_0-00002-of-00002.gguf", "b-Q8_0-00001-of-00002.gguf", "b-Q4_0.gguf")
    )
    assert [model.files[0].name for model in models] == ["b-Q4_0.gguf", "b-Q8_0-00001-of-00002.gguf"]


def test_what_is_no_model_is_left_out() -> None:
    names = [
        "mmproj-F16.gguf",
        "x/mmproj-model-f16.gguf",
        "imatrix.gguf",
        "m.imatrix.gguf",
        "README.md",
        "m.safetensors",
    ]
    assert group(files(*names)) == []


def test_models_are_sorted_by_size() -> None:
    made = [RemoteFile("m-Q8_0.gguf", 30), RemoteFile("m-Q4_0.gguf", 10), RemoteFile("m-Q6_K.gguf", 20)]
    random.Random(1).shuffle(made)
    assert [model.quantization for model in group(made)] == ["Q4_0", "Q6_K", "Q8_0"]


def test_an_absurd_number_of_parts_makes_no_list_of_them() -> None:
    assert group(files("m-Q8_0-00001-of-99999.gguf", "m-Q8_0-00000-of-00000.gguf")) == []


@pytest.mark.parametrize(
    ("name", "size", "sha256", "expected"),
    [
        ("a.gguf", 5, SUM.upper(), RemoteFile("a.gguf", 5, SUM)),
        ("a.gguf", 5, "not a sum", RemoteFile("a.gguf", 5)),
        ("a.gguf", 5, None, RemoteFile("a.gguf", 5)),
        ("../a.gguf", 5, SUM, None),
        ("a.gguf", 0, SUM, None),
        ("a.gguf", -1, SUM, None),
        ("a.gguf", None, SUM, None),
        ("a.gguf", "5", SUM, None),
        ("a.gguf", True, SUM, None),
    ],
)
def test_what_a_hub_says_about_a_file(name: str, size: object, sha256: object, expected: RemoteFile | None) -> None:
    assert remote_file(name, size, sha256) == expected
