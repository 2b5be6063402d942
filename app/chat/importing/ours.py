"""Reads what Parley exported as JSON; ``exporting.as_json`` says how it looks. No Qt."""

from __future__ import annotations

from typing import Any

import msgspec

from app.chat.exporting.as_json import FORMAT, VERSION, ExportedConversation
from app.chat.importing.draft import Draft, Reading, sound
from app.chat.importing.report import Skipped, SkipReason, SourceFormat


def is_ours(header: dict[str, Any]) -> bool:
    """Whether a file with this around its conversations is ours."""
    return header.get("format") == FORMAT


def read_ours(value: Any, header: dict[str, Any]) -> Reading:
    """Return one conversation of the file."""
    version = header.get("version")
    if isinstance(version, int) and version > VERSION:
        return Skipped("", SkipReason.NEWER_VERSION)
    try:
        found = msgspec.convert(value, ExportedConversation)
    except (msgspec.ValidationError, RecursionError):
        return Skipped(_title(value), SkipReason.UNREADABLE)
    return sound(Draft(SourceFormat.PARLEY, found.conversation, found.messages, found.folder))


def _title(value: Any) -> str:
    """Return the title of a conversation of which nothing else is sure."""
    row = value.get("conversation") if isinstance(value, dict) else None
    title = row.get("title") if isinstance(row, dict) else None
    return title[:100] if isinstance(title, str) else ""
