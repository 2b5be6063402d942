"""The catalogue that ships: complete, current, and true to what llama.cpp loads."""

import re
from collections import Counter
from pathlib import PurePosixPath

import msgspec
import pytest

from app.catalog.catalogue import CatalogueEntry, load_catalogue
from app.engine.api import ThinkingSupport
from app.engine.backend import library_folder
from app.gguf.mixture import DEFAULT_TYPES
from devtools.catalogue import TARGET, main

ENTRIES = load_catalogue()
SHA256 = re.compile(r"[0-9a-f]{64}")


def entry(model: str) -> CatalogueEntry:
    return next(one for one in ENTRIES if one.id == model)


def test_it_is_what_the_generator_writes() -> None:
    assert main(["--check"]) == 0


def test_a_damaged_catalogue_is_refused() -> None:
    text = TARGET.read_text("utf-8")
    for old, new in (('"quality": 10', '"quality": 0'), ('"family"', '"familie"'), ('"hybrid"', '"maybe"')):
        with pytest.raises(msgspec.ValidationError):
            msgspec.json.decode(text.replace(old, new, 1), type=list[CatalogueEntry])


def test_the_whole_family_is_there() -> None:
    names = {one.id for one in ENTRIES}
    sizes = ("0.6b", "1.7b", "4b", "8b", "14b", "32b", "30b-a3b", "235b-a22b")
    assert {f"qwen3-{size}" for size in sizes} <= names
    assert {one for one in names if "2507" in one} >= {"qwen3-4b-instruct-2507", "qwen3-30b-a3b-thinking-2507"}
    assert {"Qwen3", "Qwen3-Next", "Qwen3-Coder", "Qwen3.5", "Qwen3.6"} <= {one.family for one in ENTRIES}
    assert max(Counter(one.id for one in ENTRIES).values()) == 1


def test_every_architecture_is_one_that_the_library_loads() -> None:
    library = next(library_folder().glob("*llama.*")).read_bytes()
    for architecture in {one.blueprint.architecture for one in ENTRIES}:
        assert b"\0" + architecture.encode() + b"\0" in library, architecture


def test_every_official_size_has_a_file_with_size_and_sum() -> None:
    for size in ("0.6b", "1.7b", "4b", "8b", "14b", "32b", "30b-a3b", "235b-a22b"):
        assert any(variant.exact for variant in entry(f"qwen3-{size}").variants), size


def test_files_are_named_summed_and_weighed_soundly() -> None:
    for one in ENTRIES:
        for variant in one.variants:
            assert variant.repository.count("/") == 1
            for file in variant.files:
                assert file.name.endswith(".gguf")
                assert ".." not in PurePosixPath(file.name).parts
                assert not file.sha256 or SHA256.fullmatch(file.sha256)
        assert len({variant.quantization for variant in one.variants}) == len(one.variants), one.id
        order = [list(DEFAULT_TYPES).index(variant.quantization) for variant in one.variants]
        assert order == sorted(order)


def test_what_the_numbers_say_is_what_the_files_weigh() -> None:
    compared = 0
    for one in ENTRIES:
        for variant in one.variants:
            shape = one.shape(variant)
            if size := variant.known_bytes:
                assert one.shape(msgspec.structs.replace(variant, files=[])).file_bytes == pytest.approx(
                    size, rel=0.002
                )
                assert shape.file_bytes == size
                compared += 1
            assert shape.parameters == one.parameters
    assert compared > 20


def test_all_parts_of_a_split_model_are_there_in_order() -> None:
    split = [variant for one in ENTRIES for variant in one.variants if len(variant.files) > 1]
    assert len(split) >= 4
    for variant in split:
        numbers = [re.search(r"-(\d{5})-of-(\d{5})\.gguf$", file.name) for file in variant.files]
        assert [match and int(match[1]) for match in numbers] == list(range(1, len(numbers) + 1))
        assert {match and int(match[2]) for match in numbers} == {len(numbers)}


def test_thinking_and_active_parameters_are_the_published_ones() -> None:
    assert entry("qwen3-8b").thinking is ThinkingSupport.HYBRID
    assert entry("qwen3-4b-instruct-2507").thinking is ThinkingSupport.NEVER
    assert entry("qwen3-4b-thinking-2507").thinking is ThinkingSupport.ALWAYS
    for model, billions in {"qwen3-30b-a3b": 3.35, "qwen3-235b-a22b": 22.2, "qwen3-8b": 8.19}.items():
        assert entry(model).active_parameters / 1e9 == pytest.approx(billions, rel=0.01)
