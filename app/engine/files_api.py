"""The contract with the files worker: jobs on model files that may be hostile or take long. No Qt, no llama.cpp.

``python -m app --worker files``: a throw-away process without network. One job at a time, in the order of arrival; the
window ends the process to cancel one that runs.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.engine.api import ThinkingSupport
from app.gguf.shape import Count, ModelShape
from app.ipc.message import Message
from app.placement.plan import Machine, Placement, Wishes

FILES_PROTOCOL = 1


class FileProblem(StrEnum):
    """What is wrong with a file or a job, as a code that the session puts into words."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    NOT_GGUF = "not_gguf"
    TRUNCATED = "truncated"
    PART_MISSING = "part_missing"
    DAMAGED = "damaged"  # a count, offset or type that cannot be true; `detail` names it
    WRONG_CHECKSUM = "wrong_checksum"
    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    CANNOT_QUANTIZE = "cannot_quantize"
    INTERNAL = "internal"


class FilesCommand(Message, frozen=True, kw_only=True):
    """Base of what the window asks."""


class Inspect(FilesCommand, frozen=True, kw_only=True):
    """Read a model's header (any part of a split one) and render its template both ways."""

    path: str


class Verify(FilesCommand, frozen=True, kw_only=True):
    """Hash every part. ``sha256`` maps file names to lower-case hex; a name without one is only hashed."""

    path: str
    sha256: dict[str, str] = msgspec.field(default_factory=dict)


class Probe(FilesCommand, frozen=True, kw_only=True):
    """Ask llama.cpp itself what a local file would take (``no_alloc``), and place it."""

    path: str
    wishes: Wishes = Wishes()
    reclaimed: dict[str, int] = msgspec.field(default_factory=dict)


class Quantize(FilesCommand, frozen=True, kw_only=True):
    """Write a smaller copy of an F32/F16/BF16/Q8_0 file; the result is loaded once before it gets its name."""

    path: str
    target: str
    quantization: str  # "Q4_K_M"; "type" would be the message's own tag
    threads: Count = 0


class DescribeMachine(FilesCommand, frozen=True, kw_only=True):
    """Ask for memory and devices now."""


AnyFilesCommand = Inspect | Verify | Probe | Quantize | DescribeMachine


class FilesEvent(Message, frozen=True, kw_only=True):
    """Base of what the worker reports."""


class FilesHello(FilesEvent, frozen=True, kw_only=True):
    """The first line."""

    protocol: int


class FileInspected(FilesEvent, frozen=True, kw_only=True):
    """The answer to ``Inspect``."""

    path: str  # the first part
    parts: list[str]
    shape: ModelShape
    thinking: ThinkingSupport
    effort_levels: list[str] = msgspec.field(default_factory=list)


class FileVerified(FilesEvent, frozen=True, kw_only=True):
    """The answer to ``Verify``: every given sum was right."""

    sha256: dict[str, str]


class FileProbed(FilesEvent, frozen=True, kw_only=True):
    """The answer to ``Probe``."""

    placement: Placement


class FileQuantized(FilesEvent, frozen=True, kw_only=True):
    """The answer to ``Quantize``."""

    path: str
    file_bytes: Count


class MachineDescribed(FilesEvent, frozen=True, kw_only=True):
    """The answer to ``DescribeMachine``."""

    machine: Machine


class JobProgress(FilesEvent, frozen=True, kw_only=True):
    """How far ``Verify`` or ``Quantize`` is, about four times a second."""

    done: Count
    total: Count


class FileFailed(FilesEvent, frozen=True, kw_only=True):
    """A job ended badly; nothing more comes for its ``request_id``."""

    problem: FileProblem
    detail: str = ""
    needed: Count = 0
    available: Count = 0


AnyFilesEvent = (
    FilesHello | FileInspected | FileVerified | FileProbed | FileQuantized | MachineDescribed | JobProgress | FileFailed
)

MODEL_TYPES = ("Q8_0", "Q6_K", "Q5_K_M", "Q4_K_M", "IQ4_XS", "Q3_K_M", "Q2_K")
"""What a file can be made into here, large to small."""
