"""The catalogue with the shapes of its variants, each made once. Safe to use from the window and from a thread."""

from __future__ import annotations

import threading

from app.catalog.catalogue import CatalogueEntry, Variant, load_catalogue
from app.gguf.shape import ModelShape


class CatalogueShapes:
    """Loads when it is first asked."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._entries: list[CatalogueEntry] = []
        self._shapes: dict[tuple[str, str], ModelShape] = {}

    def entries(self) -> list[CatalogueEntry]:
        """Return all models."""
        with self._lock:
            if not self._entries:
                self._entries = load_catalogue()
            return self._entries

    def shape(self, entry: CatalogueEntry, variant: Variant) -> ModelShape:
        """Return a variant's shape; the first time takes milliseconds."""
        key = entry.id, variant.quantization
        shape = self._shapes.get(key)
        if shape is None:
            shape = self._shapes[key] = entry.shape(variant)
        return shape

    def known(self) -> list[ModelShape]:
        """Return the shapes that were made so far."""
        return list(self._shapes.values())
