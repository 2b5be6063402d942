"""What a document is, and what reading it gives."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.translate.documents.unit import Column, Unit


class Kind(StrEnum):
    """What a document is, by its name's ending."""

    TXT = "txt"
    MD = "md"
    HTML = "html"
    SRT = "srt"
    VTT = "vtt"
    DOCX = "docx"
    CSV = "csv"
    JSON = "json"
    PO = "po"
    TS = "ts"  # Qt Linguist's
    STRINGS = "strings"  # Apple's


class ReadDocument(msgspec.Struct, frozen=True):
    """The texts of a document. ``columns``: of a table alone; ``language``: of its texts, as the file says, or ""."""

    kind: Kind
    units: list[Unit]
    columns: list[Column] = []
    language: str = ""
