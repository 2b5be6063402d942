"""What an import came to: how many conversations, and which were left out, and why. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class SourceFormat(StrEnum):
    """Whose file it is."""

    PARLEY = "parley"
    CHATGPT = "chatgpt"
    LM_STUDIO = "lm_studio"
    GPT4ALL = "gpt4all"


class SkipReason(StrEnum):
    """Why something of a file was left out."""

    UNREADABLE = "unreadable"  # damaged, or not as its format says
    EMPTY = "empty"  # no message that can be shown
    TOO_LARGE = "too_large"
    NEWER_VERSION = "newer_version"  # written by a newer Parley, or a newer program than is known
    UNKNOWN_FORMAT = "unknown_format"


@dataclass(frozen=True)
class Skipped:
    """Something left out. ``name``: its title, or the name of the file; not to be trusted, may be empty."""

    name: str
    reason: SkipReason


class ImportFailure(StrEnum):
    """Why nothing at all can be read."""

    MISSING = "missing"
    REFUSED = "refused"  # may not be read
    UNREADABLE = "unreadable"
    STORE = "store"  # the conversations could not be written; what was imported before is whole


@dataclass
class ImportReport:
    """``imported`` conversations are in the store, each one whole; ``ids`` are theirs."""

    imported: int = 0
    messages: int = 0
    already_there: int = 0
    grown: int = 0  # were there already, and have messages now that they had not
    copies: int = 0  # of `imported`: another version was there already, both are kept
    skipped: list[Skipped] = field(default_factory=list)
    formats: set[SourceFormat] = field(default_factory=set)
    ids: list[str] = field(default_factory=list)
    failure: ImportFailure | None = None
    cancelled: bool = False
