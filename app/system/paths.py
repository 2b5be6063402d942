"""The one place that knows directories. No Qt.

``PARLEY_HOME`` moves everything into one folder (portable use, and tests).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec

from app import APP_ID

CACHE_VARIABLE = "PARLEY_CACHE"


class Paths(msgspec.Struct, frozen=True):
    """Where Parley keeps things. Folders are made by whoever writes into them."""

    data: Path  # conversations, keys
    config: Path  # settings
    cache: Path  # what can be made again
    logs: Path

    @property
    def settings_file(self) -> Path:
        """The settings, JSON."""
        return self.config / "settings.json"

    @property
    def conversations_file(self) -> Path:
        """The encrypted conversations."""
        return self.data / "conversations.db"

    @property
    def models(self) -> Path:
        """Models that Parley downloaded."""
        return self.data / "models"


def default_paths() -> Paths:
    """Return the folders of this system, or those under ``PARLEY_HOME``."""
    home = os.environ.get("PARLEY_HOME")
    if home:
        root = Path(home).absolute()
        return Paths(root / "data", root / "config", root / "cache", root / "logs")
    import platformdirs  # noqa: PLC0415 - 1 MB that the workers do not need

    dirs = platformdirs.PlatformDirs(APP_ID, appauthor=False)
    return Paths(dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path, dirs.user_log_path)


def cache_folder() -> Path:
    """Return the cache's folder; a worker is told it by the window that started it."""
    told = os.environ.get(CACHE_VARIABLE)
    return Path(told) if told and not os.environ.get("PARLEY_HOME") else default_paths().cache


def resources() -> Path:
    """Return the folder of files that ship with Parley; in a frozen program it lies beside the code."""
    frozen = getattr(sys, "_MEIPASS", None)
    return (Path(frozen) if frozen else Path(__file__).resolve().parents[2]) / "resources"


def starter_model() -> Path:
    """Return the built-in model that works with no download."""
    return resources() / "starter" / "qwen3-tiny-hybrid-Q8_0.gguf"
