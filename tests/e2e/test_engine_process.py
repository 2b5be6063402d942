"""The worker as a process: it starts clean, survives what comes down the pipe, and ends with its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import psutil
import pytest

from app.engine.api import (
    PROTOCOL_VERSION,
    AnswerNow,
    Cancel,
    CountTokens,
    Devices,
    EngineError,
    ErrorCode,
    Hello,
    ListDevices,
    LoadModel,
    Shutdown,
    TextDelta,
    ThinkingOptions,
)
from app.engine.backend import library_folder
from app.engine.probe import RESULT_FILE
from app.ipc.framing import MAX_FRAME_BYTES, encode_frame
from app.system.child import worker_command, worker_folder
from app.system.paths import starter_model
from tests.helpers.engine_process import EngineProcess, fresh_id
from tests.helpers.worker_child import DEADLINE

ENDLESS = "Find the largest prime number."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder, so that the check of the build is done once."""
    return tmp_path_factory.mktemp("engine")


@pytest.fixture
def engine(home: Path) -> Iterator[EngineProcess]:
    """A worker without a model."""
    with EngineProcess(home) as process:
        yield process


def eventually(true: Callable[[], bool]) -> bool:
    """Wait for something to become true."""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.02)
    return False


def test_it_greets_first_and_then_beats(engine: EngineProcess) -> None:
    assert engine.hello.protocol == PROTOCOL_VERSION
    assert engine.hello.problem is None
    assert engine.hello.build
    assert any(device.kind == "cpu" and device.total_bytes > 0 for device in engine.hello.devices)
    assert eventually(lambda: len(engine.heartbeats) >= 2)
    assert not engine.heartbeats[-1].busy


def test_a_busy_worker_shows_progress(engine: EngineProcess) -> None:
    engine.load()
    request = engine.start(ENDLESS)
    assert eventually(lambda: sum(beat.busy for beat in engine.heartbeats) >= 2)
    busy = [beat for beat in engine.heartbeats if beat.busy]
    assert busy[1].progress > busy[0].progress
    assert busy[1].cpu_seconds > busy[0].cpu_seconds
    engine.send(Cancel(target=request))
    engine.collect(request)
    assert eventually(lambda: not engine.heartbeats[-1].busy)


def test_devices_can_be_asked_for(engine: EngineProcess) -> None:
    reply = engine.request(ListDevices(request_id=fresh_id()))
    assert isinstance(reply, Devices)
    assert [device.name for device in reply.devices] == [device.name for device in engine.hello.devices]


@pytest.mark.parametrize(
    "line",
    [
        b"garbage",
        b"{}",
        b"[1,2,3]",
        b"\xff\xfe\x00",
        b'{"type":"Explode"}',
        b'{"type":"Cancel","target":5}',
        b'{"type":"Cancel","target":"x","more":1}',
        b'{"type":"LoadModel","path":"x","context_size":-1}',
        b'{"type":"Hello","protocol":1,"build":"","devices":[]}',
        b"[" * 5000,
        b"x" * (MAX_FRAME_BYTES + 10),
    ],
    ids=lambda line: repr(line[:40]),
)
def test_bad_frames_are_dropped_with_an_error(engine: EngineProcess, line: bytes) -> None:
    engine.send_bytes(line + b"\n")
    error = engine.wait_for(EngineError)
    assert (error.code, error.request_id) == (ErrorCode.BAD_COMMAND, "")
    assert isinstance(engine.request(ListDevices(request_id=fresh_id())), Devices)


def test_commands_out_of_order_are_answered_or_ignored(engine: EngineProcess) -> None:
    engine.send(AnswerNow(target="nobody"))
    engine.send(Cancel(target="nobody"))
    assert engine.ask("Hello").error.code is ErrorCode.NO_MODEL
    counted = engine.request(CountTokens(text="Hello", request_id=fresh_id()))
    assert isinstance(counted, EngineError)
    assert counted.code is ErrorCode.NO_MODEL
    engine.load()
    assert engine.ask("Hello", thinking=ThinkingOptions(enabled=False)).text


def test_a_frame_in_pieces_is_one_command(engine: EngineProcess) -> None:
    frame = encode_frame(ListDevices(request_id="pieces"))
    for index in range(len(frame)):
        engine.send_bytes(frame[index : index + 1])
    assert engine.wait_for(Devices, "pieces").devices


def test_shutdown_ends_it_even_while_it_answers(engine: EngineProcess) -> None:
    engine.load()
    request = engine.start(ENDLESS)
    engine.wait_for(TextDelta, request)
    engine.send(Shutdown(request_id=fresh_id()))
    assert engine.process.wait(DEADLINE) == 0


def test_it_ends_when_its_input_closes(engine: EngineProcess) -> None:
    engine.load()
    children = psutil.Process(engine.process.pid).children(recursive=True)
    request = engine.start(ENDLESS)
    engine.wait_for(TextDelta, request)
    assert engine.close() == 0
    assert eventually(lambda: not any(child.is_running() for child in children))


