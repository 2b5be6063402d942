"""The planner against llama.cpp's own figures, taken with CUDA on an H100 (``benchmarks/gpu_table.py``, docs/gpu.md).

``gpu_memory.jsonl`` holds what a load without allocation would take per device ("memory"), what llama.cpp's ``--fit``
makes of cards of many sizes ("fit"), and what our own choices would take by its count ("chosen").
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.gguf.shape import ModelShape
from app.placement.layout import Layout
from app.placement.memory import footprint_of
from app.placement.plan import Wishes
from app.placement.planner import GPU_MARGIN, plan
from app.placement.table import Table
from tests.unit.placement.shapes import GIB, SHAPES, card, computer, in_q8_0

ORACLE = Path(__file__).resolve().parents[2] / "data" / "gpu_memory.jsonl"
TOLERANCE = 0.05
CONTEXT, UBATCH = 16_384, 512
MEBIBYTE = 1 << 20

Row = dict[str, Any]


@cache
def rows(kind: str) -> list[Row]:
    """All lines of one kind."""
    found = [json.loads(line) for line in ORACLE.read_text("utf-8").splitlines()]
    return [row for row in found if row["kind"] == kind]


@cache
def shape(name: str) -> ModelShape:
    """A model of the oracle."""
    return in_q8_0(SHAPES[name.removesuffix("-Q8_0")]) if name.endswith("-Q8_0") else SHAPES[name]


@cache
def table(name: str) -> Table:
    """Its sums."""
    return Table(shape(name))


def layout(row: Row, context: int, ubatch: int, kv_type: str, split: tuple[int, ...] = ()) -> Layout:
    """The oracle's placement."""
    layers = row["gpu_layers"]
    return Layout(context, kv_type, layers, row["cpu_expert_layers"], min(ubatch, context), split or (layers,))


def test_weights_and_context_are_right_to_the_byte() -> None:
    assert len(rows("memory")) == 62
    for row in rows("memory"):
        footprint = footprint_of(table(row["model"]), layout(row, 4096, 512, "f16"))
        for taken, measured in ((footprint.gpus[0], row["gpu"]), (footprint.host, row["host"])):
            assert taken.context == measured["context"], row
            # Each buffer is rounded up; names of the rows of a table take none.
            assert taken.model == pytest.approx(measured["model"], abs=MEBIBYTE / 4), row


def test_the_whole_of_every_gpu_is_within_five_per_cent() -> None:
    errors = []
    for row in rows("memory"):
        for context, ubatch, kv_type, on_gpu, on_host in row["compute"]:
            footprint = footprint_of(table(row["model"]), layout(row, context, ubatch, kv_type))
            gpu = footprint.gpus[0]
            truth = gpu.model + gpu.context + on_gpu
            # With the output layer alone on it a card is next to empty, and the rest of the model passes through it.
            tolerance = TOLERANCE if row["gpu_layers"] > 1 else 2 * TOLERANCE
            assert gpu.total == pytest.approx(truth, rel=tolerance), (row["model"], row["gpu_layers"], context, ubatch)
            assert footprint.host.compute == pytest.approx(on_host, abs=12 * MEBIBYTE)
            errors.append(abs(gpu.total / truth - 1))
    assert len(errors) == 496
    assert sum(errors) / len(errors) < 0.01


def test_llama_cpp_fits_as_many_layers_give_or_take_one() -> None:
    compared = 0
    for row in rows("fit"):
        wanted = shape(row["model"])
        if wanted.experts and row["gpu_layers"] <= len(wanted.layers):
            continue  # the next test
        ours = plan(wanted, Wishes(CONTEXT, kv_type="f16", ubatch=UBATCH), computer(*cards(row), memory=512))
        assert abs(ours.gpu_layers - row["gpu_layers"]) <= 1, (row, ours)
        assert abs(ours.cpu_expert_layers - len(row["cpu_experts"])) <= 1, (row, ours)
        compared += 1
    assert compared > 100


def test_where_not_even_the_dense_part_fits_ours_finds_no_less_room() -> None:
    """There llama.cpp's ``--fit`` takes the output layer for the first and leaves one layer's experts on the card."""
    small = [row for row in rows("fit") if shape(row["model"]).experts]
    small = [row for row in small if row["gpu_layers"] <= len(shape(row["model"]).layers)]
    assert small
    for row in small:
        ours = plan(
            shape(row["model"]), Wishes(CONTEXT, kv_type="f16", ubatch=UBATCH), computer(*cards(row), memory=512)
        )
        assert ours.gpu_layers >= row["gpu_layers"] - 1, (row, ours)


def test_what_we_choose_takes_no_more_than_there_is() -> None:
    """By llama.cpp's own count, on one GPU and on two, and as the planner says."""
    assert len(rows("chosen")) == 138
    for row in rows("chosen"):
        budget = row["card"] * GIB - GPU_MARGIN
        if not row["gpu_layers"]:
            continue
        footprint = footprint_of(table(row["model"]), layout(row, CONTEXT, UBATCH, "f16", tuple(row["split"])))
        for number, (taken, truth) in enumerate(zip(footprint.gpus, row["gpu"], strict=True)):
            assert truth <= budget, row
            # The second card's working memory is smaller the less of the experts it has; that is not followed so far.
            assert taken.total == pytest.approx(truth, rel=TOLERANCE if number == 0 else 1.2 * TOLERANCE), row


def cards(row: Row) -> list[Any]:
    """The oracle's cards."""
    return [card(row["card"], f"CUDA{number}", total=80) for number in range(row["gpus"])]
