"""All checks that block: the tools and our own, side by side, each with its own words and exit code."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from devtools.console import SetupError, environment_with, say
from devtools.places import Places, venv_bin


@dataclass(frozen=True)
class Result:
    """How one check ended."""

    name: str
    passed: bool
    output: str
    seconds: float


def commands(places: Places, python: Path) -> dict[str, list[str]]:
    """Return every check's command line; the slow ones first, so that they start first."""
    programs = venv_bin(places.venv)
    return {
        "mypy": [str(python), "-m", "mypy"],
        "vulture": [str(python), "-m", "vulture"],
        "lint-imports": [str(programs / "lint-imports"), "--no-logo"],
        "deptry": [str(programs / "deptry"), "."],
        "codespell": [str(programs / "codespell")],
        "ruff check": [str(python), "-m", "ruff", "check", "--output-format", "concise"],
        "ruff format": [str(python), "-m", "ruff", "format", "--check"],
        "house rules": [str(python), "-m", "devtools.house_checks"],
        "translations": [str(python), "-m", "devtools.translations", "--check"],
        "licences": [str(python), "-m", "devtools.licences", "--check"],
    }


def run_one(name: str, command: Sequence[str], root: Path) -> Result:
    """Run one check to its end."""
    start = time.monotonic()
    done = subprocess.run(
        command, cwd=root, env=environment_with(NO_COLOR="1", FORCE_COLOR=None), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    return Result(name, done.returncode == 0, done.stdout.strip(), time.monotonic() - start)


def results(root: Path, chosen: dict[str, list[str]]) -> Iterator[Result]:
    """Yield the results as they come; the tools run beside each other."""
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        running = [pool.submit(run_one, name, command, root) for name, command in chosen.items()]
        for future in as_completed(running):
            yield future.result()


def run_all(places: Places, python: Path, names: Sequence[str] = ()) -> list[str]:
    """Run the checks called ``names`` (all when empty), print what they found, return the names of those that failed.

    Raises:
        SetupError: a name is unknown.
    """
    every = commands(places, python)
    if unknown := set(names) - set(every):
        raise SetupError(f"No such check: {', '.join(sorted(unknown))}. There are: {', '.join(every)}.")
    failed = []
    for result in results(places.root, {name: every[name] for name in names or every}):
        say(f"{'ok    ' if result.passed else 'FAILED'} {result.name} ({result.seconds:.1f} s)")
        if not result.passed:
            failed.append(result.name)
            say(result.output)
    return failed
