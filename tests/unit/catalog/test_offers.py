"""What is recommended on which machine, and how quants are named, grouped and judged."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.catalog.catalogue import load_catalogue
from app.catalog.estimate import estimated_shape
from app.catalog.net_api import DownloadRequest, RemoteFile, RemoteModel, Repository, Source
from app.catalog.offers import (
    COMFORTABLE_SPEED,
    CONTEXT,
    SHORT_CONTEXT,
    USEFUL_SPEED,
    Judge,
    Offer,
    OfferedModel,
    best_of_all,
    bits_of,
    fits,
    folder_for,
    group_of,
    mark_best,
    quality_of,
)
from app.gguf.blueprint import shape_of
from app.gguf.shape import ModelShape
from app.placement.plan import Device, Fit, Machine, Placement, Wishes
from app.placement.planner import plan

GIB = 2**30
ENTRIES = load_catalogue()
SHAPES = {(entry.id, variant.quantization): entry.shape(variant) for entry in ENTRIES for variant in entry.variants}


def machine(memory: float, free: float, bandwidth: float, *devices: Device, cores: int = 8) -> Machine:
    return Machine(cores, int(memory * GIB), int(free * GIB), list(devices), {}, bandwidth * 1e9)


def card(name: str, gib: float, free: float, backend: str = "CUDA") -> Device:
    return Device("GPU0", name, "gpu", int(gib * GIB), int(free * GIB), backend)


LAPTOP_8 = machine(8, 5.5, 30, cores=4)
DESKTOP_16 = machine(16, 12, 45)
GPU_8 = machine(32, 26, 45, card("NVIDIA GeForce RTX 4060", 8, 7.6))
GPU_24 = machine(64, 56, 60, card("NVIDIA GeForce RTX 4090", 24, 23.4))
MAC_16 = machine(16, 11, 0, card("Apple M2", 11.8, 11, "Metal"))
SERVER_512 = machine(512, 480, 200, cores=32)
TINY_4 = machine(4, 1.5, 20, cores=2)


def judge(computer: Machine | None, installed: Sequence[str] = ()) -> Judge:
    def has(request: DownloadRequest) -> bool:
        return request.files[0].name in installed

    return Judge(plan, computer, Path("/models"), has)


def offered(computer: Machine) -> list[OfferedModel]:
    """All models; each shape is taken from ``SHAPES``."""
    one = judge(computer)
    models = []
    for entry in ENTRIES:
        offers = []
        for variant in entry.variants:
            shape = SHAPES[entry.id, variant.quantization]
            blank = DownloadRequest(variant.source, variant.repository, variant.revision, variant.files, "")
            offers.append(
                Offer(
                    entry.id, variant.quantization, group_of(variant.quantization), shape.file_bytes,
                    quality_of(variant.quantization), one.place(shape), False, blank, False, variant.exact,
                )
            )  # fmt: skip
        models.append(OfferedModel(entry, tuple(mark_best(offers))))
    return models


@pytest.mark.parametrize(
    ("computer", "model", "quantization", "fit"),
    [
        (LAPTOP_8, "qwen3-1.7b", "Q4_K_M", Fit.CPU),
        (DESKTOP_16, "qwen3-4b", "Q4_K_M", Fit.CPU),
        (GPU_8, "qwen3-30b-a3b", "Q4_K_M", Fit.GPU_EXPERTS_CPU),
        (GPU_24, "qwen3-32b", "Q4_K_M", Fit.GPU),
        (MAC_16, "qwen3-8b", "Q4_K_M", Fit.GPU),
        (SERVER_512, "qwen3-235b-a22b", "Q4_K_M", Fit.CPU),
        (TINY_4, "qwen3-0.6b", "Q4_K_M", Fit.CPU),
    ],
    ids=["8 GB laptop", "16 GB", "32 GB and 8 GB GPU", "24 GB GPU", "Mac with 16 GB", "512 GB server", "4 GB"],
)
def test_the_recommendation_for_a_computer(computer: Machine, model: str, quantization: str, fit: Fit) -> None:
    best = best_of_all(offered(computer))
    assert best is not None
    assert best.placement is not None
    assert (best.model_id, best.quantization, best.placement.fit) == (model, quantization, fit)
    assert best.placement.tokens_per_second >= USEFUL_SPEED
    assert best.exact


def test_every_recommended_quant_fits_and_there_is_at_most_one_per_model() -> None:
    for computer in (LAPTOP_8, DESKTOP_16, GPU_8, GPU_24, MAC_16, SERVER_512, TINY_4):
        for model in offered(computer):
            marked = [offer for offer in model.offers if offer.recommended]
            assert len(marked) == any(fits(offer) for offer in model.offers)
            assert all(fits(offer) for offer in marked)
            assert model.recommended == (marked[0] if marked else None)


def test_nothing_is_recommended_where_nothing_fits() -> None:
    models = offered(machine(1, 0.2, 10))
    assert best_of_all(models) is None
    assert not any(offer.recommended for model in models for offer in model.offers)


def test_a_short_context_is_offered_where_the_long_one_does_not_fit() -> None:
    small = next(model for model in offered(TINY_4) if model.id == "qwen3-0.6b")
    assert {offer.placement and offer.placement.context for offer in small.offers} == {SHORT_CONTEXT}
    assert {offer.placement and offer.placement.context for offer in offered(GPU_24)[0].offers} == {CONTEXT}


def placed(fit: Fit, speed: float, context: int = CONTEXT) -> Placement:
    return Placement(context, "f16", 0, 1, 0, 1, 32, fit, [], tokens_per_second=speed)


def quant(name: str, size: int, placement: Placement | None) -> Offer:
    request = DownloadRequest(Source.HUGGING_FACE, "a/b", "main", [], "")
    return Offer("m", name, group_of(name), size, quality_of(name), placement, False, request, False)


@pytest.mark.parametrize(
    ("offers", "best"),
    [
        ([("Q8_0", Fit.GPU, 30.0), ("Q4_K_M", Fit.GPU, 50.0)], "Q8_0"),  # both comfortable: the most precise
        ([("Q8_0", Fit.CPU, 9.0), ("Q5_K_M", Fit.CPU, 12.0), ("Q4_K_M", Fit.CPU, 14.0)], "Q4_K_M"),  # else the faster
        ([("Q8_0", Fit.GPU_AND_CPU, 25.0), ("Q4_K_M", Fit.GPU, 40.0)], "Q4_K_M"),  # the GPU alone before precision
        ([("Q8_0", Fit.CPU, 5.0), ("Q4_K_M", Fit.CPU, 9.0)], "Q4_K_M"),  # useful before precise
        ([("Q8_0", Fit.CPU, 2.0), ("Q4_K_M", Fit.CPU, 4.0), ("Q3_K_M", Fit.CPU, 5.0)], "Q3_K_M"),  # none: smallest
        ([("Q8_0", Fit.NOT, 0.0), ("Q3_K_M", Fit.CPU, 5.0)], "Q3_K_M"),
        ([("Q4_K_M", Fit.CPU, 12.0), ("Q3_K_M", Fit.CPU, 14.0)], "Q4_K_M"),
    ],
)
def test_the_rule_for_one_model(offers: list[tuple[str, Fit, float]], best: str) -> None:
    marked = mark_best(quant(name, bits_of(name) * 1000, placed(fit, speed)) for name, fit, speed in offers)
    assert [offer.quantization for offer in marked if offer.recommended] == [best]


def test_the_whole_context_comes_before_speed() -> None:
    marked = mark_best(
        [
            quant("Q8_0", 8, placed(Fit.CPU, COMFORTABLE_SPEED, SHORT_CONTEXT)),
            quant("Q4_K_M", 4, placed(Fit.CPU, USEFUL_SPEED)),
        ]
    )
    assert [offer.recommended for offer in marked] == [False, True]


def test_lying_on_the_gpu_alone_is_worth_a_slightly_better_model() -> None:
    first = next(entry for entry in ENTRIES if entry.id == "qwen3-14b")
    second = next(entry for entry in ENTRIES if entry.id == "qwen3-8b")
    assert 0 < first.quality - second.quality < 10

    def models(fit: Fit) -> list[OfferedModel]:
        on_cpu = replace(quant("Q4_K_M", 9, placed(Fit.GPU_AND_CPU, 12.0)), model_id="14b")
        on_gpu = replace(quant("Q4_K_M", 5, placed(fit, 40.0)), model_id="8b")
        return [OfferedModel(first, (on_cpu,)), OfferedModel(second, (on_gpu,))]

    assert (best_of_all(models(Fit.GPU)) or quant("", 0, None)).model_id == "8b"
    assert (best_of_all(models(Fit.CPU)) or quant("", 0, None)).model_id == "14b"


def test_without_a_machine_there_is_no_placement_and_no_recommendation() -> None:
    model = judge(None).offered(ENTRIES[0])
    assert all(offer.placement is None and not offer.recommended for offer in model.offers)
    assert [offer.size for offer in model.offers] == [variant.known_bytes for variant in ENTRIES[0].variants]


def test_a_request_says_all_that_a_download_needs() -> None:
    offer = judge(None, ["Qwen3-0.6B-Q8_0.gguf"]).offered(ENTRIES[0]).offers[0]
    assert offer.installed
    assert offer.request.repository == "Qwen/Qwen3-0.6B-GGUF"
    assert len(offer.request.revision) == 40
    assert offer.request.folder == str(Path("/models/Qwen/Qwen3-0.6B-GGUF"))


@pytest.mark.parametrize(
    ("name", "bits", "group", "quality"),
    [
        ("Q4_K_M", 4, "balanced", "slight"), ("UD-Q4_K_XL", 4, "balanced", "slight"),
        ("IQ4_XS", 4, "balanced", "slight"),
        ("Q5_K_S", 5, "balanced", "hardly"), ("Q6_K", 6, "large", "hardly"), ("Q8_0", 8, "large", "none"),
        ("BF16", 16, "large", "none"), ("f32", 32, "large", "none"), ("Q3_K_L", 3, "small", "noticeable"),
        ("UD-IQ2_XXS", 2, "small", "strong"), ("IQ1_M", 1, "small", "strong"), ("MXFP4_MOE", 4, "balanced", "slight"),
        ("", 0, "balanced", ""), ("unknown", 0, "balanced", ""), ("UD-Q8_K_XL", 8, "large", "none"),
    ],
)  # fmt: skip
def test_quants_are_grouped_and_judged_by_name(name: str, bits: int, group: str, quality: str) -> None:
    assert (bits_of(name), group_of(name), quality_of(name)) == (bits, group, quality)


def test_a_repositorys_name_stays_in_the_folder() -> None:
    root = Path("/models")
    for hostile in ("../../etc/x", "a/../..", "/etc/passwd", "a\\..\\b/c", "C:/x", "a/b\0c", "./."):
        folder = folder_for(root, hostile)
        assert folder.is_relative_to(root)
        assert ".." not in folder.parts
        assert "\0" not in str(folder)
    assert folder_for(root, "Qwen/Qwen3-8B-GGUF") == root / "Qwen" / "Qwen3-8B-GGUF"


def remote(quantization: str, size: int) -> RemoteModel:
    return RemoteModel(quantization, [RemoteFile(f"x-{quantization}.gguf", size)])


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("someone/Qwen3-8B-finetune-GGUF", remote("Q4_K_M", 5_027_783_488)),
        ("someone/My-30B-A3B-GGUF", remote("UD-Q4_K_XL", 17_700_000_000)),
        ("someone/Huge-GGUF", remote("BF16", 140_000_000_000)),
        ("someone/tiny", remote("weird", 300_000_000)),
        ("someone/empty", remote("Q4_K_M", 0)),
    ],
)
def test_an_estimate_from_the_size_alone_has_the_bytes_of_the_file(name: str, model: RemoteModel) -> None:
    shape = estimated_shape(name, model, SHAPES.values())
    assert shape is not None
    weights = sum(layer.dense_bytes + layer.expert_bytes for layer in shape.layers)
    assert shape.file_bytes == model.size
    assert weights + shape.embedding_bytes + shape.output_bytes <= model.size + 1
    assert bool(shape.experts) == ("A3B" in name)


def test_an_estimate_places_a_renamed_known_model_as_the_model_itself() -> None:
    real = SHAPES["qwen3-8b", "Q4_K_M"]
    guess = estimated_shape("someone/renamed", remote("Q4_K_M", real.file_bytes), SHAPES.values())
    assert guess is not None
    assert estimated_shape("someone/renamed", remote("Q4_K_M", 1), []) is None
    for computer in (LAPTOP_8, GPU_8, GPU_24, MAC_16):
        wanted, got = (plan(shape, Wishes(context=CONTEXT), computer) for shape in (real, guess))
        assert got.fit is wanted.fit
        assert got.tokens_per_second == pytest.approx(wanted.tokens_per_second, rel=0.05)


def test_a_repository_that_was_found_gets_offers_too() -> None:
    models = [remote("Q4_K_M", 5_000_000_000), remote("Q8_0", 8_700_000_000), remote("mystery", 1)]
    repository = Repository(Source.MODELSCOPE, "some/one", "abc", models)

    def shape(model: RemoteModel) -> ModelShape | None:
        return None if model.quantization == "mystery" else shape_of(ENTRIES[3].blueprint, model.quantization, "")

    offers = judge(GPU_24).repository(repository, shape)
    assert [offer.quantization for offer in offers] == ["Q8_0", "Q4_K_M", "mystery"]
    assert [offer.recommended for offer in offers] == [True, False, False]
    assert offers[0].request.source is Source.MODELSCOPE
    assert offers[2].placement is None
