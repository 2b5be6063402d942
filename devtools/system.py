"""System packages: what is missing, and installing it where we may (root and apt) or saying how.

``python3 -m devtools.system test shots`` prints the command that installs what those need, or nothing.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from devtools.console import SetupError, environment_with, run_logged, say
from devtools.places import Places

# File name of a library as the dynamic linker knows it -> Debian's package.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1", "libGL.so.1": "libgl1", "libX11.so.6": "libx11-6", "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1", "libfreetype.so.6": "libfreetype6", "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2", "libxkbcommon.so.0": "libxkbcommon0", "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1", "libgomp.so.1": "libgomp1",
}  # fmt: skip
DISPLAY_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1", "libxcb-cursor.so.0": "libxcb-cursor0", "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0", "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0", "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0", "libxcb-util.so.1": "libxcb-util1", "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}  # fmt: skip
# A font file's name -> Debian's package. Without any font Qt draws boxes; the screenshots show many scripts.
ANY_FONT = {"*.[to]t[fc]": "fonts-dejavu-core"}
ALL_FONTS = {
    "DejaVuSans.ttf": "fonts-dejavu-core",
    "NotoSansCJK*": "fonts-noto-cjk",
    "NotoSansArabic-*": "fonts-noto-core",
    "NotoSansDevanagari-*": "fonts-noto-core",
    "NotoSansThai-*": "fonts-noto-core",
    "NotoSansHebrew-*": "fonts-noto-core",
    "NotoColorEmoji*": "fonts-noto-color-emoji",
}
# What some tests run Parley beside, and are skipped without -> Debian's package.
TEST_TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "dbus-daemon": "dbus"}
COMPILERS = ("c++", "g++", "clang++")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


@dataclass(frozen=True)
class Missing:
    """One thing that this system lacks."""

    what: str
    package: str  # Debian's name


@cache
def _linker_cache() -> str:
    """Return what the dynamic linker knows; far cheaper than loading the libraries to see whether they are there."""
    tool = shutil.which("ldconfig", path=f"{os.environ.get('PATH', '')}:/sbin:/usr/sbin")
    if tool is None:
        return ""
    return subprocess.run([tool, "-p"], capture_output=True, text=True, check=False).stdout


def has_library(name: str) -> bool:
    """Tell whether a program could load the library ``name``, also by LD_LIBRARY_PATH."""
    if f"\t{name} " in _linker_cache():
        return True
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def fonts_without(patterns: Sequence[str]) -> set[str]:
    """Return those of ``patterns`` (names of font files) that no installed font matches; stops at the last match."""
    wanted = set(patterns)
    for folder in FONT_FOLDERS:
        for _, _, names in os.walk(Path(folder).expanduser()):
            wanted -= {pattern for pattern in wanted for name in names if fnmatch(name, pattern)}
            if not wanted:
                return wanted
    return wanted


def compiler() -> str | None:
    """Return the C++ compiler in use: ``CXX``, else the first of the usual names."""
    chosen = os.environ.get("CXX", "").split()[:1]
    return next((found for found in map(shutil.which, [*chosen, *COMPILERS]) if found), None)


def _missing_libraries(libraries: dict[str, str]) -> Iterator[Missing]:
    return (Missing(name, package) for name, package in libraries.items() if not has_library(name))


def _missing_fonts(fonts: dict[str, str]) -> Iterator[Missing]:
    absent = fonts_without(list(fonts))
    return (Missing(f"font {pattern}", package) for pattern, package in fonts.items() if pattern in absent)


def _missing_tools(purpose: str) -> Iterator[Missing]:
    if purpose == "build" and compiler() is None:
        yield Missing("a C++ compiler", "g++")
    if purpose == "venv" and importlib.util.find_spec("ensurepip") is None:
        yield Missing("Python's venv module", f"python{sys.version_info.major}.{sys.version_info.minor}-venv")


def missing(purpose: str) -> list[Missing]:
    """Return what ``purpose`` (venv, build, run, test or shots) needs and this Linux system lacks."""
    found = list(_missing_tools(purpose))
    if purpose in {"run", "test", "shots"}:
        found += _missing_libraries(QT_LIBRARIES)
    if purpose == "run" and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        found += _missing_libraries(DISPLAY_LIBRARIES)
    if purpose in {"run", "test"}:
        found += _missing_fonts(ANY_FONT)
    if purpose == "shots":
        found += _missing_fonts(ALL_FONTS)
    return found


def wished(purpose: str) -> list[Missing]:
    """Return what ``purpose`` could use and does without."""
    if purpose != "test":
        return []
    tools = [Missing(tool, package) for tool, package in TEST_TOOLS.items() if shutil.which(tool) is None]
    return [*tools, *_missing_libraries(DISPLAY_LIBRARIES)]


def apt_commands(found: Sequence[Missing]) -> list[list[str]]:
    """Return the commands that install ``found`` on Debian and its relatives."""
    packages = sorted({item.package for item in found})
    install = ["apt-get", "install", "--yes", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300", *packages]
    return [["apt-get", "update"], install]


def advice(found: Sequence[Missing], *, apt: bool) -> str:
    """Return the sentence for a person who has to install ``found`` by hand."""
    names = ", ".join(item.what for item in found)
    if apt:
        command = " && ".join(f"sudo {shlex.join(part)}" for part in apt_commands(found))
        return f"Parley needs {names}. Please run this, then try again:\n  {command}"
    packages = ", ".join(sorted({item.package for item in found}))
    return (
        f"Parley needs {names}. Please install your system's packages for them, then try again"
        f" (Debian calls them {packages})."
    )


def require(places: Places, purpose: str) -> None:
    """Make sure that what ``purpose`` needs is there.

    Raises:
        SetupError: something is missing and has to be installed by the person; the message says how.
    """
    if sys.platform != "linux":
        _require_elsewhere(purpose)
        return
    found, may_install = missing(purpose), os.geteuid() == 0 and shutil.which("apt-get") is not None
    if may_install and (wishes := wished(purpose)):
        try:
            _install(places, wishes)
        except SetupError as error:
            say(f"Some tests are skipped: {error}")
    if not found:
        return
    if not may_install:
        raise SetupError(advice(found, apt=shutil.which("apt-get") is not None))
    _install(places, found)
    if still := missing(purpose):
        raise SetupError(advice(still, apt=False))


def _install(places: Places, found: Sequence[Missing]) -> None:
    say(f"Installing system packages: {' '.join(sorted({item.package for item in found}))}")
    for command in apt_commands(found):
        env = environment_with(DEBIAN_FRONTEND="noninteractive")
        run_logged(command, places.logs / f"apt-{command[1]}.log", env=env)
    _linker_cache.cache_clear()


def _require_elsewhere(purpose: str) -> None:
    if purpose != "build" or compiler() is not None:
        return
    if sys.platform == "darwin":
        raise SetupError("Parley needs a C++ compiler. Please run this, then try again:\n  xcode-select --install")
    # On Windows CMake finds Visual Studio by itself, wherever it is.


def main(purposes: Sequence[str]) -> int:
    """Print the shell command that installs what ``purposes`` need; nothing when all is there."""
    found = [item for purpose in purposes for item in (*missing(purpose), *wished(purpose))]
    if found:
        say(" && ".join(shlex.join(part) for part in apt_commands(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
