"""The models that Parley knows by itself: what they are, which files they come in, what those weigh. Pure.

``resources/catalog.json`` is made by ``devtools/catalogue.py``. A variant is *exact* when size and sum of every file
are known; of the others the names may change, and a listing of the repository has to settle them before a download.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from app.catalog.net_api import RemoteFile, Source
from app.engine.api import ThinkingSupport
from app.gguf.blueprint import Blueprint, shape_of
from app.gguf.shape import Count, ModelShape
from app.system.paths import resources

Identifier = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9.-]*$")]


class Strength(StrEnum):
    """What a model is good at, as a code that the session puts into a sentence."""

    TINY = "tiny"
    LIGHT = "light"
    EVERYDAY = "everyday"
    CAPABLE = "capable"
    STRONG = "strong"
    STRONGEST_DENSE = "strongest_dense"
    FAST_AND_LARGE = "fast_and_large"  # few of many experts at a time
    FRONTIER = "frontier"
    DIRECT = "direct"  # never thinks
    REASONER = "reasoner"  # always thinks
    CODE = "code"


class Variant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One quant of a model, in one or more files of one repository. An unknown size is 0, an unknown sum ""."""

    quantization: str  # a mixture of ``app.gguf.mixture``
    repository: str  # "owner/name"
    files: list[RemoteFile]
    source: Source = Source.HUGGING_FACE
    revision: str = "main"

    @property
    def exact(self) -> bool:
        """Whether size and sum of every file are known."""
        return all(file.size and file.sha256 for file in self.files)

    @property
    def known_bytes(self) -> int:
        """All files together, 0 when one of them is not known."""
        return sum(file.size for file in self.files) if all(file.size for file in self.files) else 0


class CatalogueEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One model."""

    id: Identifier
    name: str
    family: str
    thinking: ThinkingSupport
    strength: Strength
    quality: Annotated[int, Meta(ge=1, le=100)]  # an order among the models, after Qwen's own comparisons
    context: Count  # the longest that it can be given, stretched where that is known to work
    languages: Count
    licence: str
    parameters: Count
    active_parameters: Count  # that one token computes with
    blueprint: Blueprint
    variants: Annotated[list[Variant], Meta(min_length=1)]

    def shape(self, variant: Variant) -> ModelShape:
        """Return what the planner needs, without any network. Takes some milliseconds for the largest models."""
        return shape_of(
            self.blueprint,
            variant.quantization,
            self.name,
            file_bytes=variant.known_bytes,
            parts=len(variant.files),
        )


def load_catalogue(path: Path | None = None) -> list[CatalogueEntry]:
    """Read the catalogue that ships with Parley. Raises msgspec.ValidationError and OSError: our own faults."""
    return msgspec.json.decode((path or resources() / "catalog.json").read_bytes(), type=list[CatalogueEntry])
