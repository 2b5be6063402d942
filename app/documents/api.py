"""What the window and the documents worker say to each other, and the limits both know. Light: no parser is loaded."""

from __future__ import annotations

from enum import StrEnum

from app.ipc.message import Message

WORKER = "documents"

MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_CHARACTERS = 1_500_000
"""Of text taken from one document: more than most models can hold, and less than one frame at four bytes a letter."""
MEMORY_BYTES = 1024 * 1024 * 1024
CPU_SECONDS = 30
WALL_SECONDS = 60


class DocumentKind(StrEnum):
    """What a file is, found by its content first and its name second."""

    TEXT = "text"
    MARKDOWN = "markdown"
    CODE = "code"
    CSV = "csv"
    HTML = "html"
    PDF = "pdf"
    WORD = "word"


class DocumentProblem(StrEnum):
    """Why there is no text, as a code that the session turns into a sentence."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    NO_FILE = "no_file"  # a folder, a device, a pipe
    TOO_LARGE = "too_large"  # the file itself
    EMPTY = "empty"
    BINARY = "binary"  # no text at all
    PICTURE = "picture"
    ENCRYPTED = "encrypted"
    SCANNED = "scanned"  # pages without text: pictures of text
    OLD_OFFICE = "old_office"  # .doc, .xls, .ppt
    UNSUPPORTED = "unsupported"  # a known kind that is not read; ``detail`` names it
    DAMAGED = "damaged"
    BOMB = "bomb"  # a small file that unpacks to far more than a document has
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    CRASHED = "crashed"


class DocumentEvent(Message, frozen=True, kw_only=True):
    """Base of the worker's lines: any number of ``DocumentProgress``, then one of the others."""


class DocumentProgress(DocumentEvent, frozen=True, kw_only=True):
    """How many pages have been read."""

    done: int
    total: int


class DocumentRead(DocumentEvent, frozen=True, kw_only=True):
    """The text. ``pages`` 0: the kind has none. ``cut``: the text goes on beyond the limit, or pages are missing."""

    kind: DocumentKind
    text: str
    pages: int = 0
    pages_read: int = 0
    cut: bool = False


class DocumentFailed(DocumentEvent, frozen=True, kw_only=True):
    """No text, and why."""

    problem: DocumentProblem
    detail: str = ""


AnyDocumentEvent = DocumentProgress | DocumentRead | DocumentFailed
