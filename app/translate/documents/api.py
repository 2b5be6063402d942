"""What the window and the worker that opens documents for translation say to each other. Light: no parser is loaded."""

from __future__ import annotations

from app.ipc.message import Message
from app.translate.documents.kinds import Kind
from app.translate.documents.problem import ProblemCode
from app.translate.documents.unit import Column, Unit

WORKER = "translate-documents"
UNITS_AT_ONCE = 1000
CHARACTERS_AT_ONCE = 500_000
"""Of the texts in one message."""


class TranslateCommand(Message, frozen=True, kw_only=True):
    """Base of what the window sends: one ``TranslateRead``, or a ``TranslateWrite`` and texts; then it closes the pipe.

    Paths are the system's bytes: a name need not be text.
    """


class TranslateRead(TranslateCommand, frozen=True, kw_only=True):
    """Read a document's texts; of a table, those in ``columns``."""

    path: bytes
    columns: list[int]


class TranslateWrite(TranslateCommand, frozen=True, kw_only=True):
    """Write a document with other texts into ``target``, which is not there yet."""

    source: bytes
    target: bytes
    columns: list[int]
    language: str


class TranslateTexts(TranslateCommand, frozen=True, kw_only=True):
    """Some of the texts, by the units' ids."""

    texts: dict[str, str]


AnyTranslateCommand = TranslateRead | TranslateWrite | TranslateTexts


class TranslateEvent(Message, frozen=True, kw_only=True):
    """Base of what the worker says: any number of ``TranslateUnits``, then one of the others."""


class TranslateUnits(TranslateEvent, frozen=True, kw_only=True):
    """Some of the units, in their order."""

    units: list[Unit]


class TranslateReadDone(TranslateEvent, frozen=True, kw_only=True):
    """All units have come."""

    kind: Kind
    columns: list[Column]
    language: str


class TranslateWritten(TranslateEvent, frozen=True, kw_only=True):
    """The target is whole, and on the disk."""


class TranslateFailed(TranslateEvent, frozen=True, kw_only=True):
    """Nothing was read or written, and why."""

    code: ProblemCode
    detail: str = ""


AnyTranslateEvent = TranslateUnits | TranslateReadDone | TranslateWritten | TranslateFailed
