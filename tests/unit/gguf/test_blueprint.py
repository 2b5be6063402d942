"""Sizes from a model's few numbers, against the published files: names, types and bytes of the whole family."""

from pathlib import Path

import pytest

from app.gguf.blueprint import Blueprint, blueprint_of, forecast, metadata_bytes, shape_of, tensors_of
from app.gguf.mixture import BLOCKS, DEFAULT_TYPES, Tensor, types_of
from app.gguf.model import inspect

GIB = 2**30
MODELS = Path(__file__).resolve().parents[2] / "data" / "models"


def dense(layers: int, width: int, hidden: int, heads: int, tied: bool) -> Blueprint:
    return Blueprint("qwen3", layers, width, hidden, heads, 8, 128, 151936, tied, 40960)


PLANS = {
    "0.6B": dense(28, 1024, 3072, 16, True),
    "1.7B": dense(28, 2048, 6144, 16, True),
    "4B": dense(36, 2560, 9728, 32, True),
    "8B": dense(36, 4096, 12288, 32, False),
    "14B": dense(40, 5120, 17408, 40, False),
    "32B": dense(64, 5120, 25600, 64, False),
    "30B-A3B": Blueprint("qwen3moe", 48, 2048, 6144, 32, 4, 128, 151936, False, 40960, 128, 8, 768),
    "235B-A22B": Blueprint("qwen3moe", 94, 4096, 12288, 64, 4, 128, 151936, False, 40960, 128, 8, 1536),
    "Next": Blueprint("qwen3next", 48, 2048, 0, 16, 2, 256, 151936, False, 262144, 512, 10, 512, 512, 4, 16, 32),
    "3.5-9B": Blueprint("qwen35", 32, 4096, 12288, 16, 4, 256, 248320, False, 262144, 0, 0, 0, 0, 4, 16, 32),
}

PUBLISHED = [  # bytes of official and widely used files
    ("0.6B", "Q8_0", 639446688), ("0.6B", "Q4_K_M", 396705472), ("1.7B", "Q8_0", 1834426016),
    ("1.7B", "Q4_K_M", 1107409472), ("1.7B", "Q5_K_M", 1257880128), ("1.7B", "Q6_K", 1417755200),
    ("4B", "Q4_K_M", 2497280256), ("4B", "Q5_0", 2823710976), ("4B", "Q5_K_M", 2889513184),
    ("4B", "Q6_K", 3306260704), ("4B", "Q8_0", 4280404704), ("8B", "Q4_K_M", 5027783488),
    ("8B", "Q5_K_M", 5851113280), ("8B", "Q8_0", 8709519168), ("14B", "Q4_K_M", 9001752960),
    ("32B", "Q4_K_M", 19762149024), ("30B-A3B", "Q4_K_M", 18556685824), ("30B-A3B", "Q3_K_M", int(13.70 * GIB)),
    ("235B-A22B", "Q4_K_M", 142154074176), ("Next", "Q6_K", int(61.03 * GIB)), ("3.5-9B", "Q4_K_M", int(5.23 * GIB)),
]  # fmt: skip


@pytest.mark.parametrize(("model", "mixture", "size"), PUBLISHED)
def test_a_published_file_has_the_size_that_its_numbers_give(model: str, mixture: str, size: int) -> None:
    shape = shape_of(PLANS[model], mixture, model)
    assert shape.file_bytes == pytest.approx(size, rel=0.003)


@pytest.mark.parametrize(
    ("model", "parameters"),
    [("0.6B", 596_049_920), ("8B", 8_190_735_360), ("30B-A3B", 30_532_122_624), ("235B-A22B", 235_093_634_560)],
)
def test_parameters_are_counted_to_the_last_one(model: str, parameters: int) -> None:
    assert shape_of(PLANS[model], "Q4_K_M", model).parameters == parameters


