"""Checks run side by side; one that fails stops no other."""

import ast
import sys
from pathlib import Path

import pytest

from devtools import checks, cli, environment
from devtools.console import SetupError
from devtools.places import ROOT, Places, default_places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path, tmp_path / "cache")


def check_that(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_all_run_even_when_one_fails(
    places: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    every = {"first": check_that("print('a.py:1: bad'); raise SystemExit(1)"), "second": check_that("print('fine')")}
    monkeypatch.setattr(checks, "commands", lambda *_: every)
    assert checks.run_all(places, places.python) == ["first"]
    printed = capsys.readouterr().out
    assert "a.py:1: bad" in printed
    assert "ok     second" in printed


def test_single_checks_can_be_chosen(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "commands", lambda *_: {"a": check_that("raise SystemExit(1)"), "b": check_that("")})
    assert checks.run_all(places, places.python, ["b"]) == []
    with pytest.raises(SetupError, match="No such check: c"):
        checks.run_all(places, places.python, ["c"])


def test_every_tool_is_where_its_command_says() -> None:
    places = default_places()
    for command in checks.commands(places, Path(sys.executable)).values():
        assert Path(command[0]).exists()


def recorded(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Replace the set-up by none and the programs by a record of them."""
    seen: list[list[str]] = []

    def passed_through(command: list[object], **_: object) -> int:
        seen.append([str(part) for part in command[1:]])
        return 7

    def ready(places: Places, **_: bool) -> Path:
        return places.python

    monkeypatch.setattr(environment, "ready", ready)
    monkeypatch.setattr(cli, "passed_through", passed_through)
    return seen


def test_arguments_and_exit_codes_pass_through(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = recorded(monkeypatch)
    assert cli.main(["soak", "tests/e2e", "-k", "kill", "-x"]) == 7
    assert seen == [["-m", "pytest", "-m", "soak", "tests/e2e", "-k", "kill", "-x"]]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_a_scripted_person_uses_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = recorded(monkeypatch)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    cli.main(["run", "--model", "x.gguf"])
    assert seen == [["-m", "app", "--scripted-person", "--model", "x.gguf"]]


def test_what_a_person_has_to_know_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> Path:
        raise SetupError("Parley needs a C++ compiler.")

    monkeypatch.setattr(environment, "ready", refuse)
    assert cli.main(["bench"]) == 1
    assert capsys.readouterr().err == "Parley needs a C++ compiler.\n"


def test_an_old_python_is_told_so_by_a_file_it_can_read() -> None:
    text = (ROOT / "dev.py").read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 4))
    assert not any(isinstance(node, ast.JoinedStr) for node in ast.walk(ast.parse(text)))  # 3.4 and 3.5 have none
    assert text.index("sys.hexversion") < text.index("from devtools")
