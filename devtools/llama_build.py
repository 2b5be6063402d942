"""Build llama-cpp-python's wheel for this machine, once per person.

Native, but without AMX: on Linux virtual machines everything may report AMX while its first instruction kills the
process. Whether a build runs is not argued but tried, by the golden check in ``devtools.environment``.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from devtools import system, tools
from devtools.console import SetupError, Status, duration, environment_with, run_logged, say
from devtools.locks import Pin, read_lock
from devtools.places import Places, venv_bin

# Read by CMake right after llama-cpp-python's own project(): Parley needs libllama and ggml, nothing else. Without
# versioned names each library is one file; else a wheel holds three copies and two ggml could meet in one process.
CMAKE_INCLUDE = """\
set(LLAMA_BUILD_COMMON OFF)
set(LLAMA_BUILD_TOOLS OFF)
set(CMAKE_PLATFORM_NO_VERSIONED_SONAME ON)
"""
NO_AMX = "-mno-amx-tile -mno-amx-int8 -mno-amx-bf16"
# What of /proc/cpuinfo decides which instructions a native build uses. The rest changes with every kernel.
INSTRUCTION_SETS = re.compile(
    r"(sse|ssse|avx|fma|f16c|bmi|amx|gfni|vaes|vpcl|movbe|popcnt|adx|xop|clwb|movdir|serialize|rdpid|"
    r"asimd|neon|sve|sme|i8mm|bf16|fp|atomics|crc32|aes|sha)\w*"
)
# They would change what comes out behind the recipe's back; SOURCE_DATE_EPOCH makes ggml drop AVX.
HIDDEN_INFLUENCES = ("SOURCE_DATE_EPOCH", "CFLAGS", "CXXFLAGS", "CMAKE_GENERATOR", "GGML_NATIVE")
STEP = re.compile(r"\s*\[(?P<done>\d+)/(?P<all>\d+)\]")


class Flavour(StrEnum):
    """How the CPU kernels are compiled; tried in this order."""

    NATIVE = "native"  # for exactly this processor, less AMX
    PORTABLE = "portable"  # for any of the last ten years


@dataclass(frozen=True)
class Recipe:
    """All that decides what a build gives; two equal recipes may share a wheel, whatever the Python version."""

    package: str
    source_sha256: str
    arguments: tuple[str, ...]
    include: str
    system: str
    processor: str
    compiler: str  # "" where it is left out, see ``start_key``

    @property
    def key(self) -> str:
        """A short name for this recipe."""
        text = json.dumps(asdict(self), sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:20]


def cmake_arguments(flavour: Flavour, platform_name: str, machine: str) -> tuple[str, ...]:
    """Return CMake's arguments for ``sys.platform`` and ``platform.machine()``."""
    arguments = [
        "-DLLAVA_BUILD=OFF",
        "-DLLAMA_BUILD_NUMBER=0",  # else git is asked about whatever repository the cache lies in
        f"-DGGML_NATIVE={'ON' if flavour is Flavour.NATIVE else 'OFF'}",
        "-DCMAKE_INSTALL_BINDIR=llama_cpp/lib",
        "-DCMAKE_INSTALL_LIBDIR=llama_cpp/lib",
    ]
    if platform_name != "win32":  # there CMake's own choice, Visual Studio, needs no prepared shell
        arguments.append("-GNinja")
    if platform_name != "win32" and machine in {"x86_64", "AMD64"}:
        arguments += [f"-DCMAKE_C_FLAGS={NO_AMX}", f"-DCMAKE_CXX_FLAGS={NO_AMX}"]
    return tuple(arguments)


def instruction_sets(cpuinfo: str) -> str:
    """Return what ``/proc/cpuinfo`` says about instructions that a compiler may use, in a fixed order."""
    for line in cpuinfo.splitlines():
        name, _, value = line.partition(":")
        if name.strip() in {"flags", "Features"}:
            return " ".join(sorted(flag for flag in value.split() if INSTRUCTION_SETS.fullmatch(flag)))
    return ""


