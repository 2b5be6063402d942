"""Loads beforehand what libraries load when they first need it: a process that is shut in can open no module."""

from __future__ import annotations

import codecs
import encodings
import importlib
import pkgutil


def load_encodings() -> None:
    """Load every encoding that Python knows."""
    for module in pkgutil.iter_modules(encodings.__path__):
        try:
            codecs.lookup(module.name)
        except (LookupError, ImportError):
            continue  # a module that is no encoding here, such as "mbcs" beside Windows


def load_package(name: str) -> None:
    """Load a package with everything in it; a part that wants a library which is not here stays away."""
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, f"{name}."):
        try:
            importlib.import_module(module.name)
        except ImportError:
            continue
