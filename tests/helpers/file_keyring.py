"""A keyring in a file, for real processes of a test: chosen with ``PYTHON_KEYRING_BACKEND``, kept where
``PARLEY_TEST_KEYRING`` says.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError
from typing_extensions import override


class FileKeyring(KeyringBackend):
    """Works, keeps its entries in clear: for tests alone."""

    priority = -1.0  # never chosen by itself: the library finds every backend class that was imported

    def __init__(self) -> None:
        self._file = Path(os.environ.get("PARLEY_TEST_KEYRING", os.devnull))

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self._entries().get(f"{service}/{username}")

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self._write(self._entries() | {f"{service}/{username}": password})

    @override
    def delete_password(self, service: str, username: str) -> None:
        entries = self._entries()
        if entries.pop(f"{service}/{username}", None) is None:
            raise PasswordDeleteError("no such entry")
        self._write(entries)

    def _entries(self) -> dict[str, str]:
        if not self._file.exists():
            return {}
        entries: dict[str, str] = json.loads(self._file.read_text())
        return entries

    def _write(self, entries: dict[str, str]) -> None:
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps(entries))
        new.replace(self._file)
