"""The lock files: reading them, and making them again with uv."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from devtools.console import passed_through
from devtools.places import Places, venv_bin

# In this order: dev is constrained by runtime. "--no-deps": see the comment in the file.
LOCKS: dict[str, tuple[str, ...]] = {
    "runtime": (),
    "dev": (),
    "build": (),
    "llama": ("--no-deps",),
    "testdata": ("--no-deps",),
}
PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\]+))?")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
HASH = re.compile(r"--hash=sha256:(?P<sha256>[0-9a-f]{64})")


@dataclass(frozen=True)
class Pin:
    """One locked package."""

    name: str
    version: str
    marker: str  # where it is installed; "" everywhere
    hashes: tuple[str, ...]  # sha256 of every file that may be installed


def read_lock(path: Path) -> list[Pin]:
    """Return the packages in a lock file, in its order."""
    entries: list[tuple[re.Match[str], list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := PIN.match(line):
            entries.append((match, []))
        elif entries:
            entries[-1][1].extend(HASH.findall(line))
    return [Pin(m["name"], m["version"], (m["marker"] or "").strip(), tuple(hashes)) for m, hashes in entries]


def canonical(name: str) -> str:
    """Return a package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted_names(lines: Sequence[str]) -> set[str]:
    """Return the canonical names in lines of requirements; options and comments are skipped."""
    return {canonical(match[0]) for line in lines if (match := NAME.match(line.strip()))}


def compile_locks(places: Places, arguments: Sequence[str]) -> int:
    """Make every lock file again with uv; ``arguments`` such as ``--upgrade`` go to it. Returns an exit code."""
    for name, options in LOCKS.items():
        command: list[str | Path] = [
            venv_bin(places.venv) / "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11",
            "--generate-hashes", "--no-emit-index-url", "--custom-compile-command", "python3 dev.py lock",
            *options, *arguments, f"requirements/{name}.in", "--output-file", f"requirements/{name}.lock",
        ]  # fmt: skip
        if code := passed_through(command, cwd=places.root):
            return code
    return 0
