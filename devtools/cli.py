"""The commands of dev.py."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from devtools import checks, environment, locks, system
from devtools.console import SetupError, environment_with, passed_through, say
from devtools.places import Places, default_places

Command = Callable[[Places, Sequence[str]], int]

# Most tests wait for a process or a window. A file stays whole: its tests share an engine. A process that crashes
# ends the run: what waited for it would wait for ever.
EVERYTHING = ("-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadfile", "--max-worker-restart", "0")


def has_display() -> bool:
    """Tell whether a window can be shown."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(places: Places, arguments: Sequence[str]) -> int:
    """Start Parley; without a display a scripted person uses it on Qt's offscreen platform."""
    python = environment.ready(places, dev=False)
    system.require(places, "run")
    if has_display():
        return passed_through([python, "-m", "app", *arguments], cwd=places.root)
    say("No display: a scripted person uses Parley on Qt's offscreen platform.")
    return _offscreen(places, python, ["-m", "app", "--scripted-person", *arguments])


def test(places: Places, arguments: Sequence[str]) -> int:
    """Run all checks, then pytest with the given arguments, or everything in a process per core."""
    python = environment.ready(places, dev=True)
    system.require(places, "test")
    failed = checks.run_all(places, python)
    code = _offscreen(places, python, ["-m", "pytest", *(arguments or EVERYTHING)])
    if failed:
        say(f"Checks that failed (see above the tests): {', '.join(failed)}")
    return code or int(bool(failed))


def check(places: Places, arguments: Sequence[str]) -> int:
    """Run all checks, or only those named."""
    return int(bool(checks.run_all(places, environment.ready(places, dev=True), arguments)))


def soak(places: Places, arguments: Sequence[str]) -> int:
    """Run the tests with large counts, which take long."""
    return _offscreen(places, environment.ready(places, dev=True), ["-m", "pytest", "-m", "soak", *arguments])


def bench(places: Places, arguments: Sequence[str]) -> int:
    """Measure speed and memory, as ratios against peers in the same run."""
    return _offscreen(places, environment.ready(places, dev=True), ["-m", "benchmarks", *arguments])


def shots(places: Places, arguments: Sequence[str]) -> int:
    """Make the screenshots."""
    python = environment.ready(places, dev=True)
    system.require(places, "shots")
    return _offscreen(places, python, ["-m", "shots", *arguments])


def lock(places: Places, arguments: Sequence[str]) -> int:
    """Make the lock files again from requirements/*.in; "--upgrade" takes the newest versions."""
    environment.ready(places, dev=True)
    return locks.compile_locks(places, arguments)


def _offscreen(places: Places, python: Path, arguments: Sequence[str]) -> int:
    env = environment_with(QT_QPA_PLATFORM="offscreen")
    return passed_through([python, *arguments], env=env, cwd=places.root)


COMMANDS: dict[str, Command] = {
    "run": run, "test": test, "check": check, "bench": bench, "shots": shots, "soak": soak, "lock": lock,
}  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code; what a person has to know is one sentence on standard error."""
    parser = argparse.ArgumentParser(prog="dev.py", description="Set up, run, test and measure Parley.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, function in COMMANDS.items():
        commands.add_parser(name, help=function.__doc__, add_help=False)
    chosen, rest = parser.parse_known_args(arguments)
    try:
        return COMMANDS[chosen.command](default_places(), rest)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The next start goes on from here.", file=sys.stderr)
        return 130
