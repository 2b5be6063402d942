"""Make the project's environment what the lock files say, and remember that it is.

A start with nothing to do only compares a stamp: hashes of the lock files, the Python version, and what the build of
llama.cpp depends on.
"""

from __future__ import annotations

import hashlib
import json
import platform
import subprocess
import sys
from pathlib import Path

from devtools import llama_build, system, tools
from devtools.console import SetupError, environment_with, say
from devtools.exclusive import exclusively
from devtools.llama_build import Flavour
from devtools.places import Places

GOLDEN_CHECK = ("-m", "app", "--worker", "engine-probe")
GOLDEN_SECONDS = 180
LOCKS_OF = {"runtime": ("runtime",), "dev": ("dev", "testdata")}

Stamp = dict[str, str]  # part -> fingerprint of what is installed; "flavour" -> the build that passed the check


def read_stamp(path: Path) -> Stamp:
    """Return the stamp, empty when there is none or it is no stamp."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(part): str(value) for part, value in found.items()} if isinstance(found, dict) else {}


def fingerprint(places: Places, part: str) -> str:
    """Return what ``part`` ("runtime", "dev", "llama") would have in the stamp if it were installed now."""
    if part == "llama":
        return llama_build.start_key(places)
    digest = hashlib.sha256(f"{venv_version(places)} {sys.platform} {platform.machine()}".encode())
    for name in LOCKS_OF[part]:
        digest.update(places.lock(name).read_bytes())
    return digest.hexdigest()


def venv_version(places: Places) -> str:
    """Return major.minor of the environment's Python, "" when it is absent or its interpreter is gone."""
    try:
        lines = (places.venv / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    pairs = dict(line.replace(" ", "").split("=", 1) for line in lines if "=" in line)
    version = pairs.get("version") or pairs.get("version_info", "")
    return ".".join(version.split(".")[:2]) if places.python.exists() else ""


def ready(places: Places, *, dev: bool) -> Path:
    """Return the environment's interpreter, after installing what is missing or out of date.

    Raises:
        SetupError: something could not be installed, with the sentence for the person.
    """
    parts = ["runtime", "llama", "dev"] if dev else ["runtime", "llama"]
    if _outdated(places, parts):
        with exclusively(places.cache / "setup.lock", lambda: say("Waiting for another dev.py that is setting up.")):
            for part in _outdated(places, parts):  # another dev.py may have done it meanwhile
                _install(places, part)
    return places.python


def _outdated(places: Places, parts: list[str]) -> list[str]:
    stamp = read_stamp(places.stamp) if venv_version(places) else {}
    return [part for part in parts if stamp.get(part) != fingerprint(places, part)]


def _install(places: Places, part: str) -> None:
    system.require(places, "test" if part == "dev" else "run")
    if not _usable_venv(places):
        say(f"Making {places.venv}")
        tools.create_venv(places, places.venv)
    stamp = read_stamp(places.stamp)
    stamp.pop(part, None)
    if part == "llama":
        stamp["flavour"] = install_llama(places)
    else:
        for name in LOCKS_OF[part]:
            tools.install_locked(places, places.python, places.lock(name))
    stamp[part] = fingerprint(places, part)
    places.stamp.write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def _usable_venv(places: Places) -> bool:
    """Tell whether there is an environment, and the Python under it was not replaced by another version."""
    version = venv_version(places)
    current = f"{sys.version_info.major}.{sys.version_info.minor}"
    same_python = places.python.resolve() == Path(sys.executable).resolve()
    return bool(version) and (version == current or not same_python)


def install_llama(places: Places) -> Flavour:
    """Install the first build of llama.cpp that passes the golden check."""
    for flavour in Flavour:
        tools.install_wheel(places, places.python, llama_build.wheel(places, flavour))
        problem = golden_problem(places)
        if problem is None:
            return flavour
        say(f"The {flavour} build of llama.cpp does not work on this processor: {problem}")
    raise SetupError(
        "No build of llama.cpp works on this processor, so Parley cannot run here. Please report this with the file "
        f"{places.logs / 'llama-build.log'}"
    )


def golden_problem(places: Places) -> str | None:
    """Let the installed build decode the starter model in a child; None when it gave the expected tokens.

    Raises:
        SetupError: the check itself failed in Parley's own code, which no other build would cure.
    """
    command: list[str | Path] = [places.python, *GOLDEN_CHECK]
    try:
        done = subprocess.run(
            command, cwd=places.root, env=environment_with(PYTHONPATH=None), stdin=subprocess.DEVNULL,
            capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=GOLDEN_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"it did not answer within {GOLDEN_SECONDS} seconds"
    if "Traceback (most recent call last)" in done.stderr:
        raise SetupError(f"{done.stderr.rstrip()}\nThe check of llama.cpp's build failed before it could judge it.")
    if done.returncode == 0:
        return None
    return f"the process died of signal {-done.returncode}" if done.returncode < 0 else "it gives wrong answers"
