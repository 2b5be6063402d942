"""What a file of a hub probably is, from its name and size alone, until its header has been read. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from app.catalog.net_api import RemoteModel
from app.catalog.offers import bits_of
from app.gguf.shape import LayerShape, ModelShape

_EXPERTS = re.compile(r"(?<![a-z0-9])a\d+(?:\.\d+)?b(?![a-z])", re.IGNORECASE)


def estimated_shape(name: str, model: RemoteModel, known: Iterable[ModelShape]) -> ModelShape | None:
    """Return the known shape nearest in size, scaled to this model's bytes; None when nothing is known.

    Args:
        name: The repository's or the base model's; "A3B" in it tells a model with experts.
        model: The quant.
        known: Shapes of models that we know; those with as many bits and of the same kind are preferred.
    """
    experts, bits = _EXPERTS.search(name) is not None, bits_of(model.quantization)

    def distance(shape: ModelShape) -> tuple[bool, bool, int]:
        other = bool(shape.experts) != experts
        return other, bits_of(shape.quantization) != bits, abs(shape.file_bytes - model.size)

    nearest = min(known, key=distance, default=None)
    return None if nearest is None else scaled_shape(nearest, model)


def scaled_shape(shape: ModelShape, model: RemoteModel) -> ModelShape:
    """Return the shape of another quant of the same model, every tensor as much larger as the whole file is."""
    factor = model.size / max(1, shape.file_bytes)

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
        quantization=model.quantization,
        file_bytes=model.size,
        parts=len(model.files),
        layers=layers,
        embedding_bytes=grown(shape.embedding_bytes),
        output_bytes=grown(shape.output_bytes),
        other_bytes=grown(shape.other_bytes),
        output_repack_bytes=grown(shape.output_repack_bytes),
    )
