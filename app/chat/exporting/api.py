"""What an export is asked for. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ExportFormat(StrEnum):
    """What is written. PDF is drawn by the window from the HTML."""

    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    PDF = "pdf"


SUFFIXES = {
    ExportFormat.MARKDOWN: ".md",
    ExportFormat.JSON: ".json",
    ExportFormat.HTML: ".html",
    ExportFormat.PDF: ".pdf",
}


@dataclass(frozen=True)
class Words:
    """The words of a written conversation, in the person's language."""

    person: str
    assistant: str
    thoughts: str
    untitled: str
    language: str = "en"  # a code such as "zh-CN"
    date_format: str = "%Y-%m-%d %H:%M"
    rtl: bool = False  # the language is read from the right


@dataclass(frozen=True)
class ExportOptions:
    """``thoughts``: whether they are written too (JSON always has everything)."""

    words: Words
    thoughts: bool = True