def test_a_shape_sums_up_to_its_file() -> None:
    for model, plan in PLANS.items():
        shape = shape_of(plan, "Q5_K_M", model)
        layers = sum(layer.dense_bytes + layer.expert_bytes for layer in shape.layers)
        head = metadata_bytes(plan.vocabulary)
        assert layers + shape.embedding_bytes + shape.output_bytes + shape.other_bytes + head == shape.file_bytes
        assert len(shape.layers) == plan.layers
        assert all(layer.repack_bytes <= layer.dense_bytes + layer.expert_bytes for layer in shape.layers)


def test_experts_are_told_from_the_rest() -> None:
    shape = shape_of(PLANS["30B-A3B"], "Q4_K_M", "")
    experts = sum(layer.expert_bytes for layer in shape.layers)
    assert 0.9 < experts / shape.file_bytes < 0.97
    assert not any(layer.expert_bytes for layer in shape_of(PLANS["8B"], "Q4_K_M", "").layers)


def test_a_hybrid_keeps_keys_in_every_fourth_layer_and_a_state_in_the_others() -> None:
    shape = shape_of(PLANS["3.5-9B"], "Q4_K_M", "")
    assert [layer.kv_heads for layer in shape.layers[:8]] == [0, 0, 0, 4, 0, 0, 0, 4]
    assert shape.recurrent_bytes_per_layer == 4 * (3 * (4096 + 2 * 2048) + 128 * 4096)
    assert shape_of(PLANS["8B"], "Q4_K_M", "").recurrent_bytes_per_layer == 0


def test_a_forecast_from_another_type_agrees_with_the_blueprint() -> None:
    for model, plan in PLANS.items():
        source = shape_of(plan, "F16", model)
        for mixture in ("Q8_0", "Q6_K", "Q4_K_M", "IQ4_XS", "Q2_K"):
            wanted = shape_of(plan, mixture, model).file_bytes
            assert forecast(source, mixture) == pytest.approx(wanted, rel=0.02), (model, mixture)


def test_a_blueprint_survives_its_shape() -> None:
    assert blueprint_of(shape_of(PLANS["8B"], "Q8_0", "")) == PLANS["8B"]


@pytest.mark.parametrize("name", ["qwen3-tiny-hybrid-Q4_K_M", "qwen3moe-tiny-hybrid-Q8_0"])
def test_a_real_files_shape_follows_from_its_numbers(name: str) -> None:
    real = inspect(MODELS / f"{name}.gguf").shape
    made = shape_of(blueprint_of(real), real.quantization, real.name, file_bytes=real.file_bytes)
    assert made.layers == real.layers
    assert (made.embedding_bytes, made.output_bytes) == (real.embedding_bytes, real.output_bytes)
    assert made.output_repack_bytes == real.output_repack_bytes
    assert (made.parameters, made.tied, made.experts) == (real.parameters, real.tied, real.experts)


def test_rows_that_are_no_multiple_of_256_fall_back() -> None:
    row = (Tensor("blk.0.attn_q.weight", (576, 576)), Tensor("output.weight", (576, 1000)))
    expected = {
        "Q4_K_M": "Q5_0",
        "Q5_K_M": "Q5_1",
        "Q6_K": "Q8_0",
        "Q3_K_M": "Q4_0",
        "IQ4_XS": "IQ4_NL",
        "Q8_0": "Q8_0",
    }
    for mixture, kind in expected.items():
        assert types_of(row, mixture, gqa=3, experts=0) == [kind, "Q8_0"]
    odd = (Tensor("blk.0.attn_q.weight", (100, 576)),)
    assert types_of(odd, "Q4_K_M", gqa=3, experts=0) == ["F16"]


def test_norms_and_routers_keep_their_type() -> None:
    tensors = tensors_of(PLANS["30B-A3B"])
    types = dict(zip((t.name for t in tensors), types_of(tensors, "Q4_K_M", gqa=8, experts=128), strict=True))
    assert types["blk.0.attn_norm.weight"] == types["blk.3.ffn_gate_inp.weight"] == "F32"
    assert types["output.weight"] == "Q6_K"


def test_every_mixture_names_types_that_have_a_size() -> None:
    assert set(DEFAULT_TYPES.values()) <= set(BLOCKS)
    with pytest.raises(KeyError):
        shape_of(PLANS["8B"], "TQ1_0", "")
