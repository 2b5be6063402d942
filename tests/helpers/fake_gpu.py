"""llama.cpp's libraries with a graphics card that this computer does not have: ``tests/data/fake_gpu.c``."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from app.engine.backend import library_folder

SOURCES = Path(__file__).resolve().parents[1] / "data"
COMPILER = shutil.which("cc") if sys.platform == "linux" else None
MODULE, VARIANT = "libggml-fake.so", "libggml-cpu-shim.so"


def libraries_with_gpu(folder: Path) -> Path:
    """Lay the libraries out as a package does, processor's variant and all; return the folder."""
    folder.mkdir()
    ours = library_folder()
    for file in ours.glob("*.so*"):
        (folder / file.name).symlink_to(file)
    with_ours = (f"-L{ours}", "-lggml", "-lggml-base", f"-Wl,-rpath,{ours}")
    _compile(SOURCES / "fake_gpu.c", folder / MODULE, *with_ours)
    _compile(SOURCES / "fake_gpu.c", folder / VARIANT, "-Dggml_backend_init=no_device", *with_ours)
    return folder


def crashing_driver(folder: Path) -> Path:
    """Return a library for ``LD_PRELOAD``: ``tests/data/crashing_driver.c``."""
    folder.mkdir()
    _compile(SOURCES / "crashing_driver.c", folder / "driver.so")
    return folder / "driver.so"


def _compile(source: Path, target: Path, *options: str) -> None:
    assert COMPILER is not None
    subprocess.run([COMPILER, "-shared", "-fPIC", "-o", str(target), str(source), *options], check=True)
