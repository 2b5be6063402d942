"""Which quant of which model suits a machine, and what it costs: numbers and codes, no words. Pure.

**The rule for one model.** Of the quants that fit, those with the whole context come first; of these, the fast enough;
of these, one that lies on the GPU alone; of these, a comfortable one. Of several comfortable ones the most precise is
best; else the one nearest to four bits, which is faster. Where none is fast enough, the smallest.

**The rule for the computer.** A model whose thinking can be switched, with files whose sums we know, at a useful speed:
the best of them; but one that lies on the GPU alone is preferred to a slightly better one that does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.catalog.catalogue import CatalogueEntry, Variant
from app.catalog.net_api import DownloadRequest, RemoteModel, Repository
from app.engine.api import ThinkingSupport
from app.gguf.shape import ModelShape
from app.placement.plan import Fit, Machine, Placement, Wishes

CONTEXT = 16_384
"""Tokens that offers are planned with: a long conversation."""

SHORT_CONTEXT = 4_096
"""Tried where the long one does not fit; ``Placement.context`` says so."""

USEFUL_SPEED = 8.0
"""Tokens per second. About ten, less what the estimate may be wrong by: somewhat faster than people read."""

COMFORTABLE_SPEED = 20.0
"""Tokens per second at which thoughts are not worth waiting for less precision."""

SLIGHTLY_BETTER = 10
"""Points of ``CatalogueEntry.quality`` that lying on the GPU alone is worth."""

SMALL, BALANCED, LARGE = "small", "balanced", "large"
_BITS = re.compile(r"(?:^|[^A-Z0-9])I?(?:Q|BF|F)(?P<bits>\d+)")
_QUALITY = {1: "strong", 2: "strong", 3: "noticeable", 4: "slight", 5: "hardly", 6: "hardly"}

Plan = Callable[[ModelShape, Wishes, Machine], Placement]


@dataclass(frozen=True)
class Offer:
    """One quant, judged for this computer. ``recommended`` marks one per model."""

    model_id: str  # of the catalogue, or "owner/name" of a repository
    quantization: str
    group: str  # "small", "balanced", "large"
    size: int
    quality: str  # what it costs: "strong", "noticeable", "slight", "hardly", "none"; "" unknown
    placement: Placement | None  # None: the machine is not known yet, or the quant's shape never will be
    recommended: bool
    request: DownloadRequest
    installed: bool
    exact: bool = True  # False: size and names have to be asked for before a download
    estimated: bool = False  # True: the placement follows from the size alone


@dataclass(frozen=True)
class OfferedModel:
    """A model of the catalogue with its offers, large to small."""

    entry: CatalogueEntry
    offers: tuple[Offer, ...]

    @property
    def id(self) -> str:
        """As in the catalogue."""
        return self.entry.id

    @property
    def name(self) -> str:
        """As people call it."""
        return self.entry.name

    @property
    def thinking(self) -> ThinkingSupport:
        """What of its thinking can be controlled."""
        return self.entry.thinking

    @property
    def context(self) -> int:
        """The longest, in tokens."""
        return self.entry.context

    @property
    def licence(self) -> str:
        """An SPDX name."""
        return self.entry.licence

    @property
    def recommended(self) -> Offer | None:
        """The offer that suits this computer best; None where nothing fits."""
        return next((offer for offer in self.offers if offer.recommended), None)


def bits_of(quantization: str) -> int:
    """Return the nominal bits per weight: 4 of "Q4_K_M", "IQ4_XS" and "UD-Q4_K_XL"; 0 where the name says none."""
    match = _BITS.search(quantization.upper())
    return int(match["bits"]) if match else 4 if "FP4" in quantization.upper() else 0


def group_of(quantization: str) -> str:
    """Return where a quant stands; one that we cannot judge stands in the middle."""
    bits = bits_of(quantization)
    if bits == 0:
        return BALANCED
    return SMALL if bits < 4 else BALANCED if bits < 6 else LARGE


def quality_of(quantization: str) -> str:
    """Return what a quant costs, as a code; "" for one that we cannot judge."""
    bits = bits_of(quantization)
    return _QUALITY.get(bits, "none") if bits else ""


def folder_for(models: Path, repository: str) -> Path:
    """Return the folder of a repository's files; what stands in a hub's names never leaves ``models``."""
    parts = [re.sub(r"[^\w.-]", "_", part).lstrip(".") or "_" for part in repository.split("/")]
    return models.joinpath(*parts)


def request_for(variant: Variant, models: Path) -> DownloadRequest:
    """Return what a download of this variant needs."""
    return DownloadRequest(
        source=variant.source,
        repository=variant.repository,
        revision=variant.revision,
        files=variant.files,
        folder=str(folder_for(models, variant.repository)),
    )


@dataclass(frozen=True)
class Judge:
    """What offers depend on. ``machine`` None: nothing is known about it yet."""

    plan: Plan
    machine: Machine | None
    models: Path
    installed: Callable[[DownloadRequest], bool]
    shape: Callable[[CatalogueEntry, Variant], ModelShape] = CatalogueEntry.shape

    def offered(self, entry: CatalogueEntry) -> OfferedModel:
        """Return a model of the catalogue with its offers."""
        return OfferedModel(entry, tuple(mark_best(self._offer(entry, variant) for variant in entry.variants)))

    def repository(self, repository: Repository, shape: Callable[[RemoteModel], ModelShape | None]) -> list[Offer]:
        """Return the offers of a repository that was found; ``shape`` may be an estimate, see ``estimate``."""
        models = sorted(repository.models, key=lambda model: model.size, reverse=True)
        return mark_best(self._found(repository, model, shape(model)) for model in models)

    def place(self, shape: ModelShape | None) -> Placement | None:
        """Return where a model would lie, with the short context where the long one does not fit."""
        if shape is None or self.machine is None:
            return None
        long = self.plan(shape, Wishes(context=CONTEXT), self.machine)
        if long.fit is not Fit.NOT:
            return long
        short = self.plan(shape, Wishes(context=SHORT_CONTEXT), self.machine)
        return long if short.fit is Fit.NOT else short

    def _offer(self, entry: CatalogueEntry, variant: Variant) -> Offer:
        shape, request = self.shape(entry, variant), request_for(variant, self.models)
        return Offer(
            model_id=entry.id,
            quantization=variant.quantization,
            group=group_of(variant.quantization),
            size=shape.file_bytes,
            quality=quality_of(variant.quantization),
            placement=self.place(shape),
            recommended=False,
            request=request,
            installed=self.installed(request),
            exact=variant.exact,
        )

    def _found(self, repository: Repository, model: RemoteModel, shape: ModelShape | None) -> Offer:
        request = DownloadRequest(
            source=repository.source,
            repository=repository.id,
            revision=repository.revision,
            files=model.files,
            folder=str(folder_for(self.models, repository.id)),
        )
        return Offer(
            model_id=repository.id,
            quantization=model.quantization,
            group=group_of(model.quantization),
            size=model.size,
            quality=quality_of(model.quantization),
            placement=self.place(shape),
            recommended=False,
            request=request,
            installed=self.installed(request),
        )


def fits(offer: Offer) -> bool:
    """Return whether a quant can be used here at all."""
    return offer.placement is not None and offer.placement.fit is not Fit.NOT


def is_useful(offer: Offer) -> bool:
    """Return whether it fits and is fast enough."""
    return fits(offer) and offer.placement is not None and offer.placement.tokens_per_second >= USEFUL_SPEED


def mark_best(offers: Iterable[Offer]) -> list[Offer]:
    """Mark the one offer of a model that suits best; none where nothing fits."""
    listed = list(offers)
    usable = [(offer, offer.placement) for offer in listed if offer.placement is not None and fits(offer)]
    best, _ = max(usable, key=lambda pair: _worth(*pair), default=(None, None))
    return [replace(offer, recommended=offer is best) for offer in listed]


def _worth(offer: Offer, placement: Placement) -> tuple[bool, bool, bool, bool, int]:
    """The rule for one model, as a key to compare by."""
    useful = placement.tokens_per_second >= USEFUL_SPEED
    comfortable = placement.tokens_per_second >= COMFORTABLE_SPEED
    bits = bits_of(offer.quantization)
    precision = bits if comfortable else -abs(bits - 4) if useful else -offer.size
    return placement.context >= CONTEXT, useful, placement.fit is Fit.GPU, comfortable, precision


def best_of_all(models: Sequence[OfferedModel]) -> Offer | None:
    """Return the recommendation for this computer; None where not even the smallest model is of use."""
    candidates = [
        (_rank(model.entry, offer), offer)
        for model in models
        if model.thinking is ThinkingSupport.HYBRID
        for offer in mark_best(offer for offer in model.offers if offer.exact)
        if offer.recommended and is_useful(offer)
    ]
    return max(candidates, key=lambda pair: pair[0], default=((False, 0), None))[1]


def _rank(entry: CatalogueEntry, offer: Offer) -> tuple[bool, int]:
    placement = offer.placement
    assert placement is not None, "it is useful"
    bonus = SLIGHTLY_BETTER if placement.fit is Fit.GPU else 0
    return placement.context >= CONTEXT, entry.quality + bonus
