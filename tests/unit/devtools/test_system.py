"""What is missing on this system, and the words about it."""

import sys
from pathlib import Path

import pytest

from devtools import system
from devtools.console import SetupError
from devtools.places import Places
from devtools.system import Missing

LACKING = [
    Missing("libEGL.so.1", "libegl1"),
    Missing("font DejaVuSans.ttf", "fonts-dejavu-core"),
    Missing("x", "libegl1"),
]


def test_apt_updates_first_and_installs_each_package_once() -> None:
    update, install = system.apt_commands(LACKING)
    assert update == ["apt-get", "update"]
    assert install[:2] == ["apt-get", "install"]
    assert install[-2:] == ["fonts-dejavu-core", "libegl1"]


def test_advice_is_a_command_where_there_is_apt_and_names_files_elsewhere() -> None:
    assert "sudo apt-get update && sudo apt-get install" in system.advice(LACKING, apt=True)
    without = system.advice(LACKING, apt=False)
    assert "libEGL.so.1" in without
    assert "sudo" not in without


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux's dynamic linker")
def test_libraries_are_found_as_the_linker_finds_them() -> None:
    assert system.has_library("libc.so.6")
    assert not system.has_library("libno-such-thing.so.7")


def test_fonts_are_looked_for_by_file_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "truetype" / "deep").mkdir(parents=True)
    (tmp_path / "truetype" / "deep" / "DejaVuSans.ttf").touch()
    monkeypatch.setattr(system, "FONT_FOLDERS", (str(tmp_path), str(tmp_path / "absent")))
    assert system.fonts_without(["DejaVuSans.ttf", "NotoSansCJK*"]) == {"NotoSansCJK*"}
    assert system.fonts_without(list(system.ANY_FONT)) == set()


def test_no_font_at_all_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "FONT_FOLDERS", (str(tmp_path),))
    assert system.fonts_without(list(system.ANY_FONT)) == set(system.ANY_FONT)


@pytest.fixture
def nothing_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with neither compiler nor fonts nor apt."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CXX", raising=False)
    monkeypatch.setattr(system, "FONT_FOLDERS", ())


@pytest.mark.usefixtures("nothing_installed")
@pytest.mark.skipif(sys.platform != "linux", reason="Linux's words")
@pytest.mark.parametrize(("purpose", "name"), [("build", "a C++ compiler"), ("shots", "font NotoColorEmoji")])
def test_what_cannot_be_installed_is_said(tmp_path: Path, purpose: str, name: str) -> None:
    with pytest.raises(SetupError, match=f"Parley needs .*{name.replace('+', '.')}"):
        system.require(Places(tmp_path, tmp_path), purpose)


@pytest.mark.usefixtures("nothing_installed")
@pytest.mark.skipif(sys.platform != "linux", reason="Linux's words")
def test_tests_do_without_what_they_only_wish_for() -> None:
    assert {"Xvfb", "xdotool", "dbus-daemon"} <= {item.what for item in system.wished("test")}
    assert system.wished("run") == []
    assert "xvfb" not in {item.package for item in system.missing("test")}


def test_the_compiler_named_by_the_environment_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("my-compiler", "g++"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CXX", raising=False)
    assert system.compiler() == str(tmp_path / "g++")
    monkeypatch.setenv("CXX", "my-compiler -pipe")
    assert system.compiler() == str(tmp_path / "my-compiler")
