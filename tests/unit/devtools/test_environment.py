"""When set-up has something to do, and what the golden check makes of a child's end."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from devtools import environment, llama_build, tools
from devtools.console import SetupError
from devtools.exclusive import exclusively
from devtools.llama_build import Flavour
from devtools.locks import LOCKS
from devtools.places import Places, user_cache

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the sample environment is built from links")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A project whose environment claims to be complete."""
    found = Places(tmp_path / "project", tmp_path / "cache")
    (found.root / "requirements").mkdir(parents=True)
    for name in LOCKS:
        found.lock(name).write_text(f"{name}-package==1.0 \\\n    --hash=sha256:{'0' * 64}\n")
    found.python.parent.mkdir(parents=True)
    found.python.symlink_to(sys.executable)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    home = Path(sys.executable).resolve().parent
    (found.venv / "pyvenv.cfg").write_text(f"home = {home}\nversion = {version}.9\n")
    parts = ("runtime", "llama", "dev")
    stamp = ", ".join(f'"{part}": "{environment.fingerprint(found, part)}"' for part in parts)
    found.stamp.write_text(f"{{{stamp}}}")
    return found


def outdated(places: Places) -> list[str]:
    return environment._outdated(places, ["runtime", "llama", "dev"])


def test_a_complete_environment_is_left_alone(places: Places) -> None:
    assert environment.ready(places, dev=True) == places.python
    assert not places.cache.exists()


@pytest.mark.parametrize(
    ("lock", "parts"),
    [("runtime", ["runtime"]), ("dev", ["dev"]), ("testdata", ["dev"]), ("llama", ["llama"]), ("build", [])],
)
def test_a_changed_lock_file_redoes_its_part_alone(places: Places, lock: str, parts: list[str]) -> None:
    places.lock(lock).write_text(f"{lock}-package==2.0 \\\n    --hash=sha256:{'0' * 64}\n")
    assert outdated(places) == parts


def test_another_python_version_redoes_what_depends_on_it(places: Places) -> None:
    (places.venv / "pyvenv.cfg").write_text("version = 3.99.1\n")
    assert outdated(places) == ["runtime", "dev"]


def test_an_environment_whose_python_is_gone_counts_as_none(places: Places) -> None:
    places.python.unlink()
    places.python.symlink_to("/nowhere/python3")
    assert outdated(places) == ["runtime", "llama", "dev"]
    assert not environment._usable_venv(places)


def test_a_python_replaced_under_the_environment_makes_it_unusable(places: Places) -> None:
    assert environment._usable_venv(places)
    (places.venv / "pyvenv.cfg").write_text("version = 3.99.1\n")
    assert not environment._usable_venv(places)


@pytest.mark.parametrize("text", ["", "not json", "[1, 2]", "{"])
def test_a_spoilt_stamp_is_no_stamp(places: Places, text: str) -> None:
    places.stamp.write_text(text)
    assert outdated(places) == ["runtime", "llama", "dev"]


def test_another_processor_redoes_the_build(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llama_build, "processor", lambda: "another one")
    assert outdated(places) == ["llama"]


def with_probe(places: Places, code: str) -> Places:
    (places.root / "app").mkdir()
    (places.root / "app" / "__main__.py").write_text(code)
    return places


def test_a_build_that_answers_right_has_no_problem(places: Places) -> None:
    code = "import sys\nsys.exit(sys.argv[1:] != ['--worker', 'engine-probe'])\n"
    assert environment.golden_problem(with_probe(places, code)) is None


def test_a_build_that_answers_wrong_has_a_problem(places: Places) -> None:
    assert environment.golden_problem(with_probe(places, "raise SystemExit(3)")) == "it gives wrong answers"


def test_a_build_that_kills_its_process_has_a_problem(places: Places) -> None:
    code = "import os, signal\nos.kill(os.getpid(), signal.SIGILL)\n"
    assert environment.golden_problem(with_probe(places, code)) == "the process died of signal 4"


def test_a_fault_of_our_own_is_not_blamed_on_the_build(places: Places) -> None:
    with pytest.raises(SetupError, match="ZeroDivisionError"):
        environment.golden_problem(with_probe(places, "1 / 0"))


def test_two_set_ups_wait_for_each_other(tmp_path: Path) -> None:
    lock, waited, entered = tmp_path / "setup.lock", threading.Event(), threading.Event()
    script = (
        "import sys\nfrom pathlib import Path\nfrom devtools.exclusive import exclusively\n"
        "with exclusively(Path(sys.argv[1]), lambda: None):\n    print('in', flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "in\n"

        def second() -> None:
            with exclusively(lock, waited.set):
                entered.set()

        thread = threading.Thread(target=second)
        thread.start()
        assert waited.wait(30)
        assert not entered.is_set()
        other.stdin.close()
        assert entered.wait(30)
        thread.join()


def test_the_cache_may_be_put_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_DEV_CACHE", str(tmp_path / "elsewhere"))
    assert user_cache() == tmp_path / "elsewhere"


@pytest.mark.skipif(sys.platform != "linux", reason="Linux's convention")
def test_the_cache_follows_the_systems_convention(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PARLEY_DEV_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_cache() == tmp_path / "parley-dev"


@pytest.fixture
def installed(places: Places, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Wheels that need no building and are only noted down when installed."""
    seen: list[str] = []

    def wheel(_: Places, flavour: Flavour) -> Path:
        return places.cache / flavour.value

    def install_wheel(_places: Places, _python: Path, path: Path) -> None:
        seen.append(path.name)

    monkeypatch.setattr(llama_build, "wheel", wheel)
    monkeypatch.setattr(tools, "install_wheel", install_wheel)
    return seen


def let_probe_answer(monkeypatch: pytest.MonkeyPatch, *problems: str | None) -> None:
    answers = iter(problems)
    monkeypatch.setattr(environment, "golden_problem", lambda _: next(answers))


def test_a_native_build_that_works_is_kept(
    places: Places, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    let_probe_answer(monkeypatch, None)
    assert environment.install_llama(places) is Flavour.NATIVE
    assert installed == ["native"]


def test_a_native_build_that_fails_is_replaced_by_a_portable_one(
    places: Places, installed: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    let_probe_answer(monkeypatch, "the process died of signal 4", None)
    assert environment.install_llama(places) is Flavour.PORTABLE
    assert installed == ["native", "portable"]
    assert "The native build of llama.cpp does not work on this processor: the process died" in capsys.readouterr().out


def test_no_build_that_works_is_one_sentence(
    places: Places, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    let_probe_answer(monkeypatch, "it gives wrong answers", "it gives wrong answers")
    with pytest.raises(SetupError, match=r"No build of llama\.cpp works on this processor"):
        environment.install_llama(places)
    assert installed == ["native", "portable"]
