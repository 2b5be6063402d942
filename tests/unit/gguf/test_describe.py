"""From headers to shapes: models of real shapes, and what only some architectures have."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from app.gguf.blueprint import Blueprint, shape_of
from app.gguf.model import inspect
from app.gguf.shape import LayerShape, ModelShape
from app.gguf.types import repacked_types
from tests.helpers.gguf_maker import (
    QWEN3_4B,
    QWEN3_8B,
    QWEN3_30B_A3B,
    QWEN3_NEXT,
    Row,
    metadata,
    table,
    write_model,
    write_sparse,
)

SMALL = msgspec.structs.replace(QWEN3_4B, vocabulary=100, layers=4)
HYBRID = msgspec.structs.replace(QWEN3_NEXT, vocabulary=100, layers=8)


def shape(path: Path) -> ModelShape:
    """What we make of a file."""
    return inspect(path).shape


@pytest.mark.parametrize("mixture", ["Q4_K_M", "Q8_0", "Q6_K"])
@pytest.mark.parametrize("plan", [QWEN3_4B, QWEN3_8B, QWEN3_30B_A3B, QWEN3_NEXT], ids=lambda plan: plan.architecture)
def test_a_file_says_what_its_blueprint_foretold(tmp_path: Path, plan: Blueprint, mixture: str) -> None:
    plan = msgspec.structs.replace(plan, vocabulary=1000)
    found = shape(write_model(tmp_path / "x.gguf", plan, mixture))
    foretold = shape_of(plan, mixture, "Made", file_bytes=found.file_bytes)
    assert found == msgspec.structs.replace(
        foretold,
        licence="apache-2.0",
        template_bytes=found.template_bytes,
        output_repack_bytes=found.output_repack_bytes,
        layers=[
            msgspec.structs.replace(layer, repack_bytes=ours.repack_bytes)  # the blueprint knows no processor
            for layer, ours in zip(foretold.layers, found.layers, strict=True)
        ],
    )


def test_every_fourth_layer_of_a_hybrid_has_keys(tmp_path: Path) -> None:
    found = shape(write_model(tmp_path / "x.gguf", HYBRID))
    assert [layer.kv_heads for layer in found.layers] == [0, 0, 0, 2, 0, 0, 0, 2]
    # llama-hparams.cpp: (4 - 1) * (4096 + 2 * 16 * 128) + 128 * 4096 numbers of 32 bits
    assert found.recurrent_bytes_per_layer == 4 * (3 * (4096 + 2 * 16 * 128) + 128 * 4096)


def test_the_files_own_list_of_layers_with_a_state_decides(tmp_path: Path) -> None:
    changes = {"qwen3next.attention.recurrent_layers": [True, False, True, True, True, True, True, False]}
    values = metadata(HYBRID, "Q8_0", "Listed") | changes
    found = shape(write_sparse(tmp_path / "x.gguf", values, table(HYBRID, "Q8_0")))
    assert [layer.kv_heads for layer in found.layers] == [0, 2, 0, 0, 0, 0, 0, 2]


def test_key_heads_of_each_layer(tmp_path: Path) -> None:
    values = metadata(SMALL, "Q8_0", "Uneven") | {"qwen3.attention.head_count_kv": [8, 4, 0, 2]}
    found = shape(write_sparse(tmp_path / "x.gguf", values, table(SMALL, "Q8_0")))
    assert [layer.kv_heads for layer in found.layers] == [8, 4, 0, 2]


def test_without_key_heads_there_are_as_many_as_queries(tmp_path: Path) -> None:
    values = metadata(SMALL, "Q8_0", "Old")
    for key in ("head_count_kv", "key_length", "value_length"):
        del values[f"qwen3.attention.{key}"]
    found = shape(write_sparse(tmp_path / "x.gguf", values, table(SMALL, "Q8_0")))
    assert {layer.kv_heads for layer in found.layers} == {32}
    assert (found.key_length, found.value_length) == (80, 80)


def test_layers_that_predict_further_tokens_are_no_layers(tmp_path: Path) -> None:
    values = metadata(SMALL, "Q8_0", "Predicts") | {"qwen3.nextn_predict_layers": 1}
    found = shape(write_sparse(tmp_path / "x.gguf", values, table(SMALL, "Q8_0")))
    whole = shape(write_model(tmp_path / "y.gguf", SMALL, "Q8_0"))
    assert found.layers == whole.layers[:3]
    assert found.other_bytes == whole.layers[3].dense_bytes
    assert found.parameters == whole.parameters


def test_yarn_is_told_from_other_stretchings(tmp_path: Path) -> None:
    for kind, expected in (("yarn", 32768), ("linear", 0)):
        values = metadata(SMALL, "Q8_0", "Long") | {
            "qwen3.rope.scaling.type": kind,
            "qwen3.rope.scaling.original_context_length": 32768,
        }
        found = shape(write_sparse(tmp_path / f"{kind}.gguf", values, table(SMALL, "Q8_0")))
        assert found.yarn_original_context == expected


def test_what_stands_outside_of_the_layers(tmp_path: Path) -> None:
    rows: list[Row] = [*table(SMALL, "Q8_0"), ("rope_freqs.weight", (64,), "F32"), ("output.bias", (100,), "F32")]
    found = shape(write_sparse(tmp_path / "x.gguf", metadata(SMALL, "Q8_0", "More"), rows))
    assert found.tied
    assert found.other_bytes == 256
    assert found.output_bytes == 4 * (2560 + 100)
    assert found.embedding_bytes == 2560 * 100 // 32 * 34


def test_a_text_longer_than_any_name_is_left_out(tmp_path: Path) -> None:
    values = metadata(SMALL, "Q8_0", "x" * 5000) | {"general.license": "y" * 5000, "general.organization": "Qwen"}
    found = shape(write_sparse(tmp_path / "long.gguf", values, table(SMALL, "Q8_0")))
    assert (found.name, found.licence, found.author) == ("long", "", "Qwen")


@pytest.mark.parametrize("value", [2**63, 2**40 + 1])
def test_numbers_beyond_reason_count_as_none(tmp_path: Path, value: int) -> None:
    data = bytearray(write_model(tmp_path / "x.gguf", SMALL).read_bytes()[:20_000_000])
    key = b"qwen3.context_length" + (4).to_bytes(4, "little")
    at = data.index(key) + len(key)
    # the same entry as an unsigned 64-bit number
    data[at - 4 : at + 4] = (10).to_bytes(4, "little") + value.to_bytes(8, "little")
    path = tmp_path / "y.gguf"
    path.write_bytes(data)
    with path.open("ab") as file:
        file.truncate((tmp_path / "x.gguf").stat().st_size + 64)
    assert shape(path).context_trained == 0


@pytest.mark.parametrize(
    ("machine", "features", "types"),
    [
        ("x86_64", "x86_64 Intel fpu sse2 avx avx2", {"Q4_0", "Q4_K", "IQ4_NL", "MXFP4"}),
        ("x86_64", "x86_64 Intel fpu sse2 avx2 avx512f", {"Q4_0", "Q4_K", "IQ4_NL", "MXFP4", "Q2_K"}),
        ("x86_64", "x86_64 Old fpu sse2", set()),
        ("AMD64", "AMD64 Intel64 Family 6", {"Q4_0", "Q4_K", "IQ4_NL", "MXFP4"}),
        ("arm64", "", {"Q4_0", "Q4_K", "Q5_K", "Q6_K", "Q8_0", "IQ4_NL", "MXFP4", "Q1_0"}),
        ("riscv64", "", set()),
    ],
)
def test_what_a_processor_copies_into_its_own_layout(machine: str, features: str, types: set[str]) -> None:
    assert repacked_types(machine, features) == types


def test_rows_that_cannot_be_woven_are_not_copied(tmp_path: Path) -> None:
    rows: list[Row] = [("blk.0.attn_q.weight", (256, 12), "Q4_0"), ("blk.0.attn_k.weight", (256, 16), "Q4_0")]
    values = metadata(msgspec.structs.replace(SMALL, layers=1), "Q4_0", "Odd")
    (layer,) = shape(write_sparse(tmp_path / "x.gguf", values, rows)).layers
    assert isinstance(layer, LayerShape)
    assert layer.repack_bytes in {0, 256 * 16 // 32 * 18}
    assert layer.dense_bytes == 256 * 28 // 32 * 18
