"""Graphics cards are used only after a child computed a known text on them: real processes, a card made of software."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.engine.api import Cancel, CheckDevices, Devices, Hello, LoadModel, ModelDescription, ModelLoaded, ModelUnloaded
from app.engine.gpu_check import FILE_NAME
from app.engine.probe import RESULT_FILE
from app.engine.throwaway import run_throwaway
from app.placement.plan import Device, DeviceFault, Reason
from app.system.paths import starter_model
from tests.helpers.engine_process import EngineProcess, fresh_id
from tests.helpers.fake_gpu import COMPILER, MODULE, VARIANT, crashing_driver, libraries_with_gpu

pytestmark = pytest.mark.skipif(COMPILER is None, reason="compiles a back end for Linux")

QUESTION = "What is 347 + 268 + 119?"


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return libraries_with_gpu(tmp_path_factory.mktemp("build") / "lib")


def engine(home: Path, libraries: Path, how: str = "") -> EngineProcess:
    return EngineProcess(home, {"LLAMA_CPP_LIB_PATH": str(libraries), "FAKE_GPU": how})


def cards(devices: list[Device]) -> list[tuple[str, DeviceFault | None]]:
    return [(device.name, device.fault) for device in devices if device.is_graphics]


def load(process: EngineProcess) -> tuple[list[Devices], ModelDescription]:
    """Load the starter model as a person would; return what was said of devices meanwhile, and the model."""
    request = process.send(LoadModel(path=str(starter_model()), request_id=fresh_id()))
    events = process.wait_until(lambda event: event.request_id == request and isinstance(event, ModelLoaded))
    last = events[-1]
    assert isinstance(last, ModelLoaded)
    return [event for event in events if isinstance(event, Devices)], last.model


def kept(home: Path, name: str) -> Any:
    return msgspec.json.decode((home / "cache" / name).read_bytes())


def test_a_card_that_computes_rightly_is_tried_once_and_used(tmp_path: Path, libraries: Path) -> None:
    with engine(tmp_path, libraries) as process:
        said, model = load(process)
        assert (model.backend, model.gpu_layers) == ("FAKE0", model.layers + 1)
        assert [cards(event.devices) for event in said] == [[("FAKE0", None)]]
        assert "734" in process.ask(QUESTION).text
    assert kept(tmp_path, FILE_NAME)["devices"] == {"Fake FAKE0 Fake card": None}
    changed = (tmp_path / "cache" / FILE_NAME).stat().st_mtime_ns
    with engine(tmp_path, libraries) as process:
        said, model = load(process)
        assert (said, model.backend) == ([], "FAKE0")
    assert (tmp_path / "cache" / FILE_NAME).stat().st_mtime_ns == changed


@pytest.mark.parametrize(("how", "fault"), [("crash", DeviceFault.CRASHED), ("nothing", DeviceFault.WRONG)])
def test_a_broken_card_is_left_alone_until_it_is_checked_again(
    tmp_path: Path, libraries: Path, how: str, fault: DeviceFault
) -> None:
    with engine(tmp_path, libraries, how) as process:
        said, model = load(process)
        assert [cards(event.devices) for event in said] == [[("FAKE0", fault)]]
        assert (model.gpu_layers, model.step_downs) == (0, [])
        assert model.placement is not None
        assert model.placement.reasons == [Reason.GPU_FAULTY]
        assert "734" in process.ask(QUESTION).text
    with engine(tmp_path, libraries, "") as process:  # mended, and nobody knows yet
        assert cards(process.hello.devices) == [("FAKE0", fault)]
        assert load(process)[1].gpu_layers == 0
        answer = process.request(CheckDevices(request_id=fresh_id()))
        assert isinstance(answer, Devices)
        assert cards(answer.devices) == [("FAKE0", None)]
        assert load(process)[1].backend == "FAKE0"


def test_a_card_that_hangs_is_ended(tmp_path: Path, libraries: Path) -> None:
    environment = {"LLAMA_CPP_LIB_PATH": str(libraries), "FAKE_GPU": "hang", "PARLEY_HOME": str(tmp_path)}
    ended = run_throwaway("engine-probe", ["device", "FAKE0", str(libraries / VARIANT)], 4.0, environment=environment)
    assert (ended.hung, ended.well) == (True, False)


def test_a_load_is_cancelled_while_a_card_hangs(tmp_path: Path, libraries: Path) -> None:
    with engine(tmp_path, libraries, "hang") as process:
        request = process.send(LoadModel(path=str(starter_model()), request_id=fresh_id()))
        process.send(Cancel(target=request, request_id=fresh_id()))
        assert isinstance(process.collect(request).events[-1], ModelUnloaded)
    assert not (tmp_path / "cache" / FILE_NAME).exists(), "an unfinished check says nothing"


def test_a_driver_that_ends_whoever_loads_it_is_left_out(tmp_path: Path, libraries: Path) -> None:
    with engine(tmp_path, libraries, "crash-at-once") as process:
        assert process.hello.problem is None
        assert cards(process.hello.devices) == [("", DeviceFault.CRASHED)]
        model = load(process)[1]
        assert model.placement is not None
        assert model.placement.reasons == [Reason.GPU_FAULTY]
    assert kept(tmp_path, RESULT_FILE)["left_out"] == {MODULE: "crashed"}
    with engine(tmp_path, libraries) as process:  # mended, and nobody knows yet
        assert cards(process.hello.devices) == [("", DeviceFault.CRASHED)]
        process.request(CheckDevices(request_id=fresh_id()))
    with engine(tmp_path, libraries) as process:
        assert cards(process.hello.devices) == [("FAKE0", None)]


def test_where_the_driver_is_built_in_the_cards_are_hidden(tmp_path: Path) -> None:
    """A build of one piece loads its drivers whatever happens; hidden, they are not touched."""
    with EngineProcess(tmp_path / "home", {"LD_PRELOAD": str(crashing_driver(tmp_path / "driver"))}) as process:
        assert process.hello.problem is None
        assert cards(process.hello.devices) == [("", DeviceFault.CRASHED)]
        assert load(process)[1].gpu_layers == 0
    assert kept(tmp_path / "home", RESULT_FILE)["left_out"] == {"": "crashed"}
    with EngineProcess(tmp_path / "home") as process:  # another driver would be noticed; this one is remembered
        assert isinstance(process.hello, Hello)
        assert cards(process.hello.devices) == [("", DeviceFault.CRASHED)]


def test_without_a_card_nothing_is_tried(tmp_path: Path) -> None:
    with EngineProcess(tmp_path) as process:
        assert cards(process.hello.devices) == []
        said, _model = load(process)
        assert said == []
        assert isinstance(process.request(CheckDevices(request_id=fresh_id())), Devices)
    assert not (tmp_path / "cache" / FILE_NAME).exists()
