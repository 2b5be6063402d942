"""Write resources/licenses/THIRD_PARTY.md from the locked packages' own metadata.

``python3 -m devtools.licences`` writes it, in the project's environment; with ``--check`` it only says whether it is
current. A package that this system does not install keeps the row it has.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, distributions
from pathlib import Path

from devtools.console import SetupError, say
from devtools.locks import Pin, canonical, read_lock
from devtools.places import ROOT

# Read in the packages themselves, where their metadata says nothing or only a family name.
STATED = {
    "colorama": "BSD-3-Clause",
    "httpx2-jsfetch": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "pywin32-ctypes": "BSD-3-Clause",
    "sqlcipher3": "Zlib (bindings); SQLCipher: BSD-3-Clause; SQLite: public domain",
}
FAMILIES = {"MIT License": "MIT", "BSD License": "BSD", "Apache Software License": "Apache-2.0"}
ROW = re.compile(r"\| (?P<name>\S+) \| (?P<version>\d\S*) \| (?P<licence>[^|]+) \|")
INTRODUCTION = """\
# Third-party licences

Parley itself is under the MIT licence (see LICENSE). It stands on the work below. Written by
`python -m devtools.licences` from the locked packages' own metadata; do not edit.

## Part of the program, not a Python package

| what | licence | note |
|---|---|---|
| llama.cpp and ggml | MIT | built from the source inside llama-cpp-python |
| Qt 6 | LGPL-3.0-only | through PySide6, dynamically linked: its libraries are separate files that may be replaced |
| Qwen3 chat template | Apache-2.0 | inside the starter model; by the Qwen team |
| starter model (qwen3-tiny-hybrid) | Apache-2.0 | weights and training data made for Parley |

## Python packages

| package | version | licence |
|---|---|---|
"""


@dataclass(frozen=True)
class Row:
    """One package in the table."""

    name: str
    version: str
    licence: str

    @property
    def text(self) -> str:
        """As a line of the table."""
        return f"| {self.name} | {self.version} | {self.licence} |\n"


def licence_of(metadata: PackageMetadata) -> str:
    """Return the licence that a package states: its expression, its short text, or its classifier; "" for none."""
    short = [text for text in _values(metadata, "License") if "\n" not in text and len(text) < 80]
    lines = [line for line in _values(metadata, "Classifier") if line.startswith("License ::")]
    families = [line.rpartition("::")[2].strip() for line in lines]
    stated = [*_values(metadata, "License-Expression"), *short, *(FAMILIES.get(name, name) for name in families)]
    return next(filter(None, stated), "")


def _values(metadata: PackageMetadata, name: str) -> list[str]:
    return [str(value).strip() for value in metadata.get_all(name) or []]


def read_rows(text: str) -> dict[str, Row]:
    """Return the table's rows by package name."""
    found = (Row(match["name"], match["version"], match["licence"].strip()) for match in ROW.finditer(text))
    return {row.name: row for row in found}


def rows(pins: Sequence[Pin], installed: Mapping[str, str], previous: Mapping[str, Row]) -> Iterator[Row]:
    """Yield a row for every locked package; ``installed`` maps names to stated licences.

    Raises:
        SetupError: nobody says what a package's licence is.
    """
    for pin in sorted(pins, key=lambda pin: canonical(pin.name)):
        name = canonical(pin.name)
        kept = previous[name].licence if name in previous and name not in installed else ""
        licence = STATED.get(name) or installed.get(name) or kept
        if not licence:
            raise SetupError(f"The licence of {name} is not known; read its source and add it to devtools/licences.py")
        yield Row(name, pin.version, licence)


def document(root: Path) -> str:
    """Return what THIRD_PARTY.md should hold."""
    pins = [*read_lock(root / "requirements" / "runtime.lock"), *read_lock(root / "requirements" / "llama.lock")]
    installed = {canonical(found.metadata["Name"]): licence_of(found.metadata) for found in distributions()}
    target = listing(root)
    previous = read_rows(target.read_text(encoding="utf-8")) if target.exists() else {}
    return INTRODUCTION + "".join(row.text for row in rows(pins, installed, previous))


def listing(root: Path) -> Path:
    """Return the file."""
    return root / "resources" / "licenses" / "THIRD_PARTY.md"


def main(arguments: Sequence[str]) -> int:
    """Write or check the file."""
    target = listing(ROOT)
    text = document(ROOT)
    if "--check" not in arguments:
        target.write_text(text, encoding="utf-8")
    elif not target.exists() or target.read_text(encoding="utf-8") != text:
        say(f"{target.relative_to(ROOT).as_posix()}:1: is not current; run .venv/bin/python -m devtools.licences")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
