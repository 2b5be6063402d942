"""The planner: what holds for every model, wish and computer, and what it chooses for known ones."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.gguf.shape import ModelShape
from app.placement.memory import split_layers
from app.placement.plan import Device, DeviceFault, Fit, Machine, Placement, Reason, Wishes
from app.placement.planner import (
    DEFAULT_CONTEXT,
    GPU_MARGIN,
    MAX_THREADS,
    SMALLEST_CONTEXT,
    largest_context,
    maximum_context,
    native_context,
    plan,
    yarn_factor,
)
from app.placement.speed import tokens_per_second
from app.placement.steps import Step, step_down
from app.placement.table import Table
from tests.unit.placement.shapes import GIB, SHAPES, card, computer

DENSE, MOE = SHAPES["Qwen3-8B"], SHAPES["Qwen3-30B-A3B"]

shapes = st.sampled_from(sorted(SHAPES)).map(SHAPES.__getitem__)
contexts = st.integers(min_value=256, max_value=131_072)
wishes = st.builds(
    Wishes,
    context=st.just(0) | contexts,
    gpu_layers=st.integers(min_value=-1, max_value=100),
    cpu_expert_layers=st.integers(min_value=-1, max_value=100),
    kv_type=st.sampled_from(["", "f16", "q8_0"]),
    ubatch=st.sampled_from([0, 64, 512, 2048]),
)
sizes = st.integers(min_value=1, max_value=96)


@st.composite
def computers(draw: st.DrawFn) -> Machine:
    """With no card, one, two of different sizes, or the processor's own graphics."""
    memory, free = draw(sizes), draw(st.floats(min_value=0.1, max_value=1.0))
    number = draw(st.integers(min_value=0, max_value=3))
    devices = [card(draw(sizes) * 0.9, f"CUDA{index}", total=96) for index in range(number)]
    if number == 3:
        devices = [Device("Vulkan0", "Radeon 780M", "igpu", memory * GIB // 2, int(memory * free * GIB / 2), "Vulkan")]
    return computer(*devices, memory=memory, free=memory * free)


def taken(placement: Placement) -> int:
    """Everything that a placement takes."""
    return sum(use.model_bytes + use.context_bytes + use.compute_bytes for use in placement.uses)


@given(shapes, wishes, computers())
def test_what_fits_fits(shape: ModelShape, wished: Wishes, machine: Machine) -> None:
    placement = plan(shape, wished, machine)
    if placement.fit is not Fit.NOT:
        assert all(use.free_bytes >= 0 for use in placement.uses)
        assert Reason.MEMORY_SHORT not in placement.reasons
    else:
        assert Reason.MEMORY_SHORT in placement.reasons
    assert 0 <= placement.gpu_layers <= placement.layers
    assert sum(placement.split) == placement.gpu_layers
    assert placement.tokens_per_second > 0


@given(shapes, st.tuples(contexts, contexts), computers(), st.sampled_from(["", "f16", "q8_0"]))
def test_more_context_never_gets_more_layers(
    shape: ModelShape, asked: tuple[int, int], machine: Machine, kv_type: str
) -> None:
    short, long = (plan(shape, Wishes(context=size, kv_type=kv_type), machine) for size in sorted(asked))
    assert long.gpu_layers <= short.gpu_layers
    if short.gpu_layers == long.gpu_layers and short.kv_type == long.kv_type:
        assert long.cpu_expert_layers >= short.cpu_expert_layers
        if short.cpu_expert_layers == long.cpu_expert_layers:
            assert taken(long) >= taken(short)


@given(shapes, contexts, sizes, sizes)
def test_a_larger_card_never_gets_fewer_layers(shape: ModelShape, context: int, first: int, second: int) -> None:
    small, large = (plan(shape, Wishes(context), computer(card(size), memory=256)) for size in sorted((first, second)))
    assert large.gpu_layers >= small.gpu_layers


@given(shapes, wishes, computers())
def test_the_largest_context_fits_and_a_longer_one_does_not(
    shape: ModelShape, wished: Wishes, machine: Machine
) -> None:
    first = plan(shape, wished, machine)
    if first.fit is Fit.NOT:
        return
    fixed = msgspec.structs.replace(
        wished,
        context=first.largest_context,
        gpu_layers=first.gpu_layers,
        cpu_expert_layers=first.cpu_expert_layers,
        kv_type=first.kv_type,
        ubatch=first.ubatch,
    )
    assert first.largest_context >= first.context // 256 * 256
    assert plan(shape, fixed, machine).fit is not Fit.NOT
    if first.largest_context < maximum_context(shape):
        longer = msgspec.structs.replace(fixed, context=first.largest_context + 256)
        assert plan(shape, longer, machine).fit is Fit.NOT


@given(shapes, st.integers(1, 95), st.lists(st.integers(0, 80).map(lambda size: size * GIB), min_size=1, max_size=4))
def test_all_layers_are_dealt_out(shape: ModelShape, layers: int, budgets: list[int]) -> None:
    table = Table(shape)
    count = min(layers, table.layers + 1)
    split = split_layers(table, count, budgets)
    assert sum(split) == count
    if any(budgets):
        assert all(size for size, layers in zip(budgets, split, strict=True) if layers)


def test_a_card_that_is_large_enough_takes_it_all() -> None:
    placement = plan(DENSE, Wishes(), computer(card(12)))
    assert (placement.fit, placement.gpu_layers, placement.context) == (Fit.GPU, 37, DEFAULT_CONTEXT)
    assert placement.reasons == [Reason.ALL_ON_GPU]
    assert not placement.mapped


def test_a_context_is_compressed_before_layers_are_left_out() -> None:
    placement = plan(DENSE, Wishes(), computer(card(7.5)))
    assert (placement.fit, placement.kv_type) == (Fit.GPU, "q8_0")
    assert Reason.KV_Q8 in placement.reasons
    asked = plan(DENSE, Wishes(kv_type="f16"), computer(card(7.5)))
    assert asked.fit is Fit.GPU_AND_CPU
    assert Reason.GPU_TOO_SMALL in asked.reasons


def test_experts_go_to_the_processor_and_attention_stays() -> None:
    placement = plan(MOE, Wishes(), computer(card(8)))
    assert (placement.fit, placement.gpu_layers) == (Fit.GPU_EXPERTS_CPU, 49)
    assert 0 < placement.cpu_expert_layers < 48
    assert placement.reasons == [Reason.EXPERTS_TO_CPU]
    slower = plan(MOE, Wishes(cpu_expert_layers=48), computer(card(8)))
    assert slower.tokens_per_second < placement.tokens_per_second


def test_without_a_card_the_processor_does_it() -> None:
    placement = plan(DENSE, Wishes(), computer())
    assert (placement.fit, placement.gpu_layers, placement.reasons) == (Fit.CPU, 0, [Reason.NO_GPU])


def test_a_computer_with_little_memory_gets_less_context_then_nothing() -> None:
    tight = plan(DENSE, Wishes(), computer(memory=8, free=6.1))
    assert tight.fit is Fit.CPU
    assert tight.context < DEFAULT_CONTEXT
    assert Reason.CONTEXT_REDUCED in tight.reasons
    hopeless = plan(DENSE, Wishes(), computer(memory=4))
    assert (hopeless.fit, hopeless.context) == (Fit.NOT, SMALLEST_CONTEXT)


def test_the_model_that_is_unloaded_first_makes_room() -> None:
    full = computer(card(2, total=12))
    freed = msgspec.structs.replace(full, reclaimed={"CUDA0": 9 * GIB})
    assert plan(DENSE, Wishes(), full).fit is not Fit.GPU
    placement = plan(DENSE, Wishes(), freed)
    assert placement.fit is Fit.GPU
    assert placement.uses[1].others_bytes == GIB


def test_yarn_is_on_only_when_the_context_asks_for_it() -> None:
    assert (native_context(DENSE), maximum_context(DENSE)) == (32_768, 131_072)
    factors = {32_768: 1.0, 32_769: 2.0, 65_536: 2.0, 65_537: 4.0, 131_072: 4.0}
    assert {size: yarn_factor(DENSE, size) for size in factors} == factors
    long = plan(DENSE, Wishes(context=200_000), computer(card(80)))
    assert (long.context, long.yarn_factor, long.yarn_original) == (131_072, 4.0, 32_768)
    assert Reason.CONTEXT_EXTENDED in long.reasons
    newer = msgspec.structs.replace(DENSE, context_trained=262_144)
    assert plan(newer, Wishes(context=200_000), computer(card(80))).yarn_factor == 1.0
    stretched = msgspec.structs.replace(DENSE, context_trained=40_960, yarn_original_context=10_240)
    assert maximum_context(stretched) == 40_960


def test_wishes_are_followed() -> None:
    machine = computer(card(24))
    assert plan(DENSE, Wishes(gpu_layers=0), machine).fit is Fit.CPU
    assert plan(DENSE, Wishes(gpu_layers=10), machine).gpu_layers == 10
    assert plan(MOE, Wishes(cpu_expert_layers=5), machine).cpu_expert_layers == 5
    assert plan(DENSE, Wishes(cpu_expert_layers=5), machine).cpu_expert_layers == 0, "it has none"
    assert plan(DENSE, Wishes(threads=3), machine).threads == 3
    assert plan(DENSE, Wishes(), msgspec.structs.replace(machine, cores=64)).threads == MAX_THREADS
    assert plan(DENSE, Wishes(context=5000), machine).context == 5000
    assert plan(DENSE, Wishes(gpu_layers=99), computer(card(3))).fit is Fit.NOT


def test_two_cards_share_in_proportion_to_their_free_memory() -> None:
    placement = plan(SHAPES["Qwen3-32B"], Wishes(context=8192), computer(card(24), card(8, "CUDA1")))
    assert placement.fit is Fit.GPU
    assert placement.split[0] > 2 * placement.split[1] > 0
    assert all(use.free_bytes >= GPU_MARGIN for use in placement.uses[1:])


@pytest.mark.parametrize("backend", ["Metal", "Vulkan"])
def test_shared_memory_is_counted_once(backend: str) -> None:
    kind = "gpu" if backend == "Metal" else "igpu"
    device = Device("MTL0", "Apple M3", kind, 12 * GIB, 12 * GIB, backend)
    placement = plan(DENSE, Wishes(), computer(device, memory=16))
    (bar,) = placement.uses
    assert placement.gpu_layers == 37
    assert bar.model_bytes > 4.5 * GIB
    assert plan(DENSE, Wishes(), computer(device, memory=16, free=4)).fit is Fit.NOT, "the card's memory is the same"


def test_tied_embeddings_are_there_twice_on_a_card() -> None:
    tied = SHAPES["Qwen3-4B"]
    host, gpu = plan(tied, Wishes(), computer(card(24))).uses
    assert host.model_bytes == tied.embedding_bytes
    layers = sum(layer.dense_bytes for layer in tied.layers)
    assert gpu.model_bytes == layers + tied.embedding_bytes + tied.output_bytes
    alone = plan(tied, Wishes(gpu_layers=0), computer()).uses[0]
    assert alone.model_bytes == layers + tied.embedding_bytes + tied.output_bytes + tied.output_repack_bytes


def test_a_file_that_is_largely_copied_is_not_mapped() -> None:
    assert not plan(DENSE, Wishes(), computer()).mapped, "Q4_K is woven into another order"
    layers = [msgspec.structs.replace(layer, repack_bytes=0) for layer in DENSE.layers]
    plain = msgspec.structs.replace(DENSE, layers=layers, output_repack_bytes=0)
    assert plan(plain, Wishes(), computer()).mapped
    little = [msgspec.structs.replace(layer, repack_bytes=1000) for layer in DENSE.layers]
    placement = plan(msgspec.structs.replace(plain, layers=little), Wishes(), computer())
    assert placement.mapped
    assert placement.uses[0].model_bytes == plan(plain, Wishes(), computer()).uses[0].model_bytes + 36_000


def test_speed_follows_the_measured_figures() -> None:
    """Tokens per second on an H100 and its 16 cores, from docs/gpu.md."""
    machine = Machine(16, 125 * GIB, 120 * GIB, [card(78)], memory_bandwidth=78e9)
    machine.devices[0] = msgspec.structs.replace(machine.devices[0], description="NVIDIA H100 80GB HBM3")
    measured = [
        (DENSE, Wishes(gpu_layers=37), 255), (DENSE, Wishes(gpu_layers=18), 22), (MOE, Wishes(gpu_layers=49), 296),
        (MOE, Wishes(gpu_layers=49, cpu_expert_layers=48), 42), (MOE, Wishes(gpu_layers=24, cpu_expert_layers=0), 47),
    ]  # fmt: skip
    for shape, wished, speed in measured:
        assert plan(shape, wished, machine).tokens_per_second == pytest.approx(speed, rel=0.25), (shape.name, wished)
    assert tokens_per_second.__doc__


def test_the_ladder_goes_down_in_order_and_ends() -> None:
    placement: Placement | None = plan(MOE, Wishes(context=8192, kv_type="f16"), computer(card(24)))
    steps: list[Step] = []
    while placement is not None and (step := step_down(placement, MOE, weights_loaded=True)) is not None:
        placement, code = step
        steps.append(code)
        assert sum(placement.split) == placement.gpu_layers
    assert [*dict.fromkeys(steps)] == [Step.CONTEXT, Step.EXPERTS, Step.KV_Q8, Step.GPU_LAYERS, Step.CPU]
    assert placement is not None
    assert (placement.gpu_layers, placement.context, placement.kv_type) == (0, 2048, "q8_0")


def test_weights_that_do_not_load_are_not_helped_by_a_smaller_context() -> None:
    placement = plan(DENSE, Wishes(gpu_layers=1), computer(card(24)))
    step = step_down(placement, DENSE, weights_loaded=False)
    assert step is not None
    assert step[1] is Step.CPU
    assert step_down(step[0], DENSE, weights_loaded=False) is None


def test_the_largest_context_alone() -> None:
    machine = computer(card(12))
    assert largest_context(DENSE, Wishes(), machine) == plan(DENSE, Wishes(), machine).largest_context > DEFAULT_CONTEXT


def faulty(device: Device, fault: DeviceFault = DeviceFault.WRONG) -> Device:
    return msgspec.structs.replace(device, fault=fault)


def test_a_faulty_card_is_as_good_as_none() -> None:
    shape = SHAPES["Qwen3-8B"]
    broken, without = plan(shape, Wishes(), computer(faulty(card(24)))), plan(shape, Wishes(), computer())
    assert broken.reasons == [Reason.GPU_FAULTY]
    assert without.reasons == [Reason.NO_GPU]
    assert msgspec.structs.replace(broken, reasons=without.reasons) == without


def test_beside_a_faulty_card_the_others_are_named() -> None:
    machine = computer(faulty(card(24)), card(24, "CUDA1"))
    placement = plan(SHAPES["Qwen3-8B"], Wishes(), machine)
    assert (placement.fit, placement.devices) == (Fit.GPU, ["CUDA1"])
    assert [use.name for use in placement.uses] == ["", "CUDA1"]
    assert placement.split == [37]
    smaller = step_down(placement, SHAPES["Qwen3-8B"], weights_loaded=False)
    assert smaller is not None
    assert smaller[0].devices == ["CUDA1"]


def test_with_all_cards_well_llama_cpp_chooses() -> None:
    assert plan(SHAPES["Qwen3-8B"], Wishes(), computer(card(24), card(24, "CUDA1"))).devices == []


def test_the_processors_graphics_take_over_from_a_faulty_card() -> None:
    own = Device("Vulkan1", "Radeon Graphics", "igpu", 32 * GIB, 32 * GIB, "Vulkan")
    placement = plan(SHAPES["Qwen3-4B"], Wishes(), computer(faulty(card(24)), own))
    assert placement.devices == ["Vulkan1"]
