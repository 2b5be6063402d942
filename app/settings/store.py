"""Reads and writes the settings file. No Qt."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import msgspec

from app.settings.schema import Settings
from app.system.files import atomic_write

log = logging.getLogger(__name__)


class SettingsStore:
    """The settings in memory and on disk. A damaged file is kept beside the new one as ``.damaged``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writes = True
        self.current = self._load()

    def save(self, settings: Settings) -> None:
        """Replace the current settings and write them. Raises OSError when the disk refuses."""
        self.current = settings
        if self._writes:
            atomic_write(self._path, msgspec.json.format(msgspec.json.encode(settings)))

    def change(self, **values: Any) -> Settings:
        """Replace single fields, checked against the schema, and write."""
        merged = msgspec.to_builtins(self.current) | msgspec.to_builtins(values)
        self.save(msgspec.convert(merged, Settings))
        return self.current

    def write_no_more(self) -> None:
        """From now on change nothing on the disk: the file was deleted on the person's wish."""
        self._writes = False

    def _load(self) -> Settings:
        try:
            raw = msgspec.json.decode(self._path.read_bytes())
        except FileNotFoundError:
            return Settings()
        except (OSError, msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
            log.info("settings unreadable, using defaults: %s", error)
            self._keep_damaged()
            return Settings()
        return _accept(raw) if isinstance(raw, dict) else Settings()

    def _keep_damaged(self) -> None:
        try:
            self._path.replace(self._path.with_suffix(".damaged"))
        except OSError as error:
            log.info("could not set the damaged settings aside: %s", error)


def _accept(raw: dict[str, Any]) -> Settings:
    """Take each value that fits the schema; the rest stay at their defaults."""
    good: dict[str, Any] = {}
    for field in msgspec.structs.fields(Settings):
        if field.name not in raw:
            continue
        try:
            good[field.name] = msgspec.convert(raw[field.name], field.type)
        except msgspec.ValidationError as error:
            log.info("setting %s ignored: %s", field.name, error)
    return Settings(**good)
