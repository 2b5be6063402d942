"""Status lines, and commands with a log."""

import io
import sys
import time
from pathlib import Path

import psutil
import pytest
from typing_extensions import override

from devtools import console
from devtools.console import SetupError, Status


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    @override
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("seconds", "text"), [(0, "0 s"), (59.4, "59 s"), (59.6, "1 min 00 s"), (200, "3 min 20 s")])
def test_durations_are_rounded_once(seconds: float, text: str) -> None:
    assert console.duration(seconds) == text


def test_a_terminal_keeps_one_line_without_remains_of_a_longer_one() -> None:
    stream = Terminal()
    status = Status(stream)
    status.show("a long line")
    status.show("short")
    status.finish("done")
    assert stream.getvalue() == "\ra long line\rshort      \rdone \n"


def test_a_failed_command_tells_its_last_words_and_where_the_rest_is(tmp_path: Path) -> None:
    code = "print(*range(40), sep='\\n'); raise SystemExit(3)"
    log = tmp_path / "logs" / "x.log"
    with pytest.raises(SetupError) as caught:
        console.run_logged([sys.executable, "-c", code], log)
    lines = str(caught.value).splitlines()
    assert lines[:-1] == [str(number) for number in range(25, 40)]
    assert str(log) in lines[-1]
    assert log.read_text().split() == [str(number) for number in range(40)]


def test_each_line_is_handed_on_as_it_comes(tmp_path: Path) -> None:
    seen: list[str] = []
    code = "import sys; print('out'); sys.stdout.flush(); print('err', file=sys.stderr)"
    console.run_logged([sys.executable, "-c", code], tmp_path / "x.log", on_line=seen.append)
    assert seen == ["out\n", "err\n"]


def is_running(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.mark.skipif(sys.platform == "win32", reason="there only the command itself is ended")
def test_a_stopped_command_takes_its_children_with_it(tmp_path: Path) -> None:
    child = "import subprocess, sys; p = subprocess.Popen(['sleep', '600']); print(p.pid, flush=True); p.wait()"
    pids: list[int] = []

    def stop(line: str) -> None:
        pids.append(int(line))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        console.run_logged([sys.executable, "-c", child], tmp_path / "x.log", on_line=stop)
    deadline = time.monotonic() + 30
    while is_running(pids[0]):
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(
    ("code", "expected"), [("raise SystemExit(5)", 5), ("import os; os.kill(os.getpid(), 9)", 137)]
)
def test_exit_codes_pass_through(tmp_path: Path, code: str, expected: int) -> None:
    assert console.passed_through([sys.executable, "-c", code], cwd=tmp_path) == expected


def test_a_variable_set_to_none_is_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_TEST_A", "1")
    env = console.environment_with(PARLEY_TEST_A=None, PARLEY_TEST_B="2")
    assert "PARLEY_TEST_A" not in env
    assert env["PARLEY_TEST_B"] == "2"
