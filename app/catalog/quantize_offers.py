"""Which smaller copies of a local model can be made here. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from app.engine.files_api import MODEL_TYPES
from app.engine.quantize_files import MARGIN_BYTES, SOURCES
from app.gguf.blueprint import forecast
from app.gguf.shape import ModelShape


@dataclass(frozen=True)
class QuantizeOffer:
    """One copy: its type, about how many bytes it will have, and whether the disk has room for it."""

    type: str
    bytes: int
    fits_disk: bool


def quantize_offers(shape: ModelShape, free_bytes: int) -> list[QuantizeOffer]:
    """Return the copies that are smaller than the model, large to small; none when it is too small to lose more."""
    if shape.quantization not in SOURCES:
        return []
    sizes = {kind: forecast(shape, kind) for kind in MODEL_TYPES if kind != shape.quantization}
    return [
        QuantizeOffer(kind, size, size + MARGIN_BYTES <= free_bytes)
        for kind, size in sizes.items()
        if size < shape.file_bytes
    ]
