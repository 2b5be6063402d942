"""Virtual environments and pip."""

from __future__ import annotations

import hashlib
import platform
import shutil
import sys
from pathlib import Path

from devtools import system
from devtools.console import SetupError, Status, environment_with, run_logged
from devtools.places import Places, venv_bin


def create_venv(places: Places, folder: Path) -> Path:
    """Make a fresh environment, with the Python that runs this, and return its interpreter."""
    system.require(places, "venv")
    run_logged([sys.executable, "-m", "venv", "--clear", folder], places.logs / "venv.log")
    return venv_bin(folder) / ("python.exe" if sys.platform == "win32" else "python")


def install_locked(places: Places, python: Path, lock: Path) -> None:
    """Install exactly what ``lock`` says, wheels only, so that no package runs code while it is installed."""
    options = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
    _pip(places, python, [*options, "--requirement", str(lock)], lock.stem)


def install_wheel(places: Places, python: Path, wheel: Path) -> None:
    """Install one local file, replacing another build of the same version."""
    _pip(places, python, ["--no-deps", "--no-index", "--force-reinstall", str(wheel)], "llama.cpp")


def _pip(places: Places, python: Path, arguments: list[str], name: str) -> None:
    status = Status()

    def show(line: str) -> None:
        if line.startswith("Collecting "):
            status.show(f"Installing {name}: {line.split()[1]}")

    env = environment_with(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_USER="0", PYTHONPATH=None)
    command: list[str | Path] = [python, "-m", "pip", "install", "--no-input", *arguments]
    try:
        run_logged(command, places.logs / f"pip-{name}.log", env=env, on_line=show)
    except SetupError as error:
        raise SetupError(f"{error}\nThe packages for {name} could not be installed. Is there a network?") from error
    status.finish(f"Installed {name}")


def build_environment(places: Places) -> Path:
    """Return the interpreter of the environment with the build tools, made once per lock and Python version."""
    lock = places.lock("build")
    text = lock.read_bytes() + f"{sys.prefix} {platform.python_version()}".encode()
    folder = places.cache / "tools" / hashlib.sha256(text).hexdigest()[:12]
    ready = folder / "ready"
    if not ready.exists():
        shutil.rmtree(folder, ignore_errors=True)
        install_locked(places, create_venv(places, folder), lock)
        ready.touch()
    return venv_bin(folder) / ("python.exe" if sys.platform == "win32" else "python")
