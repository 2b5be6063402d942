"""What can be wrong with a model file, named."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """Why a file is no model that can be read."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    NOT_GGUF = "not_gguf"
    TRUNCATED = "truncated"
    PART_MISSING = "part_missing"
    DAMAGED = "damaged"  # a count, offset or type that cannot be true
    NO_ARCHITECTURE = "no_architecture"


class GgufError(Exception):
    """A file that cannot be used.

    ``detail`` is a fact for the sentence, a file's name most often; ``what`` says which part of it cannot be true, in
    technical words.
    """

    def __init__(self, fault: Fault, detail: str, what: str = "") -> None:
        super().__init__(f"{fault}: {detail} {what}".rstrip())
        self.fault = fault
        self.detail = detail
        self.what = what
