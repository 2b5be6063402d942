"""Files in something that is dropped or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

CONVERSATIONS = frozenset({".json", ".zip", ".chat"})
"""How the names of files end that may hold conversations; a document can be JSON as well."""


def files_in(data: QMimeData) -> list[Path]:
    """Return the local files."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


def may_be_conversations(path: Path) -> bool:
    """Whether a file's name is one that conversations come under."""
    return path.suffix.lower() in CONVERSATIONS