def test_interrupts_of_the_terminal_do_not_end_it(engine: EngineProcess) -> None:
    engine.process.send_signal(signal.SIGINT)
    assert isinstance(engine.request(ListDevices(request_id=fresh_id())), Devices)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's death")
def test_it_does_not_outlive_a_killed_parent(home: Path) -> None:
    """The parent keeps the worker's pipes open in a third process, so that only the kernel's word can end it."""
    script = (
        "import subprocess, sys, time, os\n"
        "hold = os.pipe()\n"
        "subprocess.Popen(['sleep', '600'], pass_fds=hold)\n"
        "child = subprocess.Popen(sys.argv[1:], stdin=hold[0], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)\n"
        "child.stdout.readline()\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script, *worker_command("engine")],
        stdout=subprocess.PIPE,
        cwd=worker_folder(),
        env=os.environ | {"PARLEY_HOME": str(home)},
    )
    assert parent.stdout is not None
    worker = psutil.Process(int(parent.stdout.readline()))
    holder = next(c for c in psutil.Process(parent.pid).children() if c.name() == "sleep")
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert eventually(lambda: not worker.is_running())
    holder.kill()


def test_nothing_heavy_is_loaded_and_every_library_once(engine: EngineProcess) -> None:
    """No numpy, no Qt, no templates; a second copy of libggml would have a registry of its own."""
    engine.load()
    maps = Path(f"/proc/{engine.process.pid}/maps").read_text()
    files = {line.split(maxsplit=5)[5] for line in maps.splitlines() if line.count(" ") > 5 and "/" in line}
    names = [Path(file).name for file in files]
    assert not [name for name in names if "numpy" in name or "PySide" in name or "Qt6" in name or "markupsafe" in name]
    for library in ("libllama", "libggml-base", "libggml."):
        assert len({file for file in files if Path(file).name.startswith(library)}) == 1, library


def test_what_native_code_prints_is_not_taken_for_frames(engine: EngineProcess) -> None:
    """fd 1 of the worker is its log; every line of the pipe is a frame, or the harness would have failed."""
    stdout = Path(f"/proc/{engine.process.pid}/fd/1").resolve()
    assert stdout == engine.log_path.resolve()
    engine.load()
    assert "llama_model_loader" in engine.log


def test_the_check_of_the_build_is_remembered(tmp_path: Path) -> None:
    with EngineProcess(tmp_path):
        pass
    result = tmp_path / "cache" / RESULT_FILE
    first = result.read_bytes()
    changed = result.stat().st_mtime_ns
    with EngineProcess(tmp_path) as engine:
        assert engine.hello.problem is None
    assert result.stat().st_mtime_ns == changed
    remembered = msgspec.json.decode(first)
    remembered["key"] = "another machine"
    result.write_bytes(msgspec.json.encode(remembered))
    with EngineProcess(tmp_path) as engine:
        assert engine.hello.problem is None
    assert result.read_bytes() == first, "checked anew, because the machine or the build is another"


def test_a_variant_that_does_not_work_is_passed_over(tmp_path: Path) -> None:
    """Children try it; what is left is the plain build, and that is remembered."""
    libraries = tmp_path / "lib"
    libraries.mkdir()
    for file in library_folder().glob("*.so*"):
        (libraries / file.name).symlink_to(file)
    (libraries / "libggml-cpu-zen99.so").write_bytes(b"not a library")
    with EngineProcess(tmp_path / "home", {"LLAMA_CPP_LIB_PATH": str(libraries)}) as engine:
        assert engine.hello.problem is None
        engine.load()
        assert "734" in engine.ask("What is 347 + 268 + 119?").text
    remembered = msgspec.json.decode((tmp_path / "home" / "cache" / RESULT_FILE).read_bytes())
    assert remembered["variant"] == ""


def test_without_a_working_build_it_says_so_and_lives(tmp_path: Path) -> None:
    libraries = tmp_path / "lib"
    libraries.mkdir()
    (libraries / "libllama.so").write_bytes(b"not a library")
    with EngineProcess(tmp_path / "home", {"LLAMA_CPP_LIB_PATH": str(libraries)}) as engine:
        assert engine.hello.problem is ErrorCode.NO_BACKEND
        error = engine.request(LoadModel(path=str(starter_model()), request_id=fresh_id()))
        assert isinstance(error, EngineError)
        assert error.code is ErrorCode.NO_BACKEND
        assert isinstance(engine.request(ListDevices(request_id=fresh_id())), Devices)
    assert not (tmp_path / "home" / "cache" / RESULT_FILE).exists(), "only what works is remembered"


def test_the_first_line_is_the_greeting(home: Path) -> None:
    """Also when commands wait before it: a worker that is spoken to at once."""
    process = EngineProcess(home)
    process.send_bytes(b"garbage\n")
    process.send(ListDevices(request_id=fresh_id()))
    assert isinstance(next(process.events()), Hello)
    process.close()
