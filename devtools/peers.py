"""Build the programs that Parley is measured against: llama-bench and llama-server.

From the source archive of the package that Parley itself is built from, with the same compiler flags, so that a ratio
says something about Parley and not about two builds. Only ``dev.py bench`` needs them; they are kept in the cache.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from devtools import llama_build, system, tools
from devtools.console import Status, environment_with, run_logged
from devtools.llama_build import Flavour
from devtools.places import Places, venv_bin

PROGRAMS = ("llama-bench", "llama-server")
OPTIONS = (
    "-DCMAKE_BUILD_TYPE=Release",
    "-DBUILD_SHARED_LIBS=ON",
    "-DLLAMA_OPENSSL=OFF",
    "-DLLAMA_BUILD_TESTS=OFF",
    "-DLLAMA_BUILD_EXAMPLES=OFF",
    "-DLLAMA_BUILD_APP=OFF",
    "-DLLAMA_BUILD_UI=OFF",
    "-DLLAMA_USE_PREBUILT_UI=OFF",
    "-DLLAMA_BUILD_TOOLS=ON",
    "-DLLAMA_BUILD_SERVER=ON",
)


def programs(places: Places) -> Path:
    """Return the folder with the peers, building them first where needed (about ten minutes on two cores).

    Raises:
        SetupError: no compiler, no source, or the build failed.
    """
    system.require(places, "build")
    recipe = llama_build.recipe(places, Flavour.NATIVE, llama_build.compiler_version())
    folder = places.cache / "peers" / recipe.key
    if not (folder / "done").exists():
        _build(places, recipe, folder)
    return folder / "cmake" / "bin"


def _build(places: Places, recipe: llama_build.Recipe, folder: Path) -> None:
    python = tools.build_environment(places)
    source = llama_build.unpacked(llama_build.source(places, python), folder / "source")
    cmake = venv_bin(python.parents[1]) / "cmake"
    flags = [argument for argument in recipe.arguments if not argument.startswith(("-DLLAVA", "-DCMAKE_INSTALL"))]
    tree, log = folder / "cmake", places.logs / "peers-build.log"
    env = llama_build.build_variables(python, [])
    configure: list[str | Path] = [cmake, "-S", source / "vendor" / "llama.cpp", "-B", tree, *flags, *OPTIONS]
    run_logged(configure, log, env=env)
    progress = llama_build.BuildProgress(Status(), time.monotonic, "the programs to compare with")
    build: list[str | Path] = [cmake, "--build", tree, "--target", *PROGRAMS]
    run_logged(build, log, env=environment_with(**dict(env)), on_line=progress.line)
    progress.finish()
    shutil.rmtree(folder / "source", ignore_errors=True)
    (folder / "done").write_text("")
