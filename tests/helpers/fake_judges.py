"""Working stand-ins for what judges models: the real catalogue and planner, for a computer that is not this one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec
from PySide6.QtCore import QObject, Signal

from app.catalog.catalogue import CatalogueEntry, load_catalogue
from app.catalog.estimate import estimated_shape
from app.catalog.net_api import Repository
from app.catalog.offers import Judge, Offer, OfferedModel, best_of_all
from app.gguf.shape import ModelShape
from app.placement.plan import Device, Machine, Placement, Wishes
from app.placement.planner import maximum_context, plan
from app.session.models.placement_wording import explanation
from tests.helpers.fake_models import FOLDER, QWEN3_8B, FakeDownloads, shape

GIB = 1 << 30
CATALOGUE = ("qwen3-1.7b", "qwen3-4b", "qwen3-8b", "qwen3-14b", "qwen3-30b-a3b", "qwen3-32b", "qwen3-235b-a22b")

CARD = Device("CUDA0", "NVIDIA GeForce RTX 4060", "gpu", 8188 << 20, 7860 << 20, "CUDA")
WITH_GPU = Machine(8, 32 * GIB, 22 * GIB, [CARD], memory_bandwidth=45e9)
WITHOUT_GPU = Machine(8, 16 * GIB, 11 * GIB, [], memory_bandwidth=38e9)


@cache
def catalogue() -> list[CatalogueEntry]:
    """Return a part of the real catalogue."""
    return [row for row in load_catalogue() if row.id in CATALOGUE]


@cache
def _judged(machine: bytes) -> tuple[OfferedModel, ...]:
    judge = Judge(plan, msgspec.json.decode(machine, type=Machine | None), FOLDER, lambda _request: False)
    return tuple(judge.offered(row) for row in catalogue())


def judged(machine: Machine | None) -> tuple[OfferedModel, ...]:
    """Return the offers for a machine; the same one is judged once for all tests."""
    return _judged(msgspec.json.encode(machine))


class FakeDiscover(QObject):
    """Judges the real catalogue with the real planner, for a machine that is not this one."""

    changed = Signal()
    notice = Signal(object)

    def __init__(self, downloads: FakeDownloads, machine: Machine | None = WITH_GPU) -> None:
        super().__init__()
        self._downloads = downloads
        self._catalogue = catalogue()
        self._known = [row.shape(row.variants[0]) for row in self._catalogue]
        self.machine = machine
        self.models: list[OfferedModel] = []
        self.recommended: Offer | None = None
        self.refreshed = 0
        self.judge(machine)

    def refresh(self) -> None:
        self.refreshed += 1

    def download(self, offer: Offer) -> None:
        self._downloads.add(offer.request)

    def shape_of(self, offer: Offer) -> ModelShape | None:
        for row in self._catalogue:
            for variant in row.variants:
                if (row.id, variant.quantization) == (offer.model_id, offer.quantization):
                    return row.shape(variant)
        return shape(QWEN3_8B, "Q4_K_M", "Qwen3 8B")

    def repository_offers(self, repository: Repository) -> list[Offer]:
        return self._judge().repository(repository, lambda model: estimated_shape(repository.id, model, self._known))

    def judge(self, machine: Machine | None) -> None:
        self.machine = machine
        self.models = list(judged(machine))
        self.recommended = best_of_all(self.models)
        self.changed.emit()

    def _judge(self) -> Judge:
        return Judge(plan, self.machine, FOLDER, lambda _request: False)


@dataclass(frozen=True)
class FakeLimits:
    """The most that may be wished for."""

    context: int = 0
    layers: int = 0
    expert_layers: int = 0
    threads: int = 8


class FakePlacement(QObject):
    """Plans with the real planner for a machine that is not this one."""

    changed = Signal()

    def __init__(self, machine: Machine = WITH_GPU) -> None:
        super().__init__()
        self.machine = machine
        self.shape: ModelShape | None = None
        self.path: str | None = None
        self.wishes = Wishes()

    @property
    def placement(self) -> Placement | None:
        return plan(self.shape, self.wishes, self.machine) if self.shape else None

    @property
    def explanation(self) -> str:
        placement = self.placement
        return explanation(placement) if placement else ""

    @property
    def limits(self) -> FakeLimits:
        if self.shape is None:
            return FakeLimits()
        layers = len(self.shape.layers)
        return FakeLimits(maximum_context(self.shape), layers + 1, layers if self.shape.experts else 0, 8)

    def for_model(self, shape: ModelShape, path: str | None) -> None:
        self.shape, self.path, self.wishes = shape, path, Wishes()
        self.changed.emit()

    def set_context(self, tokens: int) -> None:
        self._wish(context=tokens)

    def set_gpu_layers(self, layers: int) -> None:
        self._wish(gpu_layers=layers)

    def set_cpu_experts(self, layers: int) -> None:
        self._wish(cpu_expert_layers=layers)

    def set_kv_type(self, kv_type: str) -> None:
        self._wish(kv_type=kv_type)

    def set_threads(self, threads: int) -> None:
        self._wish(threads=threads)

    def reset_to_auto(self) -> None:
        self.wishes = Wishes()
        self.changed.emit()

    def _wish(self, **values: object) -> None:
        self.wishes = msgspec.structs.replace(self.wishes, **values)
        self.changed.emit()
