"""Where the project and the per-user cache are."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CACHE_NAME = "parley-dev"


@dataclass(frozen=True)
class Places:
    """The folders that set-up works in."""

    root: Path
    cache: Path  # may be deleted at any time; costs a build

    @property
    def venv(self) -> Path:
        """The project's own environment."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return venv_bin(self.venv) / ("python.exe" if sys.platform == "win32" else "python")

    @property
    def stamp(self) -> Path:
        """What is installed in it."""
        return self.venv / "parley-setup.json"

    @property
    def logs(self) -> Path:
        """Output of the commands that set-up ran."""
        return self.cache / "logs"

    def lock(self, name: str) -> Path:
        """Return the lock file called ``name``."""
        return self.root / "requirements" / f"{name}.lock"


def venv_bin(venv: Path) -> Path:
    """Return the folder of an environment's programs."""
    return venv / ("Scripts" if sys.platform == "win32" else "bin")


def user_cache() -> Path:
    """Return ``PARLEY_DEV_CACHE``, or this system's folder for things that can be made again."""
    chosen = os.environ.get("PARLEY_DEV_CACHE")
    if chosen:
        return Path(chosen).absolute()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / CACHE_NAME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / CACHE_NAME
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / CACHE_NAME


def default_places() -> Places:
    """Return the folders of this checkout and this person."""
    return Places(ROOT, user_cache())