def processor() -> str:
    """Return what distinguishes this processor from another that a native build may not run on."""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        return instruction_sets(cpuinfo.read_text(encoding="utf-8", errors="replace"))
    if sys.platform == "darwin":
        command = ["sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return platform.processor()


def compiler_version() -> str:
    """Return the first line of what the compiler says about itself; "" when there is none on the PATH."""
    program = system.compiler()
    if program is None:
        return ""
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    return answer.partition("\n")[0]


def source_pin(places: Places) -> Pin:
    """Return the one package in llama.lock."""
    (pin,) = read_lock(places.lock("llama"))
    return pin


def recipe(places: Places, flavour: Flavour, compiler: str) -> Recipe:
    """Return the recipe for this machine."""
    pin = source_pin(places)
    return Recipe(
        package=f"{pin.name}=={pin.version}",
        source_sha256=" ".join(pin.hashes),
        arguments=cmake_arguments(flavour, sys.platform, platform.machine()),
        include=CMAKE_INCLUDE,
        system=f"{sys.platform} {platform.machine()}",
        processor=processor() if flavour is Flavour.NATIVE else "",
        compiler=compiler,
    )


def start_key(places: Places) -> str:
    """Return what must be unchanged for an installed build to be used again; no compiler is needed to know it."""
    return recipe(places, Flavour.NATIVE, "").key


def time_left(done: int, total: int, elapsed: float) -> float:
    """Return the seconds that ``total - done`` steps will take at the pace so far; ``done`` is at least 1."""
    return elapsed * (total - done) / done


class BuildProgress:
    """Turns ninja's "[12/83] Building …" into a status line."""

    def __init__(self, status: Status, clock: Callable[[], float] = time.monotonic, what: str = "llama.cpp") -> None:
        self._status = status
        self._clock = clock
        self._start = clock()
        self._what = what

    def line(self, text: str) -> None:
        """Take one line of the build's output."""
        elapsed = self._clock() - self._start
        match = STEP.match(text)
        if match is None or int(match["done"]) == 0:
            return
        done, total = int(match["done"]), int(match["all"])
        left = duration(time_left(done, total, elapsed))
        self._status.show(f"Building {self._what}: {done} of {total}, {duration(elapsed)} so far, about {left} left")

    def finish(self) -> None:
        """Say how long it took."""
        self._status.finish(f"Built {self._what} in {duration(self._clock() - self._start)}")


def wheel(places: Places, flavour: Flavour) -> Path:
    """Return this machine's wheel from the cache, building it first where needed (minutes).

    Raises:
        SetupError: no compiler, no source, or the build failed.
    """
    system.require(places, "build")
    wanted = recipe(places, flavour, compiler_version())
    folder = places.cache / "wheels" / wanted.key
    found = next(folder.glob("*.whl"), None)
    if found is None:
        _build(places, wanted, folder)
        found = next(folder.glob("*.whl"))
    return found


def _build(places: Places, wanted: Recipe, folder: Path) -> None:
    work = places.cache / "build" / wanted.key  # kept when interrupted: ninja goes on where it stopped
    python = tools.build_environment(places)
    tree = unpacked(source(places, python), work / "source")
    include = work / "parley.cmake"
    include.write_text(wanted.include, encoding="utf-8")
    out = work / "out"
    shutil.rmtree(out, ignore_errors=True)
    command: list[str | Path] = [
        python, "-m", "pip", "wheel", "-v", "--no-deps", "--no-build-isolation", "--no-index", "--no-cache-dir",
        "-C", f"build-dir={work / 'cmake'}", "-C", "cmake.verbose=false", "--wheel-dir", out, tree,
    ]  # fmt: skip
    progress = BuildProgress(Status())
    env = build_variables(python, [*wanted.arguments, f"-DCMAKE_PROJECT_llama_cpp_INCLUDE={include.as_posix()}"])
    run_logged(command, places.logs / "llama-build.log", env=env, on_line=progress.line)
    progress.finish()
    (out / "recipe.json").write_text(json.dumps(asdict(wanted), indent=1), encoding="utf-8")
    folder.parent.mkdir(parents=True, exist_ok=True)
    out.replace(folder)
    shutil.rmtree(work, ignore_errors=True)


def build_variables(python: Path, arguments: list[str]) -> Mapping[str, str]:
    """Return the environment for a build: the build tools first on the PATH, nothing that changes the result."""
    without: dict[str, str | None] = dict.fromkeys(HIDDEN_INFLUENCES)
    path = f"{venv_bin(python.parents[1])}{os.pathsep}{os.environ.get('PATH', '')}"
    return environment_with(**without, PATH=path, CMAKE_ARGS=shlex.join(arguments))


def source(places: Places, python: Path) -> Path:
    """Return the source archive, downloaded unless it is there and whole."""
    pin = source_pin(places)
    folder = places.cache / "sources"
    name = f"{pin.name.replace('-', '_')}-{pin.version}.tar.gz"
    if not _is_whole(folder / name, pin):
        say(f"Downloading {name} (77 MB)")
        command: list[str | Path] = [
            python, "-m", "pip", "download", "--no-deps", "--no-build-isolation", "--require-hashes",
            "--no-binary", ":all:", "--dest", folder, "--requirement", places.lock("llama"),
        ]  # fmt: skip
        run_logged(command, places.logs / "llama-download.log")
    if not _is_whole(folder / name, pin):
        raise SetupError(f"{folder / name} is missing or not the file that requirements/llama.lock names")
    return folder / name


def _is_whole(path: Path, pin: Pin) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() in pin.hashes


def unpacked(archive: Path, folder: Path) -> Path:
    """Return the source tree; a whole one from an interrupted build is used again, so that ninja knows its files."""
    tree = folder / archive.name.removesuffix(".tar.gz")
    if not tree.is_dir():
        partial = folder.with_name("unpacking")
        shutil.rmtree(partial, ignore_errors=True)
        with tarfile.open(archive) as tar:
            tar.extractall(partial, filter="data")
        partial.replace(folder)
    return tree
