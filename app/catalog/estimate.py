"""What a file of a hub probably is, from its name and size alone, until its header has been read. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import msgspec

from app.catalog.catalogue import CatalogueEntry
from app.catalog.net_api import RemoteModel
from app.gguf.blueprint import shape_of
from app.gguf.mixture import BLOCKS, DEFAULT_TYPES
from app.gguf.shape import LayerShape, ModelShape

_ACTIVE = re.compile(r"(?<![a-z0-9])a(?P<billions>\d+(?:\.\d+)?)b(?![a-z])", re.IGNORECASE)
_ALIASES = {"Q4_K_XL": "Q4_K_M", "Q5_K_XL": "Q5_K_M", "Q6_K_XL": "Q6_K", "Q8_K_XL": "Q8_0", "Q3_K_XL": "Q3_K_L"}

CANDIDATES = 3
"""Known models looked at closely: a mixture has more bits per weight than the type that it is named after."""


def estimated_shape(name: str, model: RemoteModel, known: Sequence[CatalogueEntry]) -> ModelShape:
    """Return the shape of the known model nearest in size and kind, scaled to the bytes of this one.

    Args:
        name: The repository's or the base model's; "A3B" in it tells a model with experts.
        model: The quant.
        known: The catalogue; not empty.
    """
    mixture = _mixture(model)
    experts = _ACTIVE.search(name) is not None
    alike = [entry for entry in known if bool(entry.blueprint.experts) == experts]
    weights, size = BLOCKS[DEFAULT_TYPES[mixture]]
    parameters = max(1.0, model.size * weights / size)
    near = sorted(alike, key=lambda entry: abs(math.log(entry.parameters / parameters)))[:CANDIDATES]
    shapes = [shape_of(entry.blueprint, mixture, name) for entry in near]
    shape = min(shapes, key=lambda one: abs(one.file_bytes - model.size))
    return _scaled(shape, model.size / shape.file_bytes, model)


def _mixture(model: RemoteModel) -> str:
    name = model.quantization.upper().removeprefix("UD-")
    return name if name in DEFAULT_TYPES else _ALIASES.get(name, "Q4_K_M")


def _scaled(shape: ModelShape, factor: float, model: RemoteModel) -> ModelShape:
    def grown(size: int) -> int:
        return int(size * factor)

    layers = [
        LayerShape(
            dense_bytes=grown(layer.dense_bytes),
            expert_bytes=grown(layer.expert_bytes),
            kv_heads=layer.kv_heads,
            repack_bytes=grown(layer.repack_bytes),
        )
        for layer in shape.layers
    ]
    return msgspec.structs.replace(
        shape,
        file_bytes=model.size,
        parts=len(model.files),
        parameters=grown(shape.parameters),
        layers=layers,
        embedding_bytes=grown(shape.embedding_bytes),
        output_bytes=grown(shape.output_bytes),
        output_repack_bytes=grown(shape.output_repack_bytes),
        quantization=model.quantization,
    )
