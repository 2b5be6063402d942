"""Work on the library's models, as the window sees it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.catalog.library import LibraryEntry


class JobKind(StrEnum):
    """What is done with a file."""

    ADD = "add"
    INSPECT = "inspect"
    VERIFY = "verify"
    QUANTIZE = "quantize"


@dataclass(frozen=True)
class Job:
    """Work on a model; ``done`` of ``total`` bytes or tensors, 0 of 0 while that is not known."""

    kind: JobKind
    entry: LibraryEntry
    request_id: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True)
class QuantizeOffer:
    """A smaller copy that can be made."""

    type: str
    bytes: int
    fits_disk: bool
